"""One sentence against the answers: whether it stands, which clauses drop, where a gap is marked; knows no document."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from itertools import groupby

from bot.interview.known import Entry, Known, Standing, Word
from bot.interview.pack import Condition
from bot.interview.passages import Sentence, Span, Spans, merged
from bot.interview.rewording import Amendments
from bot.report.ink import write
from bot.report.numbering import ordinal
from bot.report.prose import Clause, SentenceForm, Wording

SEPARATORS = "，、；"


class Verdict(IntEnum):
    """What the answers say to something needed: the worst of several counts."""

    STANDS = 0
    GAP = 1  # it should be there, and is not yet
    DROPS = 2


@dataclass
class Pen:
    """What one draft is written with: the known, the document's own words, what was amended.

    `wording`: which of several each sentence has; `mix`: where it has another.

    `marked`: the gaps marked so far. `left_out`: sentences there is no room for, by id; `items`: so many items of
    each list are printed, or all where it is 0. `least`: a paragraph with fewer characters runs on from the one above.
    """

    known: Known
    settings: Mapping[str, str]
    wording: int = 0
    amendments: Amendments = field(default_factory=lambda: Amendments((), 0))
    mix: Mapping[str, int] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    left_out: frozenset[str] = frozenset()
    items: int = 0
    least: int = 0

    @cached_property
    def words(self) -> Mapping[str, Word]:
        """Every word a clause may print."""
        return ChainMap({name: Word(text) for name, text in self.settings.items()}, self.known.words)  # type: ignore[arg-type]

    def entries(self, names: Iterable[str]) -> list[Entry]:
        """Give the entries of the questions that names follow from."""
        questions = dict.fromkeys(self.words[name].question for name in sorted(names))
        return [self.known.entries[question] for question in questions if question]


def write_sentence(form: SentenceForm, pen: Pen) -> Sentence | None:
    """Write a sentence as the answers have it; None where it does not stand."""
    wording = form.wordings[pen.mix.get(form.id, pen.wording) % len(form.wordings)]
    fixed = [clause for clause in wording if not clause.optional]
    needed = pen.entries({name for clause in fixed for name in clause.names})
    verdict = max([_weigh_all(form.conditions, pen), *map(_weigh, needed)])
    if verdict is Verdict.DROPS:
        return None
    gaps = _gaps(form.conditions, pen)
    if gaps:
        return _gap_sentence(form, gaps, pen)
    written = [_write_clause(clause, pen) for clause in wording]
    rests = bool(needed or form.conditions or not any(clause.optional for clause in wording))
    if not rests and not any(spans for clause, spans in zip(wording, written, strict=True) if clause.optional):
        return None
    return Sentence(form.id, _assemble(wording, written), _depends(form, wording, written))


def write_line(wording: Wording, pen: Pen) -> Spans:
    """Write a heading or a lead, which has no conditions and always stands."""
    return tuple(span for clause in wording for span in write(clause.source, pen.words))


def _weigh(entry: Entry) -> Verdict:
    """Judge a fact that is to be printed."""
    if entry.standing is Standing.HELD:
        return Verdict.STANDS
    missing = entry.standing is Standing.MISSING and entry.question.required
    return Verdict.GAP if missing or entry.standing is Standing.LATER else Verdict.DROPS


def _weigh_condition(condition: Condition, pen: Pen) -> Verdict:
    if pen.known.meets(condition):
        return Verdict.STANDS
    if condition.negated:
        return Verdict.DROPS
    verdict = _weigh(pen.known.entries[condition.question])
    return Verdict.DROPS if verdict is Verdict.STANDS else verdict


def _weigh_all(conditions: Iterable[Condition], pen: Pen) -> Verdict:
    return max((_weigh_condition(condition, pen) for condition in conditions), default=Verdict.STANDS)


def _gaps(conditions: Iterable[Condition], pen: Pen) -> list[Condition]:
    return [condition for condition in conditions if _weigh_condition(condition, pen) is Verdict.GAP]


def _gap_sentence(form: SentenceForm, gaps: Iterable[Condition], pen: Pen) -> Sentence | None:
    """Mark what a sentence waits for, once in a draft; None where it is marked already."""
    questions = [gap.question for gap in gaps if gap.question not in pen.marked]
    pen.marked.update(questions)
    spans = tuple(Span(pen.words[question].text, (question,)) for question in questions)
    return Sentence(form.id, (*spans, Span("。")) if form.id else spans) if spans else None


def _write_clause(clause: Clause, pen: Pen) -> Spans:
    """Write a clause; nothing where it drops."""
    if not clause.optional:
        return _repeat(clause, pen) if clause.repeats else write(clause.source, pen.words)
    verdict = max([_weigh_all(clause.conditions, pen), *map(_weigh, pen.entries(clause.names))])
    if verdict is Verdict.DROPS:
        return ()
    if gaps := _gaps(clause.conditions, pen):
        gap = _gap_sentence(SentenceForm("", ()), gaps, pen)
        return gap.spans if gap else ()
    return write(clause.source, pen.words)


def _repeat(clause: Clause, pen: Pen) -> Spans:
    """Write a clause once per item of the list it names, as 一是…；二是…; once alone where the list is missing."""
    (entry,) = (entry for entry in pen.entries(clause.names) if entry.question.collects)
    if entry.standing is not Standing.HELD:
        return write(clause.source, pen.words)
    spans: list[Span] = []
    pieces = entry.pieces[: pen.items or None]
    for number, piece in enumerate(pieces, 1):
        lead = ("；" if spans else "") + ordinal(number, len(pieces))
        words = ChainMap({entry.question.id: Word(piece.text, entry.question.id)}, pen.words)  # type: ignore[arg-type]
        spans += [Span(lead)] * bool(lead)
        spans += write(clause.source, words, piece.item)
    return tuple(spans)


def _depends(form: SentenceForm, wording: Wording, written: list[Spans]) -> tuple[str, ...]:
    conditions = [*form.conditions]
    for clause, spans in zip(wording, written, strict=True):
        conditions += clause.conditions if spans else ()
    return tuple(dict.fromkeys(condition.question for condition in conditions))


def _assemble(wording: Wording, written: list[Spans]) -> Spans:
    """Put the clauses together; dropped ones next to each other go as one and take one separator with them.

    It is the separator behind them, or else the one in front, so that marks stay right whatever drops.
    """
    spans: list[Span] = []
    take_next = False
    for optional, group in groupby(zip(wording, written, strict=True), key=lambda pair: pair[0].optional):
        part = [span for _, clause_spans in group for span in clause_spans]
        if optional and not part:
            take_next = True
        elif take_next:
            take_next = False
            if not _cut(part, 0, str.startswith):
                _cut(spans, -1, str.endswith)
        spans += [span for span in part if span.text]
    return merged(spans)


def _cut(spans: list[Span], end: int, holds: Callable[[str, tuple[str, ...]], bool]) -> bool:
    """Take a separator of the prose off one end of spans; tell whether there was one."""
    if not spans or spans[end].questions or not holds(spans[end].text, tuple(SEPARATORS)):
        return False
    text = spans[end].text
    spans[end] = Span(text[1:] if end == 0 else text[:-1])
    if end != 0 and not spans[end].text:
        spans.pop()
    return True
