"""A filled 题单 into what it says to each question, and what of it says nothing; knows no present answer.

What stands twice in different words is handed back, and so is whatever could belong to another question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.interview.answers import Clock, Refused, understand
from bot.interview.gaps import around_gap, gap_in
from bot.interview.numerals import folded
from bot.interview.outline_book import CODE, Book, book
from bot.interview.outline_lines import Line, Way, doubted, lines, takes_words
from bot.interview.pack import Kind, Pack, Question
from bot.interview.reading import visible
from bot.interview.values import Nothing

_FORWARDED = re.compile(r"(?:^|\s|;)\S{1,20}\s+(?:上午|下午)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\s;,。、]*$")

PLAN_NAMED = re.compile(r"\s*〔([^〔〕]*)〕\s*[:：]\s*")
"""How a sheet names one of last year's plans, before what became of it."""

_PLAN_LAST = re.compile(r"〔[^〔〕]*〕\s*$")

_ANY_DAY = Clock(2000, date(2000, 1, 1))

MOST_SHEET = 60_000
"""Characters of a sheet that are read."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that nothing was taken from, and why: a refusal of its answer, or else what is wrong with the line."""

    number: int
    text: str
    why: str
    facts: Mapping[str, str] = field(default_factory=dict)
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a sheet says to one question: one text, or the items of a list by their numbers and those without one."""

    question: str
    lines: tuple[Line, ...]
    text: str = ""
    items: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet as read: what it says in the order of asking, what is handed back, what was left empty.

    `titles`: the units and years it says it is of.
    """

    told: tuple[Told, ...]
    unread: tuple[Unread, ...]
    emptied: tuple[str, ...] = ()
    titles: tuple[tuple[str, int], ...] = ()


def is_sheet(pack: Pack, text: str) -> bool:
    """Tell whether a text is a sheet: two of its lines bear codes that fit, or one below a sheet's title."""
    if len(CODE.findall(folded(text[:MOST_SHEET]))) < 2:
        return False
    found = book(pack)
    read = list(lines(found, visible(text)[:MOST_SHEET]))
    sure = {line.question for line in read if line.way in (Way.BOTH, Way.ITEM)}
    sure |= {line.question for line in read if line.way is Way.CODE and _fits(found, line)}
    labels = {question.label for question in pack.questions.values()}
    sure |= {line.raw for line in read if line.doubt == "disagrees" and line.other.partition("\0")[2] in labels}
    return len(sure) > 1 or (bool(sure) and bool(read_titles(pack, text)))


def _fits(book: Book, line: Line) -> bool:
    """Tell whether the answer behind a code alone could be meant for nothing else."""
    question = book.pack.asked[line.question]
    return not takes_words(question) and not isinstance(understand(question, line.typed, _ANY_DAY), Refused)


def read_outline(pack: Pack, text: str, clock: Clock) -> Reading:
    """Read a sheet line by line."""
    found, text = book(pack), visible(text)
    read = [_alone(pack, line) for line in _blocks(found, _trusted(list(lines(found, text[:MOST_SHEET]))))]
    unread = [_handed_back(pack, line) for line in read if line.way is Way.DOUBT]
    by_question: dict[str, list[Line]] = defaultdict(list)
    for line in read:
        if line.question:
            by_question[line.question].append(line)
    told, emptied = [], []
    for id_ in (id_ for id_ in pack.asked if id_ in by_question):
        said, twice = _said(pack, pack.asked[id_], by_question[id_], clock)
        unread += twice
        if said.text or said.items:
            told.append(said)
        elif not twice and said.lines:
            emptied.append(id_)
    unread.sort(key=lambda each: each.number)
    return Reading(tuple(told), tuple(unread), tuple(emptied), read_titles(pack, text))


def read_titles(pack: Pack, text: str) -> tuple[tuple[str, int], ...]:
    """Give the units and years a text says it is a sheet of."""
    found = book(pack).title.finditer(folded(text[:MOST_SHEET]))
    return tuple(dict.fromkeys((match["unit"].strip(), int(match["year"])) for match in found))


def _trusted(read: list[Line]) -> list[Line]:
    """Doubt every code that stands alone where another one disagrees with its label: the numbering is another's."""
    if not any(line.doubt == "disagrees" for line in read):
        return read
    sure = {line.question for line in read if line.way is Way.BOTH}
    return [
        doubted(line, "code") if line.way is Way.CODE or (line.way is Way.ITEM and line.question not in sure) else line
        for line in read
    ]


def _blocks(book: Book, read: list[Line]) -> Iterator[Line]:
    """Give every line that names nothing to the list or text above it; one below an empty line is its answer."""
    block = waits = ""
    for line in read:
        if line.way is Way.NOTE:
            continue
        if line.way is Way.NOISE:
            block = waits = ""
            continue
        if block and _could_be_content(book, line):
            unsure = line.way is Way.CODE or line.doubt == "code"
            yield doubted(line, "either") if unsure else replace(line, way=Way.FREE, question=block, typed=line.raw)
            block = "" if unsure else block
            continue
        if line.way is Way.FREE:
            yield replace(line, question=waits) if waits else doubted(line, "stray")
            waits = ""
            continue
        yield line
        question = book.pack.asked.get(line.question)
        block = line.question if question and question.collects else ""
        waits = line.question if question and not line.typed and not takes_words(question) else ""


def _alone(pack: Pack, line: Line) -> Line:
    """Doubt own words with a name and a time of day behind them, as a messenger puts before what is forwarded.

    And those in which one of last year's plans is named, but for the one they begin with and say what became of;
    and the item of a list whose gap is still empty, so that the other items are read.
    """
    kept = folded(pack.phrases["outline_as_is"])
    if not line.question or not takes_words(pack.asked[line.question]) or folded(line.typed) == kept:
        return line
    if pack.asked[line.question].kind is Kind.LIST and gap_in(line.typed):
        return doubted(line, "gap")
    of_plans = bool(pack.asked[line.question].of)
    plan = PLAN_NAMED.match(line.typed) if of_plans else None
    behind = line.typed[plan.end() if plan else 0 :]
    if PLAN_NAMED.search(behind) or (of_plans and _PLAN_LAST.search(behind)):
        return doubted(line, "either")
    return doubted(line, "forward") if _FORWARDED.search(folded(line.typed)) else line


def _could_be_content(book: Book, line: Line) -> bool:
    """Tell whether a line below the head of a list may be one of its items, for all that it bears a number or so."""
    if line.way in (Way.FREE, Way.PART) or line.doubt in ("several", "code"):
        return True
    return line.way is Way.CODE and not _fits(book, line)


def _said(pack: Pack, question: Question, read: list[Line], clock: Clock) -> tuple[Told, list[Unread]]:
    """Put together what is said to one question; what is said twice, and differs, is handed back."""
    kept = folded(pack.phrases["outline_as_is"])
    read = [line for line in read if folded(line.typed) != kept]
    full = [line for line in read if line.typed]
    nothings = [line for line in full if isinstance(_meaning(question, line.typed, clock), Nothing)]
    if nothings or not question.collects:
        clashing = full if len({_meaning(question, line.typed, clock) for line in full}) > 1 else []
        text = full[0].typed if full and not clashing else ""
        return Told(question.id, tuple(read), text), [_twice(pack, line) for line in clashing]
    numbered: dict[int, set[str]] = defaultdict(set)
    for line in full:
        numbered[line.item].add(line.typed)
    clashing = [line for line in full if line.item and len(numbered[line.item]) > 1]
    items = dict.fromkeys((line.item, line.typed) for line in full if line not in clashing)
    ordered = sorted(items, key=lambda item: item[0] or 10**6)
    return Told(question.id, tuple(read), items=tuple(ordered)), [_twice(pack, line) for line in clashing]


def _meaning(question: Question, typed: str, clock: Clock) -> object:
    """Give what a text means, so that 16 and 十六 are one; the text itself where it means nothing."""
    meant = understand(question, typed, clock)
    return typed if isinstance(meant, Refused) else meant


def _twice(pack: Pack, line: Line) -> Unread:
    return Unread(line.number, line.raw, "twice", {"label": pack.asked[line.question].label})


def _handed_back(pack: Pack, line: Line) -> Unread:
    """Say why nothing was taken from a line."""
    facts: dict[str, str] = {}
    match line.doubt:
        case "disagrees":
            label, _, other = line.other.partition("\0")
            facts = {"label": label, "other": other}
        case "several":
            facts = {"labels": line.other}
        case "gap":
            facts = {"typed": around_gap(line.raw)}
        case "not_list":
            facts = {"label": line.other}
    return Unread(line.number, line.raw, line.doubt, facts)
