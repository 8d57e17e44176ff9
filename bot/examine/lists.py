"""The numbers Word puts before paragraphs by itself, as far as they are simple; knows no text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.examine.formatting import Props, props, val
from bot.interview.numerals import hanzi

_LEVEL = re.compile(r"%([1-9])")
_HANZI = ("chinese", "ideograph", "japanese", "taiwanese", "korean")


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is written: %1、 in the digits of a format, and where its paragraphs stand."""

    text: str
    form: str
    start: int
    para: Props


@dataclass
class Lists:
    """The lists of a file, and how far each has been counted."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def level(self, given: Props) -> tuple[str, int]:
        """Name the list and the level a paragraph's properties ask for."""
        asked = given.get("numPr", {})
        depth = asked.get("ilvl", "0")
        return asked.get("numId", ""), int(depth) if depth.isdecimal() and len(depth) == 1 else 0

    def para(self, list_: str, depth: int) -> Props:
        """Give the paragraph properties of a level."""
        level = self.levels.get(list_, {}).get(depth)
        return level.para if level else {}

    def counted(self, list_: str, depth: int) -> str:
        """Count on, and give the number as it is printed; "" for a bullet, or where nothing is known."""
        levels = self.levels.get(list_, {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(list_, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if levels[depth].form in ("bullet", "none"):
            return ""
        return _LEVEL.sub(lambda found: _written(levels, counts, int(found[1]) - 1), levels[depth].text)


def _written(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels.get(depth)
    number = counts.get(depth, level.start if level else 1)
    spelt = level is not None and level.form.startswith(_HANZI) and 1 <= number <= 999
    return hanzi(number) if spelt else str(number)


def read_lists(root: Element | None) -> Lists:
    """Read numbering.xml."""
    if root is None:
        return Lists()
    abstract = {
        found.get("abstractNumId", ""): {
            int(level.get("ilvl", "0")): _level(level)
            for level in found.findall("lvl")
            if len(level.get("ilvl", "")) == 1 and level.get("ilvl", "").isdecimal()
        }
        for found in root.findall("abstractNum")
    }
    lists: dict[str, Mapping[int, Level]] = {}
    for num in root.findall("num"):
        names = num.find("abstractNumId")
        lists[num.get("numId", "")] = abstract.get(names.get("val", "") if names is not None else "", {})
    return Lists(lists)


def _level(level: Element) -> Level:
    given = props(level)
    start = val(given, "start", "1")
    return Level(
        val(given, "lvlText"),
        val(given, "numFmt", "decimal"),
        int(start) if start.isdecimal() and len(start) < 4 else 1,
        props(level.find("pPr")),
    )
