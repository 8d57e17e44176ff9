"""The lines of documents that stand for the unit: the same words in every document, and none that says one for all.

A name, a signature or a title is short; a word lost from it leaves a line that still reads well, for another unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.errors import Problem
from bot.interview.pack import Pack
from bot.report.prose import DocumentForm, HeadingForm, Prose, SentenceForm

Names = frozenset[str]


def check_documents(pack: Pack, prose: Prose) -> Iterator[Problem]:
    """Find lines that lost a word others have, that hold none, and years that have no figure."""
    for document in prose.documents.values():
        for form in document.lines:
            yield from _check_line(prose, document, form)
        yield from _check_years(pack, document)


def _names(form: SentenceForm) -> Names:
    return frozenset(name for clause in form.clauses() for name in clause.names)


def _check_line(prose: Prose, document: DocumentForm, form: SentenceForm) -> Iterator[Problem]:
    names, alike = _names(form), _alike(prose, form)
    usual = Counter(map(_names, alike)).most_common(1)[0][0]
    if differ := sorted(names ^ usual):
        text = f"这一行与别的文书里的不同：{'、'.join(differ)}，请改成一致，或另起一个句号"
        yield Problem(form.path, form.line, text)
    elif not names and form not in (annex.name for annex in document.annexes):
        text = "这一行没有用到一个词、一道题，每个单位、每一年都会印成一样，请补上 {{ year }}、{{ place }} 之类"
        yield Problem(form.path, form.line, text)


def _alike(prose: Prose, form: SentenceForm) -> list[SentenceForm]:
    """Give the lines of that id in all documents."""
    id_ = form.id.partition(".")[2]
    lines = (line for document in prose.documents.values() for line in document.lines)
    return [line for line in lines if line.id.partition(".")[2] == id_]


def _check_years(pack: Pack, document: DocumentForm) -> Iterator[Problem]:
    path = f"templates/{pack.id}/{document.id}.j2"
    headings = [clause for part in document.parts if isinstance(part, HeadingForm) for clause in part.text[:1]]
    for clause in (*headings, *document.columns):
        for text in clause.source.split("，"):
            if text.startswith("年"):
                yield Problem(
                    path, clause.line, f"“{text[:6]}”前面没有年份，请补上 {{{{ year }}}}、{{{{ last_year }}}} 之类"
                )
