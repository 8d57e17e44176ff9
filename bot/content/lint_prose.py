"""How prose and questions fit together, both ways; each fault names its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.content.lint import unmet, words_of
from bot.content.pack_reader import Where
from bot.content.yaml_nodes import suggestion
from bot.errors import Problem
from bot.interview.known import OWN_WORDS
from bot.interview.pack import Condition, Pack
from bot.interview.wording import places
from bot.report.prose import Clause, DocumentForm, HeadingForm, Mark, Place, Prose, SentenceForm, taken
from bot.report.table import tabled


def check_prose(pack: Pack, prose: Prose, where: Where) -> Iterator[Problem]:
    """Find what does not fit between the prose and the questions."""
    settings = {key for document in prose.documents.values() for key in document.settings}
    known = words_of(pack) | settings
    for section in prose.sections.values():
        lead = SentenceForm(section.id, section.leads, frame=True, path=f"templates/{pack.id}/{section.id}.j2")
        for form in (lead, *section.sentences):
            yield from _check_sentence(pack, form, known, settings)
        for extra in [form for form in section.sentences if form.frame][1:]:
            yield Problem(extra.path, extra.line, "一节只能有一句 (frame)，请删去一句，或给它加上条件")
    for document in prose.documents.values():
        yield from _check_document(pack, prose, document, known, settings)
    yield from _check_use(pack, prose, where)
    if pack.main_document not in prose.documents:
        text = f"没有文书“{pack.main_document}”，{suggestion(pack.main_document, list(prose.documents))}"
        faults, root = where.pack
        yield Problem(faults.path, root.key_lines.get("document", 1), text)


def _check_sentence(pack: Pack, form: SentenceForm, known: set[str], settings: set[str]) -> Iterator[Problem]:
    for condition in form.conditions:
        yield from _check_condition(pack, condition, form.path, form.line)
    for clause in form.clauses():
        yield from _check_clause(pack, clause, form.path, known)
    if not form.frame and not _questions(pack, form, settings):
        yield Problem(form.path, form.line, "这一句不取决于任何答案，请写上条件；只讲目标的句子标 (frame)")


def _questions(pack: Pack, form: SentenceForm, settings: set[str]) -> set[str]:
    """Name the questions a sentence prints or depends on."""
    names = {name for clause in form.clauses() for name in clause.names} - settings - set(OWN_WORDS)
    return _followed(pack, names) | {condition.question for condition in _conditions(form)}


def _followed(pack: Pack, names: set[str]) -> set[str]:
    """Name the questions that words follow from: a term's own, or the question of that very name."""
    of_terms = {term.id: term.question for term in pack.terms}
    return {of_terms.get(name, name) for name in names}


def _check_condition(pack: Pack, condition: Condition, path: str, line: int) -> Iterator[Problem]:
    if text := unmet(pack, condition, pack.questions):
        yield Problem(path, line, text)


def _check_clause(pack: Pack, clause: Clause, path: str, known: set[str]) -> Iterator[Problem]:
    for name in sorted(clause.names - known):
        yield Problem(path, clause.line, f"没有题号“{name}”，{suggestion(name, sorted(known))}")
    for condition in clause.conditions:
        yield from _check_condition(pack, condition, path, clause.line)
    lists = [name for name in clause.names if name in pack.questions and pack.questions[name].collects]
    if clause.repeats and len(lists) != 1:
        yield Problem(path, clause.line, "【*】里要正好有一道列表题，请写成【* {{ 题号 }}】")


def _check_document(
    pack: Pack, prose: Prose, document: DocumentForm, known: set[str], settings: set[str]
) -> Iterator[Problem]:
    path = f"templates/{pack.id}/{document.id}.j2"
    yield from (problem for clause in document.columns for problem in _check_clause(pack, clause, path, known))
    for form in document.own:
        yield from _check_sentence(pack, replace(form, frame=True), known, settings)
    for part in () if document.like else document.parts:
        line = part.line if isinstance(part, Place) else next((clause.line for clause in part.text), 1)
        for condition in part.conditions:
            yield from _check_condition(pack, condition, path, line)
        if isinstance(part, HeadingForm):
            yield from (problem for clause in part.text for problem in _check_clause(pack, clause, path, known))
        elif part.section not in prose.sections:
            text = f"没有“{part.section}”这一节的句子，{suggestion(part.section, list(prose.sections))}"
            yield Problem(path, part.line, text)
        else:
            yield from _check_settings(prose, document, part, path, settings)
            yield from _check_only(prose, part, path)
    if document.signature and Mark.DATE not in document.marked:
        text = f"署了名，没有日期，请加一行“{Mark.DATE} 句号（英文）: 文字”"
        yield Problem(path, document.signature[0].line, text)


def _check_only(prose: Prose, place: Place, path: str) -> Iterator[Problem]:
    known = [form.id.partition(".")[2] for form in prose.sections[place.section].sentences]
    for id_ in place.only:
        if id_ not in known:
            text = f"“{place.section}”一节没有“{id_}”这一句，{suggestion(id_, known)}"
            yield Problem(path, place.line, text)


def _check_settings(
    prose: Prose, document: DocumentForm, place: Place, path: str, settings: set[str]
) -> Iterator[Problem]:
    used = {
        name
        for form in taken(prose.sections[place.section], place)
        for clause in form.clauses()
        for name in clause.names
    } & settings
    for name in sorted(used - document.settings.keys()):
        yield Problem(path, place.line, f"“{place.section}”一节要用“{name}”，请加一行“{name} = …”")


def _check_use(pack: Pack, prose: Prose, where: Where) -> Iterator[Problem]:
    """Find questions no document prints, zeros nobody says, and sections no document places."""
    placed = {place.section for document in prose.documents.values() for place in document.places}
    forms = [form for document in prose.documents.values() for form in _forms(prose, document)]
    fed = {q for document in prose.documents.values() if not document.columns for q in fed_by(pack, prose, document)}
    zeros = {condition.question for form in forms for condition in _conditions(form) if condition.negated}
    for question in pack.questions.values():
        faults, node = where.questions[question.id]
        if question.id not in fed and not question.for_bot:
            text = f"题“{question.id}”的答案没有写进任何文书，请写一句用到它，或删去这一题"
            yield Problem(faults.path, node.mapping["id"].line, text)
        if question.says_zero and question.id not in zeros:
            text = f"没有一句以 !{question.id} 为条件，“没有”说不出来，请补写"
            yield Problem(faults.path, node.mapping["zero"].line, text)
    for section in prose.sections.keys() - placed:
        yield Problem(f"templates/{pack.id}/{section}.j2", 1, "没有一份文书用到这一节，请写进文书，或删去这个文件")


def _conditions(form: SentenceForm) -> list[Condition]:
    return [*form.conditions, *(condition for clause in form.clauses() for condition in clause.conditions)]


def _forms(prose: Prose, document: DocumentForm) -> list[SentenceForm]:
    inside = [
        form
        for place in document.places
        if place.section in prose.sections
        for form in taken(prose.sections[place.section], place)
    ]
    printed = [line for line in document.lines if line is not document.marked.get(Mark.FILE)]
    return [*printed, *inside]


def fed_by(pack: Pack, prose: Prose, document: DocumentForm) -> set[str]:
    """Name the questions a document prints or depends on, also through the words, labels and defaults of others."""
    forms = _forms(prose, document)
    fed = {question for form in forms for question in _questions(pack, form, set(document.settings))}
    fed |= {question.id for question in tabled(pack)} if document.columns else set()
    fed |= {condition.question for part in document.parts for condition in part.conditions}
    for question in reversed(pack.questions.values()):
        if question.id in fed:
            labels = " ".join([question.default, *(choice.label for choice in question.choices)])
            fed |= _followed(pack, set(places(labels)))
    return fed
