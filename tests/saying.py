"""What an official could say to every question: what the sample says, and something that fits where it says nothing."""

from __future__ import annotations

from bot.content.answers_file import read_answers
from bot.content.content import Content
from bot.interview.pack import Kind, Question

FITTING = {
    Kind.MONEY: "2.2万元",
    Kind.PERCENT: "98.6%",
    Kind.DATE: "2026年2月3日",
    Kind.PERIOD: "1月至11月",
    Kind.YES_NO: "是",
    Kind.CHOICE: "1",
    Kind.CHOICE_MANY: "1",
    Kind.TEXT: "老娘舅工作室",
    Kind.LONG_TEXT: "先甲，后乙",
    Kind.LIST: "只有一条",
    Kind.FOLLOW_UP: "完成 开展培训3次",
    Kind.DOCUMENT_REF: "《甲、乙办法》（甲府办〔2025〕3号）",
}


def said(content: Content) -> dict[str, tuple[str, ...]]:
    """Give the messages that answer each question."""
    sample = read_answers(content.sample, content.pack).typed
    return {id_: sample.get(id_, (fitting(question),)) for id_, question in content.pack.questions.items()}


def fitting(question: Question) -> str:
    """Give an answer of a question's kind."""
    return f"30{question.units[0]}" if question.kind is Kind.COUNT else FITTING[question.kind]
