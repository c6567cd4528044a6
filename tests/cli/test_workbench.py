"""The command as a whole: quick to answer, and plain when something is wrong."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from click.testing import CliRunner

from workbench.bundled import bundled
from workbench.cli import COMMANDS, workbench
from workbench.store.schema import head


def test_help_is_there_within_half_a_second_and_names_each_verb() -> None:
    command = [sys.executable, "-c", "from workbench.cli import main; main()", "--help"]
    durations = []
    for _ in range(3):
        began = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        durations.append(time.perf_counter() - began)
    assert min(durations) < 0.5
    for name, _, _ in COMMANDS:
        assert name in done.stdout


def test_verbs_without_label_studio_do_not_import_its_sdk() -> None:
    script = (
        "import sys\n"
        "from workbench.cli import COMMANDS, workbench\n"
        "import click\n"
        "for name, _, _ in COMMANDS: workbench.get_command(click.Context(workbench), name)\n"
        "assert 'label_studio_sdk' not in sys.modules\n"
        "assert 'pandas' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def run(*arguments: str | Path, **environ: str) -> tuple[int, str]:
    result = CliRunner().invoke(workbench, [str(argument) for argument in arguments], env=environ)
    return result.exit_code, result.output


def test_an_error_is_one_sentence_without_a_traceback(tmp_path: Path) -> None:
    code, output = run("ingest", tmp_path, "--state", tmp_path / "state")
    assert code == 1
    assert output.startswith("Error: ")
    assert "manifest.jsonl" in output
    assert "Traceback" not in output


def test_a_bad_setting_is_named(tmp_path: Path) -> None:
    code, output = run("db", "check", "--state", tmp_path, WORKBENCH_AS_OF_TOLERANCE_DAYS="soon")
    assert code == 1
    assert "WORKBENCH_AS_OF_TOLERANCE_DAYS" in output


def test_the_database_is_brought_up_and_checked(tmp_path: Path) -> None:
    assert run("db", "check", "--state", tmp_path)[0] == 1
    assert run("db", "upgrade", "--state", tmp_path) == (0, f"database: empty to {head()}\n")
    assert run("db", "upgrade", "--state", tmp_path) == (0, f"database: already at {head()}\n")
    assert run("db", "check", "--state", tmp_path) == (0, "database: all is well\n")


def test_a_database_of_another_server_is_not_upgraded_behind_its_back(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/other.sqlite"
    code, output = run("normalise", "--state", tmp_path / "state", WORKBENCH_DATABASE_URL=address)
    assert code == 1
    assert "workbench db upgrade" in output


def test_pushing_without_a_label_studio_says_how_to_start_one(tmp_path: Path) -> None:
    code, output = run("push", "--state", tmp_path)
    assert code == 1
    assert f"workbench label-studio start --state {tmp_path}" in output


def test_a_label_config_that_lacks_a_measure_is_named_before_anything_is_sent(tmp_path: Path) -> None:
    whole = (bundled("label_configs") / "numeric_claims.xml").read_text("utf-8")
    lacking = tmp_path / "lacking.xml"
    lacking.write_text(
        "\n".join(line for line in whole.splitlines() if 'value="missing"' not in line), "utf-8"
    )
    code, output = run("push", "--config", lacking, "--state", tmp_path / "state")
    assert code == 1
    assert "missing" in output
    assert "measure lacks missing" in output


def test_edges_are_listed_added_and_cut(tmp_path: Path) -> None:
    assert run("origins", "list", "--state", tmp_path) == (0, "0 edges\n")
    added = run("origins", "add", "Northgate Post", "Harbor Wire", "--reviewer", "ana", "--state", tmp_path)
    assert added == (0, "add: Northgate Post copies Harbor Wire, by ana\n")
    code, told = run("origins", "cut", "Northgate Post", "Nobody", "--state", tmp_path)
    assert code == 1
    assert "there is no edge from 'Northgate Post' to 'Nobody'" in told


def test_events_are_made_edited_merged_and_split(tmp_path: Path) -> None:
    state = ("--state", tmp_path)
    options = ("--name", "Storm", "--start", "2024-01-01", "--place", "Khartoum", *state)
    assert run("events", "make", "storm", *options) == (0, "made: storm: Storm, 2024-01-01/, Khartoum\n")
    assert run("events", "make", "gale", "--start", "2024-01-03", *state)[0] == 0
    edited = run(
        "events", "edit", "gale", "--end", "2024-01-09", "--population", "Khartoum=civilians", *state
    )
    assert edited == (0, "edited: gale: gale, 2024-01-03/2024-01-09, no place\n")
    code, told = run("events", "merge", "gale", "storm", *state)
    assert (code, told.splitlines()[0]) == (0, "merged gale into storm: Storm, 2024-01-01/, Khartoum")
    assert run("events", "list", *state) == (0, "storm: Storm, 2024-01-01/, Khartoum\n")
    assert run("events", "split", "gale", *state)[0] == 0
    assert run("events", "edit", "gale", "--end", "tomorrow", *state)[0] == 1
    assert run("events", "edit", "gale", "--end", "-", *state) == (
        0,
        "edited: gale: gale, 2024-01-03/, no place\n",
    )
