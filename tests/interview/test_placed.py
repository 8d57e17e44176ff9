"""The place typed with its county as one word, and the name of the unit: parted where that is sure, else told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.errors import ContentError
from bot.interview.conversation import advance
from bot.interview.events import Answer, Ask, Dossier, Member, Say, Turn
from bot.interview.inputs import Edited, Input, Pressed, Said
from bot.interview.known import know
from bot.interview.outline import WHOLE, outline
from bot.interview.parting import parted
from bot.interview.scene import Scene
from bot.interview.session import Session, State

PACK = read_content().pack
AT = datetime(2026, 1, 8, tzinfo=UTC)
COUNTIES, PLACES = ("区", "县", "市", "旗"), ("乡", "镇", "街道")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("黔江区白土乡", ("", "黔江区", "白土乡")),
        ("重庆市黔江区白土乡", ("重庆市", "黔江区", "白土乡")),
        ("重庆黔江区白土乡", ("重庆", "黔江区", "白土乡")),
        ("重庆市忠县石宝镇", ("重庆市", "忠县", "石宝镇")),
        ("九龙坡区白市驿镇", ("", "九龙坡区", "白市驿镇")),
        ("湖南省浏阳市沿溪镇", ("湖南省", "浏阳市", "沿溪镇")),
        ("东莞市长安镇", ("", "东莞市", "长安镇")),
        ("青岛市市南区八大湖街道", ("青岛市", "市南区", "八大湖街道")),
        ("秀山土家族苗族自治县清溪场镇", ("", "秀山土家族苗族自治县", "清溪场镇")),
        ("内蒙古自治区鄂尔多斯市准格尔旗薛家湾镇", ("内蒙古自治区鄂尔多斯市", "准格尔旗", "薛家湾镇")),
        ("湘西土家族苗族自治州吉首市马颈坳镇", ("湘西土家族苗族自治州", "吉首市", "马颈坳镇")),
        *(
            (sure, None)
            for sure in ("白土乡", "白市驿镇", "古县渡镇", "忠县石宝镇", "红旗营子乡", "新市镇", "城区街道")
        ),
        ("重庆市白市驿镇", None),
    ],
)
def test_a_place_is_parted_from_its_county_where_nothing_else_can_be_meant(typed: str, parts: object) -> None:
    found = parted(typed, COUNTIES, PLACES)
    assert (found and (found.above, found.outer, found.inner)) == parts


class Chat:
    """One official at the profile of a unit that says nothing of itself, or of this name."""

    def __init__(self, unit: str = "", state: State = State.GROUP) -> None:
        self.dossier = Dossier(unit, Member("小李", "owner"), None, (2025,))
        self.session = Session(state, 2025, "county")
        self.number = 0
        self.said: tuple[str, ...] = ()

    def send(self, given: Input) -> Turn:
        turn = advance(PACK, self.dossier, self.session, given)
        self.dossier = Scene(PACK, self.dossier, self.session).after(turn.facts).dossier
        self.session = turn.session
        self.said = tuple(text for r in turn.replies if isinstance(r, Say | Ask) for text in (_understood(r), r.text))
        return turn

    def say(self, text: str, question: str = "") -> str:
        if question:
            self.session = replace(self.session, state=State.ASKING, question=question, via="")
        self.number += 1
        self.send(Said(AT, text, self.number))
        return "\n".join(self.said)

    def edit(self, text: str) -> str:
        self.send(Edited(AT, text, self.number))
        return "\n".join(self.said)

    def names(self) -> tuple[str, ...]:
        entries = know(PACK, self.dossier, 2025).entries
        return tuple(entries[id_].text for id_ in ("county", "place", "unit_name"))


def _understood(reply: Say | Ask) -> str:
    return reply.understood if isinstance(reply, Ask) else ""


WHOLE_NAME = ("黔江区", "白土乡", "黔江区白土乡人民政府")


@pytest.mark.parametrize(
    "messages",
    [
        ["黔江区白土乡"],
        ["黔江区白土乡", "黔江区"],
        ["黔江区", "黔江区白土乡"],
        ["黔江区，黔江区白土乡"],
        ["黔江区白土乡 黔江区"],
        ["重庆市黔江区白土乡"],
        ["重庆市黔江区白土乡", "黔江区"],
        ["② 黔江区白土乡", "① 黔江区"],
    ],
)
def test_in_the_group_the_county_stands_once_whichever_is_said_first(messages: list[str]) -> None:
    chat = Chat()
    for text in messages:
        chat.say(text)
    assert chat.names() == WHOLE_NAME
    assert "黔江区黔江区" not in "\n".join(chat.said)
    chat.send(Pressed(AT, chat.session.screen, "right"))
    assert chat.names() == WHOLE_NAME


def test_what_was_understood_is_shown_and_what_is_written_nowhere() -> None:
    chat = Chat()
    told = chat.say("重庆市黔江区白土乡")
    assert "✓ 地名：白土乡（“黔江区”归“所在区县”；“重庆市”不写）" in told
    assert "① 所在区县：黔江区" in told
    assert [answer.typed for answer in chat.dossier.answers] == ["重庆市黔江区白土乡"]


@pytest.mark.parametrize("order", [("place", "county"), ("county", "place")])
def test_each_question_alone_reads_it_alike(order: tuple[str, str]) -> None:
    typed = {"county": "忠县", "place": "忠县石宝镇"}
    chat = Chat()
    for question in order:
        chat.say(typed[question], question)
    assert chat.names() == ("忠县", "石宝镇", "忠县石宝镇人民政府")


def test_a_place_that_only_looks_so_stays_whole() -> None:
    chat = Chat()
    chat.say("鄱阳县，古县渡镇")
    assert chat.names() == ("鄱阳县", "古县渡镇", "鄱阳县古县渡镇人民政府")


@pytest.mark.parametrize("alone", ["question", ""])
def test_another_county_than_the_one_answered_is_told_and_not_stored(alone: str) -> None:
    chat = Chat()
    chat.say("涪陵区", "county")
    told = chat.say("黔江区白土乡", "place" if alone else "")
    assert "“所在区县”已经写了“涪陵区”，与“黔江区白土乡”对不上，没有存" in told
    assert chat.names()[:2] == ("涪陵区", "")


@pytest.mark.parametrize("alone", ["question", ""])
def test_a_county_other_than_the_place_was_typed_with_is_told_and_not_stored(alone: str) -> None:
    chat = Chat()
    chat.say("黔江区白土乡", "place")
    chat.session = replace(chat.session, state=State.GROUP, question="county", via="")
    told = chat.say("涪陵区", "county" if alone else "")
    assert "“地名”写的是“黔江区白土乡”，与“涪陵区”对不上，没有存" in told
    assert "先把“地名”改成“白土乡”" in told
    assert chat.names() == WHOLE_NAME
    chat.say("白土乡", "place")
    chat.say("涪陵区", "county")
    assert chat.names() == ("涪陵区", "白土乡", "涪陵区白土乡人民政府")


def test_an_edited_message_is_read_alike() -> None:
    chat = Chat()
    chat.say("白土镇")
    assert "白土乡" in chat.edit("黔江区白土乡")
    assert chat.names() == WHOLE_NAME
    chat.say("黔江区", "county")
    chat.number -= 1
    assert "对不上，没有存" in chat.edit("涪陵区白土乡")
    assert chat.names() == WHOLE_NAME


def test_a_sheet_reads_it_alike_and_gives_it_back_as_it_stands() -> None:
    chat = Chat(state=State.MENU)
    code = PACK.codes["place"]
    lines = [f"{code} 地名：黔江区白土乡", f"{PACK.codes['party_head']} 党委主要负责人职务：党委书记"]
    chat.say("\n".join(lines))
    chat.send(Pressed(AT, chat.session.screen, "all"))
    assert chat.names() == WHOLE_NAME
    sheet = "\n".join(outline(Scene(PACK, chat.dossier, chat.session), WHOLE))
    assert f"{code} 地名：白土乡\n" in sheet
    assert "与现在的答案一样" in chat.say(sheet)
    chat.say("黔江区", "county")
    assert "与“涪陵区白土乡”对不上" in chat.say("\n".join(lines).replace("黔江", "涪陵"))
    assert chat.names() == WHOLE_NAME


@pytest.mark.parametrize("name", ["黔江区白土乡人民政府", "重庆市黔江区白土乡人民政府", "黔江区白土乡"])
def test_the_name_the_unit_was_created_with_is_read_alike(name: str) -> None:
    chat = Chat(name)
    assert chat.names() == WHOLE_NAME
    chat.dossier = replace(chat.dossier, years=())
    chat.session = Session(State.YEAR, 2025)
    told = chat.say("2025")
    assert "① 所在区县：黔江区" in chat.said[-1], told
    chat.send(Pressed(AT, chat.session.screen, "right"))
    assert chat.names() == WHOLE_NAME
    assert [a.source for a in chat.dossier.answers if isinstance(a, Answer) and a.question == "county"] == ["confirmed"]


def test_an_answers_file_reads_it_alike(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    head = "pack: law_based_government\nyear: 2025\nanswers: {}\n"
    file.write_text(head + "unit: {place: 黔江区白土乡}\n", encoding="utf-8")
    entries = know(PACK, read_answers(file, PACK).dossier, 2025).entries
    assert tuple(entries[id_].text for id_ in ("county", "place", "unit_name")) == WHOLE_NAME
    file.write_text(head + "unit: {county: 涪陵区, place: 黔江区白土乡}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="对不上，没有存"):
        read_answers(file, PACK)
