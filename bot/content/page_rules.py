"""prompts/page_rules.yaml into the words of the format check, held against the rules there are in the code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.content.yaml_nodes import EMPTY, Faults, Node, check_keys, read_yaml, suggestion
from bot.errors import Problem
from bot.examine.wording import PLACES, RULES, SAYINGS, RuleWords, Words
from bot.interview.wording import places

PAGE_RULES_KEYS = {"sayings": True, "places": True, "rules": True}
RULE_KEYS = {"name": True, "wanted": True, "cases": True}


def read_page_rules(prompts: Path, problems: list[Problem]) -> Words:
    """Read the words; whatever is wrong is added to `problems`, and what could be read is given."""
    faults = Faults("prompts/page_rules.yaml", problems)
    root = read_yaml(prompts / "page_rules.yaml", faults)
    check_keys(root, PAGE_RULES_KEYS, faults, "这个文件")
    sayings, spots, rules = (root.mapping.get(key, EMPTY) for key in PAGE_RULES_KEYS)
    _check(sayings, SAYINGS, faults)
    _check(spots, PLACES, faults)
    _same(rules, RULES, faults, "规则")
    for rule, node in rules.mapping.items():
        check_keys(node, RULE_KEYS, faults, f"规则{rule}")
        _check(node.mapping.get("cases", EMPTY), RULES.get(rule, {}), faults)
        _fillable("name", node.mapping.get("name", EMPTY), (), faults)
        _fillable("wanted", node.mapping.get("wanted", EMPTY), (), faults)
    return Words({rule: _words(node) for rule, node in rules.mapping.items()}, _texts(spots), _texts(sayings))


def _words(node: Node) -> RuleWords:
    name, wanted, cases = (node.mapping.get(key, EMPTY) for key in RULE_KEYS)
    return RuleWords(name.text, wanted.text, _texts(cases))


def _texts(node: Node) -> Mapping[str, str]:
    return {key: value.text for key, value in node.mapping.items()}


def _check(node: Node, known: Mapping[str, frozenset[str]], faults: Faults) -> None:
    """Find sentences that are missing, that nobody says, or that name a place nothing fills."""
    _same(node, known, faults, "句子")
    for key, text in node.mapping.items():
        _fillable(key, text, known.get(key, ()), faults)


def _same(node: Node, known: Mapping[str, object], faults: Faults, what: str) -> None:
    for key in known.keys() - node.mapping.keys():
        faults.add(node.line, f"缺少{what}“{key}”，请补上")
    for key, line in node.key_lines.items():
        if key not in known:
            faults.add(line, f"没有用到{what}“{key}”，{suggestion(key, list(known))}")


def _fillable(key: str, text: Node, known: Iterable[str], faults: Faults) -> None:
    for name in sorted(places(text.text) - set(known)):
        faults.add(text.line, f"“{key}”里的 {{{name}}} 没有来处，可用：{'、'.join(sorted(known)) or '无'}")
