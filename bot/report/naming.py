"""The name of a document: where a line of its title may be broken, and what its file is called; knows no page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.interview.passages import Sentence, Span
from bot.interview.wording import places
from bot.report.prose import BREAK
from bot.report.sentences import Pen

LONGEST = 60
"""Characters of a file's name: 240 bytes where each takes four, and most systems allow 255 with the extension."""

_BARRED = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u2028\u2029]')


def breakable(line: Sentence, pen: Pen) -> Sentence:
    """End a span wherever a line of a title may be broken by sense: at ｜ in the prose, and within a value.

    A value is broken behind each word that its default is made of: 黔江区|白土乡|人民政府.
    """
    return replace(line, spans=tuple(piece for span in line.spans for piece in _pieces(span, pen)))


def _pieces(span: Span, pen: Pen) -> Iterator[Span]:
    if not span.questions:
        yield from (Span(text) for text in span.text.split(BREAK) if text)
        return
    made_of = {name for question in span.questions for name in places(pen.known.entries[question].question.default)}
    words = sorted({word.text for name in made_of if not (word := pen.words[name]).missing} - {""}, key=len)
    behind = "|".join(map(re.escape, reversed(words)))
    texts = re.findall(f".*?(?:{behind})|.+", span.text, re.DOTALL) if words else [span.text]
    yield from (replace(span, text=text) for text in texts)


def file_name(text: str) -> str:
    """Make a text the name of a file, without extension, on any system; "" where nothing is left of it."""
    return _BARRED.sub("", text).lstrip(". ")[:LONGEST].rstrip(". ")
