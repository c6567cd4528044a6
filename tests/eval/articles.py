"""The claims of the real articles, through what `workbench inspect suggestions` prints."""

from __future__ import annotations

from collections import Counter

from tests.eval.cases import SHARED, NotThere, rows, text
from tests.eval.outside import inspect
from tests.eval.section import TALLY, Floor, Judged, Section, Tally

FOLDER = SHARED / "articles"


def claims() -> Section:
    """Each expected claim with its measure, value and bound where it stands, and no other explicit one."""
    manifest = rows(FOLDER / "manifest.jsonl")
    expected = rows(FOLDER / "expected_claims.jsonl")
    if not expected:
        raise NotThere(f"{FOLDER.name} expects no claims")
    asked = [
        {"id": entry["file"], "text": text(FOLDER / entry["file"]), "published_at": entry["published_at"]}
        for entry in manifest
    ]
    section = Section("Real articles", ("measure", *TALLY))
    tallies: dict[str, Tally] = {row["measure"]: Tally() for row in expected}
    for answer in inspect("suggestions", asked):
        file = answer["id"]
        want = Counter(
            (row["start"], row["end"], row["measure"], row["value"], row["bound"])
            for row in expected
            if row["file"] == file
        )
        for found in answer["suggestions"]:
            key = (found["start"], found["end"], found["measure"], found["value"], found["bound"])
            tally = tallies.setdefault(found["measure"], Tally())
            right = want[key] > 0
            if right:
                want[key] -= 1
                tally.right += 1
            elif found["implicit"]:
                continue
            else:
                tally.wrong += 1
                section.errors.append(f"{file}: not expected: {found['measure']} {found['text']!r}")
            section.judged.append(Judged(found["score"], right))
        for (_, _, measure, value, bound), count in want.items():
            tallies[measure].missed += count
            section.errors += [f"{file}: missed: {measure} {value} ({bound})"] * count
    total = sum(tallies.values(), Tally())
    section.rows = [(measure, *tally.cells()) for measure, tally in tallies.items()]
    section.rows.append(("all", *total.cells()))
    section.note = (
        "Right: measure, value and bound, at its place. Implicit ones that are not expected cost nothing."
    )
    section.floors = [
        Floor(f"Real articles: claims of {len(expected)}", total.right, len(expected), len(expected)),
        Floor("Real articles: claims too many", total.wrong, 1, 0, errors=True),
    ]
    return section
