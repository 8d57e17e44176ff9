"""A report is filed first and made public later: the public form of a filed draft is looked over and given out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.desk import Desk
from bot.interview.answers import Clock, understand
from bot.interview.approval import WITHHELD, Checked
from bot.interview.events import Answer, Opened, Turn
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.session import Session, State
from bot.interview.values import Chosen, Nothing, Words
from bot.report.compose import compose
from bot.report.text import text
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.conftest import AT

CONTENT = read_content()
PACK = CONTENT.pack
SAMPLE = read_answers(CONTENT.sample, PACK).dossier.answers
CHAT, YEAR, PUBLIC = "telegram:1", 2025, "annual_report_public"


class Office:
    """The owner of a unit that answered the sample of the shipped questions, over a real database."""

    def __init__(self, path: Path, unit: str = "黔江区白土乡人民政府", sample: tuple[Answer, ...] = SAMPLE) -> None:
        self.desk = Desk(Store(open_database(path), PACK.id, PACK.version), CONTENT)
        self.keys = 0
        code = make_invite(self.desk.store.db, unit, AT)
        self.send(Commanded(AT, "start", code))
        self.send(Said(AT, "小李"))
        self.put(State.MENU, Opened(YEAR), *(answer._replace(at=AT) for answer in sample))

    def put(self, state: State, *facts: object, question: str = "") -> None:
        self.keys += 1
        screen = self.desk.store.session_of(CHAT).screen + 1
        with self.desk.store.transaction():
            turn = Turn(Session(state, YEAR, question, screen), facts, ())  # type: ignore[arg-type]
            self.desk.store.save(CHAT, f"put:{self.keys}", turn, AT)

    def send(self, given: Commanded | Said | Pressed) -> str:
        self.keys += 1
        self.desk.receive(CHAT, f"key:{self.keys}", given)
        told = []
        for outgoing in self.desk.store.unsent(CHAT):
            told.append(self.desk.message(outgoing).text)
            self.desk.store.mark_sent(outgoing, outgoing.id, AT)
        return "\n".join(told)

    def press(self, choice: str) -> str:
        return self.send(Pressed(AT, self.desk.store.session_of(CHAT).screen, choice))

    def file(self) -> None:
        self.put(State.MENU)
        self.send(Commanded(AT, "file"))
        assert "已定" in self.press("file")

    def public(self) -> str:
        """What the public form reads as of the answers there are."""
        return text(compose(PACK, CONTENT.prose, PUBLIC, self.desk.store.dossier_of(CHAT), YEAR))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "wengao.db")
    yield office
    office.desk.store.db.close()


def test_a_filed_draft_is_looked_over_for_the_public_and_given_out(office: Office) -> None:
    office.file()
    wanted = office.public()
    office.send(Commanded(AT, "documents"))
    asked = office.press(f"d:{PUBLIC}")
    assert "【公开前确认】" in asked
    assert "工作总结已定稿（第1稿），公开稿照定稿时的答案写。" in asked
    given = office.press("yes")
    assert "公开前审查：小李，1月8日。" in given
    assert wanted.strip() in given
    assert "已定稿（第1稿" not in given.replace("工作总结已定稿（第1稿）", "")
    assert "公开前审查" in office.press(f"d:{PUBLIC}"), "asked once, for as long as it reads so"


def test_the_draft_stays_filed_and_locked_all_the_same(office: Office) -> None:
    office.file()
    office.send(Commanded(AT, "documents"))
    office.press(f"d:{PUBLIC}")
    office.press("yes")
    office.put(State.ASKING, question="disputes_mediated")
    before = office.desk.store.dossier_of(CHAT).answers
    assert "要改请负责人先撤回" in office.send(Said(AT, "999件"))
    assert office.desk.store.dossier_of(CHAT).answers == before


def test_what_is_other_than_it_was_filed_is_told_before_it_is_made_public(office: Office) -> None:
    """What is kept for the unit is not locked."""
    office.file()
    question = PACK.asked["party_head"]
    read = understand(question, "党委第一书记", Clock(YEAR, AT.date()))
    assert isinstance(read, tuple)
    sample = next(answer for answer in SAMPLE if answer.question == "county")
    office.put(State.MENU, sample._replace(question="party_head", value=read[0], typed="党委第一书记", at=AT))
    office.send(Commanded(AT, "documents"))
    asked = office.press(f"d:{PUBLIC}")
    assert "与第1稿比，有" in asked
    assert "党委第一书记" in asked


@pytest.mark.parametrize("filed", [False, True])
def test_an_answer_is_kept_out_of_the_public_form_alone_and_put_back(office: Office, *, filed: bool) -> None:
    if filed:
        office.file()
    published = office.public()
    assert "183件次" in published
    traced = office.send(Said(AT, "查 183"))
    assert "调解矛盾纠纷" in traced
    assert "“调解矛盾纠纷”不写进公开稿了" in office.press("withhold")
    assert "照样写进公开稿" in office.press("publish"), "the button is the other one at once"
    office.press("withhold")
    assert "183" not in office.public()
    dossier = office.desk.store.dossier_of(CHAT)
    for document in ("work_summary", "annual_report", "data_sheet"):
        assert "183" in text(compose(PACK, CONTENT.prose, document, dossier, YEAR))
    office.send(Commanded(AT, "documents"))
    assert "没有写进去的：调解矛盾纠纷。" in office.press(f"d:{PUBLIC}")
    assert "183" not in office.press("yes")
    office.send(Said(AT, "查 183"))
    assert "照样写进公开稿" in office.press("publish")
    assert office.public() == published
    office.send(Commanded(AT, "documents"))
    assert "【公开前确认】" in office.press(f"d:{PUBLIC}"), "it reads otherwise than it was looked over"


def test_the_public_form_is_read_before_it_is_confirmed_and_looked_over_again_when_it_reads_otherwise(
    office: Office,
) -> None:
    office.send(Commanded(AT, "documents"))
    assert office.public().strip() in office.press(f"d:{PUBLIC}")
    office.press("yes")
    frame = next(answer for answer in SAMPLE if answer.question == "county")
    eight = frame._replace(question="report_frame", value=Chosen(("eight",)), typed="2", at=AT)
    office.put(State.ISSUING, eight)
    assert "【公开前确认】" in office.press(f"d:{PUBLIC}"), "the form is another one"


def test_what_was_kept_out_and_still_stands_in_own_words_is_told(office: Office) -> None:
    more = next(answer for answer in SAMPLE if answer.question == "disputes_mediated")
    own = more._replace(question="disputes_more", value=Words("其中183件次在村里化解"), typed="…", at=AT, item=0)
    office.put(State.MENU, own)
    office.send(Said(AT, "查 183件次"))
    office.put(State.MENU, Checked(YEAR, f"{WITHHELD}disputes_mediated", "", AT, "小李"))
    office.send(Commanded(AT, "documents"))
    assert "还有“183”，与没写进去的“调解矛盾纠纷”一样" in office.press(f"d:{PUBLIC}")


def test_a_part_that_is_more_than_the_whole_is_told_before_filing(office: Office) -> None:
    mediated = next(answer for answer in SAMPLE if answer.question == "disputes_mediated")
    for typed, told in (("200份", True), ("100份", False)):
        read = understand(PACK.questions["mediation_papers"], typed, Clock(YEAR, AT.date()))
        assert isinstance(read, tuple)
        office.put(State.MENU, mediated._replace(question="mediation_papers", value=read[0], typed=typed, at=AT))
        assert (f"“调解协议书”{typed}比“调解矛盾纠纷”183件次还多" in office.send(Commanded(AT, "file"))) is told


def test_a_part_of_nothing_is_told_before_filing(office: Office) -> None:
    sample = next(answer for answer in SAMPLE if answer.question == "disputes_mediated")
    for question, typed in (("lawsuits", "没有"), ("head_appearances", "2次")):
        read = understand(PACK.questions[question], typed, Clock(YEAR, AT.date()))
        assert isinstance(read, tuple | Nothing)
        value = read[0] if isinstance(read, tuple) else read
        office.put(State.MENU, sample._replace(question=question, value=value, typed=typed, at=AT))
    assert "答的是没有，“负责人出庭应诉”却有2次" in office.send(Commanded(AT, "file"))
