"""What every test shares: the short content, a clock, and `--update` for golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.content import Content
from bot.desk import Desk
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.short import CONTENT

AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files anew")


@pytest.fixture(scope="session")
def content() -> Content:
    """Give the short content; folders of tests about the shipped content have a fixture of this name of their own."""
    return CONTENT


@pytest.fixture
def desk_at(content: Content, tmp_path: Path) -> Callable[[], Desk]:
    """Opens the same database file afresh at each call, as a restarted process does."""
    return lambda: Desk(Store(open_database(tmp_path / "wengao.db"), content.pack.id), content)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file under tests/, or writes it with --update."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / name
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare
