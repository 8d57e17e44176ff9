"""The words on a 题单 that are no answers: hints in brackets, choices below a line; knows no answer."""

from __future__ import annotations

from bot.interview.pack import Condition, Kind, Pack, Question
from bot.interview.screen_parts import CIRCLED
from bot.interview.wording import fill

INLINE = 12
"""So many characters of choices stand in the brackets of their line; more stand on a line of their own."""


def kind_hint(pack: Pack, question: Question) -> str:
    """Say in a few characters how a question is answered; `question`: with its choices as this unit reads them."""
    if question.choices and not is_listed(question):
        return "/".join(choice.label for choice in question.choices)
    if question.units:
        return "/".join(question.units)
    hint = f"outline_kind_{question.kind.value}"
    if hint not in pack.phrases:
        return ""
    return pack.phrases[hint]


def condition_hint(pack: Pack, condition: Condition) -> str:
    """Say when a question is to be answered at all."""
    code = pack.codes[condition.question]
    if condition.choice:
        labels = {choice.id: choice.label for choice in pack.asked[condition.question].choices}
        return fill(pack.phrases["outline_if_choice"], {"code": code, "choice": labels[condition.choice]})
    return fill(pack.phrases["outline_if_not" if condition.negated else "outline_if"], {"code": code})


def is_listed(question: Question) -> bool:
    """Tell whether the choices stand on a line of their own."""
    labels = [choice.label for choice in question.choices]
    return bool(labels) and (question.kind is Kind.CHOICE_MANY or sum(map(len, labels)) > INLINE or question.other)


def choices_line(pack: Pack, question: Question) -> str:
    """Write the choices on one line: 可选：①《民法典》②《宪法》，可自填."""
    choices = "".join(f"{numbered(at)}{choice.label}" for at, choice in enumerate(question.choices))
    return fill(pack.phrases["outline_choices_or_own" if question.other else "outline_choices"], {"choices": choices})


def numbered(at: int) -> str:
    """Give the mark of a choice by its place: ① is the first, (21) the twenty-first."""
    return CIRCLED[at] if at < len(CIRCLED) else f"({at + 1})"
