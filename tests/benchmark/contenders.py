"""The three bots, each with its files and officials made ready for a cell, measured, and what was found kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmark import processes
from tests.benchmark.conversation import END, Question, write_questions, write_states
from tests.benchmark.copies import add_officials, make_database
from tests.benchmark.interview import Interview
from tests.benchmark.plan import Plan, Result, Screen, Script

OURS, ECHO, CONVERSATION = "ours", "echo", "conversation"
COMMANDS = {
    OURS: ("tests.benchmark.ours",),
    ECHO: ("tests.benchmark.echo",),
    CONVERSATION: ("tests.benchmark.conversation",),
}
PRODUCT = ("bot", "run")
MINIMAL = ("tests.benchmark.minimal",)

QUESTIONS = 30
MOST_RATE = 2500  # no bot here answers more in a second: there are officials enough to take over
HELLO = Screen("您好")


@dataclass(frozen=True, slots=True)
class Cell:
    """What is measured together: `delay`: the round trip in ms; `rate`: updates offered in a second, 0: all there are.

    At a rate our bot runs as it is shipped, with its limit on sending.
    """

    bot: str
    delay: int
    chats: int
    full: bool = False
    rate: float = 0.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    seconds: float
    warm: float
    limited_seconds: float
    repeats: int
    starts: int
    chats: tuple[int, ...]
    units: int


@dataclass
class Bench:
    """A run: its folder, and what was found so far, for each cell and for each start."""

    folder: Path
    size: Size
    interview: Interview
    full: Path
    found: dict[Cell, list[Result]] = field(default_factory=lambda: defaultdict(list))
    started: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    files: int = 0

    def measure(self, cell: Cell) -> Result:
        """Measure a cell once more."""
        prepare = {OURS: self._ours, ECHO: self._echo, CONVERSATION: self._conversation}[cell.bot]
        file, script, everyone = prepare(cell)
        size = self.size
        plan = Plan(
            script,
            chats=tuple(everyone[: cell.chats]),
            spares=tuple(everyone[cell.chats :]),
            delay=cell.delay / 1000,
            rate=cell.rate,
            warm=size.warm,
            seconds=size.limited_seconds if cell.rate else size.seconds,
        )
        result = processes.measure(PRODUCT if cell.rate else COMMANDS[cell.bot], file, plan)
        self.found[cell].append(result)
        return result

    def start(self) -> None:
        """Time each start once more."""
        empty = self.file()
        make_database(empty)
        for name, command, file in (
            ("minimal", MINIMAL, self.file()),
            ("ours", PRODUCT, empty),
            ("ours, full", PRODUCT, self.full),
        ):
            self.started[name].append(processes.start(command, file))

    def file(self) -> Path:
        """Name a file nobody has used."""
        self.files += 1
        return self.folder / f"{self.files}.db"

    def _ours(self, cell: Cell) -> tuple[Path, Script, list[tuple[int, Screen]]]:
        file = self.full if cell.full else self.file()
        if not cell.full:
            make_database(file)
        everyone = add_officials(file, self.interview, cell.chats, self._spares(len(self.interview.screens)))
        return file, self.interview.script, everyone

    def _echo(self, cell: Cell) -> tuple[Path, Script, list[tuple[int, Screen]]]:
        everyone = [(chat, HELLO) for chat in range(1, cell.chats + 1)]
        return self.file(), Script({HELLO.text: (HELLO.text,)}, ""), everyone

    def _conversation(self, cell: Cell) -> tuple[Path, Script, list[tuple[int, Screen]]]:
        file, script = self.file(), self.interview.script
        questions = list(_questions(self.interview))[:QUESTIONS]
        write_questions(file, questions)
        stages = [number % QUESTIONS for number in range(cell.chats)] + [0] * self._spares(QUESTIONS)
        answers = [script.answers[question.ask][0] for question in questions]
        write_states(file, {chat: answers[:stage] for chat, stage in enumerate(stages, 1)})
        everyone = [(chat, questions[stage].screen) for chat, stage in enumerate(stages, 1)]
        return file, Script(script.answers, END), everyone

    def _spares(self, stages: int) -> int:
        return int(MOST_RATE * (self.size.warm + self.size.seconds) / stages)


def _questions(interview: Interview) -> Iterator[Question]:
    """Take the questions of our interview that the sample answers, with buttons where it answers with one."""
    asks = dict(zip(interview.asks, interview.screens, strict=True))
    for ask, screen in asks.items():
        wanted = interview.script.answers[ask]
        rows = screen.markup["inline_keyboard"] if screen.markup else ()
        labels = tuple(button["text"] for row in rows for button in row if ":=" in button["callback_data"])
        if wanted:
            yield Question(ask, labels if wanted[0] in labels else ())
