"""One article out of one record (a manifest line with its text, a JSON line, a posted object)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from workbench.core.article import Article, Rejected, clean_text
from workbench.text.detection import detect_language

TEXTS = ("language", "url", "title", "event", "file")


def article_of(record: Mapping[str, Any], where: str) -> Article | Rejected:
    """The article, or the first field that stands in its way.

    Its language is told from the text where the record names none.
    """
    for key in ("outlet", "published_at", "text"):
        if key not in record or record[key] is None or record[key] == "":
            return Rejected(where, f"{key} is missing", key)
        if not isinstance(record[key], str):
            return Rejected(where, f"{key} must be a text", key)
    for key in TEXTS:
        if record.get(key) is not None and not isinstance(record[key], str):
            return Rejected(where, f"{key} must be a text", key)
    published_at = day_of(record["published_at"])
    if published_at is None:
        given = record["published_at"][:40]
        return Rejected(where, f"published_at is no day like 2023-12-24: {given!r}", "published_at")
    title = record.get("title")
    return Article(
        outlet=clean_text(record["outlet"]).strip(),
        published_at=published_at,
        text=clean_text(record["text"]),
        language=record.get("language") or detect_language(record["text"]).code,
        url=record.get("url") or None,
        title=clean_text(title) if title else None,
        file=record.get("file") or None,
        event=record.get("event") or None,
    )


def day_of(text: str) -> date | None:
    """The day of an ISO date or date with time; None where it is neither."""
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None
