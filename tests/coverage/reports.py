"""The facts of one report as an answers file, as its official would have filled it in; reads no file of answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from bot.interview.pack import Kind
from bot.report.table import tabled
from tests.coverage.facts import PACK, Fact, Home
from tests.coverage.fit import YEAR, fit, messages, needed, opening, things

UNITS = {
    "街道": {"county": "临江区", "place": "青石街道"},
    "镇": {"county": "丰泽县", "place": "柳河镇"},
    "乡": {"county": "黔江区", "place": "白土乡"},
}
"""A made-up unit for each level; the facts do not say which one theirs is of."""

_LEVEL = re.compile("街道|镇|乡|街|党工委")


@dataclass(frozen=True, slots=True)
class Told:
    """A report's facts by the question they answer; `over`: those whose question takes one value and had one."""

    answers: Mapping[str, tuple[tuple[Home, Fact], ...]]
    over: tuple[Fact, ...]

    def things(self, question: str) -> tuple[str, ...]:
        """Give everything that is answered at a question."""
        return tuple(thing for home, fact in self.answers[question] for thing in things(home, fact))


def told(facts: Iterable[Fact]) -> Told:
    """Bring facts to their questions, in the order they stand."""
    answers: dict[str, list[tuple[Home, Fact]]] = defaultdict(list)
    over = []
    for each in map(fit, facts):
        if each.home is None:
            over.append(each.fact)
            continue
        question = PACK.questions[each.home.question]
        if answers[question.id] and not (question.collects or question.kind is Kind.CHOICE_MANY):
            over.append(each.fact)
        else:
            answers[question.id].append((each.home, each.fact))
    return Told({id_: tuple(given) for id_, given in answers.items()}, tuple(over))


def largest(facts: Iterable[Fact], number: int) -> dict[str, list[Fact]]:
    """Give the reports with the most facts, by name."""
    facts = list(facts)
    most = Counter(fact.report for fact in facts).most_common(number)
    return {name: [fact for fact in facts if fact.report == name] for name, _ in most}


def answers_file(report: Told, *, whole: bool = False) -> str:
    """Write the answers file; a question that others wait for is answered as its example where no fact answers it.

    `whole`: so is every required one: the extracts the facts are from end early.
    """
    answers = {id_: messages(id_, report.things(id_)) for id_ in report.answers}
    required = [q.id for q in tabled(PACK) if whole and q.required]
    examples = {id_: (opening(PACK.questions[id_]),) for id_ in required}
    gates = {id_: typed for question in (*answers, *required) for id_, typed in needed(question).items()}
    answers = {**examples, **gates, **answers, "sign_date": (f"{YEAR + 1}年1月8日",)}
    content = {
        "pack": PACK.id,
        "year": YEAR,
        "unit": UNITS[_level(report)],
        "answers": {id_: list(typed) if len(typed) > 1 else typed[0] for id_, typed in answers.items()},
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def _level(report: Told) -> str:
    """Tell the level of a report's unit by the words its facts have most."""
    values = "".join(fact.value for given in report.answers.values() for _, fact in given)
    found = Counter("街道" if word in {"街", "党工委"} else word for word in _LEVEL.findall(values))
    return max(found, key=lambda level: found[level], default="镇")
