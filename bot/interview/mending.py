"""Where a chat can still stand, after its draft, its membership or the questions changed; takes no input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.interview import comparing
from bot.interview.events import Dossier
from bot.interview.holding import is_sentence, released
from bot.interview.items import item_at
from bot.interview.pack import Pack
from bot.interview.passage_screen import passage_at
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.turns import place_of

_ABOUT = frozenset({State.ASKING, State.GROUP, State.ITEM, State.OFFERS, State.CLEARING, State.REVIEW})
"""The states that are about a question, or the section it is in."""


def mended(pack: Pack, dossier: Dossier, session: Session) -> Session:
    """Bring a session to a place that exists: without membership outside, on a question that is gone to the menu."""
    if dossier.member is None:
        return Session()
    if (session.via not in set(State) and session.state is not State.CLASHING) or session.state is State.MENU:
        session = replace(session, via="")
    if session.year not in dossier.years and session.state in (State.OUTLINE, State.COMPARING):
        return replace(session, state=State.YEAR, held=())
    if dossier.years and session.year not in dossier.years and session.state in {*_ABOUT, State.MENU, State.HELD}:
        return replace(session, state=State.YEAR, held=())
    if session.via == State.GROUP and session.question not in pack.group_of:
        session = replace(session, via="")
    held = session.state in (State.HELD, State.CLASHING)
    amends = held and is_sentence(session.question)
    asks = session.state in _ABOUT or (held and session.question and not amends)
    if session.question not in pack.questions and asks:
        return replace(session, state=State.MENU, held=())
    scene = Scene(pack, dossier, session)
    return _MENDS[session.state](scene) if session.state in _MENDS else session


def _held(scene: Scene) -> Session:
    if is_sentence(scene.session.question) and passage_at(scene) is None:
        return replace(scene.session, state=State.READING, item=0, held=())
    return scene.session if scene.session.held else released(scene).session


def _colleague(scene: Scene) -> Session:
    """Give way to the list of members where the colleague is gone, or the member is no owner any more."""
    gone = scene.session.state is not State.ERASING and not scene.meant
    return replace(scene.session, state=State.MEMBERS) if gone or not scene.owns else scene.session


def _group(scene: Scene) -> Session:
    return scene.at(state=place_of(scene)).session


def _comparing(scene: Scene) -> Session:
    return scene.session if scene.session.held else comparing.released(scene).session


def _item(scene: Scene) -> Session:
    """Give way to the list where the item is gone."""
    stands = scene.entry.question.collects and item_at(scene) is not None
    return scene.session if stands else replace(scene.session, state=State.ASKING, item=0)


def _offers(scene: Scene) -> Session:
    """Give way to the question where it offers nothing any more."""
    return scene.session if scene.entry.question.offers else replace(scene.session, state=State.ASKING, item=0)


def _passage(scene: Scene) -> Session:
    """Give way to the draft where the paragraph is gone."""
    return scene.session if passage_at(scene) else replace(scene.session, state=State.READING, item=0)


def _approval(scene: Scene) -> Session:
    """Bring a session off a place of filing that is none any more: the draft was filed, or opened, or changed hands."""
    session = scene.session
    if session.year not in scene.dossier.years or (
        session.state is State.TRACED and not session.held and session.question not in scene.pack.questions
    ):
        return replace(session, state=State.MENU, held=())
    fits = {State.FILING: scene.filed is None, State.WITHDRAWING: scene.filed is not None}
    if session.state in fits and not (scene.owns and fits[session.state]):
        return replace(session, state=State.FILED)
    return session


_MENDS: Mapping[State, Callable[[Scene], Session]] = {
    **dict.fromkeys((State.HELD, State.CLASHING), _held),
    **dict.fromkeys((State.REMOVING, State.HANDING, State.ERASING), _colleague),
    State.COMPARING: _comparing,
    State.GROUP: _group,
    State.ITEM: _item,
    State.OFFERS: _offers,
    **dict.fromkeys((State.PASSAGE, State.AMENDING), _passage),
    **dict.fromkeys((State.FILING, State.WITHDRAWING, State.FILED, State.TRACED), _approval),
}
"""The states that may have lost what they are about."""
