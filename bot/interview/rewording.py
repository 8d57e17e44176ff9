"""A section's paragraphs with the official's own words in place of the prose's; knows no document and no question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.interview.amendments import Act, Amended, Place, number_of
from bot.interview.passages import Sentence, Span, Spans, merged

LEAD = ".lead"
"""How the id of a sentence ends that bears the number of a run."""

_ORDINAL = re.compile("[一二三四五六七八九十]+是")

Sentences = tuple[Sentence, ...]


class Amendments:
    """The amendments of one year, by the sentence they are about and by the sentence they stand beside."""

    def __init__(self, amendments: Iterable[Amended], year: int) -> None:
        self.by_id = {each.sentence: each for each in amendments if each.year == year}
        self._beside: dict[tuple[str, Place], list[Amended]] = defaultdict(list)
        for each in sorted(self.by_id.values(), key=lambda each: -number_of(each.sentence)):
            if each.place is not Place.NONE:
                self._beside[each.anchor, each.place].append(each)

    def applied(self, paragraphs: Iterable[Sentences]) -> list[Sentences]:
        """Give paragraphs as amended; one of which nothing is left is none."""
        if not self.by_id:
            return list(paragraphs)
        return [written for paragraph in paragraphs for written in self._paragraph(paragraph) if written]

    def numbered(self, lead: str) -> bool:
        """Tell whether a lead still begins with the number of its run."""
        amendment = self.by_id.get(lead)
        if amendment is None or amendment.act is Act.UNDO:
            return True
        return amendment.act is Act.REWRITE and any(not tie.question for tie in amendment.ties)

    def _paragraph(self, paragraph: Sequence[Sentence]) -> Iterator[Sentences]:
        """Yield a paragraph, and those added behind it."""
        met: list[str] = []
        yield tuple(each for sentence in paragraph for each in self._around(sentence.id, self._own(sentence), met))
        for id_ in met:
            for added in self._beside[id_, Place.PARAGRAPH]:
                yield from self._added_paragraph(added)

    def _added_paragraph(self, added: Amended) -> Iterator[Sentences]:
        met: list[str] = []
        yield tuple(self._around(added.sentence, _added(added), met))
        for id_ in met:
            for other in self._beside[id_, Place.PARAGRAPH]:
                yield from self._added_paragraph(other)

    def _around(self, id_: str, sentence: Sentence | None, met: list[str]) -> Iterator[Sentence]:
        """Yield a sentence with those added beside it, also where it is itself taken out; `met` gathers all ids."""
        for other in self._beside[id_, Place.BEFORE][::-1]:
            yield from self._around(other.sentence, _added(other), met)
        met.append(id_)
        if sentence:
            yield sentence
        for other in self._beside[id_, Place.AFTER]:
            yield from self._around(other.sentence, _added(other), met)

    def _own(self, sentence: Sentence) -> Sentence | None:
        """Give a sentence of the prose as amended; None where it was taken out."""
        amendment = self.by_id.get(sentence.id)
        if amendment is None or amendment.act is Act.UNDO:
            return sentence
        if amendment.act is Act.REMOVE:
            return None
        return Sentence(sentence.id, spans(amendment), sentence.depends, amended=True)


def _added(amendment: Amended) -> Sentence | None:
    return Sentence(amendment.sentence, spans(amendment), amended=True) if amendment.act is Act.ADD else None


def spans(amendment: Amended) -> Spans:
    """Cut own words so that what came from an answer names it; without the number of a run in front."""
    found, end = [], 0
    for tie in sorted((tie for tie in amendment.ties if tie.at >= 0), key=lambda tie: tie.at):
        found.append(Span(amendment.text[end : tie.at]))
        if tie.question:
            found.append(Span(tie.printed, (tie.question,), tie.item))
        end = tie.at + len(tie.printed)
    return merged((*found, Span(amendment.text[end:])))


def ordinal(sentence: Sentence) -> str:
    """Give the number of a run a sentence begins with; "" where it has none."""
    match = _ORDINAL.match(sentence.text) if sentence.id.endswith(LEAD) else None
    return match[0] if match and sentence.spans[0].text.startswith(match[0]) else ""


def unnumbered(sentence: Sentence) -> str:
    """Give the text of a sentence without the number of a run."""
    return sentence.text.removeprefix(ordinal(sentence))
