"""Who belongs to which unit, and how one comes in and goes; every statement names the unit or the chat it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.interview.events import (
    EDITOR,
    OWNER,
    Erased,
    HandedOver,
    Joined,
    Left,
    Member,
    Named,
    Removed,
)
from bot.interview.events import Membership as Fact
from bot.storage.erase import erase, withdraw
from bot.storage.tables import add_row, table

PATIENCE = timedelta(hours=1)
"""The time in which a stranger's messages are counted."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A chat in a unit: the number of either, the member's name and role, the unit's name."""

    id: int
    unit: int
    name: str
    role: str
    unit_name: str


def member_of(db: Database, chat: str) -> Membership | None:
    """Give a chat's membership; None where it belongs to no unit."""
    row = db.execute(
        """SELECT m.id, m.unit, m.name, m.role, u.name FROM members m JOIN units u ON u.id = m.unit
           WHERE m.chat = ? AND m.left_at IS NULL""",
        [chat],
    ).fetchone()
    return Membership(*row) if row else None


def membership_of(db: Database, chat: str) -> Membership:
    """Give the membership a fact of this chat is about: but for joining, only members have facts."""
    member = member_of(db, chat)
    if member is None:
        raise LookupError(chat)
    return member


def members_of(db: Database, unit: int) -> list[Member]:
    """Give who is in a unit, in the order of joining."""
    rows = db.execute("SELECT name, role, id FROM members WHERE unit = ? AND left_at IS NULL ORDER BY id", [unit])
    return [Member(*row) for row in rows]


def add_member(db: Database, chat: str, unit: int, role: str, at: datetime) -> int:
    """Let a chat into a unit and give its number there."""
    return add_row(db, "members", {"unit": unit, "chat": chat, "role": role, "name": "", "joined_at": at.isoformat()})


def join(db: Database, chat: str, invite: str, at: datetime) -> None:
    """Let a chat in with an invite, named by its hash, which is used up; it is no stranger any more."""
    (unit,) = db.execute("SELECT unit FROM invites WHERE hash = ? AND used_at IS NULL", [invite]).fetchone()
    member = add_member(db, chat, unit, role_for_next(db, unit), at)
    db.execute("UPDATE invites SET used_at = ?, used_by = ? WHERE hash = ?", [at.isoformat(), member, invite])
    db.execute("DELETE FROM strangers WHERE chat = ?", [chat])


def role_for_next(db: Database, unit: int) -> str:
    """Give the role of the next to join: owner where nobody is."""
    return EDITOR if any(member.role == OWNER for member in members_of(db, unit)) else OWNER


def become(db: Database, chat: str, fact: Fact, at: datetime) -> list[tuple[str, str]]:
    """Store what a chat did about who belongs to its unit; give which other chats are to be told what."""
    if isinstance(fact, Joined):
        join(db, chat, fact.invite, at)
        return []
    member = membership_of(db, chat)
    told: list[str | None] = []
    words = ""
    match fact:
        case Named():
            db.execute("UPDATE members SET name = ? WHERE unit = ? AND id = ?", [fact.name, member.unit, member.id])
        case Left():
            leave(db, member.unit, chat, at)
        case Removed(other, words):
            told = [remove(db, member.unit, other, at)]
        case HandedOver(other, words):
            told = [hand_over(db, member.unit, other)]
        case Erased(words):
            told = [*erase(db, member.unit, at)]
    return [(to, words) for to in told if to and to != chat]


def leave(db: Database, unit: int, chat: str, at: datetime) -> None:
    """Let a chat's member go: the answers stay, the place in the conversation and what waits to be sent do not."""
    db.execute(
        "UPDATE members SET left_at = ? WHERE unit = ? AND chat = ? AND left_at IS NULL", [at.isoformat(), unit, chat]
    )
    for name in ("sessions", "parked"):
        table(db, name).delete_where("chat = ?", [chat])
    withdraw(db, chat, at)


def remove(db: Database, unit: int, member: int, at: datetime) -> str | None:
    """Put a member of this unit out and give their chat; invites still out are void, as they may know a code."""
    chat = _chat(db, unit, member)
    if chat is not None:
        leave(db, unit, chat, at)
        db.execute("DELETE FROM invites WHERE unit = ? AND used_at IS NULL", [unit])
    return chat


def hand_over(db: Database, unit: int, member: int) -> str | None:
    """Make a member of this unit its one owner, everyone else an editor, and give the new owner's chat."""
    chat = _chat(db, unit, member)
    if chat is not None:
        db.execute("UPDATE members SET role = iif(id = ?, ?, ?) WHERE unit = ?", [member, OWNER, EDITOR, unit])
    return chat


def knock(db: Database, chat: str, at: datetime) -> int:
    """Count a message of a chat that belongs to no unit, and give how many came within the hour.

    A clock that went back starts no new hour, and does not make the wait longer than one.
    """
    row = db.execute("SELECT since, count FROM strangers WHERE chat = ?", [chat]).fetchone()
    since, count = (datetime.fromisoformat(row[0]), row[1]) if row else (at, 0)
    if at >= since + PATIENCE:
        since, count = at, 0
    counted = {"chat": chat, "since": min(since, at).isoformat(), "count": count + 1}
    table(db, "strangers").upsert(counted, pk="chat")
    return int(counted["count"])


def _chat(db: Database, unit: int, member: int) -> str | None:
    sql = "SELECT chat FROM members WHERE unit = ? AND id = ? AND left_at IS NULL"
    row = db.execute(sql, [unit, member]).fetchone()
    return row[0] if row else None
