"""The table of where each value came from: asked for in the chat, and read back out of the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

import pytest
from docx import Document as Word

from bot.interview.amendments import Act, Amended
from bot.interview.events import Opened, Turn
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.passages import Passage
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.ties import tied
from bot.messages import File
from bot.storage.invites import make_invite
from tests.conftest import AT
from tests.test_public_filed import CHAT, PACK, SAMPLE, YEAR, Office

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = ["段号", "稿里的字", "出自哪一题", "谁答的", "什么时候", "打的原话"]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "wengao.db")
    yield office
    office.desk.store.db.close()


def ordered(office: Office) -> tuple[str, dict[str, File]]:
    """Press the button at 其他文书: the line that is said, and the files by extension."""
    office.send(Commanded(AT, "documents"))
    office.desk.receive(
        CHAT, f"sources:{office.keys}", Pressed(AT, office.desk.store.session_of(CHAT).screen, "sources")
    )
    office.keys += 1
    told, files = "", dict[str, File]()
    for outgoing in office.desk.store.unsent(CHAT):
        message = office.desk.message(outgoing)
        if message.files or not told:
            told = message.text
        files |= {file.name.rpartition(".")[2]: file for file in message.files if isinstance(file, File)}
        office.desk.store.mark_sent(outgoing, outgoing.id, AT)
    return told, files


def in_word(file: File) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Word(BytesIO(file.make())).tables[0].rows]


def in_excel(file: File) -> list[list[str]]:
    with ZipFile(BytesIO(file.make())) as book:
        texts = ["".join(each.itertext()) for each in Xml.fromstring(book.read("xl/sharedStrings.xml"))]  # noqa: S314
        page = Xml.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    return [
        [texts[int(value)] if (value := cell.findtext(f"{SHEET}v")) else "" for cell in row.iter(f"{SHEET}c")]
        for row in page.iter(f"{SHEET}row")
    ]


def scene(office: Office) -> Scene:
    return Scene(PACK, office.desk.store.dossier_of(CHAT), Session(State.MENU, YEAR))


def values(passages: tuple[Passage, ...]) -> list[tuple[str, str]]:
    """Every value of the draft in its order, with the number of its paragraph."""
    return [
        (str(passage.number), span.text if len(span.text) <= 200 else "")
        for passage in passages
        for sentence in passage.sentences
        for span in sentence.spans
        if span.questions
    ]


def test_every_value_of_the_draft_has_its_row_in_both_files(office: Office) -> None:
    told, files = ordered(office)
    head, *rows = in_word(files["docx"])
    assert (head, in_excel(files["xlsx"])) == (COLUMNS, [head, *rows])
    wanted = values(scene(office).passages)
    assert [(number, words if wanted[at][1] else "") for at, (number, words, *_) in enumerate(rows)] == wanted
    assert re.findall("共([0-9]+)处", told) == [str(len(rows))]
    assert "\n" not in told
    assert files["docx"].sent_as == "黔江区白土乡人民政府2025年度法治政府建设报告数据来源.docx"


def test_a_row_says_which_question_who_when_and_what_was_typed(office: Office) -> None:
    office.put(State.ASKING, question="disputes_mediated")
    office.send(Said(AT, "一百八十三件"))
    _, files = ordered(office)
    rows = in_word(files["docx"])[1:]
    found = [row[1:] for row in rows if row[2] == "纠纷化解：调解矛盾纠纷"]
    assert found[0] == ["183件", "纠纷化解：调解矛盾纠纷", "小李", "2026-01-08 09:30", "一百八十三件"]
    defaults = [row for row in rows if row[5] == "没有人答过，用的是默认的"]
    assert all(row[3:5] == ["", ""] for row in defaults)
    assert not [row for row in rows if re.fullmatch(r"[=+]?[a-z_]+", row[5])], "no id of a button stands there"


def test_what_was_amended_by_hand_is_marked(office: Office) -> None:
    passages = scene(office).passages
    sentence = next(
        each
        for passage in passages
        for each in passage.sentences
        if any("disputes_mediated" in span.questions for span in each.spans)
    )
    text = f"全年化解{next(s.text for s in sentence.spans if 'disputes_mediated' in s.questions)}，走访777户。"
    ties = tied(text, sentence, scene(office).known)
    office.put(State.MENU, Amended(YEAR, sentence.id, Act.REWRITE, AT, text, ties, by="小王"))
    rows = in_word(ordered(office)[1]["docx"])[1:]
    tied_row = next(row for row in rows if row[2] == "纠纷化解：调解矛盾纠纷（改稿）")
    assert tied_row[1].startswith("183")
    (own,) = [row for row in rows if row[1] == "777"]
    assert own[2:] == ["改稿", "小李", "2026-01-08 09:30", text]
    assert not [row for row in rows if row[0] != tied_row[0] and "改稿" in row[2]]


def test_of_a_filed_draft_the_table_is_of_what_was_filed(office: Office) -> None:
    before = in_word(ordered(office)[1]["docx"])
    office.file()
    sample = next(answer for answer in scene(office).dossier.answers if answer.question == "county")
    office.put(State.MENU, sample._replace(question="party_head", typed="党委第一书记", at=AT))
    _, files = ordered(office)
    assert [row[:3] for row in in_word(files["docx"])] == [row[:3] for row in before]
    assert scene(office).filed


def test_nothing_of_another_unit_stands_in_it(office: Office) -> None:
    alone = in_word(ordered(office)[1]["docx"])
    code = make_invite(office.desk.store.db, "丰泽县柳河镇人民政府", AT)
    office.desk.receive("telegram:2", "join", Commanded(AT, "start", code))
    office.desk.receive("telegram:2", "name", Said(AT, "小张"))
    fact = next(answer for answer in SAMPLE if answer.question == "disputes_mediated")
    with office.desk.store.transaction():
        turn = Turn(Session(State.MENU, YEAR), (Opened(YEAR), fact._replace(at=AT)), ())
        office.desk.store.save("telegram:2", "put", turn, AT)
    assert in_word(ordered(office)[1]["docx"]) == alone
    assert "小张" not in str(alone)


def test_a_draft_without_a_value_has_no_file_and_a_gap_is_none(tmp_path: Path) -> None:
    office = Office(tmp_path / "wengao.db", "本机单位", ())
    told, files = ordered(office)
    assert "〔待填" in "".join(passage.text for passage in scene(office).passages)
    assert (told, files) == (PACK.phrases["sources_none"], {})
    office.desk.store.db.close()
