"""The conversation as a table: in which state which input leads to which step; nothing else moves a chat.

Rule 1: a step takes the moment and the input and gives a Turn; it never raises and always replies.
Rule 2: what the table does not list is answered with a sentence, and changes nothing.
Rule 3: a press counts only for the screen last shown, but for the buttons under a document, which change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.interview import (
    answering,
    clearing,
    editing,
    group,
    holding,
    membership,
    menu,
    pages,
    reading_steps,
    review,
    settings,
    steps,
    undoing,
)
from bot.interview.events import Dossier, Turn
from bot.interview.inputs import (
    Commanded,
    Edited,
    Input,
    Pressed,
    Said,
    Sent,
)
from bot.interview.leaving import settled
from bot.interview.pack import Pack
from bot.interview.passage_screen import passage_at
from bot.interview.reading import storable
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.turns import place_of

Step = Callable[[Scene, Any], Turn]

COMMANDS = (
    "start",
    "menu",
    "back",
    "skip",
    "read",
    "draft",
    "undo",
    "settings",
    "help",
    "members",
    "invite",
    "export",
    "leave",
    "erase",
)

WORDS = {"button_undo": "undo", "button_settings": "settings"}
"""Buttons whose words, typed inside a draft, are a command wherever the chat is."""

_ANYWHERE: Mapping[str | type, Step] = {
    Edited: steps.refuse_edit,
    Sent: steps.take_file,
    "help": steps.give_help,
}

_MEMBER: Mapping[str | type, Step] = {
    **_ANYWHERE,
    Edited: editing.correct,
    "members": membership.open_members,
    "invite": membership.order_invitation,
    "export": membership.order_export,
    "leave": membership.ask_to_leave,
    "erase": membership.ask_to_erase,
}

_INSIDE: Mapping[str | type, Step] = {
    **_MEMBER,
    "menu": steps.open_menu,
    "read": reading_steps.open_reading,
    "draft": steps.order_draft,
    "undo": undoing.undo,
    "settings": settings.open_settings,
}

_MEMBERSHIP: Mapping[str | type, Step] = {
    **_MEMBER,
    Said: membership.say_button,
    Pressed: membership.press_button,
    "start": steps.show_again,
    "menu": membership.go_home,
    "back": membership.go_home,
}


def _leave(scene: Scene, given: Commanded) -> Turn:
    """Do a command where the held text was said; the text is dropped, and that is told."""
    free = holding.released(scene)
    step = TABLE[free.session.state].get(given.name, steps.refuse_for_now)
    return holding.dropping(scene, step(free, given))


def _stay(scene: Scene, given: Commanded) -> Turn:
    """Leave an answer that was to be cleared as it is."""
    return clearing.press_in_clearing(scene, Pressed(given.at, scene.session.screen, "clear_no"))


TABLE: Mapping[State, Mapping[str | type, Step]] = {
    State.STRANGER: dict.fromkeys((Said, Pressed, Edited, Sent, *COMMANDS), steps.meet),
    State.NAMING: {
        **_ANYWHERE,
        Said: holding.hear,
        "start": steps.show_again,
        "leave": membership.ask_to_leave,
    },
    State.YEAR: {
        **_MEMBER,
        "menu": steps.open_menu,
        "back": steps.open_menu,
        Said: steps.say_year,
        Pressed: steps.press_year,
        "start": steps.show_again,
    },
    State.MENU: {
        **_INSIDE,
        Said: menu.say_in_menu,
        Pressed: menu.press_in_menu,
        "start": steps.show_again,
    },
    State.ASKING: {
        **_INSIDE,
        Said: holding.hear,
        Pressed: answering.press_answer,
        "start": steps.show_again,
        "back": answering.go_back,
        "skip": answering.go_past,
    },
    State.GROUP: {
        **_INSIDE,
        Said: holding.hear,
        Pressed: group.press_group,
        "start": steps.show_again,
        "back": group.go_back,
        "skip": group.go_past,
    },
    State.CLEARING: {
        **_INSIDE,
        Said: clearing.say_in_clearing,
        Pressed: clearing.press_in_clearing,
        "start": steps.show_again,
        "back": _stay,
    },
    State.REVIEW: {
        **_INSIDE,
        Said: review.say_in_review,
        Pressed: review.press_in_review,
        "start": steps.show_again,
        "back": steps.open_menu,
    },
    State.SETTINGS: {
        **_INSIDE,
        Said: settings.say_in_settings,
        Pressed: settings.press_in_settings,
        "start": steps.show_again,
        "back": steps.open_menu,
    },
    State.READING: {
        **_INSIDE,
        Said: reading_steps.say_reading,
        Pressed: reading_steps.press_reading,
        "start": steps.show_again,
        "back": steps.open_menu,
    },
    State.PASSAGE: {
        **_INSIDE,
        Said: reading_steps.say_passage,
        Pressed: reading_steps.press_passage,
        "start": steps.show_again,
        "back": reading_steps.leave_passage,
    },
    **dict.fromkeys((State.MEMBERS, State.REMOVING, State.HANDING, State.LEAVING), _MEMBERSHIP),
    State.ERASING: {**_MEMBERSHIP, Said: membership.say_unit},
    State.HELD: {
        **_ANYWHERE,
        Edited: editing.correct_held,
        Said: holding.say_held,
        Pressed: holding.press_held,
        "start": steps.show_again,
        "draft": steps.order_draft,
        **dict.fromkeys(set(COMMANDS) - {"start", "draft", "help", "undo"}, _leave),
        "undo": holding.drop,
    },
}


_ABOUT = frozenset({State.ASKING, State.GROUP, State.CLEARING, State.REVIEW})
"""The states that are about a question, or the section it is in."""

KEEPING = frozenset({State.HELD})
"""The states whose unstored messages wait for a press; elsewhere they are forgotten at anything but words."""


def advance(pack: Pack, dossier: Dossier, session: Session, given: Input) -> Turn:
    """Answer one input: the session after it, what became so, and what to reply. Pure; never raises."""
    scene = Scene(pack, dossier, _mended(pack, dossier, session))
    if isinstance(given, Pressed) and dossier.member and (order := pages.ordered(scene, given.choice)):
        return Turn(scene.session, (), (order,))
    if not isinstance(given, Pressed):
        given = _meant(pack, session, replace(given, text=storable(given.text)))
    if scene.session.state not in KEEPING and not isinstance(given, Said):
        scene = scene.at(held=())
    if isinstance(given, Pressed) and dossier.member and given.screen != scene.session.screen:
        return steps.refuse_old_button(scene, given)
    key = given.name if isinstance(given, Commanded) else type(given)
    step = TABLE[scene.session.state].get(key)
    if step is None and scene.session.state is State.STRANGER:
        step = steps.meet
    elif step is None:
        step = steps.refuse_for_now if key in COMMANDS or key is Pressed else steps.refuse_command
    return settled(scene, step(scene, given))


def _meant(pack: Pack, session: Session, given: Input) -> Input:
    """Take the words of a button for the command they are, where there is such a command."""
    named = (name for key, name in WORDS.items() if isinstance(given, Said) and given.text.strip() == pack.phrases[key])
    name = next(named, "")
    return Commanded(given.at, name) if name in TABLE[session.state] else given


def _mended(pack: Pack, dossier: Dossier, session: Session) -> Session:
    """Bring a session to a place that exists: without membership outside, on a question that is gone to the menu.

    What only the owner may do, or is about a colleague who is gone, gives way to the list of members; a paragraph that
    is gone to the draft.
    """
    if dossier.member is None:
        return Session()
    held = session.state is State.HELD
    if session.via not in set(State):
        session = replace(session, via="")
    if session.question not in pack.questions and (session.state in _ABOUT or (held and session.question)):
        return replace(session, state=State.MENU, held=())
    if session.state is State.MENU:
        session = replace(session, via="")
    scene = Scene(pack, dossier, session)
    if session.state is State.GROUP:
        return scene.at(state=place_of(scene)).session
    about = session.state in (State.REMOVING, State.HANDING)
    if (about and not scene.meant) or ((about or session.state is State.ERASING) and not scene.owns):
        return replace(session, state=State.MEMBERS)
    if session.state is State.PASSAGE and passage_at(scene) is None:
        return replace(session, state=State.READING, item=0)
    return holding.released(scene).session if held and not session.held else session
