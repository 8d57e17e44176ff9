"""A second year: stable facts hold on until confirmed or changed, figures never, and plans are asked after."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.answers_file import read_answers
from bot.interview.events import Answer
from bot.interview.inputs import Pressed, Said
from bot.interview.known import Standing
from bot.interview.pack import Kind, Pack
from bot.interview.screens import screen
from bot.interview.session import State
from bot.interview.values import Done, Nothing, Outcome
from bot.report.caption import caption
from bot.report.compose import compose
from bot.report.text import text as written
from tests.interview.test_conversation import MEMBER, Player
from tests.interview.test_conversation import told as all_told
from tests.short import CONTENT

PACK = CONTENT.pack
AT = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
FIRST = read_answers(CONTENT.sample, PACK).dossier.answers
CARRIED = [question.id for question in PACK.questions.values() if question.last_year == "carry"]


def second(*first: tuple[str, str], pack: Pack = PACK) -> Player:
    """An official in the year after the sample's; `first`: what was answered otherwise in that one."""
    player = Player(replace(MEMBER, years=(2025, 2026), answers=FIRST), pack=pack)
    for question, typed in first:
        player.answer(question, typed)
    player.session = replace(player.session, state=State.MENU, year=2026, question="")
    return player


def text_of(player: Player) -> str:
    return written(compose(PACK, CONTENT.prose, PACK.main_document, player.dossier, 2026))


def told(player: Player, text: str) -> str:
    return all_told(player.send(Said(AT, text)))


def shown(player: Player) -> str:
    return screen(player.scene)[0]


def press(player: Player, choice: str) -> str:
    return all_told(player.send(Pressed(AT, player.session.screen, choice)))


def test_stable_facts_hold_on_and_nothing_else_does() -> None:
    entries = second().scene.known.entries
    held = {id_ for id_, entry in entries.items() if entry.standing is Standing.HELD and not PACK.section_of[id_].kept}
    assert held == {id_ for id_ in CARRIED if entries[id_].applies}
    assert all(entries[id_].carried and entries[id_].open and not entries[id_].owed for id_ in held)
    figures = {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.PERIOD}
    assert not figures & {PACK.questions[id_].kind for id_ in held}


def test_what_holds_on_is_in_the_draft_and_counted_as_unconfirmed_until_somebody_agrees() -> None:
    player = second()
    assert "以创建“平安白土”为目标" in text_of(player)
    assert "183" not in text_of(player)
    assert f"沿用去年、待确认：{len(CARRIED)}题。" in shown(player)
    assert f"沿用去年、还没确认的有{len(CARRIED)}题：" in caption(PACK.phrases, player.scene.known, "题")
    player.go("peace_goal")
    assert "沿用去年（待确认）：平安白土" in shown(player)
    told(player, "沿用去年")
    (answer,) = (a for a in player.dossier.answers if (a.year, a.question) == (2026, "peace_goal"))
    assert answer.source == "carried"
    assert not player.scene.known.entries["peace_goal"].carried
    assert len(player.scene.carried()) == len(CARRIED) - 1


def test_one_tap_confirms_a_section_and_leaves_the_others() -> None:
    player = second()
    player.go("leading_group")
    assert "✓ “组织领导”沿用去年的4题，都确认了。" in press(player, "carry_all")
    kept = {a.question for a in player.dossier.answers if a.year == 2026}
    assert kept == {"leading_group", "group_leader", "group_deputies", "group_members"}
    assert all(a.source == "carried" for a in player.dossier.answers if a.year == 2026)
    assert {entry.question.id for entry in player.scene.carried()} == set(CARRIED) - kept


def test_what_was_not_so_or_did_not_concern_the_unit_holds_on_too_and_what_somebody_else_had_does_not() -> None:
    player = second(("leading_group", "否"), ("enforcement_body", "不涉及"), ("peace_goal", "待问同事"))
    entries = player.scene.known.entries
    assert (entries["leading_group"].standing, entries["leading_group"].carried) == (Standing.ZERO, True)
    assert (entries["enforcement_body"].standing, entries["enforcement_body"].carried) == (Standing.OUT, True)
    assert (entries["peace_goal"].standing, entries["peace_goal"].carried) == (Standing.MISSING, False)
    assert not entries["group_leader"].applies
    player.go("enforcement_body")
    assert "沿用去年（待确认）：不涉及" in shown(player)
    press(player, "carry")
    assert next(a.value for a in player.dossier.answers if a.year == 2026) is Nothing.OUT


def test_a_change_of_last_year_is_followed_until_this_year_has_an_answer() -> None:
    player = second(("peace_goal", "平安示范乡"))
    assert player.scene.known.entries["peace_goal"].text == "平安示范乡"
    player.answer("peace_goal", "平安白土2.0")
    entry = player.scene.known.entries["peace_goal"]
    assert (entry.text, entry.carried, entry.answers[0].source) == ("平安白土2.0", False, "typed")


def test_a_choice_dropped_or_added_starts_from_what_holds_on() -> None:
    player = second()
    player.go("integration")
    press(player, "-rural")
    press(player, "+business")
    assert player.standing("integration") == (Standing.HELD, "基层治理、民生保障、优化营商环境")


def test_finishing_what_holds_on_confirms_it() -> None:
    player = second()
    player.go("integration")
    told(player, "完成")
    entry = player.scene.known.entries["integration"]
    assert (entry.carried, entry.answers[0].source) == (False, "carried")


def test_the_last_choice_of_last_year_is_not_dropped_into_nothing() -> None:
    player = second(("integration", "乡村振兴"))
    player.go("integration")
    assert PACK.phrases["carried_last"] in press(player, "-rural")
    assert player.standing("integration") == (Standing.HELD, "乡村振兴")


LISTED = replace(
    PACK,
    sections=tuple(
        replace(
            section,
            questions=tuple(replace(q, last_year="carry") if q.id == "problems" else q for q in section.questions),
        )
        for section in PACK.sections
    ),
)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [("2移到1", "213"), ("删2", "13"), ("新的一条", "123新"), ("改3 新", "12新"), ("沿用去年", "123")],
)
def test_a_list_that_holds_on_becomes_this_years_when_it_is_touched(line: str, numbers: str) -> None:
    player = second(pack=LISTED)
    old = [piece.text for piece in player.scene.last_year("problems").pieces]  # type: ignore[union-attr]
    player.go("problems")
    assert "去年的，还没确认：" in shown(player)
    told(player, line)
    entry = player.scene.known.entries["problems"]
    new = {"新": line.removeprefix("改3 ")}
    assert [piece.text for piece in entry.pieces] == [new.get(n) or old[int(n) - 1] for n in numbers]
    assert entry.stored
    assert [a for a in player.dossier.answers if a.year == 2025] == [a for a in FIRST if a.year == 2025]


def test_a_list_emptied_this_year_stays_empty() -> None:
    player = second(pack=LISTED)
    player.go("problems")
    told(player, "删1、2、3")
    assert player.scene.known.entries["problems"].standing is Standing.MISSING


# What became of the plans.


def asked(*said: str) -> Player:
    player = second()
    player.go("last_plans")
    for text in said:
        player.send(Pressed(AT, player.session.screen, text[1:]) if text[0] == "@" else Said(AT, text))
    return player


def outcomes(player: Player) -> str:
    found = {a.item: a.value for a in player.dossier.answers if (a.year, a.question) == (2026, "last_plans")}
    return " ".join(
        f"{item}{value.state}{value.words}" for item, value in sorted(found.items()) if isinstance(value, Outcome)
    )


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        (["1完成 开展培训3次；2未完成"], "1yes开展培训3次 2no"),
        (["1、已完成，开展培训3次\n２．部分完成\n3 没完成 缺钱\n④完成"], "1yes开展培训3次 2partly 3no缺钱 4yes"),
        (["完成；部分完成；没做"], "1yes 2partly 3no"),
        (["完成 甲；乙"], "1yes甲，乙"),
        (["@=yes", "开展培训3次"], "1yes开展培训3次"),
        (["@=yes", "@next", "@=no", "缺人"], "1yes 2no缺人"),
        (["@=yes", "@=partly", "开展1次"], "1partly开展1次"),
        (["3完成 丙", "完成 甲", "完成 乙"], "1yes乙 3yes丙 4yes甲"),
        (["完成 甲", "@i1", "未完成 乙"], "1no乙"),
        (["@=partly", "完成", "完成"], "1partly 2yes"),
        (["完成 甲", "@i1", "只换这句话"], "1yes只换这句话"),
        (["开展了培训"], ""),
        (["9完成"], ""),
        (["1完成 开展👍"], ""),
    ],
)
def test_what_became_of_plans_is_said_one_by_one_or_all_at_once(said: list[str], stored: str) -> None:
    assert outcomes(asked(*said)) == stored


def test_plans_are_asked_after_where_there_were_any_and_open_until_each_was_told() -> None:
    assert not Player().scene.known.entries["last_plans"].applies
    player = asked("1完成 甲；2完成；3未完成")
    entry = player.scene.known.entries["last_plans"]
    assert (entry.applies, entry.open, entry.owed, len(entry.untold)) == (True, True, True, 1)
    assert "第4条怎样了？（共4条）" in shown(player)
    assert "✓ 去年安排的落实：共4条" in told(player, "部分完成 做了一半")
    assert not player.scene.known.entries["last_plans"].open
    assert player.session.question != "last_plans"
    player.go("last_plans")
    assert PACK.phrases["plans_done"] in shown(player)


def test_the_report_says_what_became_of_the_plans_that_were_told_of_and_nothing_without_an_answer() -> None:
    assert "落实情况" not in text_of(asked())
    text = text_of(asked("2完成 接待群众30次；4未完成，正在谋划"))
    assert "2025年提出的工作安排，落实情况是：一是创新基层治理模式，" in text
    assert "，提升复杂矛盾纠纷化解效能，已完成，接待群众30次；二是强化法治与产业融合，" in text
    assert "，优化法治化营商环境，尚未完成，正在谋划。" in text


def test_an_outcome_of_a_plan_that_was_deleted_is_set_aside_and_the_others_keep_theirs() -> None:
    player = asked("1完成 甲；2完成 乙；3完成 丙；4完成 丁")
    player.session = replace(player.session, year=2025)
    player.go("next_steps")
    for line in ("删2", "3移到1"):
        told(player, line)
    player.session = replace(player.session, year=2026, question="last_plans")
    words = [a.value.words for a in player.scene.entry.answers if isinstance(a.value, Outcome)]
    assert words == ["丁", "甲", "丙"]


def test_nothing_said_to_all_plans_gives_way_to_what_is_said_of_one() -> None:
    player = asked("待问同事")
    assert player.standing("last_plans")[0] is Standing.LATER
    player.go("last_plans")
    told(player, "1完成 甲")
    entry = player.scene.known.entries["last_plans"]
    assert (entry.standing, entry.answers[0].value) == (Standing.HELD, Outcome(Done.YES, "甲"))
    assert "没有存" not in told(player, "不涉及")
    assert player.standing("last_plans")[0] is Standing.HELD


# The answers file.


def test_an_answers_file_with_last_year_is_the_same_second_year(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(
        "pack: law_based_government\nyear: 2026\nunit: {county: 黔江区, place: 白土乡}\n"
        "last_year:\n  peace_goal: 平安白土\n  disputes_mediated: 150件\n  next_steps: [开展培训, 改进普法]\n"
        "answers:\n  last_plans: [2未完成 缺钱, 1完成 开展3次]\n"
        "  problems: [缺人, 缺钱]\n  causes: [编制少（对应①）, 没有专款（对应2）]\n",
        encoding="utf-8",
    )
    dossier = read_answers(file, PACK).dossier
    text = written(compose(PACK, CONTENT.prose, PACK.main_document, dossier, 2026))
    assert "落实情况是：一是开展培训，已完成，开展3次；二是改进普法，尚未完成，缺钱。" in text
    assert "以创建“平安白土”为目标" in text
    assert "150" not in text
    assert "分析原因，主要是：一是编制少；二是没有专款。" in text
    links = [a.value.links for a in dossier.answers if a.question == "causes"]  # type: ignore[union-attr]
    assert links == [(1,), (2,)]


def test_the_marks_of_the_menu_count_what_holds_on() -> None:
    player = second()
    labels = [button.label for row in screen(player.scene)[1] for button in row]
    assert "10.政务公开 沿用2" in labels


def test_nothing_of_last_year_is_stored_twice() -> None:
    player = second()
    before = player.dossier.answers
    told(player, "接着答")
    told(player, "跳过")
    assert player.dossier.answers == before
    assert all(isinstance(a, Answer) for a in before)


def test_what_a_section_owes_is_asked_before_what_stands_as_last_year_is_looked_over() -> None:
    player = second()
    press(player, "s:disputes")
    assert (player.session.state, player.session.question) == (State.ASKING, "mediation_linkage")
    for typed in ("是", "171件次", "没有"):
        told(player, typed)
    assert player.session.state is State.REVIEW
    assert "平安创建：平安白土（沿用去年）" in shown(player)


def test_a_group_in_which_only_last_years_is_left_goes_on_to_be_looked_over_with_its_section() -> None:
    player = second()
    press(player, "s:organisation")
    assert (player.session.state, player.scene.known.entries["leading_group"].carried) == (State.GROUP, True)
    told(player, "都是")
    assert player.session.question == "first_duties"


def test_an_optional_one_that_holds_on_does_not_lead_through_all_that_are_optional() -> None:
    optional = {"peace_goal", "mediation_linkage", "escalated_cases"}
    sections = (
        replace(section, questions=tuple(replace(q, optional=q.id in optional) for q in section.questions))
        for section in PACK.sections
    )
    player = second(pack=replace(PACK, sections=tuple(sections)))
    player.go("peace_goal")
    told(player, "平安白土")
    assert player.session.question == "disputes_mediated"
