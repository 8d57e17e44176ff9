"""The paragraphs of the main document as the core gets them."""

from __future__ import annotations

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.report.blocks import Heading, Paragraph
from bot.report.compose import compose

CONTENT = read_content()
SAMPLE = read_answers(CONTENT.sample, CONTENT.pack)


def test_passages_are_the_paragraphs_of_the_document_in_order() -> None:
    pack = CONTENT.pack
    found = pack.write(SAMPLE.dossier, SAMPLE.year)
    blocks = compose(pack, CONTENT.prose, pack.main_document, SAMPLE.dossier, SAMPLE.year).blocks
    assert [passage.sentences for passage in found] == [b.sentences for b in blocks if isinstance(b, Paragraph)]
    assert [passage.number for passage in found] == list(range(1, len(found) + 1))
    headings = [heading for passage in found for heading in passage.headings]
    assert len(headings) == sum(isinstance(block, Heading) for block in blocks)
    assert {passage.section for passage in found} <= {section.id for section in pack.sections}
