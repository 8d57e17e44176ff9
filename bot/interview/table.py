"""What is done in each state with each kind of input: one step for each; holds no step itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.interview import (
    amending,
    answering,
    clash,
    clearing,
    comparing,
    editing,
    filing,
    group,
    holding,
    issuing,
    item,
    membership,
    menu,
    offering,
    outline_steps,
    reading_steps,
    review,
    settings,
    steps,
    tracing,
    undoing,
)
from bot.interview.events import Turn
from bot.interview.inputs import (
    Commanded,
    Edited,
    Fetched,
    Pressed,
    Said,
    Sent,
)
from bot.interview.scene import Scene
from bot.interview.session import State

Step = Callable[[Scene, Any], Turn]

COMMANDS = (
    "start",
    "menu",
    "back",
    "skip",
    "sheet",
    "read",
    "draft",
    "documents",
    "undo",
    "file",
    "find",
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
    Fetched: comparing.take,
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
    "sheet": outline_steps.open_outline,
}

_INSIDE: Mapping[str | type, Step] = {
    **_MEMBER,
    "menu": steps.open_menu,
    "read": reading_steps.open_reading,
    "draft": steps.order_draft,
    "documents": issuing.open_issuing,
    "undo": undoing.undo,
    "settings": settings.open_settings,
    "file": filing.open_filing,
    "find": tracing.find,
}

_FILING: Mapping[str | type, Step] = {
    **_INSIDE,
    Said: filing.say_filing,
    Pressed: filing.press_filing,
    "start": steps.show_again,
    "back": steps.open_menu,
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
    """Do a command where the held text or sheet was said; it is dropped, and that is told."""
    sheet = scene.session.state is State.COMPARING
    free = comparing.released(scene) if sheet else holding.released(scene)
    step = TABLE[free.session.state].get(given.name, steps.refuse_for_now)
    return holding.dropping(scene, step(free, given), "outline_dropped" if sheet else "held_dropped")


def _stay(scene: Scene, given: Commanded) -> Turn:
    """Leave an answer that was to be cleared as it is."""
    return clearing.press_in_clearing(scene, Pressed(given.at, scene.session.screen, "clear_no"))


_LEAVING: Mapping[str | type, Step] = dict.fromkeys(set(COMMANDS) - {"start", "draft", "help"}, _leave)

TABLE: Mapping[State, Mapping[str | type, Step]] = {
    State.STRANGER: dict.fromkeys((Said, Pressed, Edited, Sent, Fetched, *COMMANDS), steps.meet),
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
    State.ITEM: {
        **_INSIDE,
        Said: holding.hear,
        Pressed: item.press_item,
        "start": steps.show_again,
        "back": item.close_item,
        "skip": item.close_item,
    },
    State.OFFERS: {
        **_INSIDE,
        Said: holding.hear,
        Pressed: offering.press_offers,
        "start": steps.show_again,
        "back": offering.close_offers,
        "skip": offering.close_offers,
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
    State.ISSUING: {
        **_INSIDE,
        Said: issuing.say_issuing,
        Pressed: issuing.press_issuing,
        "start": steps.show_again,
        "back": steps.open_menu,
    },
    State.FILING: _FILING,
    State.FILED: _FILING,
    State.WITHDRAWING: {**_FILING, Said: filing.say_reason, Pressed: filing.press_reason},
    State.TRACED: {
        **_INSIDE,
        Said: tracing.say_traced,
        Pressed: tracing.press_traced,
        "start": steps.show_again,
        "back": steps.open_menu,
    },
    State.HELD: {
        **_ANYWHERE,
        Edited: editing.correct_held,
        Said: holding.say_held,
        Pressed: holding.press_held,
        "start": steps.show_again,
        "draft": steps.order_draft,
        **_LEAVING,
        "undo": holding.drop,
    },
    State.AMENDING: {
        **_INSIDE,
        Said: holding.hear,
        Pressed: amending.press_amending,
        "start": steps.show_again,
        "back": amending.cancel,
    },
    State.AMENDED: {
        **_INSIDE,
        Said: amending.say_amended,
        Pressed: amending.press_amended,
        "start": steps.show_again,
        "back": reading_steps.open_reading,
    },
    State.CLASHING: {
        **_ANYWHERE,
        Edited: editing.correct_held,
        Said: clash.say_clash,
        Pressed: clash.press_clash,
        "start": steps.show_again,
        "draft": steps.order_draft,
        **_LEAVING,
    },
    State.OUTLINE: {
        **_INSIDE,
        Said: outline_steps.say_outline,
        Pressed: outline_steps.press_outline,
        "start": steps.show_again,
        "back": steps.open_menu,
    },
    State.COMPARING: {
        **_ANYWHERE,
        Said: comparing.say_comparing,
        Pressed: comparing.press_comparing,
        "start": steps.show_again,
        "draft": steps.order_draft,
        **_LEAVING,
    },
}
