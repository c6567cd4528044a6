"""Which wire agency an article credits: in its dateline, or in a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.core.vocabulary import Vocabulary

DATELINE = 300  # characters of the beginning in which a dateline may stand
LONGEST_LINE = 80  # a credit is a short line; a longer one tells something


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency by its name in the vocabulary, and the words that credit it."""

    wire: str
    text: str


class Credits:
    """Reads credits with the names and the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._wires = {
            name: wire.id for wire in vocabulary.wires.values() for name in (wire.id, *wire.aliases)
        }
        names = "|".join(re.escape(name) for name in sorted(self._wires, key=len, reverse=True))
        self._dateline = re.compile(rf"\(({names})\)\s*[-–—:]")
        self._lines: dict[str, re.Pattern[str]] = {}
        for language in ("", *vocabulary.credits):
            words = sorted(vocabulary.credits.get(language, ()), key=len, reverse=True)
            before = "|".join(re.escape(word).replace("\\ ", r"\s+") for word in words)
            self._lines[language] = re.compile(rf"[(\[]?\s*(?:(?i:{before})\s*:?\s*)?({names})\s*[)\].]?")

    def read(self, text: str, language: str) -> Credit | None:
        """The one agency that is credited; None for none, and for several, since whose word it is stays open.

        "GAZA (Reuters) —" near the beginning, or a line "Source: AFP" or "AP" anywhere. An agency that is
        named in a sentence ("told the Associated Press") is not credited: it is an origin, if anything.
        """
        if not self._wires:
            return None
        found = [
            (dateline[1], dateline[0].rstrip(" -–—:"))
            for dateline in self._dateline.finditer(text[:DATELINE])
        ]
        code = language.split("-")[0].casefold()
        pattern = self._lines.get(code, self._lines[""])
        for line in text.splitlines():
            if len(line) <= LONGEST_LINE and (credit := pattern.fullmatch(line.strip())):
                found.append((credit[1], credit[0]))
        wires = {self._wires[name]: words for name, words in reversed(found)}
        return Credit(*next(iter(wires.items()))) if len(wires) == 1 else None
