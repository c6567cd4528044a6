"""What the cross-check says, beside the truth: on real articles with reference counts, and on the seeds."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from tests.eval.cases import SEEDS, SHARED, Row, rows, text
from tests.eval.outside import cross_check
from tests.eval.reading import events_of, read
from tests.eval.section import Floor, Section

LISTED = ("growth", "revision", "echo")  # info findings that the seeds list in full
WEST_BANK = "west-bank-2023"


class Days(NamedTuple):
    """Of the days that two origins both report: how many, on how many they differ, and by one."""

    shared: int
    differ: int
    by_one: int


def real_data() -> Section:
    """The five articles as we read them, against 5,000 reference counts, from text to findings."""
    counts = SHARED / "reference" / "daily_counts.csv"
    claims = [
        *read_claims(SHARED / "articles", SHARED / "articles" / "events.json"),
        *reference_claims(counts),
    ]
    event = {claim["id"]: claim["event"] for claim in claims}
    measure = {claim["id"]: claim["measure"] for claim in claims}
    findings = cross_check(claims, SHARED / "articles" / "events.json")
    section = Section("Cross-check of real data", ("", "found", "truth"))

    def row(what: str, found: int, truth: int) -> None:
        section.rows.append((what, str(found), str(truth)))
        if found != truth:
            section.errors.append(f"{what}: {found}, not {truth}")

    for name, days in days_of(counts, WEST_BANK).items():
        there = [
            finding
            for finding in findings
            if event[finding["claims"][0]] == WEST_BANK and measure[finding["claims"][0]] == name
        ]
        conflicts = [finding for finding in there if finding["class"] == "hard_conflict"]
        low = [finding for finding in conflicts if finding["severity"] == "low"]
        row(f"West Bank, {name}: days that differ, of {days.shared}", len(conflicts), days.differ)
        row(f"West Bank, {name}: of these by one (low)", len(low), days.by_one)
        others = [one for one in there if one["severity"] != "info" and one not in conflicts]
        row(f"West Bank, {name}: other findings of low or above", len(others), 0)
    elsewhere = [finding for finding in findings if event[finding["claims"][0]] != WEST_BANK]
    grave = [finding for finding in elsewhere if finding["severity"] != "info"]
    row("elsewhere: findings of low or above", len(grave), 1)
    row("elsewhere: growth", sum(finding["class"] == "growth" for finding in findings), 2)
    apart = [one for one in findings if len({event[claim] for claim in one["claims"]}) > 1]
    row("findings that span two events", len(apart), 0)
    section.rows += [()] + [
        (f"{cls} ({severity})", str(count))
        for (cls, severity), count in sorted(
            Counter((one["class"], one["severity"]) for one in findings).items()
        )
    ]
    section.errors += [f"elsewhere: {one['class']}: {one['message']}" for one in grave[1:]]
    section.note = (
        "Claims as we read them in the articles. The truth of the West Bank is worked out from the rows "
        "of the reference counts alone; the others are what a careful reader finds."
    )
    wrong = sum(entry[1] != entry[2] for entry in section.rows if len(entry) == 3)
    section.floors = [Floor("Cross-check of real data: rows that differ", wrong, 0, 0, errors=True)]
    return section


def seeds() -> Section:
    """The seeds' claims as written down, and as we read them in the articles."""
    section = Section("Cross-check of the seeds", ("claims", "found", "expected", "not expected", "missed"))
    counts = list(reference_claims(SEEDS / "daily_counts.csv"))
    expected = Counter(_expected(entry) for entry in rows(SEEDS / "expected_findings.jsonl"))
    published = {
        entry["file"]: {"outlet": entry["outlet"], "published_at": entry["published_at"]}
        for entry in rows(SEEDS / "articles" / "manifest.jsonl")
    }
    written = [
        {
            **claim,
            **published[claim["file"]],
            "id": f"{claim['file']}:{claim['start']}",
            "article": claim["file"],
            "part_of": None if claim["part_of"] is None else f"{claim['file']}:{claim['part_of']}",
        }
        for claim in rows(SEEDS / "expected_claims.jsonl")
    ]
    for name, claims in (
        ("as written down", written),
        ("as we read them", list(read_claims(SEEDS / "articles", SEEDS / "events.json"))),
    ):
        found = Counter(
            (finding["class"], finding["severity"], frozenset(finding["claims"]))
            for finding in cross_check([*claims, *counts], SEEDS / "events.json")
            if finding["severity"] != "info" or finding["class"] in LISTED
        )
        extra, missed = found - expected, expected - found
        cells = (len(expected & found), len(expected), extra.total(), missed.total())
        section.rows.append((name, *map(str, cells)))
        section.errors += [f"{name}: not expected: {_told(one)}" for one in extra]
        section.errors += [f"{name}: missed: {_told(one)}" for one in missed]
        if name == "as written down":
            wrong = extra.total() + missed.total()
            section.floors = [Floor("Cross-check of the seeds: findings wrong", wrong, 0, 0, errors=True)]
    section.note = "Findings of severity low or above, growth, revision and echo, with exactly their claims."
    return section


def read_claims(folder: Path, events_file: Path) -> Iterator[Row]:
    """The claims that we read in the articles of a folder with a manifest, as lines of a file of claims."""
    events = events_of(events_file)
    for entry in rows(folder / "manifest.jsonl"):
        about = {
            "outlet": entry["outlet"],
            "published_at": entry["published_at"],
            "event": entry.get("event"),
            "article": entry["file"],
        }
        found = read(
            text(folder / entry["file"]),
            published_at=entry["published_at"],
            title=entry.get("title"),
            event=events.get(entry.get("event", "")),
        )
        # Several claims may share a number ("killed or captured 12"): the later ones add their measure.
        ids: list[str] = []
        for one in found:
            plain = f"{entry['file']}:{one['start']}"
            ids.append(f"{plain}:{one['measure']}" if plain in ids else plain)
        for one, own in zip(found, ids, strict=True):
            whole = None if one["part_of"] is None else ids[one["part_of"]]
            yield {**one, **about, "id": own, "part_of": whole}


def reference_claims(file: Path) -> Iterator[Row]:
    """The rows of reference counts that are reported, as lines of a file of claims."""
    for row in csv.DictReader(StringIO(text(file))):
        if row["reported"] == "true":
            yield {
                "id": "|".join((row["origin"], row["measure"], row["place"], row["as_of"])),
                "reference": True,
                **{key: row[key] for key in ("event", "place", "population", "measure", "origin", "as_of")},
                "value": int(row["value"]),
            }


def days_of(file: Path, event: str) -> dict[str, Days]:
    """By measure, counted from the rows alone."""
    values: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in csv.DictReader(StringIO(text(file))):
        if row["event"] == event and row["reported"] == "true":
            values[row["measure"]][row["as_of"]].append(int(row["value"]))
    return {
        measure: Days(
            shared=sum(len(day) == 2 for day in days.values()),
            differ=sum(len(set(day)) == 2 for day in days.values()),
            by_one=sum(len(day) == 2 and abs(day[0] - day[1]) == 1 for day in days.values()),
        )
        for measure, days in sorted(values.items())
    }


def _expected(entry: Row) -> tuple[str, str, frozenset[str]]:
    return entry["class"], entry["severity"], frozenset(_name(claim) for claim in entry["claims"])


def _name(claim: Row) -> str:
    if "reference" in claim:
        row = claim["reference"]
        return "|".join((row["origin"], row["measure"], row["place"], row["as_of"]))
    return f"{claim['file']}:{claim['start']}"


def _told(finding: tuple[str, str, frozenset[str]]) -> str:
    return f"{finding[0]} ({finding[1]}): {', '.join(sorted(finding[2]))}"
