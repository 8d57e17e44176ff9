"""Answers out of a given set: by number, label, part of a label or own words; knows nothing of buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.interview import numerals
from bot.interview.pack import NO, YES, Question
from bot.interview.reading import ENDING, MOST_WORDS, Clock, Refused, one_line, shown, trimmed, unmarked
from bot.interview.values import Chosen

_DOES = (
    "(?:建立|成立|设立|开展|组织|制定|出台|印发|配备|配置|落实|完成|公开|公示|聘请|聘用|编制"
    "|召开|举办|参加|发生|实行|建|设|办|做|搞|弄)"
)
_YES = re.compile(
    "(?:是|有|对|嗯|好|行|要|y|yes|ok|√|✓|✔|✅|👌|没错|没问题|1"
    f"|(?:已经?|都|均|是|有)+{_DOES}?|{_DOES})(?:好|完|有|了|的|过|啊|呀|哦|吧)*"
)
_NO = re.compile(
    "(?:否|不|n|no|×|✗|✘|❌|2"
    f"|(?:还|都|均|尚|暂时?|目前)*(?:没有?|无|未|不是|不对){_DOES}?)(?:的|了|啊|呀|哦|吧|过|呢)*"
)
_LONGEST_YES = 20
_ALL = re.compile("(?:以上)?(?:全部?|都|均|所有)(?:都|是|有|选)*|all")

_NUMBERED = {0x2460 + step: str(step + 1) for step in range(20)}  # ① to ⑳
_NUMBERED |= {0x2474 + step: str(step + 1) for step in range(20)}  # ⑴ to ⒇
_NUMBERED |= {0xFE0F: "", 0x20E3: ""}  # 1️⃣
_INDEX = re.compile(
    rf"(?:第|选)*[(\[]?(?P<number>[0-9]{{1,3}}|[{numerals.NUMERALS[10:]}]{{1,3}})[)\]]?[.、,:]?(?:个|项|号|条)?"
)
_COUNTED = re.compile(r"\s*([0-9]{1,2})[.、)]\s*(?=[^\W\d]|[《“])")
_ONLY_NUMBERS = re.compile(r"[0-9\s、,;.。和及与()①-⒇]+")
_OTHER = re.compile(r"(?:其他|其它|另外|另有|还有)(?:是|有)?[:：]\s*(?P<words>.+)|(?P<alone>其他|其它)", re.DOTALL)
_OPENS, _SHUTS = "《“（(〈「『", "》”）)〉」』"
_PARTS = "、，,；;\n"


def yes_no(question: Question, text: str, clock: Clock) -> Chosen | Refused:
    """Read 是, 有, 已建 and 否, 没有, 未建 in their many forms."""
    picked = exactly(question, text)
    said = _folded(text[: _LONGEST_YES + 1]).strip(ENDING + "!()[] ").lower()
    if picked is None and len(text) <= _LONGEST_YES:
        picked = NO if _NO.fullmatch(said) else YES if _YES.fullmatch(said) else None
    return Chosen((picked,)) if picked else Refused("yes_no", {"typed": shown(text)})


def choice(question: Question, text: str, clock: Clock) -> Chosen | Refused:
    """Read one choice, or own words where the question allows them."""
    if len(text) > MOST_WORDS:
        return Refused("too_long", {"most": str(MOST_WORDS)})
    picked = _pick(question, text)
    if isinstance(picked, str):
        return Chosen((picked,))
    several = [_pick(question, piece) for piece in _pieces(text)]
    if len(several) > 1 and all(isinstance(piece, str) for piece in several):
        return Refused("one_choice", {"choices": _offer(question)})
    words = picked or _own(question, text)
    return words if isinstance(words, Refused) else Chosen((), (words,))


def choice_many(question: Question, text: str, clock: Clock) -> Chosen | Refused:
    """Read several choices: 1 3 4, ①③, labels parted by 、, 全部; other words are kept, in order."""
    if len(text) > 4 * MOST_WORDS:
        return Refused("too_long", {"most": str(4 * MOST_WORDS)})
    if _ALL.fullmatch(_key(text)) and exactly(question, text) is None:
        return Chosen(tuple(choice.id for choice in question.choices))
    ids: set[str] = set()
    others: dict[str, None] = {}
    for piece in numbers(text, len(question.choices)) or _phrases(question, _uncounted(text)):
        picked = _pick(question, piece)
        if isinstance(picked, str):
            ids.add(picked)
            continue
        words = picked or _own(question, piece)
        if isinstance(words, Refused):
            return words
        others[words] = None
    if not ids and not others:
        return _refused(question, text)
    return Chosen(tuple(choice.id for choice in question.choices if choice.id in ids), tuple(others))


def numbers(text: str, most: int) -> list[str]:
    """Give the numbers of a text that holds nothing else: 1 3 4, ①③, and 134 where none is above 9."""
    plain = _folded(text, apart=True)
    if not _ONLY_NUMBERS.fullmatch(plain):
        return []
    found = re.findall("[0-9]+", plain)
    if most < 10 and all(set(number) <= set("123456789"[:most]) for number in found):
        found = list("".join(found))
    return found


def by_number(text: str) -> int | None:
    """Read a text that is nothing but the number of a choice: 3, （3）, 三, ③, 第3个."""
    match = _INDEX.fullmatch(_folded(text.strip()).strip(ENDING))
    number = numerals.read(match["number"]) if match else None
    return None if number is None else int(number)


def exactly(question: Question, text: str) -> str | None:
    """Find the choice whose label the text is, but for punctuation, or whose id it is."""
    key, id_ = _key(text), text.strip()
    matches = (c.id for c in question.choices if id_ == c.id or (key and key == _label(c.label)))
    return next(matches, None)


def _pick(question: Question, text: str) -> str | Refused | None:
    """Find the one choice a text means; refused where it could be several; None where it is none."""
    found = exactly(question, text) or exactly(question, unmarked(text))
    if found:
        return found
    number = by_number(text)
    if number is not None:
        inside = 1 <= number <= len(question.choices)
        return question.choices[number - 1].id if inside else _refused(question, text)
    key = _key(unmarked(text))
    close = [choice for choice in question.choices if key and key in _label(choice.label)]
    if len(close) == 1 and (len(key) > 1 or not question.other):
        return close[0].id
    if len(close) > 1 and len(key) > 1:
        labels = "、".join(choice.label for choice in close)
        return Refused("which_choice", {"typed": shown(text), "choices": labels})
    return None


_A_FIGURE = re.compile(r"[0-9０-９.,]+\s*[^\W\d_]{0,2}")


def _own(question: Question, text: str) -> str | Refused:
    """Take a text as own words, where they are allowed and there are any."""
    other = _OTHER.fullmatch(text.strip())
    if other and other["alone"] and question.other:
        return Refused("other_words")
    words = trimmed(one_line((other and other["words"]) or unmarked(text)))
    if not question.other or not re.search(r"[^\W\d_]", words) or _A_FIGURE.fullmatch(words):
        return _refused(question, text)
    return words if len(words) <= MOST_WORDS else Refused("too_long", {"most": str(MOST_WORDS)})


def _refused(question: Question, text: str) -> Refused:
    return Refused("choice", {"typed": shown(text), "choices": _offer(question)})


def _offer(question: Question) -> str:
    return "；".join(f"{number}. {choice.label}" for number, choice in enumerate(question.choices, 1))


def _phrases(question: Question, text: str) -> list[str]:
    """Part a text at 、 and its like, and at a space beside a choice; own words stay whole."""
    for number, choice in enumerate(question.choices, 1):
        if any(mark in choice.label for mark in _PARTS):  # 各办、站、所负责人 is one choice
            text = re.sub(rf"(?<![^{_PARTS}]){re.escape(choice.label)}(?![^{_PARTS}])", f"\n{number}\n", text)
    phrases: list[str] = []
    for piece in _pieces(text):
        words = piece.split()
        if len(words) < 2 or isinstance(_pick(question, piece), str):
            phrases.append(piece)
            continue
        own: list[str] = []
        for word in words:
            if isinstance(_pick(question, word), str):
                phrases += [" ".join(own), word] if own else [word]
                own = []
            else:
                own.append(word)
        phrases += [" ".join(own)] if own else []
    return phrases


def _uncounted(text: str) -> str:
    """Take the numbers off lines that are counted 1, 2, 3: they number the lines, not the choices."""
    lines = text.split("\n")
    marks = [_COUNTED.match(numerals.folded(line)) for line in lines]
    if len(lines) > 1 and all(mark and int(mark[1]) == at for at, mark in enumerate(marks, 1)):
        return "\n".join(line[mark.end() :] for line, mark in zip(lines, marks, strict=True) if mark)
    return text


def _pieces(text: str) -> list[str]:
    """Cut a text at its separators and between 》 and 《, but not inside 《》, “” or （）."""
    text = text.replace("》《", "》\n《")
    pieces, start, depth = [], 0, 0
    for at, char in enumerate(text):
        if char in _OPENS:
            depth += 1
        elif char in _SHUTS:
            depth = max(depth - 1, 0)
        elif char in _PARTS and (not depth or char == "\n"):
            pieces.append(text[start:at])
            start, depth = at + 1, 0
    return [piece.strip() for piece in [*pieces, text[start:]] if piece.strip(ENDING)]


def _folded(text: str, *, apart: bool = False) -> str:
    table: Mapping[int, str] = {code: f" {to} " for code, to in _NUMBERED.items()} if apart else _NUMBERED
    return numerals.folded(text.translate(table))


@lru_cache(512)
def _label(label: str) -> str:
    return _key(label)


def _key(text: str) -> str:
    """Keep only letters, hanzi and digits, so that 《宪法》 is 宪法."""
    return "".join(char for char in numerals.folded(text).lower() if char.isalnum())
