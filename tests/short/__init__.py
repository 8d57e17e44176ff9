"""A short questionnaire and its prose, kept apart from the shipped ones.

What is asked changes from year to year; how it is asked, kept and handed back does not. Tests of the latter stand on
this content, so that a question added to the shipped one touches no test but those of the shipped content.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bot.content.content import read_content

HOME: Final = Path(__file__).parent
CONTENT: Final = read_content(HOME)
