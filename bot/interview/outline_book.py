"""What the lines of a pack's 题单 look like: codes, labels, headings, choices; where one begins inside another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from bot.interview.numerals import folded
from bot.interview.outline_marks import condition_hint, kind_hint, numbered
from bot.interview.pack import Pack, Question
from bot.interview.wording import fill

CODE = re.compile(
    r"(?<![0-9A-Za-z.])([0-9]{1,2}) ?[.。·] ?([0-9]{1,2})(?![0-9]|\.[0-9])(?: ?[-–—] ?([0-9]{1,3})(?![0-9]))?"
)
"""A question's code, 5.4, and behind it perhaps the number of an item: 11.1-2."""

HINT = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)")
EQUALS = re.compile(r"\s*[:=∶]+\s*")
SEPARATORS = " ;,、。\t"
_SECTION = re.compile(r"【 ?([0-9]{1,2}) ?([^【】]{1,20})】")
_NUMBERED = re.compile(rf"[\W_]*(?:第 ?)?(?:{CODE.pattern}|[0-9]{{1,2}})?(?: ?题)?[\W_]*")


@dataclass(frozen=True)
class Book:
    """What lines can name: questions by code, and by label as it reads folded, the longest first."""

    pack: Pack
    by_code: dict[str, Question]
    labels: tuple[tuple[str, Question], ...]
    label: re.Pattern[str]
    notes: re.Pattern[str]
    heads: re.Pattern[str]
    title: re.Pattern[str]


def book(pack: Pack) -> Book:
    """Look up what the lines of a pack's sheets can name."""
    labels = sorted(((folded(q.label), q) for q in pack.questions.values()), key=lambda pair: -len(pair[0]))
    notes = "|".join(filter(None, (_note(pack, q) for q in pack.asked.values()))) or "(?!)"
    keys = ("outline_how", "outline_for_whole", "outline_for_missing", "outline_for_holder")
    named = {"pack": re.escape(folded(pack.name)), "year": "(?P<year>[0-9]{4})", "unit": "(?P<unit>.{0,60}?)"}
    title = _pattern(pack.phrases["outline_title"], named)
    heads = "|".join((title, *(_pattern(pack.phrases[key].strip("。"), named) for key in keys)))
    by_code = {code: pack.asked[id_] for id_, code in pack.codes.items()}
    texts = "|".join(re.escape(text) for text, _ in labels)
    label = re.compile(rf"({texts})(?:{HINT.pattern})?\s*[:=∶]")
    return Book(pack, by_code, tuple(labels), label, re.compile(notes), re.compile(heads), re.compile(title))


def _pattern(text: str, named: Mapping[str, str] = MappingProxyType({})) -> str:
    """Write a sentence as a pattern; a {place} of it may read anything, or what is named."""
    marked = folded(fill(text, lambda name: f"\0{name}\0"))
    parts = re.split("\0([a-z_]+)\0", marked)
    return "".join(
        named.get(part, "[^:①-⑳【】]{0,60}?") if at % 2 else r"\s*".join(map(re.escape, part.split(" ")))
        for at, part in enumerate(parts)
    )


def _note(pack: Pack, question: Question) -> str:
    """Write the line of a question's choices as a pattern, whatever the unit's words are."""
    if not question.choices:
        return ""
    choices = "".join(
        re.escape(folded(numbered(at))) + r"\s*" + _pattern(choice.label) for at, choice in enumerate(question.choices)
    )
    key = "outline_choices_or_own" if question.other else "outline_choices"
    before, _, behind = folded(fill(pack.phrases[key], {"choices": "\0"})).partition("\0")
    return rf"{re.escape(before)}\s*{choices}{re.escape(behind)}"


def parted(book: Book, raw: str) -> list[tuple[str, bool]]:
    """Cut a line where another line of a sheet begins inside it; True with a part that only its label tells."""
    text = folded(raw)
    codes = {match.start() for match in CODE.finditer(text) if match.start() and _begins(book, text, match)}
    cuts = codes | {match.start() for match in _SECTION.finditer(text) if _is_section(book, match)}
    cuts |= {match.start() for pattern in (book.notes, book.heads) for match in pattern.finditer(text)}
    weak, by_label = set(), {label: question.id for label, question in book.labels}
    for match in book.label.finditer(text):
        before = text[max([0, *(cut for cut in cuts if cut <= match.start())]) : match.start()]
        if ":" not in before and _NUMBERED.fullmatch(before):
            continue  # the label of the line itself
        sure = match[2] is not None and is_hint(book.pack, by_label[match[1]], match[2])
        if sure or before[-1] in SEPARATORS:
            cuts.add(match.start())
            weak |= set() if sure else {match.start()}
    return [(raw[start:end], start in weak) for start, end in pairwise(sorted({0, *cuts, len(raw)}))]


def _begins(book: Book, text: str, code: re.Match[str]) -> bool:
    """Tell whether a code inside a line begins another: its own label follows, or a colon, or the text of an item."""
    question = book.by_code.get(f"{int(code[1])}.{int(code[2])}")
    if question is None:
        return False
    behind = text[code.end() : code.end() + 80]
    if code[3]:
        return question.collects and behind[:1] in ("", " ", ":") and not CODE.fullmatch(text[: code.start()].strip())
    if label_at(book, behind.lstrip(" 、"), 0):  # its own label, or another's: then both are doubted
        return True
    apart = text[code.start() - 1] in SEPARATORS
    hint = HINT.match(behind)
    return apart and EQUALS.match(behind, hint.end() if hint else 0) is not None


def _is_section(book: Book, match: re.Match[str]) -> bool:
    sections, number = book.pack.sections, int(match[1])
    return 1 <= number <= len(sections) and folded(sections[number - 1].title) == match[2].strip()


def is_heading(book: Book, text: str) -> bool:
    """Tell the heading of a section, or what is left of one: 【5 普法】, 普法】."""
    if not text.startswith("【") and not text.endswith("】"):
        return False
    titles = {f"{at}{key_of(section.title)}" for at, section in enumerate(book.pack.sections, 1)}
    return key_of(text) in titles | {title.lstrip("0123456789") for title in titles}


def label_at(book: Book, text: str, at: int) -> tuple[str, Question] | None:
    """Find the longest label that stands at a place."""
    return next(((label, question) for label, question in book.labels if text.startswith(label, at)), None)


def is_hint(pack: Pack, question_id: str, text: str) -> bool:
    """Tell whether all that stands in brackets was printed there by us."""
    question = pack.asked[question_id]
    before = tuple(folded(fill(pack.phrases[key], {"text": ""})) for key in ("outline_last_year", "outline_default"))
    ours = (kind_hint(pack, question), *(condition_hint(pack, each) for each in question.when))
    printed = re.compile("|".join(map(_pattern, ours)))
    return all(piece.strip().startswith(before) or printed.fullmatch(piece.strip()) for piece in text.split(";"))


def key_of(text: str) -> str:
    """Keep letters, hanzi and digits."""
    return "".join(char for char in folded(text).lower() if char.isalnum())
