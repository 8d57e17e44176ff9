"""Which documents can be had, and what is confirmed before one is for the public; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from bot.interview.approval import PUBLIC, Checked, withheld
from bot.interview.changes import changed
from bot.interview.entry import Standing
from bot.interview.events import Button
from bot.interview.filing_screen import changes_since
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows
from bot.interview.sensitive import found


def issuing_text(scene: Scene) -> str:
    """Ask which document, or whether the public form was looked over."""
    return "\n".join(_public_lines(scene)) if scene.session.item else scene.say("issuing_ask")


def issuing_rows(scene: Scene) -> Rows:
    """Offer each document, or to confirm."""
    if scene.session.item:
        return ((Button("yes", scene.say("button_public_yes")),), (Button("no", scene.say("button_cancel")),))
    rows = tuple((Button(f"d:{id_}", name),) for id_, name in scene.pack.documents.items())
    return (*rows, (Button("sources", scene.say("button_sources")),), (Button("menu", scene.say("button_menu")),))


def digest(scene: Scene) -> str:
    """Give a few signs that are others when the draft reads otherwise, or something else is kept out of it."""
    kept_out = sorted(withheld(scene.dossier.checks, scene.session.year))
    return sha256("\n".join([*kept_out, *(passage.text for passage in scene.passages)]).encode()).hexdigest()[:16]


def looked_over(scene: Scene) -> Checked | None:
    """Give who looked the public form over as the draft reads now; None where nobody did."""
    marks = (mark for mark in scene.dossier.checks if (mark.year, mark.sentence) == (scene.session.year, PUBLIC))
    return next((mark for mark in marks if mark.text == digest(scene)), None)


def _public_lines(scene: Scene) -> Iterator[str]:
    yield scene.say("public_ask")
    kept_out = withheld(scene.dossier.checks, scene.session.year)
    kept_back = [
        entry.question.label
        for entry in scene.known.entries.values()
        if (not entry.question.public or entry.question.id in kept_out) and entry.standing is Standing.HELD
    ]
    if kept_back:
        yield scene.say("public_kept_back", labels="、".join(kept_back))
    for passage in scene.passages:
        for seen in found(passage.text):
            number = scene.say("passage_number", number=passage.number)
            yield scene.say(f"filing_seen_{seen.what}", passage=number, seen=seen.shown)
    if filed := scene.filed:
        yield scene.say("public_filed", number=filed.number)
        if changed(scene.pack.reread(filed.blocks), scene.passages):
            yield from changes_since(scene, filed)
    yield scene.say("public_hint")
    yield scene.say("public_confirm")
