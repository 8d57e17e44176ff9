"""Where each chat is, a row per chat that is in a unit; knows nothing of answers."""

from __future__ import annotations

import json
from datetime import datetime

from sqlite_utils import Database

from bot.interview.inputs import Said
from bot.interview.session import Session, State

_COLUMNS = (
    "chat",
    "state",
    "year",
    "question",
    "screen",
    "held",
    "item",
    "via",
    "saw",
    "changed",
    "places",
    "pack_version",
    "updated_at",
)
_SAVE = (
    f"INSERT INTO sessions ({', '.join(_COLUMNS)}) VALUES (:{', :'.join(_COLUMNS)})"  # noqa: S608 - ours
    f" ON CONFLICT (chat) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])}"
)


def session_of(db: Database, chat: str) -> Session:
    """Give where a chat is."""
    sql = "SELECT state, year, question, screen, held, places, item, via, saw, changed FROM sessions WHERE chat = ?"
    row = db.conn.execute(sql, [chat]).fetchone()
    if row is None:
        return Session()
    state, year, question, screen, held, places, item, via, saw, changed = row
    return Session(State(state), year, question, screen, _read(held), item, via, saw, changed, _places(places))


def save_session(db: Database, chat: str, session: Session, version: str, now: str) -> None:
    """Keep where a member is, and which version of the questions they were shown; of a stranger nothing is kept."""
    if session.state is State.STRANGER:
        db.conn.execute("DELETE FROM sessions WHERE chat = ?", [chat])
        return
    row = {"chat": chat, "state": session.state.value, "year": session.year, "question": session.question}
    row |= {"screen": session.screen, "held": _written(session.held), "item": session.item, "via": session.via}
    row |= {"saw": session.saw, "changed": session.changed, "pack_version": version, "updated_at": now}
    row["places"] = json.dumps(dict(session.places)) if session.places else ""
    db.conn.execute(_SAVE, row)


def _written(held: tuple[Said, ...]) -> str | None:
    rows = [{"at": said.at.isoformat(), "text": said.text, "message": said.message} for said in held]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def _read(held: str | None) -> tuple[Said, ...]:
    rows = json.loads(held) if held else []
    return tuple(Said(datetime.fromisoformat(row["at"]), row["text"], row["message"]) for row in rows)


def _places(places: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(year), question) for year, question in json.loads(places).items()) if places else ()
