"""Claims part by part, on our own gold sentences and on the seeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from tests.eval.cases import SEEDS, Row, gold, gold_rows, rows, text
from tests.eval.reading import PARTS, events_of, read
from tests.eval.section import TALLY, Judged, Section, Tally, share
from workbench.core.event import Event

# What makes a suggestion right or wrong as a whole, when its score is judged.
_JUDGED = ("value", "bound")


@dataclass(slots=True)
class Parts:
    """Claims right (by place and measure), wrong and missed; of the right ones each part that gold names."""

    claims: Tally = field(default_factory=Tally)
    named: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    judged: list[Judged] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def take(self, where: str, expected: list[Row], found: list[Row]) -> None:
        """Sets the claims of one text beside what is expected; `found` are those that count."""
        waiting = list(found)
        for want in expected:
            got = next((one for one in waiting if _same_place(one, want)), None)
            if got is None:
                self.claims.missed += 1
                self.named["measure"] += any(_same_words(one, want) for one in waiting)
                self.errors.append(f"{where}: missed: {want['measure']} {want['text']!r}")
                continue
            waiting.remove(got)
            self.claims.right += 1
            wrong = [part for part in PARTS if part in want and want[part] != got[part]]
            for part in PARTS:
                self.named[part] += part in want
                self.right[part] += part in want and part not in wrong
            self.judged.append(Judged(got["score"], not any(part in wrong for part in _JUDGED)))
            self.errors += [
                f"{where}: {want['measure']} {want['text']!r}: {part} is {got[part]!r}, not {want[part]!r}"
                for part in wrong
            ]
        for one in waiting:
            self.claims.wrong += 1
            self.judged.append(Judged(one["score"], False))
            self.errors.append(f"{where}: not expected: {one['measure']} {one['text']!r}")


def _same_place(found: Row, want: Row) -> bool:
    return bool(found["measure"] == want["measure"]) and _same_words(found, want)


def _same_words(found: Row, want: Row) -> bool:
    return found["text"] == want["text"] and want.get("start") in (None, found["start"])


def own_gold() -> Section:
    """The gold sentences of the project, by file."""
    return _section("Our gold sentences, claims", _gold_files())


def seeds() -> Section:
    """The articles of the seeds, with title and event as the pipeline gives them."""
    section = _section("Seeds, claims", [("seeds", _seeds())])
    section.note = "An as-of that nobody names is the day of publication, as the pipeline has it."
    return section


def _section(title: str, sources: Iterable[tuple[str, Parts]]) -> Section:
    section = Section(title, ("claims (place and measure)", *TALLY))
    named: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    total = Tally()
    for name, parts in sources:
        section.rows.append((name, *parts.claims.cells()))
        section.judged += parts.judged
        section.errors += parts.errors
        total += parts.claims
        for part in PARTS:
            named[part] += parts.named[part]
            right[part] += parts.right[part]
    section.rows.append(("all", *total.cells()))
    section.rows.append(())
    section.rows.append(("part, of claims found", "named", "right", "share"))
    for part in ("measure", *(part for part in PARTS if part != "measure")):
        if named[part]:
            cells = (str(named[part]), str(right[part]), f"{share(right[part], named[part]):.3f}")
            section.rows.append((part, *cells))
    return section


def _gold_files() -> Iterator[tuple[str, Parts]]:
    for file in gold("suggest*.jsonl"):
        parts = Parts()
        for line, row in enumerate(gold_rows(file), start=1):
            found = read(
                row["text"],
                published_at=row.get("published_at"),
                language=row["language"],
                event=_event(row.get("event")),
            )
            _count_explicit_wholes(found)
            if not any(claim.get("implicit") for claim in row["claims"]):
                found = [one for one in found if not one["implicit"]]
            expected = [{"part_of": None, **claim} for claim in row["claims"]]
            parts.take(f"{file.name}:{line}, {row['text']!r}", expected, found)
        yield file.stem, parts


def _event(given: Row | None) -> Event | None:
    """A gold sentence may name the `start` and `places` of its event."""
    if given is None:
        return None
    return Event("event", "Event", date.fromisoformat(given["start"]), places=tuple(given["places"]))


def _count_explicit_wholes(found: list[Row]) -> None:
    """Gold counts the place of a whole among the explicit claims."""
    implicit = [one["implicit"] for one in found]
    for one in found:
        if one["part_of"] is not None:
            one["part_of"] = implicit[: one["part_of"]].count(False)


def _seeds() -> Parts:
    parts = Parts()
    expected = rows(SEEDS / "expected_claims.jsonl")
    for entry in rows(SEEDS / "articles" / "manifest.jsonl"):
        found = read(
            text(SEEDS / "articles" / entry["file"]),
            published_at=entry["published_at"],
            title=entry.get("title"),
            event=events_of(SEEDS / "events.json").get(entry.get("event", "")),
        )
        starts = [one["start"] for one in found]
        for one in found:
            one["part_of"] = None if one["part_of"] is None else starts[one["part_of"]]
            one["as_of"] = one["as_of"] or entry["published_at"]
        want = [claim for claim in expected if claim["file"] == entry["file"]]
        places = {(claim["start"], claim["measure"]) for claim in want}
        counted = [one for one in found if not one["implicit"] or (one["start"], one["measure"]) in places]
        parts.take(entry["file"], want, counted)
    return parts
