"""The sentences about the text of a draft and about sheets to fill in; see phrases.py."""

from __future__ import annotations

from collections.abc import Mapping

DRAFT: Mapping[str, str] = {
    # a table of all answers
    "change_more": "count",
    "change_less": "count",
    "change_none": "",
}
