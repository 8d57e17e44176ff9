"""Whole documents: headings and runs numbered without gaps, and what holds of the real report whatever is answered."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.content.prose_reader import read_prose
from bot.errors import Problem
from bot.interview.answers import Clock, understand
from bot.interview.events import Answer, Dossier
from bot.interview.numerals import hanzi
from bot.interview.pack import NO, YES, Condition, Kind, Pack, Question, Section
from bot.interview.passages import Sentence, Span
from bot.interview.values import Chosen, Nothing, Value, Words, value_text
from bot.report.blocks import (
    Annex,
    Annexes,
    Block,
    Colophon,
    Document,
    Heading,
    Paragraph,
    SignOff,
    Table,
    Title,
)
from bot.report.compose import compose
from bot.report.numbering import heading_number, ordinal
from bot.report.prose import HeadingForm, Place, Prose
from bot.report.text import INDENT, text
from tests.report.spans import sentences_in, sentences_of, sources

CONTENT = read_content()
PACK, PROSE = CONTENT.pack, CONTENT.prose
AT = datetime(2026, 1, 8, tzinfo=UTC)
CLOCK = Clock(2025, date(2026, 1, 8))
FED = CONTENT.documents_fed()

SMALL = Pack(
    "p",
    "问卷",
    "1",
    tuple(Section(id_, id_, (Question(id_, "？", f"标{id_}", Kind.TEXT),)) for id_ in "abcdefghijkl"),
    "doc",
    "",
    phrases={"gap": "〔待填：{label}〕", "button_yes": "是", "button_no": "否"},
)
OUTLINE = "# 甲|## 甲一|> a|## 甲二|- b|- c|### 甲二一|- d|- e|# 乙|> f|# 丙|## 丙一|### 丙一一|#### 丙一一一|> g"


def small(tmp_path: Path, form: str, answered: str) -> Document:
    """A document of this form where these sections were answered, each with its own letter."""
    home, problems = tmp_path / "p", list[Problem]()
    home.mkdir(exist_ok=True)
    for section in SMALL.sections:
        lines = f"= 题{section.id}\n\nx: 句{{{{ {section.id} }}}}。\n\nf (frame): 框{section.id}。\n"
        (home / f"{section.id}.j2").write_text(lines, encoding="utf-8")
    (home / "doc.j2").write_text("name = 文书\n" + form.replace("|", "\n"), encoding="utf-8")
    prose = read_prose(tmp_path, "p", tuple(section.id for section in SMALL.sections), problems)
    assert problems == []
    answers = tuple(Answer(2025, id_, Words(id_.upper()), id_, AT) for id_ in answered)
    return compose(SMALL, prose, "doc", Dossier(answers=answers), 2025)


def outline(tmp_path: Path, form: str, answered: str) -> str:
    """What stands below the title, a paragraph each, where these sections were answered."""
    lines_ = text(small(tmp_path, form, answered)).split("\n")
    return "|".join(line.removeprefix(INDENT) for line in lines_ if line)


OUTLINES = [
    ("", ""),
    ("a", "一、甲|（一）甲一|句A。|框a。"),
    ("b", "一、甲|（一）甲二|题b。句B。|框b。"),
    ("bc", "一、甲|（一）甲二|一是题b。句B。|框b。|二是题c。句C。|框c。"),
    ("bd", "一、甲|（一）甲二|题b。句B。|框b。|1.甲二一|题d。句D。|框d。"),
    ("de", "一、甲|（一）甲二|1.甲二一|一是题d。句D。|框d。|二是题e。句E。|框e。"),
    ("f", "一、乙|句F。|框f。"),
    ("af", "一、甲|（一）甲一|句A。|框a。|二、乙|句F。|框f。"),
    ("bf", "一、甲|（一）甲二|题b。句B。|框b。|二、乙|句F。|框f。"),
    ("g", "一、丙|（一）丙一|1.丙一一|（1）丙一一一|句G。|框g。"),
    ("ag", "一、甲|（一）甲一|句A。|框a。|二、丙|（一）丙一|1.丙一一|（1）丙一一一|句G。|框g。"),
    ("fg", "一、乙|句F。|框f。|二、丙|（一）丙一|1.丙一一|（1）丙一一一|句G。|框g。"),
]


@pytest.mark.parametrize(("answered", "expected"), OUTLINES)
def test_headings_without_text_go_and_the_rest_is_numbered_anew(tmp_path: Path, answered: str, expected: str) -> None:
    assert outline(tmp_path, OUTLINE, answered) == expected


@pytest.mark.parametrize(("least", "expected"), [(3, "句A。|框a。"), (4, "句A。框a。")])
def test_a_paragraph_that_is_too_short_runs_on_from_the_one_above(tmp_path: Path, least: int, expected: str) -> None:
    lead = "题b。句B。|框b。" if least == 3 else "题b。句B。框b。"
    assert outline(tmp_path, f"least = {least}|> a|- b", "ab") == f"{expected}|{lead}"


def test_a_run_of_twelve_is_counted_in_hanzi_and_starts_anew_behind_what_parts_it(tmp_path: Path) -> None:
    whole = outline(tmp_path, "|".join(f"- {section.id}" for section in SMALL.sections), "abcdefghijkl")
    assert re.findall(r"(?<![^|])([^|]+?)是题", whole) == [hanzi(number) for number in range(1, 13)]
    parted = outline(tmp_path, "- a|- b|> c|- d|- e", "abcde")
    assert re.findall(r"(?<![^|])([^|]+?)是题", parted) == ["一", "二", "一", "二"]


EVERY = """= issuer: {{ year }}年{{ a }}｜汇报
文号 number: {{ b }}府发〔2026〕3号
主送 addressee: {{ c }}：
seal = 是
# 甲
> d
附件 table: {{ year }}年度｜{{ e }}表
# 表
- f
附件 listed: {{ g }}册
附件 other: 另册
# 册
> h
@ signer_party (i): 中共{{ i }}
@ signer: {{ a }}
日期 signed: {{ j }}日
附注 remark: （联系人：{{ k }}）
抄送 copies: 抄送：{{ l }}。
印发 office: {{ l }}办
印发日期 printed: {{ l }}日印发"""


def bare(sentence: Sentence | None) -> str:
    return sentence.text if sentence else ""


def element(block: Block) -> str:
    """What a block is, and what is in it."""
    match block:
        case Title():
            inside = "/".join(bare(line) for line in block.lines)
        case Annexes():
            inside = "/".join(name.text for name in block.names)
        case SignOff():
            inside = f"{'/'.join(name.text for name in block.names)} {bare(block.date)} {block.sealed}"
        case Annex():
            inside = f"{block.mark} {block.title.lines[0].text}"
        case Colophon():
            inside = "/".join(map(bare, (block.copies, block.office, block.printed)))
        case Table():
            inside = "/".join(block.columns)
        case Heading() | Paragraph():
            inside = shown(block)
        case _:
            inside = block.line.text
    return f"{type(block).__name__} {inside}"


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        (
            "abcdefghijkl",
            "Number B府发〔2026〕3号|Title 2025年A汇报|Addressee C：|Heading 一、甲|Paragraph 句D。"
            "|Paragraph 框d。|Annexes 2025年度E表/G册/另册|SignOff 中共I/A J日 True|Note （联系人：K）"
            "|Annex 附件1 2025年度E表|Heading 一、表|Paragraph 题f。句F。|Paragraph 框f。"
            "|Annex 附件3 另册|Heading 一、册|Paragraph 句H。|Paragraph 框h。|Colophon 抄送：L。/L办/L日印发",
        ),
        (
            "aefj",
            "Title 2025年A汇报|Annexes 2025年度E表|SignOff A J日 True"
            "|Annex 附件 2025年度E表|Heading 一、表|Paragraph 题f。句F。|Paragraph 框f。",
        ),
        ("agj", "Title 2025年A汇报|Annexes G册|SignOff A J日 True"),
        ("ej", "Title |SignOff  J日 True"),
        ("", "Title "),
    ],
)
def test_every_element_stands_in_its_place_where_its_facts_are_known(
    tmp_path: Path, answered: str, expected: str
) -> None:
    assert "|".join(map(element, small(tmp_path, EVERY, answered).blocks)) == expected


def test_a_line_of_a_title_ends_a_span_wherever_it_may_be_broken(tmp_path: Path) -> None:
    form = "= one: 中共{{ a }}｜{{ b }}｜{{ c }}{{ d }}委员会｜{{ year }}年度【｜{{ e }}】工作｜总结"
    (title,) = small(tmp_path, form, "abcde").blocks
    assert isinstance(title, Title)
    assert [span.text for span in title.lines[0].spans] == (
        ["中共", "A", "B", "C", "D", "委员会", "2025年度", "E", "工作", "总结"]
    )


@pytest.mark.parametrize(
    ("form", "answered", "file"),
    [
        ("= one: {{ year }}年度｜{{ a }}总结|= two (b): 之二", "ab", "2025年度A总结之二"),
        ("= one: {{ a }}总结|文件名 file: {{ b }}{{ year }}年", "ab", "B2025年"),
        ("= one: {{ a }}总结|文件名 file: {{ b }}{{ year }}年", "a", "2025年度文书"),
        ("= one: {{ a }}总结", "", "2025年度文书"),
        ('= one: {{ a }}总结|文件名 file: ../{{ a }}:\\*?<>"', "a", "A"),
    ],
)
def test_the_file_is_called_as_its_line_says_or_as_the_title(
    tmp_path: Path, form: str, answered: str, file: str
) -> None:
    assert small(tmp_path, form, answered).file == file


def test_a_document_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        compose(PACK, PROSE, "report_of_nobody", Dossier(), 2025)


SAMPLE = read_answers(CONTENT.sample, PACK).dossier.answers
YEARLY = [question for question in PACK.questions.values() if not PACK.section_of[question.id].kept]
UNITS = {"黔江区": "白土乡", "丰泽县": "柳河镇", "临江区": "青石街道", "白云市": "新村镇"}
OTHERWISE = {
    Kind.COUNT: "近30",
    Kind.MONEY: "2.2万",
    Kind.PERCENT: "98.6",
    Kind.DATE: "2026年2月3日",
    Kind.PERIOD: "1月至11月",
    Kind.YES_NO: "是",
    Kind.CHOICE: "2",
    Kind.CHOICE_MANY: "全部",
    Kind.TEXT: "“老娘舅”工作室",
    Kind.LONG_TEXT: "先甲，后乙",
    Kind.LIST: "只有一条",
    Kind.FOLLOW_UP: "完成 开展培训3次",
    Kind.DOCUMENT_REF: "《甲、乙办法》（甲府办〔2025〕3号）",
}
WAYS = ("sample", "missing", "otherwise", "no", *Nothing)
DRAFTS = st.tuples(
    st.sampled_from(list(UNITS)),
    st.sampled_from(["government", "joint"]),
    st.sampled_from(["sample", "missing", "otherwise"]),
    st.dictionaries(st.sampled_from([question.id for question in YEARLY]), st.sampled_from(WAYS), max_size=30),
    st.sampled_from([id_ for id_, form in PROSE.documents.items() if not form.columns]),
)
Draft = tuple[str, str, str, dict[str, str], str]


def values(question: Question, way: str) -> list[Value | Nothing]:
    """How a question is answered: as in the sample, not at all, with a nothing, 否, or as nobody else does."""
    if way in set(Nothing):
        return [Nothing(way)]
    if way == "no":
        return [Chosen((NO,)) if question.kind is Kind.YES_NO else Nothing.ZERO]
    if way == "otherwise":
        understood = understand(question, OTHERWISE[question.kind], CLOCK)
        assert isinstance(understood, tuple)
        return list(understood)
    return [answer.value for answer in SAMPLE if answer.question == question.id and way == "sample"]


def dossier(draft: Draft) -> Dossier:
    county, signature, way, ways, _ = draft
    profile: dict[str, Value] = {
        "county": Words(county),
        "place": Words(UNITS[county]),
        "signature": Chosen((signature,)),
    }
    answers = [Answer(None, id_, value, "", AT) for id_, value in profile.items()]
    for question in YEARLY:
        first = 1 if question.collects else 0
        for item, value in enumerate(values(question, ways.get(question.id, way)), first):
            answers.append(Answer(2025, question.id, value, "", AT, item, item))
    return Dossier(f"{county}{UNITS[county]}", years=(2025,), answers=tuple(answers))


def report(draft: Draft, wording: int = 0, prose: Prose = PROSE) -> Document:
    return compose(PACK, prose, draft[-1], dossier(draft), 2025, wording)


BOUNDED = settings(max_examples=100, deadline=None)
LONG = replace(PROSE, documents={id_: replace(form, most=0) for id_, form in PROSE.documents.items()})
"""With room for everything: in a short document what takes more room crowds out what weighs less."""


def length(document: Document) -> int:
    return sum(len(line.strip("　")) for line in text(document).splitlines())


def test_a_short_document_keeps_the_weightiest_sentences_it_has_room_for() -> None:
    given = Dossier(years=(2025,), answers=SAMPLE)
    form = replace(PROSE.documents["brief"], most=0)
    longest = compose(PACK, replace(PROSE, documents={"brief": form}), "brief", given, 2025)
    lengths = []
    for most in (length(longest), 1000, 800, 400):
        prose = replace(PROSE, documents={"brief": replace(form, most=most)})
        document = compose(PACK, prose, "brief", given, 2025)
        lengths.append(length(document))
        assert lengths[-1] <= most
        kept, all_ = ({s.id: s.text for s in sentences_of(each) if ".lead" not in s.id} for each in (document, longest))
        assert kept.keys() <= all_.keys()
        assert [told for id_, told in kept.items() if told.rstrip("。") not in all_[id_] and "是" not in told] == []
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] == length(longest) > 1000


@given(DRAFTS)
@BOUNDED
def test_the_short_form_is_never_longer_than_it_may_be(draft: Draft) -> None:
    assert length(compose(PACK, PROSE, "brief", dossier(draft), 2025)) <= PROSE.documents["brief"].most


def printed(*answers: Answer, document: str = PACK.main_document) -> str:
    """The text of a document from these answers."""
    return text(compose(PACK, PROSE, document, Dossier(answers=answers, years=(2025,)), 2025))


def shown(block: Block) -> str:
    """What a block says, without what only the text puts between its parts."""
    told = "".join(sentence.text for sentence in sentences_in(block))
    return block.number + told if isinstance(block, Heading) else told


@given(DRAFTS, st.integers(0, 3))
@BOUNDED
def test_no_mark_is_doubled_lost_or_left_alone_whatever_is_answered(draft: Draft, wording: int) -> None:
    document = report(draft, wording)
    assert not re.search(r"[，、；：。]{2}|（）|“”|《》|：。|[，、；]\n|　　[，、；：。]|[{}【】]|None", text(document))
    for sentence in (s for block in document.blocks if isinstance(block, Paragraph) for s in block.sentences):
        assert re.search("[。：]$", sentence.text) or re.fullmatch("(〔待填：[^〕]+〕)+", sentence.text), sentence


@given(DRAFTS)
@BOUNDED
def test_a_name_that_waits_for_an_answer_is_year_and_kind(draft: Draft) -> None:
    document = report(draft)
    county, *_ = draft
    assert document.file.startswith(f"{county}{UNITS[county]}2025年度法治政府建设")
    nobody = compose(PACK, PROSE, PACK.main_document, Dossier("甲", years=(2025,)), 2025)
    assert nobody.file == "2025年度工作总结"


@given(DRAFTS, st.integers(0, 3))
@BOUNDED
def test_headings_and_runs_are_numbered_without_gaps_whatever_is_answered(draft: Draft, wording: int) -> None:
    document = report(draft, wording)
    counts, runs, above = [0] * 5, [[""][:0]], 0
    for block, following in zip(document.blocks, document.blocks[1:], strict=False):
        if isinstance(block, Heading):
            counts = [*counts[: block.level], counts[block.level] + 1, *[0] * (4 - block.level)]
            assert block.number == heading_number(block.level, counts[block.level])
            assert block.level <= above + 1
            assert isinstance(following, Paragraph) or (
                isinstance(following, Heading) and following.level > block.level
            )
            above = block.level
            runs.append([])
        elif isinstance(block, Paragraph) and block.sentences[0].id.endswith(".lead"):
            runs[-1].append(shown(block))
    for run in runs:
        for number, paragraph in enumerate(run, 1):
            assert paragraph.startswith(ordinal(number, len(run)))
            assert len(run) > 1 or not re.match("[一二三]是", paragraph)


@given(DRAFTS, st.integers(0, 3))
@BOUNDED
def test_the_text_is_its_spans_and_every_value_names_questions_that_exist(draft: Draft, wording: int) -> None:
    document = report(draft, wording)
    assert re.sub(r"\n|　　", "", text(document)) == "".join(map(shown, document.blocks))
    for sentence in sentences_of(document):
        assert sources(sentence) <= PACK.questions.keys()
        assert all(span.text for span in sentence.spans)


@given(DRAFTS)
@BOUNDED
def test_every_wording_stands_on_the_same_questions(draft: Draft) -> None:
    first, *others = ({s.id: sources(s) for s in sentences_of(report(draft, wording, LONG))} for wording in range(4))
    assert others == [first] * 3


FRAMES = {form.id for section in PROSE.sections.values() for par in section.paragraphs for form in par if form.frame}


@given(DRAFTS, st.sampled_from(YEARLY), st.sampled_from(WAYS), st.integers(0, 1))
@BOUNDED
def test_an_answer_changes_only_the_sentences_that_print_it_or_depend_on_it(
    draft: Draft, changed: Question, way: str, wording: int
) -> None:
    county, signature, base, ways, form = draft
    after = report((county, signature, base, {**ways, changed.id: way}, form), wording, LONG)
    before = {sentence.id: sentence for sentence in sentences_of(report(draft, wording, LONG)) if sentence.id}
    now = {sentence.id: sentence for sentence in sentences_of(after) if sentence.id}
    touched = {changed.id, *(q.id for q in YEARLY if changed.id in {condition.question for condition in q.when})}
    for id_ in before.keys() | now.keys():
        pair = [each for each in (before.get(id_), now.get(id_)) if each]
        texts = {re.sub("^[一二三四五六七八九十]+是", "", each.text) for each in pair}
        if (len(pair) < 2 and id_ not in FRAMES and not id_.endswith(".lead")) or len(texts) > 1:
            assert touched & {source for each in pair for source in sources(each)}, pair


HOSTILE = (
    "{{ x }}",
    "甲{{ year }}乙",
    "{% if x %}甲{% endif %}",
    "{# 甲 #}",
    "{甲}",
    "【甲】",
    "甲【* 乙】",
    "甲（frame）: 乙",
    "# 甲",
    "> 甲",
    "@ 甲",
    "甲<b>乙</b>&amp;",
    "甲\\1",
    "甲|quoted",
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_an_answer_that_looks_like_a_template_or_markup_comes_out_as_it_was_typed(typed: str) -> None:
    for question in YEARLY:
        if question.kind not in {Kind.TEXT, Kind.LIST, Kind.DOCUMENT_REF} and not question.other:
            continue
        title = "的通知" if question.kind is Kind.DOCUMENT_REF else ""
        understood = understand(question, f"{typed}{title}", CLOCK)
        assert isinstance(understood, tuple), (question.id, typed)
        first = 1 if question.collects else 0
        gates = {condition.question for condition in question.when if not condition.negated}
        open_ = [gate for gate in gates if PACK.questions[gate].kind is Kind.YES_NO]
        kept = [answer for answer in SAMPLE if answer.question not in {question.id, *open_}]
        kept += [Answer(2025, gate, Chosen((YES,)), "是", AT) for gate in open_]
        given = [
            Answer(2025, question.id, value, typed, AT, item, item) for item, value in enumerate(understood, first)
        ]
        fed = FED[question.id]
        document = printed(*kept, *given, document=PACK.main_document if PACK.main_document in fed else fed[0])
        assert all(value_text(value) in document for value in understood), question.id


def test_an_answer_of_another_year_is_not_in_the_report_but_for_what_holds_on() -> None:
    carried = {id_ for id_, question in PACK.questions.items() if question.last_year == "carry"}
    other = tuple(a._replace(year=2024 if a.year else None) for a in SAMPLE if a.question not in carried)
    assert printed(*other) == printed(*(answer for answer in other if answer.year is None))


def test_the_paragraphs_of_a_long_answer_are_paragraphs_of_the_report() -> None:
    long = Sentence("long", (Span("甲段。\n乙段", ("story",)), Span("。")))
    assert text(Document("d", "文", (Paragraph((long,)),))) == f"{INDENT}甲段。\n{INDENT}乙段。\n"


def test_headings_and_places_stand_only_where_their_conditions_are_so() -> None:
    form = PROSE.documents["work_summary"]
    joint = (Condition("signature", choice="joint"),)
    section = replace(next(part for part in form.body if isinstance(part, Place)), conditions=joint)
    heading = HeadingForm(1, next(part for part in form.body if isinstance(part, HeadingForm)).text, joint)
    prose = replace(PROSE, documents={"work_summary": replace(form, body=(heading, section))})
    for signature in ("government", "joint"):
        answers = (*SAMPLE, Answer(None, "signature", Chosen((signature,)), "", AT))
        blocks = compose(PACK, prose, "work_summary", Dossier(years=(2025,), answers=answers), 2025).blocks
        assert any(isinstance(block, Heading | Paragraph) for block in blocks) == (signature == "joint")
