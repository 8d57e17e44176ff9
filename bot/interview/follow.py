"""The steps at what became of last year's plans: one after the other, or several in one message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.interview.answers import Clock, Refused, understand
from bot.interview.entry import Piece
from bot.interview.events import Answer, Fact, Turn
from bot.interview.facts import answer_of
from bot.interview.follow_screen import next_plan, plan_at, told_of
from bot.interview.inputs import Pressed, Said
from bot.interview.plans import number_of, outcome_facts, read_outcomes
from bot.interview.reading import MOST_WORDS, one_line, trimmed
from bot.interview.reading_steps import back
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_line
from bot.interview.screens import offered
from bot.interview.turns import onward, said, shown
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
    facts = outcome_facts(scene, [(here, outcome)], given)
    return shown(scene.after(facts).at(item=here.item), facts)


def _next(scene: Scene, here: Piece) -> Turn:
    following = next_plan(scene, here)
    return shown(scene.at(item=following.item)) if following else _end(scene)


def _stored(scene: Scene, given: Said, read: Sequence[tuple[Piece, Outcome]]) -> Turn:
    """Store what was said, and ask about the next plan; go on where there is none."""
    facts = outcome_facts(scene, read, given)
    after = scene.after(facts)
    following = next_plan(after, read[-1][0])
    if following is None:
        return _end(after, facts)
    labels = {choice.id: choice.label for choice in scene.entry.question.choices}
    told = (
        scene.say("plan_understood", number=number_of(scene, plan), text=_said(labels[outcome.state], outcome))
        for plan, outcome in read
    )
    return shown(after.at(item=following.item), facts, "\n".join(told))


def _said(label: str, outcome: Outcome) -> str:
    return f"{label}，{outcome.words}" if outcome.words else label


def _none(scene: Scene, nothing: Nothing, given: Said) -> Turn:
    """Take 不涉及 or 待问同事 for all the plans, where nothing was said of one."""
    if not offered(scene, nothing.value):
        return said(scene, scene.say("refused_nothing"))
    facts: tuple[Answer, ...] = (answer_of(scene, nothing, given.text, given.at, given.message),)
    return _end(scene.after(facts), facts)


def _end(scene: Scene, facts: tuple[Fact, ...] = ()) -> Turn:
    """Read back what became of them and go where that leads; `scene` holds the facts."""
    read = scene.say("understood", answer=answer_line(scene, scene.entry)) if scene.entry.stored else ""
    if scene.session.via:
        return back(scene, facts, read=read)
    return onward(scene, facts, understood=read)


def _clock(scene: Scene, given: Said) -> Clock:
    return Clock(scene.session.year, given.at.date())
