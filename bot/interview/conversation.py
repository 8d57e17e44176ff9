"""The conversation as a table: in which state which input leads to which step; nothing else moves a chat.

Rule 1: a step takes the moment and the input and gives a Turn; it never raises and always replies.
Rule 2: what the table does not list is answered with a sentence, and changes nothing.
Rule 3: a press counts only for the screen last shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.interview import answering, steps
from bot.interview.events import (
    Commanded,
    Dossier,
    Edited,
    Input,
    Pressed,
    Said,
    Sent,
    Session,
    State,
    Turn,
)
from bot.interview.pack import Pack
from bot.interview.scene import Scene

Step = Callable[[Scene, Any], Turn]

COMMANDS = ("start", "menu", "back", "skip", "draft", "help")

_ANYWHERE: Mapping[str | type, Step] = {
    Edited: steps.refuse_edit,
    Sent: steps.refuse_media,
    "help": steps.give_help,
}

_INSIDE: Mapping[str | type, Step] = {**_ANYWHERE, "menu": steps.open_menu, "draft": steps.order_draft}

TABLE: Mapping[State, Mapping[str | type, Step]] = {
    State.STRANGER: dict.fromkeys((Said, Pressed, Edited, Sent, *COMMANDS), steps.meet),
    State.NAMING: {
        **_ANYWHERE,
        Said: steps.take_name,
        "start": steps.show_again,
    },
    State.YEAR: {
        **_ANYWHERE,
        "menu": steps.open_menu,
        "back": steps.open_menu,
        Said: steps.say_year,
        Pressed: steps.press_year,
        "start": steps.show_again,
    },
    State.MENU: {
        **_INSIDE,
        Said: steps.say_in_menu,
        Pressed: steps.press_in_menu,
        "start": steps.show_again,
    },
    State.ASKING: {
        **_INSIDE,
        Said: answering.say_answer,
        Pressed: answering.press_answer,
        "start": steps.show_again,
        "back": answering.go_back,
        "skip": answering.go_past,
    },
}


def advance(pack: Pack, dossier: Dossier, session: Session, given: Input) -> Turn:
    """Answer one input: the session after it, what became so, and what to reply. Pure; never raises."""
    scene = Scene(pack, dossier, _mended(pack, dossier, session))
    if isinstance(given, Pressed) and dossier.member and given.screen != scene.session.screen:
        return steps.refuse_old_button(scene, given)
    key = given.name if isinstance(given, Commanded) else type(given)
    step = TABLE[scene.session.state].get(key)
    if step is None and scene.session.state is State.STRANGER:
        step = steps.meet
    elif step is None:
        step = steps.refuse_for_now if key in COMMANDS or key is Pressed else steps.refuse_command
    return step(scene, given)


def _mended(pack: Pack, dossier: Dossier, session: Session) -> Session:
    """Bring a session to a place that exists: without membership outside, on a question that is gone to the menu."""
    if dossier.member is None:
        return replace(session, state=State.STRANGER)
    if session.state is State.ASKING and session.question not in pack.questions:
        return replace(session, state=State.MENU)
    return session
