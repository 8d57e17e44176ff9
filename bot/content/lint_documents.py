"""What documents must not lose: a word of a title or a signature, the figure of a year, a sentence in one of its forms.

A name or a title is short; a word lost from it leaves a line that still reads well, for another unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

from bot.errors import Problem
from bot.interview.pack import Pack
from bot.report.prose import DocumentForm, HeadingForm, Place, Prose, SentenceForm, taken

Names = frozenset[str]


def check_documents(pack: Pack, prose: Prose) -> Iterator[Problem]:
    """Find lines that lost a word, years without a figure, unused words, and sentences left out or there twice."""
    for document in prose.documents.values():
        for form in document.own:
            yield from _check_line(prose, document, form)
        if document.like:
            continue
        yield from _check_years(pack, document)
        yield from _check_settings(pack, prose, document)
        if not document.columns and not document.most:
            yield from _check_whole(pack, prose, document)


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


def _check_settings(pack: Pack, prose: Prose, document: DocumentForm) -> Iterator[Problem]:
    """Find words of a document that none of its sentences prints."""
    placed = (form for place in document.places for form in taken(prose.sections[place.section], place))
    forms = [*placed, *document.lines] if all(p.section in prose.sections for p in document.places) else []
    used = {name for form in forms for clause in form.clauses() for name in clause.names}
    for name in document.settings.keys() - used if forms else ():
        yield Problem(f"templates/{pack.id}/{document.id}.j2", 1, f"没有一句用到“{name} = …”，请删去")


def _check_whole(pack: Pack, prose: Prose, document: DocumentForm) -> Iterator[Problem]:
    """Find sentences that a document of everything has not, or has twice, whichever of its forms is chosen."""
    chosen = {condition.question for place in document.places for condition in place.conditions}
    ways = [[choice.id for choice in pack.questions[id_].choices] for id_ in sorted(chosen & pack.questions.keys())]
    told: set[str] = set()
    for choices in product(*ways):
        form = dict(zip(sorted(chosen & pack.questions.keys()), choices, strict=True))
        counts = Counter(id_ for place in document.places if _met(place, form) for id_ in _ids(prose, place))
        for section in prose.sections.values():
            for sentence in section.sentences:
                if counts[sentence.id] != 1 and sentence.id not in told:
                    told.add(sentence.id)
                    often = "没有" if not counts[sentence.id] else f"有{counts[sentence.id]}处"
                    which = "、".join(f"{id_}={choice}" for id_, choice in form.items())
                    text = f"这份文书{often}句“{sentence.id}”{f'（{which}）' if which else ''}，请正好放一处"
                    yield Problem(f"templates/{pack.id}/{document.id}.j2", 1, text)


def _met(place: Place, form: Mapping[str, str]) -> bool:
    return all(form.get(each.question) == each.choice for each in place.conditions)


def _ids(prose: Prose, place: Place) -> list[str]:
    section = prose.sections.get(place.section)
    return [form.id for form in taken(section, place)] if section else []
