"""Which of several annotations of a sentence is evidence, and where annotators read different claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from workbench.core.claim import Claim

Signature = frozenset[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One sentence that annotators read differently.

    `kept` are the claims that are evidence and that not all read, `others` those that somebody else read,
    what was read differently first. `silent` are those who read no claim at all.
    """

    kept: tuple[Claim, ...]
    others: tuple[Claim, ...]
    silent: tuple[str, ...] = ()


def elect(
    claims: Iterable[Claim],
    outvoted: Iterable[Claim] = (),
    silent: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[list[Claim], list[Disagreement]]:
    """The claims that are evidence, and the sentences whose annotators disagree.

    Of several annotators of a sentence ground truth wins, else what more than half of them read, else the
    last by id, since a claim does not tell when it was made. Whoever knows the days chooses beforehand and
    gives the rest as `outvoted`: those feed disagreements only, as do the annotators by sentence that are
    `silent`, having answered that there is no claim in it.
    """
    elected: list[Claim] = []
    sentences: dict[tuple[str | None, str], list[Claim]] = defaultdict(list)
    lost: dict[tuple[str | None, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.sentence is None or claim.reference:
            elected.append(claim)
        else:
            sentences[claim.article, claim.sentence].append(claim)
    for claim in outvoted:
        if claim.sentence is not None:
            lost[claim.article, claim.sentence].append(claim)
    disagreements = []
    for place, there in sentences.items():
        readings = _readings(there)
        kept = there if len(readings) == 1 else readings[_winner(readings)]
        elected.extend(kept)
        others = [reading for name, reading in readings.items() if reading is not kept and len(readings) > 1]
        losers = _readings(lost.pop(place, ()))
        others.extend(losers.values())
        mute = sorted(set(silent.get(place[1], ())) - readings.keys() - losers.keys())
        if (others or mute) and (found := _disagreement(kept, others, mute)):
            disagreements.append(found)
    for (_, sentence), there in lost.items():
        # Sentences in which the chosen annotation says nothing at all.
        mute = sorted(set(silent.get(sentence, ())) - _readings(there).keys())
        read = tuple(sorted(there, key=lambda claim: claim.id))
        disagreements.append(Disagreement((), read, tuple(mute)))
    return elected, disagreements


def _readings(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    by_annotator: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_annotator[claim.annotator or ""].append(claim)
    return by_annotator


def _winner(readings: Mapping[str, list[Claim]]) -> str:
    def rank(annotator: str) -> tuple[str, str]:
        return max(claim.id for claim in readings[annotator]), annotator

    truths = [name for name, reading in readings.items() if any(claim.ground_truth for claim in reading)]
    if truths:
        return max(truths, key=rank)
    signatures = {name: _signature(reading) for name, reading in readings.items()}
    most, count = Counter(signatures.values()).most_common(1)[0]
    if count * 2 > len(readings):
        return max((name for name in readings if signatures[name] == most), key=rank)
    return max(readings, key=rank)


def _disagreement(
    kept: Sequence[Claim], others: Sequence[Sequence[Claim]], silent: Sequence[str]
) -> Disagreement | None:
    signatures = [_signature(reading) for reading in (kept, *others, *([()] if silent else []))]
    common = frozenset.intersection(*signatures)
    if all(signature == common for signature in signatures):
        return None

    def apart(claims: Iterable[Claim]) -> tuple[Claim, ...]:
        odd = (claim for claim in claims if _said(claim) not in common)
        first = frozenset[tuple[object, ...]]() if claims is kept else signatures[0]
        return tuple(sorted(odd, key=lambda claim: (_said(claim) in first, claim.id)))

    return Disagreement(apart(kept), apart(claim for reading in others for claim in reading), tuple(silent))


def _signature(claims: Iterable[Claim]) -> Signature:
    return frozenset(_said(claim) for claim in claims)


def _said(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return (
        *(claim.start, claim.end, claim.measure, quantity.value, quantity.hard, quantity.soft),
        *(claim.population, claim.origin, claim.place, claim.event, claim.scope, claim.modality),
        *(str(claim.since), str(claim.as_of), claim.method),
    )
