"""What of a question is kept with a version of the pack, as a frozen record without behaviour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What an official saw of a question: `mark` is another where the same words may answer it differently.

    Kept with each version of a pack, so that a later one can tell what changed; `group` as in the question.
    """

    id: str
    label: str
    group: str
    mark: str
