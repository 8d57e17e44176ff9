"""What a run found, as a table and as targets reached or not; measures nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from tests.benchmark.contenders import CONVERSATION, ECHO, OURS, Bench, Cell
from tests.benchmark.plan import Result

NAMES = {OURS: "a ours", ECHO: "b echo", CONVERSATION: "c conversation"}
HEAD = (
    f"{'bot':<16}{'round trip':>11}{'chats':>7}{'updates/s':>11}{'p50 ms':>9}{'p99 ms':>9}"
    f"{'CPU ms/upd':>12}{'RSS MB':>8}{'calls/upd':>11}{'polls/upd':>11}{'presses':>9}{'server':>8}"
)
NOTE = """
Medians of the repetitions. p50, p99: from an update being available at the server to the bot's next message being
accepted, so with every chat always waiting they follow from updates/s. calls: all but getUpdates. presses: share of
inputs that press a button, each of which costs a call of its own to answer it. server: share of a core the server
took; under 100 % it is not what limits. c writes its pickle first after 60 s, which no cell reaches: its figures
leave that out. All three reach the server through the same HTTP client. On a machine that is busy with other things
“by CPU” is the steadier figure: what the ratio would be if the processor were all that counts."""


def lines(bench: Bench) -> Iterator[str]:
    """Write everything."""
    yield HEAD
    yield from (row(cell, results) for cell, results in sorted(bench.found.items(), key=_order))
    yield NOTE
    yield ""
    for name, seconds in bench.started.items():
        yield f"start to first getUpdates: {name:<12}{median(seconds):6.2f} s"
    yield ""
    yield from (f"{target.verdict:<12}{target.what}: {target.figure}" for target in targets(bench))


def row(cell: Cell, results: list[Result]) -> str:
    """Write a cell's line; below it what the officials did not understand, which should be nothing."""
    name = NAMES[cell.bot] + (" full" if cell.full else "") + (" limit" if cell.rate else "")
    line = (
        f"{name:<16}{cell.delay:>8} ms{cell.chats:>7}{_median(results, 'rate'):>11.1f}{_median(results, 'p50'):>9.1f}"
        f"{_median(results, 'p99'):>9.1f}{_median(results, 'cpu'):>12.2f}{_median(results, 'memory'):>8.0f}"
        f"{_median(results, 'calls'):>11.2f}{_median(results, 'polls'):>11.2f}{_median(results, 'presses'):>9.0%}"
        f"{_median(results, 'server'):>8.0%}"
    )
    strays = [stray for result in results for stray in result.strays]
    return line + (f"\n    {len(strays)} messages not understood, such as {strays[0]!r}" if strays else "")


@dataclass(frozen=True, slots=True)
class Target:
    """A target, whether it was reached, and the figure."""

    what: str
    reached: bool
    figure: str

    @property
    def verdict(self) -> str:
        """Say which."""
        return "reached" if self.reached else "NOT REACHED"


def targets(bench: Bench) -> Iterator[Target]:
    """Hold what was found against what is wanted; of several sizes the worst counts."""
    sizes = bench.size.chats
    yield from _speed(bench)
    for delay in (0, 40):
        kept = _ratio(bench, "rate", Cell(OURS, delay, sizes[-1]), Cell(OURS, delay, sizes[0]))
        what = f"a with {sizes[-1]} chats at {delay} ms within 10 % of {sizes[0]}, or faster"
        yield Target(what, kept >= 0.9, f"{kept:.0%}")
    slow = _median(next(results for cell, results in bench.found.items() if cell.rate), "p99")
    yield Target("limit on, 10 updates/s at 40 ms: p99 ≤ 120 ms", slow <= 120, f"{slow:.0f} ms")
    for full in [cell for cell in bench.found if cell.full]:
        empty = replace(full, full=False)
        kept, cpu = _ratio(bench, "rate", full, empty), _ratio(bench, "cpu", empty, full)
        what = f"a beside {bench.size.units} finished drafts ≥ 90 % of beside none"
        yield Target(what, kept >= 0.9, f"{kept:.0%}, by CPU {cpu:.0%}")
    small = median(bench.started["minimal"])
    for name in ("ours", "ours, full"):
        times = median(bench.started[name]) / small
        yield Target(f"start of {name} ≤ 1.5 × minimal", times <= 1.5, f"{times:.2f} ×")


def _speed(bench: Bench) -> Iterator[Target]:
    """Hold our bot against what is wanted of it, and against the conversation."""
    pairs = {
        delay: [(Cell(OURS, delay, n), Cell(CONVERSATION, delay, n)) for n in bench.size.chats] for delay in (0, 40)
    }
    slowest = min(_median(bench.found[ours], "rate") for ours, _ in pairs[40])
    yield Target("a at 40 ms ≥ 300 updates/s", slowest >= 300, f"{slowest:.0f}")
    far = min(_ratio(bench, "rate", *pair) for pair in pairs[40])
    yield Target("a at 40 ms ≥ 10 × c", far >= 10, f"{far:.1f} ×")
    near = min(_ratio(bench, "rate", *pair) for pair in pairs[0])
    cpu = min(_ratio(bench, "cpu", theirs, ours) for ours, theirs in pairs[0])
    yield Target("a at 0 ms ≥ 0.8 × c", near >= 0.8, f"{near:.2f} ×, by CPU {cpu:.2f} ×")


def _order(item: tuple[Cell, list[Result]]) -> tuple[object, ...]:
    cell, _ = item
    return cell.rate, cell.full, cell.delay, cell.chats, NAMES[cell.bot]


def _median(results: list[Result], of: str) -> float:
    return float(median(getattr(result, of) for result in results))


def _ratio(bench: Bench, of: str, one: Cell, other: Cell) -> float:
    below = _median(bench.found[other], of)
    return _median(bench.found[one], of) / below if below else float("nan")
