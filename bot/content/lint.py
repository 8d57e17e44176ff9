"""How questions, their words and the phrases fit together; each fault names its line, or the file's first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.content.pack_reader import Where
from bot.content.yaml_nodes import EMPTY, suggestion
from bot.errors import Problem
from bot.interview.known import OWN_WORDS
from bot.interview.pack import NO, YES, Condition, Kind, Pack, Question, Term
from bot.interview.phrases import PHRASES
from bot.interview.wording import places


def check_pack(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find what does not fit within the questions, their words and the phrases."""
    seen: list[str] = []
    known = words_of(pack)
    for question in pack.questions.values():
        faults, node = where.questions[question.id]
        for condition in question.when:
            text = unmet(pack, condition, seen)
            if text:
                yield Problem(faults.path, node.mapping["when"].line, text)
        for key, text in _references(pack, question, seen):
            if text:
                yield Problem(faults.path, node.mapping[key].line, text)
        choices = node.mapping.get("choices", EMPTY).mapping
        for place, text in (
            (node.mapping.get("ask", EMPTY), question.ask),
            (node.mapping.get("default", EMPTY), question.default),
            *((choices[choice.id], choice.label) for choice in question.choices),
        ):
            for name in sorted(places(text)):
                if wrong := _unknown(pack, name, known, seen):
                    yield Problem(faults.path, place.line, wrong)
        seen.append(question.id)
    yield from _check_renamed(pack, where)
    yield from _check_words(pack, known, where)
    yield from _check_phrases(pack, where)


def _references(pack: Pack, question: Question, before: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each key of a question that names another one, with what is wrong with it."""
    if question.links:
        yield "links", _no_list(pack, question.links, before)
    if question.of:
        yield "of", _no_list(pack, question.of, pack.questions)
    if question.part_of:
        yield "part_of", _no_count(pack, question.part_of, before)
    if question.inside:
        yield "inside", _no_outer(pack, question, before)


def words_of(pack: Pack) -> set[str]:
    """Name every word that a label, a default or a sentence may use."""
    return {*OWN_WORDS, *pack.questions, *(term.id for term in pack.terms)}


def unmet(pack: Pack, condition: Condition, before: Iterable[str]) -> str:
    """Say what is wrong with a condition that may name the questions before it; "" where nothing is."""
    if condition.question not in pack.questions:
        return f"条件里没有题号“{condition.question}”，{suggestion(condition.question, list(pack.questions))}"
    if condition.question not in before:
        return f"条件里的题“{condition.question}”问在后面，请换成前面的题，或调整顺序"
    return _no_such_choice(pack.questions[condition.question], condition)


def _no_list(pack: Pack, id_: str, before: Iterable[str]) -> str:
    """Say what is wrong with a list a question refers to; "" where nothing is."""
    lists = [other.id for other in pack.questions.values() if other.kind is Kind.LIST]
    if id_ not in lists:
        return f"没有列表题“{id_}”，{suggestion(id_, lists)}"
    return "" if id_ in before else f"列表题“{id_}”问在后面，请换成前面的题，或调整顺序"


def _no_count(pack: Pack, id_: str, before: Iterable[str]) -> str:
    """Say what is wrong with the count another figure is a part of; "" where nothing is."""
    counts = [other for other in before if pack.questions[other].kind is Kind.COUNT]
    return "" if id_ in counts else f"前面没有数量题“{id_}”，{suggestion(id_, counts)}"


def _no_outer(pack: Pack, question: Question, before: Iterable[str]) -> str:
    """Say what is wrong with the question a place is said to lie in; "" where nothing is."""
    ending = [other.id for other in pack.questions.values() if other.endings and other.id in before]
    if question.inside not in ending:
        return f"前面没有写了“endings”的题“{question.inside}”，{suggestion(question.inside, ending)}"
    if pack.placed is not question:
        return "一份问卷只能有一题写“inside”，请删去"
    return ""


def _unknown(pack: Pack, name: str, known: set[str], before: Iterable[str]) -> str:
    """Say what is wrong with a word in a question that may use the questions before it; "" where nothing is."""
    if name not in known:
        return f"没有“{name}”这个词，{suggestion(name, sorted(known))}"
    terms = {term.id: term.question for term in pack.terms}
    placed = pack.placed.inside if pack.placed else ""
    question = placed if name == "unit_place" else terms.get(name, name)
    if question in pack.questions and question not in before:
        return f"词“{name}”要等后面的题“{question}”，请换成前面的题得出的词，或调整顺序"
    return ""


def _no_such_choice(question: Question, condition: Condition) -> str:
    ids = [YES, NO] if question.kind is Kind.YES_NO else [choice.id for choice in question.choices]
    if condition.choice and condition.choice not in ids:
        return f"题“{question.id}”没有选项“{condition.choice}”，{suggestion(condition.choice, ids)}"
    return ""


def _check_words(pack: Pack, known: set[str], where: Where) -> Iterator[Problem]:
    """Find terms that follow from no question, and words of the menu's heading that do not exist."""
    faults, root = where.pack
    for term in pack.terms:
        if term.question not in pack.questions:
            line = root.mapping["terms"].key_lines[term.id]
            text = f"词“{term.id}”的 of 里没有题号“{term.question}”，{suggestion(term.question, list(pack.questions))}"
            yield Problem(faults.path, line, text)
        elif wrong := _cases(pack, term):
            yield Problem(faults.path, root.mapping["terms"].key_lines[term.id], wrong)
    for name in places(pack.heading) - known:
        text = f"heading 里没有“{name}”这个词，{suggestion(name, sorted(known))}"
        yield Problem(faults.path, root.key_lines["heading"], text)


def _cases(pack: Pack, term: Term) -> str:
    """Say what is wrong with the cases of a word: it has one for each choice or ending of its question."""
    question = pack.questions[term.question]
    wanted = [choice.id for choice in question.choices] or list(question.endings)
    differ = [case for case in (*term.cases, *wanted) if (case in term.cases) != (case in wanted)]
    if differ:
        return f"词“{term.id}”的 cases 与题“{question.id}”的选项对不上：{'、'.join(differ)}，请写成一样的"
    return ""


def _check_renamed(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find questions said to be renamed that are still asked, or whose new id nobody asks under."""
    faults, root = where.pack
    lines = root.mapping.get("renamed", EMPTY).key_lines
    for old, now in pack.called_now.items():
        if old in pack.questions:
            yield Problem(faults.path, lines[old], f"renamed 里的“{old}”还在问，改了名的题号不能再用，请换一个题号")
        elif now not in pack.questions:
            text = f"renamed 里“{old}”改成的“{now}”没有这一题，{suggestion(now, list(pack.questions))}"
            yield Problem(faults.path, lines[old], text)


def _check_phrases(pack: Pack, where: Where) -> Iterator[Problem]:
    """Find phrases that are missing, that nobody says, or that name a place nothing fills."""
    faults, root = where.phrases
    for key in PHRASES.keys() - pack.phrases.keys():
        yield Problem(faults.path, 1, f"缺少“{key}”这一句，请补上")
    for key, line in root.key_lines.items():
        if key not in PHRASES:
            yield Problem(faults.path, line, f"没有用到“{key}”这一句，{suggestion(key, list(PHRASES))}")
            continue
        for name in places(pack.phrases[key]) - PHRASES[key]:
            fillable = "、".join(sorted(PHRASES[key])) or "无"
            yield Problem(faults.path, line, f"“{key}”里的 {{{name}}} 没有来处，可用：{fillable}")
