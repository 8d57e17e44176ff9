"""Things that go wrong on purpose, and whose turn it is; knows nothing of how they are carried out."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any, Literal

from tests.botapi.errors import ApiError

if TYPE_CHECKING:
    from tests.botapi.calls import Call

Kind = Literal["status", "retry", "garbage", "answer", "drop_before", "drop_after", "delay"]


@dataclass
class Fault:
    """What befalls the next `times` calls of a method (`*`: any), in one chat or in all; or a `share` of the calls.

    status: refused with `status` and `description`. retry: 429, to be tried again after `seconds`.
    garbage: 200 and no JSON, nothing was done. answer: 200 and `body`, nothing was done.
    drop_before: the connection ends and nothing was done. drop_after: it was done, and the connection ends without
    a word. delay: done and answered after `seconds`.
    """

    method: str
    kind: Kind
    times: int = 1
    chat: int | None = None
    status: int = 502
    description: str = "Bad Gateway"
    seconds: float = 1
    body: Any = None
    share: float = 1
    struck: int = 0
    dice: Random = field(default_factory=lambda: Random(1), repr=False)  # noqa: S311 - to be had again

    def strikes(self, call: Call) -> bool:
        meant = self.times > 0 and self.method in ("*", call.method) and self.chat in (None, call.chat)
        return meant and self.dice.random() < self.share

    @property
    def refusal(self) -> ApiError | None:
        if self.kind == "status":
            return ApiError(self.status, self.description)
        if self.kind == "retry":
            wait = int(self.seconds)
            return ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        return None


def take(faults: list[Fault], call: Call) -> Fault | None:
    """The first fault that is meant for this call; it has one turn less then."""
    fault = next((fault for fault in faults if fault.strikes(call)), None)
    if fault is not None:
        fault.times -= 1
        fault.struck += 1
    return fault
