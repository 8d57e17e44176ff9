"""The steps of 改稿: own words for a paragraph, a sentence or one more paragraph, and what is done about them later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.interview.amended_screen import amended_rows
from bot.interview.amending_screen import ADDING
from bot.interview.amendment_states import Standing, standing_of, standings
from bot.interview.amendments import Act, Amended, Place
from bot.interview.characters import unfit
from bot.interview.events import Say, Turn
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.passage_screen import chosen, passage_at
from bot.interview.passages import Passage
from bot.interview.reading import MOST_ALL, cleaned, says_something
from bot.interview.rewording import ordinal
from bot.interview.rewriting import Words, added, of_passage, removed, restored, reworded, rewritten
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_for_now, refuse_old_button
from bot.interview.ties import figure, left_as_is, renewed, unowned
from bot.interview.turns import said, shown

_NUMBER = re.compile("^〔[0-9]{1,3}〕")
_MARK = "※"
_ENDS = "。！？：；…”’）"


def ask_words(scene: Scene, given: Pressed) -> Turn:
    """Ask for own words, after a message that holds nothing but the present ones, to be copied."""
    passage = passage_at(scene)
    if passage is None:
        return refuse_for_now(scene, given)
    if given.choice == "add":
        return shown(scene.at(state=State.AMENDING, item=ADDING))
    one = chosen(scene)
    return shown(scene.at(state=State.AMENDING), first=(Say(one.text if one else passage.text),))


def cancel(scene: Scene, _: Input) -> Turn:
    """Leave the text as it is."""
    return shown(scene.at(state=State.PASSAGE, item=max(scene.session.item, 0)))


def press_amending(scene: Scene, given: Pressed) -> Turn:
    """Take the one button there is."""
    return cancel(scene, given) if given.choice == "cancel" else refuse_old_button(scene, given)


def take_words(scene: Scene, given: Said) -> Turn:
    """Take own words as they come back: of the paragraph, of one sentence, or for a further paragraph."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    passage = passage_at(scene)
    if pressed is not None or passage is None:
        return cancel(scene, given)
    text = _pasted(given.text)
    if refusal := _refusal(scene, text):
        return said(scene, refusal)
    words, one = Words(text, given.at, given.message), chosen(scene)
    if scene.session.item == ADDING:
        facts = added(scene, passage, replace(words, text=_ended(text)))
    elif one:
        number = "" if text.startswith(ordinal(one)) else ordinal(one)
        ended = _ended(text) if one.text.endswith("。") else text
        facts = reworded(scene, one, replace(words, text=number + ended))
    else:
        facts = rewritten(scene, passage, words)
    return _amended(scene, passage, facts)


def remove(scene: Scene, given: Pressed) -> Turn:
    """Take the sentence chosen out, or the whole paragraph."""
    passage, one = passage_at(scene), chosen(scene)
    if passage is None:
        return refuse_for_now(scene, given)
    return _amended(scene, passage, removed(scene, [one] if one else passage.sentences, given.at))


def restore_all(scene: Scene, given: Pressed) -> Turn:
    """Put the paragraph back as the answers write it."""
    passage = passage_at(scene)
    if passage is None:
        return refuse_for_now(scene, given)
    gone = (each for each in of_passage(scene, passage) if each.place is Place.NONE or each.act is Act.ADD)
    return _amended(scene, passage, restored(scene, gone, given.at))


def settle(scene: Scene, given: Pressed) -> Turn:
    """Take the new answers into own words, leave the words, or put the sentence back."""
    standing = standing_of(scene, scene.session.question)
    if standing is None:
        return refuse_old_button(scene, given)
    (fact,) = _settled(scene, standing, given)
    passage = passage_at(scene)
    if scene.session.state is State.PASSAGE and passage:
        return _amended(scene, passage, (fact,))
    after = scene.after((fact,))
    gone = standing_of(after, fact.sentence) is None
    return shown(after.at(question="") if gone else after, (fact,), _told(scene, (fact,)))


def _settled(scene: Scene, standing: Standing, given: Pressed) -> tuple[Amended, ...]:
    if given.choice == "restore":
        return restored(scene, (standing.amended,), given.at)
    change = renewed if given.choice == "take" else left_as_is
    by = scene.writer
    return (replace(change(standing.amended, standing.old), at=given.at, by=by, message=None),)


def open_amended(scene: Scene, given: Input) -> Turn:
    """Show every amendment of the year."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    return shown(scene.at(state=State.AMENDED, question="", item=0))


def press_amended(scene: Scene, given: Pressed) -> Turn:
    """Show one amendment or its paragraph, do something about it, or leave."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in _BUTTONS:
        return _BUTTONS[given.choice](scene, given)
    if given.choice.startswith("p"):
        return shown(scene.at(state=State.PASSAGE, item=1))
    found = standings(scene)[int(given.choice[1:]) - 1]
    return shown(scene.at(question=found.amended.sentence))


def say_amended(scene: Scene, given: Said) -> Turn:
    """Take the number of an amendment, or the words of a button."""
    text = given.text.strip()
    pressed = pressed_by_words(amended_rows(scene), text) or pressed_by_words(amended_rows(scene), f"{text}.")
    if pressed is None:
        return said(scene, scene.say("amended_refused"))
    return press_amended(scene, Pressed(given.at, scene.session.screen, pressed))


def _read(scene: Scene, _: Pressed) -> Turn:
    return shown(scene.at(state=State.READING, question="", item=0))


def _restore_passage(scene: Scene, given: Pressed) -> Turn:
    """Put back all that was taken out of the paragraph a sentence belongs to."""
    id_ = scene.session.question
    together = next({each.id for each in passage.sentences} for passage in scene.unamended if _holds(passage, id_))
    gone = [each for each in scene.amendments if each.sentence in together and each.act is Act.REMOVE]
    facts = restored(scene, gone, given.at)
    there = scene.after(facts).at(state=State.PASSAGE, question=id_, item=0)
    return shown(there, facts, _told(scene, facts))


def _holds(passage: Passage, id_: str) -> bool:
    return any(each.id == id_ for each in passage.sentences)


_BUTTONS: Mapping[str, Callable[[Scene, Pressed], Turn]] = {
    "menu": open_menu,
    "read": _read,
    "amended": open_amended,
    "take": settle,
    "leave": settle,
    "restore": settle,
    "back": _restore_passage,
}


def _amended(scene: Scene, passage: Passage, facts: tuple[Amended, ...]) -> Turn:
    """Tell what became of the text and show the paragraph; where nothing is left of it, the part it stood in."""
    after = scene.after(facts)
    ids = [fact.sentence for fact in facts if fact.place is Place.PARAGRAPH]
    ids += [sentence.id for sentence in passage.sentences] + [fact.sentence for fact in facts]
    printed = {sentence.id for each in after.passages for sentence in each.sentences}
    there = next((id_ for id_ in ids if id_ in printed), "")
    told = _told(scene, facts) if facts else scene.say("amend_same")
    if there:
        return shown(after.at(state=State.PASSAGE, question=there, item=0), facts, told)
    return shown(after.at(state=State.READING, question="", item=passage.number), facts, told)


def _told(before: Scene, facts: tuple[Amended, ...]) -> str:
    """Tell what was done, and of the figures whose they are."""
    there = {each.sentence for each in before.amendments}
    new = [fact for fact in facts if fact.act is Act.ADD and fact.sentence not in there]
    counts = {
        "rewritten": sum(fact.act is Act.REWRITE or (fact.act is Act.ADD and fact not in new) for fact in facts),
        "added": len(new),
        "removed": sum(fact.act is Act.REMOVE for fact in facts),
        "restored": sum(fact.act is Act.UNDO for fact in facts),
    }
    done = "，".join(before.say(f"told_{what}", count=count) for what, count in counts.items() if count)
    return "\n".join((before.say("told", done=done), *_figures_told(before, facts)))


def _figures_told(scene: Scene, facts: tuple[Amended, ...]) -> Iterator[str]:
    """Say of each figure in own words which answer it is, or that it is none."""
    for fact in (each for each in facts if each.act in (Act.REWRITE, Act.ADD)):
        ties = [tie for tie in fact.ties if tie.at >= 0 and figure(tie.printed)]
        for tie in dict.fromkeys(tie._replace(at=0) for tie in ties):
            if label := _label(scene, tie.question):
                yield scene.say("told_tied", printed=tie.printed, label=label)
        for tie in (tie for tie in fact.ties if tie.at < 0 and figure(tie.printed)):
            if label := _label(scene, tie.question):
                yield scene.say("told_dropped", printed=tie.printed, label=label)
        for own in dict.fromkeys(unowned(fact)):
            yield scene.say("told_unowned", figure=own)


def _label(scene: Scene, question: str) -> str:
    return scene.pack.questions[question].label if question in scene.pack.questions else ""


def _pasted(typed: str) -> str:
    """Give what was pasted without our own marks, blank lines and indents."""
    lines = (line.strip() for line in cleaned(typed).replace(_MARK, "").split("\n"))
    return _NUMBER.sub("", "\n".join(filter(None, lines)))


def _ended(text: str) -> str:
    return text if text.endswith(tuple(_ENDS)) else f"{text}。"


def _refusal(scene: Scene, text: str) -> str:
    if not says_something(text):
        return scene.say("refused_empty")
    if len(text) > MOST_ALL:
        return scene.say("refused_too_long", most=MOST_ALL)
    return scene.say("refused_characters", typed=unfit(text)) if unfit(text) else ""
