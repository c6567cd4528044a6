"""Counts of victims in newswire sentences, scored as the README of the shared cases says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from tests.eval.cases import SHARED, Row, rows
from tests.eval.outside import inspect
from tests.eval.section import TALLY, Floor, Judged, Section, Tally
from workbench.languages import language_of
from workbench.vocabulary import load_vocabulary

KINDS = ("killed", "injured", "captured", "released", "killed_or_injured")
_AS_KIND = {"casualties": "killed_or_injured"}

Pair = tuple[str, int | None]


def given() -> Section:
    """The sentences as they are, in capitals."""
    cases = rows(SHARED / "eval" / "extraction_dev.jsonl")
    section = _section("Extraction, capitals as given", cases, [case["text"] for case in cases])
    section.note = (
        "A suggestion (kind, n) that is in the gold is right, as often as the gold has it. One that the "
        "gold calls implicit or a subset, or that is the sum of the groups of its kind, costs nothing. "
        "Every other one is wrong, also one without n (vague, between); casualties are "
        "killed_or_injured. What we mark as implicit or part_of ourselves is excused by the gold alone; "
        "a row below excuses it, too. held (in custody as of a day) is no kind of the gold: it counts as "
        "captured where the gold calls it so, else it is not scored; a row below counts it as captured "
        "always."
    )
    return section


def mixed() -> Section:
    """The same sentences in mixed case, as newspapers print them."""
    cases = rows(SHARED / "eval" / "extraction_dev.jsonl")
    section = _section("Extraction, mixed case", cases, [mixed_case(case["text"]) for case in cases])
    section.note = "Capitals where a sentence or a bracket begins, and for the names that we know."
    return section


def _section(title: str, cases: Sequence[Row], texts: Sequence[str]) -> Section:
    asked = [{"id": case["id"], "text": text} for case, text in zip(cases, texts, strict=True)]
    answers = [answer["suggestions"] for answer in inspect("suggestions", asked)]
    section = Section(title, ("measure", *TALLY))
    by_kind: dict[str, Tally] = {kind: Tally() for kind in KINDS}
    for case, text, suggestions in zip(cases, texts, answers, strict=True):
        scored, judged, errors = score(case["mentions"], suggestions)
        for kind, tally in scored.items():
            by_kind[kind] += tally
        section.judged += judged
        section.errors += [f"{case['id']}: {error}: {text}" for error in errors]
    total = sum(by_kind.values(), Tally())
    section.rows = [(kind, *tally.cells()) for kind, tally in by_kind.items()]
    section.rows.append(("all", *total.cells()))
    section.rows += [
        (name, *_total(cases, answers, **how).cells())
        for name, how in (
            ("all, our own marks excuse, too", {"own_marks": True}),
            ("all, held is captured always", {"held": "captured"}),
        )
    ]
    section.floors = [
        Floor(f"{title}: {name}", reached, least, 0.95)
        for name, reached, least in (
            ("F1", total.f1, 0.88),
            ("precision", total.precision, 0.90),
            ("recall", total.recall, 0.85),
        )
    ]
    return section


def _total(cases: Sequence[Row], answers: Sequence[list[Row]], **how: object) -> Tally:
    total = Tally()
    for case, suggestions in zip(cases, answers, strict=True):
        scored, _, _ = score(case["mentions"], suggestions, **how)  # type: ignore[arg-type]
        total = sum(scored.values(), total)
    return total


def score(
    mentions: Sequence[Row],
    suggestions: Sequence[Row],
    *,
    own_marks: bool = False,
    held: str | None = None,
) -> tuple[dict[str, Tally], list[Judged], list[str]]:
    """By kind what is right, wrong and missed; what was judged; and the errors in words.

    `own_marks` excuses what a suggestion itself calls implicit or a part. `held` is the kind that held counts
    as; None: captured where the gold has it, else not scored.
    """
    open_gold = Counter(_pair(row) for row in mentions if not row["subset"] and not row["implicit"])
    excused = {_pair(row) for row in mentions if row["subset"] or row["implicit"]} | _sums(mentions)
    tallies: dict[str, Tally] = defaultdict(Tally)
    judged: list[Judged] = []
    errors: list[str] = []
    for suggestion in suggestions:
        measure: str = suggestion["measure"]
        kind = held or "captured" if measure == "held" else _AS_KIND.get(measure, measure)
        pair = (kind, suggestion["value"])
        if kind not in KINDS:
            continue
        if open_gold[pair] > 0:
            open_gold[pair] -= 1
            tallies[kind].right += 1
            judged.append(Judged(suggestion["score"], True))
        elif not (
            pair in excused
            or (measure == "held" and held is None)
            or (own_marks and (suggestion["implicit"] or suggestion["part_of"] is not None))
        ):
            tallies[kind].wrong += 1
            judged.append(Judged(suggestion["score"], False))
            errors.append(f"wrong, {measure} {suggestion['text']!r} ({suggestion['score']:.2f})")
    for (kind, n), count in open_gold.items():
        tallies[kind].missed += count
        errors += [f"missed, {kind} {n}"] * count
    return tallies, judged, errors


def _pair(mention: Row) -> Pair:
    return mention["kind"], mention["n"]


def _sums(mentions: Sequence[Row]) -> set[Pair]:
    """The sum of all groups of a kind, with and without those that are implied."""
    sums: set[Pair] = set()
    for kind in {row["kind"] for row in mentions}:
        groups = [row for row in mentions if row["kind"] == kind and not row["subset"]]
        for counted in (groups, [row for row in groups if not row["implicit"]]):
            if len(counted) > 1:
                sums.add((kind, sum(row["n"] for row in counted)))
    return sums


def mixed_case(text: str) -> str:
    """Small letters, but for the beginnings of sentences and brackets, and for names that we know."""
    names = _names()
    small = re.sub(
        r"[^\W\d_]+", lambda word: word[0].capitalize() if word[0] in names else word[0], text.lower()
    )
    return re.sub(r"(?:^|[.!?] |-- |\[)\W*[a-z]", lambda start: start[0].upper(), small)


@cache
def _names() -> frozenset[str]:
    vocabulary, calendar = load_vocabulary(), language_of("en").calendar
    places = (word for place in vocabulary.places.values() for word in (place.id, *place.aliases))
    nations = (
        word
        for term in vocabulary.populations.values()
        if term.nation
        for word in (term.label, *term.aliases)
    )
    words = {part for name in (*places, *nations) for part in name.lower().split() if len(part) > 3}
    return frozenset(words | {word for word in (*calendar.months, *calendar.weekdays) if word != "may"})
