"""What a chat's conversation reads and writes, in one transaction per update; knows tables, not what is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.errors import StoreError
from bot.interview.events import (
    Answer,
    Ask,
    Cleared,
    Dossier,
    Fact,
    Issue,
    Joined,
    Member,
    Named,
    Opened,
    Reply,
    Say,
    Session,
    State,
    Turn,
)
from bot.interview.values import Nothing, value_text
from bot.storage.backup import copy_before
from bot.storage.codec import reply_from_json, reply_to_json, value_from_json, value_to_json
from bot.storage.invites import find_invite, role_for_next
from bot.storage.migrations import add_row, check_ours, migrate, reason, transaction

CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row of the outbox: what is to be sent to which chat; `edits`: the channel's message it takes the place of."""

    id: int
    chat: str
    reply: Reply
    edits: int | None = None


def open_database(path: str | Path) -> Database:
    """Open a database (":memory:" for none on disk) readable by its owner alone, and bring it to the newest shape.

    WAL, synchronous=FULL and foreign keys on (SQLite documentation, pragma). StoreError where it cannot be used; one
    that is not ours, or newer than this program, is left as it is.
    """
    try:
        if path != ":memory:":
            Path(path).touch(mode=0o600)
        db = Database(path)
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"数据库 {path} 打不开（{reason(error)}），请检查路径、权限和磁盘空间。") from error
    return db


def _prepare(db: Database, path: str | Path) -> None:
    db.conn.isolation_level = None
    check_ours(db)
    if path != ":memory:":
        Path(path).chmod(0o600)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=2000"):
        db.execute(f"PRAGMA {pragma}").fetchall()
    copies: list[Path] = []
    try:
        migrate(db, lambda step: copies.append(copy_before(Path(path), step)))
    except BaseException:
        for copy in copies:  # nothing was changed
            copy.unlink()
        raise


class Store:
    """One open database."""

    def __init__(self, db: Database, pack_id: str, pack_version: str = "") -> None:
        self.db, self.pack_id, self.pack_version = db, pack_id, pack_version

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the one write lock around load, advance and save; nothing stays of it when something raises.

        One inside another is undone by itself, and committed with the outer one.
        """
        with transaction(self.db):
            yield

    def seen(self, key: str) -> bool:
        """Tell whether the update of this key was saved before."""
        return bool(self._row("SELECT 1 FROM updates WHERE key = ?", key))

    def next_key(self) -> str:
        """Give a key for a channel whose messages bear none: one more than the updates seen."""
        return str(self._row("SELECT coalesce(max(rowid), 0) + 1 FROM updates")[0])

    def load(self, chat: str, code: str, at: datetime) -> tuple[Session, Dossier]:
        """Give where a chat is, and what the core may know: of its own unit alone, or of the invite it names."""
        dossier = self.dossier_of(chat)
        if dossier.member is None and code:
            dossier = Dossier(invite=find_invite(self.db, code, at))
        return self.session_of(chat), dossier

    def session_of(self, chat: str) -> Session:
        """Give where a chat is."""
        row = self._row("SELECT state, year, question, screen FROM sessions WHERE chat = ?", chat)
        return Session(State(row[0]), *row[1:]) if row else Session()

    def dossier_of(self, chat: str) -> Dossier:
        """Give what is known of a chat's own unit; nothing where it belongs to none."""
        member = self._member(chat)
        if member is None:
            return Dossier()
        _, unit, name, role, unit_name = member
        answers, used = self._answers(unit)
        years = self._do("SELECT year FROM drafts WHERE unit = ? AND pack = ?", unit, self.pack_id)
        return Dossier(unit_name, Member(name, role), None, tuple(sorted(y for (y,) in years)), answers, used)

    def save(self, chat: str, key: str, turn: Turn, at: datetime) -> None:
        """Store what became so, where the chat is now, that the update was seen, and what must be sent."""
        for fact in turn.facts:
            self._save_fact(chat, fact, at)
        now = at.isoformat()
        session = turn.session
        self._do(
            """INSERT INTO sessions (chat, state, year, question, screen, updated_at) VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT (chat) DO UPDATE SET state = excluded.state, year = excluded.year,
                 question = excluded.question, screen = excluded.screen, updated_at = excluded.updated_at""",
            chat,
            session.state.value,
            session.year,
            session.question,
            session.screen,
            now,
        )
        self._add("INSERT OR IGNORE INTO updates", {"key": key, "chat": chat, "at": now})
        for reply in turn.replies:
            self._post(chat, reply, now)

    def park(self, chat: str, key: str, evidence: str, error: str, reply: Reply | None, at: datetime) -> None:
        """Put an update aside with its evidence: it counts as seen, and the chat gets a reply."""
        now = at.isoformat()
        row = {"key": key, "chat": chat, "evidence": evidence, "error": error, "at": now}
        self._add("INSERT OR IGNORE INTO parked", row)
        self._add("INSERT OR IGNORE INTO updates", {"key": key, "chat": chat, "at": now})
        if reply:
            self._post(chat, reply, now)

    def chats_waiting(self) -> list[str]:
        """Give the chats that have something to be sent, the longest waiting first."""
        rows = self.db.execute("SELECT chat FROM outbox WHERE sent_at IS NULL GROUP BY chat ORDER BY min(id)")
        return [chat for (chat,) in rows]

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

        `refused`: why it never can be; it counts as sent then.
        """
        self.db.execute(
            """UPDATE outbox SET message = ?1, sent_at = coalesce(sent_at, ?3), refused = nullif(?4, '')
               WHERE id IN (?2, (SELECT edits FROM outbox WHERE id = ?2))""",
            [message, outgoing.id, at.isoformat(), refused],
        )

    def ensure_local(self, chat: str, at: datetime) -> None:
        """Make the person at this terminal owner of a local unit, once."""
        if self._member(chat) is None:
            self._add_member(chat, add_row(self.db, "units", {"name": "", "created_at": at.isoformat()}), "owner", at)

    def _do(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        """Run a statement on the connection itself: sqlite-utils would look up the table's columns each time."""
        return self.db.conn.execute(sql, parameters)

    def _row(self, sql: str, *parameters: object) -> Any:  # noqa: ANN401 - a row of whatever the statement selects
        return self._do(sql, *parameters).fetchone()

    def _add(self, insert_into: str, row: Mapping[str, object]) -> None:
        """Add a row; `insert_into` names the table."""
        self.db.conn.execute(f"{insert_into} ({', '.join(row)}) VALUES (:{', :'.join(row)})", row)

    def _member(self, chat: str) -> Any:  # noqa: ANN401
        return self._row(
            """SELECT m.id, m.unit, m.name, m.role, u.name FROM members m JOIN units u ON u.id = m.unit
               WHERE m.chat = ? AND m.left_at IS NULL""",
            chat,
        )

    def _answers(self, unit: int) -> tuple[tuple[Answer, ...], dict[tuple[int | None, str], int]]:
        rows = self._do(
            """SELECT d.year, a.question, a.item, a.position, a.value, a.absence, a.typed, a.source, a.at, a.message,
                      m.name
               FROM current_answers a LEFT JOIN drafts d ON d.id = a.draft LEFT JOIN members m ON m.id = a.member
               WHERE a.unit = ? AND (d.pack = ? OR d.pack IS NULL) ORDER BY a.id""",
            unit,
            self.pack_id,
        )
        answers = tuple(
            Answer(
                year,
                question,
                Nothing(absence) if absence else value_from_json(value),
                typed,
                datetime.fromisoformat(at),
                item,
                position,
                source,
                by or "",
                message,
            )
            for year, question, item, position, value, absence, typed, source, at, message, by in rows
        )
        highest = self._do(
            """SELECT d.year, a.question, max(a.item) FROM answers a LEFT JOIN drafts d ON d.id = a.draft
               WHERE a.unit = ? AND a.item > 0 AND (d.pack = ? OR d.pack IS NULL) GROUP BY a.draft, a.question""",
            unit,
            self.pack_id,
        )
        return answers, {(year, question): item for year, question, item in highest}

    def _save_fact(self, chat: str, fact: Fact, at: datetime) -> None:
        match fact:
            case Joined():
                self._join(chat, fact.invite, at)
            case Named():
                self._do("UPDATE members SET name = ? WHERE chat = ? AND left_at IS NULL", fact.name, chat)
            case Opened():
                row = {"unit": self._member(chat)[1], "pack": self.pack_id, "year": fact.year}
                row |= {"pack_version": self.pack_version, "created_at": at.isoformat()}
                self._add("INSERT OR IGNORE INTO drafts", row)
            case Answer():
                nothing = fact.value.value if isinstance(fact.value, Nothing) else None
                value = None if isinstance(fact.value, Nothing) else value_to_json(fact.value)
                printed = "" if isinstance(fact.value, Nothing) else value_text(fact.value)
                columns = {"position": fact.position, "typed": fact.typed, "source": fact.source}
                columns |= {"message": fact.message, "absence": nothing, "value": value, "printed": printed}
                self._insert_answer(chat, fact, columns)
            case Cleared():
                self._insert_answer(chat, fact, {"position": 0, "typed": "", "source": "typed", "absence": CLEARED})

    def _insert_answer(self, chat: str, fact: Answer | Cleared, columns: dict[str, object]) -> None:
        member, unit, *_ = self._member(chat)
        draft = None
        if fact.year is not None:
            sql = "SELECT id FROM drafts WHERE unit = ? AND pack = ? AND year = ?"
            (draft,) = self._row(sql, unit, self.pack_id, fact.year)
        ours = {"unit": unit, "draft": draft, "member": member, "at": fact.at.isoformat()}
        self._add("INSERT INTO answers", {"question": fact.question, "item": fact.item, **ours, **columns})

    def _join(self, chat: str, invite: str, at: datetime) -> None:
        (unit,) = self._row("SELECT unit FROM invites WHERE hash = ?", invite)
        member = self._add_member(chat, unit, role_for_next(self.db, unit), at)
        self._do("UPDATE invites SET used_at = ?, used_by = ? WHERE hash = ?", at.isoformat(), member, invite)

    def _add_member(self, chat: str, unit: int, role: str, at: datetime) -> int:
        row = {"unit": unit, "chat": chat, "role": role, "name": "", "joined_at": at.isoformat()}
        return add_row(self.db, "members", row)

    def _post(self, chat: str, reply: Reply, now: str) -> None:
        match reply:
            case Say():
                kind = "say"
            case Ask():
                kind = "ask"
            case Issue():
                kind = "issue"
        edits = None
        if isinstance(reply, Ask) and reply.replaces:
            sql = "SELECT coalesce(edits, id) FROM outbox WHERE chat = ? AND kind = 'ask' ORDER BY id DESC"
            last = self._row(sql, chat)
            edits = last[0] if last else None
        row = {"chat": chat, "kind": kind, "payload": reply_to_json(reply), "edits": edits, "created_at": now}
        self._add("INSERT INTO outbox", row)
