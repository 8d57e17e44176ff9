"""An official who answers what the screen in front of them asks, and notes what they sent; knows no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.interview.screen_parts import CIRCLED

if TYPE_CHECKING:
    from random import Random

    from bot.interview.pack import Question
    from tests.botapi import Message, User
    from tests.storm.script import Script

DONE, WAITS = "完成", "（由上面"


@dataclass(frozen=True)
class Act:
    """Something typed (`message`: its number) or pressed, and what it must leave in the answers.

    `rows`: how many of them; `typed`: what they say was typed, one of these; empty: whatever the default was.
    """

    question: str
    typed: frozenset[str] = frozenset()
    message: int | None = None
    rows: int = 0


@dataclass
class Official:
    """Answers at most `most` times, orders the document, and puts the phone away once the screen below it is there.

    `awaited`: the number of the screen the last thing sent will bring; `shows`: a choice it will show as taken.
    `hides`: a label it will not bear.
    """

    user: User
    code: str
    script: Script
    rng: Random
    most: int
    acts: list[Act] = field(default_factory=list)
    ordered: bool = False
    finished: bool = False
    awaited: int = 0
    shows: str = ""
    hides: str = ""
    question: str = ""
    left: list[list[str]] = field(default_factory=list)
    read: int = 0

    def begin(self) -> None:
        self.say(f"/start {self.code}")

    @property
    def has_news(self) -> bool:
        return len(self.user.chat.news) > self.read

    @property
    def screen(self) -> Message | None:
        """What was sent or changed last and has buttons; a person sees a message change."""
        return next((message for _, message in reversed(self.user.chat.news) if message.keyboard), None)

    def look(self) -> None:
        """Look at the phone, and answer if the screen that was waited for is there."""
        self.read = len(self.user.chat.news)
        screen = self.screen
        if self.finished:
            return
        if screen is None:
            self._introduce()
            return
        shown = {button.data for row in screen.keyboard for button in row}
        number = number_of(screen)
        if number < self.awaited or (self.shows and f"{number}:{self.shows}" not in shown):
            return
        if self.hides in {button.label for row in screen.keyboard for button in row}:
            return
        self.awaited, self.shows, self.hides = number, "", ""
        if len(self.acts) >= self.most:
            self._finish()
        elif self.script.pack.phrases["ask_year"] in screen.text:
            self.say(str(self.script.year))
        else:
            self._answer(screen)

    def _finish(self) -> None:
        if self.ordered:
            self.finished = True
        else:
            self.ordered = True
            self.say("/draft")

    def _introduce(self) -> None:
        """Give a name where one is asked for; that screen has no button and no number."""
        asked = self.script.pack.phrases["ask_name"]
        if len(self.acts) == 1 and any(message.from_bot and asked in message.text for message in self.user.messages):
            self.say("小李")

    def _answer(self, screen: Message) -> None:
        if together := members(screen):
            self._answer_together(screen, together)
            return
        question = self.script.question(screen.text)
        if question is None:
            self._finish()
            return
        shown = [button for row in screen.keyboard for button in row]
        buttons = {button.data.partition(":")[2]: button.label for button in shown if button.data}
        if question.id != self.question:
            self.question, self.left = question.id, self._planned(question, buttons)
        elif not self.left:
            self.left = [[self.rng.choice((DONE, "[done]"))] if "done" in buttons else ["/skip"]]
        for act in self.left.pop(0):
            self._do(question, act, screen, buttons)

    def _planned(self, question: Question, buttons: dict[str, str]) -> list[list[str]]:
        """What to send for a question, at once what stands in one list: words, or a button as `[id]`."""
        typed, chance = self.script.typed.get(question.id, ()), self.rng.random()
        if not typed:
            agrees = "default" in buttons and not question.collects
            return [["[default]" if agrees else self.rng.choice(("/skip", "[skip]"))]]
        if question.collects:
            return self._listed([*typed])
        if chance < 0.05 and "later" in buttons:
            return [["[later]"]]
        if chance < 0.35 and (offered := self._offered(typed[0], buttons)):
            return offered
        return [[*typed]]

    def _answer_together(self, screen: Message, together: dict[str, str]) -> None:
        """Several questions on one screen: in one message, by a press for all that are left, or one alone."""
        self.question, self.left = "", []
        ids = {(button.data or "").partition(":")[2] for row in screen.keyboard for button in row}
        asked, chance = (
            [id_ for id_, line in together.items() if "：" not in line and WAITS not in line],
            self.rng.random(),
        )
        if "right" in ids:
            self._press_all(screen, "right", [id_ for id_, line in together.items() if not line.endswith("✓")])
        elif not asked:
            self._press_all(screen, "done" if "done" in ids else "skip", [])
        elif chance < 0.1 and "later" in ids:
            self._press_all(screen, "later", asked, "later")
        elif chance < 0.3 and (ones := sorted(id_ for id_ in ids if id_.partition(":")[2] in asked)):
            one = self.rng.choice(ones)
            stays = one.startswith("t:")
            self._press_all(screen, one, [one[2:]] if stays else [], one, stays=stays)
        else:
            given = {id_: self.script.typed[id_][0] for id_ in asked}
            # Where one waits for a colleague, a figure alone could be its own.
            later = self.script.pack.phrases["nothing_later"]
            waits = any(line.endswith(f"：{later}") for line in together.values())
            parts = [f"{self.script.pack.questions[id_].label}{text}" if waits else text for id_, text in given.items()]
            message = self.user.say(self.rng.choice(("，", "\n", " ")).join(parts)).message_id
            self.acts += [Act(id_, frozenset({text}), message, 1) for id_, text in given.items()]
            self.awaited += 1

    def _press_all(
        self, screen: Message, id_: str, answers: list[str], typed: str = "", *, stays: bool = False
    ) -> None:
        """Press what answers these questions; the screen stays where only its form changes."""
        self.user.press_on(screen.message_id, f"{number_of(screen)}:{id_}")
        told = frozenset({typed} - {""})
        self.acts += [Act(question, told, None, 1) for question in answers] or [Act("")]
        labels = {(button.data or "").partition(":")[2]: button.label for row in screen.keyboard for button in row}
        self.hides = labels[id_] if stays else ""
        self.awaited += not stays

    def _listed(self, items: list[str]) -> list[list[str]]:
        """A list: one by one, two messages at once, all of it in one, or all of it and 完成 before a look."""
        match self.rng.randrange(4):
            case 0:
                return [[item] for item in items]
            case 1:
                return [items[at : at + 2] for at in range(0, len(items), 2)]
            case 2:
                return [["\n".join(items)]]
            case _:
                return [[*items, DONE]]

    def _offered(self, typed: str, buttons: dict[str, str]) -> list[list[str]]:
        """The answer as presses: the button that says it, else any of the choices, one by one."""
        named = [id_ for id_, label in buttons.items() if label == typed]
        adding = [id_ for id_ in buttons if id_.startswith("+")]
        taking = [id_ for id_ in buttons if id_.startswith("=")]
        if named:
            return [[f"[{named[0]}]"]]
        if adding:
            return [[f"[{id_}]"] for id_ in self.rng.sample(adding, min(2, len(adding)))]
        return [[f"[{self.rng.choice(taking)}]"]] if taking else []

    def _do(self, question: Question, act: str, screen: Message, buttons: dict[str, str]) -> None:
        if act.startswith("["):
            self.press(question, act[1:-1], screen)
            return
        stored = 0 if act == DONE or act.startswith("/") else act.count("\n") + 1
        as_button = {id_ for id_, label in buttons.items() if label == act}
        self.say(act, question.id, frozenset({act, *as_button}), stored)

    def say(self, text: str, question: str = "", typed: frozenset[str] = frozenset(), rows: int = 0) -> None:
        message = self.user.say(text).message_id
        self.acts.append(Act(question, typed, message, rows))
        self.awaited += 1

    def press(self, question: Question, id_: str, screen: Message) -> None:
        self.user.press_on(screen.message_id, f"{number_of(screen)}:{id_}")
        toggles = id_.startswith("+")
        rows = 0 if id_ in ("done", "skip") else 1
        self.acts.append(Act(question.id, frozenset({id_} - {"default"}), None, rows))
        self.shows = f"-{id_[1:]}" if toggles else ""
        self.awaited += not toggles


def members(screen: Message) -> dict[str, str]:
    """The questions on one screen by their buttons, each with its line; none where it asks one."""
    ids = [(button.data or "").partition(":")[2] for row in screen.keyboard for button in row]
    of_group = [id_[2:] for id_ in ids if id_.startswith(("g:", "t:"))]
    lines = screen.text.split("\n")
    return {
        id_: next(line for line in lines if line.startswith(mark)) for id_, mark in zip(of_group, CIRCLED, strict=False)
    }


def number_of(screen: Message) -> int:
    data = screen.keyboard[0][0].data
    assert data
    return int(data.partition(":")[0])
