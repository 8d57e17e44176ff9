"""One thing at a time is made wrong in a good file: the rule it breaks speaks, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.content.content import Content
from bot.examine.report import examined
from bot.examine.wording import RULES
from tests.examine.good import BLANK, FANG, HEI, SECTION, TITLE_TEXT, at, good, para, parts, run, title, zipped

Parts = dict[str, str]
Change = Callable[[Parts], None]


def part(name: str, old: str, new: str) -> Change:
    """Change the first such text of a part."""

    def change(given: Parts) -> None:
        assert old in given[name], old
        given[name] = given[name].replace(old, new, 1)

    return change


def whole(old: str, new: str) -> Change:
    return part("word/document.xml", old, new)


def near(anchor: str, old: str, new: str) -> Change:
    """Change the first such text of the paragraph that holds the anchor."""

    def change(given: Parts) -> None:
        paras = given["word/document.xml"].split("<w:p>")
        number = next(number for number, para in enumerate(paras) if anchor in para)
        assert old in paras[number], old
        paras[number] = paras[number].replace(old, new, 1)
        given["word/document.xml"] = "<w:p>".join(paras)

    return change


def both(*changes: Change) -> Change:
    def change(given: Parts) -> None:
        for one in changes:
            one(given)

    return change


def every(old: str, new: str) -> Change:
    def change(given: Parts) -> None:
        assert old in given["word/document.xml"], old
        given["word/document.xml"] = given["word/document.xml"].replace(old, new)

    return change


def before(anchor: str, new: str) -> Change:
    """Put something above the paragraph that holds the anchor."""

    def change(given: Parts) -> None:
        text = given["word/document.xml"]
        start = text.rindex("<w:p>", 0, text.index(anchor))
        given["word/document.xml"] = text[:start] + new + text[start:]

    return change


def without(anchor: str) -> Change:
    """Leave out the paragraph above the one that holds the anchor: the blank line."""

    def change(given: Parts) -> None:
        text = given["word/document.xml"]
        start = text.rindex("<w:p>", 0, text.index(anchor))
        above = text.rindex("<w:p>", 0, start)
        assert "<w:t" not in text[above:start]
        given["word/document.xml"] = text[:above] + text[start:]

    return change


def signed(*lines: tuple[str, float]) -> Change:
    """Put other names, and a date last, at other cells."""

    def change(given: Parts) -> None:
        old = para(run("黔江区白土乡人民政府"), ind=at(16)) + para(run("2026年1月8日"), ind=at(18))
        assert old in given["word/document.xml"]
        new = "".join(para(run(text), ind=at(cell)) for text, cell in lines)
        given["word/document.xml"] = given["word/document.xml"].replace(old, new)

    return change


def untitled(given: Parts) -> None:
    """Leave out the title with the lines above it."""
    above = BLANK + BLANK + title(TITLE_TEXT)
    assert above in given["word/document.xml"]
    given["word/document.xml"] = given["word/document.xml"].replace(above, "")


def restarted(given: Parts) -> None:
    """Give the annex a section of its own that counts its pages from one."""
    section = SECTION.replace("<w:docGrid", '<w:pgNumType w:start="1"/><w:docGrid')
    given["word/document.xml"] = given["word/document.xml"].replace(SECTION, section)
    before("附件1", f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>")(given)


BODY_TEXT, LEVEL_1, LEVEL_2, LEVEL_3 = "继续抓好", "主要工作", "加强组织领导", "健全制度"
TITLE = "工作情况的报告"
FIRST = 'w:firstLineChars="200" w:firstLine="632"'
PITCH = 'w:line="579" w:lineRule="exact"'
FOOT, EVEN, SETTINGS = "word/footer1.xml", "word/footer2.xml", "word/settings.xml"
EAST = f'w:eastAsia="{FANG}"'
BOLD = '<w:b/><w:sz w:val="32"/>'
WORDS = '<w:t xml:space="preserve">'
SIZE = '<w:sz w:val="32"/>'

MUTATIONS: list[tuple[str, str, Change]] = [
    ("P1", "Letter", whole('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
    ("P1", "横向", whole('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')),
    ("P2", "上25.4", whole('w:top="2098"', 'w:top="1440"')),
    ("P2", "左30", whole('w:left="1588"', 'w:left="1701"')),
    ("P2", "装订线占宽", whole('w:gutter="0"', 'w:gutter="284"')),
    ("P3", "右31.7", whole('w:right="1474"', 'w:right="1797"')),
    ("P3", "下25.4", whole('w:bottom="1984"', 'w:bottom="1440"')),
    ("P4", "36磅", every(PITCH, 'w:line="720" w:lineRule="exact"')),
    ("P4", "1.5倍", every(PITCH, 'w:line="360" w:lineRule="auto"')),
    ("P5", "不收紧", every('<w:spacing w:val="-4"/>', "")),
    ("P6", "一段40磅", near(BODY_TEXT, PITCH, 'w:line="800" w:lineRule="exact"')),
    ("P6", "一段字距2磅", near(BODY_TEXT, 'w:spacing w:val="-4"', 'w:spacing w:val="40"')),
    ("P7", "红字", near(BODY_TEXT, SIZE, '<w:color w:val="FF0000"/>' + SIZE)),
    ("P7", "黄底", near(BODY_TEXT, SIZE, SIZE + '<w:highlight w:val="yellow"/>')),
    ("P8", "装订线在右", whole("<w:docGrid", "<w:rtlGutter/><w:docGrid")),
    ("F1", "黑体", near(TITLE, 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"')),
    ("F1", "小二", near(TITLE, 'w:val="44"', 'w:val="36"')),
    ("F1", "加粗", near(TITLE, '<w:sz w:val="44"/>', '<w:b/><w:sz w:val="44"/>')),
    ("F2", "宋体", near(BODY_TEXT, EAST, 'w:eastAsia="宋体"')),
    ("F2", "四号", near(BODY_TEXT, SIZE, '<w:sz w:val="28"/>')),
    ("F2", "落款宋体", near("2026年1月8日", EAST, 'w:eastAsia="宋体"')),
    ("F3", "仿宋", near(LEVEL_1, 'w:eastAsia="黑体"', EAST)),
    ("F3", "加粗", near(LEVEL_1, SIZE, BOLD)),
    ("F4", "黑体", near(LEVEL_2, 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="黑体"')),
    ("F4", "加粗", near(LEVEL_2, SIZE, BOLD)),
    ("F5", "黑体", near(LEVEL_3, EAST, 'w:eastAsia="黑体"')),
    ("F6", "五号", part(FOOT, '<w:sz w:val="28"/>', '<w:sz w:val="21"/>')),
    ("F6", "西文字体", part(FOOT, 'w:ascii="宋体"', 'w:ascii="Times New Roman"')),
    ("F7", "Calibri", near(BODY_TEXT, f'w:ascii="{FANG}"', 'w:ascii="Calibri"')),
    ("F8", "主题字体", near(BODY_TEXT, EAST, 'w:eastAsiaTheme="minorEastAsia"')),
    ("F8", "没有中文字体", near(BODY_TEXT, f' {EAST}', "")),
    ("F9", "引号", near("深入贯彻", f'w:hint="eastAsia" w:ascii="{FANG}"', 'w:ascii="Times New Roman"')),
    ("A1", "不缩进", near(BODY_TEXT, f"<w:ind {FIRST}/>", "")),
    ("A1", "缩进4字", near(BODY_TEXT, FIRST, 'w:firstLineChars="400" w:firstLine="1264"')),
    ("A1", "全角空格", near(BODY_TEXT, BODY_TEXT, f"　　{BODY_TEXT}")),
    ("A1", "整段左缩进", near(BODY_TEXT, FIRST, 'w:left="632"')),
    ("A2", "左对齐", near(BODY_TEXT, 'w:jc w:val="both"', 'w:jc w:val="left"')),
    ("A3", "段后6磅", near(BODY_TEXT, 'w:after="0"', 'w:after="120"')),
    ("A4", "孤行控制", near(BODY_TEXT, '<w:widowControl w:val="0"/>', "<w:widowControl/>")),
    ("A4", "与下段同页", near("深入贯彻", "<w:widowControl", "<w:keepNext/><w:widowControl")),
    ("A5", "自动间距", near(BODY_TEXT, '<w:autoSpaceDN w:val="0"/>', "")),
    ("A6", "首尾字符", near(BODY_TEXT, "<w:autoSpaceDE", '<w:kinsoku w:val="0"/><w:autoSpaceDE')),
    ("A7", "断开数字", near(BODY_TEXT, "<w:autoSpaceDE", '<w:wordWrap w:val="0"/><w:autoSpaceDE')),
    ("T1", "标题左对齐", near(TITLE, 'w:jc w:val="center"', 'w:jc w:val="left"')),
    ("T1", "没有标题", untitled),
    ("T2", "只剩一字", near(TITLE, "工作情况的报告", "工作情况的报</w:t><w:br/><w:t>告")),
    ("T3", "上面空四行", before("黔江区白土乡人民政府</w:t><w:br/>", BLANK * 2)),
    ("T4", "标题28.95磅", near(TITLE, 'w:line="720"', 'w:line="579"')),
    ("T5", "标题句号", near(TITLE, "报告", "报告。")),
    ("T5", "标题逗号", near(TITLE, "法治政府建设", "法治政府，建设")),
    ("T6", "主送缩进", near("黔江区人民政府：", "<w:jc", f"<w:ind {FIRST}/><w:jc")),
    ("T6", "主送半角冒号", near("黔江区人民政府：", "黔江区人民政府：", "黔江区人民政府:")),
    ("T6", "主送不空行", without("黔江区人民政府：")),
    ("N1", "从二开始", near(LEVEL_1, "一、", "二、")),
    ("N1", "跳号", near("健全制度", "2.", "3.")),
    ("N1", "没有上级", whole(para(run("一、主要工作", HEI)), "")),
    ("N2", "一．", near(LEVEL_1, "一、", "一．")),
    ("N2", "（一）、", near(LEVEL_2, "（一）", "（一）、")),
    ("N2", "(一)", near(LEVEL_2, "（一）", "(一)")),
    ("N2", "1、", near("压实责任", "1.", "1、")),
    ("N2", "(1)", near("明确分工", "（1）", "(1)")),
    ("N3", "标题句号", near(LEVEL_1, LEVEL_1, LEVEL_1 + "。")),
    ("N4", "一是、", near("办理案件", "一是", "一是、")),
    ("N4", "第一、", near(BODY_TEXT, BODY_TEXT, f"第一、{BODY_TEXT}")),
    ("X1", "半角冒号", near("附件：", "附件：", "附件:")),
    ("X1", "末尾句号", near("学法情况表", "学法情况表", "学法情况表。")),
    ("X1", "不空行", without("附件：")),
    ("X1", "顶格", near("附件：", 'w:left="1895" w:hanging="1263"', 'w:left="1263" w:hanging="1263"')),
    ("X1", "回行不对齐", near("附件：", 'w:left="1895" w:hanging="1263"', FIRST)),
    ("X1", "顿号", near("学法情况表", "2.", "2、")),
    ("X2", "不另页", near("附件1", "<w:pageBreakBefore/>", "")),
    ("X2", "仿宋", near("附件1", 'w:eastAsia="黑体"', EAST)),
    ("X2", "第二行", without("行政执法事项清单</w:t></w:r></w:p>")),
    ("D1", "署名偏左", signed(("黔江区白土乡人民政府", 10), ("2026年1月8日", 12))),
    ("D1", "右对齐", near("2026年1月8日", 'w:jc w:val="both"', 'w:jc w:val="right"')),
    ("D1", "不空行", without("黔江区白土乡人民政府</w:t></w:r></w:p>")),
    ("D2", "日期长", signed(("白土乡", 20), ("2026年11月18日", 22))),
    ("D3", "署名不居中", signed(("黔江区白土乡人民政府", 10), ("2026年1月8日", 17.5))),
    ("D4", "补0", near("2026年1月8日", "1月8日", "01月08日")),
    ("D4", "汉字", near("2026年1月8日", "2026年1月8日", "二〇二六年一月八日")),
    ("D4", "没有这一天", near("2026年1月8日", "2026年1月8日", "2026年2月30日")),
    ("D5", "此页无正文", before("黔江区白土乡人民政府</w:t></w:r></w:p>", para(run("（此页无正文）")) + BLANK)),
    ("D6", "没有对齐", signed(("黔江区白土乡人民政府", 16), ("白土乡人民武装部", 12), ("2026年1月8日", 18))),
    ("D7", "半角括号", near("联系人", "（联系人：白土乡司法所）", "(联系人：白土乡司法所)")),
    ("D7", "顶格", near("联系人", f"<w:ind {FIRST}/>", "")),
    ("G1", "方括号", near("3号", "〔2026〕3号", "[2026]3号")),
    ("G1", "圆括号", near(BODY_TEXT, "〔2025〕12号", "（2025）12号")),
    ("G1", "第", near("3号", "〔2026〕3号", "〔2026〕第3号")),
    ("G1", "补0", near("3号", "〔2026〕3号", "〔2026〕03号")),
    ("Q1", "没有页码", both(part(FOOT, "PAGE", "DATE"), part(EVEN, "PAGE", "DATE"))),
    ("Q1", "半角横线", part(FOOT, "— <", "- <")),
    ("Q1", "居中", part(FOOT, 'w:jc w:val="right"', 'w:jc w:val="center"')),
    ("Q1", "不分奇偶", part(SETTINGS, "<w:evenAndOddHeaders/>", "")),
    ("Q1", "不空一字", part(EVEN, ' w:leftChars="100" w:left="280"', "")),
    ("Q1", "离正文远", whole('w:footer="1417"', 'w:footer="851"')),
    ("C1", "三号", near("抄送", '<w:sz w:val="28"/>', SIZE)),
    ("C1", "半角冒号", near("抄送", "抄送：", "抄送:")),
    ("C1", "没有线", every('w:val="single"', 'w:val="nil"')),
    ("L1", "逗号", near(BODY_TEXT, "的工作，", "的工作,")),
    ("L1", "括号", near("同步落实", "（社区）", "(社区)")),
    ("L1", "直引号", near("同步落实", "“一把手”", '"一把手"')),
    ("L1", "空格", near(BODY_TEXT, "的工作，", "的　工作，")),
    ("L2", "全角数字", near(BODY_TEXT, "2026年", "２０２６年")),
    ("L3", "两位年份", near(BODY_TEXT, "2026年的工作", "抓紧，25年度工作")),
    ("L3", "起止", near("深入贯彻", "2021—2025年", "2021-2025年")),
    ("L4", "顿号", near("深入贯彻", "》《", "》、《")),
    ("L5", "尖括号", near("深入贯彻", "《重庆市行政执法监督条例》", "《关于印发&lt;监督条例&gt;的通知》")),
    ("L5", "套书名号", near("深入贯彻", "《重庆市行政执法监督条例》", "《关于印发《监督条例》的通知》")),
    ("L6", "三点", near("明确分工", "……", "...")),
    ("L6", "半个省略号", near("明确分工", "……", "…")),
    ("L8", "待填", near(BODY_TEXT, "2026年的", "〔待填：年度〕的")),
    ("L8", "XX", near(BODY_TEXT, "2026年的", "XX的")),
    ("L8", "书签", near(BODY_TEXT, "2026年的", "[bookmark: _GoBack]的")),
    ("L9", "加粗", near("办理案件", f"{SIZE}</w:rPr>{WORDS}一是", f"{BOLD}</w:rPr>{WORDS}一是")),
    ("Q2", "附件重新编页", restarted),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "case", "change"), MUTATIONS, ids=[f"{rule} {case}" for rule, case, _ in MUTATIONS])
def test_what_is_made_wrong_is_named_and_nothing_else(content: Content, rule: str, case: str, change: Change) -> None:
    given = parts()
    change(given)
    assert {finding.rule for finding in examined(zipped(given), content.page_rules)} == {rule}


def test_a_good_file_has_no_finding(content: Content) -> None:
    assert examined(good(), content.page_rules) == ()


def test_every_rule_is_broken_once() -> None:
    assert {rule for rule, _, _ in MUTATIONS} == set(RULES)
