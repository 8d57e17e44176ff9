"""What the officials to be played know: two years' answers of each township, from answers files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.answers_file import AnswersFile, read_answers
from bot.content.content import Content
from bot.interview.values import Nothing, Value

TESTS = Path(__file__).parent.parent
TOWNSHIPS = ("白土乡", "石塘镇", "云台街道")


@dataclass(frozen=True, slots=True)
class Known:
    """What is to be said to one question: its values, and how the file has them typed."""

    values: tuple[Value | Nothing, ...]
    typed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a township: what its official knows."""

    year: int
    known: Mapping[str, Known]


def years(content: Content, name: str) -> tuple[Year, Year]:
    """The first year of a township and its second: there what is not written anew is as it was."""
    shipped = name == "白土乡"
    first = read_answers(content.sample if shipped else TESTS / "documents" / f"{name}.yaml", content.pack)
    second = read_answers(TESTS / "effort" / "second" / f"{name}.yaml", content.pack)
    known = _known(first)
    return Year(first.year, known), Year(second.year, {**known, **_known(second)})


def _known(file: AnswersFile) -> dict[str, Known]:
    given: dict[str, list[Value | Nothing]] = {}
    for answer in file.dossier.answers:
        given.setdefault(answer.question, []).append(answer.value)
    return {question: Known(tuple(values), file.typed[question]) for question, values in given.items()}
