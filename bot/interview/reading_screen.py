"""What 看稿 shows: the draft a part at a time, its paragraphs numbered through the whole; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.interview.amendment_states import outdated
from bot.interview.amendments import Act
from bot.interview.checking import unchecked
from bot.interview.checking_screen import check_buttons, paragraph_mark, who_checked
from bot.interview.events import Button
from bot.interview.passages import Passage
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, wrapped

ROOM = 3000
"""UTF-16 units of one part; a message takes 4096, and there is more on the screen than the part."""

Part = tuple[Passage, ...]


def parts(passages: Sequence[Passage]) -> tuple[Part, ...]:
    """Cut a draft where headings stand, and where a part is more than a screen takes."""
    found: list[list[Passage]] = []
    room = 0
    for passage in passages:
        room -= units(passage.text)
        if not found or passage.headings or room < 0:
            found.append([])
            room = ROOM - units(passage.text)
        found[-1].append(passage)
    return tuple(map(tuple, found))


def part_at(passages: Sequence[Passage], number: int) -> int:
    """Give which part holds the paragraph of this number, from 0; the first where there is none."""
    holding = (at for at, part in enumerate(parts(passages)) if number in {passage.number for passage in part})
    return next(holding, 0)


def passage_lines(scene: Scene, passage: Passage) -> Iterator[str]:
    """Write a paragraph with the headings above it and its number in front."""
    yield from passage.headings
    mark = scene.say("mark_amended")
    text = paragraph_mark(scene, passage) + "".join(
        f"{mark}{each.text}" if each.amended else each.text for each in passage.sentences
    )
    yield scene.say("read_paragraph", number=passage.number, text=text)


def reading_text(scene: Scene) -> str:
    """Show the part the chat is at."""
    return "\n".join(_lines(scene))


def _lines(scene: Scene) -> Iterator[str]:
    found = parts(scene.passages)
    if not found:
        yield scene.say("read_nothing")
        return
    at = part_at(scene.passages, scene.session.item)
    yield scene.say("read_title", number=at + 1, total=len(found))
    for passage in found[at]:
        yield from passage_lines(scene, passage)
    if any(sentence.amended for passage in found[at] for sentence in passage.sentences):
        yield scene.say("read_amended", mark=scene.say("mark_amended"))
    if count := outdated(scene):
        yield scene.say("read_outdated", count=count)
    if told := who_checked(scene, found[at]):
        yield told
    yield scene.say("read_hint", example=found[at][0].number)


def reading_rows(scene: Scene) -> Rows:
    """Offer each paragraph of the part, the parts beside it, and the whole."""
    found = parts(scene.passages)
    at = part_at(scene.passages, scene.session.item)
    shown = found[at] if found else ()
    numbers = tuple(Button(f"p{each.number}", scene.say("button_paragraph", number=each.number)) for each in shown)
    walk = [id_ for id_, there in (("previous", at > 0), ("next", at + 1 < len(found))) if there]
    resumes = scene.session.question in scene.pack.questions
    ways = [id_ for id_, there in (("whole", bool(found)), ("resume", resumes), ("menu", True)) if there]
    if any(each.act is not Act.UNDO for each in scene.amendments):
        ways.insert(-1, "amended")
    rows = (tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in row) for row in (walk, ways) if row)
    checks = check_buttons(scene, shown, "part")
    if unchecked(scene) and not scene.filed:
        checks = (*checks, Button("check_all", scene.say("button_check_all")))
    return (*wrapped(numbers, 4), *((checks,) if checks else ()), *rows)
