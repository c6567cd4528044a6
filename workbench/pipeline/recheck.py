"""Checks again what hangs together with evidence that changed, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.claim import Claim, Scope
from workbench.core.edge import Edge, EdgeKind
from workbench.core.filed import Filed
from workbench.core.period import Period
from workbench.crosscheck.annotators import elect
from workbench.crosscheck.compare import group, related
from workbench.crosscheck.comparison import Comparison
from workbench.crosscheck.copying import find_copies
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import Evidence, evidence_of, name_parts
from workbench.crosscheck.filing import (
    file_evidence,
    guests_of,
    hosts_of,
    read_key,
    series_id,
    write_series,
)
from workbench.crosscheck.origins import Origins
from workbench.crosscheck.run import disagreement_slot, look_at
from workbench.crosscheck.series import SeriesKey
from workbench.crosscheck.starts import agreeing_starts
from workbench.crosscheck.terms import Terms
from workbench.pipeline.basis import Basis
from workbench.pipeline.evidence import chosen_by_id, printed_around
from workbench.pipeline.found import Found
from workbench.store import filed as cabinet
from workbench.store.articles import articles_of_sentences
from workbench.store.claims import claims_of_sentences
from workbench.store.edges import edges_from, replace_edges_from
from workbench.store.findings import replace_findings
from workbench.store.readings import silent_annotators

MOST_TOUCHED = 5_000  # pieces of evidence, from which on it is as quick to check everything


@dataclass(frozen=True, slots=True)
class Rechecked:
    """How many findings came and went, and how many series were looked at."""

    came: int
    went: int
    series: int


def recheck(
    session: Session, basis: Basis, touched: Sequence[str], sentences: Sequence[str], *, now: datetime
) -> Rechecked | None:
    """Makes findings and edges what a full check would make them, given that they were so before this
    evidence changed. None where a full check is needed: too much changed, or a reviewer ruled on it."""
    if len(touched) > MOST_TOUCHED:
        return None
    changed = _Changed(session, basis, touched)
    if changed.ruled_on():
        return None
    found = Found()
    series = changed.file()
    hosts = _check(changed, series, found) | {series_id(key) for key in series}
    slots = _disagreements(session, sentences, changed, found)
    came, went = replace_findings(session, found.findings, found.places, now=now, within=hosts, slots=slots)
    return Rechecked(came, went, len(hosts))


class _Changed:
    """The evidence that changed and all whose terms, counting start, series or origin change with it."""

    def __init__(self, session: Session, basis: Basis, touched: Sequence[str]) -> None:
        self.session, self.basis = session, basis
        self.terms = Terms(basis.vocabulary)
        self.events = Events(basis.events, self.terms)
        self.nobody = Origins(wires=basis.vocabulary.wires)
        self.touched = touched
        self.ids: set[str] = set()
        self.before: dict[str, Filed] = {}
        self.evidence: dict[str, Evidence] = {}
        self._starts: dict[cabinet.Frame, Mapping[Period, Period]] = {}
        self._take(touched)
        while fresh := self._other_starts() - self.ids:
            self._take(fresh)
        while fresh := cabinet.parts_filed(session, self.ids).keys() - self.ids:
            self._take(fresh)
        self.wholes = self._wholes()
        name_parts(
            sorted((*self.evidence.values(), *self.wholes.values()), key=lambda one: one.id), self.terms
        )
        self.keys = {one.id: self._key(one) for one in self.evidence.values() if one.event is not None}
        self.beside = self._beside()

    def _take(self, ids: Iterable[str]) -> None:
        ids = set(ids)
        self.ids |= ids
        self.before |= cabinet.filed_by_id(self.session, ids)
        self.evidence |= self._load(ids)

    def _load(self, ids: Collection[str]) -> dict[str, Evidence]:
        claims = chosen_by_id(self.session, self.basis.vocabulary, sorted(ids))
        return {claim.id: self.evidence_of(claim) for claim in claims.values() if claim.modality.is_evidence}

    def evidence_of(self, claim: Claim) -> Evidence:
        return evidence_of(claim, self.terms, self.events, self.nobody)

    def _other_starts(self) -> set[str]:
        """Who counts from a start that now agrees with another one than before."""
        gone: dict[cabinet.Frame, set[str]] = {}
        come: dict[cabinet.Frame, set[str]] = {}
        for old in self.before.values():
            if old.start is not None:
                gone.setdefault((old.event, old.scope), set()).add(old.start)
        for new in self.evidence.values():
            if new.event is not None and new.start is not None:
                come.setdefault(_frame(new), set()).add(new.start.edtf)
        found: set[str] = set()
        for frame in gone.keys() | come.keys():
            there = cabinet.starts_in(self.session, frame)
            lost = {
                start
                for start in gone.get(frame, set()) - come.get(frame, set())
                if not cabinet.anyone_counts(self.session, frame, start, but=self.ids)
            }
            now = set(there) - lost | come.get(frame, set())
            before = agreeing_starts(Period.parse(start) for start in there)
            self._starts[frame] = after = agreeing_starts(Period.parse(start) for start in now)
            for start, agreed in after.items():
                if before.get(start, agreed) != agreed:
                    found.update(cabinet.counting_from(self.session, frame, start.edtf))
        return found

    def _wholes(self) -> dict[str, Evidence]:
        """Wholes of what changed that have not changed themselves, each with the terms that it has."""
        missing = {one.claim.part_of for one in self.evidence.values()} - self.ids - {None}
        filed = cabinet.filed_by_id(self.session, (one for one in missing if one is not None))
        found = self._load(filed.keys())
        self.whole_keys = self._keys_of(filed)
        for one in found.values():
            if one.id in self.whole_keys:
                one.population = self.whole_keys[one.id].population
            one.claim = replace(one.claim, part_of=None)  # it has its name already
        return found

    def _keys_of(self, filed: Mapping[str, Filed]) -> dict[str, SeriesKey]:
        """The series of these as they are filed, by id."""
        there = cabinet.series_by_id(self.session, {one.series for one in filed.values() if one.series})
        keys = {name: read_key(written) for name, written in there.items()}
        return {one.id: keys[one.series] for one in filed.values() if one.series in keys}

    def _key(self, claim: Evidence) -> SeriesKey:
        start = claim.start
        if start is not None:
            frame = _frame(claim)
            if frame not in self._starts:
                there = cabinet.starts_in(self.session, frame)
                self._starts[frame] = agreeing_starts(Period.parse(one) for one in there)
            start = self._starts[frame][start]
        return SeriesKey(
            claim.event or "", claim.measure, claim.population, claim.place, claim.scope, start, claim.method
        )

    def _beside(self) -> dict[str, Filed]:
        """All that may have copied from what changed, or been copied by it, itself included where it was."""
        now = list(file_evidence(self.evidence.values(), self.keys))
        alike = {one.alike for one in (*self.before.values(), *now)} - {None}
        odd = {one.odd for one in (*self.before.values(), *now)} - {None}
        found: dict[str, Filed] = {}
        seen: set[object] = set()
        while alike or odd:
            seen |= {("alike", one) for one in alike} | {("odd", one) for one in odd}
            fresh = cabinet.filed_alike(
                self.session, (one for one in alike if one), (one for one in odd if one)
            )
            found |= fresh
            alike = {one.alike for one in fresh.values() if ("alike", one.alike) not in seen} - {None}
            odd = {one.odd for one in fresh.values() if ("odd", one.odd) not in seen} - {None}
        return found

    def ruled_on(self) -> bool:
        """Did a reviewer rule on an edge of one of these?"""
        ends = {end for ruling in self.basis.rulings for end in (ruling.copy, ruling.original)}
        return not ends.isdisjoint(self.ids | self.beside.keys())

    def file(self) -> set[SeriesKey]:
        """Writes down edges, origins and series as they are now; the series that changed."""
        others = {one: filed for one, filed in self.beside.items() if one not in self.ids}
        around = self._load(others.keys())
        for one, key in self._keys_of(others).items():
            around[one].population = key.population
        self._copy(around)
        moved = {one: around[one].origin for one in others if around[one].origin != others[one].origin}
        now = {one.id: one for one in file_evidence(self.evidence.values(), self.whole_keys | self.keys)}
        cabinet.refile(self.session, self.ids, now.values(), map(write_series, set(self.keys.values())))
        cabinet.note_origins(self.session, moved)
        touched = (*self.before.values(), *now.values(), *(others[one] for one in moved))
        names = {name for one in touched for name in (one.series, one.host) if name is not None}
        found = {read_key(one) for one in cabinet.series_by_id(self.session, names).values()}
        cabinet.drop_empty(self.session, sorted(names))
        return found

    def _copy(self, around: Mapping[str, Evidence]) -> None:
        """Who of all these copies whom; each gets its origin."""
        pool = sorted((*self.evidence.values(), *around.values()), key=lambda one: one.id)
        claims = {one.id: one.claim for one in pool}
        articles = {one.claim.article for one in self.evidence.values() if one.claim.article}
        printed = printed_around(self.session, self.basis.vocabulary, claims.values(), credited=articles)
        # Whom an article credits stands in it, and these articles have not changed.
        kept = {
            edge.copy: edge
            for edge in edges_from(self.session, around.keys())
            if edge.kind is EdgeKind.WIRE_CREDIT
        }
        edges: list[Edge] = [edge for edge in find_copies(pool, printed) if edge.copy not in kept]
        origins = Origins(
            [*edges, *kept.values()],
            claims,
            rulings=self.basis.rulings,
            wires=self.basis.vocabulary.wires,
        )
        for one in pool:
            one.origin = origins.origin_of(one.claim)
        there = self.ids | claims.keys()
        replace_edges_from(self.session, there, (edge for edge in origins.edges if edge.copy in there))


def _frame(claim: Evidence) -> cabinet.Frame:
    return claim.event, claim.scope.value if isinstance(claim.scope, Scope) else None


def _check(changed: _Changed, series: set[SeriesKey], found: Found) -> set[str]:
    """What is found in all series that have to be looked at; their ids."""
    written = cabinet.series_of_events(changed.session, {key.event for key in series})
    keys = {one.id: read_key(one) for one in written}
    there = keys.values()
    hosts = hosts_of(series, there, changed.terms)
    guests = guests_of(hosts, there, changed.terms)
    names = {key: name for name, key in keys.items()}
    host_names = {names[key] for key in hosts}
    filed = cabinet.filed_in(changed.session, host_names | {names[key] for key in guests}, host_names)
    claims = chosen_by_id(changed.session, changed.basis.vocabulary, sorted(filed))
    evidence = []
    for one in sorted(claims):
        claim = changed.evidence_of(claims[one])
        claim.origin = filed[one].origin
        claim.population = keys[filed[one].series or ""].population
        evidence.append(claim)
    members = {one: keys[entry.series or ""] for one, entry in filed.items()}
    grouped, parts = group(evidence, members, changed.basis.settings)
    compared = related(grouped, parts, terms=changed.terms, settings=changed.basis.settings)
    by_id = {one.id: one for one in evidence}
    wanted = (comparison for comparison in compared if comparison.key in hosts)
    found.add(look_at(wanted, by_id), claims)
    return host_names


def _disagreements(session: Session, sentences: Sequence[str], changed: _Changed, found: Found) -> set[str]:
    """What annotators of these sentences read differently; the slots that it stands in."""
    kept = claims_of_sentences(session, sentences)
    outvoted = claims_of_sentences(session, sentences, chosen=False)
    said = {claim.id: claim for claim in (*kept, *outvoted)}
    _, disagreements = elect(kept, outvoted, silent_annotators(session, sentences))
    compared = [
        Comparison(terms=changed.terms, settings=changed.basis.settings, disagreement=one)
        for one in disagreements
    ]
    found.add(look_at(compared, {}), said)
    articles = articles_of_sentences(session, sentences)
    return {disagreement_slot(article, sentence) for sentence, article in articles.items()}
