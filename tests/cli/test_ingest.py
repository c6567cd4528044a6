from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_workbench import run

LINE = {
    "outlet": "Harbor Wire",
    "published_at": "2024-01-24",
    "text": "Twelve people died.",
    "event": "storm",
}
EVENTS = '[{"id": "storm", "name": "Storm", "start": "2024-01-01"}]'
COUNTS = "event,measure,origin,as_of,value\nstorm,killed,Ministry,2024-01-24,12\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "news.jsonl").write_text(
        json.dumps(LINE) + "\n{broken\n" + json.dumps({**LINE, "id": "2"}), "utf-8"
    )
    (tmp_path / "events.json").write_text(EVENTS, "utf-8")
    (tmp_path / "counts.csv").write_text(COUNTS, "utf-8")
    return tmp_path


def ingest(files: Path, *more: str | Path) -> tuple[int, str]:
    return run("ingest", *more, "--events", files / "events.json", "--state", files / "state")


def test_what_is_sound_is_stored_and_the_rest_is_named(files: Path) -> None:
    code, output = ingest(files, files / "news.jsonl", "--reference", files / "counts.csv")
    assert code == 1, "something was rejected"
    assert "events: 1 new or changed" in output
    assert "reference counts: 1 new or changed" in output
    assert "articles: 2 new, 0 changed, 0 known already" in output
    assert "rejected: news.jsonl, line 2: broken JSON" in output


def test_reading_the_same_again_stores_nothing(files: Path) -> None:
    ingest(files, files / "news.jsonl")
    code, output = ingest(files, files / "news.jsonl")
    assert "articles: 0 new, 0 changed, 2 known already" in output
    assert "events: 0 new" in output
    assert code == 1


def test_broken_counts_leave_nothing_behind(files: Path) -> None:
    (files / "counts.csv").write_text(COUNTS + 'storm,killed,Ministry,2024-01-25,"1,200"\n', "utf-8")
    code, output = ingest(files, files / "news.jsonl", "--reference", files / "counts.csv")
    assert code == 1
    assert "counts.csv, row 3: value must be a whole number without separators" in output
    (files / "counts.csv").write_text(COUNTS, "utf-8")
    _, output = ingest(files, "--reference", files / "counts.csv")
    assert "reference counts: 1 new" in output
    assert "events: 1 new" in output, "the events of the failed run were not kept"


def test_an_unknown_event_is_named_with_the_known_ones(files: Path) -> None:
    (files / "events.json").write_text(EVENTS.replace("storm", "flood"), "utf-8")
    _, output = ingest(files, files / "news.jsonl")
    assert "unknown event 'storm'; known are: flood" in output
    assert "articles: 0 new" in output


def test_files_of_another_encoding_are_named(files: Path) -> None:
    (files / "events.json").write_bytes('[{"id": "caf\xe9"}]'.encode("latin-1"))
    assert "events.json is not UTF-8" in ingest(files)[1]


def test_nothing_to_read_is_an_error_of_use(tmp_path: Path) -> None:
    code, output = run("ingest", "--state", tmp_path)
    assert code == 2
    assert "give articles" in output


def test_a_bad_row_of_counts_imports_nothing_of_its_file(files: Path) -> None:
    rows = 'conflict,origin,as_of,dead\nstorm,M,2024-01-24,5\nstorm,M,2024-01-25,"1,005"\n'
    (files / "other.csv").write_text(rows, encoding="utf-8")
    (files / "columns.json").write_text(
        '{"event": "conflict", "value": "dead", "measure": {"is": "killed"}}', encoding="utf-8"
    )
    options = ("--reference", files / "other.csv", "--columns", files / "columns.json")
    events = '[{"id": "storm", "name": "Storm", "start": "2024-01-01"}]'
    (files / "storm.json").write_text(events, encoding="utf-8")
    code, output = ingest(files, "--events", files / "storm.json", *options)
    assert code == 1
    assert "other.csv, row 3: value must be a whole number without separators" in output
    (files / "other.csv").write_text(rows.replace('"1,005"', "1005"), encoding="utf-8")
    code, output = ingest(files, "--events", files / "storm.json", *options)
    assert (code, "events: 1 new" in output) == (0, True), "not even the events were taken in before"
    assert "reference counts: 2 new or changed" in output
