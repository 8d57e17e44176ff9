"""The simulated officials: read a bot's message, press or type what it asks for; know no HTTP and no bot."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmark.plan import Plan, Screen, Script

_ITEM = re.compile(r"\d+\. ")


@dataclass(frozen=True, slots=True)
class Given:
    """What an official does: a press of a button that bears `text`, or words typed."""

    text: str
    pressed: bool = False


def reply_to(screen: Screen, script: Script) -> Given | None:
    """Press the button that says what the script has for the question, or type it; None for no question of the script.

    A list gets one text after the other, as many as it does not show yet, and then its 完成.
    """
    lines = screen.text.split("\n")
    wanted = next((script.answers[line] for line in lines if line in script.answers), None)
    if wanted is None:
        return None
    rows = screen.markup["inline_keyboard"] if screen.markup else ()
    buttons = {button["text"]: button["callback_data"] for row in rows for button in row}
    shown = sum(1 for line in lines if _ITEM.match(line))
    if shown < len(wanted):
        text = wanted[shown]
        return Given(buttons[text], pressed=True) if text in buttons else Given(text)
    for ending in (":done", ":default", ":right"):
        for data in buttons.values():
            if data.endswith(ending):
                return Given(data, pressed=True)
    first = next((data for data in buttons.values() if ":=" in data), None)
    return Given(first, pressed=True) if first else Given("/skip")


class Officials:
    """All chats of a plan: each writes again when its answer was accepted, or, at a rate, when its turn comes."""

    def __init__(self, plan: Plan, write: Callable[[int, Screen, Given], None]) -> None:
        self.plan, self.write = plan, write
        self.spares = deque(plan.spares)
        self.ready: deque[tuple[int, Screen, Given]] = deque()
        self.since: dict[int, float] = {}
        self.times: list[float] = []
        self.written = self.presses = 0
        self.strays: list[str] = []
        self.writing = True

    def begin(self) -> None:
        """Let every chat have something to say."""
        for chat, screen in self.plan.chats:
            self._next(chat, screen)

    def heard(self, chat: int, screen: Screen) -> None:
        """Take a message that the server just accepted: the time it took, and what is said to it."""
        if since := self.since.pop(chat, 0.0):
            self.times.append(time.monotonic() - since)
        if since and self.writing:
            self._next(chat, screen)

    def release(self) -> None:
        """Make the next input available, of the chat that has waited longest."""
        if self.ready:
            self._write(*self.ready.popleft())

    def _next(self, chat: int, screen: Screen) -> None:
        given = reply_to(screen, self.plan.script)
        if given is None and self.plan.script.end in screen.text:
            if self.spares:
                self._next(*self.spares.popleft())
            return
        if given is None:
            self.strays.append(screen.text)
            given = Given("/skip")
        if self.plan.rate:
            self.ready.append((chat, screen, given))
        else:
            self._write(chat, screen, given)

    def _write(self, chat: int, screen: Screen, given: Given) -> None:
        self.since[chat] = time.monotonic()
        self.written += 1
        self.presses += given.pressed
        self.write(chat, screen, given)
