from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.article import Article, Sentence
from workbench.exceptions import NotFound
from workbench.store.articles import (
    current_articles,
    get_article,
    keep_article,
    keep_suggestions,
    sentences_of,
    unread_versions,
)
from workbench.store.rows import ArticleRow, SentenceRow, VersionRow

ARTICLE = Article(
    outlet="Harbor Wire", published_at=date(2024, 1, 24), text="Two died. Five hurt.", file="a.txt"
)
SENTENCES = [Sentence(start=0, end=9, text="Two died."), Sentence(start=10, end=20, text="Five hurt.")]
CHANGED = replace(ARTICLE, text="Two died. Nine hurt.")
CHANGED_SENTENCES = [SENTENCES[0], Sentence(start=10, end=20, text="Nine hurt.")]


def count(session: Session, row: type) -> int:
    return session.scalar(select(func.count()).select_from(row)) or 0


def test_the_same_article_twice_is_one(session: Session) -> None:
    assert keep_article(session, ARTICLE, SENTENCES, now=NOON) == "new"
    assert keep_article(session, ARTICLE, SENTENCES, now=NOON) == "same"
    assert (count(session, ArticleRow), count(session, VersionRow), count(session, SentenceRow)) == (1, 1, 2)


def test_a_changed_text_is_a_new_version_that_keeps_the_old_one(session: Session) -> None:
    keep_article(session, ARTICLE, SENTENCES, now=NOON)
    assert keep_article(session, CHANGED, CHANGED_SENTENCES, now=NOON) == "changed"
    versions = session.scalars(select(VersionRow).order_by(VersionRow.number)).all()
    assert [(row.number, row.current, row.text) for row in versions] == [
        (1, False, "Two died. Five hurt."),
        (2, True, "Two died. Nine hurt."),
    ]
    _, current = get_article(session, ARTICLE.id)
    assert [entry.sentence.text for entry in sentences_of(session, current.id)] == ["Two died.", "Nine hurt."]
    assert count(session, SentenceRow) == 3, "the sentence that did not change is shared"


def test_going_back_to_an_old_text_makes_it_current_again(session: Session) -> None:
    for article, sentences in ((ARTICLE, SENTENCES), (CHANGED, CHANGED_SENTENCES), (ARTICLE, SENTENCES)):
        keep_article(session, article, sentences, now=NOON)
    assert count(session, VersionRow) == 2
    assert [version.text for _, version in current_articles(session)] == ["Two died. Five hurt."]


def test_suggestions_are_kept_by_version(session: Session) -> None:
    keep_article(session, ARTICLE, SENTENCES, now=NOON)
    (version,) = unread_versions(session, "rules@1")
    keep_suggestions(session, version, "rules@1", [(0, [{"start": 0}]), (1, [])])
    assert unread_versions(session, "rules@1") == []
    assert unread_versions(session, "rules@2") == [version]
    assert [entry.suggestions for entry in sentences_of(session, version)] == [[{"start": 0}], []]


def test_an_unknown_article_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound, match="no article nothing"):
        get_article(session, "nothing")
