"""Articles withdrawn and reinstated, and all claims and findings derived anew."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.article import clean_text
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.run import CheckSettings
from workbench.exceptions import Conflict, InvalidData
from workbench.pipeline.crosscheck import CrossChecked, crosscheck
from workbench.pipeline.normalise import normalise
from workbench.store.articles import get_article
from workbench.store.touched import touch_articles
from workbench.store.withdrawals import end_withdrawal, keep_withdrawal, standing

LONGEST = 500  # characters of a reason: annotators read it above the sentence


def withdraw(
    session: Session,
    vocabulary: Vocabulary,
    article_id: str,
    *,
    reason: str,
    by: str,
    now: datetime,
    settings: CheckSettings | None = None,
) -> CrossChecked:
    """Says that an article is no evidence any more, and checks anew what rested on it.

    Its text, its annotations and what was decided stay recorded; the next push says so on its tasks. Raises
    NotFound, InvalidData for a reason that is empty or longer than 500 characters, Conflict where the article
    is withdrawn already.
    """
    get_article(session, article_id)
    reason = " ".join(clean_text(reason).split())
    if not reason:
        raise InvalidData("say why the article is withdrawn", fields={"reason": ["missing"]})
    if len(reason) > LONGEST:
        message = f"the reason has {len(reason):,} characters, more than the {LONGEST} that fit on a task"
        raise InvalidData(message, fields={"reason": ["too long"]})
    if (row := standing(session, article_id)) is not None:
        raise Conflict(f"the article was withdrawn already, by {row.withdrawn_by}: {row.reason}")
    keep_withdrawal(session, article_id, reason, by, now)
    return _derive(session, vocabulary, article_id, now, settings)


def reinstate(
    session: Session,
    vocabulary: Vocabulary,
    article_id: str,
    *,
    by: str,
    now: datetime,
    settings: CheckSettings | None = None,
) -> CrossChecked:
    """Takes a withdrawal back: what was read in the article is evidence again.

    Raises NotFound, and Conflict where the article is not withdrawn.
    """
    get_article(session, article_id)
    row = standing(session, article_id)
    if row is None:
        raise Conflict("the article is not withdrawn")
    end_withdrawal(session, row, by, now)
    return _derive(session, vocabulary, article_id, now, settings)


def _derive(
    session: Session, vocabulary: Vocabulary, article_id: str, now: datetime, settings: CheckSettings | None
) -> CrossChecked:
    touch_articles(session, [article_id])
    normalise(session, vocabulary)
    return crosscheck(session, vocabulary, now=now, settings=settings)
