"""Where each released figure comes from, as PROV-JSON: article, quote, claim, finding, decision, row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

from workbench.core.identity import content_id
from workbench.core.release import Release, Status, VerifiedClaim

PREFIX = {
    "wb": "urn:claims-workbench:",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Pair = tuple[str, dict[str, Any]]


def write(release: Release, stream: BinaryIO) -> None:
    """One object, a section after the other; each walks through the claims once. Nothing is there twice."""
    encode = msgspec.json.Encoder().encode
    stream.write(b'{"prefix":' + encode(PREFIX))
    for name, section in SECTIONS:
        stream.write(b",\n" + encode(name) + b":{")
        seen: set[str] = set()
        between = b"\n"
        for key, value in section(release):
            if key not in seen:
                seen.add(key)
                stream.write(between + encode(key) + b":" + encode(value))
                between = b",\n"
        stream.write(b"\n}")
    stream.write(b"}\n")


def _standing(release: Release) -> Iterator[VerifiedClaim]:
    return (entry for entry in release.claims if entry.status is not Status.WITHDRAWN)


def _entities(release: Release) -> Iterator[Pair]:
    for entry in _standing(release):
        claim = entry.claim
        if claim.article:
            yield f"wb:article-{claim.article}", _told(url=entry.url, file=entry.file, title=entry.title)
            yield f"wb:quote-{claim.sentence}-{claim.id}", _told(text=entry.quote, start=entry.quote_start)
        yield (
            f"wb:claim-{claim.id}",
            _told(measure=claim.measure, figure=claim.quantity.text, origin=claim.origin, event=claim.event),
        )
        row = _told(status=entry.status.value, low=entry.accepted.low, high=entry.accepted.high)
        yield f"wb:row-{claim.id}", row
    for fingerprint, finding in sorted(release.findings.items()):
        yield f"wb:finding-{fingerprint}", _told(rule=finding.rule, message=finding.message)


def _activities(release: Release) -> Iterator[Pair]:
    for entry in _standing(release):
        for answer in entry.decisions:
            moment = answer.decided_at.isoformat()
            told = _told(outcome=answer.outcome.value, reason=answer.reason.value)
            yield (
                f"wb:decision-{answer.fingerprint}",
                {"prov:startTime": moment, "prov:endTime": moment} | told,
            )


def _agents(release: Release) -> Iterator[Pair]:
    for entry in _standing(release):
        if entry.claim.outlet:
            yield _agent("outlet", entry.claim.outlet), _told(name=entry.claim.outlet)
        if entry.claim.annotator:
            yield _agent("annotator", entry.claim.annotator), _told(name=entry.claim.annotator)
        for answer in entry.decisions:
            yield _agent("reviewer", answer.reviewer), _told(name=answer.reviewer)


def _derived(release: Release) -> Iterator[Pair]:
    claims: set[str] = set()
    for entry in _standing(release):
        claim = entry.claim
        claims.add(claim.id)
        quote = f"wb:quote-{claim.sentence}-{claim.id}"
        steps = [(f"wb:row-{claim.id}", f"wb:claim-{claim.id}")]
        if claim.article:
            steps += [(f"wb:claim-{claim.id}", quote), (quote, f"wb:article-{claim.article}")]
        for made, of in steps:
            yield f"_:d{content_id(made, of)}", {"prov:generatedEntity": made, "prov:usedEntity": of}
    for fingerprint, finding in sorted(release.findings.items()):
        for claim_id in finding.claims:
            if claim_id in claims:
                made, of = f"wb:finding-{fingerprint}", f"wb:claim-{claim_id}"
                yield f"_:d{content_id(made, of)}", {"prov:generatedEntity": made, "prov:usedEntity": of}


def _used(release: Release) -> Iterator[Pair]:
    for entry in _standing(release):
        for answer in entry.decisions:
            activity = f"wb:decision-{answer.fingerprint}"
            if answer.fingerprint in release.findings:
                used = f"wb:finding-{answer.fingerprint}"
                yield f"_:u{answer.fingerprint}", {"prov:activity": activity, "prov:entity": used}


def _generated(release: Release) -> Iterator[Pair]:
    for entry in _standing(release):
        if answer := entry.decision:
            made, by = f"wb:row-{entry.claim.id}", f"wb:decision-{answer.fingerprint}"
            yield f"_:g{content_id(made, by)}", {"prov:entity": made, "prov:activity": by}


def _attributed(release: Release) -> Iterator[Pair]:
    for entry in _standing(release):
        claim = entry.claim
        if claim.article and claim.outlet:
            yield _pair("a", f"wb:article-{claim.article}", _agent("outlet", claim.outlet), "entity")
        if claim.annotator:
            yield _pair("a", f"wb:claim-{claim.id}", _agent("annotator", claim.annotator), "entity")


def _associated(release: Release) -> Iterator[Pair]:
    for entry in _standing(release):
        for answer in entry.decisions:
            decision = f"wb:decision-{answer.fingerprint}"
            yield _pair("s", decision, _agent("reviewer", answer.reviewer), "activity")


SECTIONS: tuple[tuple[str, Callable[[Release], Iterator[Pair]]], ...] = (
    ("entity", _entities),
    ("activity", _activities),
    ("agent", _agents),
    ("wasDerivedFrom", _derived),
    ("used", _used),
    ("wasGeneratedBy", _generated),
    ("wasAttributedTo", _attributed),
    ("wasAssociatedWith", _associated),
)


def _agent(kind: str, name: str) -> str:
    """Names may hold anything; a qualified name may not."""
    return f"wb:{kind}-{content_id(kind, name)}"


def _pair(letter: str, thing: str, agent: str, kind: str) -> Pair:
    return f"_:{letter}{content_id(thing, agent)}", {f"prov:{kind}": thing, "prov:agent": agent}


def _told(**values: str | int | None) -> dict[str, str | int]:
    return {f"wb:{name}": value for name, value in values.items() if value is not None}
