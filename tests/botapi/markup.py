"""Telegram's HTML: text with tags in, plain text and entities out, or a refusal; knows no messages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.errors import bad

Entity = dict[str, Any]

TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    **{name: name for name in ("code", "pre", "blockquote")},
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}  # any other name stays as it is written
TOKEN = re.compile(
    r"""<(?P<end>/?)(?P<name>[^\s>]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^>"'])*)>
      | (?P<unclosed><)
      | &(?:(?P<named>lt|gt|amp|quot)(?![A-Za-z])|\#(?P<dec>\d{1,7})|\#x(?P<hex>[\dA-Fa-f]{1,6}));?""",
    re.VERBOSE,
)
ATTRIBUTE = re.compile(r"""([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s]*))?""")


def units(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parsed(raw: str, mode: str | None, entities: list[Entity] | None = None) -> tuple[str, list[Entity]]:
    """The text a phone shows and what is marked in it; blanks and empty lines around the text are dropped."""
    if mode and mode.upper() != "HTML":
        raise bad("unsupported parse_mode")
    text, found = _Html(raw).parse() if mode else (raw, entities or [])
    start = units(text) - units(text.lstrip(" \n"))
    end = units(text.rstrip(" \n"))
    kept = []
    for entity in found:
        first, last = max(entity["offset"], start), min(entity["offset"] + entity["length"], end)
        if first < last:
            kept.append(entity | {"offset": first - start, "length": last - first})
    return text.strip(" \n"), kept[:100]


@dataclass
class _Html:
    """One pass over one text."""

    raw: str
    text: str = ""
    open: list[tuple[str, Entity]] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Entity]]:
        done = 0
        for token in TOKEN.finditer(self.raw):
            self.text += self.raw[done : token.start()]
            done = token.end()
            if token["unclosed"]:
                raise self._wrong("Unclosed start tag", token)
            if token["name"] is None:
                self.text += _character(token)
            elif token["end"]:
                self._close(token)
            else:
                self._begin(token)
        self.text += self.raw[done:]
        if self.open:
            name = self.open[-1][0]
            raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
        order = sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return self.text, order

    def _begin(self, token: re.Match[str]) -> None:
        name = token["name"].lower()
        if name not in TAGS:
            raise self._wrong(f'Unsupported start tag "{name}"', token)
        given = {key.lower(): value.strip("\"'") for key, value in ATTRIBUTE.findall(token["rest"])}
        if name == "span" and given.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', token)
        entity: Entity = {"type": TAGS[name], "offset": units(self.text)}
        if name == "a":
            entity["url"] = given.get("href", "")
        if name == "blockquote" and any(tag == name for tag, _ in self.open):
            raise self._wrong("Blockquote can't be nested", token)
        if name == "blockquote" and "expandable" in given:
            entity["type"] = "expandable_blockquote"
        self.open.append((name, entity))

    def _close(self, token: re.Match[str]) -> None:
        if not self.open:
            raise self._wrong("Unexpected end tag", token)
        name, entity = self.open.pop()
        found = token["name"].lower()
        if found and found != name:
            raise self._wrong("Unmatched end tag", token, f', expected "</{name}>", found "</{found}>"')
        if entity.get("url", "any"):  # a link that leads nowhere is plain text
            entity["length"] = units(self.text) - entity["offset"]
            self.entities.append(entity)

    def _wrong(self, what: str, token: re.Match[str], more: str = "") -> Exception:
        offset = len(self.raw[: token.start()].encode())
        return bad(f"can't parse entities: {what} at byte offset {offset}{more}")


def _character(token: re.Match[str]) -> str:
    if token["named"]:
        return NAMED[token["named"]]
    code = int(token["dec"]) if token["dec"] else int(token["hex"], 16)
    return chr(code) if 0 < code < 0x110000 else token[0]
