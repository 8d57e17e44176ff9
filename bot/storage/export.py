"""All of a unit's rows as JSON, for its owner to take along; knows the tables, not what the answers mean."""

from __future__ import annotations

import json
from datetime import datetime

from sqlite_utils import Database

from bot.storage.erase import tables_with
from bot.storage.tables import table

NOT_THEIRS = ("uploads",)
"""Tables about a unit that hold nothing of it: by which ids one messenger has files."""

KEPT_BACK = ("chat", "hash", "word")
"""Columns that are not written: the numbers of people's accounts, what opens the door, files that go beside it."""


def exported(db: Database, unit: int, at: datetime) -> bytes:
    """Write everything that is stored of a unit: {"unit": …, "members": […], "drafts": […], "answers": […], …}.

    An answer comes with its year and the name of who gave it; what was understood beside what was typed.
    """
    (about,) = _rows(db, "units", "id", unit)
    names = {member["id"]: member["name"] for member in _rows(db, "members", "unit", unit)}
    years = {draft["id"]: draft["year"] for draft in _rows(db, "drafts", "unit", unit)}
    tables = {name: _rows(db, name, "unit", unit) for name in tables_with(db, "unit") if name not in NOT_THEIRS}
    for answer in tables["answers"]:
        answer |= {"year": years.get(answer["draft"]), "by": names.get(answer["member"])}
        answer["value"] = json.loads(str(answer["value"])) if answer["value"] else None
    for amendment in tables["amendments"]:
        amendment |= {"year": years.get(amendment["draft"]), "by": names.get(amendment["member"])}
        amendment["ties"] = json.loads(str(amendment["ties"]))
    everything = {"exported_at": at.isoformat(), "unit": about, **tables}
    return (json.dumps(everything, ensure_ascii=False, indent=2) + "\n").encode()


def _rows(db: Database, name: str, column: str, unit: int) -> list[dict[str, object]]:
    rows = table(db, name).rows_where(f"{column} = ?", [unit], order_by="rowid")
    return [{key: value for key, value in row.items() if key not in KEPT_BACK} for row in rows]
