"""YAML with the line of every key and value kept, all scalars as text; knows nothing of what the keys mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml

from bot.errors import Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same in C where it was built: ten times as fast, at every start."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a file and the line it stands on: a text, a list of nodes, or a mapping of keys to nodes."""

    value: str | list[Node] | dict[str, Node]
    line: int
    key_lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value of a scalar; "" for anything else."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> Sequence[Node]:
        """The members of a list; a single text counts as a list of one."""
        if isinstance(self.value, str):
            return [self] if self.value else []
        return self.value if isinstance(self.value, list) else []

    @property
    def mapping(self) -> Mapping[str, Node]:
        """The keys of a mapping; none for anything else."""
        return self.value if isinstance(self.value, dict) else {}


EMPTY = Node({}, 1)


@dataclass
class Faults:
    """Collects the problems of one file: `path` as people name it."""

    path: str
    problems: list[Problem]

    def add(self, line: int, text: str) -> None:
        """Note a fault: what is wrong and what to do."""
        self.problems.append(Problem(self.path, line, text))


def read_yaml(file: Path, faults: Faults) -> Node:
    """Read a file; faults of the YAML itself, repeated keys among them, are noted, and an empty mapping given."""
    try:
        tree = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        mark = getattr(error, "problem_mark", None)
        faults.add(mark.line + 1 if mark else 1, "文件读不懂，请检查缩进、冒号、引号和编码（UTF-8）")
        return EMPTY
    return _node(tree, faults) if tree is not None else EMPTY


def _node(tree: yaml.Node, faults: Faults) -> Node:
    line = tree.start_mark.line + 1
    if isinstance(tree, yaml.ScalarNode):
        return Node(str(tree.value), line)
    if isinstance(tree, yaml.SequenceNode):
        return Node([_node(item, faults) for item in tree.value], line)
    values: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in tree.value:
        key = str(key_node.value)
        if key in values:
            faults.add(key_node.start_mark.line + 1, f"键“{key}”在第{lines[key]}行已经写过，请删去一个")
            continue
        values[key], lines[key] = _node(value_node, faults), key_node.start_mark.line + 1
    return Node(values, line, lines)


def check_keys(node: Node, known: Mapping[str, bool], faults: Faults, what: str) -> None:
    """Note unknown keys, with the one likely meant, and required ones that are missing; `known`: key → required."""
    for key, line in node.key_lines.items():
        if key not in known:
            faults.add(line, f"{what}不认识的键“{key}”，{suggestion(key, known)}")
    for key, required in known.items():
        if required and key not in node.mapping:
            faults.add(node.line, f"{what}缺少“{key}”，请补上")


def suggestion(word: str, known: Iterator[str] | Mapping[str, object] | Sequence[str]) -> str:
    """Say which known word may be meant."""
    close = get_close_matches(word, list(known), n=1)
    return f"是不是“{close[0]}”？" if close else "请删去，或照说明改正"
