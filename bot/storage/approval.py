"""Marks on sentences and filed texts: rows of one unit, named by its drafts; knows no prose and writes no document."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from bot.interview.approval import Approval, Checked, Filed, Unchecked, Withdrawn

_DRAFT = "(SELECT id FROM drafts WHERE unit = :unit AND pack = :pack AND year = :year)"


def checks_of(db: Database, unit: int, pack: str) -> tuple[Checked, ...]:
    """Give the newest mark on each sentence of a unit's drafts, but for those taken back."""
    rows = db.conn.execute(
        """SELECT d.year, c.sentence, c.text, c.at, m.name
           FROM current_checks c JOIN drafts d ON d.id = c.draft LEFT JOIN members m ON m.id = c.member
           WHERE c.unit = ? AND d.pack = ? ORDER BY c.id""",
        [unit, pack],
    )
    return tuple(
        Checked(year, sentence, text, datetime.fromisoformat(at), by or "") for year, sentence, text, at, by in rows
    )


def filings_of(db: Database, unit: int, pack: str) -> tuple[Filed, ...]:
    """Give every filing of a unit's drafts, the oldest first; with the blocks where it is its draft's newest."""
    rows = db.conn.execute(
        """SELECT d.year, f.document, f.number, f.filed_at, m.name, f.withdrawn_at, w.name, f.reason,
                  iif(f.id IN (SELECT max(id) FROM filings WHERE unit = ?1 GROUP BY draft, document), f.blocks, '')
           FROM filings f JOIN drafts d ON d.id = f.draft
           LEFT JOIN members m ON m.id = f.member LEFT JOIN members w ON w.id = f.withdrawn_by
           WHERE f.unit = ?1 AND d.pack = ?2 ORDER BY f.id""",
        [unit, pack],
    )
    return tuple(map(_filed, rows))


def filing_of(db: Database, unit: int, pack: str, year: int, document: str, number: int) -> Filed | None:
    """Give one filing with all that is kept of it; None where there is none of that number."""
    row = db.conn.execute(
        """SELECT d.year, f.document, f.number, f.filed_at, m.name, f.withdrawn_at, w.name, f.reason,
                  f.blocks, f.text, f.word
           FROM filings f JOIN drafts d ON d.id = f.draft
           LEFT JOIN members m ON m.id = f.member LEFT JOIN members w ON w.id = f.withdrawn_by
           WHERE f.unit = ? AND d.pack = ? AND d.year = ? AND f.document = ? AND f.number = ?""",
        [unit, pack, year, document, number],
    ).fetchone()
    return _filed(row) if row else None


def save_approval(db: Database, unit: int, member: int, pack: str, fact: Approval) -> None:
    """Keep a mark, that it was taken back, a filing, or that it was withdrawn."""
    row: dict[str, object] = {"unit": unit, "member": member, "pack": pack, "year": fact.year}
    row["at"] = fact.at.isoformat()
    match fact:
        case Checked() | Unchecked():
            row |= {"sentence": fact.sentence, "text": fact.text if isinstance(fact, Checked) else None}
            sql = f"""INSERT INTO checks (unit, draft, sentence, text, member, at)
                      VALUES (:unit, {_DRAFT}, :sentence, :text, :member, :at)"""  # noqa: S608 - ours
        case Filed():
            row |= {"document": fact.document, "number": fact.number}
            row |= {"text": fact.text, "word": fact.word, "blocks": fact.blocks}
            sql = f"""INSERT INTO filings (unit, draft, document, number, text, word, blocks, member, filed_at)
                      VALUES (:unit, {_DRAFT}, :document, :number, :text, :word, :blocks, :member, :at)"""  # noqa: S608
        case Withdrawn():
            row |= {"document": fact.document, "number": fact.number, "reason": fact.reason}
            sql = f"""UPDATE filings SET withdrawn_at = :at, withdrawn_by = :member, reason = :reason
                      WHERE unit = :unit AND draft = {_DRAFT} AND document = :document AND number = :number
                      AND withdrawn_at IS NULL"""  # noqa: S608 - ours
    db.conn.execute(sql, row)


def _filed(row: tuple[object, ...]) -> Filed:
    year, document, number, at, by, withdrawn_at, withdrawn_by, reason, blocks, *copy = row
    this = (int(str(year)), str(document), int(str(number)))
    withdrawn = None
    if withdrawn_at:
        withdrawn = Withdrawn(
            *this, str(reason or ""), datetime.fromisoformat(str(withdrawn_at)), str(withdrawn_by or "")
        )
    text, word = copy or ("", b"")
    filed = Filed(*this, datetime.fromisoformat(str(at)), str(by or ""), withdrawn, blocks=str(blocks))
    return (
        filed
        if not copy
        else Filed(
            *this, filed.at, filed.by, withdrawn, str(text), word if isinstance(word, bytes) else b"", str(blocks)
        )
    )
