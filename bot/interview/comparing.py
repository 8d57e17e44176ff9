"""The steps at a filled 题单: taking it wherever it is said, storing of it what is wanted, handing back the rest."""

from __future__ import annotations

from hashlib import sha256
from operator import itemgetter

from bot.interview import pasted
from bot.interview.comparing_screen import compared, comparing_text, filled, unread_lines
from bot.interview.events import Fact, Say, Turn
from bot.interview.inputs import Edited, Fetched, Input, Pressed, Said
from bot.interview.numerals import folded
from bot.interview.outline import unit_of
from bot.interview.outline_changes import Change, Comparison, compare
from bot.interview.outline_reading import MOST_SHEET, is_sheet
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import refuse_for_now, refuse_old_button
from bot.interview.turns import arrive, said, shown

MOST_PIECES = 20
"""Messages that one sheet may come in."""


def sheet_in(scene: Scene, given: Input) -> Said | Edited | None:
    """Give an input that is a filled sheet, or a piece of the one that is being compared; None where it is neither."""
    if not isinstance(given, Said | Edited) or scene.session.year not in scene.dossier.years:
        return None
    held = scene.session.held if scene.session.state is State.COMPARING else ()
    goes_on = bool(held) and isinstance(given, Said) and pasted.goes_on(held[-1].text, held[-1].at, given.at)
    return given if goes_on or is_sheet(scene.pack, given.text) else None


def take(scene: Scene, given: Said | Edited | Fetched) -> Turn:
    """Compare a sheet with the draft: one more piece of what is held, an edited one in its place."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    piece = Said(given.at, given.text, None if isinstance(given, Fetched) else given.message)
    held = scene.session.held if scene.session.state is State.COMPARING else ()
    if isinstance(given, Edited):
        held = tuple(each for each in held if each.message != given.message)
    held = (*held, piece)
    if len(held) > MOST_PIECES or sum(len(each.text) for each in held) > MOST_SHEET:
        return said(scene, scene.say("outline_too_long"))
    found = compare(scene, filled(held))
    if refusal := _another(scene, found):
        return said(scene, refusal)
    if not found.changes:
        same = scene.say("outline_same") if not found.unread else scene.say("outline_nothing")
        return said(scene, "\n".join((same, *unread_lines(scene, found.unread))))
    return _show(scene.at(state=State.COMPARING, held=held))


def _another(scene: Scene, found: Comparison) -> str:
    """Say so where a sheet is of another year, or of another unit."""
    ours = folded(unit_of(scene)).strip()
    for unit, year in found.reading.titles:
        if year != scene.session.year:
            return scene.say("outline_other_year", other=year, year=scene.session.year)
        if unit and ours and unit != ours:
            return scene.say("outline_other_unit", unit=unit)
    return ""


def _show(scene: Scene, notice: str = "") -> Turn:
    return shown(scene.at(saw=_stamp(scene)), notice=notice)


def _stamp(scene: Scene) -> str:
    """Give a few characters that are others when what would be stored is."""
    return sha256(comparing_text(scene).encode()).hexdigest()[:12]


def press_comparing(scene: Scene, given: Pressed) -> Turn:
    """Store what a button says, or nothing; what changed meanwhile is shown before."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice == "none":
        return _on(released(scene), (), scene.say("outline_dropped"))
    if scene.session.saw != _stamp(scene):
        return _show(scene, scene.say("comparing_changed_since"))
    return _store(scene, given.choice)


def _store(scene: Scene, which: str) -> Turn:
    def wanted(change: Change) -> bool:
        return (change.fresh or which != "new") and (not change.seen or which == "even")

    whole, found = compared(scene), compare(scene, filled(scene.session.held), wanted)
    stored = {change.after.question.id for change in found.changes}
    left = [(each.number, each.text) for each in found.unread]
    if which != "new":
        sensitive = {change.after.question.id for change in whole.changes} - stored
        told = (told for told in whole.reading.told if told.question in sensitive)
        left += [(line.number, line.raw) for each in told for line in each.lines if line.typed]
    notice = scene.say("outline_stored", count=len(stored))
    first = (Say("\n".join(text for _, text in sorted(left, key=itemgetter(0)))),) if left else ()
    if left:
        notice += scene.say("outline_left", count=len(left))
    turn = _on(released(scene).after(found.facts), found.facts, notice)
    return Turn(turn.session, turn.facts, (*first, *turn.replies))


def _on(scene: Scene, facts: tuple[Fact, ...], notice: str) -> Turn:
    """Go on where the chat was: at its question while that is open, else at the next, or at the menu."""
    question = scene.session.question
    if question not in scene.pack.questions:
        return shown(scene.at(state=State.MENU, question=""), facts, notice)
    entry = scene.known.entries[question]
    return arrive(scene, entry if entry.open else scene.next_open(), facts, notice)


def say_comparing(scene: Scene, given: Said) -> Turn:
    """Take the words of a button; anything else waits until it is decided about the sheet."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is None:
        return said(scene, scene.say("comparing_refused"))
    return press_comparing(scene, Pressed(given.at, scene.session.screen, pressed))


def released(scene: Scene) -> Scene:
    """Give the moment without the sheet, where it was said."""
    asking = scene.session.question in scene.pack.questions
    return scene.at(state=State.ASKING if asking else State.MENU, held=(), saw="")
