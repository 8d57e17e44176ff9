"""The buttons under a document and the orders they give, whatever screen the chat is at; draws no page."""

from __future__ import annotations

import re

from bot.interview.events import Button
from bot.interview.orders import Show
from bot.interview.pack import Pack
from bot.interview.scene import Scene

LOOK, PDF = "look", "pdf"
"""The pages as pictures, and as one file."""

_ID = re.compile(rf"({LOOK}|{PDF}):(\w+):([0-9]{{4}}):([0-9a-f]{{8}})(?::([1-9][0-9]{{0,3}}))?", re.ASCII)


def buttons(pack: Pack, document: str, year: int, mark: str, filing: int = 0) -> tuple[tuple[Button, ...], ...]:
    """Give the buttons under a document: `look:work_summary:2025:0f3a91bc`; they never grow old.

    Under one that was filed they end in the number of the filing.
    """
    end = f":{filing}" if filing else ""
    return (
        tuple(Button(f"{form}:{document}:{year}:{mark}{end}", pack.phrases[f"button_{form}"]) for form in (LOOK, PDF)),
    )


def ordered(scene: Scene, choice: str) -> Show | None:
    """Read the order a press gives; None where it is none of these, or not about a draft of this unit."""
    found = _ID.fullmatch(choice)
    if found is None:
        return None
    form, document, year, mark, number = found.groups()
    filing = int(number or 0)
    known = document in scene.pack.documents and int(year) in scene.dossier.years
    kept = {(filed.document, filed.year, filed.number) for filed in scene.dossier.filings}
    if not known or (filing and (document, int(year), filing) not in kept):
        return None
    return Show(form, document, int(year), mark, filing)
