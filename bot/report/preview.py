"""A layout drawn as the official page, for the phone: PDF and PNG; decides no place, knows no Word file.

What is written reaches typst as data, never as part of its program.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, cast

from bot.errors import PreviewError
from bot.report.faces import chosen, folders
from bot.report.items import items
from bot.report.layout import Layout
from bot.report.page import XIAOBIAOSONG

if TYPE_CHECKING:
    import typst

PROGRAM = Path(__file__).with_name("preview.typ").read_bytes()

PPI = 109.4
"""A page is 904 by 1279 pixels: a photo of more than 1280 Telegram makes smaller, which blurs it."""

DRAWING = Lock()
"""One at a time: side by side they are safe, and take as many times the memory."""

UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def pdf(layout: Layout) -> bytes:
    """Draw the pages as one PDF; PreviewError also for a layout with a table, which is not drawn.

    It is PDF/A-2u, which lets no character pass that no typeface has; plain where a typeface's licence forbids that.
    """
    with DRAWING:
        return _pdf(_compiler(layout))


def pages(layout: Layout) -> tuple[bytes, ...]:
    """Draw each page as a PNG picture."""
    with DRAWING:
        compiler = _compiler(layout)
        _pdf(compiler)  # refuses what no typeface has
        drawn = compiler.compile(PROGRAM, format="png", ppi=PPI)
    return tuple(drawn) if isinstance(drawn, list) else (cast("bytes", drawn),)


def _pdf(compiler: typst.Compiler) -> bytes:
    try:
        drawn = compiler.compile(PROGRAM, format="pdf", pdf_standards="a-2u", pdf_tags=False, timestamp=0)
    except _typst().TypstError as fault:
        if unshown := UNSHOWN.findall(fault.diagnostic):
            raise PreviewError(_unshown(unshown)) from None
        drawn = compiler.compile(PROGRAM, format="pdf", pdf_tags=False, timestamp=0)
    return cast("bytes", drawn)


def _compiler(layout: Layout) -> typst.Compiler:
    if layout.table:
        raise PreviewError("一览表只有 Word 和 Excel 文件，不画版面。")
    fonts, faces = _fonts()
    drawn = json.dumps([[asdict(item) for item in page] for page in items(layout)], ensure_ascii=False)
    data = {"title": layout.title, "faces": faces, "pages": drawn}
    compiler: typst.Compiler = _typst().Compiler(font_paths=fonts, ignore_system_fonts=True, sys_inputs=data)
    return compiler


@cache
def _fonts() -> tuple[typst.Fonts, str]:
    """Look for typefaces, once a process: that takes longer than drawing."""
    fonts = _typst().Fonts(include_embedded_fonts=False, font_paths=list(folders()))
    faces = {
        name: {"fonts": families, "weight": 700 if name == XIAOBIAOSONG.name else 400}
        for name, families in chosen(fonts.families()).items()
    }
    return fonts, json.dumps(faces)


def _typst() -> ModuleType:
    try:
        import typst  # noqa: PLC0415 -- an extra, and slow to load
    except ImportError:
        raise PreviewError("画版面要另装一个组件，请运行 pip install 'wengao[preview]' 后再试。") from None
    return typst


def _unshown(texts: Iterable[str]) -> str:
    """Name the characters, and what to do."""
    chars = dict.fromkeys("".join(ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in texts))
    named = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in chars)
    return (
        f"画不了版面：没有一种字体里有{named}，请换一个字，或装上更全的字体（Debian：apt install fonts-noto-cjk）再试。"
    )
