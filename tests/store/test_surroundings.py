from __future__ import annotations

from sqlalchemy.orm import Session

from tests.api import corpus
from tests.moments import NOON
from workbench.core.annotation import Annotation
from workbench.core.article import Article
from workbench.pipeline.ingest import ingest_articles
from workbench.store.annotations import keep_annotations
from workbench.store.projects import all_projects
from workbench.store.surroundings import Neighbours, neighbours_of, readers_of


def test_sentences_before_and_after(session: Session) -> None:
    text = "One came. Two came. Three came."
    article = Article(outlet="Wire", published_at=corpus.DAY, text=text, url="https://news.example/a")
    ingest_articles(session, [article], now=NOON, max_characters=100)
    ids = [corpus.sentence_id(session, words) for words in ("One came.", "Two came.", "Three came.")]
    assert neighbours_of(session, ids) == {
        ids[0]: Neighbours("", "Two came."),
        ids[1]: Neighbours("One came.", "Three came."),
        ids[2]: Neighbours("Two came.", ""),
    }
    changed = Article(outlet="Wire", published_at=corpus.DAY, text="Two.", url="https://news.example/a")
    ingest_articles(session, [changed], now=NOON, max_characters=100)
    assert neighbours_of(session, ids) == {}, "an old version is not shown"


def test_readers_are_those_whose_annotation_stands(session: Session) -> None:
    corpus.fill(session)
    sentence = corpus.sentence_id(session, corpus.WIRE)
    ((reader,),) = readers_of(session, [sentence]).values()
    assert reader.annotator == "ann@example.org"
    assert [claim.quantity.text for claim in reader.claims] == ["at least 25,700"]
    (project,) = all_projects(session)
    others = [
        Annotation(
            id=name, sentence=sentence, annotator=name, created_at=NOON, updated_at=NOON, cancelled=skipped
        )
        for name, skipped in (("ben", False), ("skipped", True))
    ]
    keep_annotations(session, project, sentence, others, now=NOON)
    ((only,),) = readers_of(session, [sentence]).values()
    assert (only.annotator, only.claims) == ("ben", ()), "the first was deleted, the other skipped"
