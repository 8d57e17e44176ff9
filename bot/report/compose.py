"""Answers and prose into a document: sections, headings and runs of 一是, numbered without gaps; writes no sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.interview.events import Dossier
from bot.interview.known import know
from bot.interview.pack import Pack
from bot.report.blocks import Block, Document, Heading, Paragraph, Sentence, SignOff, Span, Spans, Title
from bot.report.numbering import heading_number, ordinal
from bot.report.prose import HeadingForm, Place, Prose, SentenceForm
from bot.report.sentences import Pen, write_line, write_sentence


def compose(pack: Pack, prose: Prose, document: str, dossier: Dossier, year: int, wording: int = 0) -> Document:
    """Write one document of one year's draft, as it stands now.

    `wording` chooses among the wordings of each sentence. What drops leaves no trace: no heading without text,
    no gap in the numbering; what is still owed is marked 〔待填：…〕. KeyError for an unknown document.
    """
    form = prose.documents[document]
    pen = Pen(know(pack, dossier, year), form.settings, wording)
    blocks: list[Block] = [Title(_lines(form.title, pen))]
    blocks += _body(form.body, prose, pen)
    signature = _lines(form.signature, pen)
    blocks.append(SignOff(signature[:-1], signature[-1] if signature else None))
    return Document(form.id, form.name, tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Written:
    """A place with what stands of its section."""

    place: Place
    lead: Spans
    paragraphs: tuple[tuple[Sentence, ...], ...]


def _lines(forms: Iterable[SentenceForm], pen: Pen) -> tuple[Sentence, ...]:
    return tuple(line for form in forms if (line := write_sentence(form, pen)))


def _body(parts: Iterable[HeadingForm | Place], prose: Prose, pen: Pen) -> Iterator[Block]:
    written = (_write_section(part, prose, pen) if isinstance(part, Place) else part for part in parts)
    standing = _with_text([part for part in written if part])
    counts = [0, 0, 0, 0]
    for run, group in groupby(standing, key=lambda part: isinstance(part, _Written) and part.place.ordinal):
        members = list(group)
        for number, part in enumerate(members, 1):
            if isinstance(part, HeadingForm):
                yield _heading(part, counts, pen)
            else:
                yield from _paragraphs(part, ordinal(number, len(members)) if run else "")


def _write_section(place: Place, prose: Prose, pen: Pen) -> _Written | None:
    """Write what stands of a section; nothing where only its frame would."""
    section = prose.sections[place.section]
    forms = {form.id: form for form in section.sentences}
    paragraphs = [_lines(paragraph, pen) for paragraph in section.paragraphs]
    if all(forms[sentence.id].frame for paragraph in paragraphs for sentence in paragraph):
        return None
    lead = write_line(section.lead, pen)
    return _Written(place, lead, tuple(paragraph for paragraph in paragraphs if paragraph))


def _with_text(parts: list[HeadingForm | _Written]) -> list[HeadingForm | _Written]:
    """Drop each heading with no text before the next heading of its level or a higher one."""
    kept: list[HeadingForm | _Written] = []
    below = 0  # the level a heading must be above to still have text under it; 0: no text yet
    for part in reversed(parts):
        if isinstance(part, _Written):
            below = 9
        elif part.level >= below:
            continue
        else:
            below = part.level
        kept.append(part)
    return kept[::-1]


def _heading(form: HeadingForm, counts: list[int], pen: Pen) -> Heading:
    counts[form.level - 1] += 1
    counts[form.level :] = [0] * (len(counts) - form.level)
    return Heading(form.level, heading_number(form.level, counts[form.level - 1]), write_line(form.text, pen))


def _paragraphs(written: _Written, number: str) -> Iterator[Paragraph]:
    first, *others = written.paragraphs
    if written.place.ordinal and written.lead:
        spans = (*([Span(number)] * bool(number)), *written.lead, Span("。"))
        first = (Sentence(f"{written.place.section}.lead", spans), *first)
    yield Paragraph(first)
    yield from map(Paragraph, others)
