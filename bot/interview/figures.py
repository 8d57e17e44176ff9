"""Counts, sums and percentages as people type them; knows the words for about and over, and no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.interview import numerals
from bot.interview.pack import Kind, Question
from bot.interview.reading import HANZI, Clock, Refused, shown
from bot.interview.values import Bound, Nothing, Number

_LEADS = """
一共 总共 共计 共 总计 合计 累计 全年 一年 今年 去年 本年度 本年 年度 我们 我镇 我乡 我街道 本镇 本乡 本街道
全镇 全乡 全街道 辖区 已经 已 均 就 仅 只 有 是 为 了 过 达到 达 : 做 搞 办 开展 组织 举办 召开 举行 进行 办理
受理 调解 化解 处理 审核 审查 发放 收到 制定 印发 出台 培训 参加 完成 编制
投入 支出 安排 拨付 落实 花费 花 用 经费 资金 预算 人民币 rmb ¥ ￥
"""
_NO_MORE = ("不超过", Bound.UNDER)  # no bound of a report: 最多 says nothing of what there was
_FRONTS: dict[str, tuple[str, Bound]] = {
    word: meaning
    for words, meaning in (
        ("约 大约 大概 约莫 差不多 估计 大致", ("约", Bound.ABOUT)),
        ("近 将近 接近 快 不到 不足 不满", ("近", Bound.UNDER)),
        ("超过 超 逾 多于 不止 突破 >", ("超过", Bound.OVER)),
        ("不少于 不低于 至少 不下 >= ≥", ("不少于", Bound.OVER)),
        ("不超过 不多于 不高于 最多 至多 少于 低于 < <= ≤", _NO_MORE),
    )
    for word in words.split()
}
_BEHINDS: dict[str, tuple[str, Bound]] = {
    "左右": ("约", Bound.ABOUT),
    "上下": ("约", Bound.ABOUT),
    "不到": ("近", Bound.UNDER),
    "以上": ("不少于", Bound.OVER),
    "及以上": ("不少于", Bound.OVER),
    "以内": _NO_MORE,
    "以下": _NO_MORE,
}
_HEDGES: dict[str, tuple[str, Bound]] = {
    "余": ("余", Bound.OVER),
    "餘": ("余", Bound.OVER),
    "多": ("多", Bound.OVER),
    "几": ("余", Bound.OVER),
    "+": ("余", Bound.OVER),
    "来": ("约", Bound.ABOUT),
    "把": ("约", Bound.ABOUT),
}
_CHANGES_MEANING = "没无不未非每各减增负约超近余多几以"
_PARTICLES = "。.!！；;，,、~吧啊呢哦呀嘛的了 "

_N = numerals.NUMERALS
_TO = "-–—―−~〜至到或"


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_LEAD = re.compile(rf"20[0-9]{{2}}年度?|(?:{_either(_LEADS.split())})(?!于)")
_FRONT = re.compile(_either(list(_FRONTS)))
_BEHIND = re.compile(_either(list(_BEHINDS)) + "|[多余]$")
_BODY = re.compile(rf"(?P<run>[{_N}][{_N}.,点]*)(?:(?P<hedge>[{''.join(_HEDGES)}])(?P<scale>[万亿])?)?")
_VAGUE = re.compile(
    "好?几|若干|许多|很多|好多|好些|大量|一些|无数|多[次场]|不少(?!于)"
    "|数[十百千万亿]|上[百千万亿]|成[百千]|[百千]八?十|零[星散]"
)
_SPACED = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])")  # GB/T 15835: 1 200 is 1200
_TEN_THOUSAND = re.compile("(?<=[0-9])[wW](?![A-Za-z])")
_BLANK = re.compile(r"(?<![0-9]) +| +(?![0-9])")
_OPEN_ENDED = re.compile(rf"[{_N}][^{_TO}{_N}]{{0,3}}[{_TO}]+[{_N}]|[一二三四五六七八九两]{{2}}")
_RUN = re.compile(rf"[0-9]+(?:[.][0-9]+)?|[{_N[10:]}]+")
_WORDS_ONLY = re.compile(rf"[{HANZI}]*")
_HUNDREDTHS = re.compile(rf"百分之([{_N}.,点]+)%?")

_SIZES = {"": 1, "万": 10**4, "亿": 10**8}
_MOST = 10**12
_LONGEST = 80
_MONEY_UNITS = ("元", "元钱", "块", "块钱", "圆", "rmb")
_ALL = ("全部", "百分百", "全都", "都", "全部完成", "全覆盖", "全部覆盖")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in its parts: 约, 1.2, 万, nothing behind, 份; or 5000余 among its digits."""

    amount: Decimal
    front: str
    digits: str
    scale: str
    behind: str
    bound: Bound
    unit: str

    @property
    def printed(self) -> str:
        return self.front + self.digits + self.scale + self.behind


def count(question: Question, text: str, clock: Clock) -> Number | Nothing | Refused:
    """Read how many: 16次, 5000余份, 近3000人次, 约1.2万."""
    example = "16" + (question.units[0] if question.units else "")
    figure = _figure(text, (*question.units, *question.also), example)
    if isinstance(figure, Refused):
        return figure
    places = 1 if question.decimal else 0
    if not figure.amount:
        return Nothing.ZERO
    if refused := _unfit(figure, places):
        return refused
    unit = figure.unit or (question.units[0] if question.units else "")
    return Number(_normal(figure.amount), figure.printed, unit, figure.bound)


def money(question: Question, text: str, clock: Clock) -> Number | Nothing | Refused:
    """Read a sum into 元: 1.5万, 1,000块, 3万余元, 0.3亿元."""
    figure = _figure(text.lower().replace("个亿", "亿"), _MONEY_UNITS, "1.5万元")
    if isinstance(figure, Refused):
        units = {"units": "元、万元、亿元"} if figure.code == "unit" else {}
        return Refused(figure.code, {**figure.facts, **units})
    if not figure.amount:
        return Nothing.ZERO
    if refused := _unfit(figure, 2):
        return refused
    if figure.behind:  # 3万余元, but 100余 万元
        return Number(_normal(figure.amount), figure.printed, "元", figure.bound)
    return Number(_normal(figure.amount), figure.front + figure.digits, f"{figure.scale}元", figure.bound)


def percent(question: Question, text: str, clock: Clock) -> Number | Nothing | Refused:
    """Read a share of a hundred: 98.6%, 百分之百, 95%以上."""
    if text.strip(_PARTICLES) in _ALL:
        return Number(Decimal(100), "100", "%")
    figure = _figure(_HUNDREDTHS.sub(r"\1%", text[: _LONGEST + 1]), ("%",), "98.6%")
    if isinstance(figure, Refused):
        return figure
    if figure.amount > 100:
        return Refused("over_100", {"typed": shown(text)})
    if 0 < figure.amount <= 1 and not figure.unit:
        hundredfold = numerals.plain((figure.amount * 100).normalize())
        return Refused("fraction", {"typed": shown(text), "percent": hundredfold})
    if (refused := _unfit(figure, 2)) or not figure.amount:
        return refused or Nothing.ZERO
    printed = figure.printed.replace("不少于", "不低于")
    return Number(_normal(figure.amount), printed, "%", figure.bound)


def named_unit(question: Question, text: str, others: Sequence[str]) -> str:
    """Tell which unit of a question stands behind a figure; "" where none does, or a unit of others."""
    own = {Kind.COUNT: question.units, Kind.MONEY: _MONEY_UNITS, Kind.PERCENT: ("%",)}.get(question.kind, ())
    figure = _figure(_HUNDREDTHS.sub(r"\1%", text[: _LONGEST + 1]), (*own, *others), "")
    return figure.unit if isinstance(figure, _Figure) and figure.unit in own else ""


def _normal(amount: Decimal) -> Decimal:
    return Decimal(int(amount)) if amount == int(amount) else amount


def _unfit(figure: _Figure, places: int) -> Refused | None:
    """Refuse a figure too large or too fine."""
    if figure.amount > _MOST:
        return Refused("too_large")
    if figure.amount.scaleb(places) % 1:
        return Refused("decimals", {"most": str(places)}) if places else Refused("whole")
    return None


def _figure(typed: str, units: Sequence[str], example: str) -> _Figure | Refused:
    """Take a figure apart, or say why it is none."""
    text = _tidy(typed[: _LONGEST + 1])
    start, bounds = _fronts(text)
    body = _BODY.match(text, start)
    parts = _body(body) if body else None
    if len(typed) > _LONGEST or body is None or parts is None or _VAGUE.match(text, start):
        return _why(text, start, shown(typed), example)
    if body["hedge"]:
        bounds.append(_HEDGES[body["hedge"]])
    unit = _tail(text[body.end() :], units, bounds)
    if unit is None:
        return _why(text, start, shown(typed), example)
    bound = _bound(bounds)
    if bound is None:
        return Refused("bounds", {"typed": shown(typed), "example": example})
    if isinstance(unit, Refused):
        return unit
    amount, digits, scale, behind = parts
    hedged = behind or digits[-1] in "余多"
    front = "" if hedged else next((word for word, meant in bounds if meant is bound), "")
    return _Figure(amount, front, digits, scale, behind, bound, unit)


def _tidy(typed: str) -> str:
    """Fold, keep line ends as breaks, and take out the spaces that part nothing."""
    text = numerals.folded(typed.replace("\n", ";")).strip(_PARTICLES)
    text = _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    return _BLANK.sub("", _TEN_THOUSAND.sub("万", text))


def _fronts(text: str) -> tuple[int, list[tuple[str, Bound]]]:
    """Walk over 共, 开展了, 约; tell where the figure starts and what bounds were named."""
    at, bounds = 0, []
    while True:
        if front := _FRONT.match(text, at):
            bounds.append(_FRONTS[front[0]])
        step = front or _LEAD.match(text, at)
        if step is None:
            return at, bounds
        at = step.end()


def _body(body: re.Match[str]) -> tuple[Decimal, str, str, str] | None:
    """Give amount, digits, scale and what stands behind the scale: 10余万 and 3万余 keep the order typed."""
    run, hedge, scale = body["run"], body["hedge"] or "", body["scale"] or ""
    word = _HEDGES[hedge][0] if hedge and hedge not in "来把" else ""
    amount = numerals.read(run)
    if amount is None:
        return None
    if scale:
        within = not set(run) & set("万亿萬億") and amount == int(amount)
        return (amount * _SIZES[scale], numerals.plain(amount) + word, scale, "") if within else None
    last = {"萬": "万", "億": "亿"}.get(run[-1], run[-1])
    if last in _SIZES and not set(run[:-1]) & set("万亿萬億"):
        times = numerals.read(run[:-1]) if run[:-1] else Decimal(1)
        return None if times is None else (amount, numerals.plain(times), last, word)
    return amount, numerals.plain(amount) + word, "", ""


def _tail(rest: str, units: Sequence[str], bounds: list[tuple[str, Bound]]) -> str | Refused | None:
    """Read what stands behind a figure, its unit and 左右 or 以上; None: another figure stands there."""
    rest = _behind(rest, bounds)
    unit = next((unit for unit in sorted(units, key=len, reverse=True) if rest.startswith(unit)), "")
    more = _behind(rest.removeprefix(unit), bounds)
    for word in (word for word in _BEHINDS if more.endswith(word)):  # 12场次以上
        bounds.append(_BEHINDS[word])
        more = more.removesuffix(word)
    if not more:
        return unit
    if any(char in _N for char in more.replace("百分点", "")):
        return None
    harmless = _WORDS_ONLY.fullmatch(more) and not set(more) & set(_CHANGES_MEANING)
    if unit and harmless and (more[0] != "次" or unit in {"场", "批"}):  # 人次 is not 人, 场次 is 场
        return unit
    if (unit and more[0] != "次") or not more[0].isalpha():
        return Refused("tail", {"typed": shown(more)})
    if units:
        return Refused("unit", {"typed": shown(rest), "units": "、".join(units)})
    return Refused("no_unit", {"typed": shown(more)})


def _behind(rest: str, bounds: list[tuple[str, Bound]]) -> str:
    match = _BEHIND.match(rest)
    if match is None:
        return rest
    bounds.append(_BEHINDS.get(match[0], ("超过", Bound.OVER)))
    return rest[match.end() :]


def _bound(bounds: list[tuple[str, Bound]]) -> Bound | None:
    """Agree on one bound: 约300余 is 300余; None: they contradict one another, or say at most."""
    meant = {bound for _, bound in bounds}
    clear = meant - {Bound.ABOUT}
    if _NO_MORE in bounds or len(clear) > 1:
        return None
    return next(iter(clear or meant), Bound.EXACT)


def _why(text: str, start: int, typed: str, example: str) -> Refused:
    """Say why a text is not one figure."""
    if re.search("[A-Za-z]", text):
        code = "number"
    elif re.search("[0-9]{14}", text):
        code = "too_large"
    elif _VAGUE.match(text, start):
        code = "vague"
    elif re.match(rf"(?:[-–—−]|负)+[{_N}]", text):
        code = "negative"
    elif _OPEN_ENDED.search(text):
        code = "range"
    elif len(_RUN.findall(text)) > 1 and not re.search(r"[0-9.]\.[0-9]*\.|\.\.", text):
        code = "two_numbers"
    else:
        code = "number"
    return Refused(code, {} if code == "too_large" else {"typed": typed, "example": example})
