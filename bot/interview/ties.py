"""Own words and the answers in them: which figure is whose, and where an answer is no longer what the words say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.interview.amendments import Act, Amended, Place, Tie
from bot.interview.known import Known, Standing
from bot.interview.numerals import folded
from bot.interview.pack import Kind
from bot.interview.passages import Sentence
from bot.interview.rewording import LEAD

FIGURES = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT})

_FIGURE = re.compile("[0-9][0-9,]*(?:[.][0-9]+)?[余多]?[千万亿]{0,2}[余多]?%?")
_OTHER = re.compile(
    "〔[^〕]*〕|（(?:19|20)[0-9]{2}[^）]*）|《[^》]*》|(?:19|20)[0-9]{2}年(?:度)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}日|第?[0-9]+号"
)
"""Figures that count nothing: a gap, a document's number, a title, a date."""


@dataclass(frozen=True, slots=True)
class Stale:
    """An answer that is not what the words say: as they have it, and as it is now; "" where it is not there."""

    tie: Tie
    current: str


def figures(text: str) -> list[tuple[int, str]]:
    """Find the figures of a text that count something, with their places."""
    flat = folded(text)
    others = [match.span() for match in _OTHER.finditer(flat)]
    found = ((match.start(), match[0]) for match in _FIGURE.finditer(flat) if len(flat) == len(text))
    return [(at, figure) for at, figure in found if not any(start <= at < end for start, end in others)]


def figure(text: str) -> str:
    """Give the first figure of an answer: 183 of 183件次; "" where it has none."""
    return next((each for _, each in figures(text)), "")


def tied(text: str, original: Sentence | None, known: Known, number: str = "") -> tuple[Tie, ...]:
    """Tie own words to the answers of the sentence they take the place of, and further figures to who gives them.

    `number`: the number of a run the words begin with. A figure that several answers have is tied to none.
    """
    leads = original is not None and original.id.endswith(LEAD) and text.startswith(number)
    ties = [Tie("", None, number, 0)] if leads else []
    for span in original.spans if original else ():
        if span.questions:
            ties.append(_tie(text, Tie(span.questions[0], span.item, span.text), ties))
    owners = _owners(known)
    others = [(at, found) for at, found in _free(text, ties) if len(owners.get(found, ())) == 1]
    return (*ties, *(Tie(owners[found][0], None, found, at) for at, found in others))


def unowned(amendment: Amended) -> list[str]:
    """Give the figures of own words that no answer has."""
    return [found for _, found in _free(amendment.text, amendment.ties)]


def _free(text: str, ties: Sequence[Tie]) -> list[tuple[int, str]]:
    """Find the figures of a text that are tied to nothing."""
    tied_ = {at for tie in ties if tie.at >= 0 for at in range(tie.at, tie.at + len(tie.printed))}
    return [(at, found) for at, found in figures(text) if tied_.isdisjoint(range(at, at + len(found)))]


def stale(amendment: Amended, original: Sentence | None, known: Known) -> tuple[Stale, ...]:
    """Tell which answers in the words have changed, and which the sentence would print now that it did not then."""
    if amendment.act not in (Act.REWRITE, Act.ADD):
        return ()
    inside = [tie for tie in amendment.ties if tie.question and tie.at >= 0]
    found = [old for tie in inside if (old := _old(tie, amendment, original, known))]
    if original and amendment.place is Place.NONE:
        had = {tie.question for tie in amendment.ties if not tie.printed.startswith("〔")}
        news = {span.questions[0]: span for span in original.spans if span.questions and span.questions[0] not in had}
        stood = {old.tie.question for old in found}
        own = unowned(amendment)
        for question, span in news.items():
            if not span.text.startswith("〔") and question not in stood and figure(span.text) not in own:
                found.append(Stale(Tie(question, span.item, ""), span.text))
    return tuple(found)


def renewed(amendment: Amended, found: Sequence[Stale]) -> Amended:
    """Put the answers as they are now in the place of those the words have; what they never had is only noted."""
    text, ties = amendment.text, list(amendment.ties)
    for old in sorted((each for each in found if each.tie.at >= 0 and each.current), key=lambda each: -each.tie.at):
        start, end = old.tie.at, old.tie.at + len(old.tie.printed)
        text = text[:start] + old.current + text[end:]
        more = len(old.current) - len(old.tie.printed)
        ties[ties.index(old.tie)] = old.tie._replace(printed=old.current)
        ties = [tie._replace(at=tie.at + more) if tie.at > start else tie for tie in ties]
    return replace(amendment, text=text, ties=(*ties, *_noted(found)))


def left_as_is(amendment: Amended, found: Sequence[Stale]) -> Amended:
    """Leave the words, and note the answers as they are now, so that they are not told of again."""
    gone = {each.tie for each in found}
    kept = tuple(tie for tie in amendment.ties if tie not in gone)
    now = tuple(each.tie._replace(printed=each.current, at=-1) for each in found if each.tie.at >= 0)
    return replace(amendment, ties=(*kept, *now, *_noted(found)))


def _noted(found: Sequence[Stale]) -> tuple[Tie, ...]:
    return tuple(each.tie._replace(printed=each.current) for each in found if each.tie.at < 0)


def _tie(text: str, tie: Tie, taken: Sequence[Tie]) -> Tie:
    """Find where the words have an answer, as it is printed or its figure alone."""
    digits = figure(tie.printed)
    if tie.printed.isascii() or len(tie.printed) > 1:
        for printed in filter(None, (tie.printed, digits)):
            for at in _places(text, printed):
                if not _taken(taken, at, at + len(printed)):
                    return tie._replace(printed=printed, at=at)
    return tie


def _places(text: str, printed: str) -> Iterator[int]:
    """Yield where a text has these words; where they begin or end with a digit, no digit may stand beside them."""
    before = "(?<![0-9.])" if printed[0].isdecimal() else ""
    after = "(?![0-9]|[.][0-9])" if printed[-1].isdecimal() else ""
    return (match.start() for match in re.finditer(f"{before}{re.escape(printed)}{after}", text))


def _taken(ties: Sequence[Tie], start: int, end: int) -> bool:
    return any(tie.at >= 0 and tie.at < end and start < tie.at + len(tie.printed) for tie in ties)


def _owners(known: Known) -> dict[str, list[str]]:
    """Name the questions whose answer is a figure, by the figure."""
    owners: dict[str, list[str]] = defaultdict(list)
    for entry in known.entries.values():
        if entry.question.kind in FIGURES and entry.standing is Standing.HELD:
            owners[figure(entry.text)].append(entry.question.id)
    return owners


def _old(tie: Tie, amendment: Amended, original: Sentence | None, known: Known) -> Stale | None:
    """Hold an answer in the words against what it prints now; None where that is the same."""
    spans = original.spans if original else ()
    printed = [span.text for span in spans if tie.question in span.questions[:1] and span.item == tie.item]
    texts = printed or _texts(tie, known)
    forms = [form for text in texts for form in (text, figure(text)) if form]
    if tie.printed in forms:
        return None
    others = {other.printed for other in amendment.ties if other.question == tie.question and other is not tie}
    now = next((text for text in texts if text not in others), "")
    return Stale(tie, figure(now) or now if figure(tie.printed) == tie.printed else now)


def _texts(tie: Tie, known: Known) -> list[str]:
    """Give what an answer prints now, whole or the item of a list."""
    entry = known.entries.get(tie.question)
    if entry is None or entry.standing is not Standing.HELD:
        return []
    if tie.item is not None:
        return [piece.text for piece in entry.pieces if piece.item == tie.item]
    return [entry.text, *(piece.text for piece in entry.pieces)]
