"""The prose as data: sentences, their wordings and clauses, and how a document arranges them; knows no answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.interview.pack import Condition


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence: Jinja source, the names it prints, what must be so for it to stand.

    `optional`: in 【】, drops alone; `repeats`: in 【* 】, once per item of a list, as 一是…；二是….
    """

    source: str
    names: frozenset[str]
    conditions: tuple[Condition, ...] = ()
    optional: bool = False
    repeats: bool = False
    line: int = 0


Wording = tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """A sentence before it meets answers: `publicity.events`; a frame states an aim and stands only beside others."""

    id: str
    wordings: tuple[Wording, ...]
    conditions: tuple[Condition, ...] = ()
    frame: bool = False
    path: str = ""
    line: int = 0

    def clauses(self) -> Iterator[Clause]:
        """Yield every clause of every wording."""
        return (clause for wording in self.wordings for clause in wording)


@dataclass(frozen=True, slots=True)
class SectionProse:
    """The paragraphs of one section, and its lead in its wordings, which becomes the words behind 一是."""

    id: str
    leads: tuple[Wording, ...]
    paragraphs: tuple[tuple[SentenceForm, ...], ...]

    @property
    def sentences(self) -> tuple[SentenceForm, ...]:
        """Every sentence of every paragraph."""
        return tuple(form for paragraph in self.paragraphs for form in paragraph)


@dataclass(frozen=True, slots=True)
class HeadingForm:
    """A heading of level 1 to 4; the program numbers it. It stands only where its conditions are so."""

    level: int
    text: Wording
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document puts a section: as paragraphs, or as one item of a run of 一是, 二是.

    `only`: the ids of the sentences it takes of it, the weightiest first; none: all of them.
    `conditions`: what must be so for it to be placed.
    """

    section: str
    ordinal: bool = False
    line: int = 0
    only: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


def taken(section: SectionProse, place: Place) -> tuple[SentenceForm, ...]:
    """Give the sentences of a section that a place takes, in their order."""
    wanted = {f"{section.id}.{id_}" for id_ in place.only}
    return tuple(form for form in section.sentences if not wanted or form.id in wanted)


class Mark(StrEnum):
    """An element a document has once, by the word in front of its line."""

    FILE = "文件名"
    NUMBER = "文号"
    ADDRESSEE = "主送"
    DATE = "日期"
    NOTE = "附注"
    COPIES = "抄送"
    OFFICE = "印发"
    PRINTED = "印发日期"


TABLE = "一览表"
"""The word in front of the columns of a table of all answers."""

COLUMNS = 5
"""What was asked, this year's answer, last year's, the change, whose figure it is."""

ANNEX = "附件"
"""The word in front of the name of an annex, of which there may be several."""

BREAK = "｜"
"""Where a line of a title may be broken by sense; never printed."""


@dataclass(frozen=True, slots=True)
class AnnexForm:
    """An annex: its name, and what stands on its own page; only listed where nothing does."""

    name: SentenceForm
    body: tuple[HeadingForm | Place, ...]


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """An arrangement: title lines, headings and places, names that sign, annexes, and the elements there are once.

    `settings`: words of this document alone; `sealed`: a seal will be put on the date.
    `most`: so many characters at most, or any number where it is 0. `public`: nothing that is not public stands in it.
    `like`: the document it is arranged as, without what only its receivers need.
    `least`: a paragraph of a section with fewer characters runs on from the one above it; 0: none does.
    `columns`: what the columns of a table of all answers are called, with ， between them; none: there is no table.
    """

    id: str
    name: str
    settings: Mapping[str, str]
    title: tuple[SentenceForm, ...]
    body: tuple[HeadingForm | Place, ...]
    signature: tuple[SentenceForm, ...]
    annexes: tuple[AnnexForm, ...]
    marked: Mapping[Mark, SentenceForm]
    sealed: bool = False
    columns: Wording = ()
    most: int = 0
    least: int = 0
    public: bool = False
    like: str = ""

    @property
    def own(self) -> tuple[SentenceForm, ...]:
        """The lines that stand in its own file: those of one like another are that one's."""
        return tuple(line for line in self.lines if line.id.partition(".")[0] == self.id)

    @property
    def lines(self) -> tuple[SentenceForm, ...]:
        """Every line that is one sentence."""
        return (*self.title, *self.signature, *(annex.name for annex in self.annexes), *self.marked.values())

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place of a section."""
        return tuple(part for part in self.parts if isinstance(part, Place))

    @property
    def parts(self) -> tuple[HeadingForm | Place, ...]:
        """Every heading and every place, of the body and of the annexes."""
        return (*self.body, *(part for annex in self.annexes for part in annex.body))


@dataclass(frozen=True, slots=True)
class Prose:
    """All sections' prose and all documents, by id."""

    sections: Mapping[str, SectionProse]
    documents: Mapping[str, DocumentForm]
