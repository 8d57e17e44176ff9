"""What a filled 题单 would change in a draft, question by question in the order of asking; stores nothing itself.

Each question is seen after those before it, so that one sheet may take a branch and answer what stands behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.interview.answers import Clock, Refused, understand
from bot.interview.entry import Piece
from bot.interview.events import Answer, Cleared, Fact
from bot.interview.facts import answer_of
from bot.interview.inputs import Said
from bot.interview.known import Entry, Standing
from bot.interview.lists import added, adopted, same
from bot.interview.numerals import folded
from bot.interview.outline import plan_head, present
from bot.interview.outline_links import linked
from bot.interview.outline_reading import PLAN_NAMED, Reading, Told, Unread, read_outline
from bot.interview.pack import Kind
from bot.interview.plans import outcome_facts, read_outcomes
from bot.interview.question_screen import admitted
from bot.interview.reading import MOST_ITEMS
from bot.interview.refusing import refused
from bot.interview.scene import Scene
from bot.interview.sensitive import Seen, found
from bot.interview.session import State
from bot.interview.values import Nothing, Outcome, Value, Words

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
    scene = scene.at(state=State.ASKING, question=told.question, item=0)
    entry = scene.entry
    if not entry.applies:
        owing = next((each for each in entry.question.when if not scene.known.entries.meets(each)), None)
        if owing is None:
            return Unread(0, "", "plans", {"label": scene.pack.questions[entry.question.of].label})
        label = scene.pack.questions[owing.question].label
        return Unread(0, "", "branch", {"code": scene.pack.codes[owing.question], "label": label})
    facts = _ITEMS.get(entry.question.kind, _list)(scene, said, told) if told.items else _one(scene, said, told.text)
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
    if wrong := refused(scene.known.entries, entry.question, value):
        return _refused(wrong)
    return (answer._replace(source="confirmed" if default and value == default.value else SOURCE),)


def _list(scene: Scene, said: Said, told: Told) -> tuple[Fact, ...] | Unread:
    """Take the items of a list: one that bears a number it has takes its new words, the others are added."""
    facts: tuple[Fact, ...] = adopted(scene, said.at)
    taken = len(facts)
    scene = scene.after(facts)
    held = {answer.item: answer for answer in scene.entry.answers if isinstance(answer.value, Value)}
    for item, text in told.items:
        values = _understood(scene, said, text)
        if isinstance(values, Unread):
            return values
        answers = [_answer(scene, said, value, text) for value in values]
        if item in held:
            facts += _rewritten(scene.after(facts), held[item], answers.pop(0))
        facts += added(scene.after(facts), answers)
    if len(facts) == taken:
        return ()
    if len(scene.after(facts).entry.pieces) > MOST_ITEMS:
        return _refused(Refused("full", {"most": str(MOST_ITEMS)}))
    return facts


def _understood(scene: Scene, said: Said, text: str) -> list[Value] | Unread:
    """Read the items of a line, each with what it is for."""
    understood = understand(scene.entry.question, text, Clock(scene.session.year, said.at.date()))
    if isinstance(understood, Nothing):
        return _refused(Refused("nothing"))
    if isinstance(understood, Refused):
        return _refused(understood)
    read = [linked(scene, value) for value in understood]
    wrong = next((value for value in read if isinstance(value, Refused)), None)
    return _refused(wrong) if wrong else [value for value in read if not isinstance(value, Refused)]


def _rewritten(scene: Scene, held: Answer, answer: Answer) -> tuple[Fact, ...]:
    """Put new words in an item's place, unless they stand there or elsewhere; it keeps what it is for if none is told.

    `scene`: with what was taken before.
    """
    value = answer.value
    if isinstance(value, Words) and isinstance(held.value, Words) and not value.links:
        value = Words(value.text, held.value.links)
    others = (other for other in scene.entry.answers if other.item != held.item)
    if value == held.value or any(same(scene.entry, other.value, value) for other in others):
        return ()
    return (answer._replace(value=value, item=held.item, position=held.position),)


def _outcomes(scene: Scene, said: Said, told: Told) -> tuple[Fact, ...] | Unread:
    """Take what became of last year's plans: of each by its number or its name, the rest as the chat would."""
    plans, facts, rest = scene.entry.plans, tuple[Fact, ...](), list[str]()
    for item, text in told.items:
        number, typed = _plan_of(plans, item, text)
        if number is None:
            return Unread(0, "", "plan", {"label": scene.entry.question.label})
        if not number:
            rest.append(typed)
        elif typed:
            outcome = understand(scene.entry.question, typed, Clock(scene.session.year, said.at.date()))
            if not isinstance(outcome, tuple):
                return _refused(outcome if isinstance(outcome, Refused) else Refused("nothing"))
            read = [(plans[number - 1], value) for value in outcome if isinstance(value, Outcome)]
            facts += _of_sheet(scene.after(facts), read, replace(said, text=typed))
    if not rest:
        return facts
    left = replace(said, text="\n".join(rest))
    free = read_outcomes(scene.after(facts), left)
    if isinstance(free, Refused):
        return _refused(free)
    return (*facts, *_of_sheet(scene.after(facts), free, left))


def _plan_of(plans: Sequence[Piece], number: int, text: str) -> tuple[int | None, str]:
    """Say which plan a line is about, 0 where it does not tell, and what it says of it.

    None: there is no such plan, or its number is one's and its name another's.
    """
    named = PLAN_NAMED.match(text)
    if named is None:
        return (number if number <= len(plans) else None), text
    heads = [folded(plan_head(plan)) for plan in plans]
    fitting = [at for at, head in enumerate(heads, 1) if head == folded(named[1]) and number in (0, at)]
    return (fitting[0] if len(fitting) == 1 else None), text[named.end() :]


def _of_sheet(scene: Scene, read: Sequence[tuple[Piece, Outcome]], said: Said) -> tuple[Fact, ...]:
    """Give the facts of what is not so already."""
    stands = {answer.item: answer.value for answer in scene.entry.answers}
    new = [(plan, outcome) for plan, outcome in read if stands.get(plan.item) != outcome]
    facts = outcome_facts(scene, new, said) if new else ()
    return tuple(fact._replace(source=SOURCE, message=None) if isinstance(fact, Answer) else fact for fact in facts)


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


_ITEMS: Mapping[Kind, Callable[[Scene, Said, Told], tuple[Fact, ...] | Unread]] = {
    Kind.LONG_TEXT: _long_text,
    Kind.FOLLOW_UP: _outcomes,
}
"""How the lines of a question are taken, where they are no items of a list."""


def _refused(refused: Refused) -> Unread:
    return Unread(0, "", refused.code, refused.facts, refused=True)


def _answer(scene: Scene, said: Said, value: Value | Nothing, typed: str) -> Answer:
    return answer_of(scene, value, typed, said.at, source=SOURCE)


def _cleared(scene: Scene, said: Said) -> tuple[Cleared, ...]:
    return tuple(
        Cleared(answer.year, answer.question, answer.item, said.at)
        for answer in scene.entry.answers
        if answer.source != "default"
    )
