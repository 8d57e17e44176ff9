"""What a filled 题单 would change in a draft, question by question in the order of asking; stores nothing itself.

Each question is seen after those before it, so that one sheet may take a branch and answer what stands behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.interview.answers import Clock, Refused, understand
from bot.interview.events import Answer, Cleared, Fact
from bot.interview.inputs import Said
from bot.interview.known import Entry, Standing
from bot.interview.numerals import folded
from bot.interview.outline import present
from bot.interview.outline_reading import Reading, Told, Unread, read_outline
from bot.interview.pack import Kind
from bot.interview.question_screen import admitted
from bot.interview.reading import MOST_ITEMS
from bot.interview.scene import Scene
from bot.interview.sensitive import Seen, found
from bot.interview.session import State
from bot.interview.values import Nothing, Value

SOURCE = "imported"
"""Where answers of a sheet come from."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes so at one question: the entry before and after; `seen`: what in it is sensitive."""

    before: Entry
    after: Entry
    facts: tuple[Fact, ...]
    seen: tuple[Seen, ...] = ()

    @property
    def fresh(self) -> bool:
        """True where nobody had answered, or somebody was to be asked."""
        return not self.before.stored or self.before.standing is Standing.LATER


@dataclass(frozen=True, slots=True)
class Comparison:
    """A sheet held against a draft: what it changes, what is handed back, and what it says that stands already.

    `emptied`: labels of answered questions whose line was left empty.
    """

    reading: Reading
    changes: tuple[Change, ...]
    unread: tuple[Unread, ...]
    emptied: tuple[str, ...]
    same: int = 0

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that becomes so."""
        return tuple(fact for change in self.changes for fact in change.facts)


def compare(scene: Scene, said: Said, wanted: Callable[[Change], bool] = lambda _: True) -> Comparison:
    """Hold a sheet against the draft of this year; only the changes wanted are made, and seen by what follows."""
    reading = read_outline(scene.pack, said.text, Clock(scene.session.year, said.at.date()))
    changes: list[Change] = []
    unread = list(reading.unread)
    same = 0
    for told in reading.told:
        change = _change(scene, said, told)
        if isinstance(change, Change):
            if wanted(change):
                changes.append(change)
                scene = scene.after(change.facts)
        elif change is None:
            same += 1
        else:
            unread += [replace(change, number=line.number, text=line.raw) for line in told.lines if line.typed]
    unread.sort(key=lambda each: each.number)
    entries = scene.known.entries
    emptied = tuple(entries[id_].question.label for id_ in reading.emptied if entries[id_].stored)
    return Comparison(reading, tuple(changes), tuple(unread), emptied, same)


def _change(scene: Scene, said: Said, told: Told) -> Change | Unread | None:
    """Say what one question's lines change; None where they say what stands; or why they are not taken."""
    scene = scene.at(state=State.ASKING, question=told.question)
    entry = scene.entry
    if not entry.applies:
        owing = next(each for each in entry.question.when if not scene.known.entries.meets(each))
        label = scene.pack.questions[owing.question].label
        return Unread(0, "", "branch", {"code": scene.pack.codes[owing.question], "label": label})
    if not told.items:
        facts = _one(scene, said, told.text)
    else:
        facts = _long_text(scene, said, told) if entry.question.kind is Kind.LONG_TEXT else _list(scene, said, told)
    if isinstance(facts, Unread):
        return facts
    if not facts:
        return None
    after = scene.after(facts).entry
    texts = [told.text, *(text for _, text in told.items)]
    return Change(entry, after, facts, tuple(seen for text in texts for seen in found(text)))


def _one(scene: Scene, said: Said, text: str) -> tuple[Fact, ...] | Unread:
    """Take one answer, or one of the nothings, as the chat would."""
    entry = scene.entry
    if entry.stored and folded(text) == folded(present(scene, entry)):
        return ()
    understood = understand(entry.question, text, Clock(scene.session.year, said.at.date()))
    if isinstance(understood, Refused):
        return _refused(understood)
    nothings = admitted(scene, entry)
    if isinstance(understood, Nothing) and understood not in nothings:
        return _refused(Refused("nothing_but_later" if nothings else "nothing"))
    if entry.question.collects and entry.stored and entry.pieces:
        return _refused(Refused("items", {"count": str(len(entry.pieces))}))
    return _settled(scene, _answer(scene, said, understood if isinstance(understood, Nothing) else understood[0], text))


def _settled(scene: Scene, answer: Answer) -> tuple[Fact, ...] | Unread:
    """Take a value unless it stands already; one that is as the default says follows it."""
    entry, value = scene.entry, answer.value
    if entry.stored and entry.answers[0].value == value:
        return ()
    default = scene.default
    if default and entry.question.firm and value != default.value:
        return _refused(Refused("firm", {"text": replace(entry, answers=(default,)).text}))
    return (answer._replace(source="confirmed" if default and value == default.value else SOURCE),)


def _list(scene: Scene, said: Said, told: Told) -> tuple[Fact, ...] | Unread:
    """Take the items of a list: one that bears a number it has takes its new words, the others are added."""
    entry = scene.entry
    held = {answer.item: answer for answer in entry.answers if isinstance(answer.value, Value)}
    facts: list[Fact] = []
    known = {answer.value for answer in held.values()}
    number = scene.next_item(entry.question.id)
    for item, text in told.items:
        understood = understand(entry.question, text, Clock(scene.session.year, said.at.date()))
        if isinstance(understood, Refused):
            return _refused(understood)
        if isinstance(understood, Nothing):
            return _refused(Refused("nothing"))
        for value in (value for value in understood if value not in known):
            known.add(value)
            answer = _answer(scene, said, value, text)
            if item in held and value == understood[0]:
                facts.append(answer._replace(item=item, position=held[item].position))
            else:
                facts.append(answer._replace(item=number, position=number))
                number += 1
    if not held and facts:
        facts = [*_cleared(scene, said), *facts]
    if len(scene.after(facts).entry.pieces) > MOST_ITEMS:
        return _refused(Refused("full", {"most": str(MOST_ITEMS)}))
    return tuple(facts)


def _long_text(scene: Scene, said: Said, told: Told) -> tuple[Fact, ...] | Unread:
    """Take paragraphs as the whole text, in place of the one before."""
    text = "\n".join(words for _, words in told.items)
    understood = understand(scene.entry.question, text, Clock(scene.session.year, said.at.date()))
    if isinstance(understood, Refused):
        return _refused(understood)
    if isinstance(understood, Nothing):
        return _refused(Refused("nothing"))
    number = scene.next_item(scene.entry.question.id)
    fact = _answer(scene, said, understood[0], text)._replace(item=number, position=number)
    after = scene.after((*_cleared(scene, said), fact)).entry
    return () if after.text == scene.entry.text else (*_cleared(scene, said), fact)


def _refused(refused: Refused) -> Unread:
    return Unread(0, "", refused.code, refused.facts, refused=True)


def _answer(scene: Scene, said: Said, value: Value | Nothing, typed: str) -> Answer:
    question = scene.session.question
    by = scene.dossier.member.name if scene.dossier.member else ""
    return Answer(scene.year_of(question), question, value, typed, said.at, source=SOURCE, by=by)


def _cleared(scene: Scene, said: Said) -> tuple[Cleared, ...]:
    return tuple(
        Cleared(answer.year, answer.question, answer.item, said.at)
        for answer in scene.entry.answers
        if answer.source != "default"
    )
