"""templates/ into prose: sentence lines of a section, lines of a document; judges each line, not how they fit.

`templates/README.md` gives the form: a line is a sentence, its id and conditions in front; 【】 drops alone;
【* 】 repeats over a list; an indented line is another wording of the sentence above. A line of a document is a
sentence too, behind the mark or the name of what it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.content.conditions import read_conditions
from bot.content.yaml_nodes import Faults, suggestion
from bot.errors import Problem
from bot.interview.pack import Condition
from bot.report.ink import ClauseError, names_in
from bot.report.prose import (
    ANNEX,
    BREAK,
    COLUMNS,
    TABLE,
    AnnexForm,
    Clause,
    DocumentForm,
    HeadingForm,
    Mark,
    Place,
    Prose,
    SectionProse,
    SentenceForm,
    Wording,
)

_SENTENCE = re.compile(r"([a-z][a-z0-9_]*)\s*(?:\(([^)]*)\))?\s*:\s*(.+)")
_CLAUSE = re.compile(r"【(\*|[(（][!a-z0-9_=, ]+[)）])?\s*([^【】]*)】")
_SETTING = re.compile(r"([a-z][a-z0-9_]*)\s*=\s*(.+)")
_PLACE = re.compile(r"[>-]\s*([a-z][a-z0-9_]*)\s*(?:\(([^)]*)\))?(?:\s*:\s*([a-z0-9_, ]+))?")
_HEADING = re.compile(r"(#{1,4})\s*(?:\(([^)]*)\)\s*)?(.+)")
_ELEMENT = re.compile(r"([\u4e00-\u9fff]+)\s*(.*)")

_YES_NO = {"是": True, "否": False}
_LENGTHS = ("most", "least")


def read_prose(templates: Path, pack_id: str, sections: tuple[str, ...], problems: list[Problem]) -> Prose:
    """Read the prose of these sections and every document; faults are added to `problems`.

    A file of templates/PACK/ named like a section holds its sentences; any other file is a document.
    """
    found: dict[str, SectionProse] = {}
    documents: dict[str, DocumentForm] = {}
    for file in sorted((templates / pack_id).glob("*.j2")):
        reader = _Reader(file, Faults(f"templates/{pack_id}/{file.name}", problems))
        if file.stem in sections:
            found[file.stem] = reader.section()
        else:
            documents[file.stem] = reader.document()
    return Prose(found, {id_: _arranged(form, documents, pack_id, problems) for id_, form in documents.items()})


def _arranged(
    form: DocumentForm, documents: Mapping[str, DocumentForm], pack_id: str, problems: list[Problem]
) -> DocumentForm:
    """Arrange a document as the one it is like; its own lines take the place of that one's."""
    if not form.like:
        return form
    other = documents.get(form.like)
    if other is None or other.like:
        known = [id_ for id_, each in documents.items() if not each.like]
        text = f"没有文书“{form.like}”，{suggestion(form.like, known)}"
        problems.append(Problem(f"templates/{pack_id}/{form.id}.j2", 1, text))
        return form
    marked = {mark: line for mark, line in other.marked.items() if mark in {Mark.DATE, Mark.NOTE}} | {**form.marked}
    settings = {**other.settings, **form.settings}
    return replace(
        other, id=form.id, name=form.name, settings=settings, marked=marked, public=form.public, like=form.like
    )


@dataclass
class _Lines:
    """What was read of a document so far."""

    settings: dict[str, str] = field(default_factory=dict)
    title: list[SentenceForm] = field(default_factory=list)
    body: list[HeadingForm | Place] = field(default_factory=list)
    signature: list[SentenceForm] = field(default_factory=list)
    annexes: list[tuple[SentenceForm, list[HeadingForm | Place]]] = field(default_factory=list)
    marked: dict[Mark, SentenceForm] = field(default_factory=dict)
    columns: Wording = ()

    @property
    def current(self) -> list[HeadingForm | Place]:
        """Where headings and places go: to the last annex, or to the body while there is none."""
        return self.annexes[-1][1] if self.annexes else self.body


class _Reader:
    """One file, line by line."""

    def __init__(self, file: Path, faults: Faults) -> None:
        self.stem, self.faults = file.stem, faults
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            text = ""
            faults.add(1, "文件读不懂，请存成 UTF-8 编码")
        self.lines = list(enumerate(text.splitlines(), 1))
        self.first_lines: dict[str, int] = {}

    def section(self) -> SectionProse:
        """Read sentences, their wordings, and the blank lines that part paragraphs."""
        leads: list[Wording] = []
        paragraphs: list[list[SentenceForm]] = [[]]
        for number, line in self.lines:
            if BREAK in line and not line.startswith("{#"):
                self._misplaced_break(number)
            if not line.strip():
                paragraphs.append([])
            elif line.startswith("{#"):
                continue
            elif line[0].isspace():
                if leads and paragraphs == [[]]:
                    leads.append(self._wording(line.strip(), number))
                else:
                    self._add_wording(paragraphs[-1], line.strip(), number)
            elif line.startswith("="):
                leads = [self._wording(line[1:].strip(), number)]
            elif sentence := self._sentence(line, number):
                paragraphs[-1].append(sentence)
        return SectionProse(self.stem, tuple(leads), tuple(tuple(paragraph) for paragraph in paragraphs if paragraph))

    def document(self) -> DocumentForm:
        """Read settings, title lines, headings, places, names that sign and the other elements."""
        read = _Lines()
        for number, line in self.lines:
            if line.strip() and not line.startswith("{#"):
                self._document_line(read, line.strip(), number)
        settings = read.settings
        if "name" not in settings:
            self.faults.add(1, "文书缺少名称，请加一行“name = 名称”")
        name = settings.pop("name", self.stem)
        sealed, public = (_YES_NO.get(settings.pop(key, "否"), False) for key in ("seal", "public"))
        most, least = (int(text) if text.isdecimal() else 0 for text in (settings.pop(key, "0") for key in _LENGTHS))
        annexes = tuple(AnnexForm(title, tuple(body)) for title, body in read.annexes)
        body, signature = tuple(read.body), tuple(read.signature)
        title = tuple(read.title)
        like = settings.pop("as", "")
        return DocumentForm(
            self.stem,
            name,
            settings,
            title,
            body,
            signature,
            annexes,
            read.marked,
            sealed,
            read.columns,
            most,
            least,
            public,
            like,
        )

    def _document_line(self, read: _Lines, line: str, number: int) -> None:
        if BREAK in line and not line.startswith(("=", ANNEX)):
            self._misplaced_break(number)
        if match := _SETTING.fullmatch(line):
            read.settings[match[1]] = match[2].strip()
            if match[1] in ("seal", "public") and match[2] not in _YES_NO:
                self.faults.add(number, f"“{match[1]}”只能写 是 或 否，现在是“{match[2]}”")
            if match[1] in _LENGTHS and not match[2].strip().isdecimal():
                self.faults.add(number, f"“{match[1]}”要写字数，如“{match[1]} = 1000”，现在是“{match[2]}”")
        elif line[0] in "=@":
            sentence = self._sentence(line[1:].strip(), number)
            (read.title if line[0] == "=" else read.signature).extend([sentence] if sentence else [])
        elif match := _HEADING.fullmatch(line):
            conditions = self._conditions(match[2] or "", number)
            read.current.append(HeadingForm(len(match[1]), self._wording(match[3], number), conditions))
        elif match := _PLACE.fullmatch(line):
            only = tuple(re.findall("[a-z0-9_]+", match[3] or ""))
            conditions = self._conditions(match[2] or "", number)
            read.current.append(Place(match[1], line.startswith("-"), number, only, conditions))
        elif match := _ELEMENT.fullmatch(line):
            self._element(read, match[1], match[2], number)
        else:
            known = "“= 标题”“# 小标题”“> 节”“- 节”“@ 落款”，或“主送 句号: 文字”这样的一行"
            self.faults.add(number, f"这一行读不懂，请写成{known}")

    def _element(self, read: _Lines, name: str, line: str, number: int) -> None:
        """Read the line of an element by its name; what is placed behind an annex's line is the annex."""
        if name == TABLE:
            read.columns = self._columns(line, number)
        elif name not in {ANNEX, *Mark}:
            known = [ANNEX, TABLE, *Mark]
            self.faults.add(number, f"没有“{name}”这种行，{suggestion(name, known)}")
        elif sentence := self._sentence(line, number):
            if name == ANNEX:
                read.annexes.append((sentence, []))
            elif first := read.marked.get(Mark(name)):
                self.faults.add(number, f"“{name}”在第{first.line}行已经写过，一份文书只有一行，请删去一行")
            else:
                read.marked[Mark(name)] = sentence

    def _columns(self, line: str, number: int) -> Wording:
        if line.count("，") != COLUMNS - 1:
            self.faults.add(number, f"一览表要有{COLUMNS}栏，请写成“{TABLE} 事项，今年，去年，增减，来源”")
        return self._wording(line, number)

    def _misplaced_break(self, number: int) -> None:
        self.faults.add(number, f"“{BREAK}”只能写在标题里（“=”或“{ANNEX}”开头的一行），请去掉")

    def _sentence(self, line: str, number: int) -> SentenceForm | None:
        match = _SENTENCE.fullmatch(line)
        if match is None:
            self.faults.add(number, "这一行读不懂，请写成“句号（英文）: 文字”，另一种写法要缩进")
            return None
        if match[1] in self.first_lines:
            self.faults.add(number, f"句号“{match[1]}”在第{self.first_lines[match[1]]}行已经用过，请换一个")
        self.first_lines.setdefault(match[1], number)
        frame = (match[2] or "").strip() == "frame"
        conditions = () if frame else self._conditions(match[2] or "", number)
        wording = self._wording(match[3], number)
        return SentenceForm(f"{self.stem}.{match[1]}", (wording,), conditions, frame, self.faults.path, number)

    def _add_wording(self, paragraph: list[SentenceForm], text: str, number: int) -> None:
        if not paragraph:
            self.faults.add(number, "缩进的一行是上一句的另一种写法，可上面没有句子，请去掉缩进")
            return
        last = paragraph[-1]
        wordings = (*last.wordings, self._wording(text, number))
        paragraph[-1] = SentenceForm(last.id, wordings, last.conditions, last.frame, last.path, last.line)

    def _wording(self, text: str, number: int) -> Wording:
        """Cut a sentence into its clauses."""
        clauses: list[Clause] = []
        end = 0
        for match in _CLAUSE.finditer(text):
            if match.start() > end:
                clauses.append(self._clause(text[end : match.start()], number))
            head = match[1] or ""
            conditions = self._conditions(head.strip("()（）"), number) if head not in {"", "*"} else ()
            clauses.append(
                self._clause(match[2].rstrip(), number, conditions, optional=head != "*", repeats=head == "*")
            )
            end = match.end()
        if end < len(text):
            clauses.append(self._clause(text[end:], number))
        return tuple(clauses)

    def _clause(
        self,
        source: str,
        line: int,
        conditions: tuple[Condition, ...] = (),
        *,
        optional: bool = False,
        repeats: bool = False,
    ) -> Clause:
        if "【" in source or "】" in source:
            self.faults.add(line, "【】没有成对，或者套了两层，请改成一层一对")
        try:
            names = names_in(source)
        except ClauseError as error:
            self.faults.add(line, f"花括号里的写法读不懂（{error}），请写成 {{{{ 题号 }}}}")
            names = frozenset()
        return Clause(source, names, conditions, optional, repeats, line)

    def _conditions(self, text: str, number: int) -> tuple[Condition, ...]:
        conditions = read_conditions(text)
        if conditions is None:
            self.faults.add(number, f"条件“{text}”读不懂，请写成“题号”、“!题号”或“题号=选项”，几个之间用逗号")
        return conditions or ()
