"""The Word file: its parts, its figures, its fonts, and that it is the same on every machine and day."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from bot.content.answers_file import read_answers
from bot.content.content import Content
from bot.report.blocks import Document
from bot.report.compose import compose
from bot.report.docx import NotXml, written
from bot.report.layout import Layout, Para, Role, laid
from bot.report.page import CELL, CELLS, LINES, PITCH
from tests.report.samples import EVERYTHING, LONG

PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer_even.xml",
    "word/footer_odd.xml",
    "word/settings.xml",
    "word/styles.xml",
    "word/theme.xml",
]


@pytest.fixture(scope="session")
def documents(content: Content) -> dict[str, Document]:
    answers = read_answers(content.sample, content.pack)
    sample = compose(content.pack, content.prose, "work_summary", answers.dossier, answers.year, answers.wording)
    return {"sample": sample, "long": LONG, "everything": EVERYTHING}


def runs(file: bytes) -> list[BaseOxmlElement]:
    parts = ZipFile(BytesIO(file))
    document = WordFile(BytesIO(file))
    footers = (document.sections[0].footer, document.sections[0].even_page_footer)
    assert parts.testzip() is None
    return [
        run for root in (document.element, *(footer.part.element for footer in footers)) for run in root.iter(qn("w:r"))
    ]


@pytest.mark.parametrize("name", ["sample", "long", "everything"])
def test_a_strict_validator_finds_nothing(
    documents: dict[str, Document], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("docx") / f"{name}.docx"
    path.write_bytes(written(laid(documents[name])))
    assert [str(error) for error in OpenXmlValidator(strict=True, security_validation=True).validate(path).errors] == []


def test_the_file_holds_our_parts_alone_in_order_of_no_date_and_not_deflated() -> None:
    infos = ZipFile(BytesIO(written(laid(EVERYTHING)))).infolist()
    assert [info.filename for info in infos] == PARTS
    assert {(info.date_time, info.compress_type, info.create_system) for info in infos} == {
        ((1980, 1, 1, 0, 0, 0), ZIP_STORED, 0)
    }


def test_the_file_is_the_same_in_another_process_on_another_day() -> None:
    program = (
        "import sys; from bot.report.docx import written; from bot.report.layout import laid;"
        "from tests.report.samples import EVERYTHING; sys.stdout.buffer.write(written(laid(EVERYTHING)))"
    )
    files = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env=os.environ
            | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed, zone, locale in (("1", "Asia/Shanghai", "C"), ("2", "America/New_York", "C.UTF-8"))
    }
    assert files == {written(laid(EVERYTHING))}


def test_the_file_names_nobody_and_no_day() -> None:
    properties = WordFile(BytesIO(written(laid(EVERYTHING)))).core_properties
    assert properties.title == laid(EVERYTHING).title
    assert (properties.author, properties.last_modified_by, properties.created, properties.modified) == (
        "",
        "",
        None,
        None,
    )


def test_the_page_is_that_of_the_standard() -> None:
    section = WordFile(BytesIO(written(laid(EVERYTHING)))).sections[0]
    assert section.page_width
    assert section.page_height
    assert section.top_margin
    assert section.left_margin
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.top_margin.mm, 1), round(section.left_margin.mm, 1)) == (37, 28)
    height = section.page_height - section.top_margin - (section.bottom_margin or 0)
    width = section.page_width - section.left_margin - (section.right_margin or 0)
    assert abs(height - Mm(225)) < Mm(0.1)
    assert abs(width - Mm(156)) < Mm(0.1)
    assert LINES * PITCH * 635 <= height < (LINES + 1) * PITCH * 635


def test_28_hanzi_of_16_points_fit_a_line_by_the_room_between_them() -> None:
    run = next(run for run in runs(written(laid(LONG))) if run.text.startswith("坚持"))
    fonts = run.find(qn("w:rPr"))
    advance = int(fonts.find(qn("w:sz")).get(qn("w:val"))) * 10 + int(fonts.find(qn("w:spacing")).get(qn("w:val")))
    assert CELLS * advance <= CELLS * CELL < (CELLS + 1) * advance


def test_every_run_names_its_chinese_face_for_every_script() -> None:
    for run in runs(written(laid(EVERYTHING))):
        fonts = run.find(qn("w:rPr")).find(qn("w:rFonts"))
        faces = {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(faces) == 1
        assert faces <= {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"}
        assert fonts.get(qn("w:hint")) == "eastAsia"


def test_nothing_is_bold_coloured_or_of_a_theme_font() -> None:
    parts = ZipFile(BytesIO(written(laid(EVERYTHING))))
    for name in PARTS:
        text = parts.read(name).decode()
        assert "<w:b/>" not in text, name
        assert "<w:color " not in text, name
        assert "Theme=" not in text, name


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_a_title_takes_whole_lines_of_the_page(lines: int) -> None:
    file = written(Layout("总结", (Para(Role.TITLE, "\n".join(["题"] * lines), centred=True),)))
    spacing = WordFile(BytesIO(file)).paragraphs[0].paragraph_format
    assert spacing.space_before is not None
    assert spacing.space_after is not None
    total = spacing.space_before.twips + spacing.space_after.twips + lines * 720
    assert total % PITCH == 0
    assert total - lines * 720 < PITCH


def test_headings_can_be_walked_through() -> None:
    document = WordFile(BytesIO(written(laid(EVERYTHING))))
    levels = {
        paragraph.style.name: paragraph.style.element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val"))
        for paragraph in document.paragraphs
        if paragraph.style and (paragraph.style.name or "").endswith("级标题")
    }
    assert levels == {"一级标题": "0", "二级标题": "1", "三级标题": "2", "四级标题": "3"}


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("<&>\"'` \t𠮷“”")
)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=4))
def test_what_went_in_is_read_back(texts: list[str]) -> None:
    file = written(Layout("".join(texts), tuple(Para(Role.BODY, text, first=2) for text in texts)))
    assert [paragraph.text for paragraph in WordFile(BytesIO(file)).paragraphs] == texts


@pytest.mark.parametrize("text", ["\x00", "\x08", "\x1f", "\ud800", "\ufffe"])
def test_what_no_word_file_can_hold_is_refused(text: str) -> None:
    with pytest.raises(NotXml):
        written(Layout("总结", (Para(Role.BODY, f"正文{text}"),)))


def test_the_page_number_stands_outside() -> None:
    section = WordFile(BytesIO(written(laid(EVERYTHING)))).sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")
    for paragraph, side in ((odd, "right"), (even, "left")):
        assert paragraph._p.pPr is not None
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert [kind.get(qn("w:fldCharType")) for kind in paragraph._p.iter(qn("w:fldChar"))] == [
            "begin",
            "separate",
            "end",
        ]


def test_the_sign_off_is_tied_to_the_body() -> None:
    paragraphs = WordFile(BytesIO(written(laid(LONG)))).paragraphs
    tied = [bool(paragraph.paragraph_format.keep_with_next) for paragraph in paragraphs[-4:]]
    assert tied == [True, True, True, False]
    assert any(not before.paragraph_format.keep_with_next for before, _ in pairwise(paragraphs[:-4]))
