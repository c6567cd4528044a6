"""What a language is to the readers of text: words, never code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`code` is a BCP 47 tag."""

    code: str
    name: str
