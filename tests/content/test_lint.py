"""Every fault people can write into prompts/ and templates/ is found, in the right line, all of them at once."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content.content import read_content, shipped
from bot.content.lint_prose import check_prose
from bot.content.pack_reader import read_pack
from bot.content.prose_reader import read_prose
from bot.errors import ContentError, Problem
from bot.interview.conversation import COMMANDS
from bot.interview.pack import Kind
from bot.interview.values import Nothing
from bot.interview.wording import PHRASES

PACK = "law_based_government"
CONTENT = read_content()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for folder in ("prompts", "templates"):
        shutil.copytree(shipped() / folder, tmp_path / folder)
    return tmp_path


def named(path: str) -> str:
    """Give the path of a section's questions, of its sentences, or of the phrases: publicity.yaml, publicity.j2."""
    if path == "phrases.yaml":
        return "prompts/phrases.yaml"
    return f"{'templates' if path.endswith('.j2') else 'prompts'}/{PACK}/{path}"


def plant(home: Path, path: str, old: str, new: str) -> None:
    """Write a fault into a file in the one place that reads so; with nothing old, at its end."""
    file = home / named(path)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert not old or text.count(old) == 1, (path, old)
    file.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")


def line_of(home: Path, path: str, at: str) -> int:
    """Tell which line holds this text; 1 for none."""
    lines = (home / named(path)).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if at and at in line), 1)


def problems(home: Path) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        read_content(home)
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
    return list(caught.value.problems)


def found(home: Path, path: str, at: str, says: str) -> bool:
    line = line_of(home, path, at)
    return any((p.path, p.line) == (named(path), line) and says in p.text for p in problems(home))


NEW = "\n  - {id: extra, ask: 问？, label: 题, kind: count%s}\n"
FAULTS: list[tuple[str, str, str, str, str]] = [  # file, what is there, what is written instead, faulty line, text
    ("publicity.yaml", "    example: 16次", "    exampel: 16次", "exampel", "不认识的键“exampel”，是不是“example”？"),
    ("study.yaml", "    label: 部门学法培训\n", "", "id: department_study", "题“department_study”缺少“label”，请补上"),
    ("study.yaml", "kind: percent", "kind: percentage", "percentage", "不认识的类型“percentage”，可用：count、"),
    ("study.yaml", "    kind: percent\n", "", "id: study_coverage", "缺少“kind”"),
    ("study.yaml", "  - id: study_coverage\n    ask", "  - ask", "学法受教育面达到", "题缺少“id”"),
    (
        "disputes.yaml",
        "",
        NEW.replace("extra", "leaflets") % "",
        "{id: leaflets",
        f"在 {named('publicity.yaml')}:41 已经",
    ),
    ("study.yaml", "    label: 部门学法培训", "    label: 学\n    when: penalties", "when:", "“penalties”问在后面"),
    ("study.yaml", "    label: 部门学法培训", "    label: 学\n    when: department_study", "when:", "问在后面"),
    ("powers.yaml", "when: power_list", "when: power_lst", "when:", "没有题号“power_lst”，是不是“power_list”？"),
    ("powers.yaml", "when: power_list", "when: power list", "when:", "条件“power list”读不懂"),
    ("powers.yaml", "when: power_list", "when: level=city", "when:", "题“level”没有选项“city”"),
    ("powers.yaml", "when: power_list", "when: '!level=town'", "when:", "条件“!level=town”读不懂"),
    (
        "pack.yaml",
        "sections: [unit, ",
        "sections: [unit, training, ",
        "sections:",
        "“training”一节没有文件 training.yaml",
    ),
    ("pack.yaml", "powers, enforcement", "enforcement", "", "没有“powers”"),
    ("powers2.yaml", "", "title: 多\nquestions: []\n", "", "pack.yaml 的 sections 里没有“powers2”"),
    (
        "publicity.yaml",
        "    example: 16次",
        "    choices: {a: 甲}",
        "choices: {a",
        "类型“count”不能有“choices”，请删去",
    ),
    ("problems.yaml", "    example: 普法", "    units: [条]\n    example: 普法", "units:", "类型“list”不能有“units”"),
    ("problems.yaml", "    example: 普法", "    other: true\n    example: 普法", "other:", "类型“list”不能有“other”"),
    ("closing.yaml", "kind: date", "kind: text\n    yearly: true", "yearly:", "类型“text”不能有“yearly”"),
    ("closing.yaml", "required: true", "required: yes", "required:", "“required”只能写 false 或 true，现在是“yes”"),
    ("powers.yaml", "", NEW % "", "id: extra", "题“extra”的答案没有写进任何文书"),
    ("powers.yaml", "", NEW.replace("count", "choice") % "", "id: extra", "题“extra”是选择题，缺少“choices”"),
    ("powers.yaml", "", NEW % ", zero: say, when: power_list", "id: extra", "没有一句以 !extra 为条件"),
    (
        "unit.yaml",
        'default: "{party}书记"',
        'default: "{partei}书记"',
        "{partei}",
        "没有“partei”这个词，是不是“party”？",
    ),
    ("unit.yaml", "只署{office}", "只署{ofice}", "choices:", "没有“ofice”这个词，是不是“office”？"),
    ("unit.yaml", "    label: 所在区县", "    label: 甲\n    label: 乙", "label: 乙", "键“label”在第6行已经写过"),
    ("unit.yaml", "title: 单位资料", "title: [", "kept", "文件读不懂"),
    (
        "pack.yaml",
        "{of: county, cases: {区: 区委,",
        "{of: contry, cases: {区: 区委,",
        "",
        "没有题号“contry”，是不是“county”",
    ),
    ("pack.yaml", "{place}{year}年度", "{plac}{year}年度", "", "heading 里没有“plac”这个词，是不是“place”？"),
    ("pack.yaml", "document: work_summary", "document: summary", "", "没有文书“summary”"),
    ("phrases.yaml", "前面没有了。", "前面没有了{where}。", "", "“first_question”里的 {where} 没有来处，可用：无"),
    ("phrases.yaml", "button_today: 今天\n", "", "", "缺少“button_today”这一句，请补上"),
    ("phrases.yaml", "", "\nbutton_tody: 今天\n", "", "没有用到“button_tody”这一句，是不是“button_today”？"),
    ("phrases.yaml", "", "\nbutton_today: 今日\n", "button_today: 今日", "键“button_today”在第"),
    (
        "disclosure.j2",
        "{{ supervised_by }}",
        "{{ supervised }}",
        "自觉接受{{",
        "没有题号“supervised”，是不是“supervised_by”",
    ),
    ("disclosure.j2", "{{ supervised_by }}", "【{{ supervised_by }}", "自觉接受【", "【】没有成对"),
    (
        "disclosure.j2",
        "{{ supervised_by }}",
        "【甲【{{ supervised_by }}】】",
        "自觉接受【",
        "【】没有成对，或者套了两层",
    ),
    ("disclosure.j2", "{{ supervised_by }}", "{{ supervised_by }", "自觉接受{{", "花括号里的写法读不懂"),
    (
        "disclosure.j2",
        "{{ supervised_by }}",
        "{{ supervised_by | upper }}",
        "自觉接受{{",
        "花括号里的写法读不懂（No filter",
    ),
    ("disclosure.j2", "supervision: ", "channels: ", "自觉接受{{", "句号“channels”在第3行已经用过"),
    ("disclosure.j2", "supervision: ", "supervision ", "自觉接受{{", "这一行读不懂，请写成“句号（英文）: 文字”"),
    ("disclosure.j2", "supervision: ", "supervision (!a=b): ", "自觉接受{{", "条件“!a=b”读不懂"),
    ("disclosure.j2", "supervision: ", "supervision (lead_group): ", "自觉", "“lead_group”，是不是“leading_group”？"),
    ("disclosure.j2", "", "extra: 【* 甲】。\n", "extra", "【*】里要正好有一道列表题"),
    ("next_steps.j2", "aim (frame): ", "\n  另一种写法\n\naim (frame): ", "另一种", "可上面没有句子"),
    ("study.j2", "aim (frame): ", "aim: ", "aim", "这一句不取决于任何答案"),
    ("study.j2", "", "more (frame): 再接再厉。\n", "more", "一节只能有一句 (frame)"),
    ("study.j2", "= 健全学法制度", "= 健全{{ year2 }}学法制度", "", "没有题号“year2”，是不是“year”？"),
    (
        "work_summary.j2",
        "signer_party (signature=joint)",
        "signer_party (signature=both)",
        "@ signer_p",
        "没有选项“both”",
    ),
    ("work_summary.j2", "# {{ year }}年度", "# {{ yaer }}年度", "yaer", "没有题号“yaer”，是不是“year”？"),
    ("work_summary.j2", "- powers", "- power", "- power", "没有“power”这一节的句子，是不是“powers”？"),
    ("work_summary.j2", "- powers", "* powers", "* powers", "这一行读不懂，请写成“= 标题”“# 小标题”"),
    ("work_summary.j2", "name = 工作总结\n", "", "", "文书缺少名称"),
    ("work_summary.j2", "report_verb = 总结如下\n", "", "> opening", ""),
    ("work_summary.j2", "- powers\n", "", "", ""),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]} {fault[2]}".strip())
def test_a_fault_is_reported_with_its_file_line_and_what_to_do(home: Path, fault: tuple[str, ...]) -> None:
    path, old, new, at, says = fault
    plant(home, path, old, new)
    assert found(home, path, at, says), problems(home)
