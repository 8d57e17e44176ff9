"""Every screen of the shipped questions, for every level of unit: its buttons fit, differ and answer to their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import islice
from math import ceil
from unicodedata import east_asian_width

import pytest

from bot.content.answers_file import read_answers
from bot.interview.amendments import Act, Amended, Place
from bot.interview.conversation import advance
from bot.interview.events import Answer, Ask, Button, Dossier, Member
from bot.interview.group_screen import asked
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.known import Standing
from bot.interview.menu_screen import bar
from bot.interview.pack import CHOOSING, Kind, Question
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows
from bot.interview.screens import pressed_by_words, screen
from bot.interview.seen import stamp
from bot.interview.session import Session, State
from bot.interview.values import Bound, Chosen, Day, Nothing, Number, Reference, Value, Words
from tests.short import CONTENT

PACK = CONTENT.pack
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
SAMPLE = read_answers(CONTENT.sample, PACK).dossier.answers
LONG = "“一站式”矛盾纠纷与行政执法一体化数字应用平台2.0（试行）"
UNITS = ("黔江区白土乡人民政府", "丰泽县柳河镇人民政府", "鄂温克族自治旗巴彦托海街道办事处")


def profile(unit: str) -> tuple[Answer, ...]:
    """What a unit's name says: its county, its place and, by the place's ending, its level."""
    end = next(at for at, char in enumerate(unit, 1) if char in "区县旗")
    place = unit[end:].removesuffix("人民政府").removesuffix("办事处")
    return tuple(Answer(None, id_, Words(text), text, AT) for id_, text in (("county", unit[:end]), ("place", place)))


def longest(question: Question) -> list[Value | Nothing]:
    """The answer to a question that takes the most room."""
    ids = tuple(choice.id for choice in question.choices) or ("yes",)
    match question.kind:
        case Kind.CHOICE_MANY:
            return [Chosen(ids, (LONG,) if question.other else ())]
        case Kind.YES_NO | Kind.CHOICE:
            return [Chosen((), (LONG,)) if question.other else Chosen(ids[:1])]
        case Kind.DATE | Kind.PERIOD:
            return [Day(2025, 12, 31)]
        case Kind.COUNT | Kind.MONEY | Kind.PERCENT:
            return [Number(Decimal(1234567), "不少于123.4567万", "人次", Bound.OVER)]
        case Kind.DOCUMENT_REF:
            return [Reference(f"{LONG}{number}", "厅字〔2019〕28号") for number in range(25)]
    return [Words(f"{LONG}{number}") for number in range(25 if question.collects else 1)]


def filed(unit: str, of: Callable[[Question], list[Value | Nothing]], year: int) -> Dossier:
    """A dossier whose questions of one year are answered."""
    given = profile(unit)
    for question in PACK.questions.values():
        if not PACK.section_of[question.id].kept:
            first = 1 if question.collects else 0
            given += tuple(
                Answer(year, question.id, value, "", AT, item, item) for item, value in enumerate(of(question), first)
            )
    return Dossier(unit, Member("小李", "owner"), None, (2025,), given)


def dossiers(unit: str) -> Iterator[Dossier]:
    """Nothing answered, one answer, the sample of this and of last year, the longest of both, the three nothings."""
    yield filed(unit, lambda question: [], 2025)
    yield filed(unit, lambda question: [Words("平安白土")] if question.id == "peace_goal" else [], 2025)
    for year in (2024, 2025):
        yield filed(unit, longest, year)
        yield replace(filed(unit, lambda question: [], year), answers=tuple(a._replace(year=year) for a in SAMPLE))
    for nothing in Nothing:
        yield filed(unit, lambda question, said=nothing: [said], 2025)  # type: ignore[misc]


def screens(question: str = "", units: tuple[str, ...] = UNITS) -> Iterator[tuple[Scene, str, Rows]]:
    state = State.ASKING if question else State.MENU
    for unit in units:
        for dossier in dossiers(unit):
            scene = Scene(PACK, dossier, Session(state, 2025, question, 7))
            yield (scene, *screen(scene))


def buttons(rows: Rows) -> list[Button]:
    return [button for row in rows for button in row]


def width(label: str) -> float:
    """How many hanzi take the same room; what may be as wide as one counts as one."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in label)


def fits(rows: Rows) -> None:
    labels = [button.label for button in buttons(rows)]
    assert all(label.strip() for label in labels)
    assert len({label[:12] for label in labels}) == len(labels), labels
    assert len({button.id for button in buttons(rows)}) == len(labels)
    assert all(len(button.id.encode()) <= 60 for button in buttons(rows))
    assert all(len(label) <= 20 and width(label) <= 16 for label in labels), max(labels, key=width)
    assert all(sum(map(width, (button.label for button in row))) <= 24 for row in rows), rows
    assert not any("{" in label for label in labels)


QUESTIONS = pytest.mark.parametrize("id_", PACK.questions)


@QUESTIONS
def test_the_buttons_of_a_question_fit_a_phone_differ_and_are_found_by_their_words(id_: str) -> None:
    for _, text, rows in screens(id_):
        fits(rows)
        assert "{" not in text
        for button in buttons(rows):
            assert pressed_by_words(rows, f" {button.label}\n") == button.id


@QUESTIONS
def test_a_question_says_what_is_asked_and_shows_what_stands(id_: str) -> None:
    for scene, text, _ in screens(id_, UNITS[2:]):
        assert scene.in_words(scene.entry.question.ask) in text
        if scene.entry.stored and not scene.entry.question.collects:
            assert text.count("现在的答案：") == 1
        assert all(piece.text in text for piece in scene.entry.pieces)


@QUESTIONS
def test_every_button_of_a_question_does_something_when_pressed(id_: str) -> None:
    for scene, _, rows in islice(screens(id_, UNITS[1:]), 0, 4, 2):
        for button in buttons(rows):
            turn = advance(PACK, scene.dossier, scene.session, Pressed(AT, 7, button.id))
            place = (turn.session.state, turn.session.question)
            assert turn.facts or place != (State.ASKING, id_) or button.id in {"done", "back", "skip"}
            assert turn.session.screen == 8 or button.id[0] in "+-" or (id_, button.id) == ("county", "back")
            assert not any(PACK.phrases["old_button"] in reply.text for reply in turn.replies if isinstance(reply, Ask))


@pytest.mark.parametrize("first", sorted({ids[0] for ids in PACK.group_of.values()}))
def test_a_group_fits_a_phone_shows_every_answer_and_its_buttons_do_something(first: str) -> None:
    for unit in UNITS:
        for dossier in dossiers(unit):
            scene = Scene(PACK, dossier, Session(State.GROUP, 2025, first, 7))
            scene = scene.at(saw=stamp(scene))
            text, rows = screen(scene)
            fits(rows)
            assert "{" not in text
            entries = [scene.known.entries[id_] for id_ in PACK.group_of[first]]
            assert all(piece.text in text for entry in entries if entry.applies for piece in entry.pieces)
            for button in buttons(rows):
                assert pressed_by_words(rows, f" {button.label}\n") == button.id
                turn = advance(PACK, dossier, scene.session, Pressed(AT, 7, button.id))
                assert turn.facts or turn.session.state is not State.GROUP or button.id in {"back", "skip", "done"}


@QUESTIONS
@pytest.mark.parametrize("state", [State.REVIEW, State.CLEARING])
def test_what_is_shown_of_answers_fits_a_phone_and_names_each(id_: str, state: State) -> None:
    for unit in UNITS[1:]:
        for dossier in dossiers(unit):
            scene = Scene(PACK, dossier, Session(state, 2025, id_, 7))
            text, rows = screen(scene)
            fits(rows)
            assert "{" not in text
            assert len(text) < 4096
            for button in buttons(rows):
                assert pressed_by_words(rows, button.label) == button.id
            if state is State.REVIEW:
                listed = scene.counted(scene.section)
                assert all(entry.question.label in text for entry in listed)
                assert sum(button.id.startswith("q:") for button in buttons(rows)) == len(listed)


def test_the_settings_fit_a_phone_and_hold_what_is_not_asked() -> None:
    for unit in UNITS:
        scene = Scene(PACK, filed(unit, lambda question: [], 2025), Session(State.SETTINGS, 2025, "", 7))
        text, rows = screen(scene)
        fits(rows)
        assert "{" not in text
        forms = {question.id for question in PACK.questions.values() if question.setting}
        assert {button.id[2:] for button in buttons(rows) if button.id.startswith("q:")} == forms != set()


def test_before_the_first_question_only_what_has_no_default_is_asked() -> None:
    dossier = Dossier(UNITS[0], Member("小李", "owner"), None, ())
    session = Session(State.YEAR, 2025, "", 7)
    turn = advance(PACK, dossier, session, Said(AT, "2025"))
    assert turn.session.question == "county"
    after = Scene(PACK, dossier, session).after(turn.facts)
    assert asked(after.at(state=State.GROUP, question="county")) == [after.known.entries["county"]]
    turn = advance(PACK, after.dossier, turn.session, Said(AT, "黔江区"))
    assert turn.session.question == "county"
    agreed = advance(PACK, after.after(turn.facts).dossier, turn.session, Said(AT, PACK.phrases["button_right"]))
    assert not PACK.section_of[agreed.session.question].kept


def test_the_menu_names_what_is_waited_for_and_whom_to_ask_on_one_line() -> None:
    later = filed(UNITS[0], lambda question: [Nothing.LATER], 2025)
    text, _ = screen(Scene(PACK, later, Session(State.MENU, 2025, "", 7)))
    waiting = [line for line in text.split("\n") if line.startswith("　缺：")]
    assert "　缺：普法活动（司法所）" in text or any("司法所" in line for line in waiting)
    assert all(len(line) <= 24 for line in waiting), waiting


@pytest.mark.parametrize(
    ("done", "total", "drawn"), [(0, 58, "░" * 10), (1, 58, "▓" + "░" * 9), (57, 58, "▓" * 9 + "░"), (58, 58, "▓" * 10)]
)
def test_the_bar_shows_what_is_begun_and_is_full_only_at_the_end(done: int, total: int, drawn: str) -> None:
    assert bar(done, total) == drawn


def test_the_menu_fits_a_phone_and_its_buttons_are_found_by_label_title_and_number() -> None:
    for _, text, rows in screens():
        fits(rows)
        assert "{" not in text
        for button in buttons(rows):
            assert pressed_by_words(rows, button.label) == button.id
        for number, section in enumerate(PACK.sections, 1):
            assert pressed_by_words(rows, str(number)) == f"s:{section.id}"
            assert pressed_by_words(rows, section.title) == f"s:{section.id}"


def test_the_menu_counts_what_is_answered_and_marks_each_section() -> None:
    marks: set[str] = set()
    for scene, text, rows in screens():
        applying = [entry for entry in scene.known.entries.values() if entry.applies]
        done = sum(not entry.owed and entry.standing is not Standing.LATER for entry in applying)
        assert f" {done}/{len(applying)}\n" in text
        marks |= {button.label[-1] for button in buttons(rows) if button.id.startswith("s:")}
    assert marks >= {"○", "◐", "✓"}


def looks(dossier: Dossier) -> Iterator[Session]:
    """Every place in the text of a draft: its parts, its paragraphs, each sentence, what is amended."""
    yield Session(State.AMENDED, 2025)
    yield from (Session(State.AMENDED, 2025, amended.sentence) for amended in dossier.amendments)
    for passage in PACK.write(dossier, 2025):
        yield Session(State.READING, 2025, item=passage.number)
        yield Session(State.PASSAGE, 2025, passage.sentences[0].id)
        for sentence in passage.sentences:
            yield from (Session(state, 2025, sentence.id, item=1) for state in (State.PASSAGE, State.AMENDING))


def test_the_buttons_about_the_text_fit_a_phone_differ_and_are_found_by_their_words() -> None:
    own = tuple(
        Amended(2025, sentence.id, (Act.REWRITE, Act.REMOVE)[at % 2], AT, "另写一句，共12件。")
        for passage in PACK.write(Dossier(answers=SAMPLE), 2025)
        for at, sentence in enumerate(passage.sentences)
    )
    added = Amended(2025, "opening.+1", Act.ADD, AT, LONG, (), "opening.guidance", Place.PARAGRAPH)
    for dossier in (*dossiers(UNITS[2]), replace(next(dossiers(UNITS[0])), answers=SAMPLE, amendments=(*own, added))):
        scene = Scene(PACK, dossier, Session(State.MENU, 2025))  # written once for all that are looked at
        for session in looks(dossier):
            text, rows = screen(scene.at(state=session.state, question=session.question, item=session.item))
            fits(rows)
            assert "{" not in text
            labels = [button.label for button in buttons(rows)]
            assert len({label[:12] for label in labels}) == len(labels)
            for button in buttons(rows):
                assert pressed_by_words(rows, f" {button.label}\n") == button.id


@pytest.mark.parametrize("years", [(), (2025,), (2019, 2024, 2025, 2026)])
def test_the_years_on_offer_fit_a_phone_and_are_found_by_their_words(years: tuple[int, ...]) -> None:
    dossier = Dossier("白土乡人民政府", Member("小李", "owner"), None, years)
    _, rows = screen(Scene(PACK, dossier, Session(State.YEAR, 2025)))
    fits(rows)
    assert {button.id for button in buttons(rows) if button.id[0] == "="} == {
        f"={year}" for year in {2024, 2025, *years, *((2026,) if years else ())}
    }
    for button in buttons(rows):
        assert pressed_by_words(rows, button.label) == button.id


def test_only_a_draft_without_an_answer_beside_another_may_be_given_up() -> None:
    answers = (Answer(2025, "slogan", Words("甲"), "甲", AT),)
    dossier = Dossier("白土乡人民政府", Member("小李", "owner"), None, (2024, 2025), answers)
    _, rows = screen(Scene(PACK, dossier, Session(State.YEAR, 2025)))
    fits(rows)
    assert [button.label for button in buttons(rows) if button.id[0] == "x"] == ["不要2024年"]
    _, rows = screen(Scene(PACK, replace(dossier, years=(2024,), answers=()), Session(State.YEAR, 2024)))
    assert not [button for button in buttons(rows) if button.id[0] == "x"]


@pytest.mark.parametrize("id_", PACK.questions)
def test_help_says_first_what_can_be_done_here_and_fits_a_screen_of_a_phone(id_: str) -> None:
    dossier = filed(UNITS[0], lambda question: [], 2025)
    (reply,) = advance(PACK, dossier, Session(State.ASKING, 2025, id_, 7), Commanded(AT, "help")).replies
    assert isinstance(reply, Ask)
    told, asked, _ = reply.text.partition("\n\n【")
    assert asked
    assert told.startswith(PACK.phrases["help_asking"])
    assert PACK.phrases[f"help_kind_{PACK.questions[id_].kind.value}"] in told
    assert sum(ceil(width(line) / 20) for line in told.split("\n")) <= 12


@pytest.mark.parametrize("state", [State.MEMBERS, State.REMOVING, State.HANDING, State.LEAVING, State.ERASING])
def test_the_buttons_about_members_fit_a_phone_and_are_found_by_their_words(state: State) -> None:
    names = ("", "小王", "小王", "黔江区白土乡司法所所长王小明同志", "W" * 20)
    colleagues = tuple(Member(name, "editor", number) for number, name in enumerate(names * 8, 90))
    dossier = Dossier("鄂温克族自治旗巴彦托海街道办事处", Member("小李", "owner"), None, (2025,), colleagues=colleagues)
    text, rows = screen(Scene(PACK, dossier, Session(state, 2025, "93")))
    fits(rows)
    assert "{" not in text
    for button in buttons(rows):
        assert pressed_by_words(rows, button.label) == button.id
    assert len(buttons(rows)) == {State.MEMBERS: 42, State.ERASING: 1}.get(state, 2)


def test_a_number_inside_a_label_is_not_taken_for_the_number_of_the_button() -> None:
    rows = ((Button("carry", "沿用去年：平安白土2.0"), Button("default", "✓ 1.5万元")),)
    assert [pressed_by_words(rows, typed) for typed in ("0", "5万元", "✓", "", " ")] == [None] * 5


def test_the_words_of_a_choice_are_read_as_an_answer_and_those_of_a_walk_button_are_not() -> None:
    dossier = filed(UNITS[0], lambda question: [], 2025)
    for question in PACK.questions.values():
        session = Session(State.ASKING, 2025, question.id, 7)
        back = advance(PACK, dossier, session, Said(AT, "目录"))
        assert (back.session.state, back.facts) == (State.MENU, ())
        scene = Scene(PACK, dossier, session)
        for choice in scene.entry.question.choices if question.kind in CHOOSING and not question.firm else ():
            (fact,) = advance(PACK, dossier, session, Said(AT, choice.label)).facts
            assert isinstance(fact, Answer)
            assert fact.value == Chosen((choice.id,))
