"""Writes the 题单: questions of a draft with codes, last year's and present answers, as plain text; reads none back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.interview.answers import Clock, understand
from bot.interview.entry import Piece
from bot.interview.known import Entry, Standing
from bot.interview.outline_book import book, parted
from bot.interview.outline_links import links_text
from bot.interview.outline_marks import choices_line, condition_hint, is_listed, kind_hint
from bot.interview.pack import Condition, Kind, Pack, Question
from bot.interview.reading import shown, units
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_text
from bot.interview.values import Chosen, Nothing, Outcome, Reference, Value, Words, value_text

WHOLE, MISSING, HOLDER = "whole", "missing", "h"
"""What a sheet holds: all questions, those without an answer, or those of one holder, numbered from 1: h1."""

MOST = 4096
"""UTF-16 units of a message."""

LAST_YEAR = 14
"""Characters of last year's answer that are shown."""

PLAN = 24
"""Characters of one of last year's plans that are shown."""

_PARTING = str.maketrans("（）()；;：:", "〔〕〔〕、、，，")
"""What would part a line, or end its brackets, where an answer stands in them."""

_BRACKETS = str.maketrans("", "", "〔〕【】")


def sheets(pack: Pack) -> tuple[str, ...]:
    """Name every sheet there is."""
    return (WHOLE, MISSING, *(f"{HOLDER}{number}" for number in range(1, len(pack.holders) + 1)))


def holder_of(pack: Pack, which: str) -> str:
    """Name whom a sheet is for; "" where it is for anybody."""
    return "" if which in (WHOLE, MISSING) else pack.holders[int(which.removeprefix(HOLDER)) - 1]


def listed(scene: Scene, which: str) -> list[Entry]:
    """Give the questions of a sheet: those that apply, and those that may, once others are answered."""
    entries = [entry for entry in scene.known.entries.values() if may_apply(scene, entry.question)]
    if which == WHOLE:
        return entries
    if which == MISSING:
        return list(filter(is_missing, entries))
    holder = holder_of(scene.pack, which)
    return [entry for entry in entries if entry.question.holder == holder]


def is_missing(entry: Entry) -> bool:
    """Tell whether an answer is still to come, or may be once others have."""
    waits = not entry.applies and not entry.question.optional
    return waits or entry.owed or entry.standing is Standing.LATER


def may_apply(scene: Scene, question: Question) -> bool:
    """Tell whether the branch of a question is taken, or still can be."""
    entries = scene.known.entries
    if question.of and not entries[question.id].plans:
        return False
    return all(entries.meets(condition) or _undecided(scene, condition) for condition in question.when)


def _undecided(scene: Scene, condition: Condition) -> bool:
    entry = scene.known.entries[condition.question]
    if not entry.applies:
        return may_apply(scene, entry.question)
    return entry.standing in (Standing.MISSING, Standing.LATER)


def outline(scene: Scene, which: str) -> tuple[str, ...]:
    """Write a sheet as messages: one where it fits, else cut between sections."""
    entries = listed(scene, which)
    blocks = ["\n".join(_head(scene, which, len(entries)))]
    for number, section in enumerate(scene.pack.sections, 1):
        inside = [entry for entry in entries if scene.pack.section_of[entry.question.id] is section]
        if inside:
            lines = (line for entry in inside for line in question_lines(scene, entry))
            blocks.append("\n".join((f"【{number} {section.title}】", *lines)))
    messages: list[str] = []
    for block in blocks:
        joined = f"{messages[-1]}\n\n{block}" if messages else block
        if messages and units(joined) <= MOST:
            messages[-1] = joined
        else:
            messages.append(block)
    return tuple(messages)


def _head(scene: Scene, which: str, count: int) -> Iterator[str]:
    """Say whose sheet it is, of which year, for whom, and how it is filled in."""
    yield scene.say("outline_title", unit=unit_of(scene), year=scene.session.year)
    holder = holder_of(scene.pack, which)
    for_ = "holder" if holder else which
    yield scene.say(f"outline_for_{for_}", pack=scene.pack.name, count=count, holder=holder)
    yield scene.say("outline_how")


def unit_of(scene: Scene) -> str:
    """Name the unit as a sheet does: by its invite, or by what its profile says; "" where neither does."""
    entry = scene.known.entries["unit_name"] if "unit_name" in scene.pack.asked else None
    return scene.dossier.unit or (entry.text if entry and entry.standing is Standing.HELD else "")


def question_lines(scene: Scene, entry: Entry) -> Iterator[str]:
    """Write a question: its line, the choices or the items below it."""
    code, question = scene.pack.codes[entry.question.id], entry.question
    hints = "；".join(_hints(scene, entry))
    head = f"{code} {question.label}" + (f"（{hints}）" if hints else "") + "："
    items = tuple(_items(scene, entry))
    yield head if items else _alone(scene, head + present(scene, entry), head)
    yield from (_alone(scene, f"{code}-{number} {text}", f"{code}-{number} ") for number, text in items)
    if is_listed(question):
        yield choices_line(scene.pack, question)


def _hints(scene: Scene, entry: Entry) -> Iterator[str]:
    question = entry.question
    if kind := kind_hint(scene.pack, question):
        yield kind
    if question.last_year != "none" and not entry.carried and (before := scene.last_year(question.id)):
        yield scene.say("outline_last_year", text=shown(before.text, LAST_YEAR).translate(_PARTING))
    if entry.standing is Standing.HELD and not entry.stored:
        yield scene.say("outline_default", text=shown(entry.text, LAST_YEAR).translate(_PARTING))
    if not entry.applies:
        met = scene.known.entries.meets
        yield from (condition_hint(scene.pack, each) for each in question.when if not met(each))


def _items(scene: Scene, entry: Entry) -> Iterator[tuple[int, str]]:
    """Give what a list or a long text holds: items by their own numbers, paragraphs from 1."""
    if entry.question.kind is Kind.LONG_TEXT:
        yield from enumerate(filter(None, entry.text.split("\n")), 1)
    elif entry.question.of and (entry.standing is Standing.HELD or not entry.stored):
        told = {answer.item: written(scene, entry, answer.value) for answer in entry.answers}
        for number, plan in enumerate(entry.plans, 1):
            yield number, scene.say("outline_plan", plan=plan_head(plan), text=told.get(plan.item, ""))
    elif entry.question.collects and entry.standing is Standing.HELD:
        yield from ((answer.item, written(scene, entry, answer.value)) for answer in entry.answers)


def plan_head(plan: Piece) -> str:
    """Name one of last year's plans on a sheet in a few characters, none of which parts a line or is a bracket."""
    return shown(plan.text.translate(_PARTING).translate(_BRACKETS), PLAN)


def written(scene: Scene, entry: Entry, value: Value | Nothing) -> str:
    """Write an item so that it is read back whole: a document with who issued it, words with what they are for."""
    match value:
        case Nothing():
            return ""
        case Outcome():
            labels = {choice.id: choice.label for choice in entry.question.choices}
            return "，".join(filter(None, (labels[value.state], value.words)))
        case Reference():
            return value.issuer + value_text(value)
        case Words(links=links) if links:
            return value.text + links_text(scene.at(question=entry.question.id), links)
    return value_text(value)


def present(scene: Scene, entry: Entry) -> str:
    """Write the answer given, so that it is read back as it is; choices by number where their words are not."""
    if not entry.stored:
        return ""
    text, value = answer_text(scene, entry), entry.answers[0].value
    if isinstance(value, Chosen) and entry.question.kind is Kind.CHOICE_MANY:
        clock = Clock(scene.session.year, date(scene.session.year + 1, 1, 1))
        if understand(entry.question, text, clock) != (value,):
            ids = [choice.id for choice in entry.question.choices]
            return "、".join((*(str(ids.index(id_) + 1) for id_ in value.ids if id_ in ids), *value.other))
    return text


def _alone(scene: Scene, line: str, head: str) -> str:
    """Give a line that is read as one; an answer that itself looks like lines of a sheet is not repeated on it."""
    return line if len(parted(book(scene.pack), line)) == 1 else head + scene.say("outline_as_is")
