"""What a person sees of the unit's members and of what cannot be undone, as text and buttons; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button, Member
from bot.interview.scene import Scene
from bot.interview.session import State

Rows = tuple[tuple[Button, ...], ...]

NAME_WIDTH = 6
"""So many hanzi of a name leave room for two buttons in a row of a phone."""

CONFIRMED = {State.REMOVING: "remove", State.HANDING: "hand", State.LEAVING: "leave"}
"""What each screen that asks to confirm is about, as its phrases have it."""


def membership_text(scene: Scene) -> str:
    """Say who is in the unit, or what is asked to be confirmed."""
    if scene.session.state is State.MEMBERS:
        return "\n".join(_members(scene))
    if scene.session.state is State.ERASING:
        return scene.say("erase_ask", unit=unit_of(scene))
    return "\n".join(_confirm(scene))


def membership_rows(scene: Scene) -> Rows:
    """Offer what can be done with the unit's members, or to confirm it; whatever changes something, to the owner."""
    if scene.session.state is State.ERASING:
        return ((Button("menu", scene.say("button_cancel")),),)
    if key := CONFIRMED.get(scene.session.state):
        return ((Button("yes", scene.say(f"button_{key}_yes")), Button("cancel", scene.say("button_cancel"))),)
    home = Button("menu", scene.say("button_menu"))
    if not scene.owns:
        return ((home,),)
    return (*_colleague_rows(scene), (Button("invite", scene.say("button_invite")), home))


def _members(scene: Scene) -> Iterator[str]:
    everyone = ([scene.dossier.member] if scene.dossier.member else []) + list(scene.dossier.colleagues)
    yield scene.say("members_title", unit=unit_of(scene))
    for number, member in enumerate(everyone, 1):
        facts = {"number": number, "name": name_of(scene, member), "role": scene.say(f"role_{member.role}")}
        yield scene.say("members_line" if number > 1 else "members_own_line", **facts)


def _colleague_rows(scene: Scene) -> Iterator[tuple[Button, ...]]:
    for number, other in enumerate(scene.dossier.colleagues[:20], 2):
        name = name_of(scene, other)
        text = name if len(name) <= NAME_WIDTH else name[: NAME_WIDTH - 1] + "…"
        yield (
            Button(f"r{other.id}", scene.say("button_remove", number=number, text=text)),
            Button(f"h{other.id}", scene.say("button_hand", number=number, text=text)),
        )


def _confirm(scene: Scene) -> Iterator[str]:
    key = CONFIRMED[scene.session.state]
    name = name_of(scene, scene.meant) if scene.meant else ""
    yield scene.say(f"{key}_ask", name=name, unit=unit_of(scene))
    if key == "leave" and not scene.dossier.colleagues:
        yield scene.say("leave_last")


def unit_of(scene: Scene) -> str:
    """Give the unit's name; the unit of a terminal has none."""
    return scene.dossier.unit or scene.say("local_unit")


def name_of(scene: Scene, member: Member) -> str:
    """Give a member's name, or that none was given yet."""
    return member.name or scene.say("member_unnamed")
