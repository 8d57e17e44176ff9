"""What a message that gave answers says after it was changed: which answers become others; asks and shows nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.interview.answering import read_back, say_answer
from bot.interview.answers import Clock, Refused, understand
from bot.interview.branches import turned
from bot.interview.events import Answer, Cleared, Fact, Say, Turn
from bot.interview.facts import answer_of
from bot.interview.group_edits import of_one_group, regrouped
from bot.interview.inputs import Said
from bot.interview.lists import linked, too_much
from bot.interview.pack import Kind
from bot.interview.scene import Scene
from bot.interview.screens import offered
from bot.interview.session import State
from bot.interview.turns import arrive, returned, said
from bot.interview.values import Chosen, Nothing, Value

LINE = re.compile(r"\s*([^\s、：:，,.．]{1,30}?)(?:\s+|[、：:，,]\s*|[.．]\s*(?![0-9０-９]))(\S.*)", re.DOTALL)
"""A line of a review, its number or its name, and behind it the new answer: 3 18次, 3、18次, 普法活动：18次."""

Read = tuple[Fact, ...] | str
"""What an edited message makes so; or the sentence it is refused with."""


def claims(scene: Scene, message: int | None) -> tuple[Answer, ...]:
    """Give the answers in effect that a message of this chat gave."""
    if message is None:
        return ()
    questions = scene.pack.questions
    return tuple(each for each in scene.dossier.answers if each.message == message and each.question in questions)


def corrected(scene: Scene, given: Said) -> Read:
    """Read a message anew that gave answers, as it reads now: what it changes; nothing where all is as it was."""
    answers = claims(scene, given.message)
    questions = {answer.question for answer in answers}
    if len(questions) > 1:
        return regrouped(scene, given, answers) if of_one_group(scene, answers) else scene.say("edit_several")
    there = scene.at(state=State.ASKING, question=answers[0].question, via="", held=())
    collects = there.entry.question.collects
    return _items(there, given, answers) if collects else _one_of(there, given, answers[0])


def take_held(scene: Scene, given: Said) -> Turn:
    """Make so what an edited message says, once it was confirmed; and go on from there."""
    facts = corrected(scene, given)
    if isinstance(facts, str):
        return said(scene, facts)
    after, notice = scene.after(facts), told(scene, facts)
    if scene.session.via:
        return returned(after, facts, notice)
    return arrive(after, after.next_open(), facts, notice)


def _one_of(scene: Scene, given: Said, answer: Answer) -> Read:
    """Read the one answer of a question, which may have been that of a group: then its number is no part of words."""
    alone = _one(scene, given, answer)
    if answer.question not in scene.pack.group_of:
        return alone
    together = regrouped(scene, given, (answer,))
    wordy = scene.entry.question.kind in (Kind.TEXT, Kind.CHOICE)
    reads = (together, alone) if wordy else (alone, together)
    return next((read for read in reads if not isinstance(read, str)), together)


def _one(scene: Scene, given: Said, answer: Answer) -> Read:
    """Read the one answer of a question, as if it had been said there; or in a review, behind its line's number."""
    read = _said(scene, given, answer)
    line = LINE.fullmatch(given.text)
    if isinstance(read, str) and line and (line[1].isdecimal() or line[1] == scene.entry.question.label):
        behind = _said(scene, replace(given, text=line[2]), answer)
        return read if isinstance(behind, str) else behind
    return read


def _said(scene: Scene, given: Said, answer: Answer) -> Read:
    turn = say_answer(_without(scene, answer, given), given)
    facts = tuple(fact for fact in turn.facts if isinstance(fact, Answer))
    if not facts:
        told = [reply.text for reply in turn.replies if isinstance(reply, Say)]
        return told[0] if told else scene.say("refused_button", typed=given.text.strip())
    return () if facts[0].value == answer.value else facts


def _without(scene: Scene, answer: Answer, given: Said) -> Scene:
    """Give the moment without what the message had added to several choices."""
    question, value = scene.entry.question, answer.value
    if question.kind is not Kind.CHOICE_MANY or not isinstance(value, Chosen):
        return scene
    old = understand(question, answer.typed, _clock(scene, given))
    if not isinstance(old, tuple) or not isinstance(old[0], Chosen) or old[0].ids:
        return scene
    rest = tuple(words for words in value.other if words not in old[0].other)
    return scene.after((answer._replace(value=replace(value, other=rest)),))


def _items(scene: Scene, given: Said, answers: Sequence[Answer]) -> Read:
    """Compare a message's lines with the items it had given: each is the same, changed, new or gone."""
    values = understand(scene.entry.question, given.text, _clock(scene, given))
    if isinstance(values, Refused):
        return scene.say(f"refused_{values.code}", **values.facts)
    if isinstance(values, Nothing):
        return _nothing(scene, given, answers, values)
    read = [linked(scene, value) for value in values]
    if wrong := next((value for value in read if isinstance(value, Refused)), None):
        return scene.say(f"refused_{wrong.code}", **wrong.facts)
    values = tuple(value for value in read if not isinstance(value, Refused))
    others = {each.value for each in scene.entry.answers if each not in answers and each.source != "default"}
    if scene.entry.question.kind is not Kind.LONG_TEXT:
        values = tuple(value for value in values if value not in others)
    if not values:  # a message that gave nothing any more could not be edited back
        return scene.say("item_known", count=len(scene.entry.answers))
    facts = tuple(_aligned(scene, given, sorted(answers, key=lambda each: (each.position, each.item)), values))
    return too_much(scene.after(facts)) or facts


def _nothing(scene: Scene, given: Said, answers: Sequence[Answer], nothing: Nothing) -> Read:
    """Take a 没有 in place of all a message had said, where nothing else was."""
    left = len(scene.entry.answers) - len(answers)
    if not offered(scene, nothing.value):
        return scene.say("refused_nothing")
    if left:
        return scene.say("refused_items", count=left)
    if [answer.value for answer in answers] == [nothing]:
        return ()
    gone = (Cleared(each.year, each.question, each.item, given.at) for each in answers if each.item)
    return (*gone, answer_of(scene, nothing, given.text, given.at, given.message))


def _aligned(scene: Scene, given: Said, answers: Sequence[Answer], values: Sequence[Value]) -> Iterator[Fact]:
    """Give each new line its item: one in place of another keeps its number and its place."""
    item = scene.next_item(scene.session.question)
    matcher = SequenceMatcher(None, [each.value for each in answers], list(values), autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        old, new = answers[start:end], values[first:last]
        if tag == "equal":
            continue
        for number, each in enumerate(old):
            if number >= len(new) or not each.item:
                yield Cleared(each.year, each.question, each.item, given.at)
        for number, value in enumerate(new):
            fact = answer_of(scene, value, given.text, given.at, given.message)
            if number < len(old) and old[number].item:
                yield fact._replace(item=old[number].item, position=old[number].position)
            else:
                yield fact._replace(item=item, position=_position(answers, end, item))
                item += 1


def _position(answers: Sequence[Answer], end: int, item: int) -> int:
    """Give the place of a new line behind so many of the old: that of the one before it, whose number is lower."""
    return (answers[end - 1].position if end else answers[0].position - 1) or item


def _clock(scene: Scene, given: Said) -> Clock:
    return Clock(scene.session.year, given.at.date())


def told(scene: Scene, facts: Sequence[Fact]) -> str:
    """Say what is changed, question by question, and what that does to others."""
    after = scene.after(facts)
    lines: list[str] = []
    for id_ in dict.fromkeys(fact.question for fact in facts if isinstance(fact, Answer | Cleared)):
        there = (each.at(question=id_, state=State.ASKING) for each in (scene, after))
        lines.append(after.say("understood" if lines else "edit_done", answer=read_back(*there)))
    return "\n".join(filter(None, (*lines, turned(scene, after, facts))))
