"""Where each chat is, a row per chat that is in a unit; knows nothing of answers."""

from __future__ import annotations

import json
from datetime import datetime

from sqlite_utils import Database

from bot.interview.events import Said, Session, State


def session_of(db: Database, chat: str) -> Session:
    """Give where a chat is."""
    sql = "SELECT state, year, question, screen, held FROM sessions WHERE chat = ?"
    row = db.conn.execute(sql, [chat]).fetchone()
    if row is None:
        return Session()
    state, year, question, screen, held = row
    return Session(State(state), year, question, screen, _read(held))


def save_session(db: Database, chat: str, session: Session, now: str) -> None:
    """Keep where a member is; of a stranger nothing is kept."""
    if session.state is State.STRANGER:
        db.conn.execute("DELETE FROM sessions WHERE chat = ?", [chat])
        return
    held = _written(session.held)
    db.conn.execute(
        """INSERT INTO sessions (chat, state, year, question, screen, held, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (chat) DO UPDATE SET state = excluded.state, year = excluded.year, held = excluded.held,
             question = excluded.question, screen = excluded.screen, updated_at = excluded.updated_at""",
        [chat, session.state.value, session.year, session.question, session.screen, held, now],
    )


def _written(held: tuple[Said, ...]) -> str | None:
    rows = [{"at": said.at.isoformat(), "text": said.text, "message": said.message} for said in held]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def _read(held: str | None) -> tuple[Said, ...]:
    rows = json.loads(held) if held else []
    return tuple(Said(datetime.fromisoformat(row["at"]), row["text"], row["message"]) for row in rows)
