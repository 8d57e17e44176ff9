"""What a filled 题单 shows before anything of it is stored: what is new, what changes, what was not read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.interview.events import Answer, Button
from bot.interview.inputs import Said
from bot.interview.known import Entry
from bot.interview.outline import written
from bot.interview.outline_changes import Change, Comparison, compare
from bot.interview.outline_reading import Unread
from bot.interview.pack import Kind
from bot.interview.pasted import goes_on, seam
from bot.interview.reading import shown
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, answer_text

LONGEST, MOST_UNREAD = 40, 10
"""Characters of an answer that are shown, and lines that were not read."""


def filled(held: tuple[Said, ...]) -> Said:
    """Join what was sent of a sheet: pieces of one paste as they were, other messages line by line."""
    text = held[0].text
    for before, piece in pairwise(held):
        text += (seam(before.text, piece.text) if goes_on(before.text, before.at, piece.at) else "\n") + piece.text
    return Said(held[-1].at, text, held[0].message)


def compared(scene: Scene) -> Comparison:
    """Hold what was sent against the draft as it is now."""
    return compare(scene, filled(scene.session.held))


def comparing_text(scene: Scene) -> str:
    """Say what would be stored, and what not."""
    return "\n".join(_lines(scene, compared(scene)))


def comparing_rows(scene: Scene) -> Rows:
    """Offer to store all, what nobody had answered, what is sensitive too, or nothing."""
    changes = compared(scene).changes
    plain = [change for change in changes if not change.seen]
    fresh = [change for change in plain if change.fresh]
    ids = (["all"] if plain else []) + (["new"] if 0 < len(fresh) < len(plain) else [])
    ids += ["even"] if len(plain) < len(changes) else []
    return tuple((Button(id_, scene.say(f"button_store_{id_}")),) for id_ in (*ids, "none"))


def _lines(scene: Scene, found: Comparison) -> Iterator[str]:
    plain = [change for change in found.changes if not change.seen]
    fresh = [change for change in plain if change.fresh]
    changed = [change for change in plain if not change.fresh]
    yield scene.say("comparing_title", new=len(fresh), changed=len(changed), same=found.same)
    for kind, changes in (("new", fresh), ("changed", changed)):
        if changes:
            yield scene.say(f"comparing_{kind}")
            yield from (line for change in changes for line in change_lines(scene, change))
    if len(plain) < len(found.changes):
        yield scene.say("comparing_sensitive")
    for change in (change for change in found.changes if change.seen):
        yield from (line for line in change_lines(scene, change))
        yield from (scene.say(f"held_{seen.what}", seen=seen.shown) for seen in change.seen)
    if found.emptied:
        yield scene.say("comparing_emptied", labels="、".join(found.emptied))
    yield from unread_lines(scene, found.unread)
    yield scene.say("comparing_ask")


def unread_lines(scene: Scene, unread: tuple[Unread, ...]) -> Iterator[str]:
    """Say of each line that was not read why not."""
    if unread:
        yield scene.say("comparing_unread", count=len(unread))
        for each in unread[:MOST_UNREAD]:
            yield scene.say("comparing_line", text=shown(each.text, LONGEST), why=reason(scene, each))
    if len(unread) > MOST_UNREAD:
        yield scene.say("comparing_more", count=len(unread) - MOST_UNREAD)


def reason(scene: Scene, unread: Unread) -> str:
    """Say why nothing was taken from a line."""
    if unread.refused:
        return scene.say(f"refused_{unread.why}", **unread.facts)
    return scene.say(f"unread_{unread.why}", **unread.facts)


def change_lines(scene: Scene, change: Change) -> Iterator[str]:
    """Say what becomes of a question: its answer, old and new, and who gave the old one."""
    code, label = scene.pack.codes[change.after.question.id], change.after.question.label
    for before, after in _pairs(scene, change):
        if not before:
            yield scene.say("comparing_added", code=code, label=label, text=after)
            continue
        yield scene.say("comparing_replaced", code=code, label=label, old=before, text=after)
    if not change.fresh and (by := change.before.answers[0].by):
        yield scene.say("comparing_by", name=by)


def _pairs(scene: Scene, change: Change) -> Iterator[tuple[str, str]]:
    """Give old and new: of a list item by item, of a long text their lengths."""
    before, after = change.before, change.after
    if after.question.kind is Kind.LONG_TEXT:
        yield _length(scene, before) if before.text else "", _length(scene, after)
    elif after.question.collects and after.pieces:
        old = {answer.item: written(scene, before, answer.value) for answer in before.answers}
        for fact in change.facts:
            if isinstance(fact, Answer):
                new = written(scene.after(change.facts), after, fact.value)
                yield shown(old.get(fact.item, ""), LONGEST), shown(new, LONGEST)
    else:
        old_text = answer_text(scene, before) if before.stored else ""
        yield shown(old_text, LONGEST), shown(answer_text(scene, after), LONGEST)


def _length(scene: Scene, entry: Entry) -> str:
    return scene.say("comparing_length", count=len(entry.text))
