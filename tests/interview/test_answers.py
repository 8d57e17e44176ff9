from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.interview.answers import PARSERS, Clock, Refused, understand
from bot.interview.pack import Choice, Kind, Question
from bot.interview.values import Chosen, Nothing, Number, Reference, Value, value_text
from tests.interview.test_characters import refused_class

CLOCK = Clock(year=2025, today=date(2026, 1, 8))


def ask(kind: Kind, **fields: Any) -> Question:
    """A question of a kind; `choices` as id=label pairs in one string."""
    choices = tuple(Choice(*pair.split("=")) for pair in fields.pop("choices", "").split())
    return Question("q", "?", "q", kind, choices=choices, **fields)


COUNT = ask(Kind.COUNT, units=("次", "场", "份", "人次", "人"))
HOURS = ask(Kind.COUNT, units=("小时",), decimal=True)
BARE = ask(Kind.COUNT)
MONEY = ask(Kind.MONEY)
PERCENT = ask(Kind.PERCENT)
DATE = ask(Kind.DATE)
YEARLY = ask(Kind.DATE, yearly=True)
PERIOD = ask(Kind.PERIOD)
YES_NO = ask(Kind.YES_NO)
LEVEL = ask(Kind.CHOICE, choices="town=镇 township=乡 street=街道")
SOURCE = ask(Kind.CHOICE, other=True, choices="constitution=《宪法》 civil=《民法典》 rules=党内法规")
LAWS = ask(
    Kind.CHOICE_MANY,
    choices="constitution=《宪法》 civil=《民法典》 rules=党内法规 petition=《信访工作条例》 "
    "decision=《重大行政决策程序暂行条例》",
)
LAWS_OTHER = replace(LAWS, other=True)
TWELVE = ask(Kind.CHOICE_MANY, choices=" ".join(f"c{number}=第{number}类" for number in range(1, 13)))
TEXT = ask(Kind.TEXT)
LONG = ask(Kind.LONG_TEXT)
LIST = ask(Kind.LIST)
REF = ask(Kind.DOCUMENT_REF)
PLANS = ask(Kind.FOLLOW_UP)
LIBRARY = replace(
    REF,
    choices=(
        Choice("1", "《法治政府建设实施纲要》（中发〔2021〕33号）"),
        Choice("2", "《关于加强乡镇法治的意见》"),
    ),
)
QUESTIONS = [
    *(COUNT, HOURS, BARE, MONEY, PERCENT, DATE, YEARLY, PERIOD, YES_NO, LEVEL, SOURCE),
    *(LAWS, LAWS_OTHER, TWELVE, TEXT, LONG, LIST, REF, LIBRARY, PLANS),
]


def each(question: Question, typed: str, expected: str) -> list[tuple[Question, str, str]]:
    """One row for every word."""
    return [(question, word, expected) for word in typed.split()]


def meant(question: Question, typed: str) -> str:
    """What an answer was taken for, in short: `约300 人 =300约`, `!range`, `zero`, `《甲》 / 《乙》`."""
    understood = understand(question, typed, CLOCK)
    if isinstance(understood, Refused):
        return f"!{understood.code}"
    if isinstance(understood, Nothing):
        return understood.value
    return " / ".join(map(short, understood))


def short(value: Value) -> str:
    if isinstance(value, Number):
        return f"{value.printed} {value.unit} ={value.amount}{value.bound.value}"
    if isinstance(value, Chosen):
        return " + ".join(("、".join(value.ids), *value.other)).removeprefix(" + ")
    if isinstance(value, Reference):
        return value.issuer + value_text(value)
    return value_text(value)


NOTHINGS = [
    *each(COUNT, "没有 无 没 暂无 还没有 没有开展 目前没有 一次都没有 一次也没有 0 零 〇 ０", "zero"),
    *each(COUNT, "0件 零次 没有。 没有了 未开展 今年没有 0.0 没搞", "zero"),
    *each(MONEY, "没有 0 0元 零元 0万元", "zero"),
    *((kind, "没有", "zero") for kind in (DATE, PERIOD, LEVEL, LAWS, LAWS_OTHER, TEXT, LONG, LIST, REF)),
    *((kind, "不涉及", "out") for kind in QUESTIONS),
    *((kind, "待问同事", "later") for kind in QUESTIONS),
    *each(COUNT, "不适用 不涉及。 没有这项工作 N/A", "out"),
    *each(COUNT, "待问 问同事 待定 稍后补 以后再填 不知道 不清楚", "later"),
    (PERCENT, "没有", "zero"),
    (PERCENT, "0", "zero"),
    (YES_NO, "没有", "no"),
    (YES_NO, "不清楚", "later"),
    (TEXT, "0", "0"),
    (TEXT, "无人机巡河", "无人机巡河"),
    (ask(Kind.CHOICE, choices="one=有 none=没有"), "没有", "none"),
    *((kind, blank, "!empty") for kind in QUESTIONS for blank in ("", " \n\u3000", "\u200b\ufeff")),
]

COUNTS = [
    (COUNT, "16", "16 次 =16"),
    (COUNT, "十六", "16 次 =16"),
    (COUNT, "１６次", "16 次 =16"),
    (COUNT, "16 次", "16 次 =16"),
    (COUNT, "016", "16 次 =16"),
    (COUNT, "16.0", "16 次 =16"),
    (COUNT, "16。", "16 次 =16"),
    (COUNT, "16次吧", "16 次 =16"),
    (COUNT, "1,200", "1200 次 =1200"),
    (COUNT, "1，200份", "1200 份 =1200"),
    (COUNT, "1 200", "1200 次 =1200"),
    (COUNT, "一万二千", "12000 次 =12000"),
    (COUNT, "1万2", "12000 次 =12000"),
    (COUNT, "3千", "3000 次 =3000"),
    (COUNT, "两千", "2000 次 =2000"),
    (COUNT, "两万", "2万 次 =20000"),
    (COUNT, "1.25万", "1.25万 次 =12500"),
    (COUNT, "壹佰贰拾份", "120 份 =120"),
    (COUNT, "一次", "1 次 =1"),
    (COUNT, "5000余份", "5000余 份 =5000余"),
    (COUNT, "5000余", "5000余 次 =5000余"),
    (COUNT, "三百多", "300多 次 =300余"),
    (COUNT, "300多次", "300多 次 =300余"),
    (COUNT, "1千多", "1000多 次 =1000余"),
    (COUNT, "三百余人次", "300余 人次 =300余"),
    (COUNT, "十几次", "10余 次 =10余"),
    (COUNT, "二十几人", "20余 人 =20余"),
    (COUNT, "十多万人次", "10多万 人次 =100000余"),
    (COUNT, "5万余份", "5万余 份 =50000余"),
    (COUNT, "百余人", "100余 人 =100余"),
    (COUNT, "万余份", "1万余 份 =10000余"),
    (COUNT, "近3000人次", "近3000 人次 =3000近"),
    (COUNT, "不到50", "近50 次 =50近"),
    (COUNT, "不足50人", "近50 人 =50近"),
    (COUNT, "约1.2万", "约1.2万 次 =12000约"),
    (COUNT, "大约500", "约500 次 =500约"),
    (COUNT, "3000人左右", "约3000 人 =3000约"),
    (COUNT, "大概三百来人", "约300 人 =300约"),
    (COUNT, "百把人", "约100 人 =100约"),
    (COUNT, "约300余次", "300余 次 =300余"),
    (COUNT, "超过200次", "超过200 次 =200余"),
    (COUNT, "200次以上", "不少于200 次 =200余"),
    (COUNT, "200以上", "不少于200 次 =200余"),
    (COUNT, "至少30场", "不少于30 场 =30余"),
    (COUNT, "共16次", "16 次 =16"),
    (COUNT, "共计16次", "16 次 =16"),
    (COUNT, "一共16次", "16 次 =16"),
    (COUNT, "累计16次", "16 次 =16"),
    (COUNT, "有16次", "16 次 =16"),
    (COUNT, "开展了16次", "16 次 =16"),
    (COUNT, "2025年开展16次", "16 次 =16"),
    (COUNT, "全年共组织约20场", "约20 场 =20约"),
    (COUNT, "16次活动", "16 次 =16"),
    (COUNT, "共16场次", "16 场 =16"),
    (HOURS, "1.5", "1.5 小时 =1.5"),
    (HOURS, "三点五小时", "3.5 小时 =3.5"),
    (BARE, "16", "16  =16"),
    (COUNT, "16个", "!unit"),
    (COUNT, "3000户次", "!unit"),
    (ask(Kind.COUNT, units=("人",)), "300人次", "!unit"),
    (BARE, "16次", "!no_unit"),
    (COUNT, "12场次以上", "不少于12 场 =12余"),
    (COUNT, "300人参加左右", "约300 人 =300约"),
    (COUNT, "1.2w", "1.2万 次 =12000"),
    (COUNT, "2W多人", "2万多 人 =20000余"),
    (COUNT, "500+人", "500余 人 =500余"),
    (COUNT, "10万+", "10万余 次 =100000余"),
    (COUNT, "＞500人", "超过500 人 =500余"),
    (COUNT, "≥500", "不少于500 次 =500余"),
    (COUNT, "<=500", "!bounds"),
    (COUNT, "16+5", "!two_numbers"),
    (COUNT, "法治宣传16次", "!number"),
    (COUNT, "4次（每季度1次）", "!two_numbers"),
    (COUNT, "16次/月", "!tail"),
    (COUNT, "16次（含村）", "!tail"),
    (COUNT, "16次没有开展", "!tail"),
    (COUNT, "16次，5000份", "!two_numbers"),
    (COUNT, "16 20", "!two_numbers"),
    (COUNT, "16\n20", "!two_numbers"),
    (COUNT, "1,2,3", "!two_numbers"),
    (COUNT, "10-20", "!range"),
    (COUNT, "10到20次", "!range"),
    (COUNT, "16次至20次", "!range"),
    (COUNT, "三四百人", "!range"),
    (COUNT, "两三次", "!range"),
    (COUNT, "-5", "!negative"),
    (COUNT, "负五次", "!negative"),
    (COUNT, "16.5", "!whole"),
    (COUNT, "1.23456万", "!whole"),
    (HOURS, "1.55", "!decimals"),
    (COUNT, "2万亿", "!too_large"),
    (COUNT, "9" * 30, "!too_large"),
    (COUNT, "9" * 5000, "!too_large"),
    (COUNT, "几十次", "!vague"),
    (COUNT, "上百次", "!vague"),
    (COUNT, "若干", "!vague"),
    (COUNT, "百十来人", "!vague"),
    (COUNT, "零星几次", "!vague"),
    (COUNT, "最多20次", "!bounds"),
    (COUNT, "20次以内", "!bounds"),
    (COUNT, "近300余人", "!bounds"),
    *each(COUNT, "1e5 0x10 NaN inf 第16次 每月2次 1.2.3 次 ??? abc 零五 ٣", "!number"),
]

SUMS = [
    (MONEY, "1000元", "1000 元 =1000"),
    (MONEY, "1000", "1000 元 =1000"),
    (MONEY, "1,000块", "1000 元 =1000"),
    (MONEY, "1000块钱", "1000 元 =1000"),
    (MONEY, "一千元", "1000 元 =1000"),
    (MONEY, "¥1000", "1000 元 =1000"),
    (MONEY, "1.5万", "1.5 万元 =15000"),
    (MONEY, "１．５万元", "1.5 万元 =15000"),
    (MONEY, "人民币5万元整", "5 万元 =50000"),
    (MONEY, "0.3亿元", "0.3 亿元 =30000000"),
    (MONEY, "三十万", "30 万元 =300000"),
    (MONEY, "一万二千", "12000 元 =12000"),
    (MONEY, "1.5千", "1500 元 =1500"),
    (MONEY, "12.50元", "12.50 元 =12.50"),
    (MONEY, "零点五万", "0.5 万元 =5000"),
    (MONEY, "3万多元", "3万多 元 =30000余"),
    (MONEY, "3万余元", "3万余 元 =30000余"),
    (MONEY, "100余万元", "100余 万元 =1000000余"),
    (MONEY, "约2万", "约2 万元 =20000约"),
    (MONEY, "2万元左右", "约2 万元 =20000约"),
    (MONEY, "近5万元", "近5 万元 =50000近"),
    (MONEY, "超过5万元", "超过5 万元 =50000余"),
    (MONEY, "投入经费5万元", "5 万元 =50000"),
    (MONEY, "5w", "5 万元 =50000"),
    (MONEY, "一个亿", "1 亿元 =100000000"),
    (MONEY, "¥50,000.00", "50000 元 =50000"),
    (MONEY, "5万（含上级补助）", "!tail"),
    (MONEY, "1.234元", "!decimals"),
    (MONEY, "5万美元", "!unit"),
    (MONEY, "3元5角", "!two_numbers"),
    (MONEY, "1-2万", "!range"),
    (MONEY, "-100", "!negative"),
    (MONEY, "几千块", "!vague"),
    (MONEY, "1e5", "!number"),
    (MONEY, "2万亿元", "!too_large"),
]

PERCENTAGES = [
    *each(PERCENT, "100% 100 百分之百 百分百 全部 100.0% １００％", "100 % =100"),
    (PERCENT, "98.6", "98.6 % =98.6"),
    (PERCENT, "98.6％", "98.6 % =98.6"),
    (PERCENT, "百分之九十五点五", "95.5 % =95.5"),
    (PERCENT, "百分之98.6", "98.6 % =98.6"),
    (PERCENT, "达到98%", "98 % =98"),
    (PERCENT, "0.95%", "0.95 % =0.95"),
    (PERCENT, "零", "zero"),
    (PERCENT, "95%以上", "不低于95 % =95余"),
    (PERCENT, "百分之九十以上", "不低于90 % =90余"),
    (PERCENT, "约98%", "约98 % =98约"),
    (PERCENT, "90多%", "90多 % =90余"),
    (PERCENT, "90%多", "超过90 % =90余"),
    (PERCENT, "0.95", "!fraction"),
    (PERCENT, "1", "!fraction"),
    (PERCENT, "101", "!over_100"),
    (PERCENT, "百分之一百二十", "!over_100"),
    (PERCENT, "-5%", "!negative"),
    (PERCENT, "98.123", "!decimals"),
    (PERCENT, "九成", "!unit"),
    (PERCENT, "98.6个百分点", "!unit"),
    (PERCENT, "98/100", "!two_numbers"),
    (PERCENT, "90-95%", "!range"),
    (PERCENT, "很高", "!number"),
]

DATES = [
    *each(DATE, "2026年1月8日 2026-1-8 2026/1/8 2026.1.8 20260108 1月8日 1月8号 8号", "2026年1月8日"),
    *each(DATE, "2026年01月08日 二〇二六年一月八日 一月八日 元月8日 26年1月8日 今天", "2026年1月8日"),
    *each(DATE, "２０２６年１月８日 2026年1月8 2026年1月8日（星期四） 1.8 2026年1月8日。", "2026年1月8日"),
    (DATE, "2026 1 8", "2026年1月8日"),
    (DATE, "2026年 1月 8日", "2026年1月8日"),
    (DATE, "昨天", "2026年1月7日"),
    (DATE, "明天", "2026年1月9日"),
    (DATE, "12月30日", "2025年12月30日"),
    (DATE, "28号", "2025年12月28日"),
    (DATE, "去年12月30日", "2025年12月30日"),
    (DATE, "十二月三十一日", "2025年12月31日"),
    (DATE, "2024年2月29日", "2024年2月29日"),
    (YEARLY, "3月1日", "3月1日"),
    (YEARLY, "2026年3月1日", "3月1日"),
    (YEARLY, "每年3月1日", "!date"),
    (YEARLY, "今天", "1月8日"),
    (YEARLY, "2月29日", "2月29日"),
    (YEARLY, "8号", "!month_missing"),
    *each(DATE, "2月30日 13月1日 2026年2月29日 2月29日 32号 20261301 0月1日", "!no_such_day"),
    *each(DATE, "2026年1月 1月 2026.1", "!day_missing"),
    *each(DATE, "108 12.1.8 周四 腊月二十 月底 1月8日、1月9日 1026年1月8日 ---", "!date"),
]

PERIODS = [
    *each(PERIOD, "1月至12月 1月-12月 1-12月 1-12 1～12月 1月到12月 一月至十二月", "2025年1月至12月"),
    *each(PERIOD, "全年 2025年 2025年度 本年度 去年 2025年1月至12月 2025.1-2025.12", "2025年1月至12月"),
    *each(PERIOD, "1月1日—12月31日 2025.1.1-2025.12.31 1.1-12.31", "2025年1月1日至12月31日"),
    (PERIOD, "2025年1月1日至2025年12月31日", "2025年1月1日至12月31日"),
    (PERIOD, "2025-1-1-2025-12-31", "2025年1月1日至12月31日"),
    (PERIOD, "20250101-20251231", "2025年1月1日至12月31日"),
    (PERIOD, "上半年", "2025年1月至6月"),
    (PERIOD, "2024年下半年", "2024年7月至12月"),
    (PERIOD, "第三季度", "2025年7月至9月"),
    (PERIOD, "2021年至2025年", "2021年1月至2025年12月"),
    (PERIOD, "3月1日至15日", "2025年3月1日至3月15日"),
    (PERIOD, "12月至2026年3月", "2025年12月至2026年3月"),
    (PERIOD, "12月至1月", "!reversed"),
    (PERIOD, "2025年12月31日至1月1日", "!reversed"),
    (PERIOD, "1-13月", "!no_such_day"),
    (PERIOD, "2月1日至2月30日", "!no_such_day"),
    *each(PERIOD, "3月 2025年3月 至 - 一直 今年1月至12月 1月至2月至3月", "!period"),
]

DECISIONS = [
    *each(YES_NO, "是 有 对 已 已建 已经建立了 建了 做了 y YES ｙ ✓ 1 ① 1. 好 好的 是的 有！ 没问题", "yes"),
    *each(YES_NO, "否 没有 无 没 未 不是 n No 2 ② （2） 还没有 没建 未建立 没有开展 没有了 暂无", "no"),
    *each(YES_NO, "不一定 可能 3 是否 了 12", "!yes_no"),
    (ask(Kind.YES_NO, choices="yes=已建立 no=未建立"), "已建立", "yes"),
    *each(LEVEL, "1 ① 一 1. （1） 1️⃣ 镇 town 第1个", "town"),
    *each(LEVEL, "3 街道 街 “街道” 街道。", "street"),
    *each(LEVEL, "4 0 乡镇 其他：区公所 ???", "!choice"),
    (LEVEL, "1、3", "!one_choice"),
    (LEVEL, "长" * 501, "!too_long"),
    *each(SOURCE, "2 民法典 《民法典》 民法", "civil"),
    *each(SOURCE, "《社区矫正法》 其他：《社区矫正法》 其它:《社区矫正法》", "《社区矫正法》"),
    (SOURCE, "其他", "!other_words"),
    (SOURCE, "9", "!choice"),
    (SOURCE, "1、2", "!one_choice"),
]

SELECTIONS = [
    *(
        (LAWS, typed, "constitution、rules、petition")
        for typed in ["1 3 4", "1、3、4", "1,3,4", "134", "①③④", "4，3，1，1", "1.3.4"]
    ),
    *(
        (LAWS, typed, "constitution、civil")
        for typed in ["宪法、民法典", "宪法 民法典", "民法典\n宪法", "《宪法》《民法典》", "1和2"]
    ),
    *each(LAWS, "全部 都有 以上都有 全选", "constitution、civil、rules、petition、decision"),
    (LAWS, "信访", "petition"),
    (LAWS, "条例", "!which_choice"),
    *((LAWS, typed, "!choice") for typed in ["9", "1 9", "16", "1-3", "社区矫正法", "、、"]),
    (LAWS_OTHER, "宪法、《社区矫正法》", "constitution + 《社区矫正法》"),
    (LAWS_OTHER, "《甲、乙》、宪法、丙法", "constitution + 《甲、乙》 + 丙法"),
    (LAWS_OTHER, "宪法 自编 教材", "constitution + 自编 教材"),
    (LAWS_OTHER, "其他：甲法、乙法", "甲法 + 乙法"),
    (LAWS_OTHER, "甲法，甲法", "甲法"),
    (LAWS_OTHER, "1.宪法\n2.禁毒法", "constitution + 禁毒法"),
    (LAWS_OTHER, "1、禁毒法\n2、宪法", "constitution + 禁毒法"),
    (LAWS_OTHER, "法规（一、二）", "法规（一、二）"),
    (LAWS_OTHER, "其他", "!other_words"),
    (LAWS_OTHER, "100", "!choice"),
    (TWELVE, "12", "c12"),
    (TWELVE, "1、12", "c1、c12"),
    (TWELVE, "134", "!choice"),
]

OWN_WORDS = [
    (TEXT, "一律来说事。", "一律来说事"),
    (TEXT, "一律\n来说事", "一律来说事"),
    (TEXT, "use\nGPT", "use GPT"),
    (TEXT, "“一律来说事”；", "“一律来说事”"),
    (TEXT, "甲\u200b乙\ufeff\x00丙\uf0b7\u202e\ufe0f", "甲乙丙"),
    (TEXT, "镕喆堃𬭊𠮷𰻝𱍐𮯰㐀䶿〇", "镕喆堃𬭊𠮷𰻝𱍐𮯰㐀䶿〇"),
    (TEXT, "PM2.5↓3%→±0.5℃，㎡、№2、①⑳、★、α、ü、ɡ", "PM2.5↓3%→±0.5℃，㎡、№2、①⑳、★、α、ü、ɡ"),
    (TEXT, "“甲”<b>&amp;'\"乙", "“甲”<b>&amp;'\"乙"),
    *((question, "甲👍乙", "!characters") for question in (TEXT, LONG, LIST, REF, LAWS_OTHER)),
    *(
        (TEXT, f"甲{sign}", "!characters")
        for sign in ("❤️", "1️⃣", "🇨🇳", "☎", "✅", "⭐", "\ue863", "\u0378", "سلام", "བོད")
    ),
    (TEXT, "👍", "!characters"),
    (LIST, "甲\n✅乙", "!characters"),
    (LIST, "对（……）人群的宣传不够", "!gap"),
    (LIST, "修订《条例》〔2019〕1号", "修订《条例》〔2019〕1号"),
    (COUNT, "👍", "!number"),
    (TEXT, "〔2025〕１２％", "〔2025〕１２％"),
    (TEXT, "长" * 500, "长" * 500),
    (TEXT, "长" * 501, "!too_long"),
    (TEXT, "。。", "!empty"),
    (LONG, "第一段。\r\n\r\n  第二段。", "第一段。\n第二段。"),
    (LONG, "长" * 20_000, "长" * 20_000),
    (LONG, "长" * 20_001, "!too_long"),
    (LIST, "一是抓学习；\n二是抓落实。", "抓学习 / 抓落实"),
    (LIST, "1.甲\n2．乙", "甲 / 乙"),
    (LIST, "1、甲；\n\n2、乙。", "甲 / 乙"),
    (LIST, "（1）甲", "甲"),
    (LIST, "（一）甲", "甲"),
    (LIST, "①甲\n② 乙", "甲 / 乙"),
    (LIST, "- 甲\n• 乙", "甲 / 乙"),
    (LIST, "第一，甲", "甲"),
    (LIST, "一、甲", "甲"),
    (LIST, "甲\n甲", "甲"),
    (LIST, "1.2025年成立专班", "2025年成立专班"),
    (LIST, "1.5万元用于培训", "1.5万元用于培训"),
    (LIST, "1、2月开展宣传", "1、2月开展宣传"),
    (LIST, "第一书记带队", "第一书记带队"),
    (LIST, "12345热线", "12345热线"),
    (LIST, "。\n；", "!empty"),
    (LIST, "长" * 501, "!too_long"),
    (LIST, "\n".join(map(str, range(1000, 1300))), "!too_many"),
]

DOCUMENTS = [
    (LIBRARY, "1", "《法治政府建设实施纲要》（中发〔2021〕33号）"),
    (LIBRARY, "②", "《关于加强乡镇法治的意见》"),
    (LIBRARY, "1 2", "《法治政府建设实施纲要》（中发〔2021〕33号） / 《关于加强乡镇法治的意见》"),
    (LIBRARY, "1\n《甲》", "《法治政府建设实施纲要》（中发〔2021〕33号） / 《甲》"),
    (LIBRARY, "3", "!library"),
    (LIBRARY, "甲", "!reference"),
    (LIBRARY, "甲的通知", "《甲的通知》"),
    (REF, "1", "!title"),
    (REF, "《甲》", "《甲》"),
    (REF, "关于加强法治的意见", "《关于加强法治的意见》"),
    (REF, "某区任务分工表", "《某区任务分工表》"),
    (REF, "某区2025年重点工作安排（某府办发〔2025〕2号）", "《某区2025年重点工作安排》（某府办发〔2025〕2号）"),
    (REF, "按照工作安排执行", "!reference"),
    (REF, "某镇议事规则", "《某镇议事规则》"),
    (REF, "法治政府建设示范创建指标体系（2023年版）", "《法治政府建设示范创建指标体系（2023年版）》"),
    (REF, "中华人民共和国行政处罚法", "《中华人民共和国行政处罚法》"),
    (REF, "健全制度机制", "!reference"),
    *(
        (REF, f"《要点》{number}", "《要点》（黔江府办发〔2025〕28号）")
        for number in [
            *(
                "（黔江府办发〔2025〕28号）",
                "(黔江府办发[2025]28号)",
                "（黔江府办发（2025）28号）",
                "黔江府办发(2025)28号",
            ),
            *(" 黔江府办发【2025】028号", "黔江府办发〔２０２５〕第２８号", "（黔江府办发〔2025〕28）"),
        ]
    ),
    (REF, "要点 黔江府办发〔2025〕28号", "《要点》（黔江府办发〔2025〕28号）"),
    (REF, "关于印发要点的通知国办发〔2025〕1号", "《关于印发要点的通知》（国办发〔2025〕1号）"),
    (REF, "国办发〔2025〕1号《要点》", "《要点》（国办发〔2025〕1号）"),
    (REF, "《条例》（国务院令第713号）", "《条例》（国务院令第713号）"),
    (REF, "《办法》（试行）", "《办法（试行）》"),
    (REF, "《纲要（2021—2025年）》", "《纲要（2021—2025年）》"),
    (REF, "《关于印发<2025年要点>的通知》", "《关于印发〈2025年要点〉的通知》"),
    (REF, "《关于印发＜2025年要点＞的通知》", "《关于印发〈2025年要点〉的通知》"),
    (REF, "《关于印发《2025年要点》的通知》", "《关于印发〈2025年要点〉的通知》"),
    (REF, "关于印发《要点》的通知（国办发〔2025〕1号）", "《关于印发〈要点〉的通知》（国办发〔2025〕1号）"),
    (REF, "中共中央办公厅、国务院办公厅《意见》", "中共中央办公厅、国务院办公厅《意见》"),
    (REF, "国务院印发的《意见》", "国务院《意见》"),
    (REF, "学习了《甲》等文件", "《甲》"),
    (REF, "学习《甲》的精神", "《甲》"),
    (REF, "《甲》、《乙》", "《甲》 / 《乙》"),
    (REF, "《甲》《乙》，《丙》；", "《甲》 / 《乙》 / 《丙》"),
    (REF, "《甲》（国发〔2025〕1号）、国务院《乙》", "《甲》（国发〔2025〕1号） / 国务院《乙》"),
    (REF, "《纲要》（以下简称《大纲》）和《乙》", "《纲要》 / 《乙》"),
    (REF, "1.《甲》\n2.《乙》。", "《甲》 / 《乙》"),
    (REF, "《甲", "《甲》"),
    (REF, "《》", "!title"),
    (REF, "《2025》", "!title"),
    (REF, "国办发〔2025〕1号", "!title"),
    (REF, "《甲》这个文件很重要", "!reference"),
    (REF, "《甲》（国办发〔2025〕1号）（国办发〔2025〕2号）", "!reference"),
    (REF, "《" + "长" * 501 + "》", "!too_long"),
]

OUTCOMES = [
    *each(PLANS, "完成 已完成 已经完成 全部完成了 完成了。 落实 都办好了", "yes"),
    *each(PLANS, "部分完成 部分 完成一部分 完成了一半 部分落实", "partly"),
    *each(PLANS, "未完成 没完成 没有完成 还没有落实 尚未完成 没做 没办 没能完成 未开展", "no"),
    (PLANS, "完成 开展培训3次", "yes，开展培训3次"),
    (PLANS, "已完成，开展培训3次。", "yes，开展培训3次"),
    (PLANS, "部分完成：已开展2次，\n还差1次", "partly，已开展2次，还差1次"),
    (PLANS, "未完成，因为人手不足", "no，因为人手不足"),
    *each(PLANS, "开展培训3次 是 基本完成 正在推进 1", "!outcome"),
    (PLANS, "完成" + "长" * 501, "!too_long"),
    (PLANS, "完成 开展👍", "!characters"),
]

TABLES = {
    "outcomes": OUTCOMES,
    "nothings": NOTHINGS,
    "counts": COUNTS,
    "sums": SUMS,
    "percentages": PERCENTAGES,
    "dates": DATES,
    "periods": PERIODS,
    "decisions": DECISIONS,
    "selections": SELECTIONS,
    "own_words": OWN_WORDS,
    "documents": DOCUMENTS,
}
ROWS = [
    pytest.param(question, typed, expected, id=f"{name}-{number}")
    for name, rows in TABLES.items()
    for number, (question, typed, expected) in enumerate(rows)
]

XML = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""What a file of XML 1.0 may hold (2.2, Char)."""

FACTS = {
    code: set(facts.split())
    for codes, facts in {
        "number vague negative range two_numbers bounds": "typed example",
        "date day_missing month_missing no_such_day period reversed": "typed",
        "yes_no title reference no_unit tail over_100 outcome": "typed",
        "empty whole too_large other_words": "",
        "too_long too_many decimals": "most",
        "choice which_choice": "typed choices",
        "gap": "typed gap",
        "one_choice": "choices",
        "unit": "typed units",
        "fraction": "typed percent",
        "library": "typed most",
        "characters": "typed",
    }.items()
    for code in codes.split()
}
"""The facts every refusal comes with: the places its sentence may use."""


@pytest.mark.parametrize(("question", "typed", "expected"), ROWS)
def test_an_answer_means_what_an_official_meant(question: Question, typed: str, expected: str) -> None:
    assert meant(question, typed) == expected


def test_the_tables_show_every_refusal() -> None:
    shown = {expected[1:] for rows in TABLES.values() for _, _, expected in rows if expected.startswith("!")}
    assert shown == set(FACTS)


@pytest.mark.parametrize(
    ("question", "typed", "facts"),
    [
        (COUNT, "16个", {"typed": "个", "units": "次、场、份、人次、人"}),
        (LIST, "对（……）人群的宣传不够", {"typed": "对（……）人群的宣传", "gap": "（……）"}),
        (COUNT, "10-20", {"typed": "10-20", "example": "16次"}),
        (MONEY, "5万美元", {"typed": "美元", "units": "元、万元、亿元"}),
        (PERCENT, "0.95", {"typed": "0.95", "percent": "95"}),
        (LEVEL, "4", {"typed": "4", "choices": "1. 镇；2. 乡；3. 街道"}),
        (LAWS, "条例", {"typed": "条例", "choices": "《信访工作条例》、《重大行政决策程序暂行条例》"}),
        (LIBRARY, "3", {"typed": "3", "most": "2"}),
        (TEXT, "长" * 501, {"most": "500"}),
        (TEXT, "甲👨\u200d👩\u200d👧乙✅", {"typed": "👨👩👧"}),
        (LONG, "甲\n乙1\ufe0f\u20e3丙", {"typed": "1\u20e3"}),
        (LIST, "א" * 100, {"typed": "א" * 10}),
        (DATE, "很" * 100, {"typed": "很" * 19 + "…"}),
    ],
)
def test_a_refusal_names_what_was_typed_and_what_would_do(question: Question, typed: str, facts: Any) -> None:
    refused = understand(question, typed, CLOCK)
    assert isinstance(refused, Refused)
    assert refused.facts == facts


def test_every_kind_has_its_parser() -> None:
    assert set(PARSERS) == set(Kind)
    assert {question.kind for question in QUESTIONS} == set(Kind)


TYPICAL = (
    "0123456789１,，.．。%％-—~至到约近超过余多来几左右以上不共次份人场元万亿千百十一二三两〇零点年月日号全半今昨天是有没无未"
    "《》<>〔〕（）()[]【】“”①②、；;:：其他和等的通知 \n\t\u200b\uf0d8aexn"
)
ANYTHING = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.text(st.sampled_from(TYPICAL), max_size=30),
    st.lists(st.sampled_from([typed for rows in TABLES.values() for _, typed, _ in rows if len(typed) < 60])).map(
        "".join
    ),
)
FIGURES = st.tuples(
    st.sampled_from(["", "共", "约", "大概", "近", "不到", "超过", "至少", "有约"]),
    st.one_of(
        st.integers(1, 10**9).map(str),
        st.sampled_from(["十六", "三百", "两千三", "一万二", "1.2万", "1,200", "12.5", "99.9", "百", "十"]),
    ),
    st.sampled_from(["", "", "余", "多", "来", "几"]),
    st.sampled_from(["", "", "万", "亿"]),
    st.sampled_from(["", "余", "次", "人次", "元", "%", "小时"]),
    st.sampled_from(["", "", "左右", "以上", "活动"]),
).map("".join)


@given(question=st.sampled_from(QUESTIONS), typed=ANYTHING)
@settings(max_examples=600)
@example(question=COUNT, typed="9" * 5000)
@example(question=MONEY, typed="一" * 20_001)
def test_any_text_is_understood_or_refused_and_always_alike(question: Question, typed: str) -> None:
    understood = understand(question, typed, CLOCK)
    assert understood == understand(question, typed, CLOCK)
    if isinstance(understood, Refused):
        assert set(understood.facts) == FACTS[understood.code]
        assert all(len(fact) <= 20 for name, fact in understood.facts.items() if name == "typed")
    elif not isinstance(understood, Nothing):
        assert understood
        assert question.collects or len(understood) == 1


@given(question=st.sampled_from([COUNT, HOURS, BARE, MONEY, PERCENT]), typed=st.one_of(FIGURES, ANYTHING))
@settings(max_examples=600)
def test_a_printed_figure_is_read_as_the_same_figure(question: Question, typed: str) -> None:
    understood = understand(question, typed, CLOCK)
    if isinstance(understood, tuple):
        assert understand(question, value_text(understood[0]), CLOCK) == understood


@given(question=st.sampled_from([DATE, YEARLY]), day=st.dates(date(1949, 1, 1), date(2100, 12, 31)))
def test_a_printed_date_is_read_as_the_same_date(question: Question, day: date) -> None:
    understood = understand(question, day.isoformat(), CLOCK)
    assert isinstance(understood, tuple)
    assert understand(question, value_text(understood[0]), CLOCK) == understood


@given(typed=ANYTHING, ends=st.tuples(*[st.dates(date(1949, 1, 1), date(2100, 12, 31))] * 2))
def test_a_printed_period_is_read_as_the_same_period(typed: str, ends: tuple[date, date]) -> None:
    for text in (typed, "至".join(sorted(map(str, ends)))):
        understood = understand(PERIOD, text, CLOCK)
        if isinstance(understood, tuple):
            assert understand(PERIOD, value_text(understood[0]), CLOCK) == understood


@given(st.sampled_from([LEVEL, SOURCE, LAWS, LAWS_OTHER, TWELVE]), st.data())
def test_a_choice_is_found_by_its_label_its_number_and_its_id(question: Question, data: st.DataObject) -> None:
    number, choice = data.draw(st.sampled_from(list(enumerate(question.choices, 1))))
    for typed in (choice.label, choice.id, str(number), f"（{number}）"):
        assert understand(question, typed, CLOCK) == (Chosen((choice.id,)),)


@given(question=st.sampled_from(QUESTIONS), typed=ANYTHING)
@settings(max_examples=600)
@example(question=TEXT, typed="甲🏳️\u200d🌈乙")
@example(question=LAWS_OTHER, typed="其他：甲\U000f0000")
def test_whatever_is_kept_can_stand_in_a_file_and_on_the_page(question: Question, typed: str) -> None:
    understood = understand(question, typed, CLOCK)
    for value in understood if isinstance(understood, tuple) else ():
        text = f"{value.issuer}{value.title}{value.number}" if isinstance(value, Reference) else value_text(value)
        assert XML.fullmatch(text)
        assert not [hex(ord(char)) for char in text if refused_class(char)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kind.value)
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1,",
        "一",
        "《",
        "《》（",
        "《甲》、",
        "甲\n",
        " \n",
        "没",
        "过",
        "是",
        "①",
        "(",
        "：",
        "〔2025〕",
    ],
)
def test_twenty_thousand_characters_are_read_at_once(question: Question, piece: str) -> None:
    before = time.perf_counter()
    for length in (2_000, 20_000):
        understand(question, ("甲" + piece * length)[:length], CLOCK)
        understand(question, (piece * length)[: length - 1] + "x", CLOCK)
    assert time.perf_counter() - before < 1
