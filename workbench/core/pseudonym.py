"""Names that stand for annotators where claims leave the house: they tell them apart and name nobody."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable

PREFIX = "annotator-"
DIGITS = 12  # of 32 letters each: of a million annotators, two share a name once in two million keys
KEY_BYTES = 32


def pseudonym(key: bytes, annotator: str) -> str:
    """The same name for the same annotator and key; without the key nobody can work out or try out whose.

    HMAC-SHA-256 (RFC 2104), so that the few numbers that Label Studio gives cannot be counted through.
    """
    digest = hmac.new(key, annotator.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
    return PREFIX + base64.b32encode(digest).decode("ascii")[:DIGITS].lower()


def pseudonym_of(key: bytes, annotator: str | None) -> str | None:
    """The same; None for an annotation that nobody is known to have made."""
    return None if annotator is None else pseudonym(key, annotator)


def behind(key: bytes, name: str, annotators: Iterable[str]) -> str | None:
    """Which of the annotators a name stands for, which takes the key that it was made with."""
    return next((known for known in annotators if hmac.compare_digest(pseudonym(key, known), name)), None)
