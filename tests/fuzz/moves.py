"""What an official, a prankster or a broken app may do next, generated; knows no screen and no store."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from bot.content.content import read_content
from bot.interview.table import COMMANDS

PACK = read_content().pack


@dataclass(frozen=True, slots=True)
class Move:
    """One thing done: `Move("offered", number=3)` presses the fourth button there is, `later` seconds after."""

    kind: str
    text: str = ""
    number: int = 0
    later: int = 0


VALID = """
16次 5000余份 183件 6人 1000元 1.5万 98.6% 约95% 没有 不涉及 待问同事 是 否 1 2 1、3 全部 其他：水务
《民法典》 今天 0 5 1.5 2026年1月8日 1月至12月 一律来说事 白土乡 青石街道 黔江区 街道 2024 2025年 小李
《甲办法》《乙办法》（厅字〔2019〕28号） 一是甲|二是乙
"""
WORDS = """
完成 上一题 跳过 目录 接着答 出稿 换年度 普法 11.问题 删1 照存 不存，重新写 ✓ ① １ 照 其他 是的 沿用去年
定稿 撤回定稿 历次定稿 先去核对 数据有误 第1稿 返回 改 查2025 183哪来的 查12段 看稿 全部核对 核对这一段 撤销核对
"""
UNIT = "黔江区白土乡人民政府"
SENSITIVE = """
13812345678 138-1234-5678 023-78731234 10000019900307000X 10000019900307000X 秘密★1年 【机密】 密级：绝密 秘密
张三13812345678 16次13812345678 《秘密★1年要点》 一是甲13812345678|二是乙 其他：13812345678 13812345678区
"""
HOSTILE = """
{{7*7}} {{x}} {%for%} {year} {unit_place} <b>甲</b> &amp; '甲;DROP|TABLE|answers;-- *甲*_乙_ `甲` [甲](tg://user?id=1)
##|甲 \\u0000甲 /start -5 1e999 0x10 999999999999999999999 ½ ² ٣٤ Ⅻ ㈠ 〇
NaN inf -0 +86 👍 👨‍👩‍👧 ，。 《》 《《《《 （（（（ 》》》 …… 1至 2月30日 0.0.0
"""
UNSEEN = (
    [chr(code) for code in (0, 7, 9, 10, 13, 0x1B, 0x85, 0xA0, 0xAD, 0x61C, 0x200B, 0x200D, 0x202E, 0x2028, 0x2066)]
    + [chr(code) for code in (0xFEFF, 0xFE0F, 0xFFFC, 0xFFFF, 0xE000, 0xE001, 0xE002, 0x3164, 0x2800, 0xD800, 0xDFFF)]
    + [chr(code) for code in (0x20000, 0x1F600, 0xE0041, 0x10FFFF, 0x301, 0x3000)]
)
IDS = """
=yes =no =1 =25 +land -land x0 x1 x99999 xx x = + - back skip menu done default carry today zero out later go draft year
s:unit s: s:gone keep drop file withdraw filings check uncheck check_all
data c1 n1 n99 return =2025 =1999 =99999 =二 held
"""
PAGES = """
look:work_summary:2025:00000000 pdf:work_summary:2024:0f3a91bc pdf:other:2025:00000000 look:work_summary:2025:
look:work_summary:2025:00000000:1 pdf:work_summary:2025:00000000:0
"""
SECTIONS = [section.title for section in PACK.sections]


def _sampled(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from([word.replace("|", "\n") for word in words.split()])


GARBAGE = _sampled(HOSTILE) | st.text(max_size=12) | st.lists(st.sampled_from(UNSEEN), max_size=4).map("".join)
SPOILT = st.builds("{1}{0}{1}{2}".format, _sampled(VALID), st.sampled_from(UNSEEN), _sampled(HOSTILE) | st.just(""))
ANY = _sampled(VALID) | _sampled(WORDS) | _sampled(SENSITIVE) | GARBAGE | SPOILT
LATER = st.sampled_from([0, 0, 1, 60, 3600, -60, 40_000_000])


NO_TEXT = st.just("")


def _moves(kind: str, text: st.SearchStrategy[str] = NO_TEXT, most: int = 0) -> st.SearchStrategy[Move]:
    return st.builds(Move, st.just(kind), text, st.integers(0, most), LATER)


PASTES = st.sampled_from(
    ["测", "一是甲。\n", "甲乙丙丁，", "a b ", "𠮷", "13812345678\n", "《甲办法》\n", "<b>&", "\n", " "]
)

MOVES: st.SearchStrategy[Move] = st.one_of(
    _moves("valid", _sampled(VALID)),
    _moves("valid", _sampled(VALID)),
    _moves("words", _sampled(WORDS) | st.just(UNIT)),
    _moves("sensitive", _sampled(SENSITIVE)),
    _moves("garbage", GARBAGE),
    _moves("garbage", SPOILT),
    _moves("paste", PASTES, 12_000),
    _moves("offered", most=60),
    _moves("offered", most=60),
    _moves("offered", most=60),
    _moves("old", _sampled(IDS), 4),
    _moves("forged", _sampled(IDS) | st.text(max_size=8)),
    _moves("command", st.sampled_from(COMMANDS)),
    _moves("command", st.text(max_size=8)),
    _moves("edit", ANY, 40),
    _moves("media", ANY, 5),
    _moves("pages", _sampled(PAGES), 4),
    _moves("again"),
    _moves("section", st.sampled_from(SECTIONS)),
    _moves("section", st.sampled_from(SECTIONS)),
)
