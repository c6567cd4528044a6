from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.crosscheck.scenario import SCENARIOS, Scenario, shape
from workbench.cli.crosscheck import command

CLAIM = {
    "id": "a",
    "outlet": "Harbor Wire",
    "measure": "killed",
    "value": 112,
    "event": "war",
    "place": "Gaza",
    "scope": "cumulative",
    "as_of": "2024-01-24",
}
OTHER = CLAIM | {"id": "b", "outlet": "Northgate Post", "value": 131}
WAR = {"id": "war", "name": "War", "start": "2023-10-07", "places": ["Gaza Strip"]}


def run(*options: str, given: bytes | str | None = None) -> Result:
    return CliRunner().invoke(command, ["--claims", "-", "--format", "jsonl", *options], input=given)


def lines(*claims: dict[str, Any]) -> str:
    return "\n".join(json.dumps(claim) for claim in claims)


def events_file(folder: Path, *events: dict[str, Any]) -> str:
    path = folder / "events.json"
    path.write_text(json.dumps(events or [WAR]), encoding="utf-8")
    return str(path)


def test_findings_come_one_a_line_with_exactly_these_fields() -> None:
    result = run(given=lines(CLAIM, OTHER))
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    message = found.pop("message")
    assert found == {
        "class": "hard_conflict",
        "severity": "high",
        "rule": "hard_conflict@1",
        "claims": ["b", "a"],
    }
    assert message == (
        "Northgate Post (its own word) has “131” killed in Gaza Strip as of 2024-01-24, and Harbor Wire "
        "(its own word) has “112” killed in Gaza Strip as of 2024-01-24; they cannot both be so: exactly 131 "
        "against exactly 112."
    )


def test_a_file_and_events_from_a_file(tmp_path: Path) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text("\ufeff" + lines(CLAIM | {"event": None}, OTHER), encoding="utf-8")
    options = ["--claims", str(claims), "--events", events_file(tmp_path), "--format", "jsonl"]
    result = CliRunner().invoke(command, options)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["class"] == "hard_conflict"


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=list(SCENARIOS))
def test_scenarios_hold_with_the_vocabulary_of_the_house(scenario: Scenario, tmp_path: Path) -> None:
    if scenario.edges or scenario.rulings or scenario.printed:
        pytest.skip("edges are a reviewer's, and sentences stand in articles; a file of claims has neither")
    entries = [
        {
            "id": event.id,
            "name": event.name,
            "start": event.start.isoformat(),
            "end": event.end.isoformat() if event.end else None,
            "places": event.places,
            "populations": dict(event.populations),
        }
        for event in scenario.events.values()
    ]
    events = events_file(tmp_path, *entries)
    result = run(
        "--events", events, "--as-of-days", str(scenario.settings.as_of_days), given="\n".join(scenario.lines)
    )
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.stdout.splitlines()]
    told = sorted((entry["class"], entry["severity"], tuple(entry["claims"])) for entry in found)
    assert told == shape(scenario.findings())


def test_the_table_shows_what_is_said_as_text() -> None:
    claims = lines(CLAIM | {"outlet": "[bold]<script>\x1b[31m"}, OTHER)
    result = CliRunner().invoke(command, ["--claims", "-"], input=claims)
    assert result.exit_code == 0
    assert "hard_conflict" in result.stdout
    assert "[bold]<script>" in result.stdout
    assert "\x1b[31m" not in result.stdout


def test_no_claims_is_no_error_but_is_said() -> None:
    result = run(given="\n\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "holds no claims" in result.stderr
    table = CliRunner().invoke(command, ["--claims", "-"], input="")
    assert "No findings" in table.stdout


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        (lines(CLAIM) + "\n{oops", "standard input, line 2: not JSON"),
        (lines(CLAIM, CLAIM), "line 2: id: 'a' is the id of line 1 already"),
        (lines(CLAIM | {"measure": "slain"}), "line 1: measure: unknown 'slain'; known are killed, injured"),
        (lines(CLAIM | {"low": 9, "high": 3}), "line 1: low: 9 is above its high, 3"),
        (lines(CLAIM | {"part_of": "a"}), "line 1: part_of: a claim cannot be a part of itself"),
        (
            lines(CLAIM | {"part_of": "b"}, OTHER | {"part_of": "a"}),
            "line 1: part_of: 'a' is a part of itself, in a cycle",
        ),
        (
            lines(CLAIM | {"as_of": "2023-10-06"}),
            "line 1: as_of: 2023-10-06 lies before war began, on 2023-10-07",
        ),
        (lines(CLAIM | {"event": "peace"}), "line 1: event: unknown 'peace'; known are war"),
    ],
)
def test_bad_input_is_told_with_its_line_and_field(claims: str, said: str, tmp_path: Path) -> None:
    result = run("--events", events_file(tmp_path), given=claims)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""


def test_bytes_that_are_no_text_are_told() -> None:
    result = run(given=lines(CLAIM).encode() + b"\n\xff\xfe")
    assert result.exit_code == 1
    assert "not UTF-8" in result.stderr


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.jsonl")
    result = CliRunner().invoke(command, ["--claims", missing])
    assert result.exit_code == 1
    assert f"cannot read {missing}" in result.stderr


def test_events_without_claims_are_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--events", events_file(tmp_path)])
    assert result.exit_code == 2
    assert "--events goes with --claims" in result.stderr


def test_a_file_of_claims_needs_no_database(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(lines(CLAIM, OTHER), encoding="utf-8")
    code = (
        "import sys; from workbench.cli.crosscheck import command; "
        f"command(['--claims', {str(path)!r}, '--format', 'jsonl'], standalone_mode=False); "
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'label_studio_sdk', 'flask')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["claims"] == ["b", "a"]
    assert not (tmp_path / ".workbench").exists()
