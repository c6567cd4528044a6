"""Numbers and ranges of the shared cases, through what `workbench inspect numbers` prints."""

from __future__ import annotations

from math import isclose

from tests.eval.cases import SHARED, Row, rows
from tests.eval.outside import inspect
from tests.eval.section import Floor, Section, share

# The cases read a date as its numbers and an ordinal as something else; we read both as what they are.
ASIDE = ("date", "ordinal")


def exact() -> Section:
    """A case is exact when all its spans and values are right and there are no others."""
    cases = [row for row in rows(SHARED / "eval" / "numbers_dev.jsonl") if row["news_relevant"]]
    answers = inspect("numbers", [{"id": case["id"], "text": case["text"]} for case in cases])
    section = Section("Numbers, case exact", ("suite", "cases", "exact", "share", "with dates, ordinals"))
    seen: dict[str, list[tuple[bool, bool]]] = {}
    for case, answer in zip(cases, answers, strict=True):
        plain, strict = (right(case, answer["numbers"], aside=aside) for aside in (ASIDE, ()))
        seen.setdefault(case["suite"], []).append((plain, strict))
        if not plain:
            section.errors.append(f"{case['id']}: {case['text']!r}: {shown(answer['numbers'])}")
    seen["all"] = [pair for suite in [*seen.values()] for pair in suite]
    for suite, pairs in seen.items():
        exact, with_all = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
        cells = (str(len(pairs)), str(exact), f"{share(exact, len(pairs)):.3f}")
        section.rows.append((suite, *cells, f"{share(with_all, len(pairs)):.3f}"))
    section.note = (
        "News-relevant cases. NumberModel asks for start, end and value; NumberRangeModel for start, "
        "end, low and high of what is a range or a bound, and for no plain numbers. Numbers whose kind "
        "is date or ordinal are left aside, as the cases ask for neither; the last column counts them as "
        "errors."
    )
    everything = seen["all"]
    reached = share(sum(pair[0] for pair in everything), len(everything))
    section.floors = [Floor("Numbers: case exact", reached, 0.92, 0.98)]
    return section


def right(case: Row, numbers: list[Row], *, aside: tuple[str, ...] = ASIDE) -> bool:
    """All spans and values of the case, in order, and no others."""
    ranges = case["suite"] == "NumberRangeModel"
    fields = ("low", "high") if ranges else ("value",)
    found = [
        number
        for number in numbers
        if (number.get("low") is not None or number.get("high") is not None or not ranges)
        and number["kind"] not in aside
    ]
    return len(found) == len(case["expected"]) and all(
        (mine["start"], mine["end"]) == (theirs["start"], theirs["end"])
        and all(_same(mine.get(field), theirs[field]) for field in fields)
        for mine, theirs in zip(found, case["expected"], strict=True)
    )


def _same(mine: float | None, theirs: float | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    return isclose(mine, theirs, rel_tol=1e-9)


def shown(numbers: list[Row]) -> str:
    """What was read, in short."""
    told = [
        f"{number['kind']} {number['text']!r} = "
        + str(number["value"] if "value" in number else [number["low"], number["high"]])
        for number in numbers
    ]
    return "; ".join(told) or "nothing"
