"""The errors that stop a command: each is one Chinese sentence that ends in what to do; a wrong answer is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class BotError(Exception):
    """Base of all; never raised itself."""


class SettingsError(BotError):
    """An option or an environment variable is missing or wrong."""


class StoreError(BotError):
    """The database cannot be used."""


class ChannelError(BotError):
    """The messenger cannot be reached, or refuses us."""


class FileError(BotError):
    """A file somebody handed in cannot be examined."""


class PreviewError(BotError):
    """The page cannot be drawn: a program or a typeface is missing, or no typeface has a character."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a file: where it is, what is wrong, what to do."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


class ContentError(BotError):
    """Files people wrote (prompts, templates, answers) have faults; all of them at once, a line each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
