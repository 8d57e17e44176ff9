"""Answers and prose into a document: sections, headings and runs of 一是, numbered without gaps; writes no sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby

from bot.interview.approval import withheld
from bot.interview.events import Answer, Dossier
from bot.interview.known import know
from bot.interview.pack import Pack
from bot.interview.passages import Sentence, Span, plain
from bot.interview.rewording import LEAD, Amendments
from bot.interview.values import Nothing
from bot.report.blocks import (
    Addressee,
    Annex,
    Annexes,
    Block,
    Colophon,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    SignOff,
    Table,
    Title,
)
from bot.report.naming import breakable, file_name
from bot.report.numbering import heading_number, ordinal
from bot.report.prose import ANNEX, DocumentForm, HeadingForm, Mark, Place, Prose, SentenceForm, taken
from bot.report.sentences import Pen, write_line, write_sentence
from bot.report.shortening import steps
from bot.report.table import rows

LONGEST = 240
"""A paragraph that others run on into has at most so many characters."""


def compose(pack: Pack, prose: Prose, document: str, dossier: Dossier, year: int, wording: int = 0) -> Document:
    """Write one document of one year's draft, as it stands now.

    `wording` chooses among the wordings of each sentence. A document of so many characters at most leaves out
    what it has no room for, the least important first.

    What drops leaves no trace: no heading without text, no gap in the numbering; what is still owed is marked
    〔待填：…〕. KeyError for an unknown document.
    """
    form = prose.documents[document]
    dossier = _public(pack, dossier, year) if form.public else dossier
    amendments = Amendments(dossier.amendments, year)
    pen = Pen(know(pack, dossier, year), form.settings, wording, amendments, dossier.mix, least=form.least)
    blocks = _short(form, prose, pen) if form.most else _blocks(form, prose, pen)
    if form.columns:
        columns = plain(write_line(form.columns, pen)).split("，")
        blocks.append(Table(tuple(columns), tuple(rows(pack, pen.known, know(pack, dossier, year - 1)))))
    gap = pack.phrases["gap"].partition("{")[0]
    return Document(form.id, form.name, tuple(blocks), _file(form, blocks, replace(pen, marked=set()), gap))


def _blocks(form: DocumentForm, prose: Prose, pen: Pen) -> list[Block]:
    return [*_head(form, pen), *_body(form.body, prose, pen), *_end(form, prose, pen)]


def _short(form: DocumentForm, prose: Prose, pen: Pen) -> list[Block]:
    """Write all that there is room for."""
    whole = _blocks(form, prose, pen)
    if _length(whole) <= form.most:
        return whole
    paragraphs = (block for block in whole if isinstance(block, Paragraph))
    ways = list(steps(form, {sentence.id for block in paragraphs for sentence in block.sentences}))

    def written(at: int) -> list[Block]:
        left_out, items = ways[at]
        return _blocks(form, prose, replace(pen, marked=set(), left_out=left_out, items=items))

    return written(bisect_left(range(len(ways) - 1), 1, key=lambda at: int(_length(written(at)) <= form.most)))


def _public(pack: Pack, dossier: Dossier, year: int) -> Dossier:
    """Leave out what is not to be published, as if it did not concern the unit, and own words that hold some of it."""
    secret = {question.id for question in pack.questions.values() if not question.public}
    secret |= withheld(dossier.checks, year) & pack.questions.keys()
    at = datetime(year + 1, 1, 1, tzinfo=UTC)
    answers = [answer for answer in dossier.answers if answer.question not in secret]
    answers += [Answer(year, id_, Nothing.OUT, "", at) for id_ in sorted(secret)]
    held = ((own, {tie.question for tie in own.ties if tie.at >= 0}) for own in dossier.amendments)
    amendments = tuple(own for own, questions in held if secret.isdisjoint(questions))
    return replace(dossier, answers=tuple(answers), amendments=amendments)


def _length(blocks: Iterable[Block]) -> int:
    """Count the characters of the title and the paragraphs."""
    titles = (line.text for block in blocks if isinstance(block, Title) for line in block.lines)
    texts = (sentence.text for block in blocks if isinstance(block, Paragraph) for sentence in block.sentences)
    heads = (block.number + plain(block.spans) for block in blocks if isinstance(block, Heading))
    ends = (line.text for block in blocks if isinstance(block, SignOff) for line in (*block.names, block.date) if line)
    return sum(map(len, (*titles, *texts, *heads, *ends)))


def _head(form: DocumentForm, pen: Pen) -> Iterator[Block]:
    """Yield what stands above the body."""
    if number := _marked(form, Mark.NUMBER, pen):
        yield Number(number)
    yield Title(tuple(breakable(line, pen) for line in _lines(form.title, pen)))
    if addressee := _marked(form, Mark.ADDRESSEE, pen):
        yield Addressee(addressee)


def _end(form: DocumentForm, prose: Prose, pen: Pen) -> Iterator[Block]:
    """Yield what stands under the body; an annex that was to have a page and has nothing to say is not listed."""
    written = [
        (breakable(name, pen), list(_body(annex.body, prose, pen)), bool(annex.body))
        for annex in form.annexes
        if (name := write_sentence(annex.name, pen))
    ]
    annexes = [(name, body) for name, body, own_page in written if body or not own_page]
    if annexes:
        yield Annexes(tuple(name for name, _ in annexes))
    names, date = _lines(form.signature, pen), _marked(form, Mark.DATE, pen)
    if names or date:
        yield SignOff(names, date, form.sealed)
    if note := _marked(form, Mark.NOTE, pen):
        yield Note(note)
    for number, (name, body) in enumerate(annexes, 1):
        if body:
            yield Annex(f"{ANNEX}{number}" if len(annexes) > 1 else ANNEX, Title((name,)))
            yield from body
    colophon = [_marked(form, mark, pen) for mark in (Mark.COPIES, Mark.OFFICE, Mark.PRINTED)]
    if any(colophon):
        yield Colophon(*colophon)


def _marked(form: DocumentForm, mark: Mark, pen: Pen) -> Sentence | None:
    line = form.marked.get(mark)
    return write_sentence(line, pen) if line else None


def _file(form: DocumentForm, blocks: Iterable[Block], pen: Pen, gap: str) -> str:
    """Name the file as its line says, or else as the title does; by year and kind where that is not known yet."""
    named = _marked(form, Mark.FILE, pen)
    title = next("".join(line.text for line in block.lines) for block in blocks if isinstance(block, Title))
    text = (named.text if named else "") if Mark.FILE in form.marked else title
    fits = file_name(text) if gap not in text else ""
    return fits or file_name(f"{pen.words['year'].text}年度{form.name}")


@dataclass(frozen=True, slots=True)
class _Written:
    """A place with what stands of its section; `numbered`: its lead bears the number of the run."""

    place: Place
    paragraphs: tuple[tuple[Sentence, ...], ...]
    numbered: bool = False


def _lines(forms: Iterable[SentenceForm], pen: Pen) -> tuple[Sentence, ...]:
    return tuple(line for form in forms if (line := write_sentence(form, pen)))


def _body(parts: Iterable[HeadingForm | Place], prose: Prose, pen: Pen) -> Iterator[Block]:
    met = [part for part in parts if all(map(pen.known.meets, part.conditions))]
    written = (_write_section(part, prose, pen) if isinstance(part, Place) else part for part in met)
    standing = _with_text([part for part in written if part])
    counts = [0, 0, 0, 0]
    for run, group in groupby(standing, key=lambda part: isinstance(part, _Written) and part.place.ordinal):
        members = list(group)
        total = sum(isinstance(part, _Written) and part.numbered for part in members) if run else 0
        number = 0
        for part in members:
            if isinstance(part, HeadingForm):
                yield _heading(part, counts, pen)
            else:
                number += part.numbered
                yield from _paragraphs(part, ordinal(number, total) if part.numbered else "")


def _write_section(place: Place, prose: Prose, pen: Pen) -> _Written | None:
    """Write what stands of a section, as amended; nothing where only its frame would, or all was taken out."""
    section = prose.sections[place.section]
    forms = {form.id: form for form in taken(section, place)}
    forms = {id_: form for id_, form in forms.items() if id_ not in pen.left_out}
    paragraphs = [_lines((form for form in paragraph if form.id in forms), pen) for paragraph in section.paragraphs]
    if all(forms[sentence.id].frame for paragraph in paragraphs for sentence in paragraph):
        return None
    standing = [paragraph for paragraph in paragraphs if paragraph]
    id_ = f"{section.id}{LEAD}"
    wording = section.leads[pen.mix.get(id_, pen.wording) % len(section.leads)] if section.leads else ()
    lead = write_line(wording, pen) if place.ordinal else ()
    if lead:
        standing[0] = (Sentence(id_, (*lead, Span("。"))), *standing[0])
    listing = {form.id for form in forms.values() if any(clause.repeats for clause in form.clauses())}
    amended = pen.amendments.applied(_running_on(standing, listing, pen.least))
    return _Written(place, tuple(amended), bool(lead) and pen.amendments.numbered(id_)) if amended else None


def _running_on(paragraphs: Iterable[tuple[Sentence, ...]], alone: Set[str], least: int) -> list[tuple[Sentence, ...]]:
    """Let each short paragraph run on from the one above, while that is of fair length; a list stands alone."""
    joined: list[tuple[Sentence, ...]] = []
    for paragraph in paragraphs:
        if joined and _runs_on(joined[-1], paragraph, alone, least):
            joined[-1] += paragraph
        else:
            joined.append(paragraph)
    return joined


def _runs_on(above: tuple[Sentence, ...], below: tuple[Sentence, ...], alone: Set[str], least: int) -> bool:
    texts = ["".join(sentence.text for sentence in paragraph) for paragraph in (above, below)]
    short = min(map(len, texts)) < least and sum(map(len, texts)) <= LONGEST
    return short and "\n" not in "".join(texts) and alone.isdisjoint(each.id for each in (*above, *below))


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
    lead = f"{written.place.section}{LEAD}"
    for paragraph in written.paragraphs:
        numbered = (replace(each, spans=(Span(number), *each.spans)) if each.id == lead else each for each in paragraph)
        yield Paragraph(tuple(numbered) if number else paragraph)
