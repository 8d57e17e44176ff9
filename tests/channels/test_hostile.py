"""Text and files nobody should fear: what of it is stored, and how it comes out of the report and of Telegram."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable

import pytest
from telegram import Update

from bot.channels.telegram_form import pieces, to_input
from bot.desk import Desk
from bot.interview import steps
from bot.interview.characters import unfit
from bot.interview.inputs import Commanded, Said
from bot.interview.orders import Examine, Issue
from bot.interview.reading import cleaned
from bot.report.compose import compose
from bot.report.text import text
from tests.conftest import AT
from tests.fuzz.updates import CAPTIONED, MEDIA, SERVICE, message

CHAT = "terminal"

Open = Callable[[], Desk]

LITERAL = [
    "{{ 7*7 }}",
    "{% raw %}{{ x }}{% endraw %}",
    "{year}",
    "{unit_place}甲",
    "<b>甲</b>",
    "<script>alert(1)</script>",
    "'; DROP TABLE answers; --甲",
    "&amp;",
    "&lt;b&gt;",
    "# 甲",
    "甲 *乙* _丙_ `丁` [戊](https://example.org)",
    "../../etc/passwd",
    "C:\\甲\\n",
    "$(reboot)",
    "𠮷野家𠀀",
    "=HYPERLINK(甲)",
]


def at(desk: Desk, *said: str) -> Desk:
    """Answer what is said, from the first greeting on."""
    desk.store.ensure_local(CHAT, AT)
    for number, words in enumerate(("好", "2025", *said)):
        desk.receive(CHAT, f"{CHAT}:{desk.store.next_key()}", Said(AT, words, number))
    return desk


def answered(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.store.db.execute("SELECT printed, typed FROM current_answers ORDER BY id").fetchall()
    return [(printed, typed) for printed, typed in rows]


def report(desk: Desk) -> str:
    dossier = desk.store.dossier_of(CHAT)
    return text(compose(desk.content.pack, desk.content.prose, "work_summary", dossier, 2025))


@pytest.mark.parametrize("words", LITERAL)
def test_what_looks_like_code_is_kept_printed_and_sent_letter_by_letter(desk_at: Open, words: str) -> None:
    desk = at(desk_at(), "目录", "问题原因", words)
    assert answered(desk) == [(words, words)]
    assert words in report(desk)
    desk.receive(CHAT, "draft", Commanded(AT, "draft"))
    *_, screen, _, issue, again = desk.store.unsent(CHAT)
    assert isinstance(issue.reply, Issue)
    for outgoing in (screen, issue, again):
        sent = "".join(pieces(desk.message(outgoing).lines))
        assert html.escape(words, quote=False) in sent
        assert words in html.unescape(sent)
        assert "<" not in sent.replace("<b>", "").replace("</b>", "") or "<" in html.escape(words)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("平安\u202e白土\u202c", "平安白土"),
        ("\ufeff平安\u200b白\u200d土\u2060", "平安白土"),
        ("平安\x00白\x07土\x1b[31m", "平安白土[31m"),
        ("平安\ud800白土\udfff", "平安白土"),
        ("\u200f\u061c平安\u2066白土\u2069", "平安白土"),
        ("平安\uf0d8白土\ufe0f乙\U000e0100", "平安白土乙"),
        ("平安\u3164\uffa0\u2800白土", "平安白土"),
        ("平安\r\n白土\u2028三年", "平安白土三年"),
        ("平安\U000e0041白土\ufff9", "平安白土"),
    ],
)
def test_what_cannot_be_seen_is_never_in_a_value(desk_at: Open, typed: str, kept: str) -> None:
    desk = at(desk_at(), "目录", "报告开头", "跳过", "跳过", typed)
    ((printed, said),) = answered(desk)
    assert printed == kept
    assert said == typed.replace("\x00", "").replace("\ud800", "").replace("\udfff", "")
    assert f"“{kept}”" in report(desk) or kept in report(desk)


def test_no_control_no_bidi_and_no_zero_width_character_passes() -> None:
    passed = [
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs"}
        and cleaned(f"甲{chr(code)}乙") not in {"甲乙", "甲 乙", "甲\n乙"}
    ]
    assert [hex(code) for code in passed if not unfit(chr(code))] == []


@pytest.mark.parametrize("typed", ["平安👍白土", "平安\ue000白土\ue001乙\ue002", "平安سلام白土"])
def test_what_the_page_cannot_show_is_never_in_a_value(desk_at: Open, typed: str) -> None:
    desk = at(desk_at(), "目录", "报告开头", "跳过", "跳过", typed)
    assert answered(desk) == []
    assert "印不出来" in desk.message(desk.store.unsent(CHAT)[-1]).text


@pytest.mark.parametrize(
    "typed", ["", " ", "\u3000", "\u200b", "\u3164", "\u2800", "。", "……", "---", "《》", "\ud800"]
)
@pytest.mark.parametrize("section", ["问题原因", "普法", "报告开头", "纠纷化解"])
def test_what_says_nothing_is_never_an_answer(desk_at: Open, section: str, typed: str) -> None:
    desk = at(desk_at(), "目录", section, typed)
    assert answered(desk) == []
    assert desk.store.unsent(CHAT)


UNUSUAL = {"game", "story", "checklist", "invoice", "of a kind to come"}
"""What nobody sends instead of an answer has no sentence of its own."""

MEDIA_SORTS = frozenset(steps.MEDIA.values())


@pytest.mark.parametrize("name", MEDIA)
def test_every_kind_of_file_is_answered_with_a_sentence_and_stores_nothing(desk_at: Open, name: str) -> None:
    phrases = desk_at().content.pack.phrases
    for caption in ("", "白土乡") if name in CAPTIONED else ("",):
        desk = at(desk_at())
        before = desk.store.session_of(CHAT)
        given = to_input(Update.de_json(message(MEDIA[name] | {"caption": caption}), None))
        assert given
        desk.receive(CHAT, f"{name}{caption}", given)
        last = desk.store.unsent(CHAT)[-1]
        if "document" in MEDIA[name] and "animation" not in MEDIA[name]:
            assert last.reply == Examine("f1", given.at)
        else:
            told, *apart = desk.message(last).text.split("\n")
            assert told in {phrases[key] for key in ("only_text", *(f"media_{sort}" for sort in MEDIA_SORTS))}
            assert (told == phrases["only_text"]) == (name in UNUSUAL)
            assert apart == ([phrases["words_apart"]] if caption else [])
        assert (answered(desk), desk.store.session_of(CHAT)) == ([], before)


def test_nothing_is_said_to_what_happened_to_the_chat() -> None:
    assert {to_input(Update.de_json(message(content), None)) for content in SERVICE.values()} == {None}
