"""What asks what became of last year's plans: all of them, the one now asked about, what to press; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.entry import Piece
from bot.interview.events import Answer, Button
from bot.interview.list_screen import fitted
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, brief, clipped, wrapped
from bot.interview.values import Done, Nothing, Outcome

ROOM, MOST_BUTTONS, SHORT = 1800, 20, 24
"""UTF-16 units the plans may take; plans with a button; characters of a plan that is not the one asked about."""


def plan_at(scene: Scene) -> Piece | None:
    """Give the plan that is asked about: the one the chat is at, or the first nobody said anything about."""
    plans = {plan.item: plan for plan in scene.entry.plans}
    return plans.get(scene.session.item) or next(iter(scene.entry.untold), None)


def told_of(scene: Scene, plan: Piece) -> Outcome | None:
    """Give what was said to have become of a plan."""
    answer = _answer(scene, plan)
    return answer.value if answer and isinstance(answer.value, Outcome) else None


def next_plan(scene: Scene, plan: Piece) -> Piece | None:
    """Give the next plan nobody said anything about, those behind this one first."""
    untold, place = scene.entry.untold, [each.item for each in scene.entry.plans]
    behind = [each for each in untold if place.index(each.item) > place.index(plan.item)]
    return next(iter((*behind, *untold)), None)


def follow_text(scene: Scene, title: str) -> str:
    """Ask what became of a plan."""
    return "\n".join((title, *_lines(scene)))


def follow_rows(scene: Scene) -> Rows:
    """Offer how far it came, the way to the next, and to open one again."""
    return tuple(row for row in _rows(scene) if row)


def _answer(scene: Scene, plan: Piece) -> Answer | None:
    return next((answer for answer in scene.entry.answers if answer.item == plan.item), None)


def _lines(scene: Scene) -> Iterator[str]:
    entry, here = scene.entry, plan_at(scene)
    yield scene.in_words(entry.question.ask)
    lines = []
    for number, plan in enumerate(entry.plans, 1):
        told = told_of(scene, plan)
        tail = scene.say("plan_told", text=_short(scene, told)) if told else ""
        lines.append((f"{number}. ", clipped(plan.text, SHORT) if plan != here else brief(scene, plan.text), tail))
    yield from fitted(scene, lines, ROOM)
    if entry.standing.value in set(Nothing):
        yield scene.say("question_now", text=scene.say(f"nothing_{entry.standing.value}"))
    if here is None:
        yield scene.say("plans_done")
        return
    number = entry.plans.index(here) + 1
    told = told_of(scene, here)
    if told is None:
        yield scene.say("plan_ask", number=number, total=len(entry.plans))
        yield scene.say("hint_plans")
    else:
        yield scene.say(f"plan_fact_{told.state}", number=number)


def _short(scene: Scene, told: Outcome) -> str:
    label = scene.say(f"outcome_{told.state}")
    return f"{label}，{clipped(told.words, SHORT)}" if told.words else label


def _rows(scene: Scene) -> Iterator[tuple[Button, ...]]:
    entry, here = scene.entry, plan_at(scene)
    if here is not None:
        yield tuple(Button(f"={done.value}", scene.say(f"outcome_{done.value}")) for done in Done)
        if told_of(scene, here):
            yield (Button("next", scene.say("button_next_plan" if next_plan(scene, here) else "button_done")),)
    opens = tuple(
        Button(f"i{plan.item}", scene.say("button_item", number=number))
        for number, plan in enumerate(entry.plans[:MOST_BUTTONS], 1)
        if told_of(scene, plan) and plan != here
    )
    yield from wrapped(opens, 4)
    if here is None:
        yield (Button("done", scene.say("button_done")),)
    elif not any(told_of(scene, plan) for plan in entry.plans):
        yield tuple(Button(said.value, scene.say(f"nothing_{said.value}")) for said in (Nothing.OUT, Nothing.LATER))
