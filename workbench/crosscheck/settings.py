"""What a cross-check may be told to do differently."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.exceptions import InvalidData


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """`as_of_days`: as-of days that lie this far apart still count as one day.

    `outlier_factor`: from which factor a figure is out of line with its neighbours in time.
    `stale_days`: how much older than another's an origin's newest figure may be.
    """

    as_of_days: int = 0
    outlier_factor: int = 5
    stale_days: int = 30

    def __post_init__(self) -> None:
        for name, least in (("as_of_days", 0), ("outlier_factor", 2), ("stale_days", 0)):
            if getattr(self, name) < least:
                message = f"{name} must be {least} or more, not {getattr(self, name)}"
                raise InvalidData(message, fields={name: [message]})
