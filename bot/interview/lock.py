"""What a filed draft refuses: nearly every fact about its year; knows no screen and no step."""

from __future__ import annotations

from bot.interview.approval import PUBLIC, WITHHELD, Checked, Filed, Unchecked, Withdrawn
from bot.interview.events import Dossier, Fact, Opened


def locking(dossier: Dossier, facts: tuple[Fact, ...]) -> Filed | None:
    """Give the filing that forbids one of these facts; None where all may become so.

    What is kept for the unit has no year, and is free.
    """
    years = {getattr(fact, "year", None) for fact in facts if not _is_free(fact)}
    return next((filed for filed in dossier.filings if filed.withdrawn is None and filed.year in years), None)


def _is_free(fact: Fact) -> bool:
    """Tell whether a filed draft takes a fact: it is withdrawn, or is about the public form, which comes later."""
    if isinstance(fact, Checked | Unchecked):
        return fact.sentence.startswith((PUBLIC, WITHHELD))
    return isinstance(fact, Opened | Withdrawn)
