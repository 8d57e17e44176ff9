"""What is shown where a colleague answered meanwhile: who says what since when, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.interview.events import Answer, Button
from bot.interview.pasted import whole
from bot.interview.reading import shown
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, answer_text, short
from bot.interview.seen import clashing, is_own, when


def clash_text(scene: Scene) -> str:
    """Say what stands now, and that what was said is not stored."""
    typed = shown(whole(scene.session.held).text)
    return "\n".join((*changes(scene, _theirs(scene)), scene.say("clash_ask", typed=typed)))


def clash_rows(scene: Scene) -> Rows:
    """Offer to take one's own, or to leave the colleague's."""
    names = {answer.by for answer in _theirs(scene)}
    name = names.pop() if len(names) == 1 else scene.say("clash_others")
    typed = " ".join(whole(scene.session.held).text.split())
    mine = Button("mine", short(scene, "button_mine", typed))
    return ((mine,), (Button("theirs", short(scene, "button_theirs", name)),))


def changes(scene: Scene, answers: tuple[Answer, ...]) -> Iterator[str]:
    """Say of each answer who gave it when."""
    for answer in answers:
        entry = scene.known.entries[answer.question]
        text = answer_text(scene, replace(entry, answers=(answer,)))
        fresh = when(scene, answer.at, fresh=True)
        yield scene.say("clash_changed", label=entry.question.label, name=answer.by, when=fresh, text=text)


def _theirs(scene: Scene) -> tuple[Answer, ...]:
    """Give colleagues' answers at the questions of the clash; the newest of a list."""
    answers = []
    for id_ in sorted(clashing(scene.session)):
        given = [answer for answer in scene.known.entries[id_].answers if not is_own(scene, answer)]
        answers += [max(given, key=lambda answer: answer.at)] if given else []
    return tuple(answers)
