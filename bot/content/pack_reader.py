"""prompts/ into a Pack: pack.yaml, a file per section, and the bot's phrases; judges each file, not how they fit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import starmap
from pathlib import Path

from bot.content.conditions import read_conditions
from bot.content.yaml_nodes import EMPTY, Faults, Node, check_keys, read_yaml
from bot.errors import Problem
from bot.interview.pack import CHOOSING, Choice, Condition, Kind, Pack, Question, Section, Term

PACK_KEYS = {
    "name": True,
    "document": True,
    "heading": True,
    "sections": True,
    "terms": False,
    "library": False,
    "renamed": False,
    "literals": False,
    "alike": False,
}
SECTION_KEYS = {"title": True, "questions": True, "kept": False}
QUESTION_KEYS = {
    "id": True,
    "ask": True,
    "label": True,
    "kind": True,
    **dict.fromkeys(
        ("why", "example", "holder", "units", "endings", "choices", "other", "required", "decimal", "yearly"), False
    ),
    **dict.fromkeys(("optional", "public", "zero", "last_year", "group", "names"), False),
    **dict.fromkeys(
        ("default", "firm", "when", "used_by", "setting", "links", "of", "inside", "offers", "part_of"), False
    ),
}
WORDS = {
    "zero": ("drop", "say"),
    "last_year": ("show", "carry", "none"),
    "used_by": ("document", "bot"),
    "public": ("true", "false"),
    **dict.fromkeys(
        ("other", "required", "optional", "decimal", "yearly", "firm", "kept", "setting"), ("false", "true")
    ),
}
"""Keys that take one of a few words; the first is what holds where the key is absent."""

FIGURES_AND_DATES = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.PERIOD, Kind.FOLLOW_UP})
"""Kinds whose answers hold for one year."""

NOT_SECTIONS = ("pack.yaml", "sample.yaml")


@dataclass(frozen=True, slots=True)
class Where:
    """Where things stand, for what is found wrong later: each question, the pack, the phrases."""

    questions: dict[str, tuple[Faults, Node]]
    pack: tuple[Faults, Node]
    phrases: tuple[Faults, Node]


def read_pack(prompts: Path, pack_id: str, problems: list[Problem]) -> tuple[Pack, Where]:
    """Read a pack; whatever is wrong is added to `problems`, and what could be read is given."""
    folder = prompts / pack_id
    faults = Faults(f"prompts/{pack_id}/pack.yaml", problems)
    root = read_yaml(folder / "pack.yaml", faults)
    check_keys(root, PACK_KEYS, faults, "问卷")
    questions: dict[str, tuple[Faults, Node]] = {}
    spoken = Faults("prompts/phrases.yaml", problems)
    phrases = read_yaml(prompts / "phrases.yaml", spoken)
    names = root.mapping.get("sections", EMPTY).items
    sections = [
        _section(folder, name.text, questions, problems) for name in names if _file_is_there(folder, name, faults)
    ]
    families = [{unit.text for unit in family.items} for family in root.mapping.get("alike", EMPTY).items]
    _report_orphans(folder, {name.text for name in names}, problems)
    pack = Pack(
        pack_id,
        _text(root, "name"),
        _version(prompts),
        tuple(_with_alike(section, families) for section in sections),
        _text(root, "document"),
        _text(root, "heading"),
        tuple(_term(id_, node, faults) for id_, node in root.mapping.get("terms", EMPTY).mapping.items()),
        tuple(item.text for item in root.mapping.get("library", EMPTY).items),
        tuple(item.text for item in root.mapping.get("literals", EMPTY).items),
        {key: node.text for key, node in phrases.mapping.items()},
        {old: new.text for old, new in root.mapping.get("renamed", EMPTY).mapping.items()},
    )
    return pack, Where(questions, (faults, root), (spoken, phrases))


def _with_alike(section: Section, families: list[set[str]]) -> Section:
    """Let each count be written with the units that are as good as its own."""
    questions = []
    for question in section.questions:
        alike = {unit for family in families if family & {*question.units} for unit in family}
        questions.append(replace(question, also=tuple(sorted(alike - {*question.units}))))
    return replace(section, questions=tuple(questions))


def _text(node: Node, key: str) -> str:
    return node.mapping.get(key, EMPTY).text.strip()


def _texts(node: Node, key: str) -> dict[str, str]:
    return {id_: text.text for id_, text in node.mapping.get(key, EMPTY).mapping.items()}


def _version(prompts: Path) -> str:
    """Give a short mark that changes with any file of prompts/."""
    digest = hashlib.sha256()
    for file in sorted(prompts.rglob("*.yaml")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _file_is_there(folder: Path, name: Node, faults: Faults) -> bool:
    if (folder / f"{name.text}.yaml").is_file():
        return True
    faults.add(name.line, f"“{name.text}”一节没有文件 {name.text}.yaml，请新建，或从 sections 里删去")
    return False


def _report_orphans(folder: Path, names: set[str], problems: list[Problem]) -> None:
    for file in sorted(folder.glob("*.yaml")):
        if file.name not in NOT_SECTIONS and file.stem not in names:
            path = f"prompts/{folder.name}/{file.name}"
            problems.append(Problem(path, 1, f"pack.yaml 的 sections 里没有“{file.stem}”，请写进去，或删去这个文件"))


def _term(id_: str, node: Node, faults: Faults) -> Term:
    check_keys(node, {"of": True, "cases": True}, faults, f"词“{id_}”")
    cases = {case: word.text for case, word in node.mapping.get("cases", EMPTY).mapping.items()}
    return Term(id_, _text(node, "of"), cases)


def _section(folder: Path, name: str, where: dict[str, tuple[Faults, Node]], problems: list[Problem]) -> Section:
    faults = Faults(f"prompts/{folder.name}/{name}.yaml", problems)
    root = read_yaml(folder / f"{name}.yaml", faults)
    check_keys(root, SECTION_KEYS, faults, "")
    questions = []
    for node in root.mapping.get("questions", EMPTY).items:
        question = _question(node, faults)
        if question is None:
            continue
        if question.id in where:
            first = where[question.id]
            faults.add(
                node.mapping["id"].line,
                f"题号“{question.id}”在 {first[0].path}:{first[1].mapping['id'].line} 已经用过，请换一个",
            )
            continue
        where[question.id] = (faults, node)
        questions.append(question)
    return Section(name, _text(root, "title"), tuple(questions), _word(root, "kept", faults) == "true")


def _question(node: Node, faults: Faults) -> Question | None:
    """Read one question; None where it has no id or a kind that does not exist, which is noted."""
    check_keys(node, QUESTION_KEYS, faults, f"题“{_text(node, 'id')}”" if _text(node, "id") else "题")
    kind = _kind(node, faults)
    if kind is None or not _text(node, "id"):
        return None
    _check_fit(node, kind, faults)
    return Question(
        id=_text(node, "id"),
        ask=_text(node, "ask"),
        label=_text(node, "label"),
        kind=kind,
        why=_text(node, "why"),
        example=_text(node, "example"),
        holder=_text(node, "holder"),
        units=tuple(unit.text for unit in node.mapping.get("units", EMPTY).items),
        endings=tuple(ending.text for ending in node.mapping.get("endings", EMPTY).items),
        choices=tuple(starmap(Choice, _texts(node, "choices").items())),
        other=_word(node, "other", faults) == "true",
        required=_word(node, "required", faults) == "true",
        optional=_word(node, "optional", faults) == "true",
        public=_word(node, "public", faults) == "true",
        decimal=_word(node, "decimal", faults) == "true",
        yearly=_word(node, "yearly", faults) == "true",
        says_zero=_word(node, "zero", faults) == "say",
        last_year=_word(node, "last_year", faults),
        group=_text(node, "group"),
        names=tuple(name.text for name in node.mapping.get("names", EMPTY).items),
        default=_text(node, "default"),
        firm=_word(node, "firm", faults) == "true",
        when=_conditions(node, faults),
        for_bot=_word(node, "used_by", faults) == "bot",
        setting=_word(node, "setting", faults) == "true",
        links=_text(node, "links"),
        of=_text(node, "of"),
        part_of=_text(node, "part_of"),
        inside=_text(node, "inside"),
        offers=_texts(node, "offers"),
    )


def _kind(node: Node, faults: Faults) -> Kind | None:
    """Read the kind of a question; None where it has none or one that does not exist, which is noted."""
    kinds = [kind.value for kind in Kind]
    kind = node.mapping.get("kind", EMPTY)
    if kind.text and kind.text not in kinds:
        faults.add(kind.line, f"不认识的类型“{kind.text}”，可用：{'、'.join(kinds)}")
    return Kind(kind.text) if kind.text in kinds else None


def _check_fit(node: Node, kind: Kind, faults: Faults) -> None:
    """Note keys that do not fit the kind."""
    chooses = kind in CHOOSING - {Kind.YES_NO}
    if chooses and "choices" not in node.mapping:
        faults.add(node.line, f"题“{_text(node, 'id')}”是选择题，缺少“choices”，请补上")
    if "setting" in node.mapping and "default" not in node.mapping:
        faults.add(node.key_lines["setting"], f"题“{_text(node, 'id')}”放在设置里，不会问到，请给一个“default”")
    if kind is Kind.FOLLOW_UP and "of" not in node.mapping:
        faults.add(node.line, f"题“{_text(node, 'id')}”缺少“of”，请写上是哪一题的去年答案")
    if kind in FIGURES_AND_DATES and _text(node, "last_year") == "carry":
        faults.add(node.key_lines["last_year"], f"类型“{kind.value}”年年不同，不能沿用去年，请改成 show")
    for key, fits in (
        ("choices", chooses),
        ("other", chooses),
        ("units", kind is Kind.COUNT),
        ("endings", kind is Kind.TEXT),
        ("yearly", kind is Kind.DATE),
        ("links", kind is Kind.LIST),
        ("part_of", kind in {Kind.COUNT, Kind.PERCENT}),
        ("offers", kind is Kind.LIST),
        ("of", kind is Kind.FOLLOW_UP),
        ("inside", kind is Kind.TEXT and "endings" in node.mapping),
    ):
        if key in node.mapping and not fits:
            faults.add(node.key_lines[key], f"类型“{kind.value}”不能有“{key}”，请删去")


def _word(node: Node, key: str, faults: Faults) -> str:
    given = node.mapping.get(key)
    if given is None:
        return WORDS[key][0]
    if given.text not in WORDS[key]:
        faults.add(given.line, f"“{key}”只能写 {' 或 '.join(WORDS[key])}，现在是“{given.text}”")
        return WORDS[key][0]
    return given.text


def _conditions(node: Node, faults: Faults) -> tuple[Condition, ...]:
    given = node.mapping.get("when")
    if given is None:
        return ()
    conditions = read_conditions(given.text)
    if conditions is None:
        faults.add(given.line, f"条件“{given.text}”读不懂，请写成“题号”、“!题号”或“题号=选项”，几个之间用逗号")
    return conditions or ()
