"""What was added, changed and withdrawn between two releases, and which decision or article did it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from workbench.core.decision import Decision
from workbench.core.difference import Because, Difference, Kind
from workbench.core.finding import Finding
from workbench.core.release import Entry, Status

Row = Mapping[str, Any]
SUPPORT = frozenset(("outlets", "origins"))


@dataclass(frozen=True, slots=True)
class Side:
    """A release as it is compared: its rows, sorted by event and measure (withdrawn ones after all others),
    its findings by fingerprint, its decision log, and the version of each article by id."""

    rows: Iterable[Row]
    findings: Mapping[str, Finding]
    log: Iterable[Entry]
    versions: Mapping[str, str]


NOTHING = Side((), {}, (), {})


def differences(
    before: Side, after: Side, *, held: Callable[[str], tuple[str, ...]] = lambda claim: ()
) -> Iterator[Difference]:
    """By event and measure; what moved to another one comes last. Holds the rows of one at a time.

    `held` says which open discrepancies speak against a claim, where somebody knows.
    """
    cause = _Cause(before, after, held)
    went: dict[str, Row] = {}
    came: dict[str, Row] = {}
    for old, new in _side_by_side(before.rows, after.rows):
        for claim, row in new.items():
            if claim in old:
                if old[claim] != row:
                    yield _changed(old[claim], row, cause)
            else:
                came[claim] = row
        went |= {claim: row for claim, row in old.items() if claim not in new}
    for claim, row in came.items():
        moved = went.pop(claim, None)
        yield _changed(moved, row, cause) if moved else _one(Kind.ADDED, row, cause)
    for row in went.values():
        yield _one(Kind.WITHDRAWN, row, cause)


def _side_by_side(
    before: Iterable[Row], after: Iterable[Row]
) -> Iterator[tuple[dict[str, Row], dict[str, Row]]]:
    """The rows of one event and measure after the other, by claim; withdrawn ones are not there."""
    sides = [
        groupby((row for row in rows if row["status"] != Status.WITHDRAWN), key=_group)
        for rows in (before, after)
    ]
    heads = [next(side, None) for side in sides]
    while any(heads):
        least = min(head[0] for head in heads if head)
        pair: list[dict[str, Row]] = []
        for place, head in enumerate(heads):
            if head and head[0] == least:
                pair.append({row["claim_id"]: row for row in head[1]})
                heads[place] = next(sides[place], None)
            else:
                pair.append({})
        yield pair[0], pair[1]


def _group(row: Row) -> tuple[str, str]:
    return row["event"] or "", row["measure"]


def _one(kind: Kind, row: Row, cause: _Cause, *, support: bool = False) -> Difference:
    because, name, who = cause.of(kind, row, support)
    return Difference(
        kind=kind,
        claim=row["claim_id"],
        because=because,
        id=name,
        who=who,
        event=row["event"],
        measure=row["measure"],
        figure=row["figure"],
    )


def _changed(old: Row, new: Row, cause: _Cause) -> Difference:
    fields = {
        name: (old.get(name), new.get(name))
        for name in (*new, *(name for name in old if name not in new))
        if old.get(name) != new.get(name)
    }
    return replace(_one(Kind.CHANGED, new, cause, support=fields.keys() <= SUPPORT), fields=fields)


class _Cause:
    """What did it: a decision that is new, else a discrepancy, an article, other sources, the labelling."""

    def __init__(self, before: Side, after: Side, held: Callable[[str], tuple[str, ...]]) -> None:
        self._held = held
        self._versions = before.versions, after.versions
        known = {entry.decision for entry in before.log}
        fresh: dict[str, Decision] = {}
        for entry in after.log:
            if entry.decision not in known:
                fresh[entry.decision.fingerprint] = entry.decision
        self._decided: dict[str, list[Decision]] = defaultdict(list)
        for findings in (before.findings, after.findings):
            for fingerprint, finding in findings.items():
                if fingerprint in fresh:
                    for claim in finding.claims:
                        self._decided[claim].append(fresh[fingerprint])

    def of(self, kind: Kind, row: Row, support: bool = False) -> tuple[Because, str | None, str | None]:
        claim, article = row["claim_id"], row["article_id"]
        if decisions := self._decided.get(claim):
            last = max(decisions, key=lambda one: (one.decided_at, one.fingerprint))
            return Because.DECISION, last.fingerprint, last.reviewer
        if kind is Kind.WITHDRAWN and (open_ones := self._held(claim)):
            return Because.DISCREPANCY, open_ones[0], None
        before, after = (versions.get(article) for versions in self._versions)
        if article is not None and before != after:
            return Because.ARTICLE, article, None
        return (Because.SUPPORT if support else Because.LABELLING), None, None
