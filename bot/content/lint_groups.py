"""Which questions may be asked on one screen: consecutive, short, and few; each fault names its line."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.pack_reader import Where
from bot.errors import Problem
from bot.interview.pack import GROUPABLE, Pack, Question, Section

MOST = 6
"""So many lines and buttons a phone shows at once; what a unit's profile derives from its name may be more."""


def check_groups(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find groups that no screen can ask, and names of a question that do not tell it from the others."""
    seen: dict[str, str] = {}
    for section in pack.sections:
        before = ""
        for question in section.questions:
            if wrong := _kind(question) or _apart(question, section, before, seen):
                yield _problem(where, question, "group", wrong)
            before = question.group
        yield from _sizes(section, where)
    yield from _names(pack, where)


def _kind(question: Question) -> str:
    if question.group and question.kind not in GROUPABLE:
        return f"类型“{question.kind.value}”不能与别的题一屏问，请删去“group”"
    return ""


def _apart(question: Question, section: Section, before: str, seen: dict[str, str]) -> str:
    """Say so where others stand between a question and its group; `seen`: the section of each group so far."""
    group = question.group
    if not group or group == before:
        return ""
    if group in seen:
        return f"组“{group}”的题不相连（前面在“{seen[group]}”一节），请排到一起，或换一个组名"
    seen[group] = section.title
    return ""


def _sizes(section: Section, where: Where) -> Iterator[Problem]:
    groups: dict[str, list[Question]] = {}
    for question in section.questions:
        if question.group:
            groups.setdefault(question.group, []).append(question)
    for group, questions in groups.items():
        if len(questions) == 1:
            yield _problem(where, questions[0], "group", f"组“{group}”只有一题，请再加题，或删去“group”")
        elif len(questions) > MOST and not section.kept:
            text = f"组“{group}”有{len(questions)}题，一屏最多{MOST}题，请分成两组"
            yield _problem(where, questions[MOST], "group", text)


def _names(pack: Pack, where: Where) -> Iterator[Problem]:
    for question in pack.questions.values():
        if question.names and not question.group:
            yield _problem(where, question, "names", "只有“group”里的题用得着“names”，请删去")
        others = [other for id_ in pack.group_of.get(question.id, ()) if (other := pack.questions[id_]) is not question]
        for name in question.names:
            if any(name in (other.label, *other.names) for other in others):
                yield _problem(where, question, "names", f"同组的别的题也叫“{name}”，请换一个")


def _problem(where: Where, question: Question, key: str, text: str) -> Problem:
    faults, node = where.questions[question.id]
    return Problem(faults.path, node.mapping[key].line, text)
