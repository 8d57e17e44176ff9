"""What a person sees now, as text and buttons: a function of the scene; decides nothing about what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button, State
from bot.interview.known import Entry, Standing
from bot.interview.membership_screens import membership_rows, membership_text
from bot.interview.pack import Kind, Section
from bot.interview.pasted import whole
from bot.interview.scene import Scene
from bot.interview.sensitive import found
from bot.interview.values import Nothing

Rows = tuple[tuple[Button, ...], ...]

WIDE = 12
"""A label longer than this is cut by a phone: it is numbered in the text, and its button bears the number."""

WIDEST = 16
"""No label is longer: a phone shows so many hanzi on a button that has its row to itself."""

ZERO_KINDS = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.LIST, Kind.TEXT, Kind.CHOICE_MANY, Kind.DOCUMENT_REF, Kind.LONG_TEXT}
)
"""Kinds that offer 没有 on a button; a choice and 是/否 have it among their choices."""

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def screen(scene: Scene) -> tuple[str, Rows]:
    """Give the text and the buttons that belong to where the chat is."""
    return _text(scene), keyboard(scene)


def _text(scene: Scene) -> str:
    match scene.session.state:
        case State.STRANGER:
            return scene.say("stranger")
        case State.NAMING:
            return scene.say("ask_name")
        case State.YEAR:
            return scene.say("ask_year")
        case State.MENU:
            return "\n".join(_menu_lines(scene))
        case State.ASKING | State.HELD as state:
            return "\n".join(_held_lines(scene) if state is State.HELD else _question_lines(scene, scene.entry))
        case _:
            return membership_text(scene)


def keyboard(scene: Scene) -> Rows:
    """Give the buttons that belong to where the chat is."""
    match scene.session.state:
        case State.STRANGER | State.NAMING:
            return ()
        case State.YEAR:
            return _year_rows(scene)
        case State.MENU:
            return _menu_rows(scene)
        case State.ASKING:
            return _question_rows(scene, scene.entry)
        case State.HELD:
            return ((Button("keep", scene.say("button_keep")), Button("drop", scene.say("button_drop"))),)
        case _:
            return membership_rows(scene)


def offered(scene: Scene, choice: str) -> bool:
    """Tell whether the screen where the chat is has a button of this id."""
    return any(choice == button.id for row in keyboard(scene) for button in row)


def pressed_by_words(rows: Rows, typed: str) -> str | None:
    """Give the id of the button that typed words mean: its label, what stands before its ：, its number or its name."""
    wanted = typed.strip()
    for button in (button for row in rows for button in row):
        number, _, rest = button.label.partition(".")
        names = {button.label, number, rest.split(" ")[0]} if number.isdecimal() else {button.label}
        if button.id == "carry":
            names.add(button.label.partition("：")[0])
        if wanted and wanted in names:
            return button.id
    return None


def _held_lines(scene: Scene) -> Iterator[str]:
    for seen in found(whole(scene.session.held).text):
        yield scene.say(f"held_{seen.what}", seen=seen.shown)
    yield scene.say("held_ask")


def _year_rows(scene: Scene) -> Rows:
    latest = scene.session.year
    years = sorted(
        {latest, latest - 1, *scene.dossier.years, *((latest + 1,) if scene.dossier.years else ())}, reverse=True
    )
    row = tuple(Button(f"={year}", scene.say("year_button", year=year)) for year in years)
    return tuple(_wrapped(row, 2))


def _menu_lines(scene: Scene) -> Iterator[str]:
    total = sum(entry.applies for entry in scene.known.entries.values())
    yield scene.in_words(scene.pack.heading)
    yield scene.say("menu_progress", done=total - len(scene.unfinished()), total=total)
    if waiting := scene.waiting():
        yield scene.say("menu_waiting", labels="、".join(entry.question.label for entry in waiting))
    yield scene.say("menu_hint")


def _menu_rows(scene: Scene) -> Rows:
    sections = tuple(
        Button(f"s:{section.id}", f"{number}.{section.title} {_mark(scene, section)}")
        for number, section in enumerate(scene.pack.sections, 1)
    )
    last = [Button("draft", scene.say("button_draft")), Button("year", scene.say("button_year"))]
    if scene.unfinished():
        last.insert(0, Button("go", scene.say("button_continue")))
    return (*_wrapped(sections, 2), tuple(last))


def _mark(scene: Scene, section: Section) -> str:
    entries = scene.applying(section)
    later = sum(entry.standing is Standing.LATER for entry in entries)
    if later:
        return scene.say("mark_waiting", count=later)
    if not any(entry.owed for entry in entries):
        return scene.say("mark_done")
    return scene.say("mark_begun" if any(entry.stored for entry in entries) else "mark_new")


def _question_lines(scene: Scene, entry: Entry) -> Iterator[str]:
    question = entry.question
    asked = [other.id for other in scene.section.questions if scene.known.entries.applies(other)]
    number = asked.index(question.id) + 1 if question.id in asked else len(asked)
    yield scene.say("question_title", section=scene.section.title, number=number, total=len(asked))
    owed = question.required and (entry.stored or entry.standing is not Standing.HELD)
    yield scene.in_words(question.ask) + (scene.say("question_required") if owed else "")
    for key, text in (("why", question.why), ("example", question.example), ("holder", question.holder)):
        if text:
            yield scene.say(f"question_{key}", **{key: text})
    if len(question.units) > 1:
        yield scene.say("question_units", units="、".join(question.units))
    if question.last_year != "none" and (before := scene.last_year(question.id)):
        yield scene.say("question_last_year", text=before.text)
    yield from _now(scene, entry)
    if _numbered(entry):
        yield scene.say("question_choices")
        yield from (f"{CIRCLED[index]} {choice.label}" for index, choice in enumerate(entry.question.choices[:20]))
    if question.other and question.kind is Kind.CHOICE:
        yield scene.say("hint_other")
    hint = f"hint_{question.kind.value}"
    if hint in scene.pack.phrases:
        yield scene.say(hint)


def _now(scene: Scene, entry: Entry) -> Iterator[str]:
    """Say what stands as the answer now: the items of a list, a default in effect, or the answer."""
    if entry.question.collects and entry.pieces:
        yield scene.say("question_items")
        yield from (f"{number}. {piece.text}" for number, piece in enumerate(entry.pieces, 1))
    elif entry.stored:
        yield scene.say("question_now", text=answer_text(scene, entry))
    elif entry.standing is Standing.HELD:
        yield scene.say("question_default", text=entry.text)


def answer_text(scene: Scene, entry: Entry) -> str:
    """Print an answer for reading back: what it says, or which nothing it is."""
    value = entry.answers[0].value if entry.answers else None
    return scene.say(f"nothing_{value.value}") if isinstance(value, Nothing) else entry.text


def _numbered(entry: Entry) -> bool:
    return any(len(choice.label) > WIDE for choice in entry.question.choices)


def _question_rows(scene: Scene, entry: Entry) -> Rows:
    rows = (*_answer_rows(scene, entry), *_nothing_rows(scene, entry), _walk_row(scene))
    return tuple(row for row in rows if row)


def _answer_rows(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    question = entry.question
    held = {id_ for answer in entry.answers for id_ in getattr(answer.value, "ids", ())}
    many = question.kind is Kind.CHOICE_MANY
    numbered = _numbered(entry)
    buttons = []
    default = scene.default if question.firm else None
    fits = getattr(default.value, "ids", ()) if default else ()
    for index, choice in enumerate(question.choices[:20]):
        if fits and choice.id not in fits:
            continue
        label = CIRCLED[index] if numbered else choice.label
        if many:
            taken = choice.id in held
            buttons.append(Button(f"{'-' if taken else '+'}{choice.id}", f"✓ {label}" if taken else label))
        else:
            buttons.append(Button(f"={choice.id}", label))
    widest = max((len(button.label) for button in buttons), default=0)
    yield from _wrapped(tuple(buttons), 4 if widest <= 3 else 2 if widest <= 7 else 1)
    if question.collects:
        deletes = tuple(
            Button(f"x{piece.item}", scene.say("button_delete", number=number))
            for number, piece in enumerate(entry.pieces[:20], 1)
        )
        yield from _wrapped(deletes, 4)
    if many or question.collects:
        yield (Button("done", scene.say("button_done")),)
    yield from _offers(scene, entry)


def _offers(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    """Offer what can be taken with one press: the default in effect, last year's answer, today's date."""
    question = entry.question
    if not entry.stored and entry.standing is Standing.HELD and not question.choices:
        yield (Button("default", _short(scene, "button_default", entry.text)),)
    if question.last_year == "carry" and (before := scene.last_year(question.id)):
        yield (Button("carry", _short(scene, "button_carry", before.text)),)
    if question.kind is Kind.DATE and not question.yearly:
        yield (Button("today", scene.say("button_today")),)


def _short(scene: Scene, key: str, text: str) -> str:
    room = min(WIDE, WIDEST - len(scene.say(key, text="")))
    return scene.say(key, text=text if len(text) <= room else text[: room - 1] + "…")


def _nothing_rows(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    if scene.section.kept:
        return
    owed = entry.question.required and (entry.question.collects or entry.question.kind is Kind.DATE)
    zero = [Nothing.ZERO] if entry.question.kind in ZERO_KINDS else []
    nothings = [Nothing.LATER] if owed else [*zero, Nothing.OUT, Nothing.LATER]
    yield tuple(Button(nothing.value, scene.say(f"nothing_{nothing.value}")) for nothing in nothings)


def _walk_row(scene: Scene) -> tuple[Button, ...]:
    return tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in ("back", "skip", "menu"))


def _wrapped(buttons: tuple[Button, ...], width: int) -> Iterator[tuple[Button, ...]]:
    return (buttons[start : start + width] for start in range(0, len(buttons), width))
