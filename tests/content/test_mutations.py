"""A variable or a question renamed, dropped or added anywhere in the shipped content is named by the check.

Changes that do not meet are made together and looked for each at its own place.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content.content import PACK, read_content, shipped
from bot.content.lint import check_pack
from bot.content.lint_documents import check_documents
from bot.content.lint_groups import check_groups
from bot.content.lint_prose import check_prose
from bot.content.lint_sense import check_sense
from bot.content.pack_reader import Where, read_pack
from bot.content.prose_reader import read_prose
from bot.errors import Problem
from bot.interview.pack import Pack

VARIABLE = re.compile(r"\{\{ ([a-z][a-z0-9_]*)[^}]*\}\}")
NAME = re.compile(r"(?:\{\{ |\(!?)(?!frame\b)([a-z][a-z0-9_]*)")
PROSE = sorted(file.name for file in (shipped() / "templates" / PACK).glob("*.j2"))
CONTENT = read_content()
SHIPPED = read_pack(shipped() / "prompts", PACK, [])
SECTIONS = [section.id for section in CONTENT.pack.sections]


@dataclass(frozen=True)
class Change:
    """A place of a text and what is written there; the lines where it is to be reported, and what is to be named."""

    start: int
    end: int
    new: str
    lines: range
    named: str

    def tells(self, problem: Problem, name: str) -> bool:
        """Tell whether a problem is this change's: at its lines, or in the file of questions for one that is unused."""
        return self.named in problem.text and (problem.path != name or problem.line in self.lines)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    for name in ("prompts", "templates"):
        shutil.copytree(shipped() / name, folder / name)
    return folder


def problems(home: Path, questions: tuple[Pack, Where] | None = None) -> list[Problem]:
    """Everything `check` says of the prose and the questions; those as shipped need not be read again."""
    found: list[Problem] = []
    pack, where = questions or read_pack(home / "prompts", PACK, found)
    prose = read_prose(home / "templates", PACK, tuple(section.id for section in pack.sections), found)
    found += [*check_pack(pack, where), *check_groups(pack, where)]
    found += [*check_prose(pack, prose, where), *check_sense(pack, prose, where)]
    return [*found, *check_documents(pack, prose)]


def unseen(home: Path, file: Path, changes: Iterable[Change]) -> list[Change]:
    """Make changes of a file together, and give those that nothing was said of."""
    sound = text = file.read_text(encoding="utf-8")
    changes = sorted(changes, key=lambda change: -change.start)
    for change in changes:
        text = text[: change.start] + change.new + text[change.end :]
    file.write_text(text, encoding="utf-8")
    said, name = problems(home, SHIPPED), str(file.relative_to(home))
    file.write_text(sound, encoding="utf-8")
    return [change for change in changes if not any(change.tells(problem, name) for problem in said)]


def line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def renamed(text: str) -> Iterator[Change]:
    for match in NAME.finditer(text):
        line = line_of(text, match.start())
        yield Change(match.end(), match.end(), "zz", range(line, line + 1), f"{match[1]}zz")


def added(text: str) -> Iterator[Change]:
    for match in VARIABLE.finditer(text):
        line = line_of(text, match.start())
        yield Change(match.end(), match.end(), "{{ zz }}", range(line, line + 1), "“zz”")


def dropped(text: str) -> Iterator[tuple[int, Change]]:
    """Give every variable left out, with the line its sentence begins at; a line left without any is told by itself."""
    lines = text.split("\n")
    for match in VARIABLE.finditer(text):
        first = last = line_of(text, match.start())
        while lines[first - 1][:1].isspace():
            first -= 1
        while last < len(lines) and lines[last][:1].isspace():
            last += 1
        left = lines[first - 1].replace(match[0], "", 1)
        named = "" if left.startswith(("#", "一览表")) or not VARIABLE.search(left) else match[1]
        yield first, Change(match.start(), match.end(), "", range(first, last + 1), named)


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("change", [renamed, added])
def test_a_variable_renamed_or_added_is_named(home: Path, name: str, change: Callable[[str], Iterator[Change]]) -> None:
    file = home / "templates" / PACK / name
    assert unseen(home, file, change(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", PROSE)
def test_a_variable_dropped_is_named(home: Path, name: str) -> None:
    file = home / "templates" / PACK / name
    sentences: dict[int, list[Change]] = defaultdict(list)
    for first, change in dropped(file.read_text(encoding="utf-8")):
        sentences[first].append(change)
    rounds = max(map(len, sentences.values()), default=0)
    together = [[changes[at] for changes in sentences.values() if at < len(changes)] for at in range(rounds)]
    assert [missed for changes in together for missed in unseen(home, file, changes)] == []


def questions(text: str) -> Iterator[tuple[str, int, int]]:
    """Give each question of a section's file with where it begins and ends."""
    starts = [match.start() for match in re.finditer(r"(?m)^  - (?=id: |\{id: )", text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        (id_,) = re.findall(r"id: ([a-z0-9_]+)", text[start:end])[:1]
        yield id_, start, end


@pytest.mark.parametrize("section", SECTIONS)
def test_a_question_renamed_dropped_or_added_is_named(home: Path, section: str) -> None:
    file = home / "prompts" / PACK / f"{section}.yaml"
    sound = file.read_text(encoding="utf-8")
    found = list(questions(sound))
    assert [id_ for id_, _, _ in found] == [id_ for id_, of in CONTENT.pack.section_of.items() if of.id == section]
    mutants = [(sound.replace("id: ", "id: zz"), {f"“zz{id_}”" for id_, _, _ in found})]
    for first in (0, 1):
        kept = [sound[start:end] for _, start, end in found[first::2]]
        mutants.append((sound[: found[0][1]] + "".join(kept), {f"“{id_}”" for id_, _, _ in found[1 - first :: 2]}))
    mutants.append((f"{sound.rstrip()}\n  - {{id: zz, ask: 问, label: 题, kind: text}}\n", {"“zz”"}))
    for text, named in mutants:
        file.write_text(text, encoding="utf-8")
        said = "\n".join(problem.text for problem in problems(home))
        assert {name for name in named if name not in said} == set()
    file.write_text(sound, encoding="utf-8")
