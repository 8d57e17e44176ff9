"""What a screen showed of colleagues' answers, and whose an answer is; decides nothing about what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zlib import crc32

from bot.interview.events import Answer, Cleared, Fact
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.traced_screen import origins

_PARTING = "|"


_ALONE = frozenset({State.ASKING, State.GROUP, State.ITEM, State.OFFERS, State.CLEARING, State.HELD, State.CLASHING})
"""The states that are about a question, and show it with those asked together with it."""

_STAMPED = frozenset({State.HELD, State.COMPARING, State.FILING, State.OFFERS})
"""The states whose stamp is made where they are entered: what a screen that asks 照存吗 covers was seen."""


def looked_at(scene: Scene) -> frozenset[str]:
    """Name the questions a screen shows the answers of: one and its group, a section's, or where a figure is from."""
    if scene.session.state is State.TRACED:
        return frozenset(source.question for source in origins(scene))
    asked = scene.pack.questions.get(scene.session.question)
    if asked is None or scene.session.state not in _ALONE | {State.REVIEW}:
        return frozenset()
    if scene.session.state is State.REVIEW:
        return frozenset(other.id for other in scene.section.questions)
    others = scene.section.questions if asked.group else ()
    return frozenset({asked.id, *(other.id for other in others if other.group == asked.group)})


def stamp(scene: Scene) -> str:
    """Mark which of colleagues' answers a screen shows; "" where it shows none."""
    if scene.session.state in _STAMPED:
        return scene.session.saw
    shown = looked_at(scene)
    marks = (_mark(answer) for answer in _present(scene) if answer.question in shown and not is_own(scene, answer))
    return " ".join(marks)


def unseen(scene: Scene) -> Iterator[Answer]:
    """Give the answers of colleagues that stand where this chat's screen showed something else."""
    saw, shown = scene.session.saw.split(), looked_at(scene)
    for answer in _present(scene):
        if answer.question in shown and not is_own(scene, answer) and _mark(answer) not in saw:
            yield answer


def overwritten(scene: Scene, facts: tuple[Fact, ...]) -> tuple[Answer, ...]:
    """Give the answers of colleagues, unseen by this chat, that facts would put something else in the place of."""
    changed = {_place(fact): fact for fact in facts if isinstance(fact, Answer | Cleared)}
    if not changed:
        return ()
    return tuple(answer for answer in unseen(scene) if _differs(changed.get(_place(answer)), answer))


def is_own(scene: Scene, answer: Answer) -> bool:
    """Tell whether the member gave an answer, as far as names tell."""
    name = scene.writer
    return answer.by == name and all(other.name != name for other in scene.dossier.colleagues)


def when(scene: Scene, at: datetime, *, fresh: bool = False) -> str:
    """Say when something was in words: 今天9:30, 昨天, 1月8日; `fresh`: 刚刚 and 3分钟前, in what is not read later."""
    now = scene.moment
    at = at.astimezone(now.tzinfo) if now else at
    passed = now - at if now else timedelta.max
    if fresh and passed < timedelta(hours=1):
        minutes = passed // timedelta(minutes=1)
        return scene.say("when_minutes", count=minutes) if minutes > 0 else scene.say("when_now")
    days = (now.date() - at.date()).days if now else None
    if days == 0:
        return scene.say("when_today", time=f"{at.hour}:{at.minute:02}")
    if days == 1:
        return scene.say("when_yesterday")
    same = now is not None and now.year == at.year
    return scene.say("when_day" if same else "when_year", year=at.year, month=at.month, day=at.day)


def waylaid(session: Session, questions: frozenset[str]) -> Session:
    """Give the session of one that is asked about a clash at these questions; where it was is kept in `via`."""
    via = _PARTING.join((session.state.value, session.via, " ".join(sorted(questions))))
    return replace(session, state=State.CLASHING, via=via)


def before(session: Session) -> Session:
    """Give back the session as it was before it was asked about a clash."""
    state, via, _ = _parted(session)
    return replace(session, state=State(state), via=via, held=())


def clashing(session: Session) -> frozenset[str]:
    """Name the questions a clash is about."""
    return frozenset(_parted(session)[2].split())


def _parted(session: Session) -> tuple[str, str, str]:
    parts = session.via.split(_PARTING)
    state, via, questions = parts if len(parts) == 3 else (State.ASKING.value, "", session.question)
    return state if state in set(State) else State.ASKING.value, via, questions


def _present(scene: Scene) -> Iterator[Answer]:
    """Give the answers of this year and of the unit."""
    return (answer for answer in scene.dossier.answers if answer.year in (scene.session.year, None))


def _place(answer: Answer | Cleared) -> tuple[int | None, str, int]:
    return answer.year, answer.question, answer.item


def _differs(fact: Fact | None, answer: Answer) -> bool:
    return isinstance(fact, Cleared) or (isinstance(fact, Answer) and fact.value != answer.value)


def _mark(answer: Answer) -> str:
    told = (answer.question, answer.item, answer.value, answer.at.isoformat(), answer.by)
    return f"{crc32(repr(told).encode(errors='surrogatepass')):08x}"
