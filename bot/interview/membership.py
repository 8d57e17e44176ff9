"""The steps about belonging to the unit: the list of members, inviting, handing over, leaving, export, erasure."""

from __future__ import annotations

from bot.interview.events import (
    OWNER,
    Erased,
    HandedOver,
    Left,
    Member,
    Removed,
    Say,
    Turn,
)
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.membership_screens import name_of, unit_of
from bot.interview.orders import Export, Invitation
from bot.interview.reading import cleaned
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import Session, State
from bot.interview.steps import begin, refuse_old_button
from bot.interview.turns import said, shown

ABOUT = {"r": State.REMOVING, "h": State.HANDING}
"""What a colleague's buttons lead to, by their first letter."""


def open_members(scene: Scene, _: Input) -> Turn:
    """Show who belongs to the unit."""
    return shown(scene.at(state=State.MEMBERS, question=""))


def order_invitation(scene: Scene, given: Input) -> Turn:
    """Order an invite for the owner, and show where the chat is below it."""
    return shown(scene, first=(Invitation(given.at),)) if scene.owns else refuse_editor(scene)


def order_export(scene: Scene, given: Input) -> Turn:
    """Order all the unit's data for the owner, and show where the chat is below it."""
    return shown(scene, first=(Export(given.at),)) if scene.owns else refuse_editor(scene)


def ask_to_erase(scene: Scene, _: Input) -> Turn:
    """Ask the owner to type the unit's name before all of it is deleted."""
    return shown(scene.at(state=State.ERASING, question="")) if scene.owns else refuse_editor(scene)


def ask_to_leave(scene: Scene, _: Input) -> Turn:
    """Ask a member to confirm that they go; an owner with colleagues has to hand the unit over first."""
    if scene.owns and scene.dossier.colleagues:
        return said(scene, scene.say("leave_hand_first"))
    return shown(scene.at(state=State.LEAVING, question=""))


def say_button(scene: Scene, given: Said) -> Turn:
    """Take the words of a button."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is None:
        return said(scene, scene.say("members_refused"))
    return press_button(scene, Pressed(given.at, scene.session.screen, pressed))


def say_unit(scene: Scene, given: Said) -> Turn:
    """Take the unit's name, typed in full, as the word to delete everything."""
    if pressed_by_words(keyboard(scene), given.text):
        return go_home(scene, given)
    if cleaned(given.text) != unit_of(scene):
        return said(scene, scene.say("erase_mismatch"))
    return Turn(Session(), (Erased(scene.say("erased_you")),), (Say(scene.say("erased")),))


def press_button(scene: Scene, given: Pressed) -> Turn:
    """Take a press on a screen about members; one that is not offered there, or no longer, changes nothing."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    match given.choice:
        case "menu":
            return go_home(scene, given)
        case "cancel":
            return go_home(scene, given) if scene.session.state is State.LEAVING else open_members(scene, given)
        case "invite":
            return order_invitation(scene, given)
        case "yes":
            return _confirmed(scene)
    return shown(scene.at(state=ABOUT[given.choice[0]], question=given.choice[1:]))


def go_home(scene: Scene, given: Input) -> Turn:
    """Go back to the menu; to the name or the year where it was not given yet."""
    if scene.dossier.unit and scene.dossier.member and not scene.dossier.member.name:
        return shown(scene.at(state=State.NAMING, question=""))
    if scene.session.year in scene.dossier.years:
        return shown(scene.at(state=State.MENU, question=""))
    return begin(scene.at(question=""), given, (), "")


def _confirmed(scene: Scene) -> Turn:
    """Do what the screen asked to confirm."""
    if scene.session.state is State.LEAVING:
        return Turn(Session(), (Left(),), (Say(scene.say("left", unit=unit_of(scene))),))
    if scene.session.state is State.REMOVING and scene.meant:
        return _remove(scene, scene.meant)
    return _hand_over(scene, scene.meant) if scene.meant else shown(scene)


def _remove(scene: Scene, other: Member) -> Turn:
    facts = (Removed(other.id, scene.say("removed_you")),)
    after = scene.after(facts).at(state=State.MEMBERS, question="")
    return shown(after, facts, scene.say("removed", name=name_of(scene, other)))


def _hand_over(scene: Scene, other: Member) -> Turn:
    own = scene.dossier.member
    facts = (HandedOver(other.id, scene.say("handed_you", name=name_of(scene, own) if own else "")),)
    after = scene.after(facts).at(state=State.MEMBERS, question="")
    return shown(after, facts, scene.say("handed", name=name_of(scene, other)))


def refuse_editor(scene: Scene) -> Turn:
    """Tell an editor, kindly, whose business this is."""
    owner = next((other for other in scene.dossier.colleagues if other.role == OWNER and other.name), None)
    return said(scene, scene.say("owner_only", owner=owner.name if owner else scene.say("role_owner")))
