"""A fault as the rules tell it, by ids and figures only; knows no words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.examine.model import File, Para
from bot.examine.roles import Read

SHEET, FOOTER, FILE = "page", "footer", "file"
"""Places that are no paragraph."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule, the way it is broken, the paragraph, the figures, and the few characters it is about."""

    rule: str
    case: str
    para: Para | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    quote: str = ""
    where: str = ""


Check = Callable[[File, Sequence[Read]], Iterable[Fault]]


def figure(number: float) -> str:
    """Write a figure with two decimals at most: 28.95, 16."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def millimetres(twips: float) -> str:
    """Write a length in millimetres: 37, 25.4."""
    return f"{twips / 1440 * 25.4:.1f}".removesuffix(".0")
