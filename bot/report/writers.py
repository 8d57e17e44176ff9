"""A layout as a file: Word, PDF, pictures; loads what writes it only when something is to be written.

That takes a fifth of a second, which only who orders a document should wait for.
"""

from __future__ import annotations

from bot.report.blocks import Table
from bot.report.layout import Layout


def word(layout: Layout) -> bytes:
    """Write a Word file."""
    from bot.report.docx import written  # noqa: PLC0415 - see above

    return written(layout)


def sheet(table: Table) -> bytes:
    """Write a table as a workbook."""
    from bot.report.xlsx import workbook  # noqa: PLC0415 - see above

    return workbook(table)


def pdf(layout: Layout) -> bytes:
    """Draw the pages as one PDF; PreviewError where they cannot be drawn."""
    from bot.report import preview  # noqa: PLC0415 - see above

    return preview.pdf(layout)


def pages(layout: Layout) -> tuple[bytes, ...]:
    """Draw each page as a PNG picture; PreviewError where they cannot be drawn."""
    from bot.report import preview  # noqa: PLC0415 - see above

    return preview.pages(layout)
