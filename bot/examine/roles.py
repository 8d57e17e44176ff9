"""What each paragraph of a report is, told by its place and its words, since its looks may be wrong; judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.examine.model import File, Para

_SPELT = "一二三四五六七八九十百零〇"


class Role(StrEnum):
    """What a paragraph is; OTHER: a red head, a contents line, a table, which no rule of ours speaks of."""

    NUMBER = "number"
    TITLE = "title"
    SUBTITLE = "subtitle"
    ADDRESSEE = "addressee"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    BODY = "body"
    ANNEX_NOTE = "annex_note"
    NAME = "name"
    DATE = "date"
    NOTE = "note"
    ANNEX_MARK = "annex_mark"
    COLOPHON = "colophon"
    TABLE = "table"
    OTHER = "other"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
BODY = (Role.BODY, *HEADINGS)

MARKS = (
    re.compile(rf"[{_SPELT}]{{1,4}}\s?[、，,.．：:]\s*"),
    re.compile(rf"[（(]\s?[{_SPELT}]{{1,4}}\s?[)）]\s*[、，,.．]?\s*"),
    re.compile(r"[0-9０-９]{1,2}\s?[.．、](?![0-9０-９])\s*"),
    re.compile(r"[（(]\s?[0-9０-９]{1,2}\s?[)）]\s*[、，,.．]?\s*"),
)
"""How a heading of each level begins, faulty ways among them."""

_KIND = re.compile(
    "(?:报告|总结|通知|意见|方案|计划|要点|办法|规定|决定|公告|通告|通报|请示|批复|函|纪要|情况|规划|细则)[。 ]*$"
)
REFERENCE = re.compile(r"[〔\[［（(【][0-9０-９]{4}[〕\]］）)】]\s?(?:第\s?)?[0-9０-９]{1,4}\s?号")
_PART = rf"[{_SPELT}0-9０-９Xx×]{{1,3}}\s?"
DATE_LIKE = re.compile(
    rf"[{_SPELT}○O0-9０-９Xx×]{{2,4}}\s?[年./\-．－]\s?{_PART}[月./\-．－]\s?{_PART}[日号]?|[〔【\[].{{0,20}}日期.{{0,4}}[〕】\]]"
)
"""A date however written, or what holds its place."""

_ANNEX_NOTE = re.compile(r"附\s{0,4}件?\s{0,2}[0-9]?\s?[:：]|附件\s?[0-9]\s?[.．、]?\s?\S")
_ANNEX_MARK = re.compile(rf"附\s{{0,4}}件\s{{0,2}}[0-9０-９{_SPELT}]{{0,3}}\s?[:：]?")
_OFFICE = re.compile("(?:府|局|办|委|厅|院|处|会|室|关|门|位|队|所|站|中心|部)$")
_PLACE = re.compile("[区县市州旗镇乡各]")
_SENT_TO = re.compile(r"[^，,、：:]{2,40}(?:[，,、][^，,、：:]{2,40}){0,12}[：:]")
_COLOPHON = re.compile(r"抄\s?送|[^。]{2,60}印\s?发$")
_SENTENCE = re.compile(r"[。；;]")


@dataclass(frozen=True, slots=True)
class Read:
    """A paragraph with its role, how many blank ones stand above it, and how much of its text is a heading.

    `annex`: which annex it is in, 0 for the report itself.
    """

    para: Para
    role: Role
    blanks: int = 0
    head: int = 0
    annex: int = 0

    @property
    def text(self) -> str:
        """The text without the blanks around it."""
        return self.para.text.strip()


def classified(file: File) -> tuple[Read, ...]:
    """Tell the role of every paragraph with text, in order."""
    filled = [(para, blanks) for para, blanks in _with_blanks(file.paras) if not para.table]
    roles = _roles([para for para, _ in filled])
    result: list[Read] = []
    annex = 0
    for (para, blanks), role in zip(filled, roles, strict=True):
        annex += role is Role.ANNEX_MARK
        result.append(Read(para, role, blanks, _head(para, role), annex))
    return (*result, *_in_tables(file))


def _with_blanks(paras: Sequence[Para]) -> Iterator[tuple[Para, int]]:
    blanks = 0
    for para in paras:
        if para.blank and not para.table:
            blanks += 1
        else:
            yield para, 0 if para.new_page else blanks
            blanks = 0


def _in_tables(file: File) -> Iterator[Read]:
    """Tell the colophon, a short last table of its own words, from any other table."""
    filled = [para for para in file.paras if para.table and not para.blank]
    last = "".join(para.text for para in filled if para.table == len(file.tables))
    ends = len(last) < 400 and bool(_COLOPHON.search(last))
    for para in filled:
        yield Read(para, Role.COLOPHON if ends and para.table == len(file.tables) else Role.TABLE)


def _roles(paras: Sequence[Para]) -> list[Role]:
    texts = [para.text.strip() for para in paras]
    roles = [Role.BODY] * len(paras)
    start = _begin(texts, roles)
    start = _titled(paras, start, roles)
    annex = next((at for at in range(start, len(paras)) if _begins_annex(paras, at)), len(paras))
    _ended(texts, start, annex, roles)
    for at in range(annex, len(paras)):
        if _begins_annex(paras, at):
            roles[at] = Role.ANNEX_MARK
            _titled(paras, at + 1, roles)
    for at, role in enumerate(roles):
        if role is Role.BODY:
            roles[at] = _level(texts[at])
    return roles


def _begin(texts: Sequence[str], roles: list[Role]) -> int:
    """Find the document's number and the red head above the title; give where the title may begin."""
    for at, text in enumerate(texts[:6]):
        if len(text) > 40:
            break
        if REFERENCE.search(text) and not _SENTENCE.search(text) and "《" not in text:
            roles[:at] = [Role.OTHER] * at
            roles[at] = Role.NUMBER
            return at + 1
    if texts and texts[0].endswith("文件") and len(texts) > 1 and len(texts[0]) < 30:
        roles[0] = Role.OTHER
        return 1
    return 0


def _titled(paras: Sequence[Para], start: int, roles: list[Role]) -> int:
    """Find the lines of a title, and what stands between it and the body; give where the body begins."""
    at = start
    while at < len(paras) and at - start < 5 and _is_title(paras, start, at):
        roles[at] = Role.TITLE
        at += 1
    while at < len(paras) and at > start and re.fullmatch(r"[（(].{1,40}[)）]|——.{1,40}", paras[at].text.strip()):
        roles[at] = Role.SUBTITLE
        at += 1
    if at < len(paras) and _is_addressee(paras[at].text.strip()):
        roles[at] = Role.ADDRESSEE
        at += 1
    return at


def _is_title(paras: Sequence[Para], start: int, at: int) -> bool:
    text = paras[at].text.strip()
    if _level(text) is not Role.BODY or text.endswith(("：", ":")) or len(text) > 70 or _is_addressee(text):
        return False
    if "。" in text[:-1] or text.startswith(("（", "(", "——")):
        return False
    if at == start:
        return not text.endswith("。") or paras[at].align == "center"
    return (
        not _KIND.search(paras[at - 1].text)
        and len(text) <= 45
        and (not text.endswith("。") or paras[at].align == "center")
    )


def _is_addressee(text: str) -> bool:
    if re.search(r"如下|汇报|报告|总结|。|；", text) or len(text) > 80:
        return False
    unmarked = len(text) <= 12 and _OFFICE.search(text) and _PLACE.match(text) and not _KIND.search(text)
    return bool(unmarked or _SENT_TO.fullmatch(text))


def _begins_annex(paras: Sequence[Para], at: int) -> bool:
    """Tell the mark of an annex from the list of annexes: it stands alone, and a title comes behind it."""
    if at < 2 or at + 1 >= len(paras) or not _ANNEX_MARK.fullmatch(paras[at].text.strip()):
        return False
    return paras[at].new_page or not MARKS[2].match(paras[at + 1].text.strip())


def _ended(texts: Sequence[str], start: int, end: int, roles: list[Role]) -> None:
    """Find what stands under the body: annexes, names, date, note, and a colophon that is no table."""
    last = next(
        (at for at in range(start, end) if re.match(r"抄\s?送|.{2,40}印\s?发$", texts[at]) and at > end - 5), end
    )
    roles[last:end] = [Role.COLOPHON] * (end - last)
    dates = [at for at in range(start, last) if DATE_LIKE.fullmatch(texts[at]) and at > last - 6]
    date = dates[-1] if dates else last
    if dates:
        roles[date] = Role.DATE
    for at in range(date + 1, last):
        if texts[at].startswith(("（", "(")) and texts[at].endswith(("）", ")")):
            roles[at] = Role.NOTE
    at = date - 1
    while dates and at >= start and date - at <= 10 and _is_name(texts[at]):
        roles[at] = Role.NAME
        at -= 1
    listed = next((at for at in range(start, date) if _ANNEX_NOTE.match(texts[at]) and at > date - 20), None)
    for number in range(listed, at + 1) if listed is not None else ():
        if number == listed or MARKS[2].match(texts[number]):
            roles[number] = Role.ANNEX_NOTE


def _is_name(text: str) -> bool:
    if re.search(r"[。；：！？:;]|^特此|^[（(]", text) or len(text) > 40 or _ANNEX_NOTE.match(text):
        return False
    return _level(text) is Role.BODY and (len(text) <= 16 or bool(_OFFICE.search(text)))


def _level(text: str) -> Role:
    for role, mark in zip(HEADINGS, MARKS, strict=True):
        if mark.match(text):
            return role
    return Role.BODY


def _head(para: Para, role: Role) -> int:
    """Count the characters of the text that are the heading: all of it, or up to the first full stop."""
    if role not in HEADINGS:
        return 0
    stop = para.text.find("。")
    return len(para.text) if stop < 0 or not para.text[stop + 1 :].strip() else stop + 1
