"""Every sentence the core says, by the key it has in prompts/phrases.yaml, with the places it may use."""

from __future__ import annotations

from collections.abc import Mapping

from bot.interview.phrases_chat import CHAT
from bot.interview.phrases_draft import DRAFT
from bot.interview.phrases_filing import FILING
from bot.interview.phrases_group import GROUP
from bot.interview.phrases_lists import LISTS
from bot.interview.phrases_outline import OUTLINE
from bot.interview.phrases_people import PEOPLE
from bot.interview.phrases_refused import REFUSED
from bot.interview.phrases_review import REVIEWS

PHRASES: Mapping[str, frozenset[str]] = {
    key: frozenset(places.split())
    for key, places in {**CHAT, **DRAFT, **FILING, **GROUP, **LISTS, **OUTLINE, **PEOPLE, **REFUSED, **REVIEWS}.items()
}
