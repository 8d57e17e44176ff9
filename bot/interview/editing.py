"""The steps at a message that was changed after it was sent: it corrects what it answered, and the chat stays put."""

from __future__ import annotations

from bot.interview import holding
from bot.interview.corrections import claims, corrected, told
from bot.interview.events import Answer, Turn
from bot.interview.inputs import Edited, Said
from bot.interview.scene import Scene
from bot.interview.sensitive import found
from bot.interview.session import State
from bot.interview.steps import refuse_edit
from bot.interview.turns import said, shown, stayed


def correct(scene: Scene, given: Edited) -> Turn:
    """Change what a message had answered to what it says now; one that had answered nothing may answer now."""
    answers = claims(scene, given.message)
    if not answers:
        return _unclaimed(scene, given)
    if any(answer.year not in (None, scene.session.year) for answer in answers):
        return said(scene, scene.say("edit_year", year=answers[0].year))
    text = Said(given.at, given.text, given.message)
    facts = corrected(scene, text)
    if isinstance(facts, str):
        return said(scene, facts)
    if not facts:
        return said(scene, scene.say("edit_same"))
    if found(given.text):
        return _held(scene, text, answers[0].question)
    return stayed(scene.after(facts), facts, told(scene, facts))


def correct_held(scene: Scene, given: Edited) -> Turn:
    """Take the held message in its new form in its place; another message is corrected as anywhere."""
    if given.message is None or [piece.message for piece in scene.session.held] != [given.message]:
        return correct(scene, given)
    if claims(scene, given.message):
        return correct(holding.released(scene), given)
    return holding.hear(scene.at(held=()), Said(given.at, given.text, given.message))


def _held(scene: Scene, given: Said, question: str) -> Turn:
    """Ask about something sensitive first; then the chat goes on behind the question, or where it was.

    What was held before is dropped, and that is told.
    """
    state = scene.session.state
    via = scene.session.via if state in (State.ASKING, State.HELD, State.OFFERS) else state.value
    turn = shown(scene.at(state=State.HELD, question=question, via=via, held=(given,)))
    return holding.dropping(scene, turn) if state is State.HELD else turn


def _unclaimed(scene: Scene, given: Edited) -> Turn:
    """Take a message that answered nothing as the answer, if it was said to the question that still stands."""
    history, session = scene.dossier.history, scene.session
    number, known = given.message, scene.pack.questions
    if number is None:
        return refuse_edit(scene, given)
    mine = (each.fact for each in history.changes if isinstance(each.fact, Answer) and each.fact.message == number)
    if past := next((fact.question for fact in mine if fact.question in known), ""):
        return said(scene, scene.say("edit_past", label=known[past].label))
    if (
        session.state in (State.ASKING, State.GROUP, State.OFFERS)
        and history.asked is not None
        and number > history.asked
    ):
        return holding.hear(scene, Said(given.at, given.text, number))
    return refuse_edit(scene, given)
