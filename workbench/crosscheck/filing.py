"""Which evidence hangs together, so that after a change only that has to be looked at again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from workbench.core.claim import Scope
from workbench.core.filed import Filed, FiledSeries
from workbench.core.identity import content_id
from workbench.core.period import Period
from workbench.crosscheck.compare import mistaken_keys, wider_keys
from workbench.crosscheck.copying import alike_group, odd_group
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.series import SeriesKey
from workbench.crosscheck.terms import Terms

_DIGITS = 15  # hexadecimal ones: what a database holds as a whole number


def series_id(key: SeriesKey) -> str:
    """Follows from what the claims of the series have in common."""
    return content_id("series", *_plain(key))


def write_series(key: SeriesKey) -> FiledSeries:
    return FiledSeries(series_id(key), key.event, _plain(key))


def read_key(written: FiledSeries) -> SeriesKey:
    """The key that write_series was given."""
    event, measure, population, place, scope, start, method = written.key
    return SeriesKey(
        event or "",
        measure or "",
        population,
        place,
        Scope(scope) if scope else None,
        Period.parse(start) if start else None,
        method,
    )


def file_evidence(evidence: Iterable[Evidence], keys: Mapping[str, SeriesKey]) -> Iterator[Filed]:
    """Where each goes. `keys` by id are those of all evidence with an event, of the wholes of parts too."""
    names = {key: series_id(key) for key in set(keys.values())}
    numbers: dict[tuple[object, ...], int] = {}
    for claim in evidence:
        key, whole = keys.get(claim.id), keys.get(claim.claim.part_of or "")
        beside = key is not None and whole is not None and whole.event == key.event
        yield Filed(
            id=claim.id,
            event=claim.event,
            series=names[key] if key else None,
            scope=claim.scope.value if claim.scope else None,
            start=claim.start.edtf if claim.start and claim.event is not None else None,
            origin=claim.origin,
            whole=claim.claim.part_of,
            host=names[whole] if whole is not None and beside else None,
            alike=_number(alike_group(claim), numbers),
            odd=_number(odd_group(claim), numbers),
        )


def hosts_of(touched: Collection[SeriesKey], there: Collection[SeriesKey], terms: Terms) -> set[SeriesKey]:
    """All series that have to be looked at again: those touched, and those that are looked at beside them."""
    touched, there = set(touched), set(there)
    families = {family for key in touched for family in _families(key)}
    found = {wider for key in touched for wider in wider_keys(key, terms)} | touched
    for key in there:
        if any(family in families for family in _families(key)) or any(
            other in touched for other in mistaken_keys(key, terms)
        ):
            found.add(key)
    return found & there


def guests_of(hosts: Collection[SeriesKey], there: Iterable[SeriesKey], terms: Terms) -> set[SeriesKey]:
    """All series that are looked at beside these."""
    hosts = set(hosts)
    families = {family for key in hosts for family in _families(key)}
    frames = {key._replace(population=None, place=None) for key in hosts}
    mistaken = {other for key in hosts for other in mistaken_keys(key, terms)}
    return {
        key
        for key in there
        if key in mistaken
        or any(family in families for family in _families(key))
        or (
            key._replace(population=None, place=None) in frames
            and any(wider in hosts for wider in wider_keys(key, terms))
        )
    }


def _families(key: SeriesKey) -> Iterator[tuple[str, SeriesKey]]:
    """Series that differ in method only, and cumulative ones that differ in counting start only."""
    yield "method", key._replace(method=None)
    if key.scope is Scope.CUMULATIVE:
        yield "start", key._replace(start=None)


def _plain(key: SeriesKey) -> Sequence[str | None]:
    scope, start = key.scope, key.start
    return [
        *(key.event, key.measure, key.population, key.place),
        *(scope.value if scope else None, start.edtf if start else None, key.method),
    ]


def _number(group: tuple[object, ...] | None, numbers: dict[tuple[object, ...], int]) -> int | None:
    if group is None:
        return None
    if group not in numbers:
        numbers[group] = int(content_id(*group)[:_DIGITS], 16)
    return numbers[group]
