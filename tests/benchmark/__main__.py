"""The command: which cells are measured, in which order and how often; stops by itself."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark import table
from tests.benchmark.contenders import CONVERSATION, ECHO, OURS, Bench, Cell, Size
from tests.benchmark.copies import add_finished, make_database
from tests.benchmark.interview import play

FULL_UNITS = 40_000  # the townships and street offices of the whole country
WHOLE = Size(seconds=10, warm=2, limited_seconds=20, repeats=3, starts=5, chats=(50, 500, 5000), units=FULL_UNITS)
QUICK = Size(seconds=1, warm=0.5, limited_seconds=3, repeats=1, starts=1, chats=(50,), units=1000)


def cells(size: Size) -> Iterator[Cell]:
    """Give the cells of one repetition: what is compared is measured one right after the other."""
    for delay in (0, 40):
        for chats in size.chats:
            yield from (Cell(bot, delay, chats) for bot in (OURS, ECHO, CONVERSATION))
            if delay == 0 and chats == min(size.chats, key=lambda chats: abs(chats - 500)):
                yield Cell(OURS, delay, chats, full=True)
    yield Cell(OURS, 40, 50, rate=10)


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only see that it runs: under a minute")
    size = QUICK if parser.parse_args().quick else WHOLE
    busy = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, "full.db")
        make_database(full)
        interview = play(Path(folder))
        add_finished(full, interview, size.units)
        bench = Bench(Path(folder), size, interview, full)
        for number in range(size.repeats):
            for cell in cells(size):
                _tell(f"{number + 1}/{size.repeats}  {table.row(cell, [bench.measure(cell)])}")
        for _ in range(size.starts):
            bench.start()
        print(f"The {os.cpu_count()} cores had {busy:.1f} processes to run before this one began.\n")  # noqa: T201
        print("\n".join(table.lines(bench)))  # noqa: T201 - it is what the command is for


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
