"""Which sentences changed between two texts, and how much of them is shown."""

from __future__ import annotations

from bot.interview.changes import Change, changed
from bot.interview.passages import Passage, Sentence, Span

LONG = "依据法律、法规和规章，对现有行政权力进行全面清理和规范，建立清单管理制度，"


def text(*paragraphs: dict[str, str]) -> tuple[Passage, ...]:
    return tuple(
        Passage(number, "s", (), tuple(Sentence(id_, (Span(words),)) for id_, words in sentences.items()))
        for number, sentences in enumerate(paragraphs, 1)
    )


def test_a_sentence_appears_goes_or_reads_otherwise() -> None:
    before = text({"s.a": "甲。", "s.b": "办案58件。"}, {"s.c": "丙。"})
    after = text({"s.b": "办案60件。", "s.d": "丁。"}, {"s.c": "丙。"})
    assert changed(before, after) == (
        Change(1, "办案58件。", "办案60件。"),
        Change(1, "", "丁。"),
        Change(1, "甲。", ""),
    )
    assert changed(before, before) == ()


def test_what_is_only_numbered_anew_is_no_change() -> None:
    before = text({"s.lead": "一是甲。"}, {"t.lead": "二是乙。"})
    assert changed(before, text({"t.lead": "一是乙。"})) == (Change(1, "一是甲。".removeprefix("一是"), ""),)


def test_the_same_sentence_twice_is_told_apart() -> None:
    assert changed(text({"s.a": "甲。"}, {"s.a": "甲。"}), text({"s.a": "甲。"}, {"s.a": "乙。"})) == (
        Change(2, "甲。", "乙。"),
    )


def test_a_long_sentence_is_clipped_around_what_changed() -> None:
    change = Change(7, f"{LONG}办案58件。{LONG}", f"{LONG}办案160件。{LONG}").clipped
    assert change == Change(7, "…单管理制度，办案58件。依据法律、法…", "…单管理制度，办案160件。依据法律、法…")
    assert Change(7, "办案58件。", "办案60件。").clipped == Change(7, "办案58件。", "办案60件。")
    both = Change(1, LONG * 9, "").clipped
    assert len(both.old) < 90
    assert "……" in both.old
