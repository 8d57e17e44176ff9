"""A modest number of generated conversations, the same ones each time; `python -m tests.fuzz 100000` plays others."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.moves import MOVES, Move
from tests.fuzz.play import Core, kept, play

FIXED = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@given(st.lists(MOVES, min_size=15, max_size=40))
@settings(FIXED, max_examples=60)
def test_whatever_is_done_every_promise_holds(moves: Sequence[Move]) -> None:
    play(moves, Core())


@given(st.lists(MOVES, min_size=10, max_size=30))
@settings(FIXED, max_examples=12)
def test_the_store_gives_back_what_the_core_expects_after_every_input(moves: Sequence[Move]) -> None:
    kept(moves)
