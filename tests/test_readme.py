"""The documents people read say what the program does: commands, keys, kinds, settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import wengao
from bot.content.pack_reader import PACK_KEYS, QUESTION_KEYS, SECTION_KEYS
from bot.interview.pack import Kind
from bot.interview.table import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROMPTS = (ROOT / "prompts" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(wengao.commands))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`wengao {command}" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_chat_is_in_the_readme(command: str) -> None:
    assert f"`/{command}`" in README


@pytest.mark.parametrize("word", [*PACK_KEYS, *SECTION_KEYS, *QUESTION_KEYS, *(kind.value for kind in Kind)])
def test_every_key_and_kind_is_explained_to_those_who_write_questions(word: str) -> None:
    assert f"| `{word}` |" in PROMPTS


def test_every_setting_is_in_the_readme() -> None:
    source = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    for name in ("WENGAO_BOT_TOKEN", "WENGAO_DB", "WENGAO_CONTENT", "WENGAO_API_URL", "WENGAO_PROXY"):
        assert name in source
        assert f"`{name}`" in README


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    command = next(line for line in README.splitlines() if line.endswith(".venv/bin/pytest"))
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
