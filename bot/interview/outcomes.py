"""What became of what was planned, as typed: 完成 开展培训3次; reads one, or several by their numbers."""

from __future__ import annotations

import re

from bot.interview.pack import Question
from bot.interview.reading import MOST_WORDS, Clock, Refused, one_line, shown, trimmed
from bot.interview.values import Done, Outcome

_STATES = (
    (Done.PARTLY, "部分(?:完成|落实|做了)?|完成了?(?:一部分|部分|一半|大半)|做了(?:一部分|一半)"),
    (Done.NO, "(?:还|尚|暂|仍)?(?:未|没有?)(?:能|有)?(?:完成|落实|做到?|开展|启动|实施|办)"),
    (Done.YES, "(?:已经?|都|均|全部?)*(?:完成|落实|做完|办完|做好|办好|做到)"),
)
_STATE = re.compile("|".join(f"(?P<{state}>(?:{form})了?)" for state, form in _STATES))
_NUMBER = re.compile(r"\s*第?(?P<number>[0-9０-９]{1,3}|[①-⑳])(?:条|项)?(?:[.、．：:)）]|\s)*(?=[^0-9０-９.])")
_PARTS = re.compile(r"[\n；;]+")


def outcome(question: Question, text: str, clock: Clock) -> Outcome | Refused:
    """Read how far one thing came, and the words about it, if any."""
    line = one_line(text)
    found = _STATE.match(line)
    if found is None:
        return Refused("outcome", {"typed": shown(line)})
    words = trimmed(line[found.end() :])
    if len(words) > MOST_WORDS:
        return Refused("too_long", {"most": str(MOST_WORDS)})
    return Outcome(Done(found.lastgroup or ""), words)


def parted(text: str) -> list[tuple[int, str]]:
    """Cut a message into what it says of each, with its number; 0 where it bears none.

    What bears no number and tells no state goes on with what is before it.
    """
    parts: list[tuple[int, str]] = []
    for piece in filter(None, map(str.strip, _PARTS.split(text))):
        number = _NUMBER.match(piece)
        rest = piece[number.end() :] if number else piece
        if number and _STATE.match(rest):
            parts.append((_figure(number["number"]), rest))
        elif parts and not _STATE.match(piece):
            parts[-1] = (parts[-1][0], f"{parts[-1][1]}，{piece}")
        else:
            parts.append((0, piece))
    return parts


def _figure(digits: str) -> int:
    return ord(digits) - ord("①") + 1 if "①" <= digits <= "⑳" else int(digits)
