"""Takes one input from load to commit, then turns what must be sent into messages; the only imperative part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from bot.content.content import Content, read_content
from bot.examine.words import words
from bot.interview.amendment_states import outdated
from bot.interview.approval import Filed
from bot.interview.conversation import advance
from bot.interview.events import OWNER, Ask, Dossier, Fact, Say
from bot.interview.group_screen import asked, members
from bot.interview.inputs import Fetched, Input, Pressed
from bot.interview.known import know
from bot.interview.orders import Examine, Export, Invitation, Issue, Order, Outline, Show, Sources
from bot.interview.outline import outline
from bot.interview.outline_reading import is_sheet
from bot.interview.pages import LOOK, buttons
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.steps import MOST_KNOCKS, code_in
from bot.interview.undoing import looks_back
from bot.interview.wording import fill
from bot.messages import File, Message, Pictures
from bot.report.blocks import Document, Table
from bot.report.caption import caption, filed_caption
from bot.report.compose import compose
from bot.report.kept import from_json, to_json
from bot.report.layout import laid
from bot.report.sheet import sheet
from bot.report.sources import sources
from bot.report.text import Line, lines, text
from bot.report.writers import pages, pdf, word
from bot.report.writers import sheet as sheet_of
from bot.storage.export import exported
from bot.storage.invites import GOOD_FOR, invite_to
from bot.storage.members import knock, member_of
from bot.storage.opening import open_database
from bot.storage.packs import remember
from bot.storage.store import Outgoing, Store


@dataclass(frozen=True, slots=True)
class Desk:
    """A store and the content it is asked about; `link`: what a channel puts before a code, to open it at a touch."""

    store: Store
    content: Content
    link: str = ""

    def receive(self, chat: str, key: str, given: Input) -> None:
        """Take one input: its effect, its key and what must be sent are committed together, or not at all.

        A key seen before changes nothing and shows nothing again: what it was answered is in the outbox, or was sent.
        A stranger who comes too often is counted, and nothing else.
        """
        with self.store.transaction():
            if self.store.seen(key):
                return
            session, dossier = self.known(chat, given)
            if dossier.member is None:
                dossier = replace(dossier, knocks=knock(self.store.db, chat, given.at))
            if dossier.knocks > MOST_KNOCKS:
                return
            turn = advance(self.content.pack, dossier, session, given)
            turn = replace(turn, facts=tuple(self._with_copy(fact, dossier) for fact in turn.facts))
            self.store.save(chat, key, turn, given.at, given.message if isinstance(given, Pressed) else None)

    def _with_copy(self, fact: Fact, dossier: Dossier) -> Fact:
        """Put what is kept into a filing: text, file and blocks of the very answers it was asked about."""
        if not isinstance(fact, Filed):
            return fact
        document = self._composed(dossier, fact.document, fact.year)
        return replace(fact, text=text(document), word=word(laid(document)), blocks=to_json(document))

    def known(self, chat: str, given: Input) -> tuple[Session, Dossier]:
        """Give where a chat is, and what the core may know; with what was, where the input looks back."""
        session, dossier = self.store.load(chat, code_in(given), given.at)
        if dossier.member and looks_back(self.content.pack, given):
            dossier = replace(dossier, history=self.store.history_of(chat))
        return session, dossier

    def put_aside(self, chat: str, key: str, evidence: str, error: str, at: datetime) -> None:
        """Keep an input that cannot be handled, so that it is not tried again, and tell the chat."""
        with self.store.transaction():
            reply = Say(self.content.pack.phrases["put_aside"]) if chat else None
            self.store.park(chat, key, evidence, error, reply, at)

    def message(self, outgoing: Outgoing) -> Message:
        """Turn what must be sent into a message; an order is fulfilled here, from the answers as they are now.

        What was withdrawn, and an order of one who meanwhile may not give it, is answered with a sentence.
        """
        if not self.store.holds(outgoing):
            return self.say("lapsed")
        match outgoing.reply:
            case Say(text):
                return Message((Line(text),))
            case Ask() as ask:
                lines_ = tuple(map(Line, ask.text.split("\n")))
                return Message(lines_, ask.rows, ask.screen, understood=ask.understood, left=ask.left)
            case _:
                return self._fulfilled(outgoing.chat, outgoing.reply)

    def _fulfilled(self, chat: str, order: Order) -> Message:
        member = member_of(self.store.db, chat)
        if member is None or (member.role != OWNER and isinstance(order, Invitation | Export)):
            return self.say("lapsed")
        match order:
            case Issue() | Show() | Outline() | Sources():
                return self._from_answers(chat, order)
            case Examine():
                return Message((), examines=order)
            case Invitation(at):
                return self._invitation(member.unit, at)
            case Export(at):
                return replace(self.say("exported"), files=self.export(member.unit, member.unit_name, at))

    def _from_answers(self, chat: str, order: Issue | Show | Outline | Sources) -> Message:
        match order:
            case Issue():
                return self._issued(chat, order)
            case Show():
                return self._shown(chat, order)
            case Sources():
                return self._sources(chat, order)
        return Message((), files=(self._outline(chat, order),))

    def _issued(self, chat: str, order: Issue) -> Message:
        """Write a document as text; the Word file of the same answers is written when it is sent."""
        if order.filing:
            return self._filed(chat, order)
        dossier, pack = self.store.dossier_of(chat), self.content.pack
        document = self._composed(dossier, order.document, order.year)
        layout = laid(document)
        old = outdated(Scene(pack, dossier, Session(State.MENU, order.year)))
        under = caption(pack.phrases, know(pack, dossier, order.year), layout.title, old)
        rows = () if document.table else buttons(pack, order.document, order.year, _mark(document))
        file = File(f"{_stem(order)}.docx", partial(word, layout), _called(document, "docx"), under, rows)
        book = [_book(document, document.table, _stem(order))] if document.table else []
        return Message(tuple(lines(document)), files=(file, *book))

    def _sources(self, chat: str, order: Sources) -> Message:
        """Write where each value came from as one table in two files, and say how many there are."""
        scene = Scene(self.content.pack, self.store.dossier_of(chat), Session(State.ISSUING, order.year))
        document = sources(scene)
        if document.table is None or not document.table.rows:
            return self.say("sources_none")
        stem = f"{document.id}_{order.year}"
        file = File(f"{stem}.docx", partial(word, laid(document)), _called(document, "docx"))
        told = self.say("sources_told", count=str(len(document.table.rows)))
        return replace(told, files=(file, _book(document, document.table, stem)))

    def _shown(self, chat: str, order: Show) -> Message:
        """Draw the pages of a document from the answers as they are now, and say so where they are not as they were."""
        document = self._document(chat, order)
        if document is None:
            return self.say("lapsed")
        told = self.say("changed_since").lines if _mark(document) != order.mark and not order.filing else ()
        drawn = Pictures(partial(pages, laid(document))) if order.form == LOOK else _drawn(document, _stem(order))
        return Message(told, files=(drawn,))

    def drawn(self, chat: str, order: Issue) -> File | None:
        """Give the pages of a chat's document as one file, as they are now or were filed; None where that is gone."""
        document = self._document(chat, order)
        return _drawn(document, _stem(order)) if document else None

    def _document(self, chat: str, order: Issue | Show) -> Document | None:
        """Compose a document from the answers as they are now, or read it as it was filed."""
        if not order.filing:
            return self._composed(self.store.dossier_of(chat), order.document, order.year)
        filed = self._filing(chat, order)
        return from_json(filed.blocks) if filed else None

    def _filing(self, chat: str, order: Issue | Show) -> Filed | None:
        member = member_of(self.store.db, chat)
        return self.store.filing(member.unit, order.year, order.document, order.filing) if member else None

    def _filed(self, chat: str, order: Issue) -> Message:
        """Give a document back as it was filed: the text and the Word file that were kept."""
        filed = self._filing(chat, order)
        if filed is None:
            return self.say("lapsed")
        document, phrases = from_json(filed.blocks), self.content.pack.phrases
        told = tuple(lines(document))
        if text(document) != filed.text:  # written otherwise by a later program: what was kept stands
            told = tuple(map(Line, filed.text.removesuffix("\n").split("\n")))
        under = filed_caption(phrases, filed, laid(document).title)
        rows = buttons(self.content.pack, order.document, order.year, _mark(document), order.filing)
        file = File(f"{_stem(order)}.docx", partial(bytes, filed.word), _called(document, "docx"), under, rows)
        return Message(told, files=(file,))

    def _composed(self, dossier: Dossier, document: str, year: int) -> Document:
        return compose(self.content.pack, self.content.prose, document, dossier, year)

    def _outline(self, chat: str, order: Outline) -> File:
        """Write a 题单 as a text file that any editor opens."""
        dossier, pack = self.store.dossier_of(chat), self.content.pack
        scene = Scene(pack, dossier, Session(State.OUTLINE, order.year))
        data = "\n\n".join(outline(scene, order.which)).replace("\n", "\r\n").encode("utf-8-sig")
        called = fill(pack.phrases["outline_title"], {"unit": dossier.unit, "year": str(order.year)})
        return File(f"outline_{order.which}_{order.year}.txt", partial(bytes, data), f"{called}.txt")

    def read(self, data: bytes) -> str | Message:
        """Give the words of a filled 题单, or tell what is wrong with any other Word file.

        Touches no database, and may be called in another thread.
        """
        text = words(data)
        if text is not None and is_sheet(self.content.pack, text):
            return text
        return self.examined(data) if text is None or data.startswith(b"PK") else self.say("not_sheet")

    def fetched(self, chat: str, order: Examine, text: str) -> None:
        """Take the words of a file as an input of its own, once however often the file is fetched."""
        self.receive(chat, f"{chat}:{order.file}:{order.at.isoformat()}", Fetched(order.at, text))

    def examined(self, data: bytes) -> Message:
        """Tell what is wrong with a Word file; touches no database, and may be called in another thread."""
        from bot.examine.report import examine  # noqa: PLC0415 - slow to load, as what writes files is

        return Message(tuple(map(Line, examine(data, self.content.page_rules).split("\n"))))

    def export(self, unit: int, name: str, at: datetime) -> tuple[File, ...]:
        """Give all that is stored of a unit: the whole history as JSON, and each year's answers as a table."""
        dossier, pack = self.store.dossier_of_unit(unit, name), self.content.pack
        contents = {"wengao.json": exported(self.store.db, unit, at)}
        contents |= {f"{pack.id}_{year}.csv": sheet(pack, dossier, year) for year in dossier.years}
        for each in dossier.filings:
            filed = self.store.filing(unit, each.year, each.document, each.number) or each
            contents[f"{each.document}_{each.year}_{each.number}.txt"] = filed.text.encode()
            contents[f"{each.document}_{each.year}_{each.number}.docx"] = filed.word
        return tuple(File(name, partial(bytes, data)) for name, data in contents.items())

    def _invitation(self, unit: int, at: datetime) -> Message:
        """Make an invite, and write the one message that ever shows its code."""
        code = invite_to(self.store.db, unit, at)
        told = self.say("invitation", code=code, days=str(GOOD_FOR.days))
        link = self.say("invitation_link", link=self.link + code).lines if self.link else ()
        return replace(told, lines=(*told.lines, *link))

    def say(self, key: str, **facts: str) -> Message:
        """Write a sentence of the bot as a message."""
        return Message(tuple(map(Line, fill(self.content.pack.phrases[key], facts).split("\n"))))

    def question_of(self, chat: str) -> str:
        """Name the question a chat is at; "" where it is at none."""
        session = self.store.session_of(chat)
        return session.question if session.state in (State.ASKING, State.GROUP, State.HELD) else ""

    def group_of(self, chat: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the questions on a chat's screen where it has several, and those that a message answers in order."""
        scene = Scene(self.content.pack, self.store.dossier_of(chat), self.store.session_of(chat))
        if scene.session.state is not State.GROUP:
            return (), ()
        return tuple(e.question.id for e in members(scene)), tuple(e.question.id for e in asked(scene))

    def holds(self, chat: str) -> bool:
        """Tell whether a chat has to decide about what it said last."""
        return self.store.session_of(chat).state is State.HELD


def open_desk(content: Path | None, database: str | Path) -> Desk:
    """Open a database beside the content: of this folder, or the shipped one."""
    read = read_content(content)
    pack, db = read.pack, open_database(database)
    remember(db, pack)
    return Desk(Store(db, pack.id, pack.version, pack.called_now), read)


def _mark(document: Document) -> str:
    """Give a few characters that are others when the words of a document are."""
    return sha256(text(document).encode()).hexdigest()[:8]


def _called(document: Document, extension: str) -> str:
    return f"{document.file or document.id}.{extension}"


def _stem(order: Issue | Show) -> str:
    """Name the files of an order: by the document, its year, and the number of the filing."""
    return f"{order.document}_{order.year}" + (f"_{order.filing}" if order.filing else "")


def _book(document: Document, table: Table, stem: str) -> File:
    return File(f"{stem}.xlsx", partial(sheet_of, table), _called(document, "xlsx"))


def _drawn(document: Document, stem: str) -> File:
    return File(f"{stem}.pdf", partial(pdf, laid(document)), _called(document, "pdf"))
