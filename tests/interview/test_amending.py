"""Own words in the draft: they stand as they came back, are tied to the answers in them, and are never lost unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.answers_file import read_answers
from bot.interview.amendment_states import outdated, standing_of, standings
from bot.interview.amendments import Act, Tie
from bot.interview.events import Answer, Ask, Cleared, Member, Turn
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.passage_screen import passage_at
from bot.interview.passages import Sentence
from bot.interview.session import Session, State
from bot.interview.ties import figures
from bot.report.blocks import Paragraph
from bot.report.compose import compose
from tests.interview.test_conversation import AT, Player, told
from tests.short import CONTENT

PACK = CONTENT.pack
DOSSIER = replace(
    read_answers(CONTENT.sample, PACK).dossier,
    unit="黔江区白土乡人民政府",
    member=Member("小李", "owner"),
    years=(2025,),
)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MEDIATED = "disputes.mediated"
OWN = "据统计，全年共化解矛盾纠纷183起，其中疑难纠纷12起。"


def reading() -> Player:
    return Player(DOSSIER, Session(State.READING, 2025, "", 7), PACK)


def at(sentence: str, player: Player | None = None, item: int = 0) -> Player:
    """An official who looks at the paragraph of a sentence, or at the sentence itself."""
    player = player or reading()
    player.session = replace(player.session, state=State.PASSAGE, question=sentence, item=item)
    return player


def press(player: Player, choice: str) -> Turn:
    return player.send(Pressed(AT, player.session.screen, choice))


def say(player: Player, text: str, message: int | None = None) -> Turn:
    return player.send(Said(AT, text, message))


def amend(sentence: str, text: str, player: Player | None = None) -> Player:
    """Give a sentence other words."""
    player = at(sentence, player, 1)
    press(player, "rewrite")
    say(player, text, 900)
    return player


def sentence(player: Player, id_: str) -> Sentence | None:
    return next((each for passage in player.scene.passages for each in passage.sentences if each.id == id_), None)


def answer(player: Player, question: str, text: str) -> Turn:
    player.session = replace(player.session, via="")
    player.go(question)
    return say(player, text)


# What comes back.


PIECES = st.sampled_from(["甲乙丙", "12件", "。", "据统计，", "另外一句。", "183", "\n"])
EDITS = st.lists(st.tuples(st.sampled_from(["put", "cut", "swap"]), st.integers(0, 999), PIECES), max_size=4)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["rewrite", "one", "remove", "drop", "add", "back", "restore", "answer", "clear"]),
        st.integers(0, 99),
        EDITS,
    ),
    max_size=8,
)


def edited(text: str, edits: list[tuple[str, int, str]]) -> str:
    """A text as somebody changed it: words put in, words cut out, two halves of it swapped."""
    for how, place, words in edits:
        cut = place % (len(text) + 1)
        if how == "put":
            text = text[:cut] + words + text[cut:]
        elif how == "cut":
            text = text[:cut] + text[cut + len(words) * 3 :]
        else:
            text = text[cut:] + text[:cut]
    return "\n".join(filter(None, (line.strip() for line in text.split("\n")))) or "只此一句。"


def do(player: Player, act: str, number: int, edits: list[tuple[str, int, str]]) -> None:
    """Do one thing with the draft, by the screens."""
    passages = player.scene.passages
    passage = passages[number % len(passages)]
    chosen = passage.sentences[number % len(passage.sentences)]
    match act:
        case "rewrite" | "add":
            at(passage.sentences[0].id, player)
            press(player, act)
            text = edited(passage.text if act == "rewrite" else "", edits)
            said = say(player, text)
            if player.session.state is not State.AMENDING:  # what says nothing is refused
                here = passage_at(player.scene)
                assert here
                assert here.text == text + "。" * (act == "add" and text[-1] not in "。！？：；…”’）"), told(said)
                assert here.number == passage.number + (act == "add")
        case "one":
            amend(chosen.id, edited(chosen.text, edits), player)
        case "remove" | "restore":
            at(chosen.id, player, 1)
            press(player, act)
        case "drop" | "back":
            at(chosen.id, player)
            press(player, "remove" if act == "drop" else act)
        case "answer":
            answer(player, "disputes_mediated", f"{number + 1}件")
        case "clear":
            answer(player, "power_list", ("是", "否")[number % 2])


@given(ACTS)
@FEW
def test_whatever_is_done_what_came_back_stands_and_no_own_words_are_lost(
    acts: list[tuple[str, int, list[tuple[str, int, str]]]],
) -> None:
    player = reading()
    for act, number, edits in acts:
        if player.scene.passages:
            do(player, act, number, edits)
    printed = {sentence.id for passage in player.scene.passages for sentence in passage.sentences}
    listed = {each.amended.sentence: each for each in standings(player.scene)}
    for amended in player.dossier.amendments:
        if amended.act in (Act.REWRITE, Act.ADD):
            assert (amended.sentence in printed) != listed[amended.sentence].useless
        assert (amended.act is Act.UNDO) == (amended.sentence not in listed)
    document = compose(PACK, CONTENT.prose, PACK.main_document, player.dossier, 2025)
    assert [b.sentences for b in document.blocks if isinstance(b, Paragraph)] == [
        passage.sentences for passage in player.scene.passages
    ]
    for amended in player.dossier.amendments:  # all undone, the draft is as the answers write it
        if amended.act is not Act.UNDO and (amended.act is Act.ADD or not amended.place):
            player.session = replace(player.session, state=State.AMENDED, question=amended.sentence)
            if not (listed[amended.sentence].useless and amended.place):
                press(player, "restore")
    if not any(each.useless for each in standings(player.scene)):
        assert player.scene.passages == player.scene.unamended


@pytest.mark.parametrize("number", range(1, 14))
def test_a_paragraph_that_comes_back_as_it_was_is_not_amended(number: int) -> None:
    passage = reading().scene.passages[number - 1]
    for text in (passage.text, f"　　{passage.text}\n", f"〔{number}〕{passage.text}"):
        player = at(passage.sentences[0].id)
        press(player, "rewrite")
        turn = say(player, text)
        assert (turn.facts, player.session.state) == ((), State.PASSAGE)
        assert PACK.phrases["amend_same"] in told(turn)


def test_only_the_sentence_that_changed_is_amended_and_the_others_follow_their_answers() -> None:
    player = at("publicity.events")
    press(player, "rewrite")
    text = player.scene.passages[4].text.replace("活动。全年开展", "活动。今年共开展")
    (fact,) = say(player, text, 900).facts
    assert (fact.sentence, fact.act, fact.by, fact.message) == ("publicity.events", Act.REWRITE, "小李", 900)  # type: ignore[union-attr]
    answer(player, "publicity_laws", "没有")
    assert sentence(player, "publicity.laws") is None
    assert "今年共开展各类普法活动16次" in player.scene.passages[4].text


def test_the_number_of_a_run_goes_on_counting_in_own_words() -> None:
    player = amend("publicity.lead", "加强普法宣传。")
    assert player.scene.passages[4].text.startswith("二是加强普法宣传。围绕")
    at("study.lead", player)
    press(player, "remove")
    assert player.scene.passages[3].text.startswith("一是加强普法宣传。围绕")
    player = at("publicity.lead", player)
    press(player, "rewrite")
    say(player, player.scene.passages[3].text.replace("一是加强", "加强"))
    assert [passage.text[:3] for passage in player.scene.passages[3:6]] == ["加强普", "一是完", "二是落"]


def test_a_section_taken_out_takes_its_heading_along() -> None:
    player = reading()
    for id_ in ("legal_service.lead", "disclosure.lead"):
        press(at(id_, player), "remove")
    assert not any("完善法律服务" in heading for passage in player.scene.passages for heading in passage.headings)
    assert len(player.scene.passages) == 11


def test_a_paragraph_is_added_behind_another_as_a_sentence_of_its_own() -> None:
    player = at("disputes.mediated")
    press(player, "add")
    say(player, "另外，办理行政复议2件")
    (added,) = player.scene.passages[6].sentences
    assert (added.id, added.text, added.amended) == ("disputes.+1", "另外，办理行政复议2件。", True)
    assert passage_at(player.scene) == player.scene.passages[6]


# Whose figures they are.


def test_a_figure_in_own_words_is_tied_to_its_answer_and_another_is_said_to_be_none() -> None:
    player = at(MEDIATED, item=1)
    press(player, "rewrite")
    turn = say(player, OWN)
    assert "“183”跟着“调解矛盾纠纷”" in told(turn)
    assert "“12”没有对应的答案" in told(turn)
    own = sentence(player, MEDIATED)
    assert own
    assert (own.text, own.amended, own.depends) == (OWN, True, ("escalated_cases",))
    assert [(span.text, span.questions) for span in own.spans if span.questions] == [("183", ("disputes_mediated",))]


def test_a_figure_of_another_sentence_is_tied_where_only_one_answer_has_it() -> None:
    player = amend(MEDIATED, "全年调解183件次，普法16次，罚款1000元，参训6人，满意率100%。")
    (amended,) = player.dossier.amendments
    tied = {tie.question: tie.printed for tie in amended.ties if tie.at >= 0}
    assert tied == {"disputes_mediated": "183件次", "publicity_events": "16", "fines": "1000"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025年3月1日印发〔2025〕3号文，共183件、5000余份、1.2万人次、98.5%", ["183", "5000余", "1.2万", "98.5%"]),
        ("1,200人和１６场", ["1,200", "16"]),
        ("“三调联动”二〇二五年", []),
    ],
)
def test_figures_are_those_that_count_something(text: str, found: list[str]) -> None:
    assert [figure for _, figure in figures(text)] == found


def stale() -> Player:
    player = amend(MEDIATED, OWN)
    answer(player, "disputes_mediated", "185件次")
    return player


def test_when_the_answer_changes_the_words_stay_and_the_screens_say_so() -> None:
    player = amend(MEDIATED, OWN)
    assert "〔6〕是改过的句子，没有动：还写着183，现在是185。" in told(answer(player, "disputes_mediated", "185件次"))
    assert OWN in "".join(passage.text for passage in player.scene.passages)
    assert outdated(player.scene) == 1
    menu = "有1处改稿用的还是旧数"
    assert menu in told(player.send(Commanded(AT, "menu")))
    assert menu in told(player.send(Said(AT, "看稿")))
    assert "“调解矛盾纠纷”已改：原183，现185。" in told(say(at(MEDIATED, player), "③"))


def test_the_new_figure_is_taken_the_words_are_left_or_the_sentence_is_put_back() -> None:
    put_back = "全年共调解矛盾纠纷185件次，"
    for choice, text in (("take", OWN.replace("183", "185")), ("leave", OWN), ("restore", put_back)):
        player = at(MEDIATED, stale(), 1)
        press(player, choice)
        own = sentence(player, MEDIATED)
        assert own
        assert own.text.startswith(text)
        assert (own.amended, outdated(player.scene)) == (choice != "restore", 0)
        answer(player, "disputes_mediated", "190件次")
        assert outdated(player.scene) == (choice == "take")


def test_what_the_sentence_would_say_more_is_told() -> None:
    player = reading()
    answer(player, "leaflets", "没有")
    amend("publicity.events", "全年普法16次。", player)
    answer(player, "leaflets", "5000余份")
    (standing,) = standings(player.scene)
    assert [(old.tie.question, old.current) for old in standing.old] == [("leaflets", "5000余份")]
    press(at("publicity.events", player, 1), "leave")
    assert outdated(player.scene) == 0


def test_words_of_a_sentence_that_fell_away_are_kept_out_and_shown_as_such() -> None:
    player = amend("powers.list", "清单管理更加规范。")
    answer(player, "power_list", "否")
    assert sentence(player, "powers.list") is None
    standing = standing_of(player.scene, "powers.list")
    assert standing
    assert standing.useless
    say(player, "看稿")
    assert "清单管理更加规范。（用不上" in told(say(player, "改稿"))
    answer(player, "power_list", "是")
    assert "清单管理更加规范。" in "".join(passage.text for passage in player.scene.passages)


def test_a_tie_survives_in_the_words_it_stands_in() -> None:
    (amended,) = amend(MEDIATED, OWN).dossier.amendments
    assert Tie("disputes_mediated", None, "183", OWN.index("183")) in amended.ties
    assert Tie("escalated_cases", None, "", -1) not in amended.ties


# What is not taken at once, and what changed answers change.


def test_own_words_with_a_telephone_number_wait_and_what_cannot_be_printed_is_refused() -> None:
    player = at(MEDIATED, item=1)
    press(player, "rewrite")
    turn = say(player, "请拨打13812345678。", 900)
    assert (turn.facts, player.session.state) == ((), State.HELD)
    assert say(player, PACK.phrases["button_drop"]).facts == ()
    assert player.session.state is State.AMENDING
    assert say(player, "很好😀。").facts == ()
    assert player.session.state is State.AMENDING
    say(player, "请拨打13812345678。", 900)
    (fact,) = press(player, "keep").facts
    assert fact.text == "请拨打13812345678。"  # type: ignore[union-attr]


def test_a_paragraph_that_comes_back_in_pieces_waits_for_the_last() -> None:
    player = at(MEDIATED)
    press(player, "rewrite")
    text = "共调解矛盾纠纷183件，" * 900 + "群众满意。"
    for start in range(0, len(text), 4096):
        turn = say(player, text[start : start + 4096], 900 + start)
        assert bool(turn.facts) == (start + 4096 > len(text))
    here = passage_at(player.scene)
    assert here
    assert here.text == text


def test_an_answer_that_takes_the_place_of_another_tells_which_sentences_changed() -> None:
    player = reading()
    turn = answer(player, "disputes_mediated", "185件次")
    old, new = (f"全年共调解矛盾纠纷{count}件次，未发生“民转刑”案件。" for count in (183, 185))
    assert f"〔6〕原：{old}\n　　现：{new}\n\n" in told(turn)
    assert "〔" not in told(answer(player, "disputes_mediated", "185件次"))
    player.dossier = player.scene.after([Cleared(2025, "penalties", 0, AT)]).dossier
    assert "原：" not in told(answer(player, "penalties", "58件"))


def test_changed_sentences_are_seen_whole_on_a_press_or_a_word_while_the_screen_stands() -> None:
    player = reading()
    turn = answer(player, "enforcement_platform", "“执法通”平台")
    button = PACK.phrases["button_changed"]
    assert "…" in told(turn)
    assert isinstance(turn.replies[-1], Ask)
    assert [each.label for each in turn.replies[-1].rows[-1]] == [button]
    for asked in (Pressed(AT, player.session.screen, "changed"), Said(AT, button)):
        whole = player.send(asked)
        assert (whole.facts, whole.session.screen) == ((), player.session.screen)
        assert "完成“综合查一次”6件" in told(whole)
    player.send(Commanded(AT, "menu"))
    assert PACK.phrases["old_button"] in told(press(player, "changed"))


def test_a_toggled_choice_tells_of_no_change() -> None:
    player = reading()
    player.go("publicity_laws")
    assert "原：" not in told(press(player, "+constitution"))


def test_an_answer_reached_from_a_paragraph_leads_back_to_the_draft() -> None:
    player = at(MEDIATED, item=1)
    press(player, "qdisputes_mediated")
    assert (player.session.state, player.session.question) == (State.ASKING, "disputes_mediated")
    turn = say(player, "185件次")
    assert isinstance(turn.facts[0], Answer)
    assert player.session.state is State.READING
    assert "〔6〕三是" in told(turn)
