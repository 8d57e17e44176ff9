"""Last year's plans and what a message says of each: reads it and gives the facts; shows and asks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.interview.answers import Clock, Refused, understand
from bot.interview.entry import Piece
from bot.interview.events import Fact
from bot.interview.facts import answer_of, cleared
from bot.interview.follow_screen import plan_at
from bot.interview.inputs import Pressed, Said
from bot.interview.outcomes import parted
from bot.interview.scene import Scene
from bot.interview.values import Nothing, Outcome


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
        understood = understand(scene.entry.question, text, Clock(scene.session.year, given.at.date()))
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


def outcome_facts(scene: Scene, read: Sequence[tuple[Piece, Outcome]], given: Said | Pressed) -> tuple[Fact, ...]:
    """Give each outcome the id and the place of its plan; a 不涉及 said to all gives way."""
    typed = given.text if isinstance(given, Said) else given.choice
    message = given.message if isinstance(given, Said) else None
    gone = cleared(scene, given.at) if any(answer.item == 0 for answer in scene.entry.answers) else ()
    said_ = (
        answer_of(scene, outcome, typed, given.at, message)._replace(item=plan.item, position=number_of(scene, plan))
        for plan, outcome in read
    )
    return (*gone, *said_)


def number_of(scene: Scene, plan: Piece) -> int:
    """Give the number a plan has on the screen."""
    return scene.entry.plans.index(plan) + 1
