"""Documents as the core shows them and tells them apart: numbered paragraphs, or the text; changes nothing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.interview.events import Dossier
from bot.interview.pack import Pack
from bot.interview.passages import Passage, plain
from bot.report.blocks import Block, Heading, Paragraph
from bot.report.compose import compose
from bot.report.kept import from_json
from bot.report.prose import Prose
from bot.report.text import text


def passages(pack: Pack, prose: Prose, dossier: Dossier, year: int) -> tuple[Passage, ...]:
    """Write the main document of a year and give its paragraphs."""
    return numbered(compose(pack, prose, pack.main_document, dossier, year).blocks)


def told(pack: Pack, prose: Prose, document: str, dossier: Dossier, year: int) -> str:
    """Give the text of a document of a year."""
    return text(compose(pack, prose, document, dossier, year))


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
