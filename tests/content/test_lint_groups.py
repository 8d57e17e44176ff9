"""Groups that no phone can show, and names that tell no question from another, are found in the right line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.lint_groups import MOST
from tests.content.test_lint import home, place, plant, problems

__all__ = ["home"]

ONE_MORE = "  - {id: more, ask: 甲, label: 乙, kind: text, group: enforcement_figures}"
ALONE = "label: 三调联动"
FAULTS = [
    ("disputes.yaml", ALONE, f"{ALONE}\n    group: alone", "group: alone", "组“alone”只有一题，请再加题"),
    ("disputes.yaml", ALONE, f"{ALONE}\n    group: study", "group: study", "组“study”的题不相连（前面在“学法”"),
    (
        "enforcement.yaml",
        "罚没款]",
        f"罚没款]\n{ONE_MORE}",
        "id: more",
        f"有{MOST + 1}题，一屏最多{MOST}题",
    ),
    ("study.yaml", "kind: percent", "kind: list", "", "类型“list”不能与别的题一屏问，请删去“group”"),
    ("publicity.yaml", "受益群众, 受教育群众", "手册", "names: [手册]", "同组的别的题也叫“手册”，请换一个"),
    ("disputes.yaml", ALONE, f"{ALONE}\n    names: [联动]", "names: [联动]", "只有“group”里的题用得着“names”"),
    ("closing.yaml", "last_year: none", "names: [日期]", "names: [日期]", "只有“group”里的题用得着“names”"),
]


@pytest.mark.parametrize(("path", "old", "new", "at", "says"), FAULTS)
def test_a_fault_of_a_group_is_reported_in_its_line(
    home: Path, path: str, old: str, new: str, at: str, says: str
) -> None:
    plant(home, path, old, new)
    file, line = place(home, path, at)
    assert [p for p in problems(home) if p.path == file and says in p.text and (not at or p.line == line)]
