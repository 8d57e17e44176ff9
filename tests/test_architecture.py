"""The walls of the house: which part may import which, and where each outside library lives."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).parent.parent / "bot"

ALLOWED = {
    "interview": {"interview"},
    "report": {"errors", "interview", "report"},
    "examine": {"examine", "interview", "report", "errors"},
    "content": {"content", "examine", "interview", "report", "errors"},
    "storage": {"storage", "interview", "errors"},
    "messages": {"interview", "report"},
    "desk": {"messages", "content", "examine", "interview", "report", "storage"},
    "channels": {"channels", "desk", "messages", "interview", "report", "storage", "errors", "settings"},
    "demo": {"channels", "content", "desk", "interview"},
    "logs": {"settings"},
    "documents": {"messages", "channels", "content", "demo", "desk", "errors", "report", "settings"},
    "examining": {"content", "errors", "examine", "interview", "settings"},
    "admin": {"messages", "channels", "desk", "errors", "interview", "settings", "storage"},
    "settings": set(),
    "errors": set(),
}

HOMES = {
    "telegram": {
        "channels/telegram.py",
        "channels/telegram_files.py",
        "channels/telegram_form.py",
        "channels/telegram_http.py",
        "channels/telegram_pace.py",
        "channels/telegram_poll.py",
        "channels/telegram_send.py",
    },
    "aiohttp": {"channels/telegram_http.py"},
    "aiolimiter": {"channels/telegram.py", "channels/telegram_pace.py", "channels/telegram_send.py"},
    "docx": {
        "report/docx.py",
        "report/docx_base.py",
        "report/docx_colophon.py",
        "report/docx_table.py",
        "report/docx_xml.py",
    },
    "jinja2": {"report/ink.py"},
    "xlsxwriter": {"report/xlsx.py"},
    "typst": {"report/preview.py"},
    "sqlite_utils": {
        "storage/alive.py",
        "storage/approval.py",
        "storage/answers.py",
        "storage/amendments.py",
        "storage/backup.py",
        "storage/erase.py",
        "storage/export.py",
        "storage/invites.py",
        "storage/members.py",
        "storage/migrations.py",
        "storage/sessions.py",
        "storage/opening.py",
        "storage/packs.py",
        "storage/store.py",
        "storage/tables.py",
        "storage/wordings.py",
        "storage/uploads.py",
    },
    "sqlite3": {
        "cli.py",
        "logs.py",
        "channels/telegram_note.py",
        "channels/telegram_poll.py",
        "channels/telegram_send.py",
        "storage/alive.py",
        "storage/backup.py",
        "storage/erase.py",
        "storage/migrations.py",
        "storage/opening.py",
        "storage/packs.py",
        "storage/store.py",
        "storage/tables.py",
    },
    "pythonjsonlogger": {"logs.py"},
    "yaml": {"content/yaml_nodes.py"},
    "click": {"cli.py", "admin.py", "documents.py", "examining.py"},
    "xml": {
        "examine/opening.py",
        "examine/xml.py",
        "examine/formatting.py",
        "examine/lists.py",
        "examine/reading.py",
        "examine/words.py",
    },
    "zipfile": {"examine/opening.py", "report/docx_base.py"},
}

IMPURE = {
    "os",
    "sys",
    "time",
    "random",
    "secrets",
    "pathlib",
    "io",
    "socket",
    "sqlite3",
    "logging",
    "asyncio",
    "subprocess",
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module in {"bot", "bot.interview", "bot.channels"}:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=lambda path: str(path.relative_to(BOT)))
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    name = path.relative_to(BOT).as_posix()
    part = name.split("/")[0].removesuffix(".py")
    for imported in imports(path):
        top, _, rest = imported.partition(".")
        if top == "bot" and rest and part in ALLOWED:
            assert rest.split(".")[0] in ALLOWED[part], f"{name} imports {imported}"
        if top in HOMES:
            assert name in HOMES[top], f"{name} imports {imported}"
        if part == "interview":
            assert top not in IMPURE, f"{name} imports {imported}"


def test_the_core_never_asks_for_the_time() -> None:
    for path in (BOT / "interview").glob("*.py"):
        called = {
            node.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute)
        }
        assert not called & {"now", "today"} - {"today"}, path.name


def test_no_module_is_longer_than_300_lines_and_no_function_than_40() -> None:
    for path in BOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, path.name
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 40, f"{path.name}: {node.name}"


def test_no_command_waits_for_what_only_writes_or_examines_documents() -> None:
    heavy = {"docx", "lxml", "typst", "xlsxwriter", "telegram", "bot.examine.rules"}
    loaded = f"import sys, bot.cli; print(sorted({heavy} & {{*sys.modules}}))"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", loaded], cwd=BOT.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
