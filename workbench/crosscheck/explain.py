"""Explains a finding: claims, intervals, timeline, arithmetic, origins, and what was not compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from workbench.core.edge import Edge
from workbench.core.finding import Finding, FindingClass
from workbench.crosscheck.checks import CHECKS
from workbench.crosscheck.compare import series_keys
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.message import as_of, bounds, figure, plain, reading, said, soft_reading, voice
from workbench.crosscheck.run import Prepared
from workbench.crosscheck.series import SeriesKey

MOST_CLAIMS = 12  # of a finding that are spelled out
MOST_DAYS = 24  # of a timeline, around the days of the finding
MOST_SERIES = 8  # that were not compared


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and plain lines below it."""

    title: str
    lines: tuple[str, ...]


def explain(finding: Finding, prepared: Prepared) -> list[Section]:
    """All that led to the finding, for a person. `prepared` holds at least all evidence of its event.

    Claims of outvoted annotators are no evidence and are left to the message.
    """
    by_id = {claim.id: claim for claim in prepared.evidence}
    claims = [by_id[name] for name in finding.claims if name in by_id]
    keys = series_keys(prepared.evidence)
    sections = [
        Section("Finding", tuple(_rule(finding))),
        Section("Claims and intervals", tuple(_claims(claims))),
        Section("Event and series", tuple(_terms(claims, keys))),
        Section("Timeline", tuple(_timeline(claims, prepared.evidence, keys))),
        Section("Arithmetic", tuple(_arithmetic(finding, claims))),
        Section("Origins", tuple(_origins(claims, prepared.origins.edges))),
        Section("Not compared", tuple(_not_compared(claims, prepared.evidence, keys))),
    ]
    return [section for section in sections if section.lines]


def _rule(finding: Finding) -> Iterator[str]:
    yield f"{finding.cls.value}, severity {finding.severity.word}, rule {finding.rule}"
    yield from ((check.__doc__ or "").strip() for check in CHECKS if check.__name__ == finding.cls.value)
    yield finding.message


def _claims(claims: Sequence[Evidence]) -> Iterator[str]:
    for claim in claims[:MOST_CLAIMS]:
        usual = soft_reading(claim)
        widest = reading(claim)
        soft = "" if usual == widest else f", usually taken for {usual}"
        yield f"{said(claim)}: {widest} at the widest{soft} [{claim.id[:8]}]"
    if len(claims) > MOST_CLAIMS:
        yield f"… and {len(claims) - MOST_CLAIMS:,} more"


def _terms(claims: Sequence[Evidence], keys: Mapping[str, SeriesKey]) -> Iterator[str]:
    for claim in claims[:2]:
        event = plain(claim.event) if claim.event else "unknown"
        yield f"[{claim.id[:8]}] event {event}: {claim.reason or 'given with the article or the claim'}"
    found = {keys[claim.id]: claim for claim in claims if claim.id in keys}
    for key in found:
        yield "series: " + ", ".join(f"{name} {_told(value)}" for name, value in key._asdict().items())


def _told(value: object) -> str:
    return "unknown" if value is None else plain(str(value))


def _timeline(
    claims: Sequence[Evidence], evidence: Iterable[Evidence], keys: Mapping[str, SeriesKey]
) -> Iterator[str]:
    """A line a claim of the series, oldest first; a star marks those of the finding."""
    series = {keys[claim.id] for claim in claims if claim.id in keys}
    named = {claim.id for claim in claims}
    there = [claim for claim in evidence if keys.get(claim.id) in series and claim.last is not None]
    there.sort(key=lambda claim: (claim.last, claim.first, claim.id))
    marked = [place for place, claim in enumerate(there) if claim.id in named]
    if not marked:
        return
    spare = max(0, MOST_DAYS - (marked[-1] - marked[0] + 1)) // 2
    begin = max(0, marked[0] - spare)
    shown = there[begin : begin + MOST_DAYS]
    if begin:
        yield f"… {begin:,} earlier"
    highest = max((claim.high for claim in shown if claim.high != inf), default=0) or 1
    for claim in shown:
        star = "*" if claim.id in named else " "
        bar = "#" * round(24 * (claim.low if claim.high == inf else claim.high) / highest)
        yield f"{star} {claim.claim.as_of}  {bar:<24}  {figure(claim)} {voice(claim)}"
    rest = len(there) - begin - len(shown)
    if rest > 0:
        yield f"… {rest:,} later"


def _arithmetic(finding: Finding, claims: Sequence[Evidence]) -> Iterator[str]:
    if len(claims) < 2 or finding.cls in (FindingClass.ECHO, FindingClass.ANNOTATOR_DISAGREEMENT):
        return
    one, other = claims[0], claims[1]
    if finding.cls is FindingClass.SUM_MISMATCH:
        yield from _sum(one, [claim for claim in claims if claim.claim.part_of == one.id])
    elif finding.cls is FindingClass.TENSION:
        yield f"both can be so: {reading(one)} and {reading(other)} meet"
        apart = one.soft_low - other.soft_high
        yield f"as usually taken they lie {one.soft_low:,} - {other.soft_high:,} = {apart:,} apart"
    elif finding.cls is FindingClass.OUTLIER and one.value and other.value:
        large, small = max(one.value, other.value), min(one.value, other.value)
        yield f"{large:,} / {small:,} = {large / small:.1f}"
    elif finding.cls is FindingClass.STALE and one.last and other.last:
        yield f"{as_of(one)} and {as_of(other)}: {other.last - one.last:,} days apart"
    else:
        high, low = (one, other) if one.low >= other.low else (other, one)
        if high.low > low.high:
            yield f"at least {high.low:,} and at most {low.high:,}: {high.low - low.high:,} apart"
        elif one.value is not None and other.value is not None:
            yield f"{other.value:,} - {one.value:,} = {other.value - one.value:,}"
        else:
            yield f"{reading(one)} and {reading(other)} meet"


def _sum(whole: Evidence, parts: Sequence[Evidence]) -> Iterator[str]:
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    terms = " + ".join(figure(part) for part in parts)
    yield f"{terms} = {bounds(low, high)}, against {figure(whole)}: {reading(whole)}"
    yield from (f"{figure(part)} {as_of(part)}" for part in parts)


def _origins(claims: Sequence[Evidence], edges: Iterable[Edge]) -> Iterator[str]:
    """Each figure with its outlets and origins; then why each claim is whose word it is."""
    figures: dict[tuple[float, float], list[Evidence]] = defaultdict(list)
    for claim in claims:
        figures[claim.low, claim.high].append(claim)
    for (low, high), there in sorted(figures.items()):
        outlets = {claim.publisher for claim in there if not claim.reference}
        origins = {claim.origin for claim in there}
        yield f"{bounds(low, high)}: {_many(len(outlets), 'outlet')}, {_many(len(origins), 'origin')}"
    from_copy = {edge.copy: edge for edge in edges}
    for claim in claims[:MOST_CLAIMS]:
        edge = from_copy.get(claim.id)
        if edge is not None:
            why = f"{edge.kind.value.replace('_', ' ')}: {plain(edge.reason)}"
        elif claim.claim.origin:
            words = plain(claim.claim.origin_text or claim.claim.origin)
            why = f"attribution: “{words}”"
        else:
            why = "no origin is named: the outlet's own word"
        yield f"[{claim.id[:8]}] {voice(claim)}: {why}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _not_compared(
    claims: Sequence[Evidence], evidence: Iterable[Evidence], keys: Mapping[str, SeriesKey]
) -> Iterator[str]:
    """Series of the same measure and event that differ in something else, and claims without event."""
    own = {keys[claim.id] for claim in claims if claim.id in keys}
    if not own:
        return
    first = keys[next(claim.id for claim in claims if claim.id in keys)]
    others: dict[SeriesKey, int] = defaultdict(int)
    unknown: dict[str, int] = defaultdict(int)
    for claim in evidence:
        key = keys.get(claim.id)
        if key is None and claim.measure == first.measure:
            unknown[claim.reason or "its event is unknown"] += 1
        elif key is not None and key not in own and (key.event, key.measure) == (first.event, first.measure):
            others[key] += 1
    ranked = sorted(
        others.items(), key=lambda entry: (len(_apart(entry[0], first)), -entry[1], str(entry[0]))
    )
    for key, count in ranked[:MOST_SERIES]:
        yield f"{_many(count, 'claim')}: {'; '.join(_apart(key, first))}"
    if len(ranked) > MOST_SERIES:
        yield f"… and {len(ranked) - MOST_SERIES:,} more series of this measure and event"
    for reason, count in sorted(unknown.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_SERIES]:
        yield f"{_many(count, 'claim')}: {plain(reason)}"


def _apart(key: SeriesKey, first: SeriesKey) -> list[str]:
    return [
        f"{name} {_told(value)}, not {_told(own)}"
        for (name, value), own in zip(key._asdict().items(), first, strict=True)
        if value != own
    ]
