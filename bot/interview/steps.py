"""The steps outside a question: meeting a stranger, joining, choosing the year, the menu, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from bot.interview.events import (
    Closed,
    Fact,
    Joined,
    Named,
    Opened,
    Say,
    Turn,
)
from bot.interview.filed_words import filed_line
from bot.interview.inputs import Commanded, Input, Pressed, Said, Sent
from bot.interview.orders import Examine, Issue
from bot.interview.reading import cleaned
from bot.interview.scene import Scene, report_year
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.turns import arrive, said, shown
from bot.interview.wordings import mixed

NAME_MOST = 20

READ_NAMES = (".docx", ".txt")
READ_TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/plain")
"""How a file that is read is known before it is opened: either will do."""

MEDIA = {
    **{sort: sort for sort in ("photo", "video", "voice", "sticker", "location", "contact", "poll")},
    "videonote": "video",
    "audio": "voice",
    "animation": "sticker",
    "dice": "sticker",
    "venue": "location",
}
"""What is sent that is no answer, and of which sort it is; each sort has a sentence of its own."""

MOST_KNOCKS = 10
"""So many messages of a stranger are read and answered in an hour; the last answer says so."""


def meet(scene: Scene, given: Input) -> Turn:
    """Let a stranger in who names a good invite; send any other away without telling anything."""
    if scene.dossier.member:
        return begin(scene, given, (), scene.say("welcome_local"))
    if not scene.dossier.invite:
        if scene.dossier.knocks == MOST_KNOCKS:
            return said(scene, scene.say("stranger_wait"))
        return said(scene, scene.say("bad_code" if code_in(given) else "stranger"))
    facts = (Joined(scene.dossier.invite.hash),)
    notice = scene.say("joined", unit=scene.dossier.invite.unit)
    # Screens are numbered from the second of joining: no button of an earlier membership bears such a number.
    first = max(scene.session.screen, int(given.at.timestamp()))
    return shown(scene.after(facts).at(state=State.NAMING, screen=first), facts, notice)


def code_in(given: Input) -> str:
    """Give the invite code an input may hold, bare: the text of /start, or a message that is one word; else ""."""
    text = ""
    if (isinstance(given, Commanded) and given.name == "start") or isinstance(given, Said):
        text = given.text
    text = re.sub(r"[\s-]", "", text[:64]).upper()
    return text if re.fullmatch(r"[0-9A-Z]{8,32}", text) else ""


def take_name(scene: Scene, given: Said) -> Turn:
    """Take the name to be shown beside this member's answers."""
    name = cleaned(given.text).replace("\n", " ")
    if not 0 < len(name) <= NAME_MOST or scene.pack.button_words.fullmatch(name):
        return said(scene, scene.say("name_refused", most=NAME_MOST))
    facts = (Named(name),)
    return begin(scene.after(facts), given, facts, scene.say("welcome", name=name, unit=scene.dossier.unit))


def begin(scene: Scene, given: Input, facts: tuple[Fact, ...], notice: str) -> Turn:
    """Go to the year's draft that was begun last, or let a year be chosen."""
    if scene.dossier.years:
        return shown(scene.at(state=State.MENU, year=max(scene.dossier.years)), facts, notice)
    return shown(scene.at(state=State.YEAR, year=report_year(given.at)), facts, notice)


def say_year(scene: Scene, given: Said) -> Turn:
    """Take a year typed: 2025, 2025年, ２０２５, or what a button says."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is None and given.text.strip() == scene.say("button_menu") and scene.dossier.years:
        return open_menu(scene, given)
    if pressed and pressed.startswith("x"):
        return _close_year(scene, int(pressed[1:]))
    typed = pressed[1:] if pressed else cleaned(given.text).removesuffix("度").removesuffix("年")
    year = int(typed) if len(typed) == 4 and typed.isdecimal() else 0
    if not 2000 <= year <= given.at.year:
        return said(scene, scene.say("year_refused", latest=given.at.year, example=report_year(given.at)))
    return _open_year(scene, year, given.at)


def press_year(scene: Scene, given: Pressed) -> Turn:
    """Take the year of a button."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice.startswith("x"):
        return _close_year(scene, int(given.choice[1:]))
    return say_year(scene, Said(given.at, given.choice[1:]))


def _close_year(scene: Scene, year: int) -> Turn:
    """Give up a year's draft that was opened by mistake: none that holds an answer."""
    facts = (Closed(year),)
    places = tuple(place for place in scene.session.places if place[0] != year)
    after = scene.after(facts)
    latest = max(after.dossier.years, default=year)
    return shown(after.at(year=latest, places=places), facts, scene.say("year_closed", year=year))


def _open_year(scene: Scene, year: int, at: datetime) -> Turn:
    """Open a year's draft: where the chat was in it last; with the profile till it is seen and whole; else the menu."""
    facts: tuple[Fact, ...] = (*(() if year in scene.dossier.years else (Opened(year),)), *mixed(scene, at))
    here, scene = scene.session.year, scene.after(facts).at(year=year)
    place = dict(scene.session.places).get(year, "")
    entry = scene.known.entries.get(scene.pack.called_now.get(place, place))
    if year != here and entry and entry.applies:
        return arrive(scene, entry, facts)
    profile = [entry for section in scene.pack.sections if section.kept for entry in scene.applying(section)]
    owed = [entry for entry in profile if entry.owed]
    if profile and (owed or not any(entry.stored for entry in profile)):
        return arrive(scene, (owed or profile)[0], facts)
    return shown(scene.at(state=State.MENU), facts)


def open_menu(scene: Scene, given: Input) -> Turn:
    """Show the menu; there is none before a year was chosen."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    return shown(scene.at(state=State.MENU, question="", via=""))


def open_review(scene: Scene, _: Input) -> Turn:
    """Show every answer of the section the chat is in."""
    return shown(scene.at(state=State.REVIEW, via=""))


def ask_to_clear(scene: Scene, _: Input) -> Turn:
    """Ask whether the answer here is to go."""
    return shown(scene.at(state=State.CLEARING))


def open_offers(scene: Scene, _: Input) -> Turn:
    """Show the typical answers that the question offers for editing."""
    return shown(scene.at(state=State.OFFERS))


def order_draft(scene: Scene, given: Input) -> Turn:
    """Order the document as it stands, and show where the chat is below it; there is none before a year was chosen."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    if filed := scene.filed:
        told = scene.say("filed_kept", line=filed_line(scene.pack.phrases, filed))
        return shown(scene, first=(Say(told), Issue(filed.document, filed.year, filed.number)))
    order = Issue(scene.pack.main_document, scene.session.year)
    return shown(scene, first=(Say(scene.say("drafting")), order))


def show_again(scene: Scene, _: Input) -> Turn:
    """Show the screen once more."""
    return shown(scene)


def give_help(scene: Scene, _: Input) -> Turn:
    """Say what can be done on this very screen, then what can be done anywhere, and show the screen below it."""
    return shown(scene, notice="\n".join((*_help_here(scene), scene.say("help"))))


def _help_here(scene: Scene) -> Iterator[str]:
    hint = f"help_{scene.session.state.value}"
    if hint in scene.pack.phrases:
        yield scene.say(hint)
    if scene.session.state is State.ASKING:
        hint = f"help_kind_{scene.entry.question.kind.value}"
        if hint in scene.pack.phrases:
            yield scene.say(hint)


def refuse_old_button(scene: Scene, _: Input) -> Turn:
    """Answer a button that no longer counts, with the screen that does."""
    return shown(scene, notice=scene.say("old_button"))


def refuse_edit(scene: Scene, _: Input) -> Turn:
    """Say that a changed message answered nothing, and how an answer is changed."""
    return said(scene, scene.say("edited"))


def take_file(scene: Scene, given: Sent) -> Turn:
    """Order a file to be read; say of anything else what is read, and of words under it that they are not."""
    if given.file is None:
        return refuse_media(scene, given)
    if not (given.file.name.lower().endswith(READ_NAMES) or given.file.mime in READ_TYPES):
        return said(scene, scene.say("only_docx"))
    apart = (Say(scene.say("words_apart")),) if cleaned(given.text) else ()
    return Turn(scene.session, (), (*apart, Examine(given.file.id, given.at)))


def refuse_media(scene: Scene, given: Sent) -> Turn:
    """Say what to do instead of sending this, and of words under a picture that they were not read."""
    sort = MEDIA.get(given.what)
    told = scene.say(f"media_{sort}") if sort else scene.say("only_text")
    apart = scene.say("words_apart") if cleaned(given.text) else ""
    return said(scene, "\n".join(filter(None, (told, apart))))


def refuse_for_now(scene: Scene, _: Input) -> Turn:
    """Say that this cannot be done here, with what can."""
    return shown(scene, notice=scene.say("not_now"))


def refuse_command(scene: Scene, _: Input) -> Turn:
    """Answer a command that does not exist."""
    return said(scene, scene.say("unknown_command"))
