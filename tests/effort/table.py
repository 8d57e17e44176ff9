"""Plays every township, year and way, and writes what it took beside what is aimed at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.content.answers_file import starting
from bot.content.content import Content
from bot.desk import Desk
from bot.interview.session import State
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.effort.foresight import TO_TYPE
from tests.effort.official import GROUPS, ONE, SHEET, Official
from tests.effort.phone import Phone, Tally
from tests.effort.townships import TOWNSHIPS, Year, years

AIMS = {1: (45, 420, 60), 2: (20, 200, 40)}
"""Messages, characters and presses, in the first year and in the second."""

NEEDS = {ONE: None, GROUPS: "group", SHEET: "outline"}
"""The state a way needs; a way the conversation does not have yet is left out."""

COSTLIEST = 8


@dataclass(frozen=True, slots=True)
class Measured:
    """One year of one township, played one way."""

    township: str
    year: int
    way: str
    tally: Tally
    untold: tuple[str, ...]


def ways() -> list[str]:
    """The ways the conversation has."""
    states = {state.value for state in State}
    return [way for way, state in NEEDS.items() if state is None or state in states]


def measured(content: Content, townships: Iterable[str] = TOWNSHIPS) -> Iterator[Measured]:
    """Play them all."""
    for way in ways():
        for township in townships:
            yield from played(content, township, way)


def played(content: Content, township: str, way: str) -> Iterator[Measured]:
    """Play a township's first year, and the second in the same chat a year later."""
    first, second = years(content, township)
    desk = Desk(Store(open_database(":memory:"), content.pack.id, content.pack.version), content)
    phone = Phone(desk, starting(first.year) + timedelta(days=7))
    phone.join(_unit(first))
    yield _played(phone, township, first, 1, way)
    phone.begin(starting(second.year) + timedelta(days=7))
    yield _played(phone, township, second, 2, way)
    desk.store.db.close()


def _played(phone: Phone, township: str, year: Year, number: int, way: str) -> Measured:
    official = Official(phone, year, way)
    official.play()
    return Measured(township, number, way, phone.tally, tuple(official.untold))


def _unit(year: Year) -> str:
    county, place = (year.known[id_].typed[0] for id_ in ("county", "place"))
    return county + place + ("办事处" if place.endswith("街道") else "人民政府")


def written(rows: Iterable[Measured], content: Content) -> str:
    """Write a table in Markdown, and below it which questions cost most."""
    lines = ["| 乡镇 | 年 | 怎样答 | 发消息 | 打字 | 点按 | 目标 |", "|---|---|---|---:|---:|---:|---|"]
    spent: dict[tuple[int, str], Counter[str]] = {}
    for row in rows:
        aims, sums = AIMS[row.year], row.tally.sums
        cells = [f"{number}{'' if number <= aim else ' ✗'}" for number, aim in zip(sums, aims, strict=True)]
        aim = " / ".join(map(str, aims))
        lines.append(f"| {row.township} | 第{row.year}年 | {row.way} | {' | '.join(cells)} | {aim} |")
        spent.setdefault((row.year, row.way), Counter()).update(_spent(row.tally))
    lines += ["", "最费事的（三个乡镇合计，按消息×3＋字数＋点按算）：", ""]
    labels = {id_: question.label for id_, question in content.pack.questions.items()}
    for (year, way), cost in spent.items():
        named = "，".join(f"{labels.get(about, about)} {amount}" for about, amount in cost.most_common(COSTLIEST))
        lines.append(f"- 第{year}年，{way}：{named}")
    return "\n".join(lines)


def _spent(tally: Tally) -> Counter[str]:
    cost = Counter({about: TO_TYPE * number for about, number in tally.messages.items()})
    return cost + tally.typed + tally.presses
