"""Articles and claims, searched; one claim with all that led to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, render_template, request

from workbench.core.article import clean_text
from workbench.core.case import State
from workbench.core.finding import FindingClass, Severity
from workbench.exceptions import InvalidData
from workbench.store.cases import ORIGIN, OUTLET
from workbench.store.claims import get_claim
from workbench.store.events import all_events
from workbench.store.queue import voices
from workbench.store.search import discrepancies_with, find_articles, find_claims

from ..bench import bench
from ..evidence import evidence_of
from . import words
from .cards import agreement, details, quote, web_link

PER_PAGE = 50
LONGEST = 200  # characters of what is asked for
BY = ("measure", "event", "origin", "outlet", "population", "place")

blueprint = Blueprint("finder", __name__)


@blueprint.get("/articles")
def articles() -> str:
    """The newest first; `q` are words of the title or the outlet."""
    asked = _asked("q")
    with bench().session() as session:
        found, after = find_articles(session, asked, limit=PER_PAGE, after=_article_key(_asked("after")))
    return render_template(
        "review/articles.html", found=found, asked=asked, after=after and f"{after[0]}.{after[1]}"
    )


@blueprint.get("/claims")
def claims() -> str:
    here = bench()
    filters = {name: value for name in BY if (value := _asked(name))}
    with here.session() as session:
        found, after = find_claims(session, filters, limit=PER_PAGE, after=_asked("after") or None)
        events = all_events(session)
        choices = {
            "measure": [(name, measure.label) for name, measure in here.vocabulary.measures.items()],
            "event": [(name, event.name) for name, event in events.items()],
            "origin": [(name, name) for name in voices(session, ORIGIN)],
            "outlet": [(name, name) for name in voices(session, OUTLET)],
        }
    rows = [
        (claim, words.what(claim, here.vocabulary, _name(events.get(claim.event or ""))), words.source(claim))
        for claim in found
    ]
    return render_template(
        "review/claims.html", rows=rows, filters=filters, choices=choices, after=after, by=BY
    )


@blueprint.get("/claims/<claim_id>")
def claim(claim_id: str) -> str:
    """Raises NotFound."""
    here = bench()
    with here.session() as session:
        found = get_claim(session, claim_id)
        (evidence,) = evidence_of(session, here, [found.id])
        events = all_events(session)
        cases = [
            (name, FindingClass(cls), Severity(severity), State(state), message)
            for name, cls, severity, state, message in discrepancies_with(session, found.id)
        ]
    hard, soft = words.reading(found.quantity)
    return render_template(
        "review/claim.html",
        claim=found,
        what=words.what(found, here.vocabulary, _name(events.get(found.event or ""))),
        hard=hard,
        soft=soft,
        quote=quote(evidence, here.vocabulary),
        title=evidence.title,
        link=web_link(evidence.url),
        task=evidence.task,
        readers=agreement(found, evidence.readers),
        details=details(found, here.vocabulary, events),
        cases=cases,
    )


def _asked(name: str) -> str:
    return clean_text(request.args.get(name, "")).strip()[:LONGEST]


def _name(event: Any) -> str | None:
    return event.name if event else None


def _article_key(written: str) -> tuple[date, str] | None:
    if not written:
        return None
    day, _, article = written.partition(".")
    try:
        return date.fromisoformat(day), article
    except ValueError as error:
        message = "no such page: go back to the first one"
        raise InvalidData(message, fields={"after": [message]}) from error
