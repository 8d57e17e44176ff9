"""The numbers of items on a 题单 after some were deleted and moved: one number for one item, out and in."""

from __future__ import annotations

import pytest

from bot.interview.events import Cleared
from bot.interview.inputs import Said
from bot.interview.outline import WHOLE, outline
from bot.interview.outline_changes import Comparison, compare
from bot.interview.scene import Scene
from bot.interview.values import Words
from tests.interview.test_outline import AT, KNOWN, PACK

PROBLEMS, CAUSES = PACK.codes["problems"], PACK.codes["causes"]
SAID = (
    f"{PROBLEMS} {PACK.questions['problems'].label}：\n人手不足\n经费不够\n场地太小\n设备老旧\n"
    f"{CAUSES} {PACK.questions['causes'].label}：\n编制少（对应①）\n没有专款（对应②）\n"
    "没有地方（对应③）\n没有更换（对应④）"
)


def told(scene: Scene, text: str) -> Comparison:
    return compare(scene, Said(AT, text))


def grown() -> Scene:
    """Four problems with a cause each; then the first is deleted, and the others are turned round."""
    scene = KNOWN.after(told(KNOWN, SAID).facts)
    turned = (answer._replace(position=9 - answer.item) for answer in scene.known.entries["problems"].answers[1:])
    return scene.after((Cleared(2025, "problems", 1, AT), *turned))


def links(scene: Scene) -> dict[str, tuple[int, ...]]:
    values = (answer.value for answer in scene.known.entries["causes"].answers)
    return {value.text: value.links for value in values if isinstance(value, Words)}


def sheet(scene: Scene) -> str:
    return "\n".join(outline(scene, WHOLE))


def test_an_item_has_one_number_as_itself_and_where_another_is_for_it() -> None:
    written = sheet(grown())
    for number, problem, cause in (
        (4, "设备老旧", "没有更换"),
        (2, "经费不够", "没有专款"),
        (3, "场地太小", "没有地方"),
    ):
        assert f"{PROBLEMS}-{number} {problem}\n" in written
        assert f"{cause}（对应{PROBLEMS}-{number}）" in written


def test_it_comes_back_as_it_went_out_whatever_was_moved_or_deleted_meanwhile() -> None:
    scene = KNOWN.after(told(KNOWN, SAID).facts)
    before = sheet(scene)
    assert told(scene, before).changes == ()
    moved = grown()
    assert told(moved, sheet(moved)).changes == ()
    found = told(moved, before)
    after = moved.after(found.facts)
    assert {text: links(after)[text] for text in ("没有专款", "没有地方", "没有更换")} == {
        "没有专款": (2,),
        "没有地方": (3,),
        "没有更换": (4,),
    }


def test_a_sheet_handed_out_before_is_read_by_place_as_it_was() -> None:
    moved = grown()
    text = f"{CAUSES} {PACK.questions['causes'].label}：\n无人修理（对应①）\n无人管理（对应②③）"
    assert links(moved.after(told(moved, text).facts)) == links(moved) | {"无人修理": (4,), "无人管理": (3, 2)}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("对应4", (4,)),  # no fourth stands there
        (f"对应{PROBLEMS}-4", (4,)),
        (f"对应{PROBLEMS.replace('.', '．')}—４、{PROBLEMS}-2", (4, 2)),
        ("对应1", (4,)),  # the first; the one once numbered so is gone
        ("对应2", None),  # the second, or that numbered so
        (f"对应{PROBLEMS}-1", None),  # deleted
        (f"对应{CAUSES}-2", None),  # of another question
        ("对应④", None),
    ],
)
def test_a_number_that_could_be_two_items_or_is_none_is_handed_back(typed: str, ids: tuple[int, ...] | None) -> None:
    moved = grown()
    found = told(moved, f"{CAUSES} {PACK.questions['causes'].label}：\n无人修理（{typed}）")
    assert links(moved.after(found.facts)).get("无人修理") == ids
    assert [each.why for each in found.unread] == ([] if ids else ["link_sheet"])
