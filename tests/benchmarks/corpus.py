"""Texts to read: ordinary news, text dense in claims, sentences with a count, generated text without end."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.benchmarks.process import ROOT
from tests.eval.cases import gold, gold_rows
from workbench.core.article import clean_text
from workbench.languages import language_of
from workbench.text.sentences import split_sentences

SEEDS = ROOT / "seeds" / "articles"
SHARED = ROOT.parent / "shared" / "articles"
STAND_IN = Path(__file__).with_name("data") / "ordinary.txt"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Text:
    """An article, or one sentence as an article of its own."""

    text: str
    published_at: date


def ordinary() -> list[Text]:
    """Five real articles where they are beside the project, else prose of our own in their manner.

    In either a sentence in five or so holds a count, and one in eight a claim.
    """
    if SHARED.is_dir():
        return _articles(SHARED)
    articles = re.split(r"\n\n(?=\S[^\n]*\n\n)", STAND_IN.read_text("utf-8"))
    return [Text(article, date(2024, 1, 24)) for article in articles]


def dense() -> list[Text]:
    """The articles of the seeds: a sentence in three holds a claim."""
    return _articles(SEEDS)


def _articles(folder: Path) -> list[Text]:
    found = []
    for line in (folder / "manifest.jsonl").read_text("utf-8").strip().split("\n"):
        entry = json.loads(line)
        text = clean_text((folder / entry["file"]).read_bytes().decode("utf-8"))
        found.append(Text(text, date.fromisoformat(entry["published_at"])))
    return found


def counted() -> list[Text]:
    """Our English gold sentences that hold a claim."""
    found = []
    for file in gold("suggest*.jsonl"):
        for row in gold_rows(file):
            if row["claims"] and row["language"] == "en":
                found.append(Text(row["text"], date.fromisoformat(row.get("published_at", "2024-01-24"))))
    return found


def sentences_of(texts: list[Text]) -> list[str]:
    """The sentences of the texts, for readers that want them one by one."""
    english = language_of("en")
    return [sentence.text for text in texts for sentence in split_sentences(text.text, english)]


def generated(megabytes: float, seed: int = 7) -> Iterator[str]:
    """Lines for `workbench inspect`: news and seeds over and over, each time with other figures."""
    chance = random.Random(seed)
    articles = [text for text in (*ordinary(), *dense()) if text.text]
    left, number = megabytes * 1e6, 0
    while left > 0:
        article = articles[number % len(articles)]
        text = _DIGITS.sub(lambda digits: _other(digits[0], chance), article.text)
        line = {"id": number, "text": text, "published_at": str(article.published_at)}
        shown = json.dumps(line, ensure_ascii=False) + "\n"
        left -= len(shown.encode())
        number += 1
        yield shown


def write_generated(file: Path, megabytes: float) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(generated(megabytes))


def _other(digits: str, chance: random.Random) -> str:
    """As many digits, no zero in front."""
    first = chance.choice("123456789")
    return first + "".join(chance.choice("0123456789") for _ in digits[1:])
