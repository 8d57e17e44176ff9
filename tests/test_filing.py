"""Filing through a real database: the lock holds, marks go with their own sentence, what was filed stays as it was."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.desk import Desk
from bot.interview.approval import Filed
from bot.interview.checking import check_all, check_section, checked, mark_on
from bot.interview.events import HandedOver, Opened, Turn
from bot.interview.inputs import Commanded, Input, Pressed, Said
from bot.interview.orders import Issue, Show
from bot.interview.passages import Sentence
from bot.interview.rewording import unnumbered
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.messages import File
from bot.report.blocks import Note
from bot.report.compose import compose
from bot.report.kept import from_json, to_json
from bot.report.layout import laid
from bot.report.passages import passages, reread
from bot.report.text import text
from bot.report.writers import word
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.conftest import AT
from tests.short import CONTENT

PACK = CONTENT.pack
SAMPLE = read_answers(CONTENT.sample, PACK).dossier.answers
OWNER, EDITOR, UNIT, YEAR = "telegram:1", "telegram:2", "黔江区白土乡人民政府", 2025
PRINTED = ("disputes_mediated", "publicity_events", "leaflets", "peace_goal")
"""Questions whose answers are printed in the draft, and what may be typed to each: a count, or a name."""


class Office:
    """A unit with an owner and an editor over one database file, all questions of two years answered."""

    def __init__(self, path: Path) -> None:
        self.path, self.keys = path, 0
        self.open()
        for chat, name in ((OWNER, "小李"), (EDITOR, "小王")):
            code = make_invite(self.desk.store.db, UNIT, AT)
            self.send(Commanded(AT, "start", code), chat)
            self.send(Said(AT, name), chat)
        sample = tuple(answer._replace(at=AT) for answer in SAMPLE)
        others = tuple(answer._replace(year=YEAR - 1) for answer in sample if answer.year == YEAR)
        facts = (Opened(YEAR), Opened(YEAR - 1), *sample, *others)
        self.put(OWNER, Session(State.MENU, YEAR, "", 7), facts)
        self.put(EDITOR, Session(State.MENU, YEAR, "", 7))

    def open(self) -> None:
        self.desk = Desk(Store(open_database(self.path), PACK.id, PACK.version), CONTENT)
        self.desk.store.db.execute("PRAGMA synchronous = OFF")

    def reopen(self) -> None:
        self.desk.store.db.close()
        self.open()

    def put(self, chat: str, session: Session, facts: tuple[object, ...] = ()) -> None:
        self.keys += 1
        with self.desk.store.transaction():
            self.desk.store.save(chat, f"put:{self.keys}", Turn(session, facts, ()), AT)  # type: ignore[arg-type]

    def send(self, given: Input, chat: str = OWNER) -> str:
        """Send something and give all that is replied."""
        self.keys += 1
        self.desk.receive(chat, f"key:{self.keys}", given)
        return "\n".join(told for told, _ in self.deliver(chat))

    def deliver(self, chat: str = OWNER) -> Iterator[tuple[str, tuple[File, ...]]]:
        for outgoing in self.desk.store.unsent(chat):
            message = self.desk.message(outgoing)
            yield message.text, tuple(file for file in message.files if isinstance(file, File))
            self.desk.store.mark_sent(outgoing, outgoing.id, AT)

    def press(self, choice: str, chat: str = OWNER) -> str:
        return self.send(Pressed(AT, self.desk.store.session_of(chat).screen, choice), chat)

    def say_at(self, question: str, typed: str, year: int = YEAR, chat: str = OWNER) -> str:
        """Look at a question of a year, and answer it."""
        self.put(chat, Session(State.ASKING, year, question, self.desk.store.session_of(chat).screen + 1))
        self.send(Commanded(AT, "start"), chat)
        return self.send(Said(AT, typed), chat)

    def menu(self, year: int = YEAR) -> None:
        self.put(OWNER, Session(State.MENU, year, "", self.desk.store.session_of(OWNER).screen + 1))

    def file(self, year: int = YEAR) -> str:
        self.menu(year)
        self.send(Commanded(AT, "file"))
        return self.press("file")

    def withdraw(self, reason: str = "data") -> str:
        self.menu()
        self.press("withdraw")
        return self.press(reason)

    def scene(self, year: int = YEAR, chat: str = OWNER) -> Scene:
        return Scene(PACK, self.desk.store.dossier_of(chat), Session(State.MENU, year))

    def kept(self, number: int) -> Filed:
        filed = self.desk.store.filing(1, YEAR, PACK.main_document, number)
        assert filed
        return filed

    def rows(self, *tables: str, year: int = YEAR) -> list[list[tuple[object, ...]]]:
        """What is stored of a year's draft in these tables."""
        sql = "SELECT * FROM {} WHERE draft = (SELECT id FROM drafts WHERE year = ?) ORDER BY id"
        return [self.desk.store.db.execute(sql.format(table), [year]).fetchall() for table in tables]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "wengao.db")
    yield office
    office.desk.store.db.close()


COUNTS = st.sampled_from(["183件", "185件", "0", "没有", "待问同事", "16次", "5000余份", "一百八十三"])


class Filing(RuleBasedStateMachine):
    """Answering, looking over, filing and withdrawing in any order, by two people, over restarts."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.office = Office(Path(self.folder.name) / "wengao.db")
        self.marks: dict[str, str] = {}
        self.filed: list[tuple[str, bytes, str]] = []
        self.locked: list[list[tuple[object, ...]]] | None = None

    def teardown(self) -> None:
        if hasattr(self, "office"):
            self.office.desk.store.db.close()
            self.folder.cleanup()

    @rule(question=st.sampled_from(PRINTED), typed=COUNTS, chat=st.sampled_from([OWNER, EDITOR]))
    def answer(self, question: str, typed: str, chat: str) -> None:
        self.office.say_at(question, typed, chat=chat)

    @rule(typed=st.sampled_from(["白土乡", "青石镇"]))
    def answer_for_the_unit(self, typed: str) -> None:
        self.office.say_at("place", typed)
        assert self.office.scene().known.entries["place"].text == typed

    @rule(typed=COUNTS)
    def answer_another_year(self, typed: str) -> None:
        assert "已定稿" not in self.office.say_at("disputes_mediated", typed, YEAR - 1)

    @rule(number=st.integers(1, 13), chat=st.sampled_from([OWNER, EDITOR]), take_back=st.booleans())
    def look_over(self, number: int, chat: str, take_back: bool) -> None:  # noqa: FBT001
        found = [each for each in self.office.scene().passages if each.number == number]
        for passage in found:
            here = Session(State.PASSAGE, YEAR, passage.sentences[0].id, 9)
            self.office.put(chat, here)
            self.office.press("uncheck" if take_back else "check", chat)
            texts = {sentence.id: unnumbered(sentence) for sentence in passage.sentences}
            whole = all(self.marks.get(id_) == text for id_, text in texts.items())
            if self.locked is None and not take_back:
                self.marks |= texts
            elif self.locked is None and whole:
                self.marks = {id_: text for id_, text in self.marks.items() if id_ not in texts}

    @rule()
    def look_all_over(self) -> None:
        self.office.put(OWNER, Session(State.READING, YEAR, "", 9))
        self.office.press("check_all")
        if self.locked is None:
            sentences = (each for passage in self.office.scene().passages for each in passage.sentences)
            self.marks |= {each.id: unnumbered(each) for each in sentences}

    @rule()
    def file(self) -> None:
        self.office.file()
        if self.locked is None:
            document = compose(PACK, CONTENT.prose, PACK.main_document, self.office.scene().dossier, YEAR)
            kept = self.office.kept(len(self.filed) + 1)
            assert (kept.text, from_json(kept.blocks)) == (text(document), document)
            assert kept.word == word(laid(document))
            self.filed.append((kept.text, kept.word, kept.blocks))
            self.locked = self.office.rows("answers", "checks")

    @precondition(lambda self: self.locked is not None)
    @rule(reason=st.sampled_from(["data", "leader", "other"]))
    def withdraw(self, reason: str) -> None:
        self.office.withdraw(reason)
        self.locked = None

    @rule()
    def restart(self) -> None:
        self.office.reopen()

    @invariant()
    def nothing_changes_while_filed(self) -> None:
        if hasattr(self, "office") and self.locked is not None:
            assert self.office.rows("answers", "checks") == self.locked

    @invariant()
    def a_mark_is_lost_exactly_when_its_own_sentence_changed(self) -> None:
        if hasattr(self, "office"):
            scene = self.office.scene()
            for sentence in (each for passage in scene.passages for each in passage.sentences):
                marked = mark_on(scene, sentence) is not None
                assert marked == (self.marks.get(sentence.id) == unnumbered(sentence))

    @invariant()
    def every_filing_stays_byte_for_byte(self) -> None:
        if hasattr(self, "office"):
            for number, copy in enumerate(self.filed, 1):
                kept = self.office.kept(number)
                assert (kept.text, kept.word, kept.blocks) == copy


Filing.TestCase.settings = settings(
    max_examples=6,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
TestFiling = Filing.TestCase


def test_the_text_filed_is_the_text_shown_though_another_answers_in_between(office: Office) -> None:
    office.send(Commanded(AT, "file"))
    office.say_at("disputes_mediated", "185件", chat=EDITOR)
    assert "刚才有人改了，还没有定稿" in office.press("file")
    assert office.scene().dossier.filings == ()
    assert "第1稿已定" in office.press("file")
    assert "185件" in office.kept(1).text


def test_what_was_filed_and_not_sent_is_sent_after_a_kill_as_it_was_filed(office: Office) -> None:
    office.send(Commanded(AT, "file"))
    office.keys += 1
    office.desk.receive(OWNER, "key:last", Pressed(AT, office.desk.store.session_of(OWNER).screen, "file"))
    office.reopen()
    told = list(office.deliver())
    kept = office.kept(1)
    assert any(body + "\n" == kept.text and [file.make() for file in files] == [kept.word] for body, files in told)


def test_a_filed_draft_comes_as_it_was_though_the_unit_is_called_otherwise_now(office: Office) -> None:
    office.file()
    office.say_at("place", "青石镇")
    office.send(Commanded(AT, "menu"))
    told = office.send(Commanded(AT, "draft"))
    assert told.startswith("第1稿，小李1月8日定稿。")
    assert office.kept(1).text in f"{told}\n"
    assert "青石镇" not in office.kept(1).text
    assert "青石镇" in "".join(passage.text for passage in office.scene().passages)


def test_the_pages_of_a_filing_are_drawn_from_what_was_kept_and_nothing_is_said_to_have_changed(office: Office) -> None:
    office.file()
    office.withdraw()
    office.say_at("disputes_mediated", "185件")
    order = Show("pdf", PACK.main_document, YEAR, "0" * 8, 1)
    office.put(OWNER, office.desk.store.session_of(OWNER))
    with office.desk.store.transaction():
        office.desk.store.post(OWNER, order, AT.isoformat())
    *_, outgoing = office.desk.store.unsent(OWNER)
    message = office.desk.message(outgoing)
    (file,) = message.files
    assert (message.text, isinstance(file, File) and file.name) == ("", "work_summary_2025_1.pdf")
    assert isinstance(file.make, partial)
    assert "183件次" in str(file.make.args)
    drawn = office.desk.drawn(OWNER, Issue(PACK.main_document, YEAR, 1))
    assert drawn
    assert drawn.name == "work_summary_2025_1.pdf"


def test_only_the_owner_files_and_withdraws_and_so_does_who_the_unit_was_handed_to(office: Office) -> None:
    assert "请跟小李说一声" in office.send(Commanded(AT, "file"), EDITOR)
    office.file()
    office.put(EDITOR, Session(State.WITHDRAWING, YEAR, "", 9))
    office.press("data", EDITOR)
    assert office.scene().filed
    (editor,) = [member.id for member in office.desk.store.dossier_of(OWNER).colleagues]
    office.put(OWNER, Session(State.WITHDRAWING, YEAR, "", 9), (HandedOver(editor, "交给您了"),))
    office.press("data")
    assert office.scene().filed
    office.put(EDITOR, Session(State.MENU, YEAR, "", 20))
    office.press("withdraw", EDITOR)
    office.send(Said(AT, "领导要求改数"), EDITOR)
    (filed,) = office.scene().dossier.filings
    assert filed.withdrawn
    assert (filed.by, filed.withdrawn.by, filed.withdrawn.reason) == ("小李", "小王", "领导要求改数")


def test_a_withdrawal_goes_back_to_where_a_change_was_refused(office: Office) -> None:
    office.file()
    assert "已定稿（第1稿，小李，1月8日）" in office.say_at("disputes_mediated", "185件")
    office.press("withdraw")
    office.press("leader")
    session = office.desk.store.session_of(OWNER)
    assert (session.state, session.question) == (State.HELD, "disputes_mediated")
    office.press("keep")
    assert office.scene().known.entries["disputes_mediated"].text == "185件"


def test_another_years_draft_is_filed_by_itself(office: Office) -> None:
    office.file()
    before = office.rows("answers", "checks", "filings")
    assert "第1稿已定" in office.file(YEAR - 1)
    assert office.rows("answers", "checks", "filings") == before
    assert [(filed.year, filed.number) for filed in office.scene().dossier.filings] == [(YEAR, 1), (YEAR - 1, 1)]


def test_the_export_has_every_filing_with_its_text_and_file(office: Office) -> None:
    office.file()
    office.withdraw()
    office.say_at("disputes_mediated", "185件")
    office.file()
    files = {file.name: file.make() for file in office.desk.export(1, UNIT, AT)}
    told = json.loads(files["wengao.json"])
    assert [(each["number"], each["reason"]) for each in told["filings"]] == [(1, "数据有误"), (2, None)]
    for number in (1, 2):
        kept = office.kept(number)
        assert files[f"work_summary_{YEAR}_{number}.txt"].decode() == kept.text == told["filings"][number - 1]["text"]
        assert files[f"work_summary_{YEAR}_{number}.docx"] == kept.word


def test_sections_are_looked_over_with_what_they_print_or_by_their_answers(office: Office) -> None:
    def states(scene: Scene) -> dict[str, bool]:
        return {section.id: checked(scene, section) for section in PACK.sections}

    office.say_at("last_plans", "不涉及")
    scene = office.scene()
    assert not any(states(scene).values())
    for section in PACK.sections:
        after = scene.after(check_section(scene, section, AT))
        assert [id_ for id_, is_so in states(after).items() if is_so] == [section.id]
    office.put(OWNER, Session(State.MENU, YEAR, "", 9), check_all(scene, AT))
    assert all(states(office.scene()).values())
    office.say_at("disputes_mediated", "185件")
    office.say_at("deadline", "3月2日")
    assert {id_ for id_, is_so in states(office.scene()).items() if not is_so} == {"disputes", "unit"}
    office.say_at("disputes_mediated", "183件次")
    office.say_at("leaflets", "待问同事")
    assert {id_ for id_, is_so in states(office.scene()).items() if not is_so} == {"publicity", "unit"}


@pytest.mark.parametrize("name", ["白土乡", "柳河镇", "青石街道"])
def test_a_document_that_is_kept_is_read_back_as_it_was(name: str) -> None:
    content = read_content()
    path = content.sample if name == "白土乡" else Path(__file__).parent / "documents" / f"{name}.yaml"
    given = read_answers(path, content.pack)
    for id_ in content.prose.documents:
        document = compose(content.pack, content.prose, id_, given.dossier, given.year)
        assert from_json(to_json(document)) == document
    main = compose(content.pack, content.prose, content.pack.main_document, given.dossier, given.year)
    assert reread(to_json(main)) == passages(content.pack, content.prose, given.dossier, given.year)


def test_fields_that_a_later_program_lacks_are_left_out() -> None:
    kept = (
        '{"id": "a", "name": "b", "file": "c", "blocks": [{"block": "Note", "line": {"id": "n", "spans": [], "x": 1}}]}'
    )
    assert from_json(kept).blocks == (Note(Sentence("n", ())),)
