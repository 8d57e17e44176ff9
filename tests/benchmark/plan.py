"""What one measurement is asked to do and what it found, as frozen records without behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Screen:
    """A message of a bot, as it is sent: text and inline keyboard."""

    text: str
    markup: Json | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """What the officials know: for a line of a message, what is typed to it; `end`: what the last message says."""

    answers: Mapping[str, tuple[str, ...]]
    end: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One measurement.

    `delay`: a round trip in seconds; `chats`: who writes, and the message each has before them; `spares`: who takes
    over when one is through; `rate`: updates offered in a second, 0: each chat writes as soon as it has its answer.
    It ends after `seconds`, or after `updates` answered.
    """

    script: Script
    chats: tuple[tuple[int, Screen], ...]
    spares: tuple[tuple[int, Screen], ...] = ()
    delay: float = 0.0
    rate: float = 0.0
    warm: float = 0.0
    seconds: float = 60.0
    updates: int = 10**9


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured; times in milliseconds, memory in megabytes, calls and polls for each update answered."""

    answered: int
    rate: float
    p50: float
    p99: float
    cpu: float
    memory: float
    calls: float
    polls: float
    presses: float
    server: float  # share of a core the server took
    strays: tuple[str, ...] = field(default=())  # messages the officials did not understand
