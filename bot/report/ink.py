"""Jinja inside one clause: compiles it in the immutable sandbox and gives spans; knows no sentence and no document.

Output nodes are rewritten when compiled, so that each printed value carries the names it came from through
any filter (jinja2 documentation, "Extensions", AST; "Sandbox").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.interview.known import Word
from bot.interview.passages import Span, Spans

# Private-use characters, which no answer may hold (bot/interview/characters.py).
_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_STRAIGHT = re.compile(r"""(["'])([^"']+)\1""")
_ENDED = re.compile("[。！？…][”’》）)]*$")
_MARKED = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_CLOSE}]*){_CLOSE}")


class ClauseError(Exception):
    """A clause is not good Jinja; `str()` says why."""


def quoted(text: str) -> str:
    """Put “” around a name that does not hold any; straight quotes become “”; a gap and a 《title》 stay bare."""
    text = _STRAIGHT.sub(r"“\2”", text)
    return text if "“" in text or text.startswith(("〔", "《")) else f"“{text}”"


def titled(text: str) -> str:
    """Put 《》 around the title of a document; where it holds some, a 文号 or several titles in a row it stays bare."""
    return text if any(mark in text for mark in "《〔、") else f"《{text}》"


def reaching(text: str) -> str:
    """Put 达到 before a share, unless it says 不低于 or the like itself."""
    return text if text.startswith(("不低于", "不少于", "超过", "〔")) else f"达到{text}"


def ended(text: str) -> str:
    """Put a full stop behind own words that have none, in place of a ，or the like; a gap keeps its mark inside."""
    text = text.rstrip("，、；：,;: \n")
    return text if _ENDED.search(text) else f"{text.removesuffix('.')}。"


def _tie(names: str, value: object) -> str:
    return f"{_OPEN}{names}{_MIDDLE}{value}{_CLOSE}"


_jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
_jinja.globals = {"tie": _tie}
_PARTS = (nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.Const)
_jinja.filters = {name: _jinja.filters[name] for name in ("join", "trim", "replace")} | {
    "quoted": quoted,
    "titled": titled,
    "reaching": reaching,
    "ended": ended,
}


@lru_cache(maxsize=4096)
def names_in(source: str) -> frozenset[str]:
    """Give the names a clause uses; ClauseError where it is more than text, names and the filters we have."""
    try:
        tree = _jinja.parse(source)
    except TemplateSyntaxError as error:
        raise ClauseError(error.message or "") from error
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _PARTS):
            raise ClauseError(type(node).__name__)
        if isinstance(node, nodes.Filter) and node.name not in _jinja.filters:
            raise ClauseError(f"No filter named {node.name!r}.")
    return frozenset(name.name for name in tree.find_all(nodes.Name))


@lru_cache(maxsize=4096)
def _compiled(source: str) -> Template:
    tree = _jinja.parse(source)
    for output in tree.find_all(nodes.Output):
        output.nodes = [_tied(node) for node in output.nodes]
    tree.set_environment(_jinja)
    return _jinja.from_string(tree)


def _tied(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        return node
    names = sorted({name.name for name in node.find_all(nodes.Name)} | _own_name(node))
    return nodes.Call(nodes.Name("tie", "load"), [nodes.Const(",".join(names)), node], [], None, None)


def _own_name(node: nodes.Expr) -> set[str]:
    return {node.name} if isinstance(node, nodes.Name) else set()


def write(source: str, words: Mapping[str, Word], item: int | None = None) -> Spans:
    """Write a clause with words: a span per value, naming its questions, and per stretch of prose between.

    `item` is the item of a list the words are about; the draft's own year and name come from no question.
    ClauseError for a name without a word.
    """
    template = _compiled(source)
    try:
        text = template.render({name: words[name].text for name in names_in(source)})
    except (TemplateError, KeyError) as error:
        raise ClauseError(str(error)) from error
    spans, end = [], 0
    for match in _MARKED.finditer(text):
        spans.append(Span(text[end : match.start()]))
        questions = tuple(dict.fromkeys(words[name].question for name in match[1].split(",") if name))
        spans.append(Span(match[2], tuple(filter(None, questions)), item))
        end = match.end()
    spans.append(Span(text[end:]))
    return tuple(span for span in spans if span.text)
