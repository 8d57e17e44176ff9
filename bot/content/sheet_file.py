"""A filled 题单 in a file into a dossier, as if its answers were said; all that cannot be taken, at once."""

from __future__ import annotations

from pathlib import Path

from bot.content.answers_file import AnswersFile, read_answers, starting
from bot.content.yaml_nodes import Faults
from bot.errors import ContentError
from bot.examine.words import words
from bot.interview.comparing_screen import reason
from bot.interview.events import Dossier, Member
from bot.interview.inputs import Said
from bot.interview.outline_changes import compare
from bot.interview.outline_reading import is_sheet, read_titles
from bot.interview.pack import Pack
from bot.interview.scene import Scene
from bot.interview.session import Session, State


def read_given(file: Path, pack: Pack) -> AnswersFile:
    """Read a filled 题单, a text or a Word file, or else an answers file; ContentError with every fault and its line.

    SettingsError where there is no such file.
    """
    text = words(file.read_bytes()) if file.is_file() else None
    return read_sheet(file, text, pack) if text is not None and is_sheet(pack, text) else read_answers(file, pack)


def read_sheet(file: Path, text: str, pack: Pack) -> AnswersFile:
    """Read a filled 题单; its first line tells the unit and the year."""
    faults, doubts = Faults(str(file), []), Faults(str(file), [])
    titles = read_titles(pack, text)
    if len(titles) != 1:
        told = "、".join(f"{unit}{year}年度" for unit, year in titles) or "没有"
        faults.add(1, f"一份题单要有一行“【题单】单位年度”，现在是：{told}，请补上或分开")
        raise ContentError(faults.problems)
    ((unit, year),) = titles
    dossier = Dossier(unit, Member("", "owner"), years=(year - 1, year))
    scene = Scene(pack, dossier, Session(State.MENU, year))
    found = compare(scene, Said(starting(year), text))
    for each in found.unread:
        faults.add(each.number, f"“{each.text}”：{reason(scene, each)}")
    if faults.problems:
        raise ContentError(faults.problems)
    after = scene.after(found.facts)
    lines = {told.question: told.lines for told in found.reading.told}
    for change in found.changes:
        for seen in change.seen:
            id_ = change.after.question.id
            doubts.add(lines[id_][0].number, f"题“{id_}”：{scene.say(f'held_{seen.what}', seen=seen.shown)}")
    typed = {told.question: tuple(line.typed for line in told.lines if line.typed) for told in found.reading.told}
    return AnswersFile(year, 0, typed, after.dossier, tuple(doubts.problems))
