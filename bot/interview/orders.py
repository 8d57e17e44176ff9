"""What the core wants done and does not do itself: each is written down, and fulfilled when it is sent; no logic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Issue:
    """An order: the document of this id and year is to be written and sent; `filing`: as it was filed that time."""

    document: str
    year: int
    filing: int = 0


@dataclass(frozen=True, slots=True)
class Show:
    """An order: the pages of a document, as pictures (`look`) or as one file (`pdf`).

    `mark`: what the text was known by when the button was sent; see Desk. `filing`: as it was filed that time.
    """

    form: str
    document: str
    year: int
    mark: str
    filing: int = 0


@dataclass(frozen=True, slots=True)
class Examine:
    """An order: the file the channel has under this id, sent at this time, is to be fetched and read.

    A filled 题单 comes back as Fetched; any other Word file is held against the rules of the official page.
    """

    file: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Outline:
    """An order: the 题单 of this name and year is to be sent as a file."""

    which: str
    year: int


@dataclass(frozen=True, slots=True)
class Sources:
    """An order: where each value in the draft of this year came from is to be sent as a table."""

    year: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """An order: an invite to the chat's own unit, as asked for at this time, is to be made and sent."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Export:
    """An order: all the unit's data, as asked for at this time, is to be sent as files."""

    at: datetime


Order = Issue | Show | Examine | Outline | Sources | Invitation | Export
