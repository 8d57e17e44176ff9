"""Titles of documents with their 文号 and issuer, as people type them; knows no document."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.interview import numerals
from bot.interview.choices import by_number, exactly
from bot.interview.pack import Question
from bot.interview.reading import ENDING, HANZI, MOST_WORDS, Clock, Refused, one_line, shown
from bot.interview.values import Reference

_LEFT, _RIGHT = "〔[［（(【﹝", "〕]］）)】﹞"
_D = "[0-9０-９]"
_YEAR_AND_NUMBER = rf"[{re.escape(_LEFT)}]\s*({_D}{{4}})\s*[{re.escape(_RIGHT)}]\s*第?\s*({_D}{{1,5}})\s*号?"
_CODE = re.compile(rf"([{HANZI}]{{1,20}})\s*{_YEAR_AND_NUMBER}")
_CODE_AT_END = re.compile(rf"\s*{_YEAR_AND_NUMBER}\s*[)）]?$")
_PAREN = r"[（(](?:[^（()）]|[（(][^（()）]*[)）])*[)）]"
_BEHIND = re.compile(rf"\s*(?:({_PAREN})|({_CODE.pattern}))")
_GENRES = re.compile(
    "通知|意见|决定|决议|办法|方案|要点|规划|纲要|条例|规定|细则|公告|通告|批复|报告|计划|清单|评分表|分工表|任务表|》"
    "|(?:工作安排|责任分工|目录|规则|规程|制度|预案|标准|体系|公约|民约|章程|准则|指引|指南|台账)(?=$|[（(\\s])"
    "|中华人民共和国.{1,20}法(?=$|[（(\\s])"
)
_INNER = str.maketrans("《》<>＜＞", "〈〉〈〉〈〉")

_JOINS = re.compile(r"(?:[\s、，,；;。.：:]|和(?!平)|以?及|与)*")
_BEFORE = re.compile(r"(?:[\s、，,；;。.：:]|和(?!平)|以?及|与|学习了?|传达了?|贯彻|落实|根据|按照|依据|依照)*")
_AFTER = re.compile(r"(?:联合|共同)?(?:印发|发布|下发|制定|出台|转发|公布|关于)*的?[\s：:]*$")
_LEFT_OVER = re.compile(r"(?:[\s、，,；;。.！!]|等|的|文件|精神|和|以?及|与|[0-9一二三四五六七八九十]+[份个部件])*")
_LONGEST = 2_000


def parted(line: str) -> list[str]:
    """Cut a line that names several documents into one text for each."""
    spans = _titles(line) if len(line) <= _LONGEST else []
    if len(spans) < 2 or _has_its_title_inside(line, spans):
        return [line]
    cuts, at = [0], 0
    for start, end in spans:
        if start < at:  # 以下简称《纲要》
            continue
        if at and (joins := _JOINS.match(line, at)):
            cuts.append(joins.end())
        at = _behind(line, end)[1]
    return [line[start:end].strip() for start, end in pairwise([*cuts, len(line)])]


def document_ref(question: Question, text: str, clock: Clock) -> Reference | Refused:
    """Read one document: its number in the library, or 《title》 with issuer before and 文号 behind."""
    number = by_number(text)
    if number is not None and question.choices:
        if not 1 <= number <= len(question.choices):
            return Refused("library", {"typed": shown(text), "most": str(len(question.choices))})
        return _written(question.choices[number - 1].label)
    entry = exactly(question, text)
    if number is not None and entry is None:
        return Refused("title", {"typed": shown(text)})
    return _written(next((choice.label for choice in question.choices if choice.id == entry), text))


def _written(typed: str) -> Reference | Refused:
    text = one_line(typed).strip(ENDING)
    if len(text) > _LONGEST:
        return Refused("too_long", {"most": str(MOST_WORDS)})
    spans = _titles(text)
    plain = not spans or _has_its_title_inside(text, spans)
    found = _without_marks(text) if plain else _with_marks(text, *spans[0])
    if found is None:
        return Refused("reference", {"typed": shown(text)})
    if not any(char.isalpha() for char in found.title):
        return Refused("title", {"typed": shown(text)})
    if len(found.title) > MOST_WORDS or len(found.issuer) > MOST_WORDS:
        return Refused("too_long", {"most": str(MOST_WORDS)})
    return found


def _titles(text: str) -> list[tuple[int, int]]:
    """Find where outermost 《…》 begin and end; one left open ends at the last 》 or with the text."""
    spans, start, depth = [], 0, 0
    for at, char in enumerate(text):
        if char == "《":
            start = at if not depth else start
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if not depth:
                spans.append((start, at + 1))
    if depth:
        spans.append((start, text.rfind("》", start) + 1 or len(text)))
    return spans


def _has_its_title_inside(text: str, spans: list[tuple[int, int]]) -> bool:
    """Tell a title typed without marks of its own: 关于印发《…》的通知."""
    behind = text[spans[-1][1] :].lstrip()
    return behind.startswith("的") and _GENRES.search(behind) is not None


def _behind(text: str, at: int) -> tuple[list[str], int]:
    """Give what belongs to a title behind its 》, in （） or as a 文号, and where that ends."""
    found = []
    while match := _BEHIND.match(text, at):
        found.append(match[1][1:-1].strip() if match[1] else match[2])
        at = match.end()
    return found, at


def _with_marks(text: str, start: int, end: int) -> Reference | None:
    title = text[start + 1 : end].removesuffix("》").strip()
    number = ""
    notes, at = _behind(text, end)
    for note in (note for note in notes if "简称" not in note):
        code = _CODE.search(note)
        if code and code[0] == note:
            numbered = _number(code[1], code[2], code[3])
        elif code:
            return None
        else:
            numbered = note if note.endswith("号") else ""
        if numbered and number:
            return None
        number = numbered or number
        title += "" if numbered or not title else f"（{note}）"  # 《…办法》（试行）
    before = _BEFORE.match(text)
    issuer = _AFTER.sub("", text[before.end() if before else 0 : start]).strip("（() ")
    ahead = _CODE.match(issuer)
    if ahead and not number:  # 国办发〔2025〕1号《…》
        number, issuer = _number(ahead[1], ahead[2], ahead[3]), issuer[ahead.end() :].strip(" ）)，,")
    rest = _LEFT_OVER.fullmatch(text, at)
    return Reference(title.translate(_INNER), number, issuer) if rest else None


def _without_marks(text: str) -> Reference | None:
    """Read a line without 《》 as a title, perhaps with a 文号; None: it is none, or the 文号 starts anywhere."""
    ending = _CODE_AT_END.search(text)
    if ending is None and not _GENRES.search(text):
        return None
    if ending is None:
        return Reference(text.strip("《》").translate(_INNER).strip())
    head = text[: ending.start()]
    run = re.search(rf"[{HANZI}]*$", head[-100:])
    genre = max((match.end() for match in _GENRES.finditer(head)), default=0)
    start = max(len(head) - len(run[0]) if run else 0, genre)
    sign, title = head[start:], head[:start].rstrip(" （(，,、")
    if not 1 <= len(sign) <= 20:
        return None
    return Reference(title.translate(_INNER), _number(sign, ending[1], ending[2]))


def _number(sign: str, year: str, number: str) -> str:
    return f"{sign}〔{numerals.folded(year)}〕{int(numerals.folded(number))}号"
