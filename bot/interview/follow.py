"""The steps at what became of last year's plans: one after the other, or several in one message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.interview.answers import Clock, Refused, understand
from bot.interview.entry import Piece
from bot.interview.events import Answer, Fact, Turn
from bot.interview.facts import answer_of, cleared
from bot.interview.follow_screen import next_plan, plan_at, told_of
from bot.interview.inputs import Pressed, Said
from bot.interview.outcomes import parted
from bot.interview.reading import MOST_WORDS, one_line, trimmed
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_text
from bot.interview.screens import offered
from bot.interview.turns import arrive, said, shown
from bot.interview.values import Done, Nothing, Outcome


def say_outcome(scene: Scene, given: Said) -> Turn:
    """Take what is typed: how far one came, words about one whose state is known, or several by their numbers."""
    understood = understand(scene.entry.question, given.text, _clock(scene, given))
    if isinstance(understood, Nothing):
        return _none(scene, understood, given)
    here = plan_at(scene)
    told = told_of(scene, here) if here else None
    if here and told and given.text.strip() == scene.say("button_done"):
        return _next(scene, here)
    if isinstance(understood, Refused) and understood.code == "outcome" and here and told:
        words = trimmed(one_line(given.text))
        if len(words) > MOST_WORDS:
            return said(scene, scene.say("refused_too_long", most=MOST_WORDS))
        return _stored(scene, given, [(here, Outcome(told.state, words))])
    read = read_outcomes(scene, given)
    if isinstance(read, Refused):
        return said(scene, scene.say(f"refused_{read.code}", **read.facts))
    return _stored(scene, given, read)


def press_outcome(scene: Scene, mark: str, id_: str, given: Pressed) -> Turn:
    """Take how far the plan came and ask for a fact about it; or open one again; or go on."""
    here = plan_at(scene)
    if mark == "i":
        return shown(scene.at(item=int(id_)))
    if given.choice == "next" and here:
        return _next(scene, here)
    if here is None:
        return _end(scene)
    told = told_of(scene, here)
    outcome = Outcome(Done(id_), told.words if told else "")
    facts = _facts(scene, [(here, outcome)], given)
    return shown(scene.after(facts).at(item=here.item), facts)


def _next(scene: Scene, here: Piece) -> Turn:
    following = next_plan(scene, here)
    return shown(scene.at(item=following.item)) if following else _end(scene)


def read_outcomes(scene: Scene, given: Said) -> list[tuple[Piece, Outcome]] | Refused:
    """Say which plan each part of a message is about, and what became of it."""
    plans = scene.entry.plans
    waiting = list(scene.entry.untold)
    here = plan_at(scene)
    if here and here not in waiting:
        waiting.insert(0, here)
    elif here:
        waiting = waiting[waiting.index(here) :] + waiting[: waiting.index(here)]
    read: list[tuple[Piece, Outcome]] = []
    for number, text in parted(given.text):
        understood = understand(scene.entry.question, text, _clock(scene, given))
        if isinstance(understood, Refused):
            return understood
        outcome = None if isinstance(understood, Nothing) else understood[0]
        if number > len(plans) or (not number and not waiting):
            return Refused("plan", {"count": str(len(plans))})
        plan = plans[number - 1] if number else waiting[0]
        waiting = [other for other in waiting if other != plan]
        if not isinstance(outcome, Outcome):
            return Refused("outcome", {"typed": text})
        read.append((plan, outcome))
    return read or Refused("empty")


def _stored(scene: Scene, given: Said, read: Sequence[tuple[Piece, Outcome]]) -> Turn:
    """Store what was said, and ask about the next plan; go on where there is none."""
    facts = _facts(scene, read, given)
    after = scene.after(facts)
    following = next_plan(after, read[-1][0])
    if following is None:
        return _end(after, facts)
    labels = {choice.id: choice.label for choice in scene.entry.question.choices}
    told = (
        scene.say("plan_understood", number=_number(scene, plan), text=_said(labels[outcome.state], outcome))
        for plan, outcome in read
    )
    return shown(after.at(item=following.item), facts, "\n".join(told))


def _said(label: str, outcome: Outcome) -> str:
    return f"{label}，{outcome.words}" if outcome.words else label


def _facts(scene: Scene, read: Sequence[tuple[Piece, Outcome]], given: Said | Pressed) -> tuple[Fact, ...]:
    """Give each outcome the id and the place of its plan; a 不涉及 said to all gives way."""
    typed = given.text if isinstance(given, Said) else given.choice
    message = given.message if isinstance(given, Said) else None
    gone = cleared(scene, given.at) if any(answer.item == 0 for answer in scene.entry.answers) else ()
    said_ = (
        answer_of(scene, outcome, typed, given.at, message)._replace(item=plan.item, position=_number(scene, plan))
        for plan, outcome in read
    )
    return (*gone, *said_)


def _number(scene: Scene, plan: Piece) -> int:
    """Give the number a plan has on the screen."""
    return scene.entry.plans.index(plan) + 1


def _none(scene: Scene, nothing: Nothing, given: Said) -> Turn:
    """Take 不涉及 or 待问同事 for all the plans, where nothing was said of one."""
    if not offered(scene, nothing.value):
        return said(scene, scene.say("refused_nothing"))
    facts: tuple[Answer, ...] = (answer_of(scene, nothing, given.text, given.at, given.message),)
    return _end(scene.after(facts), facts)


def _end(scene: Scene, facts: tuple[Fact, ...] = ()) -> Turn:
    label = scene.entry.question.label
    notice = scene.say("understood", label=label, text=answer_text(scene, scene.entry)) if scene.entry.stored else ""
    return arrive(scene, scene.next_open(), facts, notice)


def _clock(scene: Scene, given: Said) -> Clock:
    return Clock(scene.session.year, given.at.date())
