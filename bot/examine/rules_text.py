"""The words themselves: punctuation, digits, numbers of documents, what was left over: L1 to L8, G1; knows no looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.examine.faults import Fault
from bot.examine.model import File
from bot.examine.roles import HEADINGS, MARKS, REFERENCE, Read, Role

_HAN = "\u3400-\u9fff"
_GONE = "\x00"
"""Stands for what another rule judges."""

_HALF = re.compile(rf"(?<=[{_HAN}”》）])[,;:?!]|[,;:?!](?=[{_HAN}“《（])|(?<=[{_HAN}])\.(?=[{_HAN}]|$)")
_BRACKET = re.compile(rf"[(](?=[{_HAN}“《])|(?<=[{_HAN}”》])[()]|[)](?=[{_HAN}，。、；])")
_QUOTE = re.compile(rf"[\"'](?=[{_HAN}《])|(?<=[{_HAN}》。，！？])[\"']")
_BLANK = re.compile("\u3000| {2}")
_DIGIT = re.compile("[０-９]{1,20}")
_YEAR = re.compile(rf"(?<![0-9０-９{_HAN}])[0-9]{{2}}年(?=[0-9]{{1,2}}月|度)|[’'][0-9]{{2}}年")
_RANGE = re.compile(r"(?<![0-9])[0-9]{4}年?\s?(?:[-–~]|—{2})\s?[0-9]{4}年")
_NESTED = re.compile(rf"<[^<>]{{0,40}}[{_HAN}][^<>]{{0,40}}>|《[^《》]{{0,60}}《")
_RUN = re.compile(r"\.{3,20}|。{2,20}|…{1,20}|-{2,20}|—{3,20}|－{2,20}")
_LEFT = re.compile(
    r"[×✕]{2,20}|(?<![A-Za-z0-9])[Xx]{2,20}(?![A-Za-z0-9])|_{3,40}|[〔【\[][^〔【\[\]】〕]{0,10}"
    r"(?:待填|待定|待补|待核|此处|填写)[^〔【\[\]】〕]{0,30}[〕】\]]|\[bookmark[^\]]{0,40}\]?|\*\*|```|\{\{|\}\}|^#{1,6}\s|^[-*+]\s|TODO"
)
_NUMBER = re.compile(r"〔[0-9]{4}〕[1-9][0-9]{0,3}号")


def _prose(read: Read) -> str:
    """Give the text without what other rules judge: a heading's mark, the end of an addressee, document numbers."""
    text = read.para.text.rstrip()
    start = len(text) - len(text.lstrip())
    if read.role in HEADINGS and (mark := MARKS[HEADINGS.index(read.role)].match(text[start:])):
        start += mark.end()
    elif read.role in (Role.ANNEX_NOTE, Role.ANNEX_MARK, Role.COLOPHON) and (
        lead := re.match(r"\s*\S{1,4}?[:：]", text)
    ):
        start = lead.end()
    if read.role is Role.ADDRESSEE or (read.role in HEADINGS[:2] and read.head == len(read.para.text)):
        text = text[:-1]
    if read.role is Role.ANNEX_NOTE or read.role is Role.NOTE:
        text = text.rstrip("。；;，,.)")
        start += read.role is Role.NOTE
    if read.role in (Role.DATE, Role.OTHER):
        return ""
    return _GONE * start + REFERENCE.sub(lambda found: _GONE * len(found[0]), text[start:])


def marks(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """L1: full-width marks beside hanzi, no blanks for room; a title's marks are T5's."""
    for read in reads:
        text = _prose(read)
        if read.role is not Role.TITLE:
            for found in _HALF.finditer(text):
                yield Fault("L1", "mark", read.para, {"mark": found[0]}, _around(text, found))
        for found in _BRACKET.finditer(text):
            yield Fault("L1", "bracket", read.para, {}, _around(text, found))
        for found in _QUOTE.finditer(text):
            yield Fault("L1", "quote", read.para, {}, _around(text, found))
        body = text.strip("\x00") if read.role in (Role.TABLE, Role.NAME) else text
        if read.role is not Role.COLOPHON and (found_blank := _BLANK.search(body.strip())):
            yield Fault("L1", "blank", read.para, {}, _around(body.strip(), found_blank))


def _around(text: str, found: re.Match[str]) -> str:
    """Give the characters round a find, so that it is found again in the paragraph."""
    return text[max(found.start() - 4, 0) : found.end() + 4].replace(_GONE, "")


_SIMPLE = (
    ("L2", "digit", "digit", _DIGIT),
    ("L3", "year", "year", _YEAR),
    ("L3", "range", "range", _RANGE),
    ("L4", "mark", "mark", re.compile("》、(?=《)|”、(?=“)")),
    ("L5", "mark", "mark", _NESTED),
)
"""Rule, case, the fact that quotes what is found, how it is found."""


def words(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """L2 to L8: what a search finds."""
    for read in reads:
        text = _prose(read)
        for rule, case, fact, search in _SIMPLE:
            for found in search.finditer(text):
                yield Fault(rule, case, read.para, {fact: found[0][:20]}, _around(text, found))
        for found in _RUN.finditer(text):
            if found[0] not in ("……", "—"):
                yield Fault("L6", "mark", read.para, {"mark": found[0]}, _around(text, found))
        for found in _LEFT.finditer(read.text) if read.role is not Role.OTHER else ():
            yield Fault("L8", "left", read.para, {}, _around(read.text, found))


def references(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """G1: a document's number has 〔〕, the whole year, no 第 and no zero in front."""
    for read in reads:
        for found in REFERENCE.finditer(read.para.text):
            if not _NUMBER.fullmatch(found[0]):
                yield Fault("G1", "form", read.para, {"number": found[0]}, found[0])
