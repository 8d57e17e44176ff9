"""Whatever bytes come in: a package, or a sentence that says what to do; never an exception, never without end."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.content import Content, read_content
from bot.errors import FileError
from bot.examine.opening import LARGEST, MOST_PARTS, Package, Unfit, opened
from bot.examine.report import LONGEST, examine, examined, faults_in
from bot.examine.xml import MOST_CHARACTERS, MOST_ELEMENTS
from tests.examine.good import good, para, parts, run, zipped

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504
WORDS = read_content().page_rules
GOOD = good()


def without(name: str) -> bytes:
    return zipped({other: text for other, text in parts().items() if other != name})


def changed(name: str, text: str | bytes) -> bytes:
    return zipped({**parts(), name: text})


def locked(data: bytes) -> bytes:
    """Mark every part of an archive as encrypted, as zip programs do."""
    marked = bytearray(data)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = marked.find(signature)
        while start >= 0:
            marked[start + flags] |= 1
            start = marked.find(signature, start + 4)
    return bytes(marked)


def many_parts() -> bytes:
    return zipped({f"word/media/{number}": "" for number in range(MOST_PARTS + 1)})


ENTITIES = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]><a>&d;</a>'
ELSEWHERE = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
TYPES = parts()["[Content_Types].xml"]
DOCUMENT = parts()["word/document.xml"]

LONG = "".join(chr(0x4E00 + number % 2000) for number in range(MOST_CHARACTERS + 1))

UNFIT: list[tuple[str, str, bytes]] = [
    ("nothing", "empty", b""),
    ("over 10 MB", "too_large", b"PK" + b"\0" * LARGEST),
    ("a .doc or .wps", "old", OLE + "WordDocument".encode("utf-16-le")),
    ("a password", "encrypted", OLE + "EncryptedPackage".encode("utf-16-le")),
    ("a zip with a password", "encrypted", locked(GOOD)),
    ("a PDF", "pdf", b"%PDF-1.7\n"),
    ("an RTF", "rtf", b"{\\rtf1 x}"),
    ("a PNG", "image", b"\x89PNG\r\n\x1a\n"),
    ("a JPEG", "image", b"\xff\xd8\xff\xe0"),
    ("a WebP", "image", b"RIFF\0\0\0\0WEBP"),
    ("a text", "text", "2025年，白土乡".encode()),
    ("a text of GBK", "text", "2025年，白土乡".encode("gbk")),
    ("a long text cut inside a character", "text", "好".encode() * 5000),
    ("a RAR", "archive", b"Rar!\x1a\x07"),
    ("noise", "unknown", bytes(range(256))),
    ("an .odt", "odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})),
    ("any zip", "not_word", zipped({"a.txt": "x"})),
    ("a spreadsheet", "not_word", changed("[Content_Types].xml", TYPES.replace("wordprocessingml", "spreadsheetml"))),
    ("macros by type", "macros", changed("[Content_Types].xml", TYPES.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml"))),
    ("macros by name", "macros", changed("word/vbaProject.bin", b"\0")),
    ("a bomb by ratio", "bomb", changed("word/media/a.bin", b"\0" * 8 * 2**20)),
    ("too many parts", "bomb", many_parts()),
    ("too many elements", "too_long", changed("word/document.xml", DOCUMENT.replace(
        "<w:body>", "<w:body>" + "".join(f"<w:p a='{number}'/>" for number in range(MOST_ELEMENTS))))),
    ("too many characters", "too_long", changed("word/document.xml", f"<document>{LONG}</document>")),
    ("elements too deep", "bomb", changed("word/document.xml", "<document>" + "<a>" * 500)),
    ("half a file", "broken", GOOD[: len(GOOD) // 2]),
    ("a broken part", "broken_xml", changed("word/document.xml", DOCUMENT[:-20])),
    ("an empty part", "broken_xml", changed("word/styles.xml", "")),
    ("entities", "doctype", changed("word/styles.xml", ENTITIES)),
    ("a file of ours named", "doctype", changed("word/footer1.xml", ELSEWHERE)),
    ("no document", "incomplete", without("word/document.xml")),
    ("another root", "incomplete", changed("word/document.xml", "<a/>")),
    ("no types", "not_word", without("[Content_Types].xml")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "data"), [row[1:] for row in UNFIT], ids=[row[0] for row in UNFIT])
def test_what_cannot_be_examined_is_named(content: Content, code: str, data: bytes) -> None:
    assert opened(data) == Unfit(code)
    with pytest.raises(FileError) as refused:
        examined(data, content.page_rules)
    assert str(refused.value) == content.page_rules.sayings[f"refused_{code}"] == examine(data, content.page_rules)


def test_every_refusal_happens(content: Content) -> None:
    said = {key.removeprefix("refused_") for key in content.page_rules.sayings if key.startswith("refused_")}
    assert said == {code for _, code, _ in UNFIT} | {"nothing"}


def test_a_file_without_a_word_is_told_so(content: Content) -> None:
    empty = changed("word/document.xml", "<document><body><p/></body></document>")
    assert examine(empty, content.page_rules) == content.page_rules.sayings["refused_nothing"]


@pytest.mark.parametrize("name", ["word/styles.xml", "word/settings.xml", "word/footer1.xml", "_rels/.rels"])
def test_a_part_the_document_can_do_without_may_be_missing(name: str) -> None:
    assert isinstance(opened(without(name)), Package)


def judged(data: bytes) -> None:
    """Whatever a file holds, it is judged without a failure inside, and in a sentence."""
    package = opened(data)
    if isinstance(package, Package):
        faults_in(package)
    text = examine(data, WORDS)
    assert text
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST


@given(st.binary(max_size=400))
@settings(max_examples=120, deadline=None)
def test_any_bytes_get_an_answer(data: bytes) -> None:
    judged(data)
    judged(b"PK\x03\x04" + data)


@given(st.integers(0, len(GOOD)), st.lists(st.integers(0, len(GOOD) * 8 - 1), max_size=8))
@settings(max_examples=120, deadline=None)
def test_a_cut_or_flipped_file_gets_an_answer(end: int, flips: list[int]) -> None:
    judged(GOOD[:end])
    data = bytearray(GOOD)
    for bit in flips:
        data[bit // 8] ^= 1 << bit % 8
    judged(bytes(data))


@given(st.randoms(use_true_random=False), st.sampled_from(sorted(parts())))
@settings(max_examples=120, deadline=None)
def test_a_part_with_its_values_and_tags_shuffled_gets_an_answer(chance: random.Random, name: str) -> None:
    """Well-formed nonsense: attributes take each other's values, elements each other's names."""
    pieces = parts()[name].split('"')
    for number in range(1, len(pieces), 2):
        if "://" not in pieces[number] and chance.random() < 0.2:
            pieces[number] = chance.choice(
                ["", "-1", "0", "9" * 30, "x", "1e400", "nan", pieces[chance.randrange(1, len(pieces), 2)]]
            )
    judged(
        changed(
            name,
            '"'.join(pieces)
            .replace("<w:pPr>", chance.choice(["<w:pPr>", "<w:rPr>", "<w:tbl>", "<w:sdt>"]))
            .replace("</w:pPr>", chance.choice(["</w:pPr>", "</w:rPr>"])),
        )
    )


@given(
    st.lists(
        st.text("一二十百、（）()附件：:12.〔〕[]2025年月日号 。.，…—-X×《》<>“抄送印发府文件\n　是第", max_size=30),
        max_size=25,
    )
)
@settings(max_examples=120, deadline=None)
def test_any_words_get_an_answer(lines: list[str]) -> None:
    """Marks, dates, numbers, names and what only looks like them, in any order."""
    judged(zipped(parts(tuple(para(run(line)) for line in lines))))


def test_a_zip_that_lies_about_its_sizes_gets_an_answer() -> None:
    data = bytearray(GOOD)
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        data[start + 24 : start + 28] = (10).to_bytes(4, "little")
        start = data.find(b"PK\x01\x02", start + 4)
    assert opened(bytes(data)) == Unfit("broken")


def test_a_long_document_is_read_in_bounded_time_and_words(content: Content) -> None:
    """Three hundred wrong paragraphs are a few lines, not three hundred."""
    buffer = io.BytesIO()
    body = "".join(f"<w:p><w:r><w:t>第{number}段,“好”(不好)<>{'-' * 9}</w:t></w:r></w:p>" for number in range(300))
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts().items():
            new = text.replace("<w:body>", "<w:body>" + body.replace("<>", "")) if name == "word/document.xml" else text
            archive.writestr(name, new)
    assert len(examined(buffer.getvalue(), content.page_rules)) < 40


def in_section(old: str, new: str) -> bytes:
    text = parts()["word/document.xml"]
    assert old in text
    return changed("word/document.xml", text.replace(old, new))


def test_a_page_as_it_was_before_a_tracked_change_is_not_judged() -> None:
    letter = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    former = f'<w:sectPrChange w:id="1" w:author="x">{letter}</w:sectPrChange>'
    assert examined(in_section("</w:sectPr>", f"{former}</w:sectPr>"), WORDS) == ()


def test_a_first_page_set_apart_wants_its_own_page_number() -> None:
    apart = in_section("<w:docGrid", "<w:titlePg/><w:docGrid")
    assert [finding.rule for finding in examined(apart, WORDS)] == ["Q1"]


def test_a_level_of_five_thousand_digits_is_no_level() -> None:
    levels = f'<numbering><abstractNum abstractNumId="0"><lvl ilvl="{"9" * 5000}"/></abstractNum></numbering>'
    judged(changed("word/numbering.xml", levels))


def test_a_way_of_packing_that_word_does_not_know_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, text in parts().items():
            archive.writestr(name, text)
    assert opened(buffer.getvalue()) == Unfit("broken")
