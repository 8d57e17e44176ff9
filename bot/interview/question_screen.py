"""What one question shows: what is asked and why, what stands, and what can be pressed; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button
from bot.interview.follow_screen import follow_rows, follow_text
from bot.interview.known import Entry, Standing
from bot.interview.list_screen import list_lines, list_rows
from bot.interview.pack import Kind
from bot.interview.progress import whole
from bot.interview.scene import Scene
from bot.interview.screen_parts import (
    CIRCLED,
    LONGEST_ANSWER,
    MANY,
    WIDE,
    Rows,
    answer_text,
    clipped,
    short,
    unfit_text,
    wrapped,
)
from bot.interview.seen import is_own, when
from bot.interview.values import Nothing

ZERO_KINDS = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.LIST, Kind.TEXT, Kind.CHOICE_MANY, Kind.DOCUMENT_REF, Kind.LONG_TEXT}
)
"""Kinds that offer 没有 on a button; a choice and 是/否 have it among their choices."""


def question_text(scene: Scene) -> str:
    """Ask the question the chat is at."""
    if scene.entry.question.kind is Kind.FOLLOW_UP:
        return follow_text(scene, _title(scene, scene.entry))
    return "\n".join(_question_lines(scene, scene.entry))


def question_rows(scene: Scene) -> Rows:
    """Offer what can be pressed in answer, and the ways on and back."""
    entry = scene.entry
    if entry.question.kind is Kind.FOLLOW_UP:
        return (*follow_rows(scene), *_walk_rows(scene, entry))
    rows = (*_answer_rows(scene, entry), *_nothing_rows(scene, entry), *_walk_rows(scene, entry))
    return tuple(row for row in rows if row)


def _question_lines(scene: Scene, entry: Entry) -> Iterator[str]:
    question = entry.question
    yield _title(scene, entry)
    owed = question.required and (entry.stored or entry.standing is not Standing.HELD)
    yield scene.in_words(question.ask) + (scene.say("question_required") if owed else "")
    for key, text in (("why", question.why), ("example", question.example)):
        if text:
            yield scene.say(f"question_{key}", **{key: text})
    if question.last_year != "none" and not entry.carried and (before := scene.last_year(question.id)):
        text = clipped(before.text, LONGEST_ANSWER) if question.kind in MANY else answer_text(scene, before)
        yield scene.say("question_last_year", text=text)
    if question.holder:
        yield scene.say("question_holder", holder=question.holder)
    if len(question.units) > 1:
        yield scene.say("question_units", units="、".join(question.units))
    yield from _unfit(scene, entry)
    yield from _now(scene, entry)
    if _numbered(entry):
        yield scene.say("question_choices")
        yield from (f"{CIRCLED[index]} {choice.label}" for index, choice in enumerate(entry.question.choices[:20]))
    if question.other and question.kind is Kind.CHOICE:
        yield scene.say("hint_other")
    hint = f"hint_{question.kind.value}"
    if hint in scene.pack.phrases:
        yield scene.say(hint)


def _title(scene: Scene, entry: Entry) -> str:
    asked = [other.question.id for other in scene.counted(scene.section)]
    number = asked.index(entry.question.id) + 1 if entry.question.id in asked else len(asked)
    done, all_ = whole(scene)
    place = {"section": scene.section.title, "number": number, "total": len(asked)}
    return scene.say("question_title", done=done, all=all_, **place)


def _now(scene: Scene, entry: Entry) -> Iterator[str]:
    """Say what stands as the answer now: the items of a list, a default in effect, or the answer."""
    if entry.question.collects and (entry.pieces or not entry.stored):
        yield from list_lines(scene, entry)
    elif entry.stored:
        yield _now_text(scene, entry)
    elif entry.carried:
        yield scene.say("question_carried", text=answer_text(scene, entry))
    elif entry.standing is Standing.HELD:
        yield scene.say("question_default", text=entry.text)


def _unfit(scene: Scene, entry: Entry) -> Iterator[str]:
    """Say what was answered before the question changed, where something of it no longer fits."""
    if entry.unfit:
        yield scene.say("question_unfit", text=unfit_text(scene, entry))


def _now_text(scene: Scene, entry: Entry) -> str:
    """Give the answer, and by whom and when where it was somebody else."""
    answer, text = entry.answers[0], answer_text(scene, entry)
    if is_own(scene, answer):
        return scene.say("question_now", text=text)
    return scene.say("question_now_by", text=text, name=answer.by, when=when(scene, answer.at))


def _numbered(entry: Entry) -> bool:
    return any(len(choice.label) > WIDE for choice in entry.question.choices)


def _answer_rows(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    question = entry.question
    held = {id_ for answer in entry.answers for id_ in getattr(answer.value, "ids", ())}
    many = question.kind is Kind.CHOICE_MANY
    numbered = _numbered(entry)
    buttons = []
    default = scene.default if question.firm else None
    fits = getattr(default.value, "ids", ()) if default else ()
    for index, choice in enumerate(question.choices[:20]):
        if fits and choice.id not in fits:
            continue
        label = CIRCLED[index] if numbered else choice.label
        if many:
            taken = choice.id in held
            buttons.append(Button(f"{'-' if taken else '+'}{choice.id}", f"✓ {label}" if taken else label))
        else:
            buttons.append(Button(f"={choice.id}", label))
    widest = max((len(button.label) for button in buttons), default=0)
    yield from wrapped(tuple(buttons), 4 if widest <= 3 else 2 if widest <= 7 else 1)
    if question.collects:
        yield from list_rows(scene, entry)
    if many or question.collects:
        every = (Button("all", scene.say("button_all")),) if many and not held and len(question.choices) > 1 else ()
        offers = (Button("offers", scene.say("button_offers")),) if question.offers else ()
        yield (*every, *offers, Button("done", scene.say("button_done")))
    yield from _offers(scene, entry)


def _offers(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    """Offer what can be taken with one press: the default in effect, last year's answer, today's date."""
    question = entry.question
    if not entry.stored and not entry.carried and entry.standing is Standing.HELD and not question.choices:
        yield (Button("default", short(scene, "button_default", entry.text)),)
    taken_over = question.last_year == "carry" or (question.last_year == "show" and question.kind is Kind.CHOICE_MANY)
    if taken_over and (before := entry if entry.carried else scene.last_year(question.id)):
        yield (Button("carry", short(scene, "button_carry", answer_text(scene, before))),)
    if entry.carried and sum(other.carried for other in scene.applying(scene.section)) > 1:
        yield (Button("carry_all", scene.say("button_carry_all")),)
    if question.kind is Kind.DATE and not question.yearly:
        yield (Button("today", scene.say("button_today")),)


def _nothing_rows(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    yield tuple(Button(nothing.value, scene.say(f"nothing_{nothing.value}")) for nothing in admitted(scene, entry))


def admitted(scene: Scene, entry: Entry) -> list[Nothing]:
    """Give the nothings that a question may be answered with."""
    if scene.pack.section_of[entry.question.id].kept:
        return []
    owed = entry.question.required and (entry.question.collects or entry.question.kind is Kind.DATE)
    zero = [Nothing.ZERO] if entry.question.kind in ZERO_KINDS else []
    return [Nothing.LATER] if owed else [*zero, Nothing.OUT, Nothing.LATER]


def walk_row(scene: Scene) -> tuple[Button, ...]:
    """Offer the ways back, past and out, and to the review of what is answered or optional; back alone if entered."""
    looked_up = any(other.stored or other.question.optional for other in scene.applying(scene.section))
    ways = ("return", "menu") if scene.session.via else ("back", "skip", *(("review",) if looked_up else ()), "menu")
    return tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in ways)


def _walk_rows(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    """Offer the ways on and back; and apart from them, where there is something to take back, to take it back."""
    if entry.stored:
        read = (
            [] if entry.question.collects or scene.section.kept else [Button("read", scene.say("button_read_section"))]
        )
        yield (*read, Button("clear", scene.say("button_clear")))
    yield walk_row(scene)
