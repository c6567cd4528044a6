"""What a language is to the readers of text: words, never code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`code` is a BCP 47 tag.

    `abbreviations` are words that a full stop follows without ending a sentence (without that stop, case
    folded); those that can also end one, such as "a.m" and "Co", are left to the splitter.
    """

    code: str
    name: str
    abbreviations: frozenset[str]
