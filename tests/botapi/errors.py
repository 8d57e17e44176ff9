"""How Telegram says no; knows the shape of a refusal, and none of the rules that lead to one."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refusal: `ApiError(429, "Too Many Requests: retry after 5", retry_after=5)`."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")
