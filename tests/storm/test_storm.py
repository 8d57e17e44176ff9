"""A short storm, and that the judge sees each thing a storm may do."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from tests.botapi import BotApi
from tests.storm.process import Bot
from tests.storm.storm import POINTS, Plan, ready, run
from tests.storm.verdict import judge

COPY = """INSERT INTO answers (unit, draft, question, item, position, typed, source, member, message, at)
          SELECT unit, draft, question, item, position, typed, source, member, message, at
          FROM answers ORDER BY id DESC LIMIT 1"""
DAMAGE = {
    "DELETE FROM answers WHERE id = (SELECT max(id) FROM answers)": "lost",
    "UPDATE answers SET question = 'place' WHERE id = (SELECT max(id) FROM answers)": "wrong",
    "UPDATE answers SET id = -id WHERE id = (SELECT max(id) FROM answers)": "disordered",
    COPY: "twice",
    "DELETE FROM updates WHERE rowid = (SELECT max(rowid) FROM updates)": "lost",
    "INSERT INTO updates SELECT 'telegram:1', chat, at FROM updates LIMIT 1": "twice",
    "UPDATE outbox SET sent_at = NULL WHERE id = (SELECT max(id) FROM outbox)": "without_screen",
    "UPDATE sessions SET screen = screen + 1": "without_screen",
}


async def test_nothing_is_lost_or_doubled_by_a_process_that_is_killed_again_and_again(tmp_path: Path) -> None:
    plan = Plan(officials=8, kills=6, chosen=len(POINTS), most=14, seed=1)
    outcome = await run(plan, tmp_path)
    assert outcome.faults == []
    assert outcome.kills == 6 + len(POINTS)
    assert outcome.verdict.answers > 60


async def test_the_judge_sees_what_is_lost_doubled_misplaced_unsent_or_shown(tmp_path: Path) -> None:
    async with BotApi() as api:
        bot = Bot(tmp_path / "whole", api.token, api.url)
        bot.folder.mkdir()
        storm = ready(Plan(officials=1, most=13), api, bot)
        await bot.start(unlimited=True)
        await storm.answer()
        await storm.calm()
        assert await bot.stop() == 0
        assert judge(api, bot, storm.officials).faults == []
        for number, (sql, seen) in enumerate(DAMAGE.items()):
            hurt = Bot(Path(shutil.copytree(bot.folder, tmp_path / str(number))), api.token, api.url)
            with closing(Database(hurt.database)) as db:
                db.execute(sql).connection.commit()
            verdict = judge(api, hurt, storm.officials)
            assert [(fault.split()[0], getattr(verdict, seen)) for fault in verdict.faults] == [(seen, 1)], sql


def test_a_token_written_anywhere_is_found(tmp_path: Path) -> None:
    bot = Bot(tmp_path, "110201543:AAsecret", "")
    bot.log.write_text("https://api.telegram.org/bot110201543:AAsecret/getMe", encoding="utf-8")
    (tmp_path / "wengao.db-wal").write_bytes(b"\0AAsecret\0")
    (tmp_path / "wengao.db").write_bytes(b"nothing")
    assert sorted(bot.leaks()) == ["log.txt", "wengao.db-wal"]
