"""Finding where a figure comes from: what counts as asking, where it stands, and no answer is taken for it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.content.answers_file import read_answers
from bot.interview.approval import Checked, Filed, Withdrawn
from bot.interview.conversation import advance
from bot.interview.events import Answer, Ask, Dossier, Member, Say, Turn
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.screens import pressed_by_words, screen
from bot.interview.session import Session, State
from bot.interview.traced_screen import clipped
from bot.interview.traces import Query, Source, asked, hits, near, sources
from bot.interview.values import Nothing, Number, Words
from tests.conftest import AT
from tests.interview.test_screens import LONG, UNITS, buttons, fits, longest
from tests.interview.test_screens import filed as filled
from tests.short import CONTENT

PACK = CONTENT.pack
SAMPLE = read_answers(CONTENT.sample, PACK).dossier.answers
OWNER = Member("小李", "owner")
OFFICE = Dossier("黔江区白土乡人民政府", OWNER, None, (2025,), SAMPLE)
HERE = Session(State.MENU, 2025, "", 7)


def scene(*answers: Answer, dossier: Dossier = OFFICE) -> Scene:
    return Scene(PACK, dossier, HERE).after(answers)


def said(text: str, session: Session = HERE, dossier: Dossier = OFFICE) -> Turn:
    return advance(PACK, dossier, session, Said(AT, text))


def shown(turn: Turn) -> str:
    return "\n".join(reply.text for reply in turn.replies if isinstance(reply, Say | Ask))


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("查 183", Query("183", Decimal(183))),
        ("查183", Query("183", Decimal(183))),
        ("查１８３件", Query("183件", Decimal(183), "件")),
        ("查：183件次？", Query("183件次", Decimal(183), "件次")),
        ("183哪来的", Query("183", Decimal(183))),
        ("183件是从哪里来的？", Query("183件", Decimal(183), "件")),
        ("查 5000余份", Query("5000份", Decimal(5000), "份")),
        ("查 5,000", Query("5,000", Decimal(5000))),
        ("查 约1.2万元", Query("1.2万元", Decimal(12000), "元")),
        ("查 98.6%", Query("98.6%", Decimal("98.6"), "%")),
        ("查 一百八十三", Query("一百八十三", Decimal(183))),
        ("查 12段", Query("第12段", paragraph=12)),
        ("查第12段", Query("第12段", paragraph=12)),
        ("查〔12〕段", Query("第12段", paragraph=12)),
        ("第12段哪来的", Query("第12段", paragraph=12)),
        ("查 调解", Query("调解")),
        ("查 3月1日", Query("3月1日")),
        ("调解", None),
        ("183", None),
        ("183件", None),
        ("查处违法建设12起", None),
        ("查", None),
        ("检查183次", None),
        ("哪来的", None),
    ],
)
def test_what_asks_where_something_comes_from(typed: str, query: Query | None) -> None:
    assert asked(typed) == query


@pytest.mark.parametrize("typed", ["查 调解", "查处一批", "查 处", "查找问题三个"])
def test_where_any_words_are_an_answer_words_are_not_looked_for(typed: str) -> None:
    for state in (State.ASKING, State.ITEM):
        here = Session(state, 2025, "problems", 7, item=1)
        session = advance(PACK, OFFICE, here, Commanded(AT, "start")).session
        assert session.state is state
        assert said(typed, session).session.state is not State.TRACED
        assert said("查 183", session).session.state is State.TRACED


def test_a_figure_is_found_by_its_amount_and_its_unit_and_never_inside_another() -> None:
    passages = scene().passages
    for typed, label in (("查 183", "disputes_mediated"), ("查 183件", "disputes_mediated"), ("查 5000", "leaflets")):
        query = asked(typed)
        assert query
        assert sources(hits(passages, query)) == (Source(label),)
    assert hits(passages, Query("83", Decimal(83))) == ()
    assert hits(passages, Query("500", Decimal(500))) == ()
    assert len(hits(passages, Query("6", Decimal(6)))) > len(hits(passages, Query("6人", Decimal(6), "人"))) == 1
    assert len(hits(passages, Query("6项", Decimal(6), "项"))) == len(hits(passages, Query("6", Decimal(6))))


@pytest.mark.parametrize(
    ("amount", "found"),
    [("18.3", ["183"]), ("1830", ["183"]), ("138", ["183"]), ("182", ["183"]), ("99999", []), ("8", [])],
)
def test_where_nothing_is_found_the_figures_a_slip_makes_are_named(amount: str, found: list[str]) -> None:
    assert near(scene().passages, Decimal(amount)) == found


def test_a_figure_in_an_item_of_a_list_leads_to_that_item() -> None:
    item = Answer(2025, "problems", Words("还有377户没有走访"), "还有377户没有走访", AT, 9, 9)
    query = asked("查 377户")
    assert query
    assert sources(hits(scene(item).passages, query)) == (Source("problems", 9),)
    told = shown(said("查 377", dossier=scene(item).dossier))
    assert "出自“存在的问题”：还有377户没有走访" in told
    assert "要改，直接发新的" not in told


def test_an_answer_that_is_printed_nowhere_is_told_all_the_same() -> None:
    fines = Answer(2025, "fines", Number(Decimal(377), "377", "元"), "三百七十七", AT, by="小王")
    none = Answer(2025, "penalties", Nothing.ZERO, "没有", AT)
    told = shown(said("查 377", dossier=scene(fines, none).dossier))
    assert "稿里没有写，但有人这样答过：\n出自“罚款”：377元\n小王1月8日 09:30答的，打的是“三百七十七”" in told


def test_an_answer_in_reply_to_a_trace_is_stored_in_the_old_unit_and_the_trace_goes_on_with_it() -> None:
    session = said("查 183").session
    turn = said("一百八十五", session)
    (fact,) = turn.facts
    assert isinstance(fact, Answer)
    assert (fact.question, fact.value) == ("disputes_mediated", Number(Decimal(185), "185", "件次"))
    assert "〔6〕原：" in shown(turn)
    assert "【查 185】" in shown(turn)
    assert said("185起", session).facts[0].value == Number(Decimal(185), "185", "起")  # type: ignore[union-attr]
    refused = said("好多", session)
    assert (refused.facts, refused.session) == ((), session)


def test_a_trace_with_several_sources_takes_no_answer_but_leads_to_each() -> None:
    session = said("查 6段").session
    assert said("185", session).facts == ()
    back = advance(PACK, OFFICE, session, Pressed(AT, session.screen, "c2"))
    at_question = (back.session.state, back.session.question, back.session.via)
    assert at_question == (State.ASKING, "disputes_mediated", "traced")
    there = said("185件", back.session)
    assert (there.session.state, there.session.via) == (State.TRACED, "")
    assert "【查 185件】\n〔6〕" in shown(there)
    again = scene(*(fact for fact in there.facts if isinstance(fact, Answer))).dossier
    assert said("返回", there.session, again).session.state is State.MENU


def test_one_goes_back_to_where_the_search_began() -> None:
    began = Session(State.ASKING, 2025, "leaflets", 7)
    there = said("查 183", began).session
    again = said("查 16", there).session
    back = said("返回", again).session
    assert (back.state, back.question, back.held) == (State.ASKING, "leaflets", ())


def test_nothing_is_looked_for_outside_a_draft() -> None:
    waits = (Said(AT, "185件"),)
    for state in (State.YEAR, State.LEAVING, State.ERASING):
        assert said("查 183", Session(state, 2025, "", 7)).session.state is not State.TRACED
    assert said("查 183", Session(State.AMENDING, 2025, "disputes.mediated", 7)).session.state is not State.TRACED
    for state in (State.HELD, State.CLASHING):
        asked_about = Session(state, 2025, "disputes_mediated", 7, waits)
        turn = said("查 183", asked_about)
        assert turn.session.state is not State.TRACED
        assert turn.session.held or PACK.phrases["held_dropped"] in shown(turn)
    outside = Dossier("白土乡人民政府", OWNER)
    assert advance(PACK, outside, Session(State.YEAR, 2025, "", 7), Commanded(AT, "find", "183")).facts == ()


def test_a_sentence_is_cut_around_what_was_found() -> None:
    text = "甲" * 40 + "183" + "乙" * 40
    assert clipped(text, 40, 43) == "…" + "甲" * 14 + "183" + "乙" * 14 + "…"
    assert clipped("共183件", 1, 4) == "共183件"


# Every screen of these, for every level of unit, fits a phone.


def filings(count: int, *, standing: bool) -> tuple[Filed, ...]:
    undone = [Withdrawn(2025, PACK.main_document, number, LONG * 2, AT, "W" * 20) for number in range(1, count + 1)]
    made = [Filed(2025, PACK.main_document, each.number, AT, "黔江区白土乡司法所所长王小明", each) for each in undone]
    last = Filed(2025, PACK.main_document, count + 1, AT, "小李")
    return (*made, *((last,) if standing else ()))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("state", [State.FILING, State.FILED, State.WITHDRAWING, State.TRACED])
@pytest.mark.parametrize("count", [0, 1, 30])
def test_the_screens_of_filing_and_tracing_fit_a_phone(unit: str, state: State, count: int) -> None:
    for dossier in (filled(unit, lambda question: [], 2025), filled(unit, longest, 2025), OFFICE):
        for typed in ("查 2025", "查 12段", "查 6段", "查 的", "查 123.4567万"):
            standing = state is State.WITHDRAWING or (state is not State.FILING and count == 30)
            whole = Dossier(unit, OWNER, None, (2025,), dossier.answers, filings=filings(count, standing=standing))
            at = Scene(PACK, whole, Session(state, 2025, "", 7, (Said(AT, typed),)))
            text, rows = screen(at)
            fits(rows)
            assert "{" not in text
            assert units(text) <= 4096
            for button in buttons(rows):
                assert pressed_by_words(rows, button.label) == button.id


def test_a_mark_of_another_year_or_text_says_nothing() -> None:
    passage = scene().passages[5]
    marks = [Checked(2024, each.id, each.text, AT) for each in passage.sentences]
    marks += [Checked(2025, each.id, each.text + "。", AT) for each in passage.sentences]
    text, _ = screen(scene().after(marks).at(state=State.PASSAGE, question=passage.sentences[0].id))
    assert "✓" not in text
    assert text.count("核对后改过") == len(passage.sentences)
