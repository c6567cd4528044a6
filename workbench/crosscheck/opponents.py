"""Finds, in near-linear time, which claims of a day cannot both be so, without looking at every pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.crosscheck.evidence import Evidence

Keys = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """The pair that lies furthest apart, and every claim that takes part in at least one such pair."""

    gap: float
    higher: Evidence
    lower: Evidence
    members: Sequence[Evidence]


class Greatest:
    """Among claims, the one with the greatest number that differs from the asker in every key.

    One pass over the claims for the first answer, and one more for each key of the answers that had to be
    passed over: with two keys at most five in all.
    """

    def __init__(
        self,
        claims: Iterable[Evidence],
        number: Callable[[Evidence], float],
        keys: Callable[[Evidence], Keys],
    ) -> None:
        self._keys = keys
        self._entries = [(number(claim), claim, keys(claim)) for claim in claims]
        self._nodes: dict[tuple[tuple[int, object], ...], tuple[float, Evidence, Keys] | None] = {}

    def against(self, claim: Evidence) -> Evidence | None:
        """None where every claim shares a key with the asker. Ties go to the least id."""
        asked = self._keys(claim)
        without: tuple[tuple[int, object], ...] = ()
        while (best := self._best(without)) is not None:
            shared = [(place, key) for place, key in enumerate(best[2]) if key == asked[place]]
            if not shared:
                return best[1]
            without = (*without, shared[0])
        return None

    def _best(self, without: tuple[tuple[int, object], ...]) -> tuple[float, Evidence, Keys] | None:
        if without not in self._nodes:
            left = (
                entry for entry in self._entries if not any(entry[2][place] == key for place, key in without)
            )
            self._nodes[without] = min(left, key=lambda entry: (-entry[0], entry[1].id), default=None)
        return self._nodes[without]


def find_clash(
    own: Sequence[Evidence],
    others: Sequence[Evidence],
    keys: Callable[[Evidence], Keys],
) -> Clash | None:
    """Claims whose hard intervals are disjoint, of pairs that differ in every key and hold one of `own`."""
    everything = [*own, *others] if others else own
    if max(claim.low for claim in everything) <= min(claim.high for claim in everything):
        return None
    pairs = list(_pairs(own, everything, keys))
    if others:
        pairs += _pairs(others, own, keys)
    return worst_of(pairs)


def _pairs(
    asking: Sequence[Evidence], asked: Sequence[Evidence], keys: Callable[[Evidence], Keys]
) -> Iterable[tuple[Evidence, Evidence]]:
    highest = Greatest(asked, lambda claim: claim.low, keys)
    lowest = Greatest(asked, lambda claim: -claim.high, keys)
    for claim in asking:
        above, below = highest.against(claim), lowest.against(claim)
        if above is not None and above.low > claim.high:
            yield above, claim
        if below is not None and below.high < claim.low:
            yield claim, below


def worst_of(pairs: Sequence[tuple[Evidence, Evidence]]) -> Clash | None:
    """The pair with the widest gap (ties by ids), and all claims of the pairs."""
    if not pairs:
        return None
    higher, lower = min(pairs, key=lambda pair: (pair[1].high - pair[0].low, pair[0].id, pair[1].id))
    members = {claim.id: claim for pair in pairs for claim in pair}
    return Clash(higher.low - lower.high, higher, lower, list(members.values()))
