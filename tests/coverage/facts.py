"""Facts of real reports and the questions they belong to, as the files beside this have them; asks nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.content.content import read_content

CONTENT = read_content()
PACK = CONTENT.pack
HERE = Path(__file__).parent
FACTS = HERE / "facts.jsonl"
"""What 71 reports of townships state, a fact a line, without the words it was stated in."""

PARTS = ("front", "middle", "late")
"""The files of homes."""

SECTIONS = {
    "前言": "front opening",
    "组织领导": "front organisation",
    "第一责任人": "front responsibility",
    "学法": "front study",
    "权责清单": "middle powers",
    "依法履职": "middle service",
    "决策": "middle decisions",
    "执法": "middle enforcement",
    "普法": "late publicity",
    "纠纷化解": "late disputes",
    "监督": "late supervision",
    "政务公开": "late disclosure",
    "法律服务": "late legal_service",
    "成效": "late honours",
    "问题": "late problems",
    "下一步": "late next_steps",
}
"""The file, and our section, of each section of real reports."""

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
    """Give the questions a fact may belong to: those of its own section first, then as they are written."""
    part, _, section = SECTIONS.get(fact.section, "").partition(" ")
    named = _homes().get(fact.key, {})
    homes = [home for each in sorted(named, key=lambda each: each != part) for home in named[each]]
    return tuple(sorted(homes, key=lambda home: PACK.section_of[home.question].id != section))


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
