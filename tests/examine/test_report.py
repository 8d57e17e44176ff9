"""What passes, what an official's own file is told, how it is told, and how the command tells it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import wengao
from bot.content.answers_file import read_answers
from bot.content.content import Content, read_content, shipped
from bot.content.page_rules import PAGE_RULES_KEYS, RULE_KEYS
from bot.errors import ContentError, FileError
from bot.examine.opening import Package, opened
from bot.examine.reading import read
from bot.examine.report import LONGEST, examine, examined
from bot.examine.roles import Role, classified
from bot.examine.wording import RULES
from bot.report.blocks import Document
from bot.report.compose import compose
from bot.report.docx import written
from bot.report.layout import laid
from tests.examine.good import BLANK, BODY, CELL, FANG, HEI, KAI, NS, at, good, para, parts, run, title, zipped
from tests.examine.test_mutations import (
    BOLD,
    FIRST,
    FOOT,
    PITCH,
    SETTINGS,
    SIZE,
    Change,
    before,
    both,
    every,
    near,
    part,
    signed,
    whole,
)
from tests.report import samples

NAME = "黔江区白土乡人民政府"
TITLE = "工作情况的报告"
SECOND = next(text for text in BODY if "坚持依法行政" in text)
RED = para(
    run("黔江区白土乡人民政府文件", "方正小标宋简体", 60, extra='<w:color w:val="FF0000"/>'), ind="", jc="center"
)
RIGHT = '<w:ind {}/><w:jc w:val="right"/>'
IN_BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><wp:anchor xmlns:wp="p"><wp:positionH>'
    "<wp:align>outside</wp:align></wp:positionH><w:txbxContent>{}</w:txbxContent></wp:anchor></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r>"
)


def boxed(given: dict[str, str]) -> None:
    """Put the page's number into a text box on the outer side, as WPS does; both pages then need one footer only."""
    inner = re.sub(r"<w:jc [^>]*>|<w:ind [^>]*>", "", given[FOOT].partition(f"{NS}>")[2].removesuffix("</w:ftr>"))
    given[FOOT] = f"<w:ftr {NS}><w:p>{IN_BOX.format(inner)}</w:p></w:ftr>"
    given[SETTINGS] = given[SETTINGS].replace("<w:evenAndOddHeaders/>", "")


PASSES: list[tuple[str, Change]] = [
    ("方正小标宋_GBK", near(TITLE, 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="方正小标宋_GBK"')),
    ("标题宋体", near(TITLE, 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="宋体"')),
    ("仿宋", every(f'w:eastAsia="{FANG}"', 'w:eastAsia="仿宋"')),
    ("FangSong", every(f'"{FANG}"', '"FangSong"')),
    ("方正仿宋", every(f'"{FANG}"', '"方正仿宋_GB2312"')),
    ("楷体、SimHei", both(every(f'"{KAI}"', '"楷体"'), every(f'"{HEI}"', '"SimHei"'))),
    ("数字用Times", every(f'w:ascii="{FANG}" w:hAnsi="{FANG}"', 'w:ascii="Times New Roman" w:hAnsi="Times New Roman"')),
    ("28磅", every(PITCH, 'w:line="560" w:lineRule="exact"')),
    ("29磅", every(PITCH, 'w:line="580" w:lineRule="exact"')),
    ("30磅", every(PITCH, 'w:line="600" w:lineRule="exact"')),
    ("按网格排行", every(f' {PITCH}', "")),
    ("34毫米和29.75磅", both(every(PITCH, 'w:line="595" w:lineRule="exact"'),
                           whole('w:top="2098"', 'w:top="1928"'), whole('w:bottom="1984"', 'w:bottom="1814"'))),
    ("紧缩0.25磅", every('w:spacing w:val="-4"', 'w:spacing w:val="-5"')),
    ("加宽0.2磅", every('w:spacing w:val="-4"', 'w:spacing w:val="4"')),
    ("字符网格", both(every('<w:spacing w:val="-4"/>', ""),
                  whole('w:type="lines"', 'w:type="linesAndChars" w:charSpace="-848"'))),
    ("缩进640", every(FIRST, 'w:firstLine="640"')),
    ("上36.5毫米", whole('w:top="2098"', 'w:top="2069"')),
    ("单双面", part(SETTINGS, "<w:evenAndOddHeaders/>", "<w:evenAndOddHeaders/><w:mirrorMargins/>")),
    ("三级标题加粗", near("压实责任", SIZE, BOLD)),
    ("首句加粗", near("检查事项", f"{SIZE}</w:rPr>", f"{BOLD}</w:rPr>")),
    ("一级下直接1.", both(whole(para(run("（一）加强组织领导", KAI)), ""), whole(SECOND, ""))),
    ("盖章", signed(("黔江区白土乡人民政府", 16), ("2026年1月8日", 18))),
    ("盖章居中", signed(("白土乡党委", 18.5), ("2026年1月8日", 18))),
    ("长日期", signed(("白土乡", 17.5), ("2026年11月18日", 19.5))),
    ("联合署名", signed(("黔江区白土乡人民政府", 16), ("白土乡人民武装部", 16), ("2026年1月8日", 18))),
    ("落款右缩进", both(near("黔江区白土乡人民政府</w:t></w:r></w:p>", f'<w:ind {at(16)}/><w:jc w:val="both"/>',
                        RIGHT.format('w:rightChars="200" w:right="632"')),
                   near("2026年1月8日", f'<w:ind {at(18)}/><w:jc w:val="both"/>', RIGHT.format('w:right="1263"')))),
    ("落款用空格", both(near("黔江区白土乡人民政府</w:t></w:r></w:p>", f'<w:ind {at(16)}/>', ""),
                   near(f"{NAME}</w:t></w:r></w:p>", f"{NAME}<", "　" * 16 + f"{NAME}<"))),
    ("末段与落款同页", near("继续抓好", "<w:widowControl", "<w:keepNext/><w:widowControl")),
    ("标题一行一段", whole(title("黔江区白土乡人民政府\n关于2025年度法治政府建设\n工作情况的报告"),
                     title("黔江区白土乡人民政府") + title("关于2025年度法治政府建设") + title("工作情况的报告"))),
    ("红头", before("白土府发", RED)),
    ("没有文号", whole(BODY[0], "")),
    ("标题下有日期", both(before("黔江区人民政府：", para(run("（2026年1月8日）", KAI), ind="", jc="center") + BLANK),
                    whole(para(run("黔江区白土乡人民政府"), ind=at(16)) + para(run("2026年1月8日"), ind=at(18))
                          + para(run("（联系人：白土乡司法所）")), ""))),
    ("页码在文本框", boxed),
    ("严格的OOXML", lambda given: given.update({name: text.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, text in given.items()})),
    ("横表", before("行政检查", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>事项</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")),
]  # fmt: skip


@pytest.mark.parametrize("change", [row[1] for row in PASSES], ids=[row[0] for row in PASSES])
def test_what_the_standard_or_practice_allows_passes(content: Content, change: Change) -> None:
    given = parts()
    change(given)
    assert given != parts() or change is PASSES[21][1]
    assert examined(zipped(given), content.page_rules) == ()


@pytest.mark.parametrize("name", ["sample", "青石街道"])
def test_the_documents_we_write_have_no_finding(content: Content, name: str) -> None:
    file = content.sample if name == "sample" else Path(__file__).parent.parent / "documents" / f"{name}.yaml"
    given = read_answers(file, content.pack)
    letters = [id_ for id_, form in content.prose.documents.items() if not form.columns]  # a table is no letter
    assert content.pack.main_document in letters
    for id_ in letters:
        document = compose(content.pack, content.prose, id_, given.dossier, given.year, given.wording)
        assert examined(written(laid(document)), content.page_rules) == ()


@pytest.mark.parametrize("document", [samples.EVERYTHING, samples.LONG], ids=["everything", "long"])
def test_neither_has_one_with_every_element_nor_a_long_one(content: Content, document: Document) -> None:
    assert examined(written(laid(document)), content.page_rules) == ()


def test_gaps_are_all_there_is_to_say_of_a_draft(content: Content) -> None:
    given = read_answers(Path(__file__).parent.parent / "documents" / "柳河镇.yaml", content.pack)
    document = compose(content.pack, content.prose, content.pack.main_document, given.dossier, given.year)
    assert {finding.rule for finding in examined(written(laid(document)), content.page_rules)} == {"L8"}


STYLES = f"""<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"
w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>
<w:ind w:firstLineChars="200"/></w:pPr>
<w:rPr><w:rFonts w:ascii="{FANG}" w:eastAsia="{FANG}"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:basedOn w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>
<w:style w:type="character" w:styleId="c"><w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def own(*paras: tuple[str, str]) -> bytes:
    """A file as an official's own: styles on styles, a list, theme fonts by default."""
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>' for style, runs in paras)
    given = parts((body,))
    given["word/styles.xml"] = STYLES
    given["word/numbering.xml"] = NUMBERING
    name = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    given[name] = given[name].replace("</R", f'<Relationship Id="n" Type="{kind}" Target="numbering.xml"/></R')
    return zipped(given)


def plain(text: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


OWN = own(
    ("a", plain("白土乡2025年法治政府建设工作总结")),
    ("b", plain("今年以来，") + plain("成效明显。", '<w:rStyle w:val="c"/>')),
    ("h", plain("主要做法")),
    ("b", plain("一是抓学习。")),
    ("h", plain("下步打算")),
    ("loop", plain("继续努力。")),
    ("b", plain("白土乡人民政府")),
    ("b", plain("二0二六年一月八日")),
)


def test_looks_come_through_styles_lists_and_defaults() -> None:
    package = opened(OWN)
    assert isinstance(package, Package)
    file = read(package)
    assert [(para.text, para.runs[0].east, para.runs[0].size, para.runs[0].bold) for para in file.paras[:5]] == [
        ("白土乡2025年法治政府建设工作总结", "+theme", 10.5, False),
        ("今年以来，成效明显。", FANG, 16, False),
        ("一、主要做法", "黑体", 16, True),
        ("一是抓学习。", FANG, 16, False),
        ("二、下步打算", "黑体", 16, True),
    ]
    assert file.paras[1].runs[1].east == "宋体"
    assert file.paras[2].first == pytest.approx(2 * CELL, abs=1)
    assert (file.paras[2].line, file.paras[2].rule, file.paras[2].align) == (560, "exact", "both")


def test_elements_are_known_by_place_and_words_where_all_looks_are_wrong() -> None:
    package = opened(OWN)
    assert isinstance(package, Package)
    assert [found.role for found in classified(read(package))] == [
        Role.TITLE, Role.BODY, Role.HEADING_1, Role.BODY, Role.HEADING_1, Role.BODY, Role.NAME, Role.DATE,
    ]  # fmt: skip


def test_every_element_of_the_good_file_is_known() -> None:
    package = opened(good())
    assert isinstance(package, Package)
    assert {found.role for found in classified(read(package))} == set(Role) - {
        Role.TABLE, Role.OTHER, Role.SUBTITLE,
    }  # fmt: skip


def test_the_same_fault_in_sixty_paragraphs_is_one_line(content: Content) -> None:
    many = own(("a", plain("工作总结")), *[("b", plain(f"第{number}件,好。")) for number in range(60)])
    found = [finding for finding in examined(many, content.page_rules) if finding.rule == "L1"]
    assert [(finding.count, finding.place) for finding in found] == [
        (60, "第2段“第0件,好。”、第3段“第1件,好。”、第4段“第2件,好。”等60处")
    ]


def test_the_message_says_the_most_important_first_and_how_much_more_there_is(content: Content) -> None:
    words = content.page_rules
    text = examine(OWN, words)
    assert re.match(r"对照.*有\d+类问题：\n1\. 标题（T1）：第1段“白土乡2025年法治政府…”，现在是两端对齐。", text)
    wordy = replace(words, sayings={**words.sayings, "line": "{number}{wanted}" + "字𠮷" * 200})
    cut = examine(OWN, wordy)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
    told = cut.count("字𠮷字") and len(cut.splitlines()) - 2
    assert cut.splitlines()[-1] == f"还有{len(examined(OWN, words)) - told}类没有列出，请先改好这些，再发来查一次。"


def test_a_good_file_is_told_so(content: Content) -> None:
    assert examine(good(), content.page_rules) == f"查了{len(RULES)}条规则，格式没有发现问题。字句和页面请再看一遍。"


def test_the_command_prints_a_line_each_or_json(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(OWN)
    (tmp_path / "good.docx").write_bytes(good())
    printed = CliRunner().invoke(wengao, ["examine", str(tmp_path / "own.docx")])
    assert printed.exit_code == 0
    told = CliRunner().invoke(wengao, ["examine", "--json", str(tmp_path / "own.docx")])
    rows = json.loads(told.output)
    assert len(printed.output.splitlines()) == len(rows)
    assert list(rows[0]) == ["rule", "name", "place", "found", "wanted", "count"]
    assert "没有发现问题" in CliRunner().invoke(wengao, ["examine", str(tmp_path / "good.docx")]).output


def test_the_command_stops_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7")
    for name, said in (("a.docx", "这是PDF"), ("b.docx", "打不开"), ("", "打不开")):
        done = CliRunner().invoke(wengao, ["examine", str(tmp_path / name)], standalone_mode=False)
        assert isinstance(done.exception, FileError)
        assert said in str(done.exception)


# what is there | what is written instead | what is said
FAULTS = r"""
  P1:\n    name: 纸张 | P1:\n    nmae: 纸张 | 不认识的键“nmae”，是不是“name”？
  A7: | A77: | 没有用到规则“A77”，是不是“A7”？
  A7: | A77: | 缺少规则“A7”，请补上
{size}毫米\n      left | {width}毫米\n      left | “top”里的 {width} 没有来处，可用：size
      unreal: | unrael: | 没有用到句子“unrael”，是不是“unreal”？
  refused_old: | refused_older: | 缺少句子“refused_old”，请补上
  between: | betwen: | 没有用到句子“betwen”，是不是“between”？
应为A4纵向 | 应为{paper} | “wanted”里的 {paper} 没有来处，可用：无
""".strip("\n").split("\n")


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_in_the_words_is_found(tmp_path: Path, fault: str) -> None:
    for folder in ("prompts", "templates"):
        shutil.copytree(shipped() / folder, tmp_path / folder)
    there, instead, said = (cell.strip(" ").replace("\\n", "\n") for cell in fault.split("|"))
    file = tmp_path / "prompts" / "page_rules.yaml"
    text = file.read_text(encoding="utf-8")
    assert there in text
    file.write_text(text.replace(there, instead, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_content(tmp_path)
    assert said in str(error.value)
    assert re.match(r"prompts/page_rules\.yaml:[0-9]+: ", str(error.value))


def test_the_keys_are_explained() -> None:
    explained = (shipped() / "prompts" / "README.md").read_text(encoding="utf-8")
    for key in (*PAGE_RULES_KEYS, *RULE_KEYS):
        assert f"| `{key}` |" in explained
