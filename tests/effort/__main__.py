"""`python -m tests.effort`: what it takes from /start to the document, beside what is aimed at, as a table."""

from __future__ import annotations

from bot.content.content import read_content
from tests.effort.table import measured, written


def main() -> None:
    """Measure every township, year and way, and print what was done."""
    content = read_content()
    print(written(measured(content), content))  # noqa: T201 - what this is for


if __name__ == "__main__":
    main()
