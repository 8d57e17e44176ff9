"""What the 目录 shows: how far the whole and each section is, and what is waited for; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.amendment_states import outdated
from bot.interview.events import Button
from bot.interview.filing_screen import filings, locked_text
from bot.interview.known import Entry
from bot.interview.progress import Progress, Stage, progress, whole
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, clipped, wrapped

LINE = 20
"""Characters that stand side by side on a phone."""

CELLS = 10

LAST_ROWS = (("go", "sheet", "read"), ("draft", "documents"), ("file", "withdraw", "filings"), ("year", "settings"))
"""What can be done with the whole draft, by row."""


def menu_text(scene: Scene) -> str:
    """Say how far the draft is."""
    return "\n".join(_menu_lines(scene))


def _menu_lines(scene: Scene) -> Iterator[str]:
    yield scene.in_words(scene.pack.heading)
    done, total = whole(scene)
    yield scene.say("menu_progress", bar=bar(done, total), done=done, total=total)
    for number, section in enumerate(scene.pack.sections, 1):
        far = progress(scene, section)
        stage = scene.say(f"stage_{far.stage.value}", done=far.done, total=far.total)
        yield scene.say("menu_section", number=number, section=section.title, stage=stage)
        if far.waiting:
            yield _waiting(scene, far)
    if carried := scene.carried():
        yield scene.say("menu_carried", count=len(carried))
    if count := outdated(scene):
        yield scene.say("menu_outdated", count=count)
    if scene.filed:
        yield locked_text(scene, scene.filed)
    yield scene.say("menu_hint")


def bar(done: int, total: int) -> str:
    """Draw how much is done; what is begun shows, and it is not full before all is."""
    full = done * CELLS // total if total else 0
    full = max(full, 1) if done else full
    return "▓" * full + "░" * (CELLS - full)


def _waiting(scene: Scene, far: Progress) -> str:
    """Name what is waited for and from whom, as much as stands on one line."""
    named = [_with_holder(scene, entry) for entry in far.waiting]
    for shown in range(len(named), 0, -1):
        labels = "、".join(named[:shown])
        more = scene.say("menu_waiting_more", labels=labels, count=len(named))
        line = scene.say("menu_waiting", labels=labels if shown == len(named) else more)
        if len(line) <= LINE:
            return line
    return clipped(line, LINE) if len(named) == 1 else line


def _with_holder(scene: Scene, entry: Entry) -> str:
    label, holder = entry.question.label, entry.question.holder
    return scene.say("caption_holder", label=label, holder=holder) if holder else label


def menu_rows(scene: Scene) -> Rows:
    """Offer each section, and what can be done with the whole draft."""
    sections = tuple(
        Button(f"s:{section.id}", f"{number}.{section.title} {_mark(scene, progress(scene, section))}")
        for number, section in enumerate(scene.pack.sections, 1)
    )
    gone = set() if scene.unfinished() or scene.carried() else {"go"}
    gone |= {"file", "withdraw"} - ({"withdraw" if scene.filed else "file"} if scene.owns else set())
    gone |= set() if filings(scene) else {"filings"}
    last = (tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in row if id_ not in gone) for row in LAST_ROWS)
    return (*wrapped(sections, 2), *filter(None, last))


def _mark(scene: Scene, far: Progress) -> str:
    if far.waiting:
        return scene.say("mark_waiting", count=len(far.waiting))
    if far.carried and far.stage is Stage.ANSWERED:
        return scene.say("mark_carried", count=far.carried)
    if far.stage is Stage.OPTIONAL:
        return scene.say("mark_new")
    done = far.stage in (Stage.ANSWERED, Stage.CHECKED)
    return scene.say("mark_done" if done else f"mark_{far.stage.value}")
