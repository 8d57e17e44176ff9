"""What reads well and is wrong: wordings of other facts, numerals of the prose, branches nobody reaches, doubles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bot.content.pack_reader import Where
from bot.content.yaml_nodes import EMPTY
from bot.errors import Problem
from bot.interview.answers import Clock, understand
from bot.interview.pack import Condition, Kind, Pack, Question
from bot.interview.reading import Refused
from bot.interview.wording import places
from bot.report.prose import DocumentForm, HeadingForm, Prose, SentenceForm, Wording

NUMERAL = re.compile("[0-9０-９〇零一二三四五六七八九十百千万亿两]")
"""What a figure is made of; a word of the prose that has one stands among the pack's literals."""

NEVER_ZERO = frozenset({Kind.CHOICE, Kind.DATE, Kind.PERIOD, Kind.PERCENT, Kind.FOLLOW_UP})
"""Kinds that offer no 没有: a condition !question is never met."""

_INK = re.compile(r"\{\{.*?\}\}")


def check_sense(pack: Pack, prose: Prose, where: Where) -> Iterator[Problem]:
    """Find what each part by itself allows and no reader would."""
    yield from _check_doubles(pack, where)
    yield from _check_defaults(pack, where)
    yield from _check_examples(pack, where)
    yield from _check_literals(pack, prose, where)
    yield from _check_branches(pack, where)
    for form in _forms(prose):
        yield from _check_wordings(pack, form)
        yield from _check_conditions(pack, form)
        yield from _check_numerals(pack, form)
    for document in prose.documents.values():
        if not document.like:
            yield from _check_headings(pack, document)


def _forms(prose: Prose) -> Iterator[SentenceForm]:
    for section in prose.sections.values():
        path = next((form.path for form in section.sentences), "")
        if section.leads:
            yield SentenceForm(section.id, section.leads, frame=True, path=path, line=1)
        yield from section.sentences
    for document in prose.documents.values():
        yield from document.own


def _check_doubles(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find questions that say the same to the official: by their label, or by what they ask."""
    reads: tuple[tuple[str, Callable[[Question], str]], ...] = (
        ("label", lambda question: question.label),
        ("ask", lambda question: re.sub(r"\{\w+\}|\W", "", question.ask)),
    )
    for key, read in reads:
        first: dict[str, str] = {}
        for question in pack.questions.values():
            before = first.setdefault(read(question), question.id)
            if before != question.id:
                faults, node = where.questions[question.id]
                text = f"题“{question.id}”与题“{before}”的 {key} 相同，同一件事只问一次，请合并或改得分得清"
                yield Problem(faults.path, node.mapping.get(key, node).line, text)


def _check_defaults(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find defaults that would be refused if they were typed."""
    for question in pack.asked.values():
        if not question.default or places(question.default) or question.varies:
            continue
        if not isinstance(understand(question, question.default, Clock(2025, date(2026, 1, 1))), tuple):
            faults, node = where.questions[question.id]
            text = f"default“{question.default}”不是这一题能收的答案，请照这一题的类型和选项改"
            yield Problem(faults.path, node.mapping["default"].line, text)


def _check_examples(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find examples that would be refused if an official typed them."""
    for question in pack.asked.values():
        example = question.example
        if not example or places(example) or question.varies or question.kind is Kind.FOLLOW_UP:
            continue
        if isinstance(understand(question, example, Clock(2025, date(2026, 1, 8))), Refused):
            faults, node = where.questions[question.id]
            text = f"例“{example}”照着写会被退回，请换成这一题能收的答案"
            yield Problem(faults.path, node.mapping["example"].line, text)


def _check_literals(pack: Pack, prose: Prose, where: Where) -> Iterator[Problem]:
    """Find literals that no sentence has."""
    faults, root = where.pack
    headings = (part for document in prose.documents.values() for part in document.parts)
    written = [part.text for part in headings if isinstance(part, HeadingForm)]
    written += [wording for form in _forms(prose) for wording in form.wordings]
    said = "\n".join(clause.source for wording in written for clause in wording)
    for node in root.mapping.get("literals", EMPTY).items:
        if node.text not in said:
            yield Problem(faults.path, node.line, f"没有一句用到“{node.text}”，请从 literals 里删去")


def _check_branches(pack: Pack, where: Where) -> Iterator[Problem]:
    for question in pack.questions.values():
        if question.when and (text := _never(pack, question.when)):
            faults, node = where.questions[question.id]
            yield Problem(faults.path, node.mapping["when"].line, text)


def _check_conditions(pack: Pack, form: SentenceForm) -> Iterator[Problem]:
    """Find sentences and clauses that no answers make stand."""
    for wording in form.wordings:
        fixed = [
            *form.conditions,
            *(held for clause in wording if not clause.optional for held in _held(pack, clause.names)),
        ]
        if text := _never(pack, fixed):
            yield Problem(form.path, form.line, text)
            return
        for clause in wording:
            if clause.optional and (text := _never(pack, [*fixed, *clause.conditions, *_held(pack, clause.names)])):
                yield Problem(form.path, clause.line, text)


def _held(pack: Pack, names: Iterable[str]) -> Iterator[Condition]:
    return (Condition(name) for name in sorted(names) if name in pack.questions)


def _never(pack: Pack, conditions: Iterable[Condition]) -> str:
    """Say why conditions are never met together, with those their own questions have; "" where they can be."""
    needed: dict[str, list[Condition]] = defaultdict(list)
    left = list(conditions)
    while left:
        condition = left.pop()
        if condition.question in pack.questions and condition not in needed[condition.question]:
            needed[condition.question].append(condition)
            left += pack.questions[condition.question].when
    for id_, several in needed.items():
        question = pack.questions[id_]
        negated = any(condition.negated for condition in several)
        choices = {condition.choice for condition in several if condition.choice}
        if negated and question.kind in NEVER_ZERO:
            return f"题“{id_}”答不出“没有”，条件“!{id_}”永远不成立，请改条件"
        if negated and len(several) > 1:
            return f"条件自相矛盾：“{id_}”既要有内容，又要是“没有”，请改条件"
        if len(choices) > 1 and question.kind is not Kind.CHOICE_MANY:
            return f"条件自相矛盾：“{id_}”只能选一项，却要求 {'、'.join(sorted(choices))}，请改条件"
    return ""


def _check_wordings(pack: Pack, form: SentenceForm) -> Iterator[Problem]:
    """Find wordings that do not say the same facts with the same words, or let others drop, than the first."""
    first = _facts(pack, form.wordings[0])
    for wording in form.wordings[1:]:
        facts = _facts(pack, wording)
        if facts != first:
            differ = sorted({name for part in facts ^ first for name in part[0]})
            line = wording[0].line if wording else form.line
            text = f"几种写法要用同样的事实、同样的【】，这一种与第一种不同：{'、'.join(differ) or '条件'}，请改成一致"
            yield Problem(form.path, line, text)


def _facts(pack: Pack, wording: Wording) -> set[tuple[frozenset[str], frozenset[Condition], bool]]:
    """Give what a wording prints together, each clause that drops alone, and its words, whatever their order."""
    asked = frozenset(pack.questions)
    fixed = frozenset(name for clause in wording if not clause.optional for name in clause.names & asked)
    alone = {(clause.names & asked, frozenset(clause.conditions), True) for clause in wording if clause.optional}
    words = {(frozenset({name}), frozenset[Condition](), False) for clause in wording for name in clause.names - asked}
    return {*alone, (fixed, frozenset(), False), *words}


def _check_numerals(pack: Pack, form: SentenceForm) -> Iterator[Problem]:
    for wording in form.wordings:
        for clause in wording:
            if numeral := _numeral(pack, clause.source):
                yield Problem(form.path, clause.line or form.line, _told(numeral))


def _check_headings(pack: Pack, document: DocumentForm) -> Iterator[Problem]:
    path = f"templates/{pack.id}/{document.id}.j2"
    for part in document.parts:
        if isinstance(part, HeadingForm):
            for clause in part.text:
                if numeral := _numeral(pack, clause.source):
                    yield Problem(path, clause.line, _told(numeral))


def _told(numeral: str) -> str:
    return f"“{numeral}”里的数不是答案，请换成题号；是固定说法的，请写进 pack.yaml 的 literals"


def _numeral(pack: Pack, source: str) -> str:
    """Give the first numeral of prose that is no part of a literal, with what stands around it."""
    text = _INK.sub("□", source)
    for literal in sorted(pack.literals, key=len, reverse=True):
        text = text.replace(literal, "○")
    found = NUMERAL.search(text)
    return text[max(0, found.start() - 4) : found.end() + 4] if found else ""
