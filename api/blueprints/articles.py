"""Articles in, and what has been read in them."""

from __future__ import annotations

from typing import Any

from flask import request
from marshmallow import ValidationError
from sqlalchemy.orm import Session

from workbench.core.annotation import Suggestion
from workbench.core.article import Article, Rejected
from workbench.exceptions import InvalidData
from workbench.pipeline.crosscheck import CrossChecked
from workbench.pipeline.ingest import Ingested, check, ingest_articles
from workbench.pipeline.suggest import suggest_pending
from workbench.pipeline.withdraw import reinstate, withdraw
from workbench.readers.record import article_of
from workbench.store.articles import get_article, list_articles, sentences_of
from workbench.store.events import all_events
from workbench.store.rows import ArticleRow, VersionRow, WithdrawalRow
from workbench.store.values import from_json
from workbench.store.withdrawals import standing, standing_of

from ..bench import Bench, bench
from ..errors import fields_of, said
from ..openapi import Blueprint
from ..paging import Page, PageArguments, offset, page_schema
from ..schemas.article import (
    ArticleInSchema,
    ArticleSchema,
    IngestedSchema,
    RecheckedSchema,
    WholeArticleSchema,
    WithdrawalInSchema,
)
from ..who import signed_name, who

MOST_AT_ONCE = 1_000

blueprint = Blueprint("articles", __name__, "What outlets published, sentence by sentence.")

ONE_OR_MANY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {"oneOf": [ArticleInSchema, {"type": "array", "items": ArticleInSchema}]},
            "example": {
                "outlet": "Example Wire",
                "published_at": "2024-01-24",
                "text": "At least 25,700 people have been killed, the ministry said.",
            },
        }
    },
}


@blueprint.route("/articles", methods=["POST"])
@blueprint.response(201, IngestedSchema)
@blueprint.errors(400, 413, 415, 422)
@blueprint.doc(requestBody=ONE_OR_MANY, summary="Take in one article or a list of them: all, or none")
def post_articles() -> Ingested:
    here = bench()
    records = _records(request.get_json(silent=True))
    with here.writing() as session:
        articles = _checked(session, here, records)
        ingested = ingest_articles(
            session,
            [article for _, article in articles],
            now=here.now(),
            max_characters=here.settings.max_article_characters,
        )
        if ingested.rejected:
            raise InvalidData(ingested.rejected[0].message)
        suggest_pending(session, here.vocabulary)
    return ingested


@blueprint.route("/articles", methods=["GET"])
@blueprint.arguments(PageArguments, location="query")
@blueprint.response(200, page_schema("ArticlePage", ArticleSchema))
@blueprint.doc(summary="The articles, the newest first")
def get_articles(arguments: dict[str, int]) -> Page:
    page, per_page = arguments["page"], arguments["per_page"]
    with bench().session() as session:
        rows, total = list_articles(session, offset=offset(page, per_page), limit=per_page)
        withdrawn = standing_of(session, [row.id for row, _ in rows])
    return Page([_shown(row, version, withdrawn.get(row.id)) for row, version in rows], page, per_page, total)


@blueprint.route("/articles/<article_id>", methods=["GET"])
@blueprint.response(200, WholeArticleSchema)
@blueprint.errors(404)
@blueprint.doc(summary="An article with its sentences and what was suggested in them")
def get_one_article(article_id: str) -> dict[str, Any]:
    with bench().session() as session:
        row, version = get_article(session, article_id)
        sentences = [
            {
                "id": stored.id,
                "start": stored.sentence.start,
                "end": stored.sentence.end,
                "text": stored.sentence.text,
                "suggestions": _suggestions(stored.suggestions),
            }
            for stored in sentences_of(session, version.id)
        ]
        shown = _shown(row, version, standing(session, row.id))
        return {**shown, "text": version.text, "sentences": sentences}


@blueprint.route("/articles/<article_id>/withdrawal", methods=["POST"])
@blueprint.arguments(WithdrawalInSchema)
@blueprint.response(201, RecheckedSchema)
@blueprint.errors(404, 409, 415, 422)
@blueprint.doc(
    summary="Withdraw an article: it is no evidence any more, and what rested on it is checked anew"
)
def post_withdrawal(arguments: dict[str, Any], article_id: str) -> CrossChecked:
    here = bench()
    with here.writing() as session:
        return withdraw(
            session,
            here.vocabulary,
            article_id,
            reason=arguments["reason"],
            by=signed_name() or arguments["reviewer"],
            now=here.now(),
            settings=here.check_settings,
        )


@blueprint.route("/articles/<article_id>/withdrawal", methods=["DELETE"])
@blueprint.response(200, RecheckedSchema)
@blueprint.errors(404, 409)
@blueprint.doc(summary="Reinstate an article that was withdrawn: it is evidence again")
def delete_withdrawal(article_id: str) -> CrossChecked:
    here = bench()
    with here.writing() as session:
        return reinstate(
            session,
            here.vocabulary,
            article_id,
            by=who(),
            now=here.now(),
            settings=here.check_settings,
        )


def _records(body: Any) -> list[tuple[str, dict[str, Any]]]:
    """Each record with its place in the list ("2."), which is empty for a single one."""
    many = isinstance(body, list)
    if many and not body:
        raise InvalidData("the list holds no article", fields={"body": ["empty"]})
    if many and len(body) > MOST_AT_ONCE:
        message = f"{len(body):,} articles are more than the {MOST_AT_ONCE:,} that are taken at once"
        raise InvalidData(message, fields={"body": ["too many"]})
    try:
        loaded: Any = ArticleInSchema(many=many).load(body)
    except ValidationError as error:
        fields = fields_of({"json": error.messages})
        raise InvalidData(said(fields), fields=fields) from error
    return [(f"{place}.", record) for place, record in enumerate(loaded)] if many else [("", loaded)]


def _checked(
    session: Session, here: Bench, records: list[tuple[str, dict[str, Any]]]
) -> list[tuple[str, Article]]:
    """All are sound, or InvalidData names what is wrong with each one that is not."""
    events, now, most = all_events(session), here.now(), here.settings.max_article_characters
    articles: list[tuple[str, Article]] = []
    wrong: dict[str, list[str]] = {}
    for place, record in records:
        article = article_of(record, f"article {place}")
        rejected = article if isinstance(article, Rejected) else check(article, events, now, most)
        if rejected is not None:
            wrong.setdefault(f"{place}{rejected.field or 'body'}", []).append(rejected.message)
        elif isinstance(article, Article):
            articles.append((place, article))
    if wrong:
        raise InvalidData(said(wrong), fields=wrong)
    return articles


def _shown(row: ArticleRow, version: VersionRow, withdrawn: WithdrawalRow | None) -> dict[str, Any]:
    return {
        "id": row.id,
        "outlet": version.outlet,
        "published_at": version.published_at,
        "title": version.title,
        "language": version.language,
        "url": row.url,
        "file": row.file,
        "event": version.event_id,
        "version": version.number,
        "ingested_at": version.ingested_at,
        "withdrawn": withdrawn,
    }


def _suggestions(stored: list[dict[str, Any]] | None) -> tuple[Suggestion, ...] | None:
    return None if stored is None else from_json(stored, tuple[Suggestion, ...])
