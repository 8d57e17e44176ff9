"""Defaults: in effect while nobody answers, and following what they derive from even when agreed to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.interview.conversation import advance
from bot.interview.events import Dossier, Member
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.known import know
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from tests.short import CONTENT

PACK = CONTENT.pack
AT = datetime(2026, 1, 8, tzinfo=UTC)
TITLES = ("unit_name", "superiors", "party_head", "government_head")


def after(*said: tuple[str, str]) -> Dossier:
    """The dossier after these answers; `default` presses the button of the default."""
    dossier = Dossier("", Member("小李", "owner"), None, (2025,))
    for question, typed in said:
        session = Session(State.ASKING, 2025, question)
        given: Input = Pressed(AT, 0, "default") if typed == "default" else Said(AT, typed)
        dossier = Scene(PACK, dossier, session).after(advance(PACK, dossier, session, given).facts).dossier
    return dossier


def titles(dossier: Dossier) -> tuple[str, ...]:
    entries = know(PACK, dossier, 2025).entries
    return tuple(entries[question].text for question in TITLES)


@pytest.mark.parametrize("agreed", [(), tuple((title, "default") for title in TITLES), (("level", "乡"),)])
def test_every_title_follows_when_the_unit_changes_its_kind_or_county(agreed: tuple[tuple[str, str], ...]) -> None:
    first = (("county", "黔江区"), ("place", "白土乡"), *agreed)
    assert titles(after(*first)) == ("黔江区白土乡人民政府", "区委、区政府", "党委书记", "乡长")
    town = after(*first, ("place", "白土镇"))
    assert titles(town) == ("黔江区白土镇人民政府", "区委、区政府", "党委书记", "镇长")
    street = after(*first, ("county", "丰泽县"), ("place", "青石街道"))
    assert titles(street) == ("丰泽县青石街道办事处", "县委、县政府", "党工委书记", "办事处主任")


def test_words_of_ones_own_stay_when_what_the_default_derives_from_changes() -> None:
    dossier = after(("county", "黔江区"), ("place", "白土乡"), ("government_head", "代理乡长"), ("place", "白土镇"))
    assert titles(dossier)[3] == "代理乡长"
