"""Fills {places} in sentences kept as data; holds no sentence itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

_PLACE = re.compile(r"\{([a-z_0-9]+)\}")


@lru_cache(2048)
def _parts(text: str) -> tuple[str, ...]:
    """Cut a sentence at its places: words, place, words, place, words."""
    return tuple(_PLACE.split(text))


def fill(text: str, facts: Mapping[str, str] | Callable[[str], str]) -> str:
    """Put facts into {places} in one pass; what is put in is never read again. KeyError for a place without fact."""
    if len(_parts(text)) == 1:
        return text
    parts = list(_parts(text))
    parts[1::2] = map(facts if callable(facts) else facts.__getitem__, parts[1::2])
    return "".join(parts)


def places(text: str) -> frozenset[str]:
    """Name the {places} of a sentence."""
    return frozenset(_parts(text)[1::2])
