"""All evidence in the database: claims of annotated sentences and reported reference counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.edge import Printed
from workbench.core.reference import ReferenceCount
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.credits import Credits
from workbench.store.articles import sentences_by_id, texts_of
from workbench.store.claims import all_claims, claims_by_id
from workbench.store.events import all_counts, counts_by_id, merged_events


def all_evidence(session: Session, vocabulary: Vocabulary) -> dict[str, Claim]:
    """By id. Counts that were not reported are no evidence and are left out."""
    return _with_counts(session, vocabulary, all_claims(session))


def chosen_evidence(
    session: Session, vocabulary: Vocabulary, *, events: Collection[str] | None = None
) -> dict[str, Claim]:
    """By id, of several annotations of a sentence only those of the one that speaks for it.

    With `events` what belongs to them, and claims that name no event, which may.
    """
    return _with_counts(session, vocabulary, all_claims(session, chosen=True, events=events), events)


def evidence_by_id(
    session: Session,
    vocabulary: Vocabulary,
    ids: Iterable[str],
    *,
    merged: Mapping[str, str] | None = None,
) -> dict[str, Claim]:
    """Claims, and reference counts as claims of their origin; those that are there. `merged` says what events
    that were merged have become, where that is known already."""
    wanted = list(ids)
    claims = claims_by_id(session, wanted)
    missing = [one for one in wanted if one not in claims]
    return claims | _counts_by_id(session, vocabulary, missing, merged)


def chosen_by_id(session: Session, vocabulary: Vocabulary, ids: Iterable[str]) -> dict[str, Claim]:
    """As evidence_by_id, of several annotations of a sentence only those of the one that speaks for it."""
    wanted = list(ids)
    claims = claims_by_id(session, wanted, chosen=True)
    missing = [one for one in wanted if one not in claims]
    return claims | _counts_by_id(session, vocabulary, missing)


def printed_around(
    session: Session,
    vocabulary: Vocabulary,
    claims: Iterable[Claim],
    *,
    credited: Collection[str] | None = None,
) -> dict[str, Printed]:
    """What is printed around each claim of an article, by id of its sentence.

    With `credited` it is looked up whom these articles credit, and no others.
    """
    there = {claim.sentence: claim.article for claim in claims if claim.sentence and claim.article}
    articles = set(there.values()) if credited is None else set(credited) & set(there.values())
    read = Credits(vocabulary).read
    credits = {
        article: read(text, language) for article, language, text in texts_of(session, sorted(articles))
    }
    printed = {}
    for sentence_id, sentence in sentences_by_id(session, there).items():
        credit = credits.get(there[sentence_id])
        printed[sentence_id] = (
            Printed(sentence.text, credit.wire, credit.text) if credit else Printed(sentence.text)
        )
    return printed


def _with_counts(
    session: Session, vocabulary: Vocabulary, claims: list[Claim], events: Collection[str] | None = None
) -> dict[str, Claim]:
    into = merged_events(session)
    if events is not None:
        events = {*events, *(event for event, target in into.items() if target in events)}
    reported = (count for count in all_counts(session, events=events) if count.reported)
    counts = [_claim(count, vocabulary, into) for count in reported]
    return {claim.id: claim for claim in (*claims, *counts)}


def _counts_by_id(
    session: Session, vocabulary: Vocabulary, ids: Iterable[str], merged: Mapping[str, str] | None = None
) -> dict[str, Claim]:
    counts = counts_by_id(session, ids)
    if merged is None:
        merged = merged_events(session) if counts else {}
    return {count_id: _claim(count, vocabulary, merged) for count_id, count in counts.items()}


def _claim(count: ReferenceCount, vocabulary: Vocabulary, into: Mapping[str, str]) -> Claim:
    """The count as a claim; an event that was merged into another one is that one."""
    claim = count.claim(vocabulary)
    return replace(claim, event=into[count.event]) if count.event in into else claim
