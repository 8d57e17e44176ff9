"""What a filed draft refuses: every fact about its year but that it is withdrawn; knows no screen and no step."""

from __future__ import annotations

from bot.interview.approval import Filed, Withdrawn
from bot.interview.events import Dossier, Fact, Opened

FREE = (Opened, Withdrawn)
"""The facts about a year that a filed draft takes."""


def locking(dossier: Dossier, facts: tuple[Fact, ...]) -> Filed | None:
    """Give the filing that forbids one of these facts; None where all may become so.

    What is kept for the unit has no year, and is free.
    """
    years = {getattr(fact, "year", None) for fact in facts if not isinstance(fact, FREE)}
    return next((filed for filed in dossier.filings if filed.withdrawn is None and filed.year in years), None)
