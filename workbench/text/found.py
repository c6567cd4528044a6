"""A number while it is being read: the stages of reading fill in what they find out."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.quantity import Bound
from workbench.core.vocabulary import VagueWord
from workbench.text.cardinals import Value
from workbench.text.number import Kind


@dataclass(slots=True)
class Found:
    """Tokens `first` to `last` (exclusive) and characters `start` to `end` are the number itself.

    `from_token` and `start_hedged`, `to_token` and `end_hedged` reach over its hedges. `loose` is the
    base of a word that is said loosely ("dozen": 12); `plain` is False for what no hedge or range can
    take. `open_low` and `open_high` say that the ends of a range are not part of it ("more than 30 but
    fewer than 50").
    """

    first: int
    last: int
    start: int
    end: int
    kind: Kind | None = None
    value: Value | None = None
    low: Value | None = None
    high: Value | None = None
    bound: Bound = Bound.EXACT
    loose: int | None = None
    written: bool = False
    scaled: bool = False
    vague: VagueWord | None = None
    factor: int = 1
    plain: bool = True
    from_token: int = -1
    to_token: int = -1
    start_hedged: int = -1
    end_hedged: int = -1
    hedged: bool = False
    open_low: bool = False
    open_high: bool = False

    def __post_init__(self) -> None:
        self.from_token, self.to_token = self.first, self.last
        self.start_hedged, self.end_hedged = self.start, self.end
