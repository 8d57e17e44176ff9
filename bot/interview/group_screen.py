"""What a group of questions shows: a line for each with what stands, how to answer, what to press; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.interview.events import Button
from bot.interview.known import Entry, Standing
from bot.interview.pack import NO, YES, Kind
from bot.interview.question_screen import walk_row
from bot.interview.scene import Scene
from bot.interview.screen_parts import CIRCLED, Rows, answer_text, short, unfit_text, wrapped
from bot.interview.seen import is_own, when
from bot.interview.values import Chosen, Nothing
from bot.interview.wording import places


def members(scene: Scene) -> list[Entry]:
    """Give the questions of the group the chat is at whose branch is taken, in order; optional ones where wanted."""
    entries = (scene.known.entries[id_] for id_ in scene.pack.group_of.get(scene.session.question, ()))
    return [entry for entry in entries if entry.applies and scene.wants(entry)]


def asked(scene: Scene) -> list[Entry]:
    """Give those that have to be answered: not those that will follow from the answer to another."""
    owed = [entry for entry in members(scene) if entry.blank or entry.standing is Standing.LATER]
    return [entry for entry in owed if not _waits(scene, entry)]


def _waits(scene: Scene, entry: Entry) -> bool:
    """Tell whether what is written where nobody answers follows from an answer that is missing."""
    question = scene.pack.questions[entry.question.id]
    if entry.stored or not question.default:
        return False
    texts = (question.default, *(choice.label for choice in question.choices))
    return any(scene.known.words[name].missing for text in texts for name in places(text))


def group_text(scene: Scene) -> str:
    """Ask the questions of a group."""
    return "\n".join(_lines(scene, members(scene)))


def group_rows(scene: Scene) -> Rows:
    """Offer to answer one alone, what holds for all that are left, and the ways on and back."""
    return (*wrapped(_members_row(scene), 2), *_whole_row(scene), walk_row(scene))


def example(entries: Sequence[Entry]) -> str:
    """Write an answer to these questions in one message; "" where one of them has no example."""
    parts = ["是" if entry.question.kind is Kind.YES_NO else entry.question.example for entry in entries]
    return "，".join(parts) if all(parts) else ""


def group_name(scene: Scene) -> str:
    """Name a group by the numbers its questions have in their section."""
    first, last, _ = _numbers(scene, members(scene))
    return scene.say("group_name", section=scene.section.title, first=first, last=last)


def _numbers(scene: Scene, entries: Sequence[Entry]) -> tuple[int, int, int]:
    """Give the first and the last number of these questions in their section, and how many that has."""
    ids = {entry.question.id for entry in entries}
    for total in (scene.counted(scene.section), scene.applying(scene.section)):
        if numbers := [number for number, entry in enumerate(total, 1) if entry.question.id in ids]:
            return numbers[0], numbers[-1], len(total)
    return 0, 0, 0


def _lines(scene: Scene, entries: Sequence[Entry]) -> Iterator[str]:
    first, last, total = _numbers(scene, entries)
    yield scene.say("group_title", section=scene.section.title, first=first, last=last, total=total)
    yield from (_line(scene, number, entry) for number, entry in zip(CIRCLED, entries, strict=False))
    for holder in dict.fromkeys(entry.question.holder for entry in entries if entry.question.holder):
        yield scene.say("question_holder", holder=holder)
    left = asked(scene)
    if _right(entries):
        yield scene.say("group_right")
    elif len(left) > 1:
        yield from _hints(scene, left)
        if text := example(left):
            yield scene.say("question_example", example=text)
    elif left:
        yield scene.say("group_last", label=left[0].question.label)
    else:
        yield scene.say("group_done")


def _hints(scene: Scene, left: Sequence[Entry]) -> Iterator[str]:
    pressed = [entry.question.kind is Kind.YES_NO for entry in left]
    yield scene.say("group_hint_yes_no" if all(pressed) else "group_hint")
    if any(pressed) and not all(pressed):
        yield scene.say("group_hint_press")


def _line(scene: Scene, number: str, entry: Entry) -> str:
    """Write what is asked, or what was answered, beside what was answered the year before."""
    question = entry.question
    before = scene.last_year(question.id) if question.last_year != "none" else None
    last = scene.say("group_last_year", text=before.text) if before else ""
    if _waits(scene, entry):
        return scene.say("group_waits", number=number, label=question.label)
    text, last = answer_text(scene, entry), last + _unfit(scene, entry)
    if entry.stored and entry.standing is not Standing.LATER:
        return scene.say("group_answered", number=number, label=question.label, text=text) + _by(scene, entry) + last
    if entry.carried:
        return scene.say("group_carried", number=number, label=question.label, text=text)
    if entry.standing in (Standing.HELD, Standing.LATER):
        return scene.say("group_default", number=number, label=question.label, text=text) + last
    if question.kind is Kind.YES_NO:
        return scene.say("group_asked", number=number, label=scene.in_words(question.ask)) + last
    units = scene.say("group_units", units="、".join(question.units)) if len(question.units) > 1 else ""
    return scene.say("group_asked", number=number, label=question.label) + units + last


def _by(scene: Scene, entry: Entry) -> str:
    """Say who gave an answer and when, where that was a colleague."""
    answer = entry.answers[0]
    return "" if is_own(scene, answer) else scene.say("group_by", name=answer.by, when=when(scene, answer.at))


def _unfit(scene: Scene, entry: Entry) -> str:
    """Say what was answered before the question changed."""
    return "\n" + scene.say("question_unfit", text=unfit_text(scene, entry)) if entry.unfit else ""


def _members_row(scene: Scene) -> tuple[Button, ...]:
    return tuple(_member(scene, number, entry) for number, entry in zip(CIRCLED, members(scene), strict=False))


def _member(scene: Scene, number: str, entry: Entry) -> Button:
    """Offer to open a question alone, or to turn 是 and 否 over."""
    label = short(scene, "group_button", number + entry.question.label)
    if entry.question.kind is not Kind.YES_NO:
        return Button(f"g:{entry.question.id}", label)
    value = entry.answers[0].value if entry.stored else None
    mark = {Chosen((YES,)): "✓", Chosen((NO,)): "✗"}.get(value, "") if isinstance(value, Chosen) else ""
    return Button(f"t:{entry.question.id}", mark + label)


def _right(entries: Sequence[Entry]) -> bool:
    """Tell whether what stands is whole, and some of it is a default nobody has agreed to."""
    return not any(entry.blank for entry in entries) and any(entry.open for entry in entries)


def _whole_row(scene: Scene) -> Iterator[tuple[Button, ...]]:
    entries = members(scene)
    if len([entry for entry in entries if entry.blank and entry.question.kind is Kind.YES_NO]) > 1:
        yield (Button("yes_all", scene.say("button_yes_all")),)
    if _right(entries):
        yield (Button("right", scene.say("button_right")),)
    elif not any(entry.open for entry in entries):
        yield (Button("done", scene.say("button_done")),)
    elif not scene.section.kept:
        yield (Button(Nothing.LATER.value, scene.say("nothing_later")),)
