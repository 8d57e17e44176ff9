"""A document as JSON to be kept, and back; a later program reads what an earlier one wrote."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any

from bot.interview.passages import Sentence, Span
from bot.report.blocks import (
    Addressee,
    Annex,
    Annexes,
    Block,
    Colophon,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    Row,
    SignOff,
    Table,
    Title,
)

_BLOCKS: Mapping[str, type[Block]] = {
    kind.__name__: kind
    for kind in (Number, Title, Addressee, Heading, Paragraph, Table, Annexes, SignOff, Note, Annex, Colophon)
}

_LEFT_OUT = (("amended", False), ("shares", ()))
"""Fields that are not written where they say nothing."""


def blocks_of(document: Document) -> list[dict[str, Any]]:
    """Give the blocks as plain data, each value with its questions, and of a sentence in own words that it is so."""
    return [{"block": type(block).__name__, **asdict(block, dict_factory=_fields)} for block in document.blocks]


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if (name, value) not in _LEFT_OUT}


def to_json(document: Document) -> str:
    """Write a document."""
    about = {"id": document.id, "name": document.name, "file": document.file, "blocks": blocks_of(document)}
    return json.dumps(about, ensure_ascii=False)


def from_json(text: str) -> Document:
    """Read a document that `to_json` wrote."""
    about = json.loads(text)
    blocks = tuple(_made(_BLOCKS[block.pop("block")], block) for block in about["blocks"])
    return Document(about["id"], about["name"], blocks, about["file"])


def _made(kind: Callable[..., Any], given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever the kind is
    """Make a record of what was written of it; fields it has no more are left out."""
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _read(name, value) for name, value in given.items() if name in names})


def _read(name: str, value: Any) -> Any:  # noqa: ANN401 - as plain as JSON has it
    if name == "spans":
        return tuple(_made(Span, span) for span in value)
    if name == "rows":
        return tuple(_made(Row, row) for row in value)
    if name == "title":
        return _made(Title, value)
    if isinstance(value, list):
        return tuple(_made(Sentence, each) if isinstance(each, dict) else each for each in value)
    return _made(Sentence, value) if isinstance(value, dict) else value
