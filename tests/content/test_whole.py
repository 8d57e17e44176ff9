"""The sample played through the shipped questions, a new process for every message, reads as its transcript."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot import demo
from bot.channels.terminal import CHAT, turn
from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.desk import Desk
from bot.interview.inputs import Input, Said
from bot.report.compose import compose
from bot.report.text import text
from bot.storage.opening import open_database
from bot.storage.store import Store

CONTENT = read_content()


def test_the_sample_played_through_the_shipped_questions_reads_as_its_transcript(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    told: list[str] = []

    def opened() -> Desk:
        return Desk(Store(open_database(tmp_path / "wengao.db"), CONTENT.pack.id), CONTENT)

    def send(player: demo._Player, given: Input) -> None:
        player.desk = opened()
        typed = given.text if isinstance(given, Said) else f"/{getattr(given, 'name', given)}"
        told.append(f"> {typed}\n")
        turn(player.desk, CHAT, given, told.append, lambda: player.at)

    monkeypatch.setattr(demo._Player, "send", send)
    answers = read_answers(CONTENT.sample, CONTENT.pack)
    demo.play(opened(), answers, lambda _: None)
    golden("transcripts/白土乡全部问题.txt", "\n".join(told))
    dossier = opened().store.dossier_of(CHAT)
    document = compose(CONTENT.pack, CONTENT.prose, CONTENT.pack.main_document, dossier, answers.year)
    golden("documents/白土乡.txt", text(document))
