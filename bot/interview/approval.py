"""What people vouch for, as frozen records without behaviour: sentences marked as looked over, and texts filed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

PUBLIC = "=public"
"""What the mark of who looked the public form over is kept under."""

WITHHELD = "=withheld:"
"""What the mark of an answer that is not to be published is kept under, with its question behind."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Somebody looked a sentence over: `Checked(2025, "disputes.mediated", "全年共调解……", at, "小李")`.

    A fact, and what a dossier is made of. The mark is on the text as it read then, and counts while it reads so.
    `sentence` is the id, or =section for a section that prints nothing; its text is then a digest of its answers.
    """

    year: int
    sentence: str
    text: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A mark was taken back; that it was there stays in the history."""

    year: int
    sentence: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The owner opened a filed draft again; what was filed is kept."""

    year: int
    document: str
    number: int
    reason: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A document was filed just as it read, and its draft is locked: `Filed(2025, "work_summary", 1, at, "小李")`.

    A fact, and what a dossier is made of. `number` counts the filings of a draft from 1.
    `text`, `word` and `blocks` are what is kept; the desk writes them when the fact is saved. A dossier has of them
    only the blocks, as JSON, and only those of a draft's newest filing.
    """

    year: int
    document: str
    number: int
    at: datetime
    by: str = ""
    withdrawn: Withdrawn | None = None
    text: str = field(default="", compare=False, repr=False)
    word: bytes = field(default=b"", compare=False, repr=False)
    blocks: str = field(default="", compare=False, repr=False)


Approval = Checked | Unchecked | Filed | Withdrawn


def withheld(checks: Iterable[Checked], year: int) -> frozenset[str]:
    """Give the questions whose answers a unit keeps out of what is published of a year."""
    marks = (mark.sentence for mark in checks if mark.year == year)
    return frozenset(mark.removeprefix(WITHHELD) for mark in marks if mark.startswith(WITHHELD))
