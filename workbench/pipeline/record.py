"""Writes down what a release is made from: the evidence that may be shown, findings, decisions, terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.edge import Ruling
from workbench.core.finding import Finding
from workbench.core.pseudonym import pseudonym
from workbench.core.release import Exhibit, PlaceTerm, Status, Terms
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.origins import Origins
from workbench.exceptions import Conflict
from workbench.export import record
from workbench.pipeline.evidence import evidence_by_id
from workbench.pipeline.labelled import labelled_tasks
from workbench.review.quote import cut
from workbench.review.verify import Verdicts, order, series_of
from workbench.store.discrepancies import Discrepancy
from workbench.store.edges import all_edges, live_rulings
from workbench.store.events import all_counts, all_events, merged_events
from workbench.store.releases import (
    Group,
    Standing,
    decision_log,
    groups,
    sources_of,
    standing_claims,
)
from workbench.store.touched import count_touched, unread_sentences

FALLEN_NAMED = 20  # quotes that do not stand, listed in one message
COUNTRY, DIVISION, EXACT = 6, 4, 1  # where_prec of the UCDP GED codebook

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Recorded:
    """How much was written down. `fallen`: the claims whose quote no longer stands, each with the reason."""

    exhibits: int = 0
    articles: set[str] = field(default_factory=set)
    claims: set[bytes] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    fallen: dict[str, list[str]] = field(default_factory=dict)


def write_record(
    session: Session,
    vocabulary: Vocabulary,
    folder: Path,
    *,
    key: bytes,
    unresolved: bool,
    quote_limit: int,
    discrepancies: Sequence[Discrepancy],
    before: Mapping[str, Finding],
    progress: Progress = lambda done, total: None,
) -> Recorded:
    """Writes the files of `export/record.py` into the folder.

    `discrepancies` are those that say something of a release (`judged`). Evidence that an open one speaks
    against is left out unless `unresolved`; annotators stand under pseudonyms made with the key; of a
    sentence at most `quote_limit` characters are quoted. Of the decision log all is written that answers a
    finding of this release or of those published `before`. Raises Conflict where evidence changed since the
    last cross-check, and where a quote no longer stands in its article.
    """
    if waiting := count_touched(session) + len(unread_sentences(session)):
        raise Conflict(
            f"{waiting:,} pieces of evidence changed since the last cross-check: "
            "run workbench normalise and workbench crosscheck, decide on what they find, and release then"
        )
    verdicts = Verdicts(
        {entry.id: entry.finding for entry in discrepancies},
        {entry.id: entry.decision for entry in discrepancies if entry.decision},
    )
    shown = [entry for entry in discrepancies if unresolved or not entry.open]
    reader = _Reader(session, vocabulary, verdicts, key, unresolved, quote_limit)
    with (folder / record.EVIDENCE).open("wb") as stream:
        everything = reader.groups()
        for done, group in enumerate(everything, start=1):
            record.write_lines(stream, reader.exhibits(group))
            progress(done, len(everything))
    recorded = reader.recorded
    if recorded.fallen:
        raise _fallen(recorded.fallen)
    named = [
        entry for entry in shown if not recorded.claims.isdisjoint(map(str.encode, entry.finding.claims))
    ]
    with (folder / record.FINDINGS).open("wb") as stream:
        record.write_lines(stream, (record.Judged(entry.id, entry.finding) for entry in named))
    with (folder / record.DECISIONS).open("wb") as stream:
        log = decision_log(session, {*before, *(entry.id for entry in named)})
        record.write_lines(stream, log)
    with (folder / record.ARTICLES).open("wb") as stream:
        record.write_lines(stream, sources_of(session, sorted(recorded.articles)))
    with (folder / record.ANNOTATIONS).open("wb") as stream:
        record.write_array(stream, labelled_tasks(session, recorded.claims, key, quote_limit))
    with (folder / record.RULINGS).open("wb") as stream:
        record.write_lines(stream, reader.rulings())
    events = all_events(session)
    kept = [events[name] for name in sorted(recorded.events) if name in events]
    with (folder / record.EVENTS).open("wb") as stream:
        record.write_lines(stream, kept)
    terms = Terms(
        measures={name: vocabulary.measure(name).unit for name in sorted(recorded.measures)},
        places={name: place_term(name, vocabulary) for name in sorted(recorded.places)},
        events={event.id: event.name for event in kept},
    )
    (folder / record.TERMS).write_bytes(msgspec.json.format(msgspec.json.encode(terms), indent=1) + b"\n")
    return recorded


def place_term(name: str, vocabulary: Vocabulary) -> PlaceTerm:
    """How precise a place is: a country by its ISO 3166-1 code, a division by its 3166-2 code, else exact."""
    iso = _iso(name, vocabulary)
    precision = EXACT if iso is None else DIVISION if "-" in iso else COUNTRY
    if precision == COUNTRY:
        return PlaceTerm(iso, COUNTRY, name)
    above = sorted(vocabulary.places_above(name))
    country = next((one for one in above if (code := _iso(one, vocabulary)) and "-" not in code), None)
    return PlaceTerm(iso, precision, country)


def _iso(name: str, vocabulary: Vocabulary) -> str | None:
    place = vocabulary.places.get(name)
    return place.iso if place else None


def _fallen(fallen: Mapping[str, list[str]]) -> Conflict:
    some = [f"{claim}: {reasons[0]}" for claim, reasons in list(fallen.items())[:FALLEN_NAMED]]
    more = f"\n… and {len(fallen) - len(some):,} more" if len(fallen) > len(some) else ""
    return Conflict(
        f"{len(fallen):,} quotes no longer stand where they are said to, so that nothing is released. "
        "Run workbench normalise and workbench crosscheck; a sentence that changed must be labelled anew:\n"
        + "\n".join(some)
        + more,
        fields=dict(fallen),
    )


class _Reader:
    """Exhibits of one event and measure after the other, with what is to be known of all of them."""

    def __init__(
        self,
        session: Session,
        vocabulary: Vocabulary,
        verdicts: Verdicts,
        key: bytes,
        unresolved: bool,
        quote_limit: int,
    ) -> None:
        self.recorded = Recorded()
        self._session, self._vocabulary, self._verdicts = session, vocabulary, verdicts
        self._key, self._unresolved, self._limit = key, unresolved, quote_limit
        self._into = merged_events(session)
        self._names: dict[str, str] = {}
        edges, rulings = all_edges(session), live_rulings(session)
        ends = {edge.copy for edge in edges} | {edge.original for edge in edges}
        ends |= {end for ruling in rulings for end in (ruling.copy, ruling.original)}
        claims = evidence_by_id(session, vocabulary, sorted(ends))
        self._rulings, self._ends = rulings, claims.keys()
        self._origins = Origins(edges, claims, rulings=rulings, wires=vocabulary.wires)

    def groups(self) -> list[Group]:
        """In the order of the release: as Python sorts, because each database has an order of its own."""
        found = {(self._into.get(event or "", event), measure) for event, measure in groups(self._session)}
        return sorted(found, key=lambda group: (group[0] or "", group[1]))

    def rulings(self) -> list[Ruling]:
        """Those in force whose ends are names, or claims that are shown."""
        shown = self.recorded.claims
        return [
            ruling
            for ruling in self._rulings
            if all(end not in self._ends or end.encode() in shown for end in (ruling.copy, ruling.original))
        ]

    def exhibits(self, group: Group) -> list[Exhibit]:
        """What is shown of an event and a measure, in the order of the release."""
        found = [
            self._exhibit(standing)
            for standing in standing_claims(self._session, group)
            if self._is_shown(standing.claim)
        ]
        series = {series_of(exhibit.claim) for exhibit in found}
        for claim in self._counts(group):
            status = self._verdicts.status(claim)
            beside = status is None and series_of(claim) in series
            if beside or (status is not None and self._is_shown(claim)):
                found.append(Exhibit(claim=claim, voice=self._origins.origin_of(claim)))
        found.sort(key=lambda exhibit: order(exhibit.claim))
        for exhibit in found:
            self._note(exhibit.claim)
        return found

    def _is_shown(self, claim: Claim) -> bool:
        status = self._verdicts.status(claim)
        return status is not None and (self._unresolved or status is not Status.UNRESOLVED)

    def _counts(self, group: Group) -> Iterator[Claim]:
        event, measure = group
        if event is None:
            return
        events = {event, *(other for other, into in self._into.items() if into == event)}
        for count in all_counts(self._session, events=events):
            if count.measure == measure and count.reported:
                yield replace(count.claim(self._vocabulary), event=event)

    def _exhibit(self, standing: Standing) -> Exhibit:
        claim = standing.claim
        start, end = (claim.start or 0) - standing.start, (claim.end or 0) - standing.start
        reason = _why_fallen(standing, start, end)
        if reason:
            self.recorded.fallen[claim.id] = [reason]
        quote, first = cut(standing.sentence, max(0, start), max(0, end), self._limit)
        return Exhibit(
            claim=replace(claim, annotator=self._named(claim.annotator)),
            voice=self._origins.origin_of(claim),
            quote=quote,
            quote_start=standing.start + first,
            start=standing.start,
            end=standing.start + len(standing.sentence),
            url=standing.url,
            file=standing.file,
            title=standing.title,
            language=standing.language,
        )

    def _named(self, annotator: str | None) -> str | None:
        if annotator is None:
            return None
        if annotator not in self._names:
            self._names[annotator] = pseudonym(self._key, annotator)
        return self._names[annotator]

    def _note(self, claim: Claim) -> None:
        recorded = self.recorded
        recorded.exhibits += 1
        recorded.claims.add(claim.id.encode())
        recorded.measures.add(claim.measure)
        for value, into in (
            (claim.article, recorded.articles),
            (claim.event, recorded.events),
            (claim.place, recorded.places),
        ):
            if value is not None:
                into.add(value)


def _why_fallen(standing: Standing, start: int, end: int) -> str:
    claim = standing.claim
    where = f"article {claim.article}, characters {claim.start} to {claim.end}"
    if not standing.stands:
        return f"the newest version of the article has another text at its sentence ({where})"
    words = standing.sentence[start:end] if start >= 0 else ""  # the figure as printed may hold a hedge too
    if not words or words not in claim.quantity.text or claim.quantity.text not in standing.sentence:
        return f"the words {claim.quantity.text!r} are not there ({where})"
    return ""
