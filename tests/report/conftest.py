"""These tests are about the shipped content."""

from __future__ import annotations

import pytest

from bot.content.content import Content, read_content


@pytest.fixture(scope="session")
def content() -> Content:
    return read_content()
