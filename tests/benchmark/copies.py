"""Databases as full as a measurement needs: one unit's rows, copied with numbers of their own; knows no question."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.storage.opening import open_database
from tests.benchmark.interview import Interview
from tests.benchmark.plan import Screen

FIRST_CHAT = 1_000_000


def make_database(file: Path) -> None:
    """Make an empty database of the newest shape."""
    open_database(file).close()


def add_finished(file: Path, interview: Interview, units: int) -> None:
    """Add units that are through with the interview."""
    with _writing(file) as connection:
        _copy(connection, interview.finished, units)
    connection.close()


def add_officials(file: Path, interview: Interview, chats: int, spares: int) -> list[tuple[int, Screen]]:
    """Add officials, each of a unit of its own: `chats` spread over all stages, behind them `spares` at the first."""
    files, screens = interview.files, interview.screens
    stages = min(len(files), chats)
    with _writing(file) as connection:
        firsts = [_copy(connection, files[stage], len(range(stage, chats, stages))) for stage in range(stages)]
        spare = _copy(connection, files[0], spares)
    connection.close()
    found = [(firsts[number % stages] + number // stages, screens[number % stages]) for number in range(chats)]
    return found + [(chat, screens[0]) for chat in range(spare, spare + spares)]


def _writing(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-500000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _copy(connection: sqlite3.Connection, source: Path, units: int) -> int:
    """Copy all rows of a database with one unit `units` times; give the chat of the first.

    Row r of a table that holds h rows becomes its rows h + (r - 1) * units + 1 and following: rows of many units lie
    mixed, as they do where many answer at once. What refers to a row follows it.
    """
    do = connection.execute
    connection.commit()
    do("ATTACH ? AS source", [str(source)])
    do("CREATE TEMP TABLE copies (i INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO copies VALUES (?)", ((i,) for i in range(1, units + 1)))
    listed = do("SELECT name FROM source.sqlite_master WHERE type = 'table' AND name NOT GLOB '*sqlite_*'")
    tables = [name for (name,) in listed]
    held = {name: do(f"SELECT coalesce(max(rowid), 0) FROM main.{name}").fetchone()[0] for name in tables}  # noqa: S608
    for name in tables:
        columns = _columns(connection, name, held, units)
        do(
            f"INSERT INTO main.{name} ({','.join(columns)}) "  # noqa: S608
            f"SELECT {','.join(columns.values())} FROM source.{name} AS t CROSS JOIN copies"
        )
    do("DROP TABLE copies")
    connection.commit()
    do("DETACH source")
    return FIRST_CHAT + int(held["units"]) + 1


def _columns(connection: sqlite3.Connection, table: str, held: dict[str, int], units: int) -> dict[str, str]:
    """Say in SQL what each column of a copy holds."""
    info = connection.execute(f"PRAGMA source.table_info({table})").fetchall()
    keys = connection.execute(f"PRAGMA source.foreign_key_list({table})").fetchall()
    numbers = {row[3]: row[2] for row in keys} | {row[1]: table for row in info if row[5] and row[2] == "INTEGER"}
    known = {
        "chat": f"'telegram:' || ({FIRST_CHAT + held['units']} + i)",
        "key": f"'telegram:' || ({held[table]} + (t.rowid - 1) * {units} + i)",
        "hash": f"t.hash || ({held[table]} + i)",
        "value": """replace(t.value, '"text": "', '"text": "' || i)""",  # no two units write the same
    }
    if table == "units":
        known["name"] = f"({held['units']} + i) || '号' || t.name"
    moved = {name: f"{held[of]} + (t.{name} - 1) * {units} + i" for name, of in numbers.items()}
    return {name: known.get(name) or moved.get(name, f"t.{name}") for _, name, *_ in info}
