"""Every exporter writes each verified claim so that it reads back as it was."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tests.moments import NOON
from workbench.core.claim import Claim, Scope
from workbench.core.decision import Confidence, Decision, Outcome, ReasonCode
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, quantity_of
from workbench.core.release import Release, VerifiedClaim
from workbench.export import EXPORTERS
from workbench.export.columns import COLUMNS, NAMES, row_of
from workbench.export.csv import as_given, write_table

CLAIM = Claim(
    id="c1",
    measure="killed",
    quantity=quantity_of("more than 56,000", Bound.MORE_THAN, 56_000),
    population_text='=HYPERLINK("http://example.org")',
    scope=Scope.CUMULATIVE,
    as_of=Period.day(date(2023, 12, 24)),
    outlet='Harbor, "Wire"',
    published_at=date(2023, 12, 24),
    article="a1",
    start=5,
    end=11,
)
QUOTE = 'She said:\n"56,000" \u202eابجد 👩‍👧'
DECISION = Decision(
    fingerprint="f",
    outcome=Outcome.ACCEPT_RANGE,
    reason=ReasonCode.ROUNDING,
    reviewer="ana",
    decided_at=NOON,
    confidence=Confidence.HIGH,
)
RELEASE = Release(
    (
        VerifiedClaim(
            claim=CLAIM,
            accepted=Interval(56_001, None),
            as_of=CLAIM.as_of,
            quote=QUOTE,
            file="a.txt",
            outlets=2,
            origins=1,
        ),
        VerifiedClaim(claim=CLAIM, accepted=Interval(0, 0), as_of=None, quote=None, decisions=(DECISION,)),
    )
)


def written(name: str) -> str:
    stream = BytesIO()
    next(write for format_name, *_, write in EXPORTERS if format_name == name)(RELEASE, stream)
    return stream.getvalue().decode("utf-8")


def test_csv_reads_back() -> None:
    first, second = csv.DictReader(StringIO(written("csv")))
    assert list(first) == [name for name, *_ in COLUMNS]
    assert (first["low"], first["high"], first["value"], first["bound"]) == (
        "56001",
        "",
        "56000",
        "more_than",
    )
    assert (first["outlet"], first["quote"]) == ('Harbor, "Wire"', QUOTE)
    assert (first["as_of"], first["outcome"], first["outlets"]) == ("2023-12-24", "", "2")
    assert (second["low"], second["high"], second["as_of"], second["reviewer"]) == ("0", "0", "", "ana")


def test_a_spreadsheet_runs_no_formula_of_ours() -> None:
    first, _ = csv.DictReader(StringIO(written("csv")))
    assert first["population_text"].startswith("'=")


def test_json_lines_read_back() -> None:
    first, second = map(json.loads, written("jsonl").splitlines())
    assert first["population_text"] == CLAIM.population_text
    assert (first["low"], first["high"], first["as_of_assumed"]) == (56001, None, False)
    assert (second["outcome"], second["reason"], second["confidence"]) == ("accept_range", "rounding", "high")


def test_no_two_columns_share_a_name_and_each_is_described() -> None:
    names = [column for column, _, _ in COLUMNS]
    assert len(set(names)) == len(names)
    assert all(description for *_, description in COLUMNS)


HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
RUN_BY_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")


@given(st.lists(st.lists(HOSTILE, min_size=3, max_size=3), min_size=1, max_size=4))
@example(
    [
        ["=1+1", "'=1+1", "''@x"],
        ["a,b", 'say "x"', "one\r\ntwo"],
        ["\r", "\n", ","],
        ["\u202eابجد", "\x00", "a\x00b"],
    ]
)
def test_any_text_survives_csv_and_none_is_run(rows: list[list[str]]) -> None:
    stream = BytesIO()
    write_table(["a", "b", "c"], rows, stream)
    _, *read = csv.reader(StringIO(stream.getvalue().decode("utf-8"), newline=""))
    assert not [cell for row in read for cell in row if cell.startswith(RUN_BY_A_SPREADSHEET)]
    assert [[as_given(cell) for cell in row] for row in read] == rows


@given(HOSTILE)
def test_hostile_text_in_every_text_field_comes_back_from_csv_and_json_lines(text: str) -> None:
    named = ("population", "population_text", "place", "place_text", "origin", "origin_text")
    texts: dict[str, Any] = dict.fromkeys((*named, "outlet", "event", "annotator"), text)
    claim = replace(CLAIM, **texts, quantity=replace(CLAIM.quantity, text=text))
    hostile = VerifiedClaim(
        claim=claim, accepted=Interval(1, 2), as_of=None, quote=text, url=text, file=text, language=text
    )
    stream = BytesIO()
    for name in ("csv", "jsonl"):
        write = next(write for format_name, *_, write in EXPORTERS if format_name == name)
        stream.seek(0)
        stream.truncate()
        write(Release((hostile,)), stream)
        content = stream.getvalue().decode("utf-8")
        if name == "csv":
            (row,) = csv.DictReader(StringIO(content, newline=""))
            cells = {key: as_given(cell) for key, cell in row.items()}
        else:
            cells = json.loads(content)
        given_text = {key for key, cell in row_of(hostile).items() if cell == text}
        assert len(given_text) >= 13
        assert {cells[key] for key in given_text} == {text}
    assert tuple(row_of(hostile)) == NAMES


def test_a_number_past_64_bits_is_null_in_parquet_alone() -> None:
    from pyarrow import parquet

    huge = replace(CLAIM, quantity=quantity_of("ten to the thirtieth", Bound.EXACT, 10**30))
    rows = (
        VerifiedClaim(claim=huge, accepted=Interval(10**30, None), as_of=None, quote=None),
        VerifiedClaim(claim=CLAIM, accepted=Interval(3, 4), as_of=None, quote=None),
    )
    stream = BytesIO()
    next(write for name, *_, write in EXPORTERS if name == "parquet")(Release(rows), stream)
    read = parquet.read_table(stream).select(["low", "high", "figure"]).to_pylist()
    assert read == [
        {"low": None, "high": None, "figure": "ten to the thirtieth"},
        {"low": 3, "high": 4, "figure": "more than 56,000"},
    ]
    assert row_of(rows[0])["low"] == 10**30
