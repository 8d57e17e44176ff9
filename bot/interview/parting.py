"""A place typed as one word with what it lies in, 重庆市黔江区白土乡: parts them where that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.interview.reading import HANZI

_PROVINCES = """
北京 天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西
海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆
"""
_ANY = f"[{HANZI}]"
_PROVINCE = f"(?:{_ANY}{{2,8}}?(?:省|自治区)|(?:{'|'.join(_PROVINCES.split())})(?!市))"
_CITY = f"(?:{_ANY}{{1,10}}?(?:市|自治州|地区|盟))"
_OFFICES = ("人民政府", "办事处")


@dataclass(frozen=True, slots=True)
class Parted:
    """A place, what it lies in, and what that lies in: `Parted("重庆市", "黔江区", "白土乡")`."""

    above: str
    outer: str
    inner: str

    def agrees(self, outer: str) -> bool:
        """Tell whether what a place was typed with is what it is said to lie in, however much of it was written."""
        return (self.above + self.outer).endswith(outer) or outer.endswith(self.outer)


def parted(text: str, outers: Sequence[str], inners: Sequence[str]) -> Parted | None:
    """Part a place from what it lies in, each known by how it ends; None where it bears none, or it is not sure.

    古县渡镇 and 白市驿镇 are places: of one character and an ending nobody can tell, unless a city stands before it.
    """
    found = _pattern(tuple(outers), tuple(inners)).fullmatch(text)
    return Parted(found["above"], found["outer"], found["inner"]) if found else None


def behind(text: str, outer: str, inners: Sequence[str]) -> str:
    """Give what stands behind the very name of what a place lies in; "" where that does not stand there."""
    rest = text.partition(outer)[2]
    return rest if rest.endswith(tuple(inners)) and rest not in inners else ""


def without_office(name: str) -> str:
    """Take the office off the name of a unit: 黔江区白土乡人民政府."""
    for office in _OFFICES:
        name = name.removesuffix(office)
    return name


@cache
def _pattern(outers: tuple[str, ...], inners: tuple[str, ...]) -> re.Pattern[str]:
    ends, tails = "|".join(map(re.escape, outers)), "|".join(map(re.escape, inners))
    sure = f"(?!(?:北京|天津|上海|重庆)市){_ANY}{{2,16}}?(?:{ends})(?<!自治区)(?<!地区)"
    short = f"{_ANY}(?:{ends})(?<!市)"
    above = f"(?P<above>{_PROVINCE}?{_CITY}?)"
    # A name of one character counts behind a city alone: 重庆市忠县, 晋城市城区.
    return re.compile(rf"{above}(?P<outer>(?<=[省市区州盟])(?<!^){short}|{sure})(?P<inner>{_ANY}{{2,}}(?:{tails}))")
