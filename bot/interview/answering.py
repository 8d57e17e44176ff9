"""The steps at a question: taking an answer by word or by press, going back, going past."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.interview import collecting, follow, group, item, lists
from bot.interview.answers import Clock, Refused, understand
from bot.interview.branches import turned
from bot.interview.comparison import beside
from bot.interview.events import Answer, Fact, Turn
from bot.interview.facts import answer_of, cleared
from bot.interview.inputs import Pressed, Said
from bot.interview.known import Entry
from bot.interview.pack import Kind
from bot.interview.reading_steps import back, open_reading
from bot.interview.refusing import refused
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_line
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import ask_to_clear, open_menu, open_offers, open_review, refuse_old_button
from bot.interview.turns import arrive, onward, said, shown
from bot.interview.values import Chosen, Day, Nothing, Value

FIRST = ("1", "①", "１")
"""What takes the one answer a question offers on a button."""


def say_answer(scene: Scene, given: Said) -> Turn:
    """Take what was typed: the words of a button, or an answer in any form its kind accepts.

    An answer that stands on a button is that of the message; the words of a button elsewhere are no answer to anything.
    """
    pressed = pressed_by_words(keyboard(scene), given.text)
    if given.text.strip() in FIRST and not scene.entry.question.choices and offered(scene, "default"):
        pressed = "default"
    follows = scene.entry.question.kind is Kind.FOLLOW_UP
    answers = pressed is not None and (pressed in set(Nothing) or (not follows and pressed[0] in "=+-"))
    if pressed is not None and not answers:
        return press_answer(scene, Pressed(given.at, scene.session.screen, pressed))
    if turn := _aside(scene, given) or group.named_besides(scene, given):
        return turn
    unended = collecting.unended(scene, given)
    text = collecting.last_line(unended, given) if unended else given.text
    understood = understand(scene.entry.question, text, Clock(scene.session.year, given.at.date()))
    if isinstance(understood, Refused):
        return said(scene, scene.say(f"refused_{understood.code}", **understood.facts))
    if isinstance(understood, Nothing) and not offered(scene, understood.value):
        return said(scene, _why_not(scene))
    return _keep(scene, given, understood, unended)


def _aside(scene: Scene, given: Said) -> Turn | None:
    """Take what is typed and is no new answer: a button's words, what became of plans, a change named by number."""
    if given.text.strip() == scene.say("button_read"):
        return open_reading(scene, given)
    words, follows = given.text.strip(), scene.entry.question.kind is Kind.FOLLOW_UP
    if scene.pack.button_words.fullmatch(words) and not (follows and words == scene.say("button_done")):
        return said(scene, scene.say("refused_button", typed=words))
    if follows:
        return follow.say_outcome(scene, given)
    return item.shortcut(scene, given) if scene.entry.question.collects else None


def _keep(scene: Scene, given: Said, understood: tuple[Value, ...] | Nothing, unended: Answer | None) -> Turn:
    """Store what was understood: as further items, as own words beside choices taken, or as the answer."""
    if isinstance(understood, Nothing):
        return _settle(scene, understood, given.text, given.at, given.message)
    if scene.entry.question.collects:
        return collecting.collect(scene, given, understood, unended)
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
    if scene.entry.question.kind is Kind.FOLLOW_UP:
        return follow.press_outcome(scene, mark, id_, given)
    return _MARKED[mark](scene, id_, given)


def go_back(scene: Scene, _: object) -> Turn:
    """Go to the question before; the answers stay as they are."""
    if scene.session.via:
        return back(scene)
    entry = scene.previous_applying()
    if entry is None:
        return said(scene, scene.say("first_question"))
    return arrive(scene.at(via=""), entry)


def go_past(scene: Scene, _: object) -> Turn:
    """Go to the next question; the answer here, if any, stays as it is."""
    return back(scene) if scene.session.via else arrive(scene, scene.next_applying())


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
    elif wrong := refused(scene.known.entries, entry.question, value):
        return said(scene, scene.say(f"refused_{wrong.code}", **wrong.facts))
    return _go_on(scene, (answer_of(scene, value, typed, at, message, source),))


def _go_on(before: Scene, facts: tuple[Fact, ...] = ()) -> Turn:
    """Read the answer back and go where it was entered from, or to the next question that is still open."""
    scene = before.after(facts)
    entry = scene.entry
    read = scene.say("understood", answer=read_back(before, scene)) if entry.stored else ""
    notice = turned(before, scene, facts)
    if scene.session.via == State.GROUP:
        return group.answered(before, scene, facts, notice, read)
    if scene.session.via:
        return back(scene, facts, notice, read)
    return onward(scene, facts, notice, understood=read)


def read_back(before: Scene, scene: Scene) -> str:
    """Write the answer of the question the chat is at, beside what it was and last year's."""
    entry = scene.entry
    return answer_line(scene, entry, beside(scene, before.entry, entry))


def _take(scene: Scene, id_: str, given: Pressed) -> Turn:
    """Take a choice as the answer; or a document of the library as one more item, as if its number were typed."""
    if scene.entry.question.collects:
        return say_answer(scene, Said(given.at, id_))
    return _settle(scene, Chosen((id_,)), given.choice, given.at)


def _held(scene: Scene) -> Chosen:
    entry = scene.entry
    value = entry.answers[0].value if entry.stored or entry.carried else None
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


def _toggle(scene: Scene, id_: str, given: Pressed) -> Turn:
    """Take or drop one of several choices; the screen stays and shows it."""
    held = _held(scene)
    order = [choice.id for choice in scene.entry.question.choices]
    ids = {*held.ids, id_} if given.choice.startswith("+") else {*held.ids} - {id_}
    chosen = Chosen(tuple(other for other in order if other in ids), held.other)
    facts: tuple[Fact, ...] = (answer_of(scene, chosen, given.choice, given.at),)
    if chosen == Chosen(()) and scene.entry.carried:
        return shown(scene, notice=scene.say("carried_last"))
    if chosen == Chosen(()):
        facts = cleared(scene, given.at)
    return shown(scene.after(facts), facts, replaces=True)


def _take_all(scene: Scene, given: Pressed) -> Turn:
    """Take all choices there are as the answer."""
    ids = tuple(choice.id for choice in scene.entry.question.choices)
    return _settle(scene, Chosen(ids, _held(scene).other), given.choice, given.at)


def _finish(scene: Scene, given: Pressed) -> Turn:
    """Go on; what stands as last year, and what is left of choices of which some are gone, counts as answered so."""
    if scene.entry.carried:
        return _carry(scene, given)
    if not scene.entry.unfit or not scene.entry.stored:
        return _go_on(scene)
    return _go_on(
        scene, tuple(answer_of(scene, answer.value, answer.typed, given.at) for answer in scene.entry.answers[:1])
    )


def _confirm(scene: Scene, given: Pressed) -> Turn:
    """Take the default in effect as the answer."""
    return _adopt(scene, scene.entry, given.at, "confirmed")


def _carry(scene: Scene, given: Pressed) -> Turn:
    """Take last year's answer for this year."""
    before = scene.entry if scene.entry.carried else scene.last_year(scene.session.question)
    return _adopt(scene, before, given.at, "carried") if before else refuse_old_button(scene, given)


def _carry_all(scene: Scene, given: Pressed) -> Turn:
    """Take all that stands as last year in this section, and go on."""
    here, facts = scene.section, list[Fact]()
    carried = [entry for entry in scene.applying(here) if entry.carried]
    for entry in carried:
        facts += lists.agreed(scene.after(facts), entry, given.at)
    notice = scene.say("carried_all", section=here.title, count=len(carried))
    return onward(scene.after(facts), tuple(facts), notice)


def _adopt(scene: Scene, entry: Entry, at: datetime, source: str) -> Turn:
    if not entry.question.collects or not entry.pieces:
        answer = entry.answers[0]
        return _settle(scene, answer.value, answer.typed, at, source=source)
    taken = [answer_of(scene, answer.value, answer.typed, at, source=source) for answer in entry.answers]
    return _go_on(scene, lists.added(scene, taken))


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
    "all": _take_all,
    "done": _finish,
    "default": _confirm,
    "carry": _carry,
    "carry_all": _carry_all,
    "today": _today,
    "list": item.close_item,
    "offers": open_offers,
}
"""The buttons of a question that are no choice and no nothing."""

_MARKED: Mapping[str, Callable[[Scene, str, Pressed], Turn]] = {
    "=": _take,
    "+": _toggle,
    "-": _toggle,
    "i": lambda scene, id_, given: item.open_item(scene, id_),
    "w": lambda scene, id_, given: item.write_for(scene, id_),
}
"""The buttons of a question that name a choice or an item behind this mark."""
