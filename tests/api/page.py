"""Reads pages as a browser would."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient

VOID = ("meta", "link", "input", "img", "br", "hr")


class Page(HTMLParser):
    """Reads a page as a browser would, and keeps what the tests ask for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.marks: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.open and self.open[-1] == "mark":
            self.marks.append(data)

    @property
    def foreign_scripts(self) -> list[dict[str, str | None]]:
        """All but the files of ours; an inline script is foreign too."""
        return [
            script
            for script in self.all("script")
            if not (script.get("src") or "").startswith("/static/") or "defer" not in script
        ]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [
            attrs
            for name, attrs in self.tags
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items())
        ]


def page(http: FlaskClient, path: str, status: int = 200, **options: Any) -> Page:
    answer = http.open(path, **options)
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    return Page(answer.get_data(as_text=True))
