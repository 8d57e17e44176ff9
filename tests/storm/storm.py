"""A storm: officials who answer, and a process that is killed again and again meanwhile; judges nothing."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from tests.botapi import BotApi
from tests.storm.official import Official
from tests.storm.process import Bot
from tests.storm.script import shipped
from tests.storm.verdict import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Point = tuple[str, str, int]

POINTS = tuple((point, side) for point in ("commit", "poll", "send", "mark") for side in ("before", "after"))
FIRST_CHAT = 10_001
USUAL = 77  # what one official has to send in a whole interview, about
STARTING, LATER = 0.8, 0.03  # seconds: a start lasts so long; so long at most after the moment a kill was due
PATIENCE = 90.0  # seconds without any news, after which the officials give up
CALM = 30.0  # seconds until nothing is under way any more
FOR_EVER = float("inf")  # until they finish or give up


@dataclass(frozen=True)
class Plan:
    """`kills` at random moments, `chosen` at points around commit, confirmation and sending; `most`: answers each."""

    officials: int = 200
    kills: int = 200
    chosen: int = 20
    most: int = 1000
    seed: int = 1

    def lives(self, rng: Random) -> list[Point | None]:
        """How each life ends: at a chosen point, or (None) at random; the last ones at random, when little is left."""
        points = [(*POINTS[number % len(POINTS)], rng.randint(1, 5)) for number in range(self.chosen)]
        early: list[Point | None] = [*points, *[None] * (self.kills - self.kills // 10)]
        rng.shuffle(early)
        return [*early, *[None] * (self.kills // 10)]


@dataclass
class Outcome:
    """`missed`: chosen points that no life came to."""

    verdict: Verdict
    kills: int
    missed: list[Point]
    leaks: list[str]
    status: int
    silent: bool
    seconds: float

    @property
    def faults(self) -> list[str]:
        """All that may not be, a line each."""
        verdict = self.verdict
        repeats = [f"{verdict.most_repeated} repeats in one chat after one kill"] if verdict.most_repeated > 1 else []
        missed = [f"no life came to {point}" for point in self.missed]
        ended = [f"ended with {self.status}"] if self.status else []
        silent = ["no news for officials who wait"] if self.silent else []
        return [
            *verdict.faults,
            *repeats,
            *missed,
            *ended,
            *silent,
            *(f"the token is in {name}" for name in self.leaks),
        ]


@dataclass
class Storm:
    plan: Plan
    api: BotApi
    bot: Bot
    rng: Random
    officials: list[Official]
    kills: int = 0
    missed: list[Point] = field(default_factory=list)
    silent: bool = False

    @property
    def acts(self) -> int:
        return sum(len(official.acts) for official in self.officials)

    @property
    def over(self) -> bool:
        """Whether all have put the phone away, or there was no news for so long that something is lost."""
        return self.silent or all(official.finished for official in self.officials)

    async def answer(self, enough: Callable[[], bool] = lambda: False) -> None:
        """Let each official look at what is new, until all have put the phone away, or it is enough."""
        for official in self.officials:
            if not official.acts:
                official.begin()
        while not (self.over or enough()):
            try:
                await self.api.until(lambda: enough() or bool(self._news()), PATIENCE)
            except TimeoutError:
                self.silent = True
                self.api.world.bell.ring()
            for official in self._news():
                official.look()

    def _news(self) -> list[Official]:
        return [official for official in self.officials if official.has_news]

    async def rage(self) -> None:
        """Start and kill the bot as planned, then let it live, until it polls at least."""
        lives = self.plan.lives(self.rng)
        for number, point in enumerate(lives):
            if point:
                await self._die_at(point)
            else:
                await self._kill_somewhen(len(lives) - number)
        polls = len(self.api.called("getUpdates"))
        await self.bot.start()
        await self.api.until(lambda: len(self.api.called("getUpdates")) > polls, PATIENCE, "a poll of the last life")

    async def _die_at(self, point: Point) -> None:
        await self.bot.start(die=point)
        died = asyncio.create_task(self.bot.ended())
        over = asyncio.create_task(self.api.until(lambda: self.over, FOR_EVER))
        await asyncio.wait((died, over), return_when=asyncio.FIRST_COMPLETED)
        if not died.done():
            self.missed.append(point)
            await self.bot.kill()
        over.cancel()
        await asyncio.gather(over, return_exceptions=True)
        assert await died == -9, self.bot.last_words()
        self.kills += 1

    async def _kill_somewhen(self, left: int) -> None:
        """Kill at random: in a tenth of the lives while it starts, else after a random share of what is to be done."""
        starting, share, pause = self.rng.random() < 0.1, self.rng.random(), self.rng.random()
        await self.bot.start()
        if starting:
            await asyncio.sleep(pause * STARTING)
        else:
            expected = min(self.plan.most, USUAL) * len(self.officials) - self.acts
            due = self.acts + 1 + 2 * share * max(expected, 0) / left
            await self.api.until(lambda: self.over or self.acts >= due, FOR_EVER)
            await asyncio.sleep(pause * LATER)
        assert self.bot.alive, self.bot.last_words()
        await self.bot.kill()
        self.kills += 1

    def stuck(self) -> bool:
        """Whether the bot fetches the same updates again and again: it cannot store them."""
        offsets = [poll.params.get("offset") for poll in self.api.called("getUpdates")[-4:]]
        return len(offsets) == 4 and len(set(offsets)) == 1 and bool(self.api.world.updates.pending)

    async def lock(self, seconds: float) -> None:
        """Hold the database from another connection for a while, once a third of what is to be done is."""
        await self.bot.start()
        third = min(self.plan.most, USUAL) * len(self.officials) // 3
        await self.api.until(lambda: self.over or self.acts >= third, FOR_EVER)
        with closing(Database(self.bot.database)) as other:
            other.conn.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(seconds)
            other.conn.rollback()

    async def calm(self) -> None:
        """Wait until all is confirmed and nothing is left to be sent; the judge tells what is, after a while."""
        waiting = "SELECT 1 FROM outbox WHERE sent_at IS NULL LIMIT 1"
        with suppress(TimeoutError):
            async with asyncio.timeout(CALM):
                while self.api.world.updates.pending or self.bot.rows(waiting):
                    await asyncio.sleep(0.05)


def ready(plan: Plan, api: BotApi, bot: Bot) -> Storm:
    """Officials, each with an invite to a unit of their own, and a bot that is not started yet."""
    rng = Random(plan.seed)  # noqa: S311 - a storm that can be had again
    script, at = shipped(), datetime.now(UTC)
    storm = Storm(plan, api, bot, rng, [])
    with closing(open_database(bot.database)) as db:
        for number in range(plan.officials):
            code = make_invite(db, f"第{number + 1}乡人民政府", at)
            user = api.user(FIRST_CHAT + number)
            storm.officials.append(Official(user, code, script, Random(rng.random()), plan.most))  # noqa: S311
    return storm


async def run(plan: Plan, folder: Path, lock: float = 0) -> Outcome:
    """Hold a storm in a folder of its own, and judge it; with `lock`, nobody is killed: the database is locked."""
    begun = time.monotonic()
    async with BotApi() as api:
        bot = Bot(folder, api.token, api.url)
        storm = ready(plan, api, bot)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(storm.answer())
                tasks.create_task(storm.lock(lock) if lock else storm.rage())
            await storm.calm()
            status = await bot.stop()
        finally:
            if bot.alive:
                await bot.kill()
        verdict = judge(api, bot, storm.officials)
        return Outcome(verdict, storm.kills, storm.missed, bot.leaks(), status, storm.silent, time.monotonic() - begun)
