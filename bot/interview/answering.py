"""The steps at a question: taking an answer by word or by press, going back, going past."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.interview import group
from bot.interview.answers import Clock, Refused, understand
from bot.interview.branches import turned
from bot.interview.comparison import beside
from bot.interview.events import Answer, Cleared, Fact, Turn
from bot.interview.inputs import Pressed, Said
from bot.interview.known import Entry
from bot.interview.pack import Kind
from bot.interview.pasted import goes_on, seam
from bot.interview.reading import MOST_ALL, MOST_ITEMS
from bot.interview.reading_steps import open_reading
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_line
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import ask_to_clear, open_menu, open_review, refuse_old_button
from bot.interview.turns import arrive, returned, said, shown
from bot.interview.values import Chosen, Day, Nothing, Value

FIRST = ("1", "①", "１")
"""What takes the one answer a question offers on a button."""


def say_answer(scene: Scene, given: Said) -> Turn:
    """Take what was typed: the words of a button, or an answer in any form its kind accepts.

    The words of a button that stands elsewhere are no answer to anything.
    """
    pressed = pressed_by_words(keyboard(scene), given.text)
    if given.text.strip() in FIRST and not scene.entry.question.choices and offered(scene, "default"):
        pressed = "default"
    if pressed is not None and not pressed.startswith(("=", "+", "-")):
        return press_answer(scene, Pressed(given.at, scene.session.screen, pressed))
    if given.text.strip() == scene.say("button_read"):
        return open_reading(scene, given)
    if scene.pack.button_words.fullmatch(given.text.strip()):
        return said(scene, scene.say("refused_button", typed=given.text.strip()))
    unended = _unended(scene, given)
    text = _last_line(unended, given) if unended else given.text
    understood = understand(scene.entry.question, text, Clock(scene.session.year, given.at.date()))
    if isinstance(understood, Refused):
        return said(scene, scene.say(f"refused_{understood.code}", **understood.facts))
    if isinstance(understood, Nothing) and not offered(scene, understood.value):
        return said(scene, _why_not(scene))
    return _keep(scene, given, understood, unended)


def _unended(scene: Scene, given: Said) -> Answer | None:
    """Give the item of a list that this message goes on with: an app cut what was pasted in the middle of a line."""
    last = max(scene.entry.answers, key=lambda answer: answer.item, default=None)
    if last is None or scene.entry.question.kind is not Kind.LIST or not goes_on(last.typed, last.at, given.at):
        return None
    return None if seam(last.typed, given.text) == "\n" else last


def _last_line(unended: Answer, given: Said) -> str:
    """Put the line that was cut before the message that goes on with it."""
    return unended.typed.rpartition("\n")[2] + seam(unended.typed, given.text) + given.text


def _keep(scene: Scene, given: Said, understood: tuple[Value, ...] | Nothing, unended: Answer | None) -> Turn:
    """Store what was understood: as further items, as own words beside choices taken, or as the answer."""
    if isinstance(understood, Nothing):
        return _settle(scene, understood, given.text, given.at, given.message)
    if scene.entry.question.collects:
        return _collect(scene, given, understood, unended)
    if _only_adds(scene, understood[0]):
        return _add_other(scene, given, understood[0])
    return _settle(scene, understood[0], given.text, given.at, given.message)


def _why_not(scene: Scene) -> str:
    """Answer a nothing this question does not admit."""
    return scene.say("refused_nothing_but_later") if offered(scene, Nothing.LATER) else scene.say("refused_nothing")


def press_answer(scene: Scene, given: Pressed) -> Turn:
    """Take a press on the screen of a question; one that names nothing there changes nothing."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in _BUTTONS:
        return _BUTTONS[given.choice](scene, given)
    if given.choice in set(Nothing):
        return _settle(scene, Nothing(given.choice), given.choice, given.at)
    mark, id_ = given.choice[0], given.choice[1:]
    if mark == "=":
        return _take(scene, id_, given)
    if mark == "x":
        return _delete(scene, int(id_), given.at)
    return _toggle(scene, mark == "+", id_, given)


def go_back(scene: Scene, _: object) -> Turn:
    """Go to the question before; the answers stay as they are."""
    if scene.session.via:
        return returned(scene)
    entry = scene.previous_applying()
    if entry is None:
        return said(scene, scene.say("first_question"))
    return arrive(scene, entry)


def go_past(scene: Scene, _: object) -> Turn:
    """Go to the next question; the answer here, if any, stays as it is."""
    return returned(scene) if scene.session.via else arrive(scene, scene.next_applying())


def _settle(
    scene: Scene,
    value: Value | Nothing,
    typed: str,
    at: datetime,
    message: int | None = None,
    source: str = "typed",
) -> Turn:
    """Store the one answer of a question, read it back and go on; one that is as the default says follows it."""
    entry = scene.entry
    if entry.question.collects and entry.stored and entry.pieces:
        return said(scene, scene.say("refused_items", count=len(entry.pieces)))
    default = scene.default
    if default and value == default.value:
        source = "confirmed"
    elif default and entry.question.firm:
        return said(scene, scene.say("refused_firm", text=replace(entry, answers=(default,)).text))
    return _go_on(scene, (answer_of(scene, value, typed, at, message, source),))


def _go_on(before: Scene, facts: tuple[Fact, ...] = ()) -> Turn:
    """Read the answer back and go where it was entered from, or to the next question that is still open."""
    scene = before.after(facts)
    entry, here = scene.entry, scene.section
    read = scene.say("understood", answer=read_back(before, scene)) if entry.stored else ""
    notice = turned(before, scene, facts)
    if scene.session.via == State.GROUP:
        return group.answered(scene, facts, notice, read)
    if scene.session.via:
        return returned(scene, facts, notice, understood=read)
    following = scene.next_open()
    leaves = following is None or scene.pack.section_of[following.question.id] is not here
    if leaves and not any(other.owed for other in scene.applying(here)):
        done = scene.say("profile_done" if here.kept else "section_done", section=here.title)
        notice = "\n".join(filter(None, (notice, done)))
    return arrive(scene, following, facts, notice, understood=read)


def read_back(before: Scene, scene: Scene) -> str:
    """Write the answer of the question the chat is at, beside what it was and last year's."""
    entry = scene.entry
    return answer_line(scene, entry, beside(scene, before.entry, entry))


def answer_of(
    scene: Scene, value: Value | Nothing, typed: str, at: datetime, message: int | None = None, source: str = "typed"
) -> Answer:
    """Make the one answer of the question the chat is at."""
    question = scene.session.question
    by = scene.dossier.member.name if scene.dossier.member else ""
    return Answer(scene.year_of(question), question, value, typed, at, source=source, by=by, message=message)


def cleared(scene: Scene, at: datetime) -> tuple[Cleared, ...]:
    """Take back all that was answered to the question the chat is at."""
    return tuple(
        Cleared(answer.year, answer.question, answer.item, at)
        for answer in scene.entry.answers
        if answer.source != "default"
    )


def _collect(scene: Scene, given: Said, values: tuple[Value, ...], unended: Answer | None) -> Turn:
    """Add what one message says to a list, the first of it perhaps to the item left unended, and show the list."""
    answers = [answer_of(scene, value, given.text, given.at, given.message) for value in values]
    facts: tuple[Fact, ...] = ()
    if unended:
        facts = (answers.pop(0)._replace(item=unended.item, position=unended.position),)
    facts += _added(scene.after(facts), answers)
    after = scene.after(facts)
    if refusal := too_much(after):
        return said(scene, refusal)
    return shown(after, facts, scene.say("item_added" if facts else "item_known", count=len(after.entry.pieces)))


def too_much(scene: Scene) -> str:
    """Say so where a question has more items, or more text, than any report can use."""
    entry = scene.entry
    if entry.question.kind is Kind.LONG_TEXT:
        return scene.say("refused_too_long", most=MOST_ALL) if len(entry.text) > MOST_ALL else ""
    return scene.say("refused_full", most=MOST_ITEMS) if len(entry.pieces) > MOST_ITEMS else ""


def _added(scene: Scene, answers: list[Answer]) -> tuple[Fact, ...]:
    """Give answers their places as items of a list, each value once; a 没有 or the like said before gives way.

    The pieces of one long text may be alike.
    """
    given = [answer for answer in scene.entry.answers if answer.source != "default"]
    held = {answer.value for answer in given if scene.entry.question.kind is not Kind.LONG_TEXT}
    new = [answer for answer in answers if answer.value not in held]
    nothing = any(isinstance(answer.value, Nothing) for answer in given)
    gone = cleared(scene, new[0].at) if nothing and new else ()
    first = scene.next_item(scene.session.question)
    return (*gone, *(answer._replace(item=number, position=number) for number, answer in enumerate(new, first)))


def _delete(scene: Scene, item: int, at: datetime) -> Turn:
    facts = (Cleared(scene.year_of(scene.session.question), scene.session.question, item, at),)
    return shown(scene.after(facts), facts, scene.say("cleared", label=scene.entry.question.label))


def _take(scene: Scene, id_: str, given: Pressed) -> Turn:
    """Take a choice as the answer; or a document of the library as one more item, as if its number were typed."""
    if scene.entry.question.collects:
        return say_answer(scene, Said(given.at, id_))
    return _settle(scene, Chosen((id_,)), given.choice, given.at)


def _held(scene: Scene) -> Chosen:
    value = scene.entry.answers[0].value if scene.entry.stored else None
    return value if isinstance(value, Chosen) else Chosen(())


def _only_adds(scene: Scene, value: Value) -> bool:
    """Tell whether own words were typed to choices already taken."""
    many = scene.entry.question.kind is Kind.CHOICE_MANY
    return many and isinstance(value, Chosen) and not value.ids and _held(scene) != Chosen(())


def _add_other(scene: Scene, given: Said, value: Value) -> Turn:
    held = _held(scene)
    added = value.other if isinstance(value, Chosen) else ()
    both = Chosen(held.ids, (*held.other, *(words for words in added if words not in held.other)))
    facts = (answer_of(scene, both, given.text, given.at, given.message),)
    return shown(scene.after(facts), facts)


def _toggle(scene: Scene, take: bool, id_: str, given: Pressed) -> Turn:  # noqa: FBT001
    """Take or drop one of several choices; the screen stays and shows it."""
    held = _held(scene)
    order = [choice.id for choice in scene.entry.question.choices]
    ids = {*held.ids, id_} if take else {*held.ids} - {id_}
    chosen = Chosen(tuple(other for other in order if other in ids), held.other)
    facts: tuple[Fact, ...] = (answer_of(scene, chosen, given.choice, given.at),)
    if chosen == Chosen(()):
        facts = cleared(scene, given.at)
    return shown(scene.after(facts), facts, replaces=True)


def _finish(scene: Scene, _: object) -> Turn:
    return _go_on(scene)


def _confirm(scene: Scene, given: Pressed) -> Turn:
    """Take the default in effect as the answer."""
    return _adopt(scene, scene.entry, given.at, "confirmed")


def _carry(scene: Scene, given: Pressed) -> Turn:
    """Take last year's answer for this year."""
    before = scene.last_year(scene.session.question)
    return _adopt(scene, before, given.at, "carried") if before else refuse_old_button(scene, given)


def _adopt(scene: Scene, entry: Entry, at: datetime, source: str) -> Turn:
    if not entry.question.collects:
        answer = entry.answers[0]
        return _settle(scene, answer.value, answer.typed, at, source=source)
    taken = [answer_of(scene, answer.value, answer.typed, at, source=source) for answer in entry.answers]
    return _go_on(scene, _added(scene, taken))


def _today(scene: Scene, given: Pressed) -> Turn:
    return _settle(scene, Day(given.at.year, given.at.month, given.at.day), given.choice, given.at)


_BUTTONS: Mapping[str, Callable[[Scene, Pressed], Turn]] = {
    "back": go_back,
    "skip": go_past,
    "menu": open_menu,
    "return": go_back,
    "clear": ask_to_clear,
    "review": open_review,
    "read": open_reading,
    "done": _finish,
    "default": _confirm,
    "carry": _carry,
    "today": _today,
}
"""The buttons of a question that are no choice and no nothing."""
