"""Articles as they were printed, with the claims in them marked; and the rules that claims are checked by."""

from __future__ import annotations

from flask import Blueprint, render_template

from workbench.core.finding import FindingClass
from workbench.crosscheck.checks import CHECKS
from workbench.store.articles import get_article
from workbench.store.claims import claims_in_article

from ..bench import bench
from . import words
from .cards import web_link
from .quote import Mark, pieces

blueprint = Blueprint("articles_pages", __name__)


@blueprint.get("/articles/<article_id>")
def article(article_id: str) -> str:
    """The whole text of the newest version. Raises NotFound."""
    here = bench()
    with here.session() as session:
        row, version = get_article(session, article_id)
        claims = claims_in_article(session, article_id)
        spans = [
            (claim.start, claim.end, Mark.NUMBER, claim.id)
            for claim in claims
            if claim.start is not None and claim.end is not None
        ]
        return render_template(
            "review/article.html",
            title=version.title,
            outlet=version.outlet,
            published=version.published_at.isoformat(),
            number=version.number,
            language=version.language,
            link=web_link(row.url),
            pieces=pieces(version.text, spans),
            claims=[
                (claim, words.what(claim, here.vocabulary, None), words.reading(claim.quantity))
                for claim in claims
            ],
        )


@blueprint.get("/rules")
def rules() -> str:
    """What each class of finding means, and by which rule it is found."""
    texts = {check.__name__: " ".join((check.__doc__ or "").split()) for check in CHECKS}
    return render_template(
        "review/rules.html", rules=[(cls, texts.get(cls.value, words.CLASSES[cls])) for cls in FindingClass]
    )
