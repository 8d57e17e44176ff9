"""Two members and a trace: what a colleague changed while it stands is not overwritten unseen."""

from __future__ import annotations

from bot.interview.inputs import Said
from bot.interview.session import State
from tests.conftest import AT
from tests.interview.test_clash import LI, WANG, Office


def tracing() -> Office:
    """小王 answers 183, 小李 looks it up."""
    office = Office()
    office.go(WANG, "disputes_mediated")
    office.say(WANG, "183件")
    office.send(LI, Said(AT, "查 1段"))
    office.send(LI, Said(AT, "查 183"))
    assert office.sessions[LI].state is State.TRACED
    return office


def paragraph(office: Office) -> str:
    """Where it stands: a search that goes on to find its place whatever the figure is."""
    return office.shown(LI).split("〔")[1].split("〕")[0]


def test_what_was_seen_is_overwritten_at_once() -> None:
    office = tracing()
    assert office.say(LI, "185").startswith("✓ 调解矛盾纠纷：183件 → 185件")
    assert office.values("disputes_mediated") == [("小李", "185")]


def test_what_a_colleague_changed_since_is_shown_first() -> None:
    office = tracing()
    office.say(LI, f"查 {paragraph(office)}段")
    office.go(WANG, "disputes_mediated")
    office.say(WANG, "190件")
    told = office.say(LI, "185")
    assert "“调解矛盾纠纷”小王" in told
    assert "190件" in told
    assert office.values("disputes_mediated") == [("小王", "190件")]
    assert office.sessions[LI].state is State.TRACED
    assert office.say(LI, "185").startswith("✓ 调解矛盾纠纷：190件 → 185件")


def test_a_figure_that_is_gone_meanwhile_is_shown_to_be_gone() -> None:
    office = tracing()
    office.go(WANG, "disputes_mediated")
    office.say(WANG, "190件")
    assert "稿里没有“183”" in office.say(LI, "185")
    assert office.values("disputes_mediated") == [("小王", "190件")]


def test_the_question_entered_from_a_trace_shows_what_stands_now() -> None:
    office = tracing()
    office.say(LI, f"查 {paragraph(office)}段")
    office.go(WANG, "disputes_mediated")
    office.say(WANG, "190件")
    labels = office.labels(LI)
    office.press(LI, f"c{next(at for at, label in enumerate(labels) if label.startswith('改'))}")
    assert "190件" in office.shown(LI)
    office.say(LI, "185")
    assert office.values("disputes_mediated") == [("小李", "185")]
