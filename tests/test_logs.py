"""What a running bot writes to stderr, read back from a real process: JSON lines, neither the token nor answers."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from asyncio.subprocess import PIPE
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.botapi import BotApi

ROOT = Path(__file__).parent.parent
TOKEN = "110201543:" + "A" * 35
TYPED = "十六场答复"


def written(code: str, token: str = TOKEN) -> list[dict[str, Any]]:
    """Run code in a process that logs; give its lines, once it is sure that they tell neither token nor answer."""
    start = f"import logging, sys\nfrom bot.logs import start_logging\nstart_logging({token!r})\n"
    start += f"TOKEN, TYPED = {TOKEN!r}, {TYPED!r}\nlog = logging.getLogger('bot.test')\n"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", start + code],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stdout == ""
    return told(done.stderr)


def told(stderr: str) -> list[dict[str, Any]]:
    assert "A" * 35 not in stderr
    assert TYPED not in stderr
    assert json.dumps(TYPED)[1:-1] not in stderr
    return [json.loads(line) for line in stderr.splitlines()]


def test_a_line_is_one_json_object_with_the_time_and_its_zone_and_the_fields_given() -> None:
    (line,) = written("log.warning('not\\nsent', extra={'row': 7, 'key': 'telegram:1'})")
    assert datetime.fromisoformat(line.pop("time")).utcoffset()
    assert list(line) == ["level", "logger", "event", "row", "key"]
    assert list(line.values()) == ["WARNING", "bot.test", "not\nsent", 7, "telegram:1"]


def test_ours_is_told_from_info_and_everybody_elses_from_warning() -> None:
    code = "for name in ('bot.test', 'httpx', 'telegram.ext'):\n  for level in (10, 20, 30):\n"
    lines = written(code + "    logging.getLogger(name).log(level, TOKEN)")
    assert [(line["logger"], line["level"]) for line in lines] == [
        ("bot.test", "INFO"),
        ("bot.test", "WARNING"),
        ("httpx", "WARNING"),
        ("telegram.ext", "WARNING"),
    ]
    assert {line["event"] for line in lines} == {"110201543:[token]"}


def test_a_chat_is_a_hash_that_only_the_holder_of_the_token_could_make() -> None:
    code = "for chat in ('telegram:4711', 'telegram:4711', 'telegram:4712'): log.info('x', extra={'chat': chat})"
    chats = [line["chat"] for line in written(code)]
    assert chats[0] == chats[1] != chats[2]
    assert not any("471" in chat and len(chat) != 8 for chat in chats)
    assert set(chats).isdisjoint(line["chat"] for line in written(code, TOKEN[:-1] + "B"))


TOKEN_SHOWN = {
    "in a message": "log.error('refused: %s', TOKEN)",
    "in a field": "log.error('refused', extra={'url': f'https://example.org/bot{TOKEN}/getMe'})",
    "in a URL where its colon is escaped": "log.error('https://example.org/bot%s', TOKEN.replace(':', '%3A'))",
    "by the library": "import asyncio, telegram\n"
    "async def main():\n"
    "  bot = telegram.Bot(TOKEN, 'http://127.0.0.1:9/bot')\n"
    "  try: await bot.initialize()\n"
    "  except Exception: log.exception('no bot')\n"
    "asyncio.run(main())",
    "in an error of the library": "import telegram\nraise telegram.error.InvalidToken(TOKEN)",
    "in a warning": "import warnings\nwarnings.warn(TOKEN)",
    "in a file's name": "open(f'/nowhere/{TOKEN}')",
    "in a line that cannot be formatted": "log.error('%s', TOKEN, TOKEN)\nlog.error('written')",
}


@pytest.mark.parametrize("code", TOKEN_SHOWN.values(), ids=TOKEN_SHOWN.keys())
def test_the_token_is_nowhere(code: str) -> None:
    assert written(code)


ANSWER_SHOWN = {
    "an error in the core": "try: int(TYPED)\nexcept ValueError: log.exception('cannot be handled')",
    "its cause": "try:\n  try: int(TYPED)\n  except ValueError as e: raise OSError(5, 'lost') from e\n"
    "except OSError: log.exception('cannot be handled')",
    "a group": "log.error('lost', exc_info=ExceptionGroup(TYPED, [ValueError(TYPED)]))",
    "nobody catches it": "raise KeyError(TYPED)",
    "nobody catches it in a thread": "import threading\nt = threading.Thread(target=int, args=(TYPED,))\n"
    "t.start()\nt.join()",
    "nobody can catch it": "class Gone:\n  def __del__(self): raise ValueError(TYPED)\nGone()",
    "a task nobody awaits": "import asyncio\nasync def lost(typed): raise ValueError(typed)\n"
    "async def main():\n  asyncio.create_task(lost(TYPED))\n  await asyncio.sleep(0)\n"
    "asyncio.run(main())",
    "a callback": "import asyncio\nasync def main():\n  asyncio.get_running_loop().call_soon(int, TYPED)\n"
    "  await asyncio.sleep(0)\nasyncio.run(main())",
    "an input in a field": "from datetime import datetime\nfrom bot.interview.events import Said\n"
    "log.error('lost', extra={'given': Said(datetime.now(), TYPED)})",
}


@pytest.mark.parametrize("code", ANSWER_SHOWN.values(), ids=ANSWER_SHOWN.keys())
def test_what_an_official_typed_is_nowhere_and_where_it_went_wrong_is_told(code: str) -> None:
    (line,) = written(code)
    assert line["level"] in ("ERROR", "CRITICAL")
    if "given" in line:
        assert line["given"] == "Said"
    else:
        assert "builtins." in line["error"]


def test_an_error_is_told_by_types_and_places_with_its_cause() -> None:
    code = "import sqlite3\ndef save():\n  sqlite3.connect(':memory:').execute('SELECT 1 FROM nowhere')\n"
    code += "def receive():\n  try: save()\n  except sqlite3.Error as e: raise RuntimeError(TYPED) from e\n"
    (line,) = written(code + "try: receive()\nexcept RuntimeError: log.exception('not stored')")
    assert [text.split(":")[0] if "<string>" in text else text for text in line["error"].split("\n")] == [
        "builtins.RuntimeError",
        "  <string>",
        "  <string>",
        "sqlite3.OperationalError: no such table: nowhere",
        "  <string>",
        "  <string>",
    ]


async def test_every_line_of_a_running_bot_is_json_and_holds_neither_token_nor_answer(tmp_path: Path) -> None:
    async with BotApi() as api:
        environ = {key: value for key, value in os.environ.items() if not key.startswith("WENGAO_")}
        environ |= {"WENGAO_BOT_TOKEN": TOKEN, "WENGAO_API_URL": api.url, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        user = api.user(4711)
        user.say(TYPED)
        api.fault("sendMessage", "status", times=99, status=403, description="Forbidden: bot was blocked by the user")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=tmp_path, env=environ, stdout=PIPE, stderr=PIPE
        )
        try:
            await api.until(lambda: bool(api.called("sendMessage")), timeout=30, what="an attempt to send")
            await api.settled()
        finally:
            process.send_signal(signal.SIGTERM)
            stdout, stderr = await process.communicate()
    assert (process.returncode, stdout) == (0, b"")
    lines = told(stderr.decode())
    assert any(line["logger"].startswith("bot.") for line in lines)
