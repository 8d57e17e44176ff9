"""What a chat's conversation reads and writes, in one transaction per update; knows tables, not what is asked."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import merge
from typing import Any

from sqlite_utils import Database

from bot.interview.amendments import Amended
from bot.interview.approval import Checked, Filed, Unchecked, Withdrawn
from bot.interview.events import (
    OWNER,
    Answer,
    Ask,
    Cleared,
    Closed,
    Dossier,
    Erased,
    Fact,
    History,
    Member,
    Opened,
    Reply,
    Say,
    Turn,
)
from bot.interview.session import Session
from bot.interview.values import Nothing, value_text
from bot.interview.wordings import Worded
from bot.storage.amendments import amended_of, amendments_of, row_of
from bot.storage.answers import CLEARED, answers_of, changes_of
from bot.storage.approval import checks_of, filing_of, filings_of, save_approval
from bot.storage.codec import kind_of, reply_from_json, reply_to_json, value_to_json
from bot.storage.erase import emptied, scrub
from bot.storage.invites import find_invite
from bot.storage.members import add_member, become, member_of, members_of, membership_of
from bot.storage.packs import earlier
from bot.storage.sessions import save_session, session_of
from bot.storage.tables import add_row, transaction
from bot.storage.wordings import mix_of, save_wording

_SCREEN = """SELECT iif(json_extract(payload, '$.replaces'), edits, id) FROM outbox
             WHERE chat = ? AND kind = 'ask' ORDER BY id DESC LIMIT 1"""
"""The row whose message a chat's screen is in."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row of the outbox: what is to be sent to which chat; `edits`: the channel's message it takes the place of."""

    id: int
    chat: str
    reply: Reply
    edits: int | None = None


class Store:
    """One open database; `called_now`: what questions answered under another id are called in this version."""

    def __init__(
        self, db: Database, pack_id: str, pack_version: str = "", called_now: Mapping[str, str] | None = None
    ) -> None:
        self.db, self.pack_id, self.pack_version = db, pack_id, pack_version
        self.called_now = dict(called_now or {})
        self.erased = self.log_held = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the one write lock around load, advance and save; nothing stays of it when something raises.

        One inside another is undone by itself, and committed with the outer one. Once it is committed that a unit was
        erased, its bytes go too; what somebody still reads is tried again after the next one.
        """
        with transaction(self.db):
            yield
        if self.erased and not self.db.conn.in_transaction:
            self.erased = False
            self.log_held = not scrub(self.db)
        elif self.log_held and not self.db.conn.in_transaction:
            self.log_held = not emptied(self.db)

    def seen(self, key: str) -> bool:
        """Tell whether the update of this key was saved before."""
        return bool(self._row("SELECT 1 FROM updates WHERE key = ?", key))

    def next_key(self) -> str:
        """Give a key for a channel whose messages bear none."""
        return secrets.token_hex(8)

    def load(self, chat: str, code: str, at: datetime) -> tuple[Session, Dossier]:
        """Give where a chat is, and what the core may know: of its own unit alone, or of the invite it names."""
        dossier = self.dossier_of(chat)
        if dossier.member is None and code:
            dossier = Dossier(invite=find_invite(self.db, code, at))
        elif dossier.member and (asked := earlier(self.db, chat, self.pack_id, self.pack_version)):
            dossier = replace(dossier, earlier=asked)
        return self.session_of(chat), dossier

    def session_of(self, chat: str) -> Session:
        """Give where a chat is."""
        return session_of(self.db, chat)

    def dossier_of(self, chat: str) -> Dossier:
        """Give what is known of a chat's own unit; nothing where it belongs to none."""
        member = member_of(self.db, chat)
        if member is None:
            return Dossier()
        colleagues = tuple(other for other in members_of(self.db, member.unit) if other.id != member.id)
        dossier = self.dossier_of_unit(member.unit, member.unit_name, member.id)
        return replace(dossier, member=Member(member.name, member.role), colleagues=colleagues)

    def dossier_of_unit(self, unit: int, name: str, member: int = 0) -> Dossier:
        """Give what is known of a unit, to whomever it is shown; `member`: whose own messages are named."""
        answers, used = answers_of(self.db, unit, member, self.pack_id, self.called_now)
        sql = "SELECT year FROM drafts WHERE unit = ? AND pack = ? AND closed_at IS NULL"
        years = self._do(sql, unit, self.pack_id)
        known = Dossier(name, None, None, tuple(sorted(y for (y,) in years)), answers, used)
        checks, filings = checks_of(self.db, unit, self.pack_id), filings_of(self.db, unit, self.pack_id)
        amended = amendments_of(self.db, unit, member, self.pack_id)
        return replace(known, checks=checks, filings=filings, amendments=amended, mix=mix_of(self.db, unit))

    def filing(self, unit: int, year: int, document: str, number: int) -> Filed | None:
        """Give one filing of a unit with all that is kept of it; None where there is none of that number."""
        return filing_of(self.db, unit, self.pack_id, year, document, number)

    def history_of(self, chat: str) -> History:
        """Give what became of the answers and own words of a chat's unit, and in which message the chat's screen is."""
        member = membership_of(self.db, chat)
        asked = self._row("SELECT message FROM outbox WHERE id = ?", *(self._row(_SCREEN, chat) or (0,)))
        answers = changes_of(self.db, member.unit, member.id, self.pack_id, self.called_now)
        words = amended_of(self.db, member.unit, member.id, self.pack_id)
        return History(tuple(merge(answers, words, key=lambda each: each.fact.at)), asked[0] if asked else None)

    def save(self, chat: str, key: str, turn: Turn, at: datetime, under: int | None = None) -> None:
        """Store what became so, where the chat is now, that the update was seen, and what must be sent.

        `under`: the message whose button was pressed; it is the one that takes a screen's new form.
        """
        now = at.isoformat()
        self._see(key, chat, now)
        for fact in turn.facts:
            self._save_fact(chat, fact, at)
            self.erased = self.erased or isinstance(fact, Erased)
        save_session(self.db, chat, turn.session, self.pack_version, now)
        for reply in turn.replies:
            self.post(chat, reply, now, under)

    def park(self, chat: str, key: str, evidence: str, error: str, reply: Reply | None, at: datetime) -> None:
        """Put an update aside with its evidence: it counts as seen, and the chat gets a reply."""
        now = at.isoformat()
        row = {"key": key, "chat": chat, "evidence": evidence, "error": error, "at": now}
        self._add("INSERT OR IGNORE INTO parked", row)
        self._see(key, chat, now)
        if reply:
            self.post(chat, reply, now)

    def chats_waiting(self) -> list[str]:
        """Give the chats that have something to be sent, the longest waiting first."""
        rows = self.db.execute("SELECT chat FROM outbox WHERE sent_at IS NULL GROUP BY chat ORDER BY min(id)")
        return [chat for (chat,) in rows]

    def holds(self, outgoing: Outgoing) -> bool:
        """Tell whether a row is still meant for its chat: it is withdrawn where the chat left its unit."""
        return bool(self._row("SELECT 1 FROM outbox WHERE id = ? AND chat = ?", outgoing.id, outgoing.chat))

    def unsent(self, chat: str | None = None) -> list[Outgoing]:
        """Give what is still to be sent, in order; of one chat or of all."""
        of_chat, parameters = ("", []) if chat is None else ("AND o.chat = ?", [chat])
        rows = self._do(
            f"""SELECT o.id, o.chat, o.kind, o.payload, e.message
                FROM outbox o INDEXED BY outbox_unsent LEFT JOIN outbox e ON e.id = o.edits
                WHERE o.sent_at IS NULL {of_chat} ORDER BY o.id""",  # noqa: S608 - ours
            *parameters,
        )
        return [Outgoing(id_, to, reply_from_json(kind, payload), edits) for id_, to, kind, payload, edits in rows]

    def mark_sent(self, outgoing: Outgoing, message: int | None, at: datetime, refused: str = "") -> None:
        """Note that a row was sent, and as which message; what was to be edited may have had to be sent anew.

        A new screen needs the one before it no longer.

        `refused`: why it never can be; it counts as sent then. Of what was said to a stranger nothing is kept, and to a
        member what was sent before the present screen is not.
        """
        anew = isinstance(outgoing.reply, Ask) and not outgoing.reply.replaces
        sql = """UPDATE outbox SET message = ?1, sent_at = coalesce(sent_at, ?3), refused = nullif(?4, ''),
                   edits = iif(?5, NULL, edits)
                 WHERE id = ?2 OR (NOT ?5 AND id = (SELECT edits FROM outbox WHERE id = ?2))"""
        self._do(sql, message, outgoing.id, at.isoformat(), refused, anew)
        first = outgoing.id if anew else 0
        sql = """DELETE FROM outbox WHERE chat = ?1 AND id <= ?2 AND sent_at IS NOT NULL AND (
                   id < ?3 OR NOT EXISTS (SELECT 1 FROM members WHERE chat = ?1 AND left_at IS NULL))"""
        self._do(sql, outgoing.chat, outgoing.id, first)

    def give_up(self, outgoing: Outgoing, why: str, at: datetime) -> None:
        """Note that a row is not to be sent, and nothing else."""
        self._do("UPDATE outbox SET sent_at = ?, refused = ? WHERE id = ?", at.isoformat(), why, outgoing.id)

    def ensure_local(self, chat: str, at: datetime) -> None:
        """Make the person at this terminal owner of a local unit, once."""
        if member_of(self.db, chat) is None:
            add_member(self.db, chat, add_row(self.db, "units", {"name": "", "created_at": at.isoformat()}), OWNER, at)

    def _do(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        """Run a statement on the connection itself: sqlite-utils would look up the table's columns each time."""
        return self.db.conn.execute(sql, parameters)

    def _see(self, key: str, chat: str, now: str) -> None:
        self._add("INSERT OR IGNORE INTO updates", {"key": key, "chat": chat, "at": now})

    def _row(self, sql: str, *parameters: object) -> Any:  # noqa: ANN401 - a row of whatever the statement selects
        return self._do(sql, *parameters).fetchone()

    def _add(self, insert_into: str, row: Mapping[str, object]) -> None:
        """Add a row; `insert_into` names the table."""
        self.db.conn.execute(f"{insert_into} ({', '.join(row)}) VALUES (:{', :'.join(row)})", row)

    def _save_fact(self, chat: str, fact: Fact, at: datetime) -> None:
        match fact:
            case Opened():
                row = {"unit": membership_of(self.db, chat).unit, "pack": self.pack_id, "year": fact.year}
                row |= {"pack_version": self.pack_version, "created_at": at.isoformat()}
                self._add("INSERT OR IGNORE INTO drafts", row)
                self._close(chat, fact.year, None)
            case Closed():
                self._close(chat, fact.year, at.isoformat())
            case Answer():
                nothing = fact.value.value if isinstance(fact.value, Nothing) else None
                value = None if isinstance(fact.value, Nothing) else value_to_json(fact.value)
                printed = "" if isinstance(fact.value, Nothing) else value_text(fact.value)
                columns = {"position": fact.position, "typed": fact.typed, "source": fact.source}
                columns |= {"message": fact.message, "absence": nothing, "value": value, "printed": printed}
                self._insert_answer(chat, fact, columns)
            case Cleared():
                self._insert_answer(chat, fact, {"position": 0, "typed": "", "source": fact.source, "absence": CLEARED})
            case Worded():
                member = membership_of(self.db, chat)
                save_wording(self.db, member.unit, member.id, fact)
            case Amended():
                ours = self._ours(chat, fact.year, fact.at)
                self._add("INSERT INTO amendments", {**ours, **row_of(fact)})
            case Checked() | Unchecked() | Filed() | Withdrawn():
                member = membership_of(self.db, chat)
                save_approval(self.db, member.unit, member.id, self.pack_id, fact)
            case _:
                for other, told in become(self.db, chat, fact, at):
                    self.post(other, Say(told), at.isoformat())

    def _close(self, chat: str, year: int, at: str | None) -> None:
        sql = "UPDATE drafts SET closed_at = ? WHERE unit = ? AND pack = ? AND year = ? AND closed_at IS NOT ?1"
        self._do(sql, at, membership_of(self.db, chat).unit, self.pack_id, year)

    def _insert_answer(self, chat: str, fact: Answer | Cleared, columns: dict[str, object]) -> None:
        ours = self._ours(chat, fact.year, fact.at)
        self._add("INSERT INTO answers", {"question": fact.question, "item": fact.item, **ours, **columns})

    def _ours(self, chat: str, year: int | None, at: datetime) -> dict[str, object]:
        """Give what every row about a draft says: whose it is, of which draft, by whom, when."""
        member, draft = membership_of(self.db, chat), None
        if year is not None:
            sql = "SELECT id FROM drafts WHERE unit = ? AND pack = ? AND year = ?"
            (draft,) = self._row(sql, member.unit, self.pack_id, year)
        return {"unit": member.unit, "draft": draft, "member": member.id, "at": at.isoformat()}

    def post(self, chat: str, reply: Reply, now: str, under: int | None = None) -> None:
        """Put a reply into the outbox; `under`: see save."""
        edits = None
        if isinstance(reply, Ask):
            last = self._row(_SCREEN, chat)
            edits = last[0] if last else None
            if under is not None:
                self._do("UPDATE outbox SET message = ? WHERE id = ?", under, edits)
        row = {"chat": chat, "kind": kind_of(reply), "payload": reply_to_json(reply), "edits": edits, "created_at": now}
        self._add("INSERT INTO outbox", row)
