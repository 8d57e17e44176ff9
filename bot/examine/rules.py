"""All checks there are, in no order that matters: the words decide what is told first."""

from __future__ import annotations

from bot.examine import rules_end, rules_fonts, rules_page, rules_paragraphs, rules_structure, rules_text
from bot.examine.faults import Check

CHECKS: tuple[Check, ...] = (
    rules_page.sheet,
    rules_page.grid,
    rules_page.black,
    rules_page.foot,
    rules_fonts.faces,
    rules_fonts.bold,
    rules_fonts.named,
    rules_paragraphs.indents,
    rules_paragraphs.edges,
    rules_paragraphs.flow,
    rules_structure.title,
    rules_structure.addressee,
    rules_structure.numbering,
    rules_structure.headings,
    rules_end.annexes,
    rules_end.marks,
    rules_end.signed,
    rules_end.dated,
    rules_end.colophon,
    rules_text.marks,
    rules_text.words,
    rules_text.references,
)
