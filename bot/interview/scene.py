"""One moment of one conversation: what is known, what its facts change, and where the cursor may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.interview.amendments import Amended
from bot.interview.approval import Approval, Checked, Filed, Unchecked, Withdrawn
from bot.interview.events import (
    EDITOR,
    OWNER,
    Answer,
    Cleared,
    Closed,
    Dossier,
    Erased,
    Fact,
    HandedOver,
    Joined,
    Left,
    Member,
    Membership,
    Named,
    Opened,
    Removed,
)
from bot.interview.known import Entry, Known, Standing, know
from bot.interview.pack import Pack, Section
from bot.interview.passages import Passage
from bot.interview.session import Session, State
from bot.interview.wording import fill
from bot.interview.wordings import Worded


@dataclass(frozen=True)
class Scene:
    """The pack, what the store knows, where the chat is, and when its input came; None: nobody asks."""

    pack: Pack
    dossier: Dossier
    session: Session
    moment: datetime | None = None

    before: Scene | None = field(default=None, compare=False)
    """The moment the last facts were added to; None where none were."""

    _known: dict[int, Known] = field(default_factory=dict, compare=False)
    _written: dict[int, tuple[Passage, ...]] = field(default_factory=dict, compare=False)

    @property
    def known(self) -> Known:
        """What is known for the year this chat is at."""
        return self._known_of(self.session.year)

    def last_year(self, question_id: str) -> Entry | None:
        """Give what was answered to a yearly question the year before; None where nothing was."""
        return self.known.entries.last_year(question_id)

    @property
    def entry(self) -> Entry:
        """The question the chat is at."""
        return self.known.entries[self.session.question]

    @property
    def default(self) -> Answer | None:
        """What is in effect at this question while nobody gives another answer."""
        return self.known.entries.default(self.entry.question)

    @property
    def section(self) -> Section:
        """The section the chat is in."""
        return self.pack.section_of[self.session.question]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The draft of this year as it stands, paragraph by paragraph."""
        year = self.session.year
        if year not in self._written:
            self._written[year] = self.pack.write(self.dossier, year)
        return self._written[year]

    @property
    def filed(self) -> Filed | None:
        """The filing that locks this year's draft; None where it is open."""
        ours = (filed for filed in self.dossier.filings if filed.year == self.session.year)
        return next((filed for filed in ours if filed.withdrawn is None), None)

    @property
    def unamended(self) -> tuple[Passage, ...]:
        """The draft of this year as the answers alone write it."""
        if not self.amendments:
            return self.passages
        year = self.session.year
        if -year not in self._written:
            self._written[-year] = self.pack.write(replace(self.dossier, amendments=()), year)
        return self._written[-year]

    @property
    def amendments(self) -> tuple[Amended, ...]:
        """The amendments of this year, also those undone."""
        return tuple(each for each in self.dossier.amendments if each.year == self.session.year)

    @property
    def owns(self) -> bool:
        """True where the member is the unit's owner."""
        return self.dossier.member is not None and self.dossier.member.role == OWNER

    @property
    def meant(self) -> Member | None:
        """The colleague a state is about; None where there is none of that number."""
        return next((other for other in self.dossier.colleagues if str(other.id) == self.session.question), None)

    def say(self, key: str, **facts: object) -> str:
        """Write a sentence of the bot."""
        return fill(self.pack.phrases[key], {name: str(fact) for name, fact in facts.items()})

    def in_words(self, text: str) -> str:
        """Fill the words of the pack into a text, as this unit reads them."""
        return fill(text, lambda name: self.known.words[name].text)

    @property
    def writer(self) -> str:
        """The name of the member who writes; "" before one has joined."""
        return self.dossier.member.name if self.dossier.member else ""

    def at(self, **changes: object) -> Scene:
        """Give the same moment with the session changed."""
        session = replace(self.session, **changes)  # type: ignore[arg-type]
        return Scene(self.pack, self.dossier, session, self.moment, self.before, self._known, self._written)

    def after(self, facts: Iterable[Fact]) -> Scene:
        """Give the moment after facts, as the store would load it."""
        dossier = self.dossier
        for fact in facts:
            dossier = _with(dossier, fact)
        same = dossier is self.dossier
        return self if same else Scene(self.pack, dossier, self.session, self.moment, self.before or self)

    def applying(self, section: Section) -> list[Entry]:
        """Give the entries of a section whose branch is taken, in order."""
        entries = self.known.entries
        return [entry for question in section.questions if (entry := entries[question.id]).applies]

    def next_open(self) -> Entry | None:
        """Find the next question behind the cursor that still has to be asked; last year's where nothing else is."""
        waits = (entry for entry in self._behind() if entry.open and self.asks(entry))
        return next((entry for entry in waits if not entry.carried or not self._owes(entry)), None)

    def _owes(self, entry: Entry) -> bool:
        """Tell whether something is owed in the section of a question."""
        return any(other.owed for other in self.applying(self.pack.section_of[entry.question.id]))

    def next_applying(self, here: Sequence[Entry] = ()) -> Entry | None:
        """Find the next question behind the cursor, answered or not; none of those that are `here`."""
        return next((entry for entry in self._behind() if self.asks(entry) and entry not in here), None)

    def previous_applying(self, here: Sequence[Entry] = ()) -> Entry | None:
        """Find the question before the cursor; none of those that are `here`."""
        before = map(self.known.entries.__getitem__, self.pack.before(self.session.question))
        return next((entry for entry in before if self.asks(entry) and entry not in here), None)

    def unfinished(self) -> list[Entry]:
        """Give the questions without an answer in effect, and behind them those that wait for a colleague."""
        return [entry for entry in self.known.entries.values() if entry.owed] + self.waiting()

    def waiting(self) -> list[Entry]:
        """Give the questions that wait for a colleague."""
        return [entry for entry in self.known.entries.values() if entry.standing is Standing.LATER]

    def carried(self) -> list[Entry]:
        """Give the questions that stand as last year, and that nobody confirmed yet."""
        return [entry for entry in self.known.entries.values() if entry.carried]

    def to_do(self) -> list[Entry]:
        """Give the questions without an answer or with last year's, and behind them those that wait for a colleague."""
        entries = self.known.entries.values()
        return [entry for entry in entries if entry.owed or entry.carried] + self.waiting()

    def year_of(self, question_id: str) -> int | None:
        """Give the year an answer to this question is filed under: none for what is kept for the unit."""
        return None if self.pack.section_of[question_id].kept else self.session.year

    def next_item(self, question_id: str) -> int:
        """Give the number for a new item of a list: one more than ever given, so that none is used twice."""
        return self.dossier.used.get((self.year_of(question_id), question_id), 0) + 1

    def empty(self, year: int) -> bool:
        """Tell whether a year's draft holds no answer."""
        return year in self.dossier.years and all(answer.year != year for answer in self.dossier.answers)

    def _known_of(self, year: int) -> Known:
        """Derive what is known for a year once, for this moment and all that share its dossier."""
        if year not in self._known:
            self._known[year] = know(self.pack, self.dossier, year)
        return self._known[year]

    def asks(self, entry: Entry) -> bool:
        """Tell whether a question is come to by itself; of the unit's own, none that a default answers."""
        kept = self.pack.section_of[entry.question.id].kept
        return entry.applies and self.wants(entry) and (not kept or entry.stored or entry.owed)

    def wants(self, entry: Entry) -> bool:
        """Tell whether a question is not optional, or is answered, or the chat goes through those of its section."""
        if not entry.question.optional or entry.stored or entry.carried or entry.unfit:
            return True
        return self.pack.section_of[entry.question.id] is self.pack.section_of.get(self._among)

    @property
    def _among(self) -> str:
        """The optional question the chat is at, which was not come to because it stands as last year; "" at none."""
        asked = self.pack.questions.get(self.session.question)
        if asked is None or not asked.optional or self.session.state is State.REVIEW:
            return ""
        return "" if asked.last_year == "carry" and self.last_year(asked.id) else asked.id

    def counted(self, section: Section) -> list[Entry]:
        """Give the entries of a section that count: those that apply and, where they are optional, are wanted."""
        return [entry for entry in self.applying(section) if self.wants(entry)]

    def optional(self, section: Section) -> list[Entry]:
        """Give the optional questions of a section that nobody answered."""
        return [entry for entry in self.applying(section) if entry.question.optional and entry.blank]

    def _behind(self) -> Iterator[Entry]:
        return map(self.known.entries.__getitem__, self.pack.after(self.session.question))


def _with(dossier: Dossier, fact: Fact) -> Dossier:
    match fact:
        case Answer():
            kept = _without(dossier.answers, fact.year, fact.question, fact.item)
            used = dossier.used
            if fact.item:
                key = (fact.year, fact.question)
                used = {**used, key: max(fact.item, used.get(key, 0))}
            return replace(dossier, answers=(*kept, fact), used=used)
        case Cleared():
            return replace(dossier, answers=_without(dossier.answers, fact.year, fact.question, fact.item))
        case Worded() | Amended():
            return _with_words(dossier, fact)
        case Opened() | Closed():
            years = {*dossier.years, fact.year} if isinstance(fact, Opened) else {*dossier.years} - {fact.year}
            return replace(dossier, years=tuple(sorted(years)))
        case Checked() | Unchecked() | Filed() | Withdrawn():
            return _with_approval(dossier, fact)
        case _:
            return _with_member(dossier, fact)


def _with_words(dossier: Dossier, fact: Worded | Amended) -> Dossier:
    if isinstance(fact, Worded):
        return replace(dossier, mix={**dossier.mix, fact.sentence: fact.wording})
    others = (a for a in dossier.amendments if (a.year, a.sentence) != (fact.year, fact.sentence))
    return replace(dossier, amendments=(*others, fact))


def _with_member(dossier: Dossier, fact: Membership) -> Dossier:
    member, others = dossier.member, dossier.colleagues
    match fact:
        case Named() if member:
            return replace(dossier, member=replace(member, name=fact.name))
        case Joined() if dossier.invite:
            return replace(dossier, unit=dossier.invite.unit, member=Member("", dossier.invite.role), invite=None)
        case Removed():
            return replace(dossier, colleagues=tuple(other for other in others if other.id != fact.member))
        case HandedOver() if member:
            changed = (replace(other, role=OWNER) if other.id == fact.member else other for other in others)
            return replace(dossier, member=replace(member, role=EDITOR), colleagues=tuple(changed))
        case Left() | Erased():
            return Dossier()
    return dossier


def _with_approval(dossier: Dossier, fact: Approval) -> Dossier:
    match fact:
        case Filed():
            return replace(dossier, filings=(*dossier.filings, fact))
        case Withdrawn():
            this = (fact.year, fact.document, fact.number)
            filings = (
                replace(filed, withdrawn=fact) if (filed.year, filed.document, filed.number) == this else filed
                for filed in dossier.filings
            )
            return replace(dossier, filings=tuple(filings))
    others = tuple(mark for mark in dossier.checks if (mark.year, mark.sentence) != (fact.year, fact.sentence))
    return replace(dossier, checks=(*others, fact) if isinstance(fact, Checked) else others)


def _without(answers: tuple[Answer, ...], year: int | None, question: str, item: int) -> tuple[Answer, ...]:
    return tuple(a for a in answers if (a.year, a.question, a.item) != (year, question, item))


def report_year(at: datetime) -> int:
    """Give the year a report written at this time is about: until June still the year before."""
    return at.year if at.month >= 7 else at.year - 1
