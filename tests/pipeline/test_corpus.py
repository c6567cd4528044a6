"""Whatever the engine narrows, the findings are those of the full cross-check."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.benchmarks.crosscheck import generated
from tests.crosscheck.figures import claim, day
from tests.crosscheck.many import together
from tests.crosscheck.scenario import SCENARIOS
from tests.crosscheck.test_properties import claims
from tests.crosscheck.vocabulary import EVENTS, VOCABULARY
from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.run import cross_check
from workbench.crosscheck.settings import CheckSettings
from workbench.engine.engine import Engine, open_engine
from workbench.engine.folder import write_claims
from workbench.exceptions import InvalidData
from workbench.pipeline.corpus import CorpusChecked, crosscheck_corpus
from workbench.readers.claims import read_claims
from workbench.vocabulary import load_vocabulary

# Edges, rulings and the sentences around a claim are in a database, not in a folder of claims.
WORLDS = [
    (name, scenario.claims, scenario.events)
    for name, scenario in SCENARIOS.items()
    if not (scenario.edges or scenario.rulings or scenario.printed)
    and scenario.settings == CheckSettings()
    and all(claim.event for claim in scenario.claims)
]
ALONE = [
    scenario
    for name, scenario in SCENARIOS.items()
    if not (scenario.edges or scenario.rulings or scenario.printed)
    and name not in {name for name, _, _ in WORLDS}
]
no_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="Spark is not installed: it needs the extra `spark` and Java",
)


@pytest.fixture(scope="module")
def duckdb() -> Iterator[Engine]:
    with open_engine("duckdb") as engine:
        yield engine


def checked(
    engine: Engine,
    claims: Iterable[Claim],
    events: Mapping[str, Event] | None = None,
    vocabulary: Vocabulary = VOCABULARY,
    **parts: Any,
) -> CorpusChecked:
    with TemporaryDirectory() as folder:
        write_claims(claims, Path(folder) / "claims.parquet")
        return crosscheck_corpus(engine, Path(folder), vocabulary=vocabulary, events=events, **parts)


def full(claims: Iterable[Claim], events: Mapping[str, Event], **parts: Any) -> list[Finding]:
    found = cross_check(claims, events=events, vocabulary=VOCABULARY, **parts)
    return [each for each in found if each.severity >= Severity.LOW]


def test_findings_of_the_scenarios_are_those_of_the_full_check(duckdb: Engine) -> None:
    claims, events = together(WORLDS)
    expected = full(claims, events)
    assert {found.cls for found in expected} == {
        *(FindingClass.HARD_CONFLICT, FindingClass.ATTRIBUTION_MISMATCH, FindingClass.INTERNAL_CONTRADICTION),
        *(FindingClass.SUBSET_VIOLATION, FindingClass.SUM_MISMATCH, FindingClass.DROP, FindingClass.OUTLIER),
        *(FindingClass.TENSION, FindingClass.DEFINITION_MISMATCH, FindingClass.ANNOTATOR_DISAGREEMENT),
    }
    assert checked(duckdb, claims, events).findings == expected


@pytest.mark.parametrize("scenario", ALONE, ids=lambda scenario: scenario.name)
def test_findings_of_a_scenario_of_its_own_are_those_of_the_full_check(scenario: Any, duckdb: Engine) -> None:
    found = checked(duckdb, scenario.claims, scenario.events, settings=scenario.settings)
    assert found.findings == full(scenario.claims, scenario.events, settings=scenario.settings)


@given(st.lists(claims(), min_size=6, max_size=10), st.sampled_from([0, 0, 0, 2]))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_narrowing_loses_no_finding(duckdb: Engine, worlds: list[list[Claim]], tolerance: int) -> None:
    # Many worlds a run: most of its time goes into the engine's queries, whatever is in them.
    many, events = together((f"w{place}", there, EVENTS) for place, there in enumerate(worlds))
    chosen = CheckSettings(as_of_days=tolerance)
    assert checked(duckdb, many, events, settings=chosen).findings == full(many, events, settings=chosen)


@pytest.mark.parametrize("seed", [1, 2])
def test_narrowing_loses_no_finding_in_long_series(seed: int, duckdb: Engine) -> None:
    vocabulary = load_vocabulary()
    chance = random.Random(seed)
    lines = StringIO("".join(generated(4000, seed)))
    pool = [_varied(claim, chance) for claim in read_claims(lines, "claims")]
    found = checked(duckdb, pool, vocabulary=vocabulary)
    expected = [each for each in cross_check(pool, vocabulary=vocabulary) if each.severity >= Severity.LOW]
    assert found.findings == expected
    assert len({each.cls for each in expected}) >= 6


def _varied(claim: Claim, chance: random.Random) -> Claim:
    """A few slipped digits, vague days, methods, reference rows and sentences of two annotators."""
    number = chance.random()
    value = claim.quantity.value
    if number < 0.02 and value:
        interval = replace(claim.quantity.hard, low=value * 10, high=value * 10)
        slipped = replace(claim.quantity, value=value * 10, hard=interval, soft=interval)
        return replace(claim, quantity=slipped)
    if number < 0.04:
        return replace(claim, as_of=replace(day(0), last=day(30).last, first=day(0).first))
    if number < 0.06:
        return replace(claim, method="excess")
    if number < 0.1:
        return replace(claim, reference=True, outlet=None, origin="Ministry")
    if number < 0.2:
        return replace(claim, sentence=f"s{chance.randrange(50)}", annotator=chance.choice(["ana", "ben"]))
    return claim


def test_what_cannot_be_wrong_is_not_looked_at(duckdb: Engine) -> None:
    # A toll that rises without a doubt, told by three origins, and one day of another on which two differ.
    rising = [claim(f"r{at}{who}", 10 + at, as_of=day(at), outlet=who) for at in range(60) for who in "xyz"]
    wrong = [claim(f"w{who}", low, place="Israel", outlet=who) for who, low in (("x", 4), ("y", 5))]
    found = checked(duckdb, [*rising, *wrong], EVENTS)
    assert (found.claims, found.looked_at) == (182, 2)
    assert [each.claims for each in found.findings] == [("wy", "wx")]


def test_info_findings_are_those_of_the_event_that_is_asked_for(duckdb: Engine) -> None:
    toll = [("a", 10, "war", 0), ("b", 12, "war", 1), ("c", 10, "fighting", 0), ("d", 12, "fighting", 1)]
    pool = [claim(name, low, event=event, as_of=day(at)) for name, low, event, at in toll]
    assert checked(duckdb, pool).findings == []
    (found,) = checked(duckdb, pool, info_of="war").findings
    assert (found.cls, found.claims) == (FindingClass.GROWTH, ("a", "b"))


def test_lines_give_what_parquet_gives(duckdb: Engine, tmp_path: Path) -> None:
    lines = [line for name, _, _ in WORLDS[:1] for line in SCENARIOS[name].lines]
    events = SCENARIOS[WORLDS[0][0]].events
    (tmp_path / "claims.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = crosscheck_corpus(duckdb, tmp_path, vocabulary=VOCABULARY, events=events)
    assert found.findings == full(SCENARIOS[WORLDS[0][0]].claims, events)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"measure": "eaten"}, r"claims.parquet, row 1: measure: unknown 'eaten'"),
        ({"part_of": "b"}, r"row 1: part_of: no claim has the id 'b'"),
        ({"id": ""}, r"row 1: id: is missing"),
        ({"event": "peace"}, r"claim 'a': event: unknown 'peace'; known are war"),
        ({"as_of": day(-100)}, r"as_of: 2023-09-23 lies before the event began, on 2023-10-07"),
    ],
)
def test_a_claim_that_is_none_is_told(change: dict[str, Any], message: str, duckdb: Engine) -> None:
    with pytest.raises(InvalidData, match=message):
        checked(duckdb, [claim("a", 10, **change)], EVENTS)


def test_an_id_that_two_claims_have_is_told(duckdb: Engine) -> None:
    with pytest.raises(InvalidData, match=r"row 2: id: 'a' is the id of row 1 already"):
        checked(duckdb, [claim("a"), claim("a")])


def test_a_cycle_of_parts_is_told(duckdb: Engine) -> None:
    with pytest.raises(InvalidData, match="in a cycle"):
        checked(duckdb, [claim("a", part_of="b"), claim("b", part_of="a")])


@no_spark
def test_spark_finds_what_duckdb_finds(duckdb: Engine) -> None:
    claims, events = together([*WORLDS, *((one.name, one.claims, one.events) for one in ALONE)])
    with open_engine("spark", master="local[2]") as spark:
        assert checked(spark, claims, events) == checked(duckdb, claims, events)
