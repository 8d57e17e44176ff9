"""The sentences that are others than before, old and new, as lines for a phone; compares nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.interview.passages import Passage
from bot.interview.scene import Scene

MOST_TOLD = 8


def change_lines(scene: Scene, before: Sequence[Passage], after: Sequence[Passage]) -> tuple[list[str], int]:
    """Say which sentences changed, and how many."""
    old = {s.id: s.text for p in before for s in p.sentences}
    new = {s.id: (p.number, s.text) for p in after for s in p.sentences}
    lines: list[str] = []
    changed = [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key, (0, None))[1]]
    for key in changed[:MOST_TOLD]:
        number = scene.say("passage_number", number=new[key][0]) if key in new else ""
        if key not in new:
            lines.append(scene.say("filing_gone", text=old[key]))
        elif key not in old:
            lines.append(scene.say("filing_new", passage=number, text=new[key][1]))
        else:
            lines += [
                scene.say("filing_from", passage=number, text=old[key]),
                scene.say("filing_to", text=new[key][1]),
            ]
    return lines, len(changed)
