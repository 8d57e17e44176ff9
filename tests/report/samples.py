"""Documents for the tests of files and pages: one with every element, one of nine pages, one for each way to end."""

from __future__ import annotations

from bot.interview.passages import Sentence, Span
from bot.report.blocks import (
    Addressee,
    Annex,
    Annexes,
    Colophon,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    SignOff,
    Title,
)

_CLAUSES = (
    "坚持以习近平法治思想为指导，",
    "全乡共办理行政执法案件128件，",
    "开展“八五”普法宣传46场次，受教育群众1.2万人次，",
    "调解矛盾纠纷312件，成功率98.6%，",
    "组织学习《中华人民共和国行政处罚法》《信访工作条例》等法律法规，",
    "乡党委书记、乡长切实履行法治建设第一责任人职责——重要工作亲自部署、重大问题亲自过问……",
)


def line(text: str) -> Sentence:
    return Sentence("x", (Span(text),))


def prose(clauses: int, first: int = 0) -> Paragraph:
    """A paragraph as they are in a report, with digits, quotes, dashes, dots and titles in it."""
    text = "".join(_CLAUSES[(first + number) % len(_CLAUSES)] for number in range(clauses))
    return Paragraph((line(text.rstrip("，") + "。"),))


def heading(level: int, number: str, text: str) -> Heading:
    return Heading(level, number, (Span(text),))


TITLE = Title((line("黔江区白土乡人民政府"), line("2025年度法治政府建设工作总结")))

SIGNED = SignOff((line("黔江区白土乡人民政府"),), line("2026年1月8日"))

EVERYTHING = Document(
    "everything",
    "工作总结",
    (
        Number(line("白土府发〔2026〕3号")),
        Title(
            (
                line("黔江区白土乡人民政府"),
                line("黔江区司法局"),
                line("关于2025年度法治政府建设工作情况的报告"),
            )
        ),
        Addressee(line("黔江区人民政府：")),
        prose(5),
        heading(1, "一、", "主要工作及成效"),
        heading(2, "（一）", "依法履行政府职能"),
        heading(3, "1.", "规范行政执法"),
        heading(4, "（1）", "清理权责清单"),
        prose(12, 1),
        heading(4, "（2）", "公示执法信息"),
        prose(9, 2),
        heading(2, "（二）", "化解矛盾纠纷"),
        prose(12, 3),
        heading(1, "二、", "下一步打算"),
        prose(8, 4),
        Annexes(
            (
                line("2025年度行政执法案件统计表"),
                line("黔江区白土乡2025年度规范性文件和重大行政决策目录及其合法性审查情况汇总表"),
            )
        ),
        SignOff((line("黔江区白土乡人民政府"), line("黔江区司法局")), line("2026年1月28日"), sealed=True),
        Note(line("（此件公开发布）")),
        Annex("附件1", Title((line("2025年度行政执法案件统计表"),))),
        prose(30, 5),
        Annex(
            "附件2", Title((line("黔江区白土乡2025年度规范性文件和"), line("重大行政决策目录及其合法性审查情况汇总表")))
        ),
        prose(20),
        Colophon(
            line(
                "抄送：区委全面依法治区委员会办公室，区人大常委会办公室，区政协办公室，区法院，区检察院，各乡镇人民政府、街道办事处。"
            ),
            line("黔江区白土乡党政综合办公室"),
            line("2026年1月28日印发"),
        ),
    ),
)

LONG = Document(
    "long",
    "工作总结",
    (
        TITLE,
        *(
            block
            for number, hanzi in enumerate("一二三四五六七八", 1)
            for block in (
                heading(1, f"{hanzi}、", "加强法治政府建设"),
                heading(2, "（一）", "统筹部署"),
                prose(12, number),
                heading(2, "（二）", "抓好落实"),
                prose(10, number + 3),
            )
        ),
        SIGNED,
    ),
)
