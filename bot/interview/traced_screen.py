"""What is seen of a figure looked for: where it stands, and who gave it, when and how; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.approval import withheld
from bot.interview.events import Answer, Button
from bot.interview.filed_words import day_of
from bot.interview.known import Entry
from bot.interview.pack import Kind
from bot.interview.reading import cleaned, shown
from bot.interview.scene import Scene
from bot.interview.screen_parts import CIRCLED, Rows, answer_text, wrapped
from bot.interview.traces import Hit, Query, Source, asked, hits, near, sources, unprinted
from bot.interview.values import Chosen, Nothing, value_text

MOST_HITS, MOST_SOURCES = 8, 8
"""So many places are shown, and so many answers they came from."""

ROOM = 14
"""Characters of a sentence to either side of what was found."""

SOURCES = ("typed", "carried", "imported", "default", "confirmed")
"""Where an answer may be from; any other way is a member's own doing."""

PRESSED = frozenset({"default", "today", "carry"})
"""What stands as typed where a button was pressed."""


def query_of(scene: Scene) -> Query:
    """Give what is looked for: what was said last, or else the answer one comes back from."""
    if scene.session.held:
        return asked(scene.session.held[0].text) or Query("")
    entry = scene.known.entries[scene.session.question]
    text = answer_text(scene, entry) if entry.answers else entry.question.label
    return Query(shown(text), question=entry.question.id)


def found(scene: Scene) -> tuple[Hit, ...]:
    """Give the places found."""
    return hits(scene.passages, query_of(scene))


def origins(scene: Scene) -> tuple[Source, ...]:
    """Give the answers that can be changed here: of what stands there, or else of what is said nowhere."""
    told = sources(found(scene))
    query = query_of(scene)
    if query.question:
        return (Source(query.question),)
    hidden = () if told else tuple(Source(entry.question.id) for entry in unprinted(scene, query, told))
    return tuple(source for source in (*told, *hidden) if source.question in scene.pack.questions)[:MOST_SOURCES]


def only_origin(scene: Scene) -> Entry | None:
    """Give the one question a figure comes from, where a new value can take the place of its answer at once."""
    questions = {source.question for source in origins(scene)}
    if len(questions) != 1:
        return None
    entry = scene.known.entries[questions.pop()]
    return None if entry.question.collects or entry.question.kind is Kind.CHOICE_MANY else entry


def traced_text(scene: Scene) -> str:
    """Say where it stands, and which answer made it stand there."""
    return "\n".join(_lines(scene))


def traced_rows(scene: Scene) -> Rows:
    """Offer to change each answer it came from, and what is next."""
    told = origins(scene)
    one = len(told) == 1
    changes = tuple(
        Button(f"c{number}", scene.say("button_change") if one else scene.say("button_change_number", mark=mark))
        for number, (_, mark) in enumerate(zip(told, CIRCLED, strict=False))
    )
    public = ((Button(way, scene.say(f"button_{way}")),),) if (way := publishing(scene)) else ()
    key = "withdraw" if scene.filed else "file"
    own = (Button(key, scene.say(f"button_{key}")),) if scene.owns else ()
    back = tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in ("return", "menu"))
    return (*wrapped(changes, 4), *public, (*own, *back))


def publishing(scene: Scene) -> str:
    """Tell whether the one answer there can be kept out of what is published, or be in it again; "" where neither."""
    questions = {source.question for source in origins(scene)}
    if len(questions) != 1 or not scene.pack.public_documents:
        return ""
    question = scene.pack.questions[questions.pop()]
    if not question.public or scene.pack.section_of[question.id].kept:
        return ""
    return "publish" if question.id in withheld(scene.dossier.checks, scene.session.year) else "withhold"


def _lines(scene: Scene) -> Iterator[str]:
    query, places = query_of(scene), found(scene)
    yield scene.say("trace_title" if places else "trace_none", text=query.text)
    yield from _places(scene, query, places)
    told = origins(scene)
    if told and not sources(places):
        yield scene.say("trace_unprinted")
    for source, mark in zip(told, CIRCLED, strict=False):
        yield from _source(scene, source, mark if len(told) > 1 else "")
    if places and not told:
        yield scene.say("trace_no_source")
    if not places and not told and query.amount is not None:
        figures = near(scene.passages, query.amount)[:5]
        if figures:
            yield scene.say("trace_near", figures="、".join(figures))
    if only_origin(scene) and not scene.filed:
        yield scene.say("trace_one")


def _places(scene: Scene, query: Query, places: tuple[Hit, ...]) -> Iterator[str]:
    if query.paragraph:
        passage = next((each for each in scene.passages if each.number == query.paragraph), None)
        if passage:
            number = scene.say("passage_number", number=passage.number)
            yield scene.say("trace_hit", passage=number, text=shown(passage.text, 120))
        return
    for hit in places[:MOST_HITS]:
        number = scene.say("passage_number", number=hit.passage)
        yield scene.say("trace_hit", passage=number, text=clipped(hit.text, hit.start, hit.end))
    if len(places) > MOST_HITS:
        yield scene.say("trace_more", count=len(places) - MOST_HITS)


def _source(scene: Scene, source: Source, mark: str) -> Iterator[str]:
    entry = scene.known.entries[source.question]
    answer = next((each for each in entry.answers if each.item == source.item), None)
    answer = answer or next(iter(entry.answers), None)
    text = shown(_said(scene, entry, source), 60)
    yield scene.say("trace_source", mark=mark, label=entry.question.label, text=text)
    if answer:
        yield _how(scene, answer)


def _said(scene: Scene, entry: Entry, source: Source) -> str:
    """Print the answer, or the one item of it."""
    pieces = [piece.text for piece in entry.pieces if source.item and piece.item == source.item]
    return pieces[0] if pieces else answer_text(scene, entry) if entry.answers else ""


def _how(scene: Scene, answer: Answer) -> str:
    """Say who gave an answer, when, what was typed and where it is from; a default was given by nobody."""
    how = scene.say(f"source_{answer.source if answer.source in SOURCES else SOURCES[0]}")
    if answer.source == "default":
        return how
    time = f"{answer.at:%H:%M}"
    who = scene.say("trace_who", name=answer.by, day=day_of(answer.at), time=time)
    return f"{who}{how}{_typed(scene, answer)}"


def _typed(scene: Scene, answer: Answer) -> str:
    """Give what was typed, where that is other than what it was understood as."""
    if isinstance(answer.value, Chosen | Nothing) or answer.typed in PRESSED:
        return ""
    typed = cleaned(answer.typed)
    return scene.say("trace_typed", typed=shown(typed)) if typed != value_text(answer.value) else ""


def clipped(text: str, start: int, end: int) -> str:
    """Cut a sentence to what stands around a place in it."""
    left, right = max(0, start - ROOM), min(len(text), end + ROOM)
    return ("…" if left else "") + text[left:right].replace("\n", " ") + ("…" if right < len(text) else "")
