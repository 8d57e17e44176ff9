"""Facts of real reports and the questions they belong to, as the files beside this have them; asks nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent
FACTS = HERE / "facts.jsonl"
"""What 71 reports of townships state, a fact a line, without the words it was stated in."""

PARTS = {
    "front": frozenset({"前言", "组织领导", "第一责任人", "学法"}),
    "middle": frozenset({"权责清单", "依法履职", "决策", "执法"}),
    "late": frozenset({"普法", "纠纷化解", "监督", "政务公开", "法律服务", "成效", "问题", "下一步"}),
}
"""The files of homes, and the sections of real reports each is about."""

_FIGURES = frozenset({"count", "money", "percent"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a report states: `Fact("000seed", "罚款金额", "执法", "money", "1000", "元")`."""

    report: str
    topic: str
    section: str
    kind: str
    value: str
    unit: str

    @property
    def key(self) -> tuple[str, str]:
        """What its home is found by."""
        return self.topic, self.kind

    @property
    def typed(self) -> tuple[str, ...]:
        """What an official would type; several things where the value has ; between them."""
        if self.kind in _FIGURES:
            return (f"{self.value}{self.unit}",)
        return tuple(self.value.split(";"))


@dataclass(frozen=True, slots=True)
class Home:
    """The question a fact belongs to.

    `choice`: 是 means that this choice is taken there. `own_words`: the official writes it as they like.
    """

    question: str
    choice: str = ""
    own_words: bool = False


def read_facts(file: Path = FACTS) -> list[Fact]:
    """Read facts, one JSON object a line; other keys than those of a fact are left aside."""
    rows = map(json.loads, filter(None, file.read_text(encoding="utf-8").splitlines()))
    return [
        Fact(row["report_id"], row["topic"], row["section"], row["kind"], str(row["value"]), row["unit"] or "")
        for row in rows
    ]


def homes_of(fact: Fact) -> tuple[Home, ...]:
    """Give the questions a fact may belong to: those named for its own section first, in the order they are written."""
    named = _homes().get(fact.key, {})
    own = [part for part in named if fact.section in PARTS[part]]
    return tuple(home for part in dict.fromkeys([*own, *named]) for home in named[part])


def mapped() -> frozenset[tuple[str, str]]:
    """Give every topic and kind that has a home."""
    return frozenset(_homes())


@cache
def _homes() -> Mapping[tuple[str, str], Mapping[str, tuple[Home, ...]]]:
    """Read the homes of every topic and kind, by the file they are in."""
    homes: dict[tuple[str, str], dict[str, tuple[Home, ...]]] = defaultdict(dict)
    for part in PARTS:
        read = yaml.safe_load((HERE / f"{part}.yaml").read_text(encoding="utf-8"))
        for topic, kinds in read.items():
            for kind, named in kinds.items():
                homes[str(topic), kind][part] = tuple(_read(named))
    return homes


def _read(named: object) -> Iterator[Home]:
    match named:
        case str():
            yield Home(named)
        case list():
            yield from map(Home, named)
        case {"own_words": question}:
            yield Home(question, own_words=True)
        case {"choice": question, "typed": label}:
            yield Home(question, choice=label)
        case _:
            raise ValueError(named)
