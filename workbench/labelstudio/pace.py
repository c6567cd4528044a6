"""How many tasks go into one request: as many as the server takes in about two seconds."""

from __future__ import annotations

FIRST, LEAST, MOST = 500, 1, 1000
AIM = 2.0  # seconds: a request that is lost then takes little along, and annotators wait no longer for theirs
FAILURES = 3  # in a row, after which somebody should look


class Pace:
    """Grows and shrinks with what the last requests took; never by more than a factor of two at once."""

    def __init__(self) -> None:
        self.size = FIRST
        self.failures = 0

    def took(self, count: int, seconds: float) -> None:
        """A request with so many went well."""
        self.failures = 0
        if count * 2 > self.size:  # the last few of a list say nothing about a full request
            fitting = int(count * AIM / max(seconds, 0.001))
            self._set(min(max(fitting, self.size // 2), self.size * 2))

    def failed(self) -> bool:
        """A request failed; whether another try makes sense."""
        self.failures += 1
        self._set(self.size // 2)
        return self.failures < FAILURES

    def _set(self, size: int) -> None:
        self.size = min(max(size, LEAST), MOST)
