"""Articles as they were printed, with the claims in them marked; and the rules that claims are checked by."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.finding import FindingClass
from workbench.crosscheck.checks import CHECKS
from workbench.exceptions import InvalidData
from workbench.pipeline.withdraw import LONGEST, reinstate, withdraw
from workbench.store.articles import get_article
from workbench.store.claims import claims_in_article
from workbench.store.withdrawals import history, standing

from ..bench import bench
from ..who import who
from . import words
from .cards import web_link
from .quote import Mark, pieces

blueprint = Blueprint("articles_pages", __name__)


@blueprint.get("/articles/<article_id>")
def article(article_id: str) -> str:
    """The whole text of the newest version. Raises NotFound."""
    return _page(article_id)


@blueprint.post("/articles/<article_id>/withdrawal")
def withdrawal(article_id: str) -> AnyResponse | tuple[str, int]:
    """Withdraws the article, or reinstates it; a reason that will not do is shown again with what is wrong
    with it. Raises NotFound, and Conflict where somebody was faster."""
    here, reason = bench(), request.form.get("reason", "")
    try:
        with here.writing() as session:
            how: dict[str, Any] = {"by": who(), "now": here.now(), "settings": here.check_settings}
            if request.form.get("action") == "reinstate":
                reinstate(session, here.vocabulary, article_id, **how)
            else:
                withdraw(session, here.vocabulary, article_id, reason=reason, **how)
    except InvalidData as error:
        return _page(article_id, reason=reason, wrong=error.message), 422
    return redirect(url_for("articles_pages.article", article_id=article_id), 303)


def _page(article_id: str, *, reason: str = "", wrong: str = "") -> str:
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
            article_id=row.id,
            withdrawn=standing(session, row.id),
            past=[one for one in history(session, row.id) if one.ended_at is not None],
            reason=reason,
            wrong=wrong,
            longest=LONGEST,
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
