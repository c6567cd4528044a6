"""What an outlet published, and the sentences in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.core.identity import content_id


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article. `text` is free of NUL and lone surrogates (see `clean_text`)."""

    outlet: str
    published_at: date
    text: str
    language: str = "en"
    url: str | None = None
    title: str | None = None
    file: str | None = None
    event: str | None = None

    @property
    def id(self) -> str:
        """Follows from the url, else from outlet and file name, else from outlet and text."""
        if self.url:
            return content_id("article", self.url)
        return content_id("article", self.outlet, self.file or self.text)

    @property
    def version_id(self) -> str:
        """Follows from the id and from what a reader would notice: text, title, day, event, outlet."""
        day = self.published_at.isoformat()
        return content_id(
            "version", self.id, self.text, self.title, day, self.event, self.outlet, self.language
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """text[start:end] of its article, in Unicode code points, end exclusive."""

    start: int
    end: int
    text: str

    def id(self, article_id: str) -> str:
        return content_id("sentence", article_id, self.start, self.end, self.text)


def clean_text(text: str) -> str:
    """The text without what no store or browser agrees on: NUL, lone surrogates and a byte order mark.

    Called before any offset is worked out, so that offsets are those of the text that is kept.
    """
    kept = text.removeprefix("\ufeff").replace("\x00", "")
    return "".join(c for c in kept if not "\ud800" <= c <= "\udfff") if _has_surrogate(kept) else kept


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was to be an article and is none: where it stands, which field, and what to do."""

    where: str
    message: str
    field: str | None = None
