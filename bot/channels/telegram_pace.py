"""How fast we may send, and how long to wait after a failure; knows no message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import inf

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

DISK_PAUSE = 4.0
"""The longest where it is our own disk that is asked."""

SAID_AFTER = 4
"""Failures in a row, some ten seconds, after which it is said that a file is still on its way."""


def telegram_limit() -> AsyncLimiter:
    """Allow 30 messages in any second, at most (Bots FAQ: about 30 messages per second overall)."""
    return AsyncLimiter(6, 0.25)


def pauses(longest: float = inf) -> Iterator[float]:
    """Give the seconds to wait after each failure in a row."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(2 * pause, longest, LONGEST_PAUSE)


def seconds(error: RetryAfter) -> float:
    """Give the seconds Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
