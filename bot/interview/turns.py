"""The few shapes a turn can have: a sentence, or a screen after facts; and how the cursor arrives at a question."""

from __future__ import annotations

from bot.interview.changed_notice import changes_of
from bot.interview.events import Ask, Button, Fact, Reply, Say, Turn
from bot.interview.group_screen import members
from bot.interview.known import Entry
from bot.interview.scene import Scene
from bot.interview.screens import screen
from bot.interview.seen import stamp
from bot.interview.session import State

CHANGED = "changed"
"""The button that shows the changed sentences whole; it stands under the screen that tells of them."""


def said(scene: Scene, text: str) -> Turn:
    """Reply with a sentence; the screen and all else stay as they are."""
    return Turn(scene.session, (), (Say(text),))


def shown(
    scene: Scene,
    facts: tuple[Fact, ...] = (),
    notice: str = "",
    first: tuple[Reply, ...] = (),
    *,
    replaces: bool = False,
    understood: str = "",
) -> Turn:
    """Reply with the screen where the scene now is, the notice above it; `scene` already holds the facts.

    `first` goes out before it; `replaces`: the same screen takes a new form and keeps its number. `understood`: see
    Ask. Where an answer took the place of another, the sentences it changed are told, clipped; a button shows them
    whole.
    """
    changes, whole = changes_of(scene.before, scene, facts) if scene.before and not replaces else ("", "")
    strays = scene.session.via == State.GROUP and scene.session.question not in scene.pack.group_of
    scene = scene.at(saw=stamp(scene), via="" if strays else scene.session.via)
    if not replaces:
        scene = scene.at(screen=scene.session.screen + 1, changed=whole)
    text, rows = screen(scene)
    text = "\n\n".join(filter(None, ("\n".join(filter(None, (notice, changes))), text)))
    if scene.session.changed:
        rows = (*rows, (Button(CHANGED, scene.say("button_changed")),))
    return Turn(scene.session, facts, (*first, Ask(text, rows, scene.session.screen, replaces, understood)))


def arrive(
    scene: Scene,
    entry: Entry | None,
    facts: tuple[Fact, ...] = (),
    notice: str = "",
    *,
    understood: str = "",
    via: str = "",
) -> Turn:
    """Go to a question and show it; to the menu where there is none. `via`: see Session."""
    if entry is None:
        end = "\n".join(filter(None, (notice, _end(scene), _unasked(scene))))
        return shown(scene.at(state=State.MENU, question="", via=""), facts, end, understood=understood)
    there = scene.at(question=entry.question.id, item=0, via=via)
    there = there if via or entry.blank else led(there)
    places = {**dict(scene.session.places), scene.session.year: there.session.question}
    there = there.at(places=tuple(sorted(places.items())))
    return shown(there.at(state=place_of(there)), facts, notice, understood=understood)


def led(scene: Scene) -> Scene:
    """Give the moment at the group's first question that is not optional, where it is at one that is, and has one.

    At an optional one the chat goes through all there are: it is there for no other reason.
    """
    if not scene.entry.question.optional:
        return scene
    entries = (scene.known.entries[id_] for id_ in scene.pack.group_of.get(scene.session.question, ()))
    core = next((entry for entry in entries if entry.applies and not entry.question.optional), None)
    return scene.at(question=core.question.id) if core else scene


def in_group(scene: Scene) -> Scene:
    """Give the moment back at a group, at the question of it that was come to, after one was opened alone."""
    came = dict(scene.session.places).get(scene.session.year, "")
    ids = scene.pack.group_of.get(scene.session.question, ())
    return scene.at(question=came) if scene.session.state is State.GROUP and came in ids else scene


def place_of(scene: Scene) -> State:
    """Tell where a question is asked: with its group, but alone where an answer leads back or it alone applies.

    The item a chat is at is asked for by itself.
    """
    asked = scene.pack.questions[scene.session.question]
    if scene.session.item > 0 and asked.collects and not asked.of:
        return State.ITEM
    return State.GROUP if not scene.session.via and len(members(scene)) > 1 else State.ASKING


def returned(scene: Scene, facts: tuple[Fact, ...] = (), notice: str = "", *, understood: str = "") -> Turn:
    """Go back to the state the question was entered from."""
    there = scene.at(state=State(scene.session.via), via="")
    return shown(in_group(there), facts, notice, understood=understood)


def onward(scene: Scene, facts: tuple[Fact, ...] = (), notice: str = "", *, understood: str = "") -> Turn:
    """Go on by itself: to the next question that is open; where a section only has last year's answers, to its review.

    A section that is through says so.
    """
    here, following = scene.section, scene.next_open()
    leaves = following is None or scene.pack.section_of[following.question.id] is not here
    if leaves and not any(other.owed for other in scene.applying(here)):
        if any(other.carried for other in scene.counted(here)):
            return shown(scene.at(state=State.REVIEW, via="", item=0), facts, notice, understood=understood)
        notice = "\n".join(filter(None, (notice, _section_done(scene))))
    return to_do(scene, following, facts, notice, understood=understood)


def to_do(
    scene: Scene, entry: Entry | None, facts: tuple[Fact, ...] = (), notice: str = "", *, understood: str = ""
) -> Turn:
    """Go to a question that waits; where it stands as last year, to what its section owes, or to the review of that."""
    if entry and entry.carried:
        here = scene.applying(scene.pack.section_of[entry.question.id])
        if owed := next((other for other in here if other.owed), None):
            return arrive(scene, owed, facts, notice, understood=understood)
        there = scene.at(state=State.REVIEW, question=entry.question.id, via="", item=0)
        return shown(there, facts, notice, understood=understood)
    return arrive(scene, entry, facts, notice, understood=understood)


def _section_done(scene: Scene) -> str:
    """Say that the section the chat is in is through, and how many more could be answered there."""
    here = scene.section
    done = scene.say("profile_done" if here.kept else "section_done", section=here.title)
    count = len(scene.optional(here))
    return done + scene.say("section_more", count=count) if count else done


def stayed(scene: Scene, facts: tuple[Fact, ...], notice: str) -> Turn:
    """Show where the chat is, after answers changed; where nothing is asked there any more, what comes instead."""
    match scene.session.state:
        case State.ASKING | State.ITEM | State.OFFERS:
            asks = scene.entry.applies
        case State.GROUP:
            asks = bool(members(scene))
        case _:
            asks = True
    if asks:
        return shown(scene, facts, notice)
    return returned(scene, facts, notice) if scene.session.via else arrive(scene, scene.next_open(), facts, notice)


def _unasked(scene: Scene) -> str:
    """Name the sections that were passed by, as all their questions are optional and none is answered."""
    passed = [section.title for section in scene.pack.sections if not scene.counted(section)]
    return scene.say("sections_optional", sections="、".join(passed)) if passed else ""


def _end(scene: Scene) -> str:
    """Say what is left when the questions are through."""
    waiting, carried = scene.waiting(), scene.carried()
    if left := len(scene.unfinished()) - len(waiting):
        return scene.say("end_reached", open=left)
    if carried:
        return scene.say("end_carried", count=len(carried))
    if waiting:
        return scene.say("all_asked", labels="、".join(entry.question.label for entry in waiting))
    return scene.say("all_done")
