"""An answers file into a dossier: each answer is said to the conversation itself; all that it refuses, at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.content.yaml_nodes import EMPTY, Faults, Node, check_keys, read_yaml, suggestion
from bot.errors import ContentError, Problem, SettingsError
from bot.interview.conversation import advance
from bot.interview.events import (
    Answer,
    Ask,
    Dossier,
    Member,
    Say,
    Turn,
)
from bot.interview.inputs import Pressed, Said
from bot.interview.pack import Pack
from bot.interview.scene import Scene
from bot.interview.session import Session, State

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
    """An answers file: the year, which wording, the messages typed for each question, and what it all comes to.

    `sensitive`: answers the chat would ask back about; whoever wrote them into a file stands by them.
    """

    year: int
    wording: int
    typed: Mapping[str, tuple[str, ...]]
    dossier: Dossier
    sensitive: tuple[Problem, ...] = ()


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
    year = _number(root, "year", faults, 2000, 2100)
    wording = _number(root, "wording", faults, 0, 1000)
    for key, line in root.mapping.get("form", EMPTY).key_lines.items():
        faults.add(line, f"“form”里没有“{key}”这一项，请删去")
    if (named := root.mapping.get("pack", EMPTY)).text not in (pack.id, ""):
        faults.add(named.line, f"没有问卷“{named.text}”，请改成“{pack.id}”")
    dossier = Dossier(member=Member("", "owner"), years=(year - 1, year))
    typed: dict[str, tuple[str, ...]] = {}
    doubts = Faults(str(file), [])
    for key, kept, of_year in (("unit", True, year), ("last_year", False, year - 1), ("answers", False, year)):
        given = _given(root, key, pack, kept=kept, faults=faults)
        for id_, node in given.items():
            for item in node.items:
                dossier = _say(pack, dossier, Session(State.ASKING, of_year, id_), item, faults, doubts)
            if of_year == year:
                typed[id_] = tuple(item.text for item in node.items)
    if problems:
        raise ContentError(problems)
    return AnswersFile(year, wording, typed, dossier, tuple(doubts.problems))


def _number(root: Node, key: str, faults: Faults, least: int, most: int) -> int:
    node = root.mapping.get(key, EMPTY)
    if node.text.isdecimal() and least <= int(node.text[:9]) <= most:
        return int(node.text)
    if key in root.mapping:
        faults.add(node.line, f"“{key}”要写{least}到{most}之间的一个数，现在是“{node.text}”")
    return least


def _given(root: Node, key: str, pack: Pack, *, kept: bool, faults: Faults) -> dict[str, Node]:
    """Give the answers by question id, in the order of asking; note ids that do not exist here, and wrong shapes."""
    node = root.mapping.get(key, EMPTY)
    ids = [id_ for id_, section in pack.section_of.items() if section.kept == kept]
    if not isinstance(node.value, dict):
        faults.add(node.line, f"“{key}”要写成一行一个“题号: 答案”")
    for id_, line in node.key_lines.items():
        if id_ in pack.called_now:
            faults.add(line, f"题号“{id_}”已经改成“{pack.called_now[id_]}”，请改过来")
        elif id_ not in ids:
            faults.add(line, f"没有题号“{id_}”，{suggestion(id_, ids)}")
        elif not node.mapping[id_].items or not all(item.text for item in node.mapping[id_].items):
            faults.add(line, f"题“{id_}”没有写答案，请写成文字，或一行一条的列表，或删去这一行")
    return {id_: node.mapping[id_] for id_ in ids if id_ in node.mapping}


def _say(pack: Pack, dossier: Dossier, session: Session, node: Node, faults: Faults, doubts: Faults) -> Dossier:
    """Say one text at its question, as in the chat; note what the chat would reply where it stores nothing."""
    if not node.text:
        return dossier
    at = starting(session.year)
    turn = advance(pack, dossier, session, Said(at, node.text))
    if turn.session.state is State.HELD:
        doubts.add(node.line, f"题“{session.question}”：{_first_line(turn)}")
        turn = advance(pack, dossier, turn.session, Pressed(at, turn.session.screen, "keep"))
    if not any(isinstance(fact, Answer) for fact in turn.facts):
        faults.add(node.line, f"题“{session.question}”：{_first_line(turn)}")
    return Scene(pack, dossier, session).after(turn.facts).dossier


def _first_line(turn: Turn) -> str:
    *_, text = (reply.text for reply in turn.replies if isinstance(reply, Say | Ask))
    return text.partition("\n")[0]


def starting(year: int) -> datetime:
    """Give the moment an answers file is read as of: the first day after its year."""
    return datetime(year + 1, 1, 1, 9, tzinfo=UTC)
