"""Suggestions against public gold answers and real articles, where the shared folder is there."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

from tests.text.gold import SHARED, shared
from workbench.core.annotation import Suggestion
from workbench.core.article import clean_text
from workbench.core.event import Event
from workbench.languages import language_of
from workbench.text.sentences import split_sentences
from workbench.text.suggest import suggest
from workbench.vocabulary import load_vocabulary

ENGLISH = language_of("en")
# Those in custody as of a day were captured: the gold has one kind for both.
KINDS = {"casualties": "killed_or_injured", "held": "captured"}


def read(text: str, day: date | None = None, event: Event | None = None) -> list[Suggestion]:
    return suggest(
        text,
        split_sentences(text, ENGLISH),
        language=ENGLISH,
        vocabulary=load_vocabulary(),
        published_at=day,
        event=event,
    )


def score(case: dict[str, Any], text: str) -> tuple[Counter[str], list[tuple[float, bool]]]:
    """What is right, wrong and missed, and of each suggestion that counts its score and rightness.

    What is implicit, a part, or the sum of the groups of a kind costs nothing.
    """
    mentions = case["mentions"]
    gold = Counter((row["kind"], row["n"]) for row in mentions if not row["subset"] and not row["implicit"])
    free = {(row["kind"], row["n"]) for row in mentions if row["subset"] or row["implicit"]}
    sums: Counter[str] = Counter()
    for row in mentions:
        if not row["subset"]:
            sums[row["kind"]] += row["n"]
    free |= set(sums.items())
    kinds = {"killed", "injured", "captured", "released", "killed_or_injured"}
    counts: Counter[str] = Counter()
    scored: list[tuple[float, bool]] = []
    for claim in read(text):
        found = (KINDS.get(claim.measure, claim.measure), claim.quantity.value)
        if found[0] not in kinds or claim.implicit or claim.part_of is not None:
            continue
        if gold[found] > 0:
            gold[found] -= 1
            counts["right"] += 1
            scored.append((claim.score, True))
        elif found not in free:
            counts["wrong"] += 1
            scored.append((claim.score, False))
    counts["missed"] = sum(gold.values())
    return counts, scored


def test_the_newswire_cases_in_capitals_and_in_mixed_case() -> None:
    cases = shared("eval/extraction_dev.jsonl")
    for form in (str, str.capitalize):
        total: Counter[str] = Counter()
        scored: list[tuple[float, bool]] = []
        for case in cases:
            counts, some = score(case, form(case["text"]))
            total += counts
            scored += some
        precision = total["right"] / (total["right"] + total["wrong"])
        recall = total["right"] / (total["right"] + total["missed"])
        assert precision >= 0.95, total
        assert recall >= 0.95, total
        sure = [right for value, right in scored if value >= 0.9]
        assert sum(sure) >= 0.95 * len(sure)
        assert len(sure) >= 0.5 * len(scored), "a score that is hardly ever high says nothing"


def test_the_claims_of_real_articles() -> None:
    """Each of them with measure, value and bound at its place, and nothing else but implicit ones."""
    expected = shared("articles/expected_claims.jsonl")
    events = {
        row["id"]: Event(
            row["id"],
            row["name"],
            date.fromisoformat(row["start"]),
            date.fromisoformat(row["end"]) if row["end"] else None,
            tuple(row["places"]),
            tuple(row["aliases"]),
            row["populations"],
        )
        for row in json.loads((SHARED / "articles" / "events.json").read_text("utf-8"))
    }
    for entry in shared("articles/manifest.jsonl"):
        raw = (SHARED / "articles" / entry["file"]).read_bytes().decode("utf-8")
        text = clean_text(raw)
        for event in (events[entry["event"]], None):
            found = read(text, date.fromisoformat(entry["published_at"]), event)
            got = {
                (claim.start, claim.end, claim.measure, claim.quantity.value, claim.quantity.bound.value)
                for claim in found
                if not claim.implicit
            }
            want = {
                (row["start"], row["end"], row["measure"], row["value"], row["bound"])
                for row in expected
                if row["file"] == entry["file"]
            }
            assert got == want
