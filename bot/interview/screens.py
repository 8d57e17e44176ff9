"""What a person sees now, as text and buttons: a function of the scene; decides nothing about what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.interview.amended_screen import amended_rows, amended_text
from bot.interview.amending_screen import amending_rows, amending_text
from bot.interview.clash_screen import clash_rows, clash_text
from bot.interview.clearing_screen import clearing_rows, clearing_text
from bot.interview.comparing_screen import comparing_rows, comparing_text
from bot.interview.events import Button
from bot.interview.filing_screen import (
    filed_rows,
    filed_text,
    filing_rows,
    filing_text,
    locked_text,
    withdrawing_rows,
    withdrawing_text,
)
from bot.interview.group_screen import group_rows, group_text
from bot.interview.issuing_screen import issuing_rows, issuing_text
from bot.interview.list_screen import item_rows, item_text
from bot.interview.membership_screens import membership_rows, membership_text
from bot.interview.menu_screen import menu_rows, menu_text
from bot.interview.offers_screen import offers_rows, offers_text
from bot.interview.outline_screen import outline_rows, outline_text
from bot.interview.passage_screen import passage_rows, passage_text
from bot.interview.pasted import whole
from bot.interview.question_screen import question_rows, question_text
from bot.interview.reading_screen import reading_rows, reading_text
from bot.interview.review_screen import review_rows, review_text
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, wrapped
from bot.interview.sensitive import found
from bot.interview.session import State
from bot.interview.settings_screen import settings_rows, settings_text
from bot.interview.traced_screen import traced_rows, traced_text

ANSWERING = frozenset({State.ASKING, State.GROUP, State.ITEM, State.OFFERS, State.REVIEW})
"""Where a draft is changed: there it is said above everything that it is filed."""


def screen(scene: Scene) -> tuple[str, Rows]:
    """Give the text and the buttons that belong to where the chat is."""
    text, rows = SCREENS[scene.session.state]
    locked = scene.filed if scene.session.state in ANSWERING else None
    above = f"{locked_text(scene, locked)}\n" if locked else ""
    return above + text(scene), rows(scene)


def keyboard(scene: Scene) -> Rows:
    """Give the buttons that belong to where the chat is."""
    return SCREENS[scene.session.state][1](scene)


def offered(scene: Scene, choice: str) -> bool:
    """Tell whether the screen where the chat is has a button of this id."""
    return any(choice == button.id for row in keyboard(scene) for button in row)


def pressed_by_words(rows: Rows, typed: str) -> str | None:
    """Give the id of the button that typed words mean: its label, what stands before its ：, its number or its name."""
    wanted = typed.strip()
    for button in (button for row in rows for button in row):
        number, _, rest = button.label.partition(".")
        names = {button.label, number, rest.split(" ")[0]} if number.isdecimal() else {button.label}
        if button.id in ("carry", "mine"):
            names.add(button.label.partition("：")[0])
        if wanted and wanted in names:
            return button.id
    return None


def _stranger_text(scene: Scene) -> str:
    return scene.say("stranger")


def _name_text(scene: Scene) -> str:
    return scene.say("ask_name")


def _no_rows(_: Scene) -> Rows:
    return ()


def _held_text(scene: Scene) -> str:
    return "\n".join(_held_lines(scene))


def _held_lines(scene: Scene) -> Iterator[str]:
    for seen in found(whole(scene.session.held).text):
        yield scene.say(f"held_{seen.what}", seen=seen.shown)
    yield scene.say("held_ask")


def _held_rows(scene: Scene) -> Rows:
    return ((Button("keep", scene.say("button_keep")), Button("drop", scene.say("button_drop"))),)


def _year_text(scene: Scene) -> str:
    return scene.say("ask_year")


def _year_rows(scene: Scene) -> Rows:
    latest = scene.session.year
    years = sorted(
        {latest, latest - 1, *scene.dossier.years, *((latest + 1,) if scene.dossier.years else ())}, reverse=True
    )
    row = tuple(Button(f"={year}", scene.say("year_button", year=year)) for year in years)
    empty = (Button(f"x{year}", scene.say("button_close", text=year)) for year in years if _needless(scene, year))
    return (*wrapped(row, 2), *wrapped(tuple(empty), 2))


def _needless(scene: Scene, year: int) -> bool:
    """Tell whether a year's draft may be given up: it holds no answer, and is not the only one."""
    return len(scene.dossier.years) > 1 and scene.empty(year)


_MEMBERSHIP = (membership_text, membership_rows)

SCREENS: Mapping[State, tuple[Callable[[Scene], str], Callable[[Scene], Rows]]] = {
    State.STRANGER: (_stranger_text, _no_rows),
    State.NAMING: (_name_text, _no_rows),
    State.YEAR: (_year_text, _year_rows),
    State.MENU: (menu_text, menu_rows),
    State.ASKING: (question_text, question_rows),
    State.GROUP: (group_text, group_rows),
    State.CLEARING: (clearing_text, clearing_rows),
    State.REVIEW: (review_text, review_rows),
    State.SETTINGS: (settings_text, settings_rows),
    State.ITEM: (item_text, item_rows),
    State.OFFERS: (offers_text, offers_rows),
    State.HELD: (_held_text, _held_rows),
    State.READING: (reading_text, reading_rows),
    State.PASSAGE: (passage_text, passage_rows),
    State.CLASHING: (clash_text, clash_rows),
    State.AMENDING: (amending_text, amending_rows),
    State.AMENDED: (amended_text, amended_rows),
    State.MEMBERS: _MEMBERSHIP,
    State.REMOVING: _MEMBERSHIP,
    State.HANDING: _MEMBERSHIP,
    State.LEAVING: _MEMBERSHIP,
    State.ERASING: _MEMBERSHIP,
    State.ISSUING: (issuing_text, issuing_rows),
    State.FILING: (filing_text, filing_rows),
    State.WITHDRAWING: (withdrawing_text, withdrawing_rows),
    State.FILED: (filed_text, filed_rows),
    State.TRACED: (traced_text, traced_rows),
    State.OUTLINE: (outline_text, outline_rows),
    State.COMPARING: (comparing_text, comparing_rows),
}
"""What each state shows, and what can be pressed there."""
