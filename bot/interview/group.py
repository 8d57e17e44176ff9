"""The steps at a group of questions: one message that answers several, a press on one, on to what comes next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from bot.interview.answers import Clock, Refused, understand
from bot.interview.branches import turned
from bot.interview.comparison import beside
from bot.interview.events import Answer, Fact, Turn
from bot.interview.facts import answer_of
from bot.interview.group_screen import asked, example, group_name, members
from bot.interview.grouped import Part, Reading, read_group
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.known import Entry
from bot.interview.lists import agreed
from bot.interview.named import SHORT, lines, named_in, unshown
from bot.interview.pack import NO, YES, Kind, Question
from bot.interview.question_screen import admitted
from bot.interview.reading import cleaned
from bot.interview.refusing import refused
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_line, answer_text
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, open_review, refuse_old_button
from bot.interview.turns import arrive, in_group, onward, place_of, returned, said, shown
from bot.interview.values import Chosen, Nothing, Value


def say_group(scene: Scene, given: Said) -> Turn:
    """Take what one message says to each question; what is not clear is asked again on the same screen."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is not None:
        return press_group(scene, Pressed(given.at, scene.session.screen, pressed))
    if scene.pack.button_words.fullmatch(given.text.strip()):
        return said(scene, scene.say("refused_button", typed=given.text.strip()))
    reading = read_here(scene, given, members(scene), [entry.question.id for entry in asked(scene)])
    facts, read, refused = taken(scene, given, reading)
    after, told = scene.after(facts), "\n".join(read)
    notice = "\n".join((*refused, *unclear(scene, reading, members(scene))))
    if not facts:
        return said(scene, notice or scene.say("refused_empty"))
    if notice:
        return shown(after, facts, notice, understood=told)
    return _go_on(after, facts, turned(scene, after, facts), told)


def read_here(scene: Scene, given: Said, entries: Sequence[Entry], waiting: Collection[str]) -> Reading:
    """Read a message for the questions of a screen, and for what it names of the section's optional ones besides."""
    questions, more = [entry.question for entry in entries], to_open(scene)
    clock = Clock(scene.session.year, given.at.date())
    others = unshown(scene, {question.id for question in (*questions, *more)})
    in_words, text = lines(cleaned(given.text), others, (*questions, *more))
    reading = Reading()
    if text or not in_words:
        reading = read_group(questions, waiting, text, clock, more, named_in(text, others))
    named = (Part(id_, typed, understand(scene.pack.asked[id_], typed, clock)) for id_, typed in in_words.items())
    order = list(scene.pack.questions)  # what opens another comes before it
    parts = sorted((*reading.parts, *named), key=lambda part: order.index(part.question))
    return Reading(tuple(parts), reading.left)


def named_besides(scene: Scene, given: Said) -> Turn | None:
    """Take what a message at a question of a short answer says to optional ones it names; None where it names none.

    None also where some of it is not sure: then it is an answer to the question, or none.
    """
    entry = scene.entry
    if entry.question.kind not in SHORT or entry.question.other:
        return None
    reading = read_here(scene, given, [entry], [entry.question.id])
    if reading.left or all(part.question == entry.question.id for part in reading.parts):
        return None
    facts, read, refused = taken(scene, given, reading)
    heard = understand(entry.question, given.text, Clock(scene.session.year, given.at.date()))
    if refused and not isinstance(heard, Refused):
        return None
    notice = "\n".join(refused)
    return _stay_or_go_on(scene, facts, notice, "\n".join(read)) if facts else said(scene, notice)


def _stay_or_go_on(before: Scene, facts: tuple[Fact, ...], refused: str, read: str) -> Turn:
    """Stay at a question until it is answered; then go back where it was entered from, or on."""
    scene = before.after(facts)
    notice = "\n".join(filter(None, (refused, turned(before, scene, facts))))
    if scene.session.via:
        return returned(scene, facts, notice, understood=read)
    if scene.entry.open:
        return shown(scene.at(state=place_of(scene)), facts, notice, understood=read)
    return onward(scene, facts, notice, understood=read)


def to_open(scene: Scene) -> list[Question]:
    """Give the questions of the group that are not shown, and that the answer to one of it may open."""
    ids = scene.pack.group_of.get(scene.session.question, ())
    entries = (scene.known.entries[id_] for id_ in ids)
    return [
        entry.question
        for entry in entries
        if not entry.applies and any(condition.question in ids for condition in entry.question.when)
    ]


def taken(scene: Scene, given: Said, reading: Reading) -> tuple[tuple[Fact, ...], list[str], list[str]]:
    """Make facts of what was understood, each seen after those before it; read those back, and say what is refused."""
    facts: list[Fact] = []
    read: list[str] = []
    refused: list[str] = []
    for part in reading.parts:
        now = scene.after(facts)
        entry = now.known.entries[part.question]
        value = part.heard[0] if isinstance(part.heard, tuple) else part.heard
        refusal = _why_not(now, entry, value)
        if refusal or isinstance(value, Refused):
            refused.append(scene.say("group_refused", label=entry.question.label, text=refusal))
            continue
        facts.append(_answer(now, entry.question, value, part.typed, given))
        seen = now.after(facts[-1:])
        answered_now = seen.known.entries[part.question]
        read.append(scene.say("understood", answer=answer_line(seen, answered_now, beside(seen, entry, answered_now))))
    return tuple(facts), read, refused


def _why_not(scene: Scene, entry: Entry, value: Value | Nothing | Refused) -> str:
    """Say why an answer is not taken; "" where it is."""
    if isinstance(value, Refused):
        return scene.say(f"refused_{value.code}", **value.facts)
    if not entry.applies:
        return scene.say("group_closed")
    if isinstance(value, Nothing) and value not in admitted(scene, entry):
        later = Nothing.LATER in admitted(scene, entry)
        return scene.say("refused_nothing_but_later" if later else "refused_nothing")
    wrong = refused(scene.known.entries, entry.question, value)
    return scene.say(f"refused_{wrong.code}", **wrong.facts) if wrong else ""


def unclear(scene: Scene, reading: Reading, entries: list[Entry]) -> Iterator[str]:
    """Say what belongs to no question for certain, and how it would."""
    if not reading.left:
        return
    numbered = [(number, entry) for number, entry in enumerate(entries, 1) if entry.question.example]
    numbered.sort(key=lambda each: not each[1].blank)
    number, entry = numbered[0] if numbered else (1, entries[0])
    text = entry.question.example or answer_text(scene, entry) or example([entry])
    by_number = any(other.question.kind is Kind.TEXT for other in entries)
    typed = "、".join(reading.left)
    if by_number:
        yield scene.say("group_left_number", typed=typed, number=number, text=text)
    else:
        yield scene.say("group_left", typed=typed, label=entry.question.label, text=text)


def _answer(
    scene: Scene, question: Question, value: Value | Nothing, typed: str, given: Said | Pressed, source: str = "typed"
) -> Answer:
    default = scene.known.entries.default(question)
    if default and value == default.value:
        source = "confirmed"
    message = given.message if isinstance(given, Said) else None
    return answer_of(scene.at(question=question.id), value, typed, given.at, message, source)


def answered(before: Scene, after: Scene, facts: tuple[Fact, ...], notice: str, read: str) -> Turn:
    """Go back to the group after one of it was answered alone; on where it was the last one open."""
    free = in_group(after.at(via="", state=State.GROUP))
    if not any(entry.open for entry in members(before)):
        return shown(free, facts, notice, understood=read)
    return _go_on(free, facts, notice, read)


def _go_on(scene: Scene, facts: tuple[Fact, ...], notice: str, read: str) -> Turn:
    """Go to what comes next once all of the group are answered, or seen with their section; till then stay."""
    if any(entry.open and not entry.carried for entry in members(scene)):
        return shown(scene.at(state=State.GROUP), facts, notice, understood=read)
    return finish(scene, facts, notice, read)


def finish(scene: Scene, facts: tuple[Fact, ...] = (), notice: str = "", read: str = "") -> Turn:
    """Go to the next question behind the group that is still open."""
    return onward(_at_end(scene), facts, notice, understood=read)


def _at_end(scene: Scene, end: int = -1) -> Scene:
    """Give the moment at the last question of the group, or the first: an optional one where one was come to."""
    optional = scene.entry.question.optional
    alike = [entry for entry in members(scene) if entry.question.optional is optional]
    return scene.at(question=(alike or members(scene))[end].question.id)


def press_group(scene: Scene, given: Pressed) -> Turn:
    """Take a press on the screen of a group; one that names nothing there changes nothing."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in _BUTTONS:
        return _BUTTONS[given.choice](scene, given)
    question = given.choice[2:]
    if given.choice.startswith("t:"):
        return _turn_over(scene, question, given)
    return shown(scene.at(state=State.ASKING, question=question, via=State.GROUP.value))


def _turn_over(scene: Scene, question: str, given: Pressed) -> Turn:
    """Answer 是, or the other where it is answered; the screen stays and shows it."""
    entry = scene.known.entries[question]
    yes = not (entry.stored and entry.answers[0].value == Chosen((YES,)))
    facts = (_answer(scene, entry.question, Chosen((YES if yes else NO,)), given.choice, given),)
    return shown(scene.after(facts), facts, replaces=True)


def _agree(scene: Scene, given: Pressed) -> Turn:
    """Take what stands without an answer, as a default or as last year, as answers."""
    facts: list[Fact] = []
    for entry in members(scene):
        if entry.open:
            facts += agreed(scene.after(facts), entry, given.at)
    return finish(scene.after(facts), tuple(facts), read=scene.say("group_agreed", name=group_name(scene)))


def _all_yes(scene: Scene, given: Pressed) -> Turn:
    """Answer 是 to all that ask 是 or 否 and are still open."""
    asked_yes = [entry for entry in members(scene) if entry.blank and entry.question.kind is Kind.YES_NO]
    facts = tuple(_answer(scene, entry.question, Chosen((YES,)), given.choice, given) for entry in asked_yes)
    after = scene.after(facts)
    lines = (answer_line(after, after.known.entries[entry.question.id]) for entry in asked_yes)
    return _go_on(after, facts, turned(scene, after, facts), "\n".join(_understood(scene, line) for line in lines))


def _understood(scene: Scene, line: str) -> str:
    return scene.say("understood", answer=line)


def _leave_to_others(scene: Scene, given: Pressed) -> Turn:
    """Note of all that are still open that a colleague has them."""
    entries = [entry for entry in members(scene) if entry.open]
    facts = tuple(_answer(scene, entry.question, Nothing.LATER, given.choice, given) for entry in entries)
    after = scene.after(facts)
    lines = (answer_line(after, after.known.entries[entry.question.id]) for entry in entries)
    return finish(after, facts, read="\n".join(_understood(scene, line) for line in lines))


def go_back(scene: Scene, _: Input) -> Turn:
    """Go to the question before the group; the answers stay as they are."""
    entry = _at_end(scene, 0).previous_applying(members(scene))
    return arrive(scene, entry) if entry else said(scene, scene.say("first_question"))


def go_past(scene: Scene, _: Input) -> Turn:
    """Go to the next question behind the group; the answers here, if any, stay as they are."""
    last = _at_end(scene)
    return arrive(last, last.next_applying(members(scene)))


def _finish(scene: Scene, _: object) -> Turn:
    return finish(scene)


_BUTTONS: Mapping[str, Callable[[Scene, Pressed], Turn]] = {
    "right": _agree,
    "yes_all": _all_yes,
    "done": _finish,
    Nothing.LATER.value: _leave_to_others,
    "back": go_back,
    "skip": go_past,
    "review": open_review,
    "menu": open_menu,
}
"""The buttons of a group that are not about one question."""
