"""Prints all scores. ERRORS=1 lists each error; exit code 1 where a floor is missed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from textwrap import fill

from tests.eval import articles, crosscheck, extraction, gold, numbers, parts, segmentation
from tests.eval.calibration import calibration
from tests.eval.cases import NotThere
from tests.eval.section import Floor, Section, table

PARTS: tuple[tuple[str, Callable[[], Section]], ...] = (
    ("Extraction, capitals as given", extraction.given),
    ("Extraction, mixed case", extraction.mixed),
    ("Real articles", articles.claims),
    ("Numbers, case exact", numbers.exact),
    ("Sentences, golden rules", segmentation.golden),
    ("Our gold, whole cases", gold.own_gold),
    ("Our gold sentences, claims", parts.own_gold),
    ("Seeds, claims", parts.seeds),
    ("Cross-check of real data", crosscheck.real_data),
    ("Cross-check of the seeds", crosscheck.seeds),
)


def main() -> int:
    sections = [_measured(title, part) for title, part in PARTS]
    sections.append(calibration(sections))
    for section in sections:
        show(section, errors=bool(os.environ.get("ERRORS")))
    floors = [floor for section in sections for floor in section.floors]
    return show_floors(floors)


def _measured(title: str, part: Callable[[], Section]) -> Section:
    try:
        return part()
    except NotThere as absent:
        return Section(title, skipped=str(absent))


def show(section: Section, *, errors: bool) -> None:
    print(f"\n== {section.title}")
    if section.skipped:
        print(f"skipped: {section.skipped}")
        return
    print("\n".join(table(section.columns, section.rows)))
    if section.note:
        print(fill(section.note, 110, initial_indent="   ", subsequent_indent="   "))
    if errors:
        for error in section.errors:
            print(f"-- {error}")
    elif section.errors:
        print(f"   {len(section.errors)} errors; ERRORS=1 lists them.")


def show_floors(floors: list[Floor]) -> int:
    """The scores that must be reached; 1 where one is not."""
    print("\n== Floors")
    rows = [
        (floor.what, *(_short(value) for value in (floor.reached, floor.floor, floor.aim)), _word(floor))
        for floor in floors
    ]
    print("\n".join(table(("score", "reached", "floor", "aim", ""), rows)))
    missed = [floor.what for floor in floors if not floor.met]
    if missed:
        print(f"missed: {'; '.join(missed)}")
    return 1 if missed else 0


def _short(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _word(floor: Floor) -> str:
    if not floor.met:
        return "MISSED"
    return "aim" if floor.aim_met else "floor"


if __name__ == "__main__":
    sys.exit(main())
