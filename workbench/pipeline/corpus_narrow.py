"""Narrows a corpus to what can be wrong: Python numbers the series, the engine compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import pyarrow as pa

from workbench.core.event import Event
from workbench.core.period import Period
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.annotators import Disagreement, elect
from workbench.crosscheck.events import Events
from workbench.crosscheck.frames import ALONE, Frame, Link, Named, Numbered, name_parts, number_series
from workbench.crosscheck.settings import CheckSettings
from workbench.crosscheck.terms import Terms
from workbench.engine.beside import Beside
from workbench.engine.columns import NAMES, claims_of
from workbench.engine.engine import Engine
from workbench.engine.evidence import (
    FRAME,
    PUBLISHED,
    dated,
    evidence_of,
    frames_of,
    in_series,
    renamed,
    with_events,
    without,
)
from workbench.engine.moments import moments_of
from workbench.engine.narrow import narrow
from workbench.engine.parts import broken_wholes, links_of
from workbench.exceptions import InvalidData
from workbench.pipeline.corpus_tables import alone_of, figures_of, pairs_of, shares_of, traits_of, visits_of
from workbench.readers.record import day_of


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What an engine leaves to be looked at.

    `needed` are the moments and series, with their lenses, `evidence` all claims by series. `named` are
    stated parts within their wholes, `wholes` those that may not hold theirs, with their series. `shares`
    are numbers, one for each series: those of two shares have nothing to do with each other.
    """

    claims: int
    evidence: ibis.Table
    needed: ibis.Table
    numbered: Numbered
    named: Mapping[str, Named]
    wholes: Mapping[str, int]
    disagreements: list[Disagreement]
    shares: Sequence[int]


class Narrowing:
    """Narrows one corpus: the claims of a table that the engine has."""

    def __init__(
        self,
        engine: Engine,
        claims: ibis.Table,
        vocabulary: Vocabulary,
        events: Mapping[str, Event] | None,
        settings: CheckSettings,
    ) -> None:
        self._engine = engine
        self._claims = claims
        self.terms = Terms(vocabulary)
        self._file = events
        self.events = Events(events or {}, self.terms)
        self._settings = settings
        self._vague = False  # is any as-of longer than a day?

    def narrow(self) -> Narrowed:
        """Works it out. What comes of it holds until the engine forgets."""
        counted = self._claims.aggregate(
            claims=self._claims.count(),
            parts=(self._claims.part_of.fill_null("") != "").sum(),
            first=self._claims.annotator.fill_null("").min(),
            last=self._claims.annotator.fill_null("").max(),
            tables=self._claims.reference.fill_null(False).sum(),
            homeless=(self._claims.event.fill_null("") == "").sum(),
        )
        (count,) = self._engine.rows(counted).to_pylist()
        evidence = evidence_of(self._claims)
        disagreements: list[Disagreement] = []
        if count["first"] != count["last"]:
            left_out, disagreements = self._elect()
            if left_out:
                evidence = without(evidence, self._engine.table(id=pa.array(left_out, pa.string())))
        evidence = self._dated(evidence)
        if count["homeless"]:
            evidence = self._with_events(evidence)
        evidence, numbered, bounds, sizes = self._in_series(evidence, parts=bool(count["parts"]))
        named: dict[str, Named] = {}
        wholes: dict[str, int] = {}
        if count["parts"]:
            evidence, named, wholes = self._named(evidence, numbered)
            for part in named.values():
                bounds.pop(part.part, None)  # it has figures that its frames do not tell of
        parts, mistaken = visits_of(numbered, bounds, self.terms)
        needed = self._moments(evidence, numbered, parts, mistaken, tables=bool(count["tables"]))
        stated = [pair for pair in named.values() if ALONE not in pair]
        return Narrowed(
            claims=count["claims"],
            evidence=evidence,
            needed=needed,
            numbered=numbered,
            named=named,
            wholes=wholes,
            disagreements=disagreements,
            shares=shares_of(numbered, sizes, [*parts, *mistaken, *stated]),
        )

    def _elect(self) -> tuple[list[str], list[Disagreement]]:
        """The claims of sentences that several have annotated: who is left out, and who disagrees."""
        claims = self._claims.mutate(
            e_article=self._claims.article.fill_null(""), e_annotator=self._claims.annotator.fill_null("")
        )
        read = claims.filter(claims.sentence.fill_null("") != "", ~claims.reference.fill_null(False))
        groups = read.group_by("e_article", "sentence").agg(
            first=read.e_annotator.min(), last=read.e_annotator.max()
        )
        contested = groups.filter(groups["first"] != groups["last"])
        there = read.semi_join(contested, ["e_article", "sentence"]).select(*NAMES)
        found = list(claims_of(self._engine.rows(there)))
        elected, disagreements = elect(sorted(found, key=lambda claim: claim.id))
        kept = {claim.id for claim in elected}
        return [claim.id for claim in found if claim.id not in kept], disagreements

    def _dated(self, evidence: ibis.Table) -> ibis.Table:
        written = self._engine.rows(evidence.select("day").distinct()).column("day").to_pylist()
        days = [(each, _period_of(each)) for each in written if each]
        self._vague = any(period.first != period.last for _, period in days)
        printed = self._engine.rows(evidence.select("published_at").distinct()).column(0).to_pylist()
        releases = [(each, day) for each in printed if each and (day := day_of(each))]
        return dated(
            evidence,
            self._engine.table(
                written=pa.array([each for each, _ in days], pa.string()),
                first=pa.array([period.first.toordinal() for _, period in days], pa.int32()),
                last=pa.array([period.last.toordinal() for _, period in days], pa.int32()),
            ),
            self._engine.table(
                printed=pa.array([each for each, _ in releases], pa.string()),
                released=pa.array([day.toordinal() for _, day in releases], pa.int32()),
            ),
        )

    def _with_events(self, evidence: ibis.Table) -> ibis.Table:
        """Infers the event of claims that name none, once for each place and day."""
        homeless = evidence.filter(evidence.f_event == "", evidence["first"].notnull())
        rows = self._engine.rows(homeless.select("f_place", "first", "last").distinct()).to_pylist()
        found = []
        for row in rows:
            as_of = Period(_day(row["first"]), _day(row["last"]))
            claim = Frame("", "", "", row["f_place"], "", "", "", False).claim(as_of=as_of)
            if (event := self.events.infer(claim).event) is not None:
                found.append((row["f_place"], row["first"], row["last"], event))
        places, first, last, events = zip(*found, strict=True) if found else ((), (), (), ())
        return with_events(
            evidence,
            self._engine.table(
                i_place=pa.array(places, pa.string()),
                i_first=pa.array(first, pa.int32()),
                i_last=pa.array(last, pa.int32()),
                i_event=pa.array(events, pa.string()),
            ),
        )

    def _in_series(
        self, evidence: ibis.Table, *, parts: bool
    ) -> tuple[ibis.Table, Numbered, dict[int, tuple[int, int]], Counter[int]]:
        table = self._engine.rows(frames_of(evidence))
        columns = [table.column(f"f_{part}") for part in FRAME]
        frames = [Frame(*row) for row in zip(*(column.to_pylist() for column in columns), strict=True)]
        lows, highs = table.column("lo").to_pylist(), table.column("hi").to_pylist()
        if self._file is not None:
            self._check_events(frames, table, evidence)
        numbered = number_series(frames, terms=self.terms, events=self.events)
        bounds: dict[int, tuple[int, int]] = {}
        sizes: Counter[int] = Counter()
        counts = table.column("claims").to_pylist()
        for number, low, high, size in zip(numbered.of_frame, lows, highs, counts, strict=True):
            sizes[number] += size
            seen = bounds.get(number, (low, high))
            bounds[number] = max(low, seen[0]), min(high, seen[1])
        cells = {f"f_{part}": column for part, column in zip(FRAME, columns, strict=True)}
        cells["series"] = pa.array(numbered.of_frame, pa.int32())
        # A part may bring another origin into a series; where there are none, one origin contradicts nobody.
        ends = (table.column(name).to_pylist() for name in ("origin_first", "origin_last"))
        alone = set() if parts else alone_of(numbered, zip(*ends, strict=True))
        cells["traits"] = pa.array(traits_of(numbered, numbered.of_frame, alone), pa.int32())
        cells["figures"] = pa.array(figures_of(numbered, numbered.of_frame), pa.int32())
        return in_series(evidence, self._engine.table(**cells)), numbered, bounds, sizes

    def _check_events(self, frames: Sequence[Frame], table: pa.Table, evidence: ibis.Table) -> None:
        assert self._file is not None
        for frame, earliest in zip(frames, table.column("earliest").to_pylist(), strict=True):
            if not frame.event:
                continue
            if frame.event not in self._file:
                known = ", ".join(self._file) or "none"
                claim = self._engine.rows(evidence.filter(evidence.f_event == frame.event).id.min()).as_py()
                message = f"claim {claim!r}: event: unknown {frame.event!r}; known are {known}"
                raise InvalidData(message, fields={"event": ["unknown"]})
            start = self._file[frame.event].start
            if earliest is not None and earliest < start.toordinal():
                where = f"a claim of {frame.event}, {frame.measure} in {frame.place or 'an unknown place'}"
                message = f"{where}: as_of: {_day(earliest)} lies before the event began, on {start}"
                raise InvalidData(message, fields={"as_of": ["before the event"]})

    def _named(
        self, evidence: ibis.Table, numbered: Numbered
    ) -> tuple[ibis.Table, dict[str, Named], dict[str, int]]:
        links = self._engine.keep(links_of(evidence))
        broken = set(self._engine.rows(broken_wholes(links)).column("whole").to_pylist())
        told = ("part", "whole", "part_series", "whole_series", "whole_population")
        rows = self._engine.rows(links.select(*told))
        columns = (rows.column(name).to_pylist() for name in told)
        stated = [
            Link(part, whole, series, host, not self.terms.is_unspecific(self.terms.population(words, None)))
            for part, whole, series, host, words in zip(*columns, strict=True)
        ]
        named = name_parts(stated, numbered, self.terms)
        wholes = {link.whole: named[link.part].whole for link in stated if link.whole in broken}
        members = [each.member for each in named.values()]
        parts = self._engine.table(
            p_id=pa.array(named, pa.string()),
            p_series=pa.array(members, pa.int32()),
            p_traits=pa.array(traits_of(numbered, members), pa.int32()),
            p_figures=pa.array(figures_of(numbered, [each.part for each in named.values()]), pa.int32()),
        )
        return renamed(evidence, parts), named, wholes

    def _moments(
        self,
        evidence: ibis.Table,
        numbered: Numbered,
        parts: Sequence[tuple[int, int]],
        mistaken: Sequence[tuple[int, int]],
        *,
        tables: bool,
    ) -> ibis.Table:
        """Which moments of which series have to be looked at."""
        tolerance = self._settings.as_of_days
        grows = [numbered.grows(host) for host, _ in parts]
        narrowed = narrow(
            self._engine.keep(moments_of(evidence, tables=tables)),
            Beside(self._pairs(parts, grows=pa.array(grows, pa.bool_())), self._pairs(mistaken)),
            tolerance=tolerance,
            factor=self._settings.outlier_factor,
            vague=bool(tolerance) or self._vague or any(numbered.has_siblings()),
            keep=self._engine.keep,
        )
        return self._engine.keep(narrowed)

    def _pairs(self, pairs: Sequence[tuple[int, int]], **further: pa.Array) -> ibis.Table | None:
        return self._engine.table(**pairs_of(pairs), **further) if pairs else None


def _period_of(written: str) -> Period:
    if written.startswith(PUBLISHED):
        day = day_of(written.removeprefix(PUBLISHED))
        assert day is not None
        return Period.day(day)
    return Period.parse(written)


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)
