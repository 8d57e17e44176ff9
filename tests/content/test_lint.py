"""Every fault people can write into prompts/ and templates/ is found, in the right line, all of them at once."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import bot
from bot.content.content import read_content
from bot.errors import ContentError, Problem
from bot.interview.events import EDITOR, OWNER
from bot.interview.filing_screen import REASONS
from bot.interview.membership_screens import CONFIRMED
from bot.interview.pack import Kind
from bot.interview.phrases import PHRASES
from bot.interview.phrases_people import HELPED
from bot.interview.progress import Stage
from bot.interview.sensitive import What
from bot.interview.steps import MEDIA
from bot.interview.table import COMMANDS
from bot.interview.traced_screen import SOURCES
from bot.interview.values import Done, Nothing
from tests.short import CONTENT, HOME

PACK = "law_based_government"

# file | what is there | what is written instead (↵: a line end) | the line reported | what is said; +: also together
FAULTS = """
+ publicity.yaml | example: 16次 | exampel: 16次 | exampel | 不认识的键“exampel”，是不是“example”？
+ study.yaml | ↵    label: 干部学法受教育面 | | id: study_coverage | 题“study_coverage”缺少“label”，请补上
+ study.yaml | kind: percent | kind: percentage | percentage | 不认识的类型“percentage”，可用：count、money、
study.yaml | ↵    kind: percent | | id: study_coverage | 题“study_coverage”缺少“kind”，请补上
study.yaml | id: study_coverage↵    ask | ask | 学法受教育面达到 | 题缺少“id”，请补上
+ disputes.yaml | | ↵  - {id: leaflets, ask: 问, label: 题, kind: text} | {id: leaflets | 题号“leaflets”在 prompts/
+ study.yaml | 部门学法培训 | 学↵    when: penalties | when: | 条件里的题“penalties”问在后面
study.yaml | 部门学法培训 | 学↵    when: department_study | when: | 条件里的题“department_study”问在后面
+ powers.yaml | when: power_list | when: power_lst | when: | 没有题号“power_lst”，是不是“power_list”？
powers.yaml | when: power_list | when: power list | when: | 条件“power list”读不懂
powers.yaml | when: power_list | when: level=city | when: | 题“level”没有选项“city”
powers.yaml | when: power_list | when: '!level=town' | when: | 条件“!level=town”读不懂
pack.yaml | library: | renamed: {leaflets: audience}↵library: | renamed: | renamed 里的“leaflets”还在问，改了名的
pack.yaml | library: | renamed: {old: leaflet}↵library: | renamed: | “old”改成的“leaflet”没有这一题，是不是“leaflets”？
pack.yaml | library: | renamed: {a: b, b: a}↵library: | renamed: | 没有这一题
+ pack.yaml | sections: [unit, | sections: [unit, training, | sections: | “training”一节没有文件 training.yaml，请新建
pack.yaml | powers, enforcement | enforcement | powers.yaml | sections 里没有“powers”，请写进去，或删去这个文件
+ extra.yaml | | title: 多 | | pack.yaml 的 sections 里没有“extra”，请写进去，或删去这个文件
+ publicity.yaml | example: 5000余份 | choices: {a: 甲} | choices: {a | 类型“count”不能有“choices”，请删去
problems.yaml | example: 普法 | units: [条]↵    example: 普法 | units: | 类型“list”不能有“units”，请删去
problems.yaml | example: 普法 | other: true↵    example: 普法 | other: | 类型“list”不能有“other”，请删去
closing.yaml | kind: date | kind: text↵    yearly: true | yearly: | 类型“text”不能有“yearly”，请删去
closing.yaml | required: true | required: true↵    optional: yes | optional: | “optional”只能写 false 或 true
closing.yaml | required: true | required: true↵    public: no | public: | “public”只能写 true 或 false，现在是“no”
closing.yaml | required: true | required: yes | required: | “required”只能写 false 或 true，现在是“yes”
+ powers.yaml | | ↵  - {id: extra, ask: 问, label: 题, kind: text} | id: extra | 题“extra”的答案没有写进任何文书
powers.yaml | | ↵  - {id: extra, ask: 问, label: 题, kind: choice} | id: extra | 题“extra”是选择题，缺少“choices”
powers.yaml | | ↵  - {id: extra, ask: 问, label: 题, kind: text, zero: say} | id: extra | 没有一句以 !extra 为条件
+ unit.yaml | {party}书记 | {partei}书记 | {partei} | 没有“partei”这个词，是不是“party”？
study.yaml | 学法受教育面达到 | {penalties}学法受教育面达到 | {penalties} | 词“penalties”要等后面的题“penalties”
unit.yaml | "{county}{place}{office}" | "{head}{government_head}" | {government_head} | 词“government_head”要等后面的
unit.yaml | "{unit_place}" | "{village}" | "{village}" | 词“village”要等后面的题“level”，请换成前面的题得出的词，或调整
unit.yaml | default: "{level_word}" | default: "{place_kind}" | "{place_kind}" | 词“place_kind”要等后面的题“level”
unit.yaml | {government}联署 | {goverment}联署 | goverment | 没有“goverment”这个词，是不是“government”？
+ unit.yaml | label: 所在区县 | label: 甲↵    label: 乙 | label: 乙 | 键“label”在第6行已经写过
unit.yaml | title: 单位资料 | title: [ | questions | 文件读不懂，请检查缩进、冒号、引号和编码（UTF-8）
pack.yaml | county, cases: {区: 区委, | contry, cases: {区: 区委, | contry | 没有题号“contry”，是不是“county”？
pack.yaml | {place}{year}年度 | {plac}{year}年度 | {plac} | heading 里没有“plac”这个词，是不是“place”？
pack.yaml | document: work_summary | document: summary | document: | 没有文书“summary”
+ phrases.yaml | 前面没有了。 | 前面没有了{where}。 | {where} | “first_question”里的 {where} 没有来处，可用：无
+ phrases.yaml | button_today: 今天↵ | | | 缺少“button_today”这一句，请补上
phrases.yaml | | ↵button_tody: 今天 | button_tody | 没有用到“button_tody”这一句，是不是“button_today”？
phrases.yaml | | ↵button_today: 今日 | button_today: 今日 | 键“button_today”在第
+ disclosure.j2 | {{ supervised_by }} | {{ supervised }} | 自觉接受{{ | 没有题号“supervised”，是不是“supervised_by”？
+ legal_service.j2 | 【{{ adviser_work }}】 | 【{{ adviser_work }} | advisers | 【】没有成对，或者套了两层
disclosure.j2 | {{ supervised_by }} | 【甲【{{ supervised_by }}】】 | 自觉接受【 | 【】没有成对，或者套了两层
+ study.j2 | {{ place_kind }} | {{ place_kind } | coverage | 花括号里的写法读不懂
disclosure.j2 | {{ supervised_by }} | {{ supervised_by|upper }} | 自觉接受{{ | 花括号里的写法读不懂（No filter
disclosure.j2 | {{ supervised_by }} | {{ supervised_by + 1 }} | 自觉接受{{ | 花括号里的写法读不懂（Add）
disclosure.j2 | {{ supervised_by }} | {% for x in year %}{{ x }}{% endfor %} | 自觉接受{% | 花括号里的写法读不懂（For）
disclosure.j2 | {{ supervised_by }} | {% if supervised_by %} | 自觉接受{% | 花括号里的写法读不懂
disclosure.j2 | supervision: | channels: | 自觉接受{{ | 句号“channels”在第3行已经用过
disclosure.j2 | supervision: | supervision | 自觉接受{{ | 这一行读不懂，请写成“句号（英文）: 文字”
disclosure.j2 | supervision: | supervision (!a=b): | 自觉接受{{ | 条件“!a=b”读不懂
disclosure.j2 | supervision: | supervision (lead_group): | 自觉接受{{ | “lead_group”，是不是“leading_group”？
disclosure.j2 | | extra: 【* 甲】。 | extra | 【*】里要正好有一道列表题
+ next_steps.j2 | aim (frame): | ↵  另一种写法↵↵aim (frame): | 另一种写法 | 可上面没有句子，请去掉缩进
+ study.j2 | aim (frame): | aim: | aim | 这一句不取决于任何答案，请写上条件
study.j2 | | more (frame): 再接再厉。 | more | 一节只能有一句 (frame)
study.j2 | = 健全学法制度 | = 健全{{ year2 }}学法制度 | | 没有题号“year2”，是不是“year”？
work_summary.j2 | signer_party (signature=joint) | signer_party (signature=all) | @ signer_p | 没有选项“all”
work_summary.j2 | # {{ year }}年度法 | # {{ yaer }}年度法 | yaer | 没有题号“yaer”，是不是“year”？
work_summary.j2 | - powers | - power | - power | 没有“power”这一节的句子，是不是“powers”？
+ work_summary.j2 | - powers | * powers | * powers | 这一行读不懂，请写成“= 标题”“# 小标题”
work_summary.j2 | name = 工作总结 | | | 文书缺少名称，请加一行“name = 名称”
work_summary.j2 | > opening | | opening.j2 | 没有一份文书用到这一节，请写进文书
work_summary.j2 | 日期 signed | 签期 signed | 签期 | 没有“签期”这种行，请删去，或照说明改正
work_summary.j2 | 日期 signed | 印发日 signed | 印发日 | 没有“印发日”这种行，是不是“印发日期”？
work_summary.j2 | 日期 signed: {{ sign_date }} | | @ signer_party | 署了名，没有日期，请加一行“日期
work_summary.j2 | | 日期 again: {{ year }} | 日期 again | “日期”在第33行已经写过，一份文书只有一行
work_summary.j2 | 日期 signed: | 日期: | 日期: {{ | 这一行读不懂，请写成“句号（英文）: 文字”
work_summary.j2 | | 主送 signed: 甲： | 主送 | 句号“signed”在第33行已经用过
work_summary.j2 | | 主送 to (lead_group): 甲： | 主送 | “lead_group”，是不是“leading_group”？
work_summary.j2 | | 附件 table: {{ yaer }} | 附件 | 没有题号“yaer”，是不是“year”？
work_summary.j2 | | 附件 table: 表↵- pwers | - pwers | 没有“pwers”这一节的句子，是不是“powers”？
work_summary.j2 | | 文号 number: 甲｜乙 | 文号 | “｜”只能写在标题里（“=”或“附件”开头的一行），请去掉
work_summary.j2 | # 存在的主要问题 | # 存在的｜主要问题 | 存在的 | “｜”只能写在标题里
powers.j2 | | more (power_list): 甲｜乙。 | more | “｜”只能写在标题里
work_summary.j2 | name = 工作总结 | name = 工作总结↵seal = 要 | seal | “seal”只能写 是 或 否，现在是“要”
powers.j2 | 统一部署，依法 | 统一部署{{ officers }}，依法 | 部署 | 这一种与第一种不同：officers
publicity.j2 | 年内【共开展各类普法活动{{ publicity_events }}】， | 年内 | 年内 | 不同：publicity_events
study.j2 | {{ year }}年{{ party }} | 全年{{ party }} | 全年 | 不同：year，请改成一致
work_summary.j2 | @ signer: {{ unit_name }} | @ signer: {{ place }} | @ signer: | 与别的文书里的不同：place、unit_name
work_summary.j2 | = matter: {{ year }}年度 | = topic: 本年度 | = topic | 每一年都会印成一样
work_summary.j2 | # {{ year }}年度法 | # 年度法 | # 年度法 | “年度法治政府”前面没有年份
powers.j2 | 统一部署 | 统一三次部署 | 三次部署 | 三次部署，”里的数不是答案
powers.j2 | = | = 抓好2件事： | 抓好2件事 | 2件事
work_summary.j2 | # 存在的主要问题 | # 存在的两个问题 | 两个问题 | 里的数不是答案
powers.j2 | list (power_list) | list (power_list, !power_list) | list ( | “power_list”既要有内容，又要是“没有”
powers.yaml | when: power_list | when: level=town, level=street | when: | “level”只能选一项，却要求 street、town
powers.yaml | when: power_list | when: '!level' | when: | 题“level”答不出“没有”
study.yaml | kind: percent | kind: percent↵    default: 很多 | default: | default“很多”不是这一题能收的答案
publicity.yaml | label: 普法受众 | label: 发放宣传资料 # 重 | # 重 | 题“audience”与题“leaflets”的 label 相同
publicity.yaml | 受众有多少人次？ | 发放宣传资料多少份？ # 重 | # 重 | “leaflets”的 ask 相同
brief.j2 | > problems: problems | > problems: problem | > problems: | 没有“problem”这一句，是不是“problems”？
work_summary.j2 | - powers | - powers (power=joint) | - powers ( | 没有题号“power”
work_summary.j2 | # 存在的主要 | # (signature=both) 存在的主要 | (signature=both) | 没有选项“both”
pack.yaml | place_kind: {of: level, cases: {town | place_kind: {of: level, cases: {tawn | place_kind | 对不上：tawn
pack.yaml | literals: [ | literals: [百花齐放, | literals | 没有一句用到“百花齐放”
publicity.yaml | example: 16次 | example: 四五次吧 | 四五次 | 例“四五次吧”照着写会被退回
brief.j2 | | greeting = 你好 | | 没有一句用到“greeting = …”
work_summary.j2 | - powers↵ | | | 这份文书没有句“powers.list”
work_summary.j2 | - powers | - powers↵- powers | | 这份文书有2处句“powers.list”
second.j2 | | name = 又一份↵as = work_sumary | | 没有文书“work_sumary”，是不是“work_summary”？
brief.j2 | most = 1000 | most = 千 | most = | “most”要写字数
brief.j2 | most = 1000 | least = 短 | least = | “least”要写字数
problems.yaml | links: problems | links: problem | links: | 没有列表题“problem”，是不是“problems”？
problems.yaml | links: problems | links: next_steps | links: | 列表题“next_steps”问在后面
publicity.yaml | example: 5000余份 | part_of: leaflet | part_of: | 前面没有数量题“leaflet”
problems.yaml | links: problems | of: problems | of: | 类型“list”不能有“of”，请删去
closing.yaml | kind: date | kind: date↵    links: problems | links: | 类型“date”不能有“links”，请删去
organisation.yaml | of: next_steps | of: leaflets | of: leaflets | 没有列表题“leaflets”
organisation.yaml | ↵    of: next_steps | | id: last_plans | 题“last_plans”缺少“of”，请写上是哪一题的去年答案
publicity.yaml | example: 5000余份 | last_year: carry # 数 | # 数 | 类型“count”年年不同，不能沿用去年，请改成 show
second.j2 | | name = 又一份↵> opening | > opening | “opening”一节要用“report_verb”，请加一行“report_verb = …”
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for folder in ("prompts", "templates"):
        shutil.copytree(HOME / folder, tmp_path / folder)
    return tmp_path


def named(path: str) -> str:
    """Give the full path of a section's questions, of its sentences, or of the phrases."""
    folder = "templates" if path.endswith(".j2") else "prompts"
    return f"{folder}/{path}" if path == "phrases.yaml" else f"{folder}/{PACK}/{path}"


def plant(home: Path, path: str, old: str, new: str) -> None:
    """Write a fault into a file in the one place that reads so; with nothing old, at its end."""
    file = home / named(path)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert not old or text.count(old) == 1, (path, old)
    file.write_text(text.replace(old, new) if old else f"{text}{new}\n", encoding="utf-8")


def place(home: Path, path: str, at: str) -> tuple[str, int]:
    """Tell where a fault is to be reported: at the line that holds a text, at line 1, or in another file."""
    if at.endswith((".yaml", ".j2")):
        return named(at), 1
    lines = (home / named(path)).read_text(encoding="utf-8").splitlines()
    return named(path), next((number for number, line in enumerate(lines, 1) if at and at in line), 1)


def problems(home: Path) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        read_content(home)
    assert str(caught.value).splitlines() == [f"{p.path}:{p.line}: {p.text}" for p in caught.value.problems]
    return list(caught.value.problems)


def row(line: str) -> list[str]:
    return [part.strip(" ").replace("↵", "\n") for part in line.removeprefix("+ ").split(" |")]


def test_a_copy_of_sound_content_has_no_fault(home: Path) -> None:
    assert read_content(home).pack == CONTENT.pack


@pytest.mark.parametrize("fault", FAULTS.strip().splitlines())
def test_a_fault_is_reported_with_its_file_its_line_and_what_to_do(home: Path, fault: str) -> None:
    path, old, new, at, says = row(fault)
    plant(home, path, old, new)
    where = place(home, path, at)
    assert [p for p in problems(home) if (p.path, p.line) == where and says in p.text], problems(home)


def test_faults_of_twenty_kinds_are_all_reported_in_one_run(home: Path) -> None:
    faults = [row(line) for line in FAULTS.splitlines() if line.startswith("+")]
    assert len(faults) == 20
    for path, old, new, _, _ in faults:
        plant(home, path, old, new)
    reported = problems(home)
    assert reported == sorted(reported)
    for path, _, _, at, says in faults:
        where = place(home, path, at)
        assert [p for p in reported if (p.path, p.line) == where and says in p.text], (where, says)
    first = place(home, "publicity.yaml", "id: leaflets")
    assert any(f"在 {first[0]}:{first[1]} 已经用过" in p.text for p in reported)


@pytest.mark.parametrize(("path", "written"), [("study.j2", "学法".encode("gbk")), ("study.yaml", b"title: \x07")])
def test_a_file_that_is_no_text_is_a_fault_like_any_other(home: Path, path: str, written: bytes) -> None:
    (home / named(path)).write_bytes(written * 9)
    assert [p for p in problems(home) if (p.path, p.line) == (named(path), 1) and p.text.startswith("文件读不懂")]


def test_a_file_saved_by_an_editor_that_marks_its_encoding_is_read_all_the_same(home: Path) -> None:
    for path in ("study.j2", "study.yaml", "phrases.yaml", "pack.yaml"):
        file = home / named(path)
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    found = read_content(home)
    assert (found.pack.sections, found.prose) == (CONTENT.pack.sections, CONTENT.prose)


def calls() -> Iterator[tuple[str, ast.expr]]:
    """Every key the code looks up among the phrases, and every refusal's code, as an expression."""
    for file in Path(bot.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                at = {"say": 0, "_sentence": 0, "short": 1, "Refused": 0}.get(name)
                if at is not None:
                    yield ("code" if name == "Refused" else "key"), node.args[at]
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value).split(".")[-1] == "phrases":
                yield "key", node.slice
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in {"code", "hint"}:
                yield ("code" if ast.unparse(node.targets[0]) == "code" else "key"), node.value


def keys(kind: str) -> set[str]:
    """The constants among those expressions; an f-string as its text with {} for each part filled in."""
    found = set()
    for sort, expression in calls():
        parts = [expression.body, expression.orelse] if isinstance(expression, ast.IfExp) else [expression]
        for part in (part for part in parts if sort == kind):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                found.add(part.value)
            elif isinstance(part, ast.JoinedStr):
                found.add("".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in part.values))
    return found


def test_every_phrase_the_code_says_exists_and_every_phrase_is_said() -> None:
    families = {
        "question_{}": {"why", "example", "holder"},
        "nothing_{}": {nothing.value for nothing in Nothing},
        "hint_{}": {kind.value for kind in Kind if f"hint_{kind.value}" in PHRASES},
        "refused_{}": keys("code"),
        "held_{}": set(get_args(What)),
        "filing_seen_{}": set(get_args(What)),
        "reason_{}": set(REASONS),
        "button_check_{}": {"part", "passage"},
        "source_{}": set(SOURCES),
        "button_{}": {key.removeprefix("button_") for key in PHRASES if key.startswith("button_")},
        "outcome_{}": {done.value for done in Done},
        "plan_fact_{}": {done.value for done in Done},
        "act_{}": {"add", "add_removed", "remove", "rewrite"},
        "told_{}": {"rewritten", "added", "removed", "restored"},
        "stage_{}": {stage.value for stage in Stage},
        "mark_{}": {Stage.NEW.value, Stage.BEGUN.value},
        "command_{}": set(COMMANDS),
        "update_{}": {"added", "removed", "renamed", "changed"},
        "role_{}": {OWNER, EDITOR},
        "media_{}": set(MEDIA.values()),
        "help_{}": set(HELPED),
        "help_kind_{}": {kind.value for kind in Kind},
        "{}_ask": {*CONFIRMED.values()},
        "button_{}_yes": {*CONFIRMED.values()},
        "outline_kind_{}": {kind.value for kind in Kind if f"outline_kind_{kind.value}" in PHRASES},
        "outline_for_{}": {"whole", "missing", "holder"},
        "button_outline_{}": {"whole", "missing", "holder", "owing"},
        "button_store_{}": {"all", "new", "even", "none"},
        "comparing_{}": {"new", "changed"},
        "unread_{}": {key.removeprefix("unread_") for key in PHRASES if key.startswith("unread_")},
    }
    plain = {key for key in keys("key") if "{" not in key}
    assert {key for key in keys("key") if "{" in key} == families.keys()
    assert plain | {pattern.format(word) for pattern, words in families.items() for word in words} == PHRASES.keys()
