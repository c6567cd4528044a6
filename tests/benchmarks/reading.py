"""How many sentences a second are read on one core, from raw text to suggestions, beside other libraries."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from tests.benchmarks.corpus import Text, counted, dense, ordinary, sentences_of
from tests.benchmarks.line import Line, rounded
from tests.benchmarks.peers import PEERS, CannotBeHad, rates
from workbench.languages import language_of
from workbench.text.sentences import split_sentences
from workbench.text.suggest import suggest
from workbench.vocabulary import load_vocabulary

ROUNDS = 5
SECONDS = 1.0
CORPORA: dict[str, tuple[Callable[[], list[Text]], str]] = {
    "ordinary news": (ordinary, "floor 20,000, aim 60,000"),
    "text dense in claims, our seeds": (dense, "a claim in every third sentence"),
    "sentences with a count": (counted, "floor 4,000, aim 12,000"),
}


def reading() -> list[Line]:
    """All take turns on the same sentences in one run, and the best round of each counts."""
    corpora = {name: texts() for name, (texts, _) in CORPORA.items()}
    sentences = {name: sentences_of(texts) for name, texts in corpora.items()}
    ours = dict.fromkeys(corpora, 0.0)
    theirs: dict[str, dict[str, float]] = {}
    absent: dict[str, str] = {}
    for _ in range(ROUNDS):
        for name, texts in corpora.items():
            ours[name] = max(ours[name], rate(texts, len(sentences[name]), SECONDS))
        for peer in PEERS:
            if peer.label not in absent:
                try:
                    found = rates(peer, sentences, SECONDS)
                except CannotBeHad as reason:
                    absent[peer.label] = str(reason)
                else:
                    best = theirs.setdefault(peer.label, dict(found))
                    best.update({name: max(best[name], found[name]) for name in found})
    lines = []
    for name, (_, told) in CORPORA.items():
        what = (
            f"{name} ({len(sentences[name])} sentences), raw text to suggestions, sentences a second and core"
        )
        lines.append(Line(what, rounded(ours[name]), told))
        for label, best in theirs.items():
            times = ours[name] / best[name]
            lines.append(
                Line(f"the same by {label}", rounded(best[name]), f"ours is {rounded(times)} times that")
            )
    lines += [Line(f"the same by {label}", "skipped", reason) for label, reason in absent.items()]
    return lines


def rate(texts: Sequence[Text], sentences: int, seconds: float) -> float:
    """Sentences a second of the processor, over as many passes as take `seconds` of it."""
    english, vocabulary = language_of("en"), load_vocabulary()
    passes = 0
    began = time.process_time()
    while (taken := time.process_time() - began) < seconds:
        for text in texts:
            found = split_sentences(text.text, english)
            suggest(
                text.text,
                found,
                language=english,
                vocabulary=vocabulary,
                published_at=text.published_at,
            )
        passes += 1
    return passes * sentences / taken
