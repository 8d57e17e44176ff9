"""What is seen of filing: what is still open before it, why it is withdrawn, and every text filed; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from bot.interview.amendment_states import outdated
from bot.interview.approval import Filed
from bot.interview.changed_notice import told
from bot.interview.changes import changed
from bot.interview.checking import unchecked
from bot.interview.events import Button
from bot.interview.filed_words import day_of, filed_line
from bot.interview.items import items_of, numbers_text, unlinked
from bot.interview.known import Entry, Standing
from bot.interview.pack import Kind
from bot.interview.passages import Passage
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, wrapped
from bot.interview.sensitive import found
from bot.interview.values import Nothing, Number

MOST_NAMED = 12
"""So many labels or paragraphs are named; of more it is said how many there are."""

MOST_FILINGS = 20
"""So many filings have a line and a button, the newest; an older one comes for its number."""

REASONS = ("data", "leader", "other")
"""The reasons on buttons, whose words are kept."""


def filings(scene: Scene) -> list[Filed]:
    """Give every filing of this year's draft, the oldest first."""
    return [filed for filed in scene.dossier.filings if filed.year == scene.session.year]


def stamp(scene: Scene) -> str:
    """Give a few characters that are others when what is about to be filed is."""
    return sha256("\n".join((*(p.text for p in scene.passages), *open_lines(scene))).encode()).hexdigest()[:8]


def filing_text(scene: Scene) -> str:
    """Say what is open before the draft is filed, and what changed against the filing before."""
    lines = [scene.say("filing_title", year=scene.session.year), *open_lines(scene), *_since(scene)]
    return "\n".join([*lines, scene.say("filing_locks")])


def filing_rows(scene: Scene) -> Rows:
    """Offer to file, to look the text over first, and to let it be."""
    check = (Button("check", scene.say("button_check_first")),) if unchecked(scene) else ()
    older = (Button("filings", scene.say("button_filings")),) if filings(scene) else ()
    file = (Button("file", scene.say("button_file")), *check)
    return (file, (*older, Button("cancel", scene.say("button_cancel"))))


def withdrawing_text(scene: Scene) -> str:
    """Ask why the filing is withdrawn."""
    return scene.say("withdraw_ask", number=scene.filed.number if scene.filed else "")


def withdrawing_rows(scene: Scene) -> Rows:
    """Offer the usual reasons."""
    reasons = tuple(Button(id_, scene.say(f"reason_{id_}")) for id_ in REASONS)
    return (reasons[:2], (*reasons[2:], Button("cancel", scene.say("button_cancel"))))


def filed_text(scene: Scene) -> str:
    """List what was filed of this year's draft."""
    lines = [filed_line(scene.pack.phrases, filed) for filed in reversed(filings(scene)[-MOST_FILINGS:])]
    return "\n".join([scene.say("filed_title", year=scene.session.year), *(lines or [scene.say("filed_none")])])


def filed_rows(scene: Scene) -> Rows:
    """Offer each filing, and to the owner what is next."""
    each = tuple(
        Button(f"n{filed.number}", scene.say("button_filing", number=filed.number))
        for filed in reversed(filings(scene)[-MOST_FILINGS:])
    )
    key = "withdraw" if scene.filed else "file"
    own = (Button(key, scene.say(f"button_{key}")),) if scene.owns else ()
    return (*wrapped(each, 3), (*own, Button("menu", scene.say("button_menu"))))


def locked_text(scene: Scene, filed: Filed) -> str:
    """Say that a draft is filed, by whom and when, and what is to be done first."""
    name = scene.say("filed_named", name=filed.by) if filed.by else ""
    return scene.say("filed_locked", number=filed.number, name=name, day=day_of(filed.at))


def open_lines(scene: Scene) -> list[str]:
    """Say what is open: questions, paragraphs not looked over, gaps, what a public text should not have."""
    return list(_open(scene)) or [scene.say("filing_clean")]


def _open(scene: Scene) -> Iterator[str]:
    owed = [entry.question.label for entry in scene.unfinished() if entry.owed]
    waiting = [_with_holder(scene, entry) for entry in scene.waiting()]
    gap = scene.pack.phrases["gap"].partition("{")[0]
    gaps = [passage for passage in scene.passages if gap in passage.text]
    left = unchecked(scene)
    if owed:
        yield scene.say("filing_open", count=len(owed), labels=_listed(scene, owed, "、"))
    if waiting:
        yield scene.say("filing_waiting", count=len(waiting), labels=_listed(scene, waiting, "、"))
    if gaps:
        yield scene.say("filing_gaps", count=len(gaps), passages=_numbers(scene, gaps))
    yield from _unplanned(scene)
    yield from _exceeding(scene)
    if old := outdated(scene):
        yield scene.say("filing_outdated", count=old)
    yield from _seen(scene)
    if left and len(left) == len(scene.passages):
        yield scene.say("filing_unchecked_all", count=len(left))
    elif left:
        yield scene.say("filing_unchecked", count=len(left), passages=_numbers(scene, left))


def _unplanned(scene: Scene) -> Iterator[str]:
    """Name what plans are linked to and no plan is for; plans are the lists whose outcome is asked the year after."""
    for id_ in dict.fromkeys(question.of for question in scene.pack.questions.values() if question.of):
        there = scene.at(question=id_)
        left = unlinked(there) if items_of(there.entry) else []
        if left:
            question = there.entry.question
            other = scene.pack.questions[question.links].label
            numbers = numbers_text([item.number for item in left])
            yield scene.say("filing_unlinked", other=other, numbers=numbers, label=question.label)


def _exceeding(scene: Scene) -> Iterator[str]:
    """Name each figure of a part that is more than the whole, or stands where there is no whole."""
    for entry in scene.known.entries.values():
        whole = scene.known.entries.get(entry.question.part_of)
        if whole is None or entry.standing is not Standing.HELD or not whole.answers:
            continue
        labels = {"part": entry.question.label, "whole": whole.question.label}
        count, most = entry.answers[0].value, whole.answers[0].value
        if most is Nothing.ZERO:
            yield scene.say("filing_without", count=entry.text, **labels)
        elif entry.question.kind is Kind.COUNT and _exceeds(count, most):
            yield scene.say("filing_exceeds", count=entry.text, most=whole.text, **labels)


def _exceeds(count: object, most: object) -> bool:
    return isinstance(count, Number) and isinstance(most, Number) and count.amount > most.amount


def _numbers(scene: Scene, passages: Iterable[Passage]) -> str:
    return _listed(scene, [scene.say("passage_number", number=passage.number) for passage in passages], "")


def _listed(scene: Scene, parts: list[str], mark: str) -> str:
    listed = mark.join(parts[:MOST_NAMED])
    return scene.say("caption_more", labels=listed) if len(parts) > MOST_NAMED else listed


def _with_holder(scene: Scene, entry: Entry) -> str:
    label, holder = entry.question.label, entry.question.holder
    return scene.say("caption_holder", label=label, holder=holder) if holder else label


def _seen(scene: Scene) -> Iterator[str]:
    for passage in scene.passages:
        number = scene.say("passage_number", number=passage.number)
        for seen in found(passage.text)[:3]:
            yield scene.say(f"filing_seen_{seen.what}", passage=number, seen=seen.shown)


def _since(scene: Scene) -> list[str]:
    """Say what changed since the draft was filed last."""
    earlier = filings(scene)
    return changes_since(scene, earlier[-1]) if earlier else []


def changes_since(scene: Scene, filed: Filed) -> list[str]:
    """Say which sentences are others than in a filing, old and new."""
    before = scene.pack.reread(filed.blocks)
    found = changed(before, scene.passages)
    if not found:
        return [scene.say("filing_same", number=filed.number)]
    return [scene.say("filing_changed", number=filed.number, count=len(found)), told(scene, found)]
