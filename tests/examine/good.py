"""A Word file to the letter of GB/T 9704-2012, with every element, written by hand and apart from the program."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CELL = 315.86
FANG, HEI, KAI, SONG, BIAO = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "方正小标宋简体"


def run(text: str, face: str = FANG, size: int = 32, digits: str = "", extra: str = "") -> str:
    latin = digits or face
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" '
        f'w:cs="{face}"/>{extra}<w:spacing w:val="-4"/><w:sz w:val="{size}"/></w:rPr>{lines}</w:r>'
    )


def para(*runs: str, ind: str = 'w:firstLineChars="200" w:firstLine="632"', jc: str = "both", extra: str = "") -> str:
    spacing = '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>'
    line = extra if "w:line=" in extra else extra + spacing
    indent = f"<w:ind {ind}/>" if ind else ""
    return (
        f'<w:p><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'{line}{indent}<w:jc w:val="{jc}"/></w:pPr>{"".join(runs)}</w:p>\n'
    )


BLANK = para(ind="")


def at(cells: float) -> str:
    return f'w:left="{round(cells * CELL)}" w:firstLine="0"'


def title(text: str) -> str:
    spaced = '<w:spacing w:before="148" w:after="149" w:line="720" w:lineRule="exact"/>'
    return para(run(text, BIAO, 44), ind="", jc="center", extra=spaced)


def colophon(copies: str, office: str) -> str:
    def row(text: str) -> str:
        ind = 'w:left="280" w:right="280"'
        return f"<w:tr><w:tc><w:tcPr/>{para(run(text, size=28), ind=ind)}</w:tc></w:tr>"

    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 6))
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr>{row(copies)}{row(office)}</w:tbl>" + BLANK


LONG = (
    "2025年，白土乡党委、政府坚持以习近平法治思想为指导，深入贯彻《法治政府建设实施纲要（2021—2025年）》"
    "《重庆市行政执法监督条例》，以“党建引领、法治赋能”为抓手，扎实推进法治政府建设。现将有关情况报告如下。"
)
TITLE_TEXT = "黔江区白土乡人民政府\n关于2025年度法治政府建设\n工作情况的报告"
SIGNED = ("黔江区白土乡人民政府", "2026年1月8日")

BODY = (
    para(run("白土府发〔2026〕3号"), ind="", jc="center"),
    BLANK,
    BLANK,
    title(TITLE_TEXT),
    BLANK,
    para(run("黔江区人民政府："), ind=""),
    para(run(LONG)),
    para(run("一、主要工作", HEI)),
    para(run("（一）加强组织领导", KAI)),
    para(run("1.压实责任。"), run("成立领导小组，全年召开会议4次，形成“一把手”亲自抓的格局，各村（社区）同步落实。")),
    para(run("（1）明确分工。"), run("党政办、司法所各负其责……")),
    para(run("（2）强化督查。"), run("每季度督查1次。")),
    para(run("2.健全制度。"), run("修订制度3项，覆盖面达到100%，群众满意度达98.5%，比上一年度提高了1.2个百分点。")),
    para(run("（二）坚持依法行政。", KAI), run("一是办理案件58件，罚款1000元，全部录入平台；二是公开信息16条。")),
    para(run("二、下一步打算", HEI)),
    para(run("继续抓好2026年的工作，按照黔江府发〔2025〕12号文件的要求，一项一项地落实到位，做到件件有着落。")),
    BLANK,
    para(run("附件：1.黔江区白土乡行政执法事项清单和行政执法人员名单汇总表"), ind='w:left="1895" w:hanging="1263"'),
    para(run("2.学法情况表"), ind='w:left="1895" w:hanging="316"'),
    BLANK,
    para(run(SIGNED[0]), ind=at(16)),
    para(run(SIGNED[1]), ind=at(18)),
    para(run("（联系人：白土乡司法所）")),
    para(run("附件1", HEI), ind="", extra="<w:pageBreakBefore/>"),
    BLANK,
    title("行政执法事项清单"),
    BLANK,
    para(run("一、行政检查", HEI)),
    para(run("检查事项共有12项，每年检查2次。")),
    colophon("抄送：黔江区司法局，黔江区人大法制委员会。", "白土乡党政办公室　　2026年1月9日印发"),
)  # fmt: skip


def footer(jc: str, ind: str) -> str:
    names = f'<w:rFonts w:hint="eastAsia" w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}"/>'
    fonts = f'<w:rPr>{names}<w:sz w:val="28"/></w:rPr>'
    field = (
        f'<w:r>{fonts}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{fonts}<w:instrText> PAGE </w:instrText></w:r>'
        f'<w:r>{fonts}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{fonts}<w:t>1</w:t></w:r>'
        f'<w:r>{fonts}<w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'{HEAD}<w:ftr {NS}><w:p><w:pPr><w:spacing w:line="360" w:lineRule="exact"/><w:ind {ind}/>'
        f'<w:jc w:val="{jc}"/></w:pPr><w:r>{fonts}<w:t xml:space="preserve">— </w:t></w:r>{field}'
        f'<w:r>{fonts}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="f1"/><w:footerReference w:type="even" r:id="f2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
    'w:header="851" w:footer="1417" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)


def override(name: str, kind: str) -> str:
    return f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'


def relation(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def parts(body: tuple[str, ...] = BODY) -> dict[str, str]:
    """The parts of the good file, or of one with another body."""
    kinds = (("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("footer1", "footer"),
             ("footer2", "footer"))  # fmt: skip
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(override(name, kind) for name, kind in kinds)}</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relation('d', 'officeDocument', 'word/document.xml')}</Relationships>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relation('s', 'styles', 'styles.xml')}{relation('t', 'settings', '/word/settings.xml')}"
        f"{relation('f1', 'footer', 'footer1.xml')}{relation('f2', 'footer', 'footer2.xml')}</Relationships>",
        "word/styles.xml": f"{HEAD}<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
        '<w:rPr><w:sz w:val="32"/></w:rPr></w:style></w:styles>',
        "word/settings.xml": f"{HEAD}<w:settings {NS}><w:evenAndOddHeaders/></w:settings>",
        "word/footer1.xml": footer("right", 'w:rightChars="100" w:right="280"'),
        "word/footer2.xml": footer("left", 'w:leftChars="100" w:left="280"'),
        "word/document.xml": f"{HEAD}<w:document {NS}><w:body>{''.join(body)}{SECTION}</w:body></w:document>",
    }


def zipped(named: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in named.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def good() -> bytes:
    return zipped(parts())
