"""How a filing is spoken of: its number, who filed it and when, and whether it was withdrawn; decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.interview.approval import Filed
from bot.interview.values import Day, day_text
from bot.interview.wording import fill


def filed_line(phrases: Mapping[str, str], filed: Filed) -> str:
    """Say which filing it is: 第1稿，小李3月1日定稿；小李3月4日撤回：数据有误."""
    facts = {"number": str(filed.number), "name": filed.by, "day": day_of(filed.at)}
    line = fill(phrases["filed_line"], facts)
    if filed.withdrawn is None:
        return line
    undone = filed.withdrawn
    told = {"name": undone.by, "day": day_of(undone.at), "reason": undone.reason}
    return line + fill(phrases["filed_undone"], told)


def day_of(at: datetime) -> str:
    """Give the day of a moment: 3月1日."""
    return day_text(Day(None, at.month, at.day))
