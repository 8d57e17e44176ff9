"""Which characters the page of an official document can show; knows no question and no font.

Hanzi of every plane, Latin, Greek, Cyrillic, kana, bopomofo and hangul letters, digits, punctuation, and the signs
that GB 18030 takes over from GB 2312 and GBK, with their neighbours. Not: pictures (emoji, dingbats, keycaps, flags),
letters that run from right to left or need shaping, marks that stand on another character, private or unassigned ones.
The ranges are those of Unicode 14, and of later versions for hanzi, whatever the version Python knows.
"""

from __future__ import annotations

import re

_LETTERS = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u1e00-\u1eff\u3041-\u3096\u3099-\u30ff\u3105-\u312f\u3131-\u318e\uac00-\ud7a3"
)
_SIGNS = (
    "\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20c0\u2100-\u218b"
    "\u2190-\u22ff\u2312\u2460-\u25fc\u25ff\u2605\u2606\u2609\u2640\u2642\u2776-\u2793\u3000-\u3029\u3030-\u303f"
    "\u3190-\u31e3\u31f0-\u321e\u3220-\u33ff\ufe10-\ufe19\ufe30-\ufe52\ufe54-\ufe66\ufe68-\ufe6b\uff01-\uffbe"
    "\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe0-\uffe6\uffe8-\uffee"
)
_HANZI = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u2ff0-\u2ffb\u3400-\u9fff\uf900-\ufa6d\ufa70-\ufad9"
    "\U00020000-\U0002a6df\U0002a700-\U0002b739\U0002b740-\U0002b81d\U0002b820-\U0002cea1\U0002ceb0-\U0002ebe0"
    "\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a\U00031350-\U000323af"
)
_UNFIT = re.compile(rf"(?:.(?=[\u0300-\u036f\u20e3]))?[^\n{_LETTERS}{_SIGNS}{_HANZI}]+")


def unfit(text: str, most: int = 10) -> str:
    """Give the first characters that the page cannot show, as they stand together; "" where there are none."""
    match = _UNFIT.search(text)
    return match[0][:most] if match else ""
