"""What is shown of the typical answers a list offers: each by its number, with what it is for; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button
from bot.interview.list_screen import fitted
from bot.interview.offers import Offer, offers_of
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, wrapped

ROOM = 3000
"""UTF-16 units, of a message's 4096, for the offers."""

PRESSED = "o:"
"""What the id of a button begins with that shows an offer; its key follows."""


def offers_text(scene: Scene) -> str:
    """Show every offer by its number, and say what a press does."""
    return "\n".join(_lines(scene))


def _lines(scene: Scene) -> Iterator[str]:
    yield scene.say("offers_title", label=scene.entry.question.label)
    offers = enumerate(offers_of(scene.pack, scene.entry.question), 1)
    yield from fitted(scene, [(f"{number}. ", offer.text, _aim(scene, offer)) for number, offer in offers], ROOM)
    yield scene.say("offers_hint")


def _aim(scene: Scene, offer: Offer) -> str:
    return "\n" + scene.say("offer_aim", text=offer.aim) if offer.aim else ""


def offers_rows(scene: Scene) -> Rows:
    """Offer each by its number, and the ways back and out."""
    offers = offers_of(scene.pack, scene.entry.question)
    numbers = tuple(Button(f"{PRESSED}{offer.key}", str(number)) for number, offer in enumerate(offers, 1))
    last = tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in ("list", "menu"))
    return (*wrapped(numbers, 5), last)
