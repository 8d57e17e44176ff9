"""All answers of a year as rows of a table, each beside last year's; knows which are shown, not how they look."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.compared import difference
from bot.interview.known import Entry, Known, Standing
from bot.interview.pack import Kind, Pack, Question
from bot.interview.passages import Sentence, Span
from bot.interview.values import Number
from bot.interview.wording import fill
from bot.report.blocks import Row


def tabled(pack: Pack) -> Iterator[Question]:
    """Give the questions a table has rows for: all of a year's, but for those that only serve the bot."""
    for section in pack.sections:
        if not section.kept:
            yield from (question for question in section.questions if not question.for_bot)


def rows(pack: Pack, known: Known, before: Known) -> Iterator[Row]:
    """Yield a heading for each section with answers, and a row for each answer of this year or the last."""
    for section in pack.sections:
        shown = [q.id for q in tabled(pack) if pack.section_of[q.id] is section]
        found = [row for id_ in shown if (row := _row(pack, known.entries[id_], before.entries[id_]))]
        if found:
            yield Row((Sentence("", (Span(section.title),)),))
            yield from found


def _row(pack: Pack, now: Entry, before: Entry) -> Row | None:
    """Give the row of a question; None where neither year has anything to say."""
    question = now.question
    told = _told(pack, now)
    earlier = "" if question.last_year == "none" else _told(pack, before)
    if not told and not earlier:
        return None
    cells = (question.label, told, earlier, _changed(pack, now, before), question.holder)
    tied = ((), (question.id,), (), (question.id,), ())
    return Row(
        tuple(Sentence(f"table.{question.id}", (Span(text, ids),)) for text, ids in zip(cells, tied, strict=True))
    )


def _told(pack: Pack, entry: Entry) -> str:
    match entry.standing:
        case Standing.HELD if entry.question.kind is Kind.YES_NO:
            return pack.phrases["button_yes"]
        case Standing.HELD:
            return "\n".join(piece.text for piece in entry.pieces) if entry.question.collects else entry.text
        case Standing.ZERO:
            return pack.phrases["button_no" if entry.question.kind is Kind.YES_NO else "nothing_zero"]
        case Standing.LATER:
            return pack.phrases["nothing_later"]
    return ""


def _changed(pack: Pack, now: Entry, before: Entry) -> str:
    amount = difference(now, before)
    if amount is None:
        return ""
    unit = next(answer.value.unit for answer in (*now.answers, *before.answers) if isinstance(answer.value, Number))
    if not amount:
        return pack.phrases["change_none"]
    told = pack.phrases["change_more"] if amount > 0 else pack.phrases["change_less"]
    return fill(told, {"count": f"{abs(amount).normalize():f}{unit}"})
