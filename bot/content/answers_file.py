"""An answers file into a dossier: each answer read by the parser its question has in the chat; all faults at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.content.yaml_nodes import EMPTY, Faults, Node, check_keys, read_yaml, suggestion
from bot.errors import ContentError, Problem, SettingsError
from bot.interview.answers import Clock, Refused, understand
from bot.interview.events import Answer, Dossier
from bot.interview.known import know
from bot.interview.pack import Pack, Question
from bot.interview.values import Nothing, Value
from bot.interview.wording import fill

KEYS = {
    "pack": True,
    "year": True,
    "answers": True,
    "unit": False,
    "form": False,
    "wording": False,
    "last_year": False,
}


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """An answers file: the year, which wording, the messages typed for each question, and what it all comes to."""

    year: int
    wording: int
    typed: Mapping[str, tuple[str, ...]]
    dossier: Dossier


def read_answers(file: Path, pack: Pack) -> AnswersFile:
    """Read an answers file for a pack; ContentError with every unknown id and refused answer and its line.

    SettingsError where there is no such file.
    """
    if not file.is_file():
        raise SettingsError(f"没有 {file} 这个文件，请核对文件名。")
    problems: list[Problem] = []
    faults = Faults(str(file), problems)
    root = read_yaml(file, faults)
    check_keys(root, KEYS, faults, "答案文件")
    year = _number(root, "year", 2000, faults)
    wording = _number(root, "wording", 0, faults) if "wording" in root.mapping else 0
    if (named := root.mapping.get("pack", EMPTY)).text not in (pack.id, ""):
        faults.add(named.line, f"没有问卷“{named.text}”，请改成“{pack.id}”")
    dossier = Dossier(years=(year,))
    typed: dict[str, tuple[str, ...]] = {}
    for key, kept, of_year in (
        ("unit", True, None),
        ("last_year", False, year - 1),
        ("answers", False, year),
    ):
        given = _given(root.mapping.get(key, EMPTY), pack, kept=kept, faults=faults)
        dossier = _answered(dossier, pack, year if of_year is None else of_year, given, faults, kept=kept)
        if of_year != year - 1:
            typed |= {id_: tuple(item.text for item in node.items) for id_, node in given.items()}
    if problems:
        raise ContentError(problems)
    return AnswersFile(year, wording, typed, dossier)


def _number(root: Node, key: str, least: int, faults: Faults) -> int:
    node = root.mapping.get(key, EMPTY)
    if node.text.isdecimal() and least <= int(node.text[:9]) <= 9999:
        return int(node.text)
    if key in root.mapping:
        faults.add(node.line, f"“{key}”要写一个数，现在是“{node.text}”")
    return least


def _given(node: Node, pack: Pack, *, kept: bool, faults: Faults) -> dict[str, Node]:
    """Give the answers by question id, in the order of asking; note ids that do not exist here."""
    ids = [id_ for id_, section in pack.section_of.items() if section.kept == kept]
    for key, line in node.key_lines.items():
        if key not in ids:
            faults.add(line, f"没有题号“{key}”，{suggestion(key, ids)}")
    return {id_: node.mapping[id_] for id_ in ids if id_ in node.mapping}


def _answered(
    dossier: Dossier, pack: Pack, year: int, given: Mapping[str, Node], faults: Faults, *, kept: bool
) -> Dossier:
    """Add answers one after the other, as branches and words of later ones follow from them."""
    filed = None if kept else year
    for id_, node in given.items():
        question = know(pack, dossier, year).entries[id_].question
        values = [value for item in node.items for value in _read(pack, question, item, year, faults)]
        first = 1 if question.collects and not any(isinstance(value, Nothing) for value in values) else 0
        answers = [
            Answer(filed, id_, value, node.text, starting(year), number, number)
            for number, value in enumerate(values if question.collects else values[:1], first)
        ]
        dossier = replace(dossier, answers=(*dossier.answers, *answers))
    return dossier


def _read(pack: Pack, question: Question, node: Node, year: int, faults: Faults) -> list[Value | Nothing]:
    understood = understand(question, node.text, Clock(year, starting(year).date()))
    if isinstance(understood, Refused):
        text = fill(pack.phrases[f"refused_{understood.code}"], understood.facts)
        faults.add(node.line, f"题“{question.id}”：{text}")
        return []
    return list(understood) if isinstance(understood, tuple) else [understood]


def starting(year: int) -> datetime:
    """Give the moment an answers file is read as of: the first day after its year."""
    return datetime(year + 1, 1, 1, 9, tzinfo=UTC)
