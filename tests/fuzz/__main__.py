"""Runs as many generated inputs as are asked for, each time others, and prints how many of which kind: N [SEED]."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from telegram import Update

from bot.channels.telegram_form import chat_of, to_input
from tests.fuzz.moves import MOVES
from tests.fuzz.play import Core, kept, play
from tests.fuzz.updates import broken

LENGTH = 40
ROUNDS = 10


def run(inputs: int, first: int) -> None:
    """Play most inputs against the core, one in ten through a database, and read as many broken updates besides."""
    counts: Counter[str] = Counter()
    stored: Counter[str] = Counter()
    raw: Counter[str] = Counter()
    lists = st.lists(MOVES, min_size=LENGTH, max_size=LENGTH)
    for number in range(ROUNDS):
        share = inputs // ROUNDS // LENGTH
        repeat(lambda moves: play(moves, Core(), counts), lists, share, first + number)
        repeat(lambda moves: kept(moves, stored), lists, share // 10, first + number)
        repeat(lambda update: read(update, raw), broken(), inputs // ROUNDS // 5, first + number)
        print(f"{sum(counts.values())} + {sum(stored.values())} + {sum(raw.values())}", flush=True)  # noqa: T201
    for title, kinds in (("core", counts), ("database", stored), ("updates", raw)):
        told = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
        print(f"{title}: {sum(kinds.values())} ({told})")  # noqa: T201


def repeat(test: Callable[[Any], None], strategy: st.SearchStrategy[Any], times: int, number: int) -> None:
    """Run a test on so many generated examples; the seed says which."""
    plan = settings(
        max_examples=max(times, 1),
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    seed(number)(plan(given(strategy)(test)))()


def read(raw: dict[str, Any], counts: Counter[str]) -> None:
    """Read one broken update; what the library refuses is no input of ours."""
    try:
        update = Update.de_json(raw, None)
    except Exception:
        counts["refused by the library"] += 1
        return
    chat_of(update)
    counts[type(to_input(update)).__name__] += 1


if __name__ == "__main__":
    started = time.monotonic()
    run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns() % 10**6)
    print(f"{time.monotonic() - started:.0f} s")  # noqa: T201
