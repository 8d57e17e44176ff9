"""The 题单, there and back: it reads well, comes back as it is, and however it is mangled nothing lands elsewhere."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.content.answers_file import read_answers
from bot.interview.events import Answer, Dossier, Member
from bot.interview.inputs import Said
from bot.interview.known import Entry
from bot.interview.outline import MOST, listed, outline, sheets
from bot.interview.outline_changes import Comparison, compare
from bot.interview.outline_reading import is_sheet
from bot.interview.pack import Kind
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.values import Chosen, Nothing, Outcome, Words
from tests.short import CONTENT

PACK = CONTENT.pack
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
UNIT = "黔江区白土乡人民政府"
EMPTY = Scene(PACK, Dossier(UNIT, Member("小李", "owner"), None, (2024, 2025)), Session(State.MENU, 2025))
FILE = read_answers(CONTENT.sample, PACK).dossier
SAMPLE = Scene(PACK, replace(EMPTY.dossier, answers=FILE.answers, used=FILE.used), EMPTY.session)
KEPT = tuple(answer for answer in SAMPLE.dossier.answers if answer.year is None)
PLANNED = tuple(
    Answer(2024, "next_steps", Words(text), text, AT, item, place)
    for place, (item, text) in enumerate(
        ((1, "开展培训3次：讲民法典"), (4, "建成“一站式”平台（试行）"), (2, "清理权责清单；补齐人员"))
    )
)
KNOWN = Scene(PACK, replace(EMPTY.dossier, answers=(*KEPT, *PLANNED)), EMPTY.session)
"""A unit whose profile is known, so that its choices read alike before and after, and that planned three things."""

SEEDS = st.integers(0, 10**9)
FEW = settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def sheet(scene: Scene, which: str = "whole") -> str:
    return "\n".join(outline(scene, which))


def told(scene: Scene, text: str) -> Comparison:
    return compare(scene, Said(AT, text))


def values(scene: Scene) -> dict[str, list[object]]:
    """What is answered, by question, where it applies; items of a list in their order."""
    entries = scene.known.entries.values()
    return {entry.question.id: [a.value for a in entry.answers] for entry in entries if entry.stored and entry.applies}


def changed(text: str, scene: Scene = EMPTY) -> dict[str, str]:
    """What a sheet stores, as printed, by question."""
    found = told(scene, text)
    return {change.after.question.id: _printed(change.after) for change in found.changes}


def _printed(entry: Entry) -> str:
    value = entry.answers[0].value
    return value.value if isinstance(value, Nothing) else entry.text


def handed(text: str, scene: Scene = EMPTY) -> list[tuple[str, str]]:
    return [(each.text, each.why) for each in told(scene, text).unread]


# What it looks like.


def test_the_sheet_of_an_empty_draft_and_of_a_full_one_read_as_they_should(
    golden: Callable[[str, str], None],
) -> None:
    last = tuple(answer._replace(year=2024) for answer in SAMPLE.dossier.answers if answer.year)
    scene = Scene(PACK, replace(EMPTY.dossier, answers=(*KEPT, *last)), EMPTY.session)
    golden("interview/题单.txt", f"{sheet(EMPTY)}\n\n\n{sheet(scene, 'h3')}\n\n\n{sheet(SAMPLE, 'whole')}\n")


@pytest.mark.parametrize("scene", [EMPTY, SAMPLE], ids=["empty", "full"])
def test_a_sheet_of_the_shipped_questions_is_one_message_without_markup(scene: Scene) -> None:
    for which in sheets(PACK):
        (message,) = outline(scene, which)
        assert units(message) <= MOST
        assert "\t" not in message


def test_a_sheet_that_does_not_fit_is_cut_between_sections() -> None:
    long = tuple(Answer(2025, "problems", Words(f"{n}人少事多" * 20), "", AT, n, n) for n in range(4, 30))
    scene = Scene(PACK, replace(SAMPLE.dossier, answers=(*SAMPLE.dossier.answers, *long)), SAMPLE.session)
    messages = outline(scene, "whole")
    assert len(messages) > 1
    assert all(message.startswith("【") for message in messages)
    assert values(EMPTY.after(told(EMPTY, "\n".join(messages)).facts)) == values(scene)


def test_codes_stand_for_places_in_the_pack_whatever_branch_is_taken() -> None:
    no = EMPTY.after((Answer(2025, "leading_group", Chosen(("no",)), "否", AT),))
    assert "3.5 " not in sheet(no)
    assert "3.8 第一责任人做了什么" in sheet(no)
    assert "3.5 领导小组组长（3.3有才填）：" in sheet(EMPTY)
    assert "3.9 " not in sheet(EMPTY)
    assert "3.9 去年安排的落实" in sheet(KNOWN)


def test_the_missing_ones_are_those_without_an_answer_and_those_that_wait() -> None:
    later = EMPTY.after((Answer(2025, "publicity_events", Nothing.LATER, "待问同事", AT),))
    assert "5.4 普法活动（次/场）：待问同事" in sheet(later, "missing")
    assert listed(SAMPLE, "missing") == []
    assert {entry.question.holder for entry in listed(EMPTY, "h1")} == {PACK.holders[0]}


# There and back.


def test_the_sheet_of_the_sample_read_into_an_empty_draft_is_the_sample() -> None:
    found = told(EMPTY, sheet(SAMPLE))
    assert (found.unread, found.emptied) == ((), ())
    assert values(EMPTY.after(found.facts)) == values(SAMPLE)
    assert {fact.source for fact in found.facts if isinstance(fact, Answer)} <= {"imported", "confirmed"}


def test_an_unchanged_sheet_changes_nothing_and_an_empty_one_clears_nothing() -> None:
    assert (told(SAMPLE, sheet(SAMPLE)).changes, told(SAMPLE, sheet(SAMPLE)).unread) == ((), ())
    emptied = told(SAMPLE, sheet(EMPTY))
    assert (emptied.changes, emptied.unread) == ((), ())
    assert "普法活动" in emptied.emptied


TYPED = {
    Kind.COUNT: "16 十六 ５０００余 近3000 约1.2万 1,200 三百多 没有 不涉及 待问同事 不足100",
    Kind.MONEY: "1000元 1.5万 0.3亿元 3万余元 没有 不涉及 待问同事",
    Kind.PERCENT: "100% 98.6 百分之九十五点五 95%以上 待问同事",
    Kind.DATE: "2026年1月8日 2026-1-9 3月1日",
    Kind.YES_NO: "是 否 有 没有 待问同事",
    Kind.TEXT: "一律来说事 平安白土：好 5.4 A&B{x} “执法+监督”平台 （试行）办法 白土乡 黔江区 100% 1.5万元 去年",
    Kind.LIST: "人手不足 5.4次 罚款：1000元 一是甲 林业3件，消防1件 11.1 1.1人少 普法活动：16次 待问同事",
    Kind.DOCUMENT_REF: "《甲办法》（厅字〔2019〕28号） 区政府办《乙通知》 1 2",
    Kind.CHOICE_MANY: "1 1、3 全部 其他：水务局 甲（乙、丙）办法 没有 待问同事",
    Kind.CHOICE: "1 2 其他：人大主席 待问同事",
    Kind.FOLLOW_UP: "1完成，普法活动16次 3、未完成缺钱 ②部分完成 完成 未完成：缺人 待问同事",
}


def drafted(chance: random.Random) -> Scene:
    """A draft with random answers, typed as people type; what the chat refuses is left out."""
    lines = []
    for question in (q for q in PACK.asked.values() if not PACK.section_of[q.id].kept):
        texts = chance.sample(TYPED[question.kind].split(" "), 3)[: 3 if question.collects else 1]
        if chance.random() > 0.3:
            lines += (
                [f"{PACK.codes[question.id]} {question.label}：", *texts]
                if question.collects
                else [f"{PACK.codes[question.id]} {question.label}：{texts[0]}"]
            )
    return KNOWN.after(told(KNOWN, "\n".join(lines)).facts)


@given(SEEDS)
@FEW
def test_random_answers_come_back_equal(seed: int) -> None:
    scene = drafted(random.Random(seed))  # noqa: S311 - a test
    found = told(KNOWN, sheet(scene))
    assert found.unread == ()
    assert values(KNOWN.after(found.facts)) == values(scene)
    again = told(scene, sheet(scene))
    assert (again.changes, again.unread) == ((), ())


def _shuffled(lines: list[str], chance: random.Random) -> list[str]:
    chance.shuffle(lines)
    return lines


def _fewer(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines if chance.random() > 0.3]


def _twice(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines for _ in range(chance.choice([1, 1, 2]))]


def _merged(lines: list[str], chance: random.Random) -> list[str]:
    return "".join(line + chance.choice(["\n", "\n", " ", "；", "　"]) for line in lines).split("\n")


def _wide(lines: list[str], _: random.Random) -> list[str]:
    return [line.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}) for line in lines]


def _quoted(lines: list[str], chance: random.Random) -> list[str]:
    return [chance.choice(["> ", "", "　", "• "]) + line for line in lines]


def _forwarded(lines: list[str], chance: random.Random) -> list[str]:
    return [each for line in lines for each in (*(["张三 10:21", ""] if chance.random() > 0.8 else []), line)]


def _unnumbered(lines: list[str], chance: random.Random) -> list[str]:
    return [line.partition(" ")[2] if "：" in line and chance.random() > 0.5 else line for line in lines]


def _misnumbered(lines: list[str], chance: random.Random) -> list[str]:
    codes = list(PACK.codes.values())
    wrong = [line[:1].isdigit() and "：" in line and chance.random() > 0.8 for line in lines]
    return [
        f"{chance.choice(codes)} {line.partition(' ')[2]}" if bad else line
        for line, bad in zip(lines, wrong, strict=True)
    ]


def _unlabelled(lines: list[str], chance: random.Random) -> list[str]:
    return [
        f"{line.partition(' ')[0]}：{line.partition('：')[2]}" if line[:1].isdigit() and chance.random() > 0.5 else line
        for line in lines
    ]


DAMAGES = (
    _unlabelled, _unnumbered, _misnumbered, _wide, _quoted, _forwarded, _twice, _fewer, _shuffled, _merged,
)  # fmt: skip


def printed(scene: Scene) -> dict[str, set[str]]:
    """What is answered, as the text would print it, by question."""
    entries = (entry for entry in scene.known.entries.values() if entry.stored and entry.applies)
    return {
        entry.question.id: {_plain(piece.text) for piece in entry.pieces} or {str(entry.answers[0].value)}
        for entry in entries
    }


@given(SEEDS)
@settings(FEW, max_examples=60)
def test_however_a_sheet_is_mangled_nothing_lands_at_another_question(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test
    scene = drafted(chance)
    lines = sheet(scene).split("\n")
    damages = sorted(chance.sample(DAMAGES, chance.randint(1, 5)), key=DAMAGES.index)
    if _unlabelled in damages and _misnumbered in damages:  # a wrong code alone is a right one of another question
        damages.remove(_misnumbered)
    for damage in damages:
        lines = damage(lines, chance)
    before = printed(scene)
    for id_, stored in printed(KNOWN.after(told(KNOWN, "\n".join(lines)).facts)).items():
        assert stored <= before.get(id_, set()), id_


def _plain(text: str) -> str:
    return text.translate({code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: " "})


# One line at a time.


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("5.4 普法活动（次/场）：16次", {"publicity_events": "16次"}),
        ("５．４　普法活动（次／场）：１６次", {"publicity_events": "16次"}),
        ("5。4普法活动:十六场", {"publicity_events": "16场"}),
        ("5.4 普法活动 16次", {"publicity_events": "16次"}),
        ("5.4普法活动16次", {"publicity_events": "16次"}),
        ("5.4：16", {"publicity_events": "16次"}),
        ("5.4 16", {"publicity_events": "16次"}),
        ("第5.4题 普法活动＝16", {"publicity_events": "16次"}),
        ("普法活动：16", {"publicity_events": "16次"}),
        ("1、普法活动（次/场；去年 12次）：16", {"publicity_events": "16次"}),
        ("矛盾纠纷：183件", {"disputes_mediated": "183件"}),
        ("> • 5.4 普法活动：16", {"publicity_events": "16次"}),
        ("5.4 普法活动（次/场；去年 12次：16", {"publicity_events": "16次"}),
        ("5.4 普法活动：16次；5.5 发放宣传资料：5000余份", {"publicity_events": "16次", "leaflets": "5000余份"}),
        ("5.4：16次 5.5：5000余份", {"publicity_events": "16次", "leaflets": "5000余份"}),
        ("普法活动：16次，发放宣传资料：5000余份", {"publicity_events": "16次", "leaflets": "5000余份"}),
        ("5.4 普法活动（次/场）：\n16次", {"publicity_events": "16次"}),
        ("5.4 普法活动：待问同事", {"publicity_events": "later"}),
        ("6.5 民转刑案件：没有", {"escalated_cases": "zero"}),
        ("8.5 行政执法人员：不涉及", {"officers": "out"}),
        ("11.1 存在的问题：人手不足\n经费不够", {"problems": "人手不足、经费不够"}),
        ("11.1 存在的问题：\n1.人手不足\n2.经费不够\n12.1 下一步安排：", {"problems": "人手不足、经费不够"}),
        ("11.1-1 人手不足\n11.1-2 经费不够", {"problems": "人手不足、经费不够"}),
        ("3.3 成立领导小组：是\n3.5 领导小组组长：②", {"leading_group": "是", "group_leader": "党委书记和乡长"}),
        ("3.5 领导小组组长：1\n3.3 成立领导小组：是", {"leading_group": "是", "group_leader": "党委书记"}),
        ("5.4 普法活动：16\n5.4 普法活动：十六次", {"publicity_events": "16次"}),
        ("5.4 普法活动：16\n5.4 普法活动：", {"publicity_events": "16次"}),
    ],
)
def test_a_line_is_read_however_it_was_typed(text: str, stored: dict[str, str]) -> None:
    assert (changed(text, KNOWN), handed(text, KNOWN)) == (stored, [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5.4 发放宣传资料：5000余份", "disagrees"),
        ("5.4 今年搞的次数：16", "disagrees"),
        ("5.4 普法活动的满意度：95", "disagrees"),
        ("普法活动满意度：95", "stray"),
        ("法律顾问费：3万", "stray"),
        ("领导小组：3", "several"),
        ("辛苦了，谢谢！", "stray"),
        ("5.4 普法活动：16\n5.4 普法活动：18", "twice"),
        ("11.1 存在的问题：人手不足\n11.1 存在的问题：没有", "twice"),
        ("5.4 普法活动：很多", "vague"),
        ("5.4 普法活动：16\n17", "stray"),
        ("3.5 领导小组组长：1", "branch"),
        ("3.3 成立领导小组：否\n3.5 领导小组组长：1", "branch"),
        ("11.1 存在的问题：没有", "nothing_but_later"),
        ("5.4-1 16次", "not_list"),
        ("99.1 不知道：1", "code"),
        ("5.4 普法活动（16次）：", "colon"),
        ("3.5 领导小组组长（党委书记）：", "colon"),
        ("矛盾纠纷（183件）：", "colon"),
        ("6.1 平安创建工作不够扎实", "colon"),
        ("5.3 法律几进：\n可选：①“法律六进”②“法律八进”，也可自己写 ①", "note"),
        ("11.1 存在的问题：\n1.1 人手不足", "either"),
        ("6.1 平安创建：平安白土；三调联动：是", "either"),
        ("6.1 平安创建：平安白土 张三 10:21", "forward"),
        ("1.3 单位层级：镇", "firm"),
    ],
)
def test_what_could_mean_something_else_is_handed_back_and_not_guessed(text: str, why: str) -> None:
    assert {reason for _, reason in handed(text, KNOWN)} == {why}


def test_where_a_code_and_a_label_disagree_no_code_is_believed_that_stands_alone() -> None:
    text = "5.5 普法活动：16次\n5.6 发放宣传资料：5000余份\n6.5：3\n4.2 中心组法治专题学习：4次\n11.1-1 人手不足"
    assert changed(text, KNOWN) == {"center_group_study": "4次"}
    assert [why for _, why in handed(text, KNOWN)] == ["disagrees", "disagrees", "code", "code"]


def test_what_was_handed_back_keeps_its_words_and_its_order() -> None:
    text = "各位好\n5.4 普法活动：好多\n\n5.5 发放宣传资料：5000\n再见"
    assert [line for line, _ in handed(text)] == ["各位好", "5.4 普法活动：好多", "再见"]


def test_items_are_added_and_one_with_its_number_takes_its_new_words() -> None:
    items = SAMPLE.known.entries["warnings"].answers
    found = told(SAMPLE, f"8.12 警告：\n8.12-{items[0].item} 林业4件\n8.12-{items[1].item} 消防1件\n水务2件")
    after = SAMPLE.after(found.facts).known.entries["warnings"]
    assert [(piece.text, piece.item) for piece in after.pieces] == [("林业4件", 1), ("消防1件", 2), ("水务2件", 3)]
    assert len(found.facts) == 2


def test_a_list_with_items_is_not_answered_with_a_nothing_and_a_nothing_gives_way_to_items() -> None:
    assert handed("8.12 警告：没有", SAMPLE) == [("8.12 警告：没有", "items")]
    none = KNOWN.after(told(KNOWN, "8.12 警告：没有").facts)
    after = none.after(told(none, "8.12 警告：林业4件").facts).known.entries["warnings"]
    assert [piece.text for piece in after.pieces] == ["林业4件"]


def outcomes(scene: Scene, text: str) -> str:
    """What a sheet says became of the plans, by their ids."""
    after = scene.after(told(scene, text).facts).known.entries["last_plans"]
    return " ".join(f"{a.item}{a.value.state}{a.value.words}" for a in after.answers if isinstance(a.value, Outcome))


def test_last_years_plans_stand_on_the_sheet_each_with_its_number() -> None:
    plans = ("〔开展培训3次，讲民法典〕：", "〔建成“一站式”平台试行〕：", "〔清理权责清单、补齐人员〕：")
    head = "3.9 去年安排的落实（已完成/部分完成/尚未完成）："
    lines = [f"3.9-{number} {plan}" for number, plan in enumerate(plans, 1)]
    assert "\n".join((head, *lines, "\n【4 学法】")) in sheet(KNOWN)
    assert (told(KNOWN, sheet(KNOWN)).changes, told(KNOWN, sheet(KNOWN)).unread) == ((), ())
    filled = sheet(KNOWN).replace(lines[1], f"{lines[1]}部分完成，开通2个窗口")
    assert outcomes(KNOWN, filled) == "4partly开通2个窗口"
    half = KNOWN.after(told(KNOWN, filled).facts)
    assert f"{lines[0]}\n{lines[1]}部分完成，开通2个窗口\n{lines[2]}\n" in sheet(half)
    assert told(half, filled).changes == ()


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("3.9 去年安排的落实：\n1完成 开展培训3次\n2未完成", "1yes开展培训3次 4no"),
        ("3.9 去年安排的落实：1完成 开展培训3次", "1yes开展培训3次"),
        ("3.9 去年安排的落实：\n完成\n未完成，缺钱\n③部分完成", "1yes 4no缺钱 2partly"),
        ("3.9-3 部分完成\n3.9-1：完成，培训4次", "1yes培训4次 2partly"),
        ("3.9 去年安排的落实：\n〔清理权责清单、补齐人员〕：完成", "2yes"),
        ("3.9-3 〔清理权责清单、补齐人员〕：完成\n3.9 去年安排的落实：没做，缺钱", "1no缺钱 2yes"),
    ],
)
def test_what_became_of_plans_is_read_as_the_chat_reads_it(text: str, stored: str) -> None:
    found = told(KNOWN, text)
    assert (outcomes(KNOWN, text), found.unread) == (stored, ())
    assert {fact.source for fact in found.facts if isinstance(fact, Answer)} == {"imported"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3.9-4 完成", "plan"),
        ("3.9-1 〔清理权责清单、补齐人员〕：完成", "plan"),
        ("3.9 去年安排的落实：\n〔别的安排〕：完成", "plan"),
        ("3.9-1 开展了培训", "outcome"),
        ("11.1 存在的问题：\n〔开展培训3次，讲民法典〕：完成", "either"),
    ],
)
def test_an_outcome_that_fits_no_plan_for_certain_is_handed_back(text: str, why: str) -> None:
    assert {reason for _, reason in handed(text, KNOWN)} == {why}
    assert outcomes(KNOWN, text) == ""


def test_where_nothing_was_planned_nothing_is_asked_or_taken() -> None:
    assert handed("3.9 去年安排的落实：1完成") == [("3.9 去年安排的落实：1完成", "plans")]


def test_an_item_says_what_it_is_for_and_one_that_says_nothing_keeps_it() -> None:
    causes, code = PACK.codes["causes"], PACK.codes["problems"]
    of_problems, of_causes = (f"{PACK.codes[id_]} {PACK.questions[id_].label}：" for id_ in ("problems", "causes"))
    text = f"{of_problems}\n人手不足\n经费不够\n{of_causes}\n编制少（对应①）\n没有专款（对应1、2）"
    scene = KNOWN.after(told(KNOWN, text).facts)
    items = [answer.value for answer in scene.known.entries["causes"].answers]
    assert items == [Words("编制少", (1,)), Words("没有专款", (1, 2))]
    assert f"{causes}-1 编制少（对应{code}-1）\n{causes}-2 没有专款（对应{code}-1、{code}-2）" in sheet(scene)
    assert told(scene, sheet(scene)).changes == ()
    assert told(scene, sheet(scene).replace(f"（对应{code}-1、{code}-2）", "")).changes == ()
    (fact,) = told(scene, f"{causes}-2 没有专项经费").facts
    assert isinstance(fact, Answer)
    assert (fact.item, fact.value) == (2, Words("没有专项经费", (1, 2)))
    assert handed(f"{causes}-2 没有专款（对应3）", scene) == [(f"{causes}-2 没有专款（对应3）", "link_sheet")]
    (fact,) = told(scene, f"{of_causes}编制少（对应②）").facts
    assert isinstance(fact, Answer)
    assert (fact.item, fact.value) == (1, Words("编制少", (1, 2)))


def test_an_item_joins_those_of_last_year_that_hold_on() -> None:
    carrying = tuple(
        replace(section, questions=tuple(replace(q, last_year="carry" if q.id == "next_steps" else q.last_year)
                                         for q in section.questions))
        for section in PACK.sections
    )  # fmt: skip
    scene = Scene(replace(PACK, sections=carrying), KNOWN.dossier, KNOWN.session)
    code = PACK.codes["next_steps"]
    assert told(scene, sheet(scene)).changes == ()
    label = PACK.questions["next_steps"].label
    after = scene.after(told(scene, f"{code} {label}：加强普法").facts).known.entries["next_steps"]
    old = [piece.text for piece in KNOWN.last_year("next_steps").pieces]  # type: ignore[union-attr]
    assert [piece.text for piece in after.pieces] == [*old, "加强普法"]


def test_what_is_sensitive_is_marked() -> None:
    (change,) = told(KNOWN, "6.1 平安创建：联系人13812345678").changes
    assert [seen.what for seen in change.seen] == ["phone"]


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("5.4 普法活动：16\n5.5 发放宣传资料：5000", True),
        ("5.4：16\n5.5：5000", True),
        ("5.4 普法活动：16；5.5 发放宣传资料：5000", True),
        ("【题单】白土乡2025年度\n5.4 普法活动：16\n5.5", True),
        ("5.5 普法活动：16\n5.6 发放宣传资料：5000", True),
        ("1.1 问题：人手不足\n1.2 原因：经费不够", False),
        ("11.1-1 人手不足\n11.1-2 经费不够", False),
        ("5.4 普法活动：16", False),
        ("1.1 人手不足\n1.2 经费不够", False),
        ("1.5万元\n2.3万元", False),
        ("普法活动：16\n发放宣传资料：5000", False),
        ("2026.1.8\n2026.1.9", False),
        ("", False),
    ],
)
def test_two_lines_whose_codes_fit_make_a_sheet(text: str, so: object) -> None:
    assert is_sheet(PACK, text) is so


def test_any_text_is_read_without_raising() -> None:
    rough = "5.4：\n：：（（\n)5.4(\n5.4-\n99999.1\n【】\n【5】\n①②\n"
    rough += "5.4 " * 500 + "\n" + "（" * 3000 + "\n" + "：" * 3000
    assert told(EMPTY, rough).changes == ()
