"""Options and environment into one frozen Settings; checks nothing that only opening it can tell."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

LOCAL_TIME = timezone(timedelta(hours=8))
"""The one time zone of all townships, whatever the server's: “今天” is theirs."""


def now() -> datetime:
    """Give the time it is there."""
    return datetime.now(LOCAL_TIME)


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs; the token is shown nowhere."""

    database: Path
    content: Path | None
    token: str
    api_url: str
    proxy: str

    def __repr__(self) -> str:
        return f"Settings(database={self.database!s}, content={self.content!s})"


def read_settings(content: str | None = None) -> Settings:
    """Read WENGAO_DB, WENGAO_CONTENT, WENGAO_BOT_TOKEN, WENGAO_API_URL and WENGAO_PROXY; an option goes first."""
    folder = content or os.environ.get("WENGAO_CONTENT", "")
    return Settings(
        database=Path(os.environ.get("WENGAO_DB") or "wengao.db"),
        content=Path(folder) if folder else None,
        token=os.environ.get("WENGAO_BOT_TOKEN", "").strip(),
        api_url=os.environ.get("WENGAO_API_URL", "").strip(),
        proxy=os.environ.get("WENGAO_PROXY", "").strip(),
    )
