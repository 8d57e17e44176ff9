"""The paragraphs of a document, numbered, for the core to show and to tell apart; changes nothing of them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.interview.events import Dossier
from bot.interview.pack import Pack
from bot.interview.passages import Passage, plain
from bot.report.blocks import Block, Heading, Paragraph
from bot.report.compose import compose
from bot.report.kept import from_json
from bot.report.prose import Prose


def passages(pack: Pack, prose: Prose, dossier: Dossier, year: int) -> tuple[Passage, ...]:
    """Write the main document of a year and give its paragraphs."""
    return numbered(compose(pack, prose, pack.main_document, dossier, year).blocks)


def reread(kept: str) -> tuple[Passage, ...]:
    """Give the paragraphs of a document that was kept as JSON; none where nothing was."""
    return numbered(from_json(kept).blocks) if kept else ()


def numbered(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """Give the paragraphs among blocks, each with the headings that newly stand above it."""
    found: list[Passage] = []
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            above.append(f"{block.number}{plain(block.spans)}")
        elif isinstance(block, Paragraph):
            section = block.sentences[0].id.partition(".")[0]
            found.append(Passage(len(found) + 1, section, tuple(above), block.sentences))
            above = []
    return tuple(found)
