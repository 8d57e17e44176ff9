"""The steps of tracing: from a figure asked for, at any screen of a draft, to its answer, and changing it there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.interview import holding
from bot.interview.approval import WITHHELD, Checked, Unchecked
from bot.interview.events import Answer, Fact, Say, Turn
from bot.interview.filing import ask_to_withdraw, open_filing
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.known import Entry
from bot.interview.numerals import plain
from bot.interview.pack import Kind
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_text
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_for_now, refuse_old_button
from bot.interview.traced_screen import found, only_origin, origins
from bot.interview.traces import asked
from bot.interview.turns import arrive, said, shown
from bot.interview.values import Number

OUTSIDE = frozenset(
    {
        *(State.STRANGER, State.NAMING, State.YEAR, State.LEAVING, State.ERASING),
        *(State.HELD, State.CLASHING, State.COMPARING, State.AMENDING),
    }
)
"""Where nothing is looked for: no draft is open, or what is typed is meant for something else, or is waited for."""

WORDED = frozenset({State.ITEM, State.OFFERS, State.WITHDRAWING})
"""Where what is typed may be any words: there only figures and paragraphs are looked for."""

OWN_WORDS = frozenset(
    {
        *(Kind.TEXT, Kind.LONG_TEXT, Kind.LIST, Kind.DOCUMENT_REF, Kind.FOLLOW_UP),
        *(Kind.CHOICE, Kind.CHOICE_MANY),
    }
)
"""Kinds whose answer may be any words, likewise."""

LONGEST = 40


def asks(scene: Scene, given: Said) -> bool:
    """Tell whether a message asks where something comes from, and is no answer to what is asked here."""
    if scene.session.state in OUTSIDE or scene.session.year not in scene.dossier.years or units(given.text) > LONGEST:
        return False
    at_question = scene.session.state is State.ASKING and scene.entry.question.kind in OWN_WORDS
    return asked(given.text, words=not at_question and scene.session.state not in WORDED) is not None


def trace(scene: Scene, given: Said) -> Turn:
    """Show where it stands; from a trace itself one goes on looking, and goes back to where it began."""
    here = scene.session
    if here.state is State.TRACED:
        return shown(scene.at(held=(given,)))
    return shown(scene.at(state=State.TRACED, held=(given,), via=here.state.value))


def find(scene: Scene, given: Commanded) -> Turn:
    """Look for what stands behind the command."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    text = f"查 {given.text.strip()}"
    if not given.text.strip() or units(text) > LONGEST or asked(text) is None:
        return said(scene, scene.say("trace_unread"))
    return trace(scene, Said(given.at, text))


def say_traced(scene: Scene, given: Said) -> Turn:
    """Take the words of a button; or, where the figure has one source, a new value in the place of its answer."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is not None:
        return press_traced(scene, Pressed(given.at, scene.session.screen, pressed))
    entry = only_origin(scene)
    if not origins(scene):  # a colleague may have changed it
        return shown(scene, notice=scene.say("trace_refused"))
    if entry is None:
        return said(scene, scene.say("trace_refused"))
    return _change(scene, entry, given)


def press_traced(scene: Scene, given: Pressed) -> Turn:
    """Go to a question the figure came from, to filing, or back."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in _BUTTONS:
        return _BUTTONS[given.choice](scene, given)
    source = origins(scene)[int(given.choice[1:])]
    return arrive(scene.at(held=()), scene.known.entries[source.question], via=State.TRACED.value)


def _publish(scene: Scene, given: Pressed) -> Turn:
    """Keep an answer out of what is published, or let it be in it again."""
    question = scene.pack.questions[origins(scene)[0].question]
    mark, year = f"{WITHHELD}{question.id}", scene.session.year
    fact: Fact
    if given.choice == "publish":
        fact = Unchecked(year, mark, given.at)
        notice = scene.say("trace_published", label=question.label)
    else:
        fact = Checked(year, mark, "", given.at, scene.writer)
        notice = scene.say("trace_withheld", label=question.label)
    return shown(scene.after((fact,)), (fact,), notice)


def _change(scene: Scene, entry: Entry, given: Said) -> Turn:
    """Store a new value as if it were typed at its question, and show what that changed in the draft."""
    there = scene.at(state=State.ASKING, question=entry.question.id, held=(), via=State.TRACED.value)
    turn = _in_old_unit(holding.hear(there, given), entry, given)
    if turn.session.state is State.HELD:
        return turn
    if not any(isinstance(fact, Answer) for fact in turn.facts):
        refused = [reply for reply in turn.replies if isinstance(reply, Say)]
        return Turn(scene.session, (), tuple(refused)) if refused else said(scene, scene.say("trace_refused"))
    after = scene.after(turn.facts)
    now = after.known.entries[entry.question.id]
    before, text = answer_text(scene, entry), answer_text(after, now)
    notice = scene.say("trace_changed", label=now.question.label, before=before, after=text)
    return shown(after.at(held=(_again(scene, now, given),)), turn.facts, notice)


def _in_old_unit(turn: Turn, entry: Entry, given: Said) -> Turn:
    """Keep the unit a figure had where the new one names none."""
    old = entry.answers[0].value if entry.answers else None
    facts = tuple(
        fact._replace(value=replace(fact.value, unit=old.unit))
        if isinstance(fact, Answer)
        and isinstance(fact.value, Number)
        and isinstance(old, Number)
        and fact.value.unit not in given.text
        else fact
        for fact in turn.facts
    )
    return replace(turn, facts=facts)


def _again(scene: Scene, entry: Entry, given: Said) -> Said:
    """Give the question for where the new value stands: by the figure, or else by the paragraph it was found in."""
    value = entry.answers[0].value if entry.answers else None
    if isinstance(value, Number):
        return Said(given.at, f"查 {plain(value.amount)}")
    places = found(scene)
    return Said(given.at, f"查 {places[0].passage}段" if places else scene.session.held[0].text)


def _back(scene: Scene) -> Turn:
    """Go back to where the search began."""
    via, question = scene.session.via, scene.session.question
    state = State(via) if via in set(State) else State.MENU
    if state is State.ASKING and question not in scene.pack.questions:
        state = State.MENU
    return shown(scene.at(state=state, held=(), via=""))


_BUTTONS: Mapping[str, Callable[[Scene, Pressed], Turn]] = {
    "file": lambda scene, given: open_filing(scene.at(held=()), given),
    "withdraw": ask_to_withdraw,
    "return": lambda scene, _: _back(scene),
    "menu": lambda scene, given: open_menu(scene.at(held=()), given),
    "withhold": _publish,
    "publish": _publish,
}
"""The buttons of a trace that change no answer."""
