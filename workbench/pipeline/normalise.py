"""Annotations to claims. Claims are derived: this makes the stored ones what the annotations say now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from workbench import __version__
from workbench.claims.choose import choose
from workbench.claims.normalise import normalise as normalise_annotation
from workbench.core.annotation import Unreadable
from workbench.core.article import Sentence
from workbench.core.claim import Claim
from workbench.core.identity import content_id
from workbench.core.vocabulary import Vocabulary
from workbench.store.annotations import annotated_sentences, labelled_sentences
from workbench.store.articles import article_of
from workbench.store.claims import count_chosen, count_unreadable, replace_claims
from workbench.store.events import merged_events
from workbench.store.touched import CLAIMS, basis_of, note_derived, touch_evidence, unread_sentences

AT_ONCE = 2_000  # sentences that are read and written together


@dataclass(frozen=True, slots=True)
class Normalised:
    """How many claims there are, how many came and went, and how many regions could not be read."""

    claims: int
    came: int
    went: int
    unreadable: int


def normalise(session: Session, vocabulary: Vocabulary, *, full: bool = False) -> Normalised:
    """Reads the annotations of the sentences that changed since the last time, and comes to what a full run
    would. All are read with `full`, and where vocabulary, merged events or our own version have changed.
    Running it twice changes nothing.
    """
    into = merged_events(session)
    basis = content_id("claims", __version__, vocabulary.version, sorted(into.items()))
    all_of_them = full or basis_of(session, CLAIMS) != basis
    sentences = labelled_sentences(session) if all_of_them else unread_sentences(session)
    came = went = 0
    for begin in range(0, len(sentences), AT_ONCE):
        some = sentences[begin : begin + AT_ONCE]
        claims, unreadable = _read(session, vocabulary, into, some)
        new, old = replace_claims(session, claims, unreadable, sentences=some)
        came, went = came + new, went + old
    if not all_of_them:  # else who reads no claim in a sentence is asked for all of them
        touch_evidence(session, ((None, sentence) for sentence in sentences))
    note_derived(session, CLAIMS, basis)
    return Normalised(count_chosen(session), came, went, count_unreadable(session))


def _read(
    session: Session, vocabulary: Vocabulary, into: Mapping[str, str], sentences: Sequence[str]
) -> tuple[list[tuple[str, bool, Claim]], list[Unreadable]]:
    """Claims, each with its annotation and whether that was chosen, and what could not be read."""
    claims: list[tuple[str, bool, Claim]] = []
    unreadable: list[Unreadable] = []
    for row, article_row, version, answers in annotated_sentences(session, sentences):
        sentence = Sentence(start=row.start, end=row.end, text=row.text)
        article = article_of(article_row, version)
        read = [
            (
                annotation,
                normalise_annotation(
                    annotation,
                    sentence,
                    article,
                    article_id=article_row.id,
                    vocabulary=vocabulary,
                    language=article.language,
                ),
            )
            for annotation in answers
        ]
        chosen = choose(read)
        for annotation, results in read:
            for result in results:
                if isinstance(result, Unreadable):
                    unreadable.append(result)
                else:
                    event = into.get(result.event or "", result.event)
                    claim = result if event == result.event else replace(result, event=event)
                    claims.append((annotation.id, annotation is chosen, claim))
    return claims, unreadable
