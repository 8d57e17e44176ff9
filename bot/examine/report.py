"""A file's faults into findings and into one message, in words kept as data; knows no rule itself."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.errors import FileError
from bot.examine.faults import Fault
from bot.examine.opening import Package, Unfit, opened
from bot.examine.reading import read
from bot.examine.roles import classified
from bot.examine.rules import CHECKS
from bot.examine.wording import Words
from bot.interview.reading import units
from bot.interview.wording import fill

log = logging.getLogger(__name__)

LONGEST = 4096
"""UTF-16 units of a chat message."""

_PLACES_NAMED, _QUOTE = 3, 12


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that is broken: where, what is there, what is wanted; `count`: how often."""

    rule: str
    name: str
    place: str
    found: str
    wanted: str
    count: int = 1


def examined(data: bytes, words: Words) -> tuple[Finding, ...]:
    """Hold a file against every rule; FileError, in one sentence, where it cannot be read."""
    package = opened(data)
    if isinstance(package, Unfit):
        raise FileError(words.sayings[f"refused_{package.code}"])
    try:
        faults = faults_in(package)
    except Exception as error:  # a stranger's file may hold what nobody thought of
        log.exception("a file cannot be examined")
        raise FileError(words.sayings["refused_broken"]) from error
    if faults is None:
        raise FileError(words.sayings["refused_nothing"])
    return tuple(_findings(faults, words))


def faults_in(package: Package) -> list[Fault] | None:
    """Hold an opened file against every rule; None where it has no words."""
    file = read(package)
    reads = classified(file)
    return [fault for check in CHECKS for fault in check(file, reads)] if reads else None


def examine(data: bytes, words: Words) -> str:
    """Tell in one chat message what is wrong with a file, or why it cannot be read."""
    try:
        findings = examined(data, words)
    except FileError as error:
        return str(error)
    if not findings:
        return fill(words.sayings["good"], {"count": str(len(words.rules))})
    return _fitted([fill(words.sayings["found"], {"count": str(len(findings))}), *lines(findings, words)], words)


def lines(findings: Iterable[Finding], words: Words) -> list[str]:
    """Write a line for each finding."""
    return [
        fill(
            words.sayings["line"],
            {
                "number": str(number),
                "name": finding.name,
                "id": finding.rule,
                "place": finding.place,
                "found": finding.found,
                "wanted": finding.wanted,
            },
        )
        for number, finding in enumerate(findings, 1)
    ]


def _fitted(told: Sequence[str], words: Words) -> str:
    """Join as many lines as a message holds, and say how many more there are."""
    for kept in range(len(told), 0, -1):
        more = [fill(words.sayings["more"], {"count": str(len(told) - kept)})] if kept < len(told) else []
        text = "\n".join((*told[:kept], *more))
        if units(text) <= LONGEST:
            return text
    return told[0]


def _findings(faults: Sequence[Fault], words: Words) -> list[Finding]:
    """Put the same fault in many places together, then the faults of one rule in the same paragraphs.

    The rules come in the order the words have them.
    """
    same: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[Fault]] = {}
    for fault in faults:
        same.setdefault((fault.rule, fault.case, tuple(sorted(fault.facts.items()))), []).append(fault)
    found: dict[tuple[str, frozenset[int]], Finding] = {}
    for group in same.values():
        finding = _finding(group, words)
        key = (finding.rule, frozenset(id(fault.para or fault.where) for fault in group))
        if first := found.get(key):
            both = first.found + words.places["and"] + finding.found
            finding = replace(first, found=both, count=first.count + finding.count)
        found[key] = finding
    order = {rule: number for number, rule in enumerate(words.rules)}
    return sorted(found.values(), key=lambda finding: order[finding.rule])


def _finding(group: Sequence[Fault], words: Words) -> Finding:
    first, rule = group[0], words.rules[group[0].rule]
    paras = {id(fault.para): fault for fault in reversed(group)}  # the first fault of each paragraph
    places = [_place(fault, words) for fault in list(reversed(paras.values()))[:_PLACES_NAMED]]
    place = words.places["between"].join(places)
    if len(paras) > _PLACES_NAMED:
        place = fill(words.places["many"], {"places": place, "count": str(len(paras))})
    facts = {name: _said(name, value, words) for name, value in first.facts.items()}
    return Finding(first.rule, rule.name, place, fill(rule.cases[first.case], facts), rule.wanted, len(group))


_WORDY = ("align", "side", "pitch", "face")
"""Facts that may be keys of our own words: "align_left", "pitch_fixed 28"."""


def _said(name: str, value: str, words: Words) -> str:
    key, _, figure = value.partition(" ")
    phrase = words.places.get(key) if name in _WORDY else None
    return value if phrase is None else fill(phrase, lambda _: figure)


def _place(fault: Fault, words: Words) -> str:
    if fault.para is None:
        return words.places[fault.where]
    kind = "table" if fault.para.table else "paragraph"
    text = fault.para.text.strip().replace("\n", "")
    at = max(text.find(fault.quote), 0)
    quote = ("…" if at else "") + text[at : at + _QUOTE] + ("…" if len(text) > at + _QUOTE else "")
    return fill(words.places[kind], {"number": str(fault.para.number), "quote": quote})
