"""What a channel is to show: messages, and the files and pictures behind them; knows no channel and no answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.interview.events import Button
from bot.interview.orders import Examine
from bot.report.text import Line


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes with a message: `File("work_summary_2025.docx", lambda: b"PK…")`; no answer is part of its name.

    `make` touches no database, may be called in another thread and may take long; PreviewError where it cannot.
    `sent_as`: what it is called where people see it; `caption` and `rows`: what stands under it.
    """

    name: str
    make: Callable[[], bytes]
    sent_as: str = ""
    caption: str = ""
    rows: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pages as pictures, one for each; `make` as that of a file."""

    make: Callable[[], tuple[bytes, ...]]


@dataclass(frozen=True, slots=True)
class Message:
    """One message for a channel to show: paragraphs, the buttons of a screen with its number, and files behind it.

    `examines`: what it says is not known yet: the channel fetches this file and has it read.
    `understood`, `left`: what becomes of the screen before; see Ask.
    """

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    screen: int = 0
    files: tuple[File | Pictures, ...] = ()
    examines: Examine | None = None
    understood: str = ""
    left: str = ""

    @property
    def text(self) -> str:
        """The plain text."""
        return "\n".join(line.text for line in self.lines)

    @property
    def told(self) -> tuple[Line, ...]:
        """Its paragraphs, those that say what was understood among them: for where the screen before stays as it is."""
        return (Line(self.understood), Line(""), *self.lines) if self.understood else self.lines
