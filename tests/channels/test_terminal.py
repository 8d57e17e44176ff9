"""Whole conversations in a terminal. A transcript plays itself: its lines after `> ` are typed, the rest is compared.

A new one is a file of such lines; `pytest --update` writes what the bot says between them, to be read by eye.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bot.channels.terminal import CHAT, talk, to_input, turn
from bot.content.answers_file import read_answers
from bot.desk import Desk
from bot.errors import PreviewError
from bot.interview.inputs import Commanded, Said
from bot.report.compose import compose
from bot.report.layout import Layout
from bot.report.text import text
from tests.conftest import AT
from tests.short import CONTENT

TESTS = Path(__file__).parent.parent
TRANSCRIPTS = ("白土乡全程", "错答和改正", "列表", "题单", "看稿和改稿")
PLAYED_ELSEWHERE = ("白土乡全部问题", "定稿前夜", "核对和定稿", "第二年", "更新问卷", "成员", "参考说法")
"""Those that do not begin with an empty database, and that of several people: test_filing.py and others play them."""


def typed(transcript: str) -> list[str]:
    """The lines a person typed: `> 16次`; `>` alone is an empty one."""
    return [line[2:] for line in transcript.splitlines() if line.startswith("> ") or line == ">"]


def played(desk_at: Callable[[], Desk], lines: Iterable[str]) -> str:
    """Type the lines, each to a desk opened anew, and give the conversation as it stands on the screen.

    Without the pages, which only some machines can draw.
    """
    told: list[str] = []
    here = f"{Path.cwd()}{os.sep}"
    for line in lines:
        desk = desk_at()
        desk.store.ensure_local(CHAT, AT)
        told.append(f"> {line}".rstrip() + "\n")
        turn(desk, CHAT, to_input(line, AT), told.append, lambda: AT)
        desk.store.db.close()
    return "\n".join(line.replace(here, "/…/") for line in told if ".pdf" not in line)


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_a_conversation_over_restarts_reads_as_its_transcript(
    desk_at: Callable[[], Desk],
    golden: Callable[[str, str], None],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = typed((TESTS / "transcripts" / f"{name}.txt").read_text(encoding="utf-8"))
    assert len(lines) > 10
    golden(f"transcripts/{name}.txt", played(desk_at, lines))


def test_the_report_typed_by_hand_is_the_one_of_the_sample() -> None:
    transcript = (TESTS / "transcripts" / "白土乡全程.txt").read_text(encoding="utf-8")
    sample = read_answers(CONTENT.sample, CONTENT.pack)
    written = compose(CONTENT.pack, CONTENT.prose, CONTENT.pack.main_document, sample.dossier, sample.year)
    assert f"\n\n{text(written)}\n" in transcript


def test_every_transcript_of_the_terminal_is_played() -> None:
    written = {path.stem for path in (TESTS / "transcripts").glob("*.txt")}
    assert {name for name in written if not name.startswith("电报")} == {*TRANSCRIPTS, *PLAYED_ELSEWHERE}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("/back", Commanded(AT, "back")),
        (" 16次 ", Said(AT, " 16次 ")),
        ("/START  7Q4M ", Commanded(AT, "start", "7Q4M")),
        ("/", Said(AT, "/")),
        ("", Said(AT, "")),
    ],
)
def test_a_line_with_a_slash_is_a_command_and_any_other_was_said(line: str, meant: Commanded | Said) -> None:
    assert to_input(line, AT) == meant


def test_a_talk_greets_answers_each_line_and_says_goodbye(desk_at: Callable[[], Desk]) -> None:
    told: list[str] = []
    desk = desk_at()
    talk(desk, ["2025", "/menu"], told.append, lambda: AT)
    phrases = desk.content.pack.phrases
    assert told[0].startswith(phrases["welcome_local"])
    assert told[1].startswith("【单位资料】第1至7题")
    assert "[接着答]" in told[2]
    assert told[3] == phrases["goodbye"]


def test_what_an_earlier_process_left_unsent_is_shown_at_the_next_start(desk_at: Callable[[], Desk]) -> None:
    told: list[str] = []
    desk = desk_at()
    desk.store.ensure_local(CHAT, AT)
    desk.receive(CHAT, f"{CHAT}:lost", Commanded(AT, "start"))
    desk.store.db.close()
    talk(desk_at(), [], told.append, lambda: AT)
    assert told[0].startswith(desk.content.pack.phrases["welcome_local"])


# Documents.


def test_a_document_is_written_beside_the_text_as_word_file_and_as_pages(
    desk_at: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.report.preview.pdf", lambda _: b"%PDF")
    told: list[str] = []
    talk(desk_at(), ["2025", "黔江区", "/draft"], told.append, lambda: AT)
    names = ("work_summary_2025.docx", "work_summary_2025.pdf")
    assert [line.strip() for line in told if "写好了" in line] == [f"写好了：{tmp_path / name}" for name in names]
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in names} == {0o600}
    assert (tmp_path / names[0]).read_bytes().startswith(b"PK")
    assert all(each.name.isascii() for each in tmp_path.iterdir())


def test_a_word_file_somebody_went_on_writing_in_is_not_written_over(
    desk_at: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "work_summary_2025.docx").write_bytes(b"mine")
    told: list[str] = []
    talk(desk_at(), ["2025", "/draft", "/draft"], told.append, lambda: AT)
    written = [line.strip() for line in told if line.startswith("写好了") and ".docx" in line]
    assert written == [f"写好了：{tmp_path / 'work_summary_2025-2.docx'}"] * 2
    assert (tmp_path / "work_summary_2025.docx").read_bytes() == b"mine"


def test_pages_that_cannot_be_drawn_are_said_and_all_else_is_there(
    desk_at: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Layout) -> bytes:
        raise PreviewError("画不了版面：请装上字体再试。")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.report.preview.pdf", refused)
    told: list[str] = []
    talk(desk_at(), ["2025", "/draft"], told.append, lambda: AT)
    path = tmp_path / "work_summary_2025.pdf"
    assert f"没有写 {path}：画不了版面：请装上字体再试。\n" in told
    assert [each.name for each in tmp_path.glob("work*")] == ["work_summary_2025.docx"]


# The program itself.


def wengao(folder: Path, typed: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a command in an empty folder, as a person does who has no token."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("WENGAO_")}
    environment |= {"WENGAO_DB": str(folder / "wengao.db"), "PYTHONPATH": str(TESTS.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "bot"]
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=folder, env=environment, input=typed, capture_output=True, encoding="utf-8", check=False
    )


def test_the_end_of_input_says_goodbye_and_ends_well(tmp_path: Path) -> None:
    ended = wengao(tmp_path, "")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "再见！" in ended.stdout.splitlines()[-1]
    assert (tmp_path / "wengao.db").stat().st_mode & 0o777 == 0o600


def test_a_second_start_goes_on_at_the_same_question(tmp_path: Path) -> None:
    first = wengao(tmp_path, "2025\n黔江区\n")
    second = wengao(tmp_path, "白土乡\n")
    assert (first.returncode, second.returncode) == (0, 0)
    question = first.stdout[first.stdout.rindex("【单位资料】") :].split("\n\n")[0]
    assert question.startswith("【单位资料】第1至7题，共15题\n① 所在区县：黔江区 ✓\n")
    assert second.stdout.startswith(question)
    assert "✓ 地名：白土乡" in second.stdout
    assert "您好" not in second.stdout
