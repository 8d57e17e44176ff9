"""Every sentence the code says is given what it has places for, and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.interview.phrases import PHRASES

BOT = Path(__file__).parents[2] / "bot"


def said() -> Iterator[tuple[str, str, set[str]]]:
    """Give each say("key", fact=…) of the code: where it stands, its key, the names of its facts."""
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "say":
                continue
            given = {keyword.arg for keyword in node.keywords}
            first = node.args[0] if node.args else None
            keys = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            if None not in given:
                for key in keys:
                    if isinstance(key, ast.Constant):
                        yield f"{path.name}:{node.lineno}", str(key.value), {name for name in given if name}


def test_every_sentence_is_given_what_its_phrase_has_places_for() -> None:
    wrong = [(where, key) for where, key, given in said() if not PHRASES[key] <= given]
    assert wrong == []
    assert len([*said()]) > 100
