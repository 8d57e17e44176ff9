"""Which documents can be had, and what is confirmed before one is for the public; decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from bot.interview.approval import PUBLIC, Checked, withheld
from bot.interview.changes import changed
from bot.interview.entry import Standing
from bot.interview.events import Button
from bot.interview.filing_screen import changes_since
from bot.interview.reading import shown
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows
from bot.interview.sensitive import found
from bot.interview.values import Nothing, Number, Value, value_text


def issuing_text(scene: Scene) -> str:
    """Ask which document, or whether the public form was looked over."""
    return "\n".join(_public_lines(scene)) if scene.session.item else scene.say("issuing_ask")


def issuing_rows(scene: Scene) -> Rows:
    """Offer each document, or to confirm."""
    if scene.session.item:
        return ((Button("yes", scene.say("button_public_yes")),), (Button("no", scene.say("button_cancel")),))
    rows = tuple((Button(f"d:{id_}", name),) for id_, name in scene.pack.documents.items())
    return (*rows, (Button("sources", scene.say("button_sources")),), (Button("menu", scene.say("button_menu")),))


def published(scene: Scene, document: str) -> str:
    """Give the text of a public form as it reads now."""
    return scene.pack.told(document, scene.dossier, scene.session.year)


def digest(scene: Scene, document: str) -> str:
    """Give a few signs that are others when a public form reads otherwise."""
    return sha256(published(scene, document).encode()).hexdigest()[:16]


def looked_over(scene: Scene, document: str) -> Checked | None:
    """Give who looked a public form over as it reads now; None where nobody did."""
    marks = (mark for mark in scene.dossier.checks if (mark.year, mark.sentence) == (scene.session.year, PUBLIC))
    return next((mark for mark in marks if mark.text == digest(scene, document)), None)


def _public_lines(scene: Scene) -> Iterator[str]:
    document = scene.session.question
    name, text = scene.pack.documents[document], published(scene, document)
    yield scene.say("public_ask", document=name)
    kept_out = withheld(scene.dossier.checks, scene.session.year)
    secret = [
        entry
        for entry in scene.known.entries.values()
        if (not entry.question.public or entry.question.id in kept_out) and entry.standing is Standing.HELD
    ]
    if secret:
        yield scene.say("public_kept_back", labels="、".join(entry.question.label for entry in secret))
    for entry in secret:
        for words in dict.fromkeys(_telling(answer.value) for answer in entry.answers):
            if words and re.search(rf"(?<![0-9.]){re.escape(words)}(?![0-9.])", text):
                yield scene.say("public_still", words=shown(words), label=entry.question.label)
    for seen in found(text):
        yield scene.say(f"filing_seen_{seen.what}", passage=name, seen=seen.shown)
    if filed := scene.filed:
        yield scene.say("public_filed", number=filed.number, document=scene.pack.documents[filed.document])
        if changed(scene.pack.reread(filed.blocks), scene.passages):
            yield from changes_since(scene, filed)
    yield scene.say("public_hint")
    yield scene.say("public_confirm")


def _telling(value: Value | Nothing) -> str:
    """Give the part of an answer that would tell it wherever it stood: of a figure its digits."""
    if isinstance(value, Nothing):
        return ""
    return value.printed if isinstance(value, Number) else value_text(value)
