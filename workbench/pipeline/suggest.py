"""Reads each current article that this suggester has not read yet, and keeps what it suggests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.orm import Session

from workbench.core.annotation import Suggestion
from workbench.core.article import Sentence
from workbench.core.vocabulary import Vocabulary
from workbench.languages import language_of
from workbench.store.articles import article_of, keep_suggestions, sentences_of, unread_versions
from workbench.store.events import all_events
from workbench.store.rows import ArticleRow, VersionRow
from workbench.store.values import as_json
from workbench.text.suggest import SUGGESTER, suggest


def suggest_pending(
    session: Session,
    vocabulary: Vocabulary,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """How many articles were read. `progress` is told how many are done of how many."""
    events = all_events(session)
    versions = unread_versions(session, SUGGESTER)
    for done, version_id in enumerate(versions, start=1):
        version = session.get_one(VersionRow, version_id)
        article = article_of(session.get_one(ArticleRow, version.article_id), version)
        stored = sentences_of(session, version_id)
        suggestions = suggest(
            article.text,
            [entry.sentence for entry in stored],
            language=language_of(article.language),
            vocabulary=vocabulary,
            published_at=article.published_at,
            title=article.title,
            event=events.get(article.event) if article.event else None,
        )
        by_sentence = share_out([entry.sentence for entry in stored], suggestions)
        keep_suggestions(
            session,
            version_id,
            SUGGESTER,
            ((entry.position, as_json(found)) for entry, found in zip(stored, by_sentence, strict=True)),
        )
        progress(done, len(versions))
    return len(versions)


def share_out(sentences: list[Sentence], suggestions: list[Suggestion]) -> list[list[Suggestion]]:
    """The suggestions of each sentence, with offsets and part_of counted inside the sentence.

    A part whose whole stands in another sentence loses the link: a task holds one sentence.
    """
    shared: list[list[Suggestion]] = [[] for _ in sentences]
    place: dict[int, tuple[int, int]] = {}
    order = sorted(range(len(suggestions)), key=lambda index: (suggestions[index].start, index))
    current = 0
    for index in order:
        while current + 1 < len(sentences) and sentences[current + 1].start <= suggestions[index].start:
            current += 1
        place[index] = (current, len(shared[current]))
        shared[current].append(suggestions[index])
    for number, sentence in enumerate(sentences):
        for position, found in enumerate(shared[number]):
            whole = place.get(found.part_of) if found.part_of is not None else None
            shared[number][position] = replace(
                found,
                start=found.start - sentence.start,
                end=found.end - sentence.start,
                part_of=whole[1] if whole is not None and whole[0] == number else None,
            )
    return shared
