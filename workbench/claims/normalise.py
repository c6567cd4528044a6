"""Annotations to claims."""

from __future__ import annotations

from workbench.core.annotation import Annotation, Unreadable
from workbench.core.article import Article, Sentence
from workbench.core.claim import Claim
from workbench.core.vocabulary import Vocabulary

NORMALISER = "1"


def normalise(
    annotation: Annotation,
    sentence: Sentence,
    article: Article,
    *,
    article_id: str,
    vocabulary: Vocabulary,
    language: str,
) -> list[Claim | Unreadable]:
    """One claim, or one reason why not, for each region, in the order of the text.

    `start` and `end` of a claim are code points of the article; `event` is the article's own, if it has one.
    """
    raise NotImplementedError
