"""What a running bot tells its operator: a JSON object a line on stderr; knows no answer, and hides the token.

`log.warning("not sent", extra={"chat": outgoing.chat, "row": outgoing.id})`: the words are fixed, what varies is a
field. A field is a number or a name of ours, never what somebody typed. `chat` is written as a keyed hash: lines of
one chat are seen to belong together, and who it is only by `row` or `key`, which lead to it in the database.
Of an exception the type and the places are written, its message only where it is SQLite's, the system's or Telegram's
own words: any other may hold an answer.
"""

from __future__ import annotations

import copy
import hashlib
import logging
import sqlite3
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from bot.settings import LOCAL_TIME

FIELDS = {"asctime": "time", "levelname": "level", "name": "logger", "message": "event", "exc_info": "error"}
PLACES = 20

log = logging.getLogger(__name__)


def start_logging(token: str) -> None:
    """Write every log line of this process, warnings and whatever nobody catches to stderr, the token nowhere."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Line(token))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(logging.INFO)
    logging.captureWarnings(True)  # noqa: FBT003 - the library's
    logging.raiseExceptions = False  # a line that cannot be written would be told with all it was to hold
    sys.excepthook = lambda _, error, __: log.critical("stopped by an error", exc_info=error)
    sys.unraisablehook = lambda lost: log.error("an error nobody handled", exc_info=lost.exc_value)
    threading.excepthook = lambda lost: log.error("an error nobody handled", exc_info=lost.exc_value)


class _Line(JsonFormatter):
    def __init__(self, token: str) -> None:
        names = [name for name in FIELDS if name != "exc_info"]
        super().__init__(names, rename_fields=FIELDS, json_default=lambda value: type(value).__name__)
        self.token = token

    def format(self, record: logging.LogRecord) -> str:
        """Write the line; the part of the token behind its colon is the secret, as it stands in URLs too."""
        if record.name == "asyncio":  # goes on with the repr of a task, its arguments and its exception
            record = copy.copy(record)
            record.msg, record.args = record.getMessage().split("\n")[0].split("(")[0], ()
        line = super().format(record)
        secret = self.token.rpartition(":")[2]
        return line.replace(secret, "[token]") if secret else line

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        """Write the time with its zone."""
        return datetime.fromtimestamp(record.created, LOCAL_TIME).isoformat(timespec="milliseconds")

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - as the library has it
        """Tell an exception and what led to it."""
        return "\n".join(_told(ei[1], set()))

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Put a chat's hash in the chat's place."""
        if "chat" in log_data:
            chat, key = str(log_data["chat"]).encode(), self.token.encode()[:64]
            log_data["chat"] = hashlib.blake2b(chat, key=key, digest_size=4).hexdigest()
        return log_data


def _told(error: BaseException | None, seen: set[int]) -> Iterator[str]:
    """Give an exception's type, the places from outside in, and then the same of what caused it or it is made of."""
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    kind = type(error)
    own_words = isinstance(error, sqlite3.Error | OSError) or kind.__module__ == "telegram.error"
    yield f"{kind.__module__}.{kind.__qualname__}" + (f": {error}" if own_words else "")
    frames = traceback.walk_tb(error.__traceback__)
    for place in traceback.StackSummary.extract(frames, limit=-PLACES, lookup_lines=False):
        yield f"  {'/'.join(Path(place.filename).parts[-2:])}:{place.lineno} {place.name}"
    for part in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _told(part, seen)
    yield from _told(error.__cause__ or (None if error.__suppress_context__ else error.__context__), seen)
