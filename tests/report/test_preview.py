"""The page as it is drawn, measured from the PDF: where each character stands, and what is refused."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import PreviewError
from bot.interview.passages import Sentence, Span
from bot.report import preview
from bot.report.blocks import Colophon
from bot.report.faces import chosen, folders
from bot.report.layout import Layout, Para, Role
from bot.report.page import CELL, LINES

MM = 72 / 25.4
A4 = 297 * MM
PITCH = (225 * MM - 16) / 21
STEP = CELL / 20


def lacking() -> str:
    try:
        chosen(typst.Fonts(include_embedded_fonts=False, font_paths=list(folders())).families())
    except PreviewError as error:
        return str(error)
    return ""


drawn = pytest.mark.skipif(bool(lacking()), reason=lacking() or "all faces are here")


@dataclass(frozen=True)
class Glyph:
    """A character of the PDF: where it begins, the upper edge of its square, its size and typeface.

    `ink`: from where to where it is black from left to right, `rise` from top to bottom; points from the upper left.
    """

    char: str
    x: float
    top: float
    size: float
    face: str
    ink: tuple[float, float]
    rise: tuple[float, float]


def glyphs(pdf: bytes) -> list[list[Glyph]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [list(_glyphs(page)) for page in document]
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    x, y, flags, name = ctypes.c_double(), ctypes.c_double(), ctypes.c_int(), ctypes.create_string_buffer(100)
    for index in range(text.count_chars()):
        if not pdfium.FPDFText_IsGenerated(text, index):
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium.FPDFText_GetFontInfo(text, index, name, 100, flags)
            size = pdfium.FPDFText_GetFontSize(text, index)
            left, bottom, right, top = text.get_charbox(index)
            yield Glyph(
                chr(pdfium.FPDFText_GetUnicode(text, index)),
                x.value,
                A4 - y.value - 0.88 * size,
                size,
                name.value.decode(),
                (left, right),
                (A4 - top, A4 - bottom),
            )


def written(pdf: bytes) -> str:
    """Give all text but the page numbers and the blanks."""
    chars = "".join(glyph.char for page in glyphs(pdf) for glyph in page if glyph.size != 14)
    return "".join(chars.encode("utf-16", "surrogatepass").decode("utf-16").split())


def body(text: str, *, keep: bool = False) -> Para:
    return Para(Role.BODY, text, first=2, keep=keep)


def layout(*paras: Para, colophon: Colophon | None = None) -> Layout:
    return Layout("工作总结", paras, colophon)


def line(text: str) -> Sentence:
    return Sentence("x", (Span(text),))


def of(page: list[Glyph], chars: str) -> list[Glyph]:
    """Give the first glyph of each of these characters."""
    return [next(glyph for glyph in page if glyph.char == char) for char in chars]


@drawn
def test_a_page_has_twenty_two_lines_of_twenty_eight_hanzi_from_edge_to_edge() -> None:
    first, second = glyphs(preview.pdf(layout(body("国" * (28 * LINES * 2 - 2)))))
    for page in (first, second):
        tops = sorted({round(glyph.top, 1) for glyph in page if glyph.size == 16})
        assert len(tops) == LINES
        assert tops[0] == pytest.approx(37 * MM, abs=0.3)
        assert tops[-1] + 16 == pytest.approx(262 * MM, abs=0.3)
        assert [two - one for one, two in pairwise(tops)] == pytest.approx([PITCH] * 21, abs=0.15)
    for top in sorted({round(glyph.top, 1) for glyph in second if glyph.size == 16}):
        xs = [glyph.x for glyph in second if round(glyph.top, 1) == top]
        assert len(xs) == 28
        assert xs[0] == pytest.approx(28 * MM, abs=0.3)
        assert xs[-1] + STEP == pytest.approx(184 * MM, abs=0.3)


@drawn
@pytest.mark.parametrize(
    ("text", "cells"),
    [("2025", 2), ("1", 0.5), ("98.6%", 2.5), ("A4", 1), ("WWW", 1.5), ("“", 1), ("”", 1), ("（", 1), ("，", 1),
     ("·", 1), ("——", 2), ("……", 2), ("》。", 2), ("“《", 2), ("喆", 1), ("𬭊", 1), ("①", 1), ("℃", 1)],
)  # fmt: skip
def test_what_stands_between_two_hanzi_takes_its_cells_and_no_more(text: str, cells: float) -> None:
    (page,) = glyphs(preview.pdf(layout(body(f"起{text}止"))))
    start, end = of(page, "起止")
    assert end.x - start.x == pytest.approx((1 + cells) * STEP, abs=0.02)


@drawn
@pytest.mark.parametrize("text", ["国" * 25, "国" * 9 + "，“八五”" + "国" * 3 + "1.25" + "国" * 6])
def test_a_short_line_is_spread_to_the_edge(text: str) -> None:
    (page,) = glyphs(preview.pdf(layout(body(f"{text}法。止"))))
    first = [glyph for glyph in page if glyph.top < 37 * MM + 5]
    assert "".join(glyph.char for glyph in first) == text
    assert 183 * MM < first[-1].ink[1] <= 184 * MM


@drawn
def test_a_wide_letter_or_sign_is_pressed_into_its_cells() -> None:
    (page,) = glyphs(preview.pdf(layout(body("止%止W止"))))
    start, percent, _, letter, _, *_ = page
    assert percent.ink[1] <= start.x + 1.5 * STEP
    assert letter.ink[1] <= start.x + 3 * STEP


@drawn
@pytest.mark.parametrize(("mark", "half"), [*((mark, 1) for mark in "（《“"), *((mark, 0) for mark in "，。）》”、")])
def test_a_mark_stands_in_its_own_half_of_its_room(mark: str, half: int) -> None:
    """Neither typst's trimming of lone marks nor a neighbour moves its ink."""
    (page,) = glyphs(preview.pdf(layout(body(f"{mark}国{mark}{mark}"))))
    for number, glyph in enumerate(glyph for glyph in page if glyph.char == mark):
        room = 28 * MM + STEP * (2 + number + bool(number)) + half * STEP / 2
        assert room - 1 < glyph.ink[0] < glyph.ink[1] < room + STEP / 2 + 1


@drawn
def test_a_title_stands_in_the_middle_of_its_rows() -> None:
    title = Para(Role.TITLE, "白土乡人民政府\n2025年度总结", centred=True)
    (page,) = glyphs(preview.pdf(layout(title, body("国"))))
    start, second, end, after = of(page, "白2府国")
    assert start.size == 22
    assert (start.x + end.x + 22) / 2 == pytest.approx((28 + 78) * MM, abs=0.3)
    assert second.top - start.top == pytest.approx(36, abs=0.1)
    assert after.top - 37 * MM == pytest.approx(3 * PITCH, abs=0.1)
    assert start.top - 37 * MM == pytest.approx(after.top - PITCH + 16 - (second.top + 22), abs=0.1)


@drawn
def test_page_numbers_stand_outside_under_the_type_area() -> None:
    pages = glyphs(preview.pdf(layout(body("国" * 28 * LINES * 2))))
    numbers = [[glyph for glyph in page if glyph.size == 14] for page in pages]
    assert ["".join(glyph.char for glyph in number) for number in numbers] == ["— 1 —", "— 2 —", "— 3 —"]
    odd, even, _ = numbers
    assert odd[-1].x + 14 == pytest.approx(184 * MM - 14, abs=1)
    assert even[0].x == pytest.approx(28 * MM + 14, abs=1)
    assert sum(odd[0].rise) / 2 == pytest.approx((262 + 7) * MM, abs=0.6 * MM)


@drawn
def test_the_colophon_ends_with_the_type_area() -> None:
    part = Colophon(line("抄送：区司法局。"), line("党政办公室"), line("2026年1月8日印发"))
    (page,) = glyphs(preview.pdf(layout(body("国"), colophon=part)))
    copies, office, end = of(page, "抄党发")
    assert [glyph.size for glyph in (copies, office, end)] == [14, 14, 14]
    assert copies.x == office.x == pytest.approx(28 * MM + 14, abs=0.1)
    assert end.x + 14 == pytest.approx(184 * MM - 14, abs=0.1)
    assert end.top == office.top == pytest.approx(262 * MM - (PITCH + 14) / 2, abs=0.1)


@drawn
def test_faces_follow_the_roles() -> None:
    roles = (Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.BODY, Role.ANNEX_MARK)
    (page,) = glyphs(preview.pdf(layout(*(Para(role, "国") for role in roles))))
    title, black, kai, third, fang, mark, *_ = (glyph.face for glyph in page)
    assert len({title, black, kai, fang}) == 4
    assert (third, mark) == (fang, black)


@drawn
@given(st.text(st.characters(codec="gb2312", exclude_categories=["Cc"]), max_size=300))
@settings(max_examples=30, deadline=None)
def test_every_character_is_drawn_as_it_was_written(text: str) -> None:
    assert written(preview.pdf(layout(body(text)))) == "".join(text.split())


@drawn
@pytest.mark.parametrize(
    "text",
    [
        *["#", "$", "*", "_", "\\", '"', "<>", "//", "/* */", "@ref", "`raw`", "```", "= 标题", "- 项", "+ 项", "/ 项"],
        "~", '#read("/etc/passwd")', "#import", '"); #panic()', "\\u{41}", "<label>", "[国]", "{国}", "'引'", "--",
        "---", "...", "http://x.y/", "fi ffl", "&amp;", "$x^2$", "#" * 10_000, "国" * 10_000, "A" * 10_000,
    ],
)  # fmt: skip
def test_nothing_is_read_as_markup(text: str) -> None:
    pdf = preview.pdf(layout(Para(Role.TITLE, text[:40], centred=True), body(text)))
    assert written(pdf) == "".join((text[:40] + text).split())


@drawn
def test_same_layout_same_bytes_in_any_process_on_any_day() -> None:
    program = (
        "import hashlib\nfrom bot.report import preview\nfrom bot.report.layout import Layout, Para, Role\n"
        "layout = Layout('工作总结', (Para(Role.BODY, '国家2025年' * 200, first=2),))\n"
        "print(hashlib.sha256(b''.join([preview.pdf(layout), *preview.pages(layout)])).hexdigest())"
    )
    made = set()
    for number, zone in enumerate(("UTC", "Asia/Shanghai")):
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(number), "SOURCE_DATE_EPOCH": str(number * 10**9)}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)  # noqa: S603 -- ours
        made.add(done.stdout)
    assert len(made) == 1


@drawn
def test_many_at_a_time_do_not_disturb_each_other() -> None:
    layouts = [layout(body(f"第{number}份" * 50)) for number in range(8)]
    alone = [preview.pdf(one) for one in layouts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(preview.pdf, layouts)) == alone


@drawn
def test_a_page_is_a_picture_no_larger_than_a_photo_may_be() -> None:
    pictures = preview.pages(layout(body("国" * 28 * LINES)))
    assert [struct.unpack(">II", picture[16:24]) for picture in pictures] == [(904, 1279)] * 2
    assert len(preview.pages(layout())) == 1


@drawn
@pytest.mark.parametrize(("text", "named"), [("国𒀀𒀁国", "“𒀀”（U+12000）、“𒀁”（U+12001）"), ("国\ue000", "U+E000")])
@pytest.mark.parametrize("draw", [preview.pdf, preview.pages])
def test_a_character_that_no_face_has_is_named_not_drawn_as_a_box(draw: object, text: str, named: str) -> None:
    assert callable(draw)
    with pytest.raises(PreviewError, match="请换一个字") as refused:
        draw(layout(body(text)))
    assert named in str(refused.value)


def test_without_a_face_the_package_that_brings_it_is_named() -> None:
    with pytest.raises(PreviewError, match=r"“方正小标宋简体”.*texlive-lang-chinese"):
        chosen(["DejaVu Sans"])


def test_official_faces_come_before_those_that_stand_in_for_them() -> None:
    faces = chosen(["Noto Serif CJK SC", "Noto Sans CJK SC", "FandolSong", "FangSong", "simhei"])
    assert faces == {
        "方正小标宋简体": ("FandolSong", "Noto Serif CJK SC", "Noto Sans CJK SC"),
        "仿宋_GB2312": ("FangSong", "Noto Serif CJK SC", "Noto Sans CJK SC"),
        "黑体": ("simhei", "Noto Sans CJK SC", "Noto Serif CJK SC"),
        "楷体_GB2312": ("Noto Serif CJK SC", "Noto Sans CJK SC"),
        "宋体": ("FandolSong", "Noto Serif CJK SC", "Noto Sans CJK SC"),
    }


def test_without_the_extra_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PreviewError, match=r"pip install 'wengao\[preview\]'"):
        preview.pdf(layout(body("国")))


@drawn
@given(st.text(max_size=40))
@settings(max_examples=30, deadline=None)
def test_any_text_is_drawn_or_refused_with_a_sentence(text: str) -> None:
    paras = (Para(Role.TITLE, text, centred=True), body(text), Para(Role.DATE, text, left=26))
    with suppress(PreviewError):
        assert preview.pdf(Layout(text, paras)).startswith(b"%PDF")
