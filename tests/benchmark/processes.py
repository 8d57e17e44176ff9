"""Runs one bot and one server, each a process of its own, for one measurement; knows how each bot is begun."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from tests.benchmark.plan import Plan, Result, Script
from tests.benchmark.server import START_SECONDS, serve

ROOT = Path(__file__).parent.parent.parent
TOKEN = f"1:{'A' * 35}"
STOP_SECONDS = 3.0


def measure(command: tuple[str, ...], file: Path, plan: Plan) -> Result:
    """Run a bot on its file against a plan's officials."""
    with _running(command, file, plan) as (receive, _):
        result = receive()
        assert isinstance(result, Result)
        return result


def start(command: tuple[str, ...], file: Path) -> float:
    """Give the seconds from a bot's process to its first poll."""
    with _running(command, file, Plan(Script({}, ""), ())) as (_, seconds):
        return seconds


@contextmanager
def _running(command: tuple[str, ...], file: Path, plan: Plan) -> Iterator[tuple[Callable[[], Any], float]]:
    """Have a server and a bot; give how to receive what the server says, and the seconds to the first poll."""
    context = multiprocessing.get_context("spawn")
    pipe, theirs = context.Pipe()
    server = context.Process(target=serve, args=(theirs, plan), daemon=True)
    server.start()
    theirs.close()
    log = file.with_suffix(".log")
    with ExitStack() as stack:
        stack.callback(_end, server)
        url = f"http://127.0.0.1:{_receive(pipe, 20)}"
        ours = {"WENGAO_BOT_TOKEN": TOKEN, "WENGAO_API_URL": url, "WENGAO_DB": str(file), "WENGAO_PROXY": ""}
        errors = stack.enter_context(log.open("wb"))
        begun = time.monotonic()
        run = [sys.executable, "-m", *command]
        bot = subprocess.Popen(run, cwd=ROOT, env=os.environ | ours, stderr=errors)  # noqa: S603 - one of COMMANDS
        stack.callback(_stop, bot)
        pipe.send(bot.pid)
        try:
            polled = _receive(pipe, START_SECONDS)
            yield lambda: _receive(pipe, plan.warm + plan.seconds + 20), polled - begun
        except (TimeoutError, EOFError) as error:
            said = log.read_text(encoding="utf-8")[-2000:]
            raise RuntimeError(f"{' '.join(command)} was not measured; it said: {said}") from error


def _receive(pipe: Connection, seconds: float) -> Any:
    if not pipe.poll(seconds):
        raise TimeoutError
    return pipe.recv()


def _end(server: BaseProcess) -> None:
    server.terminate()
    server.join()


def _stop(bot: subprocess.Popen[bytes]) -> None:
    """Let a bot end by itself, for a while: one with a long queue would work it off."""
    bot.terminate()
    try:
        bot.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        bot.kill()
        bot.wait()
