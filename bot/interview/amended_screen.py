"""What 改稿 shows: every amendment with how it stands, or one of them and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.amendment_states import Standing, standing_of, standings
from bot.interview.amendments import Act, Place
from bot.interview.events import Button
from bot.interview.reading import shown
from bot.interview.rewording import unnumbered
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, wrapped
from bot.interview.ties import Stale, unowned

CLIP = 30
"""So many characters of a sentence stand in the list."""

MOST = 40
"""Amendments that have a button; the others are reached by their paragraph."""


def amended_text(scene: Scene) -> str:
    """Show the amendment the chat is at, or else all."""
    return "\n".join(_lines(scene))


def amended_rows(scene: Scene) -> Rows:
    """Offer each amendment, or what can be done about one."""
    one = standing_of(scene, scene.session.question)
    ways = (Button("read", scene.say("button_read")), Button("menu", scene.say("button_menu")))
    if one:
        whole = (Button("back", scene.say("button_restore_passage")),)
        place = (Button(f"p{one.passage}", scene.say("button_paragraph", number=one.passage)),) if one.passage else ()
        out = not one.passage and not one.useless and one.amended.place is Place.NONE
        row = (*place, Button("amended", scene.say("button_amended")))
        return (*amendment_rows(scene, one), *([whole] if out else []), row, ways)
    numbers = (Button(f"a{at}", f"{at}.") for at in range(1, min(len(standings(scene)), MOST) + 1))
    return (*wrapped(tuple(numbers), 5), ways)


def _lines(scene: Scene) -> Iterator[str]:
    found = standings(scene)
    one = standing_of(scene, scene.session.question)
    if one:
        yield scene.say("amended_one", number=found.index(one) + 1)
        yield from amendment_lines(scene, one)
        return
    yield scene.say("amended_title" if found else "amended_none", count=len(found))
    for number, each in enumerate(found, 1):
        yield f"{number}. {_listed(scene, each)}"
    if found:
        yield scene.say("amended_hint")


def _listed(scene: Scene, each: Standing) -> str:
    original = each.original.text if each.original else ""
    text = shown(each.amended.text or original or each.amended.sentence, CLIP)
    where = scene.say("amended_where", number=each.passage) if each.passage else ""
    told = f"{where}{scene.say(f'act_{_act(each)}')}：{text}"
    if each.useless:
        return scene.say("amended_useless", text=told)
    return scene.say("amended_stale", text=told) if each.old else told


def _act(each: Standing) -> str:
    if each.amended.place is not Place.NONE:
        return "add" if each.amended.act is Act.ADD else "add_removed"
    return "remove" if each.amended.act is Act.REMOVE else "rewrite"


def amendment_lines(scene: Scene, each: Standing) -> Iterator[str]:
    """Tell of one amendment: what it says, and what there is to know about it."""
    amended = each.amended
    by = scene.say("amended_by", by=amended.by) if amended.by else ""
    if amended.text:
        yield scene.say("amended_now", act=scene.say(f"act_{_act(each)}"), by=by, text=amended.text)
    yield from about_lines(scene, each)


def about_lines(scene: Scene, each: Standing) -> Iterator[str]:
    """Tell of one amendment what it takes the place of, and whose figures it has."""
    amended = each.amended
    by = scene.say("amended_by", by=amended.by) if amended.by else ""
    if each.original:
        gone = amended.act is Act.REMOVE
        yield scene.say("amended_removed" if gone else "amended_before", by=by, text=unnumbered(each.original))
    if each.useless:
        yield scene.say("amended_why_useless")
    yield from (stale_line(scene, old) for old in each.old)
    if figures := unowned(amended):
        yield scene.say("amended_unowned", figures="、".join(figures))


def stale_line(scene: Scene, old: Stale) -> str:
    """Tell which answer is not as the words have it."""
    question = scene.pack.questions.get(old.tie.question)
    label = question.label if question else old.tie.question
    if not old.current:
        return scene.say("stale_gone", label=label, old=shown(old.tie.printed, CLIP))
    if old.tie.at < 0:
        return scene.say("stale_new", label=label, now=shown(old.current, CLIP))
    return scene.say("stale", label=label, old=shown(old.tie.printed, CLIP), now=shown(old.current, CLIP))


def amendment_rows(scene: Scene, each: Standing) -> Rows:
    """Offer what can be done about one amendment."""
    take = any(old.current and old.tie.at >= 0 for old in each.old)
    newer = [Button("take", scene.say("button_take"))] if take else []
    if each.old:
        newer.append(Button("leave", scene.say("button_leave_as_is")))
    added = each.amended.place is not Place.NONE
    if each.useless and added:
        return ()
    if not added:
        label = scene.say("button_restore")
    else:
        label = scene.say("button_remove_added" if each.amended.act is Act.ADD else "button_put_back")
    rows = (tuple(newer), (Button("restore", label),))
    return tuple(row for row in rows if row)
