"""What stands under a document in a chat: its title, what is unanswered, who is to be asked; holds no sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.interview.approval import Filed
from bot.interview.filed_words import filed_line
from bot.interview.known import Entry, Known, Standing
from bot.interview.reading import units
from bot.interview.wording import fill

MOST = 1024
"""UTF-16 units of a caption (Bot API, sendDocument)."""

_TITLE, _OPEN, _WAITING, _CARRIED = 150, 350, 200, 200
"""What of it the title and the three lists may take; the rest is for the words around them."""


def caption(phrases: Mapping[str, str], known: Known, title: str, outdated: int = 0) -> str:
    """Write the caption of a document as it stands; `outdated`: how many amendments are older than the answers."""
    entries = known.entries.values()
    owed = [entry.question.label for entry in entries if entry.owed]
    waiting = [_with_holder(phrases, entry) for entry in entries if entry.standing is Standing.LATER]
    told = [_cut(title, _TITLE)]
    if owed:
        told.append(_counted(phrases["caption_open"], owed, _listed(phrases, owed, _OPEN)))
    if waiting:
        told.append(_counted(phrases["caption_waiting"], waiting, _listed(phrases, waiting, _WAITING)))
    if carried := [entry.question.label for entry in entries if entry.carried]:
        told.append(_counted(phrases["caption_carried"], carried, _listed(phrases, carried, _CARRIED)))
    if not owed and not waiting:
        told.append(phrases["caption_done"])
    if outdated:
        told.insert(1, fill(phrases["caption_outdated"], {"count": str(outdated)}))
    return _cut("\n".join(told), MOST)


def filed_caption(phrases: Mapping[str, str], filed: Filed, title: str) -> str:
    """Write the caption of a document that was filed: which it is, by whom, and that it was withdrawn."""
    return _cut("\n".join((_cut(title, _TITLE), filed_line(phrases, filed))), MOST)


def _counted(phrase: str, labels: Sequence[str], listed: str) -> str:
    return fill(phrase, {"count": str(len(labels)), "labels": listed})


def _with_holder(phrases: Mapping[str, str], entry: Entry) -> str:
    label, holder = entry.question.label, entry.question.holder
    return fill(phrases["caption_holder"], {"label": label, "holder": holder}) if holder else label


def _listed(phrases: Mapping[str, str], labels: Iterable[str], room: int) -> str:
    """Join as many labels as there is room for, and say where there are more."""
    joined = ""
    for label in labels:
        longer = f"{joined}、{label}" if joined else _cut(label, room)
        if units(longer) > room:
            return fill(phrases["caption_more"], {"labels": joined})
        joined = longer
    return joined


def _cut(text: str, most: int) -> str:
    """Cut a text to so many UTF-16 units, never inside a character."""
    if units(text) <= most:
        return text
    while units(text) > most - 1:
        text = text[:-1]
    return f"{text}…"
