"""Typical answers offered for editing: each with a gap, and a partner in the list it is for; faults name their line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.content.pack_reader import Where
from bot.content.yaml_nodes import suggestion
from bot.errors import Problem
from bot.interview.answers import Clock, understand
from bot.interview.gaps import gap_in
from bot.interview.pack import Kind, Pack, Question
from bot.interview.values import Words

MOST = 20
"""So many have a button on one screen."""

LONGEST_KEY = 30
"""Characters of a key: it stands in the id of a button."""

Told = tuple[str, str]
"""The key of an offer and what is wrong with it."""

FACT = "某项"
"""What stands in a gap while its text is tried as an answer."""


def check_offers(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find offers that could be sent back as they are, or never, and those whose key stands alone."""
    for question in pack.questions.values():
        faults, node = where.questions[question.id]
        offers = node.mapping.get("offers")
        if offers is None or question.kind is not Kind.LIST:
            continue
        if not question.offers or len(question.offers) > MOST:
            text = f"“offers”要写成一行一个“编号: 说法”，1至{MOST}个，请改正"
            yield Problem(faults.path, node.key_lines["offers"], text)
        for key, text in (*_unfit(question), *_twice(question.offers), *_alone(pack, question)):
            yield Problem(faults.path, offers.key_lines[key], text)


def _unfit(question: Question) -> Iterator[Told]:
    """Say what is wrong with each offer by itself."""
    for key, text in question.offers.items():
        if wrong := _fault(question, key, text):
            yield key, wrong


def _fault(question: Question, key: str, text: str) -> str:
    if not (key.isascii() and key.isidentifier() and len(key) <= LONGEST_KEY):
        return f"说法的编号“{key}”请用英文字母，{LONGEST_KEY}个以内"
    if not gap_in(text):
        return f"说法“{key}”里没有（……），不改就能发回来，请把要换成本地的事的地方写成（……）"
    while gap := gap_in(text):
        text = text.replace(gap, FACT)
    if understand(question, text, Clock(2025, date(2026, 1, 1))) != (Words(text),):
        return f"说法“{key}”发回来读不成原样的一条，请写成一行，不带序号，末尾不带标点"
    return ""


def _twice(offers: Mapping[str, str]) -> Iterator[Told]:
    """Say so of an offer that reads as one before it."""
    first: dict[str, str] = {}
    for key, text in offers.items():
        if (before := first.setdefault(text, key)) != key:
            yield key, f"说法“{key}”与“{before}”一样，请删去一个"


def _alone(pack: Pack, question: Question) -> Iterator[Told]:
    """Say so of an offer whose key the list this one is linked to lacks, or a list that is linked to this one."""
    linked = pack.questions.get(question.links)
    aims = linked.offers if linked else question.offers
    for key in question.offers:
        if key not in aims:
            yield key, f"题“{question.links}”的 offers 里没有“{key}”，{suggestion(key, list(aims))}"
    for other in (other for other in pack.questions.values() if other.links == question.id and other.offers):
        for key in question.offers:
            if key not in other.offers:
                yield key, f"题“{other.id}”的 offers 里没有“{key}”，请补上，或从这里删去"
