"""A table as a workbook; knows no answer, and reads no clock."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from bot.report.blocks import Table

WIDTHS = (28, 22, 22, 12, 14)
"""How wide each column of answers is, in digits."""

BEGIN = datetime(1980, 1, 1, tzinfo=UTC)
"""The same table is the same bytes: a workbook bears no date of its own."""


def workbook(table: Table) -> bytes:
    """Write the rows of a table; every cell is text, and none is run."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": BEGIN.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    page = book.add_worksheet()
    for column, (width, text) in enumerate(zip(table.shares or WIDTHS, table.columns, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, text, head)
    for number, row in enumerate(table.rows, 1):
        if len(row.cells) == 1:
            page.merge_range(number, 0, number, len(table.columns) - 1, "", head)
            page.write_string(number, 0, row.cells[0].text, head)
            continue
        for column, cell in enumerate(row.cells):
            page.write_string(number, column, cell.text, plain)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    page.set_paper(9)
    book.close()
    return buffer.getvalue()
