"""Invites: made with a code that is shown once and stored as a hash, found by it while good."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.interview.events import Invite
from bot.storage.members import role_for_next
from bot.storage.tables import add_row, table

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 16
GOOD_FOR = timedelta(days=7)


def make_invite(db: Database, unit: str, at: datetime) -> str:
    """Make an invite to the unit of this name, which is created where it is new, and give its code.

    The first to join a unit is its owner, everyone after an editor.
    """
    row = db.execute("SELECT id FROM units WHERE name = ?", [unit]).fetchone()
    return invite_to(db, row[0] if row else add_row(db, "units", {"name": unit, "created_at": at.isoformat()}), at)


def invite_to(db: Database, unit: int, at: datetime) -> str:
    """Make an invite to a unit and give its code: 16 signs, good for 7 days, used up by one."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    expires = (at + GOOD_FOR).isoformat()
    table(db, "invites").insert({"hash": hashed(code), "unit": unit, "expires_at": expires})
    return code


def find_invite(db: Database, code: str, at: datetime) -> Invite | None:
    """Find the invite of a code, unused and not expired; the role is decided by who is in the unit by now."""
    row = db.execute(
        """SELECT i.hash, u.name, i.expires_at, u.id FROM invites i JOIN units u ON u.id = i.unit
           WHERE i.hash = ? AND i.used_at IS NULL""",
        [hashed(code)],
    ).fetchone()
    if row is None or datetime.fromisoformat(row[2]) < at:
        return None
    return Invite(row[0], row[1], role_for_next(db, row[3]))


def hashed(code: str) -> str:
    """Hash a code; it has 80 random bits, so a plain SHA-256 cannot be searched."""
    return hashlib.sha256(code.encode()).hexdigest()
