"""Reads a release into an empty workbench, to carry on from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.core.annotation import Annotation
from workbench.core.article import Sentence
from workbench.core.changes import shown
from workbench.core.claim import Claim
from workbench.core.reference import ReferenceCount
from workbench.core.release import About, Exhibit
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.run import CheckSettings
from workbench.exceptions import Conflict
from workbench.export import record
from workbench.labelstudio.corpus import Given, read_corpus
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.evidence import evidence_by_id
from workbench.pipeline.normalise import normalise
from workbench.store.discrepancies import discrepancies_by_id, keep_decision
from workbench.store.edges import keep_ruling
from workbench.store.events import keep_counts, keep_events
from workbench.store.excerpts import is_empty, keep_annotation, keep_excerpt
from workbench.store.projects import keep_project


@dataclass(frozen=True, slots=True)
class Restored:
    """How much there is now, and how many decisions found the discrepancy that they answer."""

    articles: int
    annotations: int
    claims: int
    decisions: int
    settled: int


def restore(
    session: Session,
    vocabulary: Vocabulary,
    folder: Path,
    about: About,
    *,
    now: datetime,
    settings: CheckSettings | None = None,
) -> Restored:
    """Takes over events, reference counts, the quoted parts of articles, annotations, rulings and decisions,
    and derives claims and discrepancies from them. The release was verified before.

    Annotators keep their pseudonyms. Of an article only what is quoted is there; the rest of its text is
    blank, so that offsets stand. Raises Conflict where something is recorded already.
    """
    if not is_empty(session):
        raise Conflict("this workbench is not empty: import the release into a state folder of its own")
    exhibits = [exhibit for group in record.read_exhibits(folder) for exhibit in group]
    keep_events(session, record.read_events(folder))
    keep_counts(session, (_count(one.claim) for one in exhibits if one.claim.reference))
    printed: dict[str, list[Exhibit]] = defaultdict(list)
    for exhibit in exhibits:
        if exhibit.claim.article:
            printed[exhibit.claim.article].append(exhibit)
    sources = record.read_sources(folder)
    places: dict[str, list[Sentence]] = {}
    for name, quoted in sorted(printed.items()):
        text, places[name] = excerpt(quoted)
        keep_excerpt(session, sources[name], text, places[name], now=now)
    project = keep_project(session, f"release {about.number} of {about.made_by}", 1, "Out of a release")
    annotations = 0
    for given in read_corpus(folder / record.ANNOTATIONS):
        for annotation in _placed(given, places):
            keep_annotation(session, project, annotation)
            annotations += 1
    session.flush()
    for ruling in record.read_rulings(folder):
        keep_ruling(session, ruling)
    read = normalise(session, vocabulary, full=True)
    crosscheck(session, vocabulary, now=now, settings=settings, full=True)
    log = record.read_decisions(folder)
    found = discrepancies_by_id(session, sorted({entry.decision.fingerprint for entry in log}))
    evidence = evidence_by_id(
        session, vocabulary, sorted({claim for one in found.values() for claim in one.finding.claims})
    )
    for entry in log:
        decision = entry.decision
        claims = found[decision.fingerprint].finding.claims if decision.fingerprint in found else ()
        keep_decision(session, decision, shown(evidence[claim] for claim in claims if claim in evidence))
    settled = {entry.decision.fingerprint for entry in log if entry.live} & found.keys()
    return Restored(len(places), annotations, read.claims, len(log), len(settled))


def excerpt(quoted: Sequence[Exhibit]) -> tuple[str, list[Sentence]]:
    """The text of an article with blanks where nothing is quoted, and the sentences that quotes are of."""
    letters = [" "] * max(one.end or 0 for one in quoted)
    for one in quoted:
        start, quote = one.quote_start or 0, one.quote or ""
        letters[start : start + len(quote)] = quote
    text = "".join(letters)
    spans = sorted({(one.start or 0, one.end or 0) for one in quoted})
    return text, [Sentence(start, end, text[start:end]) for start, end in spans]


def _placed(given: Given, places: Mapping[str, Sequence[Sentence]]) -> Iterator[Annotation]:
    """The annotations with offsets of the sentence that they stand in."""
    for sentence in places.get(given.article, ()):
        if sentence.start <= given.start < sentence.end:
            shift = given.start - sentence.start
            for annotation in given.annotations:
                yield replace(
                    annotation,
                    sentence=sentence.id(given.article),
                    regions=tuple(
                        replace(region, start=region.start + shift, end=region.end + shift)
                        for region in annotation.regions
                    ),
                )


def _count(claim: Claim) -> ReferenceCount:
    assert claim.as_of is not None
    return ReferenceCount(
        event=claim.event or "",
        place=claim.place_text,
        population=claim.population_text,
        measure=claim.measure,
        origin=claim.origin or "",
        as_of=claim.as_of.first,
        value=claim.quantity.value or 0,
    )
