"""A Bot API lean enough to load a bot: hands out updates, takes messages, measures; tests/botapi is the exact one."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections import Counter, deque
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import quantiles

from tests.benchmark.officials import Given, Officials
from tests.benchmark.plan import Json, Plan, Result, Screen
from tests.benchmark.wire import Answer, Wire

BOT = '{"id":1,"is_bot":true,"first_name":"wengao","username":"wengao_bench_bot"}'
BATCH = 100
START_SECONDS = 30.0
TICKS = os.sysconf("SC_CLK_TCK")


class Api:
    """The methods the bots call; an update stays until a getUpdates names a higher one."""

    def __init__(self, plan: Plan) -> None:
        self.officials = Officials(plan, self._update)
        self.calls: Counter[str] = Counter()
        self.pending: deque[tuple[int, str]] = deque()
        self.waiting: tuple[Answer, asyncio.TimerHandle] | None = None
        self.polled: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.update_ids = count(int(time.time()) * 10_000)  # never one that an earlier run gave out
        self.message_ids = count(1)
        self.methods: dict[str, Callable[[Json, Answer], None]] = {
            "getUpdates": self._get_updates,
            "getMe": lambda _, answer: answer(BOT),
            "sendMessage": self._message,
            "editMessageText": self._message,
        }

    def call(self, method: str, given: Json, answer: Answer) -> None:
        """Do what a call asks; one that needs no effect here is true."""
        self.calls[method] += 1
        if handle := self.methods.get(method):
            handle(given, answer)
        else:
            answer("true")

    def _get_updates(self, given: Json, answer: Answer) -> None:
        if not self.polled.done():
            self.polled.set_result(time.monotonic())
        offset = int(given.get("offset") or 0)
        while self.pending and self.pending[0][0] < offset:
            self.pending.popleft()
        timer = asyncio.get_running_loop().call_later(float(given.get("timeout") or 0), self._hand_out)
        self.waiting = answer, timer
        if self.pending:
            self._hand_out()

    def _hand_out(self) -> None:
        if self.waiting:
            answer, timer = self.waiting
            self.waiting = None
            timer.cancel()
            some = (self.pending[index][1] for index in range(min(BATCH, len(self.pending))))
            answer(f"[{','.join(some)}]")

    def _message(self, given: Json, answer: Answer) -> None:
        screen = Screen(given["text"], given.get("reply_markup"))
        chat = given["chat_id"]
        edited = given.get("message_id")
        answer(_message(edited or next(self.message_ids), chat, screen, BOT))
        if not edited or screen.markup:  # a message that lost its buttons asks nothing
            self.officials.heard(chat, screen)

    def _update(self, chat: int, before: Screen, given: Given) -> None:
        """Make an official's input an update; one who waits for it gets it once all of this moment are there."""
        sender = f'{{"id":{chat},"is_bot":false,"first_name":"小李","language_code":"zh-hans"}}'
        number = next(self.message_ids)
        if given.pressed:
            content = f'"callback_query":{{"id":"{number}","from":{sender},"chat_instance":"1","data":"{given.text}",'
            content += f'"message":{_message(number, chat, before, BOT)}}}'
        else:
            content = f'"message":{_message(number, chat, Screen(given.text), sender)}'
        update_id = next(self.update_ids)
        if not self.pending and self.waiting:
            asyncio.get_running_loop().call_soon(self._hand_out)
        self.pending.append((update_id, f'{{"update_id":{update_id},{content}}}'))


def _message(number: int, chat: int, screen: Screen, sender: str) -> str:
    extra = f',"reply_markup":{json.dumps(screen.markup)}' if screen.markup else ""
    if screen.text.startswith("/"):
        extra = f',"entities":[{{"type":"bot_command","offset":0,"length":{len(screen.text)}}}]'
    return (
        f'{{"message_id":{number},"date":{int(time.time())},"from":{sender},'
        f'"chat":{{"id":{chat},"type":"private","first_name":"小李"}},"text":{json.dumps(screen.text)}{extra}}}'
    )


def serve(pipe: Connection, plan: Plan) -> None:
    """Be the server of one measurement: give the port, take the bot's process id, give when it first polled, measure.

    A plan without chats ends with the first poll. Serves on until the process is ended.
    """
    asyncio.run(_serve(pipe, plan))


async def _serve(pipe: Connection, plan: Plan) -> None:
    api = Api(plan)
    server = await asyncio.get_running_loop().create_server(lambda: Wire(api.call, plan.delay), "127.0.0.1", 0)
    pipe.send(server.sockets[0].getsockname()[1])
    pid = await asyncio.to_thread(pipe.recv)
    async with asyncio.timeout(START_SECONDS):
        pipe.send(await api.polled)
    if plan.chats:
        pipe.send(await _measure(api, plan, pid))
    await asyncio.get_running_loop().create_future()  # answers the bot until the process is ended


async def _measure(api: Api, plan: Plan, pid: int) -> Result:
    """Let the officials write, first unmeasured for the plan's warm time."""
    officials = api.officials
    officials.begin()
    releasing = asyncio.create_task(_release(officials, plan.rate))
    await asyncio.sleep(plan.warm)
    officials.times.clear()
    officials.written = officials.presses = 0
    api.calls.clear()
    begun, cpu, own = time.monotonic(), _cpu(pid), time.process_time()
    while time.monotonic() - begun < plan.seconds and len(officials.times) < plan.updates:
        await asyncio.sleep(min(0.05, plan.seconds))
    seconds = time.monotonic() - begun
    cpu, own = _cpu(pid) - cpu, time.process_time() - own
    releasing.cancel()
    officials.writing = False
    times, polls = officials.times, api.calls["getUpdates"]
    each = len(times) or float("nan")
    cuts = quantiles(times, n=100, method="inclusive") if len(times) > 1 else [float("nan")] * 99
    return Result(
        answered=len(times),
        rate=len(times) / seconds,
        p50=1000 * cuts[49],
        p99=1000 * cuts[98],
        cpu=1000 * cpu / each,
        memory=_memory(pid),
        calls=(api.calls.total() - polls) / each,
        polls=polls / each,
        presses=officials.presses / (officials.written or float("nan")),
        server=own / seconds,
        strays=tuple(officials.strays),
    )


async def _release(officials: Officials, rate: float) -> None:
    """Offer updates at a steady rate, where the plan has one."""
    begun = time.monotonic()
    for number in count(1) if rate else ():
        officials.release()
        await asyncio.sleep(max(0.0, begun + number / rate - time.monotonic()))


def _cpu(pid: int) -> float:
    """Give the seconds of processor time a process has taken (proc(5), stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> float:
    """Give the megabytes a process holds (proc(5), status)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
