"""The typical answers a list offers, in the order of what they are for; none of them answers anything by itself."""

from __future__ import annotations

from dataclasses import dataclass

from bot.interview.pack import Pack, Question


@dataclass(frozen=True, slots=True)
class Offer:
    """Words to be copied and edited: `Offer("team", "编制有限，（……）岗位……", "执法人员多为兼职")`.

    `aim`: how the offer of the same key begins, in the list this one is linked to; "" where there is none.
    """

    key: str
    text: str
    aim: str = ""


def offers_of(pack: Pack, question: Question) -> tuple[Offer, ...]:
    """Give what a question offers: in its own order, or in that of the list its items are linked to."""
    aims = pack.questions[question.links].offers if question.links in pack.questions else {}
    keys = [*(key for key in aims if key in question.offers), *(key for key in question.offers if key not in aims)]
    return tuple(Offer(key, question.offers[key], aims.get(key, "").partition("，")[0]) for key in keys)
