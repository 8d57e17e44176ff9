"""The steps of filing: asking whether to, filing and locking, giving out what was filed, withdrawing with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.interview.approval import Filed, Withdrawn
from bot.interview.checking import unchecked
from bot.interview.events import Say, Turn
from bot.interview.filed_words import filed_line
from bot.interview.filing_screen import REASONS, changes_since, filings, locked_text, stamp
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.lock import locking
from bot.interview.membership import refuse_editor
from bot.interview.numerals import folded
from bot.interview.orders import Issue
from bot.interview.reading import cleaned, one_line, says_something
from bot.interview.reading import shown as shortened
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_for_now, refuse_old_button
from bot.interview.traces import asked
from bot.interview.turns import arrive, said, shown

MOST_REASON = 100


def unless_locked(scene: Scene, given: Input, turn: Turn) -> Turn:
    """Refuse a turn that would change a filed draft: nothing of it becomes so, and what was filed is shown instead.

    What was looked for is held, or what an owner typed at a question; it comes up again once that is withdrawn.
    """
    filed = locking(scene.dossier, turn.facts)
    if filed is None:
        return turn
    held, told = scene.session.held if scene.session.state is State.TRACED else (), locked_text(scene, filed)
    if filed.year == scene.session.year and isinstance(given, Said) and _can_wait(scene, given):
        held, told = (given,), "\n".join((told, scene.say("filed_held", typed=shortened(given.text))))
    return shown(scene.at(state=State.FILED, year=filed.year, held=held), notice=told)


def _can_wait(scene: Scene, given: Said) -> bool:
    """Tell whether what was typed can be asked about once the filing is withdrawn: an answer whole in itself."""
    if not scene.owns or scene.session.state not in (State.ASKING, State.GROUP) or asked(given.text) is not None:
        return False
    return not scene.entry.question.collects


def open_filing(scene: Scene, given: Input) -> Turn:
    """Ask the owner whether to file the draft; show what was filed where it is, or who may."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    if scene.filed or (filings(scene) and not scene.owns):
        return show_filings(scene, given)
    if not scene.owns:
        return refuse_editor(scene)
    return _ask(scene)


def show_filings(scene: Scene, given: Input) -> Turn:
    """List what was filed of this year's draft."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    return shown(scene.at(state=State.FILED, question=""))


def ask_to_withdraw(scene: Scene, given: Input) -> Turn:
    """Ask the owner why the filing is withdrawn."""
    if scene.filed is None:
        return open_filing(scene, given)
    return shown(scene.at(state=State.WITHDRAWING)) if scene.owns else refuse_editor(scene)


def say_filing(scene: Scene, given: Said) -> Turn:
    """Take the words of a button, or the number of a filing."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is None and scene.session.state is State.FILED:
        number = folded(cleaned(given.text)).removeprefix("第").removesuffix("稿")
        pressed = next((f"n{each.number}" for each in filings(scene) if str(each.number) == number), None)
    if pressed is None:
        return said(
            scene, scene.say("filing_refused") if scene.session.state is State.FILING else scene.say("filed_refused")
        )
    return press_filing(scene, Pressed(given.at, scene.session.screen, pressed))


def press_filing(scene: Scene, given: Pressed) -> Turn:
    """Take a press where a draft is filed, or where what was filed is listed."""
    filed = next((each for each in filings(scene) if given.choice == f"n{each.number}"), None)
    if scene.session.state is State.FILED and filed:
        told = scene.say("filed_kept", line=filed_line(scene.pack.phrases, filed))
        return shown(scene, first=(Say(told), Issue(filed.document, filed.year, filed.number)))
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice == "file" and scene.session.state is State.FILING:
        return _file(scene, given)
    return _BUTTONS[given.choice](scene, given)


def say_reason(scene: Scene, given: Said) -> Turn:
    """Take the reason in own words, or the words of a button."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed:
        return press_reason(scene, Pressed(given.at, scene.session.screen, pressed))
    reason = one_line(cleaned(given.text))
    if not says_something(reason) or len(reason) > MOST_REASON:
        return said(scene, scene.say("withdraw_refused", most=MOST_REASON))
    return _withdraw(scene, reason, given)


def press_reason(scene: Scene, given: Pressed) -> Turn:
    """Take a reason of a button, or leave what was filed as it is."""
    if given.choice in REASONS:
        return _withdraw(scene, scene.say(f"reason_{given.choice}"), given)
    return shown(scene.at(state=State.FILED)) if given.choice == "cancel" else refuse_old_button(scene, given)


def _ask(scene: Scene) -> Turn:
    here = scene.at(state=State.FILING, question="")
    return shown(here.at(saw=stamp(here)))


def _file(scene: Scene, given: Pressed) -> Turn:
    """File the draft as it was shown; where it changed meanwhile, show it as it is now."""
    if stamp(scene) != scene.session.saw:
        return shown(scene.at(saw=stamp(scene)), notice=scene.say("filing_moved"))
    year, document, earlier = scene.session.year, scene.pack.main_document, filings(scene)
    filed = Filed(year, document, len(earlier) + 1, given.at, scene.writer)
    since = changes_since(scene, earlier[-1]) if earlier else []
    told = "\n".join([scene.say("filing_done", number=filed.number), *since])
    after = scene.after((filed,)).at(state=State.FILED)
    return shown(after, (filed,), first=(Say(told), Issue(document, year, filed.number)))


def _withdraw(scene: Scene, reason: str, given: Input) -> Turn:
    """Open the draft again, and go back to what was being traced, or to the question where a change was refused."""
    filed = scene.filed
    if filed is None:
        return open_filing(scene, given)
    facts = (Withdrawn(filed.year, filed.document, filed.number, reason, given.at, scene.writer),)
    notice, after = scene.say("withdrawn", number=filed.number), scene.after(facts)
    if held := scene.session.held:
        if asked(held[0].text) is not None:
            return shown(after.at(state=State.TRACED), facts, notice)
        again = scene.say("withdrawn_held", typed=shortened(held[0].text))
        return shown(after.at(state=State.HELD), facts, f"{notice}\n{again}")
    if scene.session.question in scene.pack.questions:
        return arrive(after, after.known.entries[scene.session.question], facts, notice)
    return shown(after.at(state=State.MENU, question=""), facts, notice)


def _check_first(scene: Scene, _: Input) -> Turn:
    """Show the first paragraph that is not looked over."""
    return shown(scene.at(state=State.READING, item=next(iter(unchecked(scene))).number))


_BUTTONS: Mapping[str, Callable[[Scene, Input], Turn]] = {
    "file": open_filing,
    "withdraw": ask_to_withdraw,
    "filings": show_filings,
    "check": _check_first,
    "cancel": open_menu,
    "menu": open_menu,
}
"""The buttons of these screens but the one that files."""
