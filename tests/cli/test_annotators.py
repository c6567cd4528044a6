"""In exports annotators have pseudonyms; the key leads them back."""

from __future__ import annotations

import csv
from pathlib import Path

from click.testing import CliRunner

from workbench.cli import workbench


def run(*words: str) -> str:
    result = CliRunner().invoke(workbench, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_an_export_names_nobody_and_the_key_leads_back(state: str, tmp_path: Path) -> None:
    run("export", "--state", state, "--out", str(tmp_path / "out"))
    rows = csv.DictReader((tmp_path / "out" / "verified_claims.csv").read_text("utf-8").splitlines())
    names = {row["annotator"] for row in rows}
    assert names
    assert all(name.startswith("annotator-") for name in names)
    listed = dict(line.split("\t")[1::-1] for line in run("annotators", "--state", state).splitlines())
    assert {listed[name] for name in names} <= {"7", "8"}
    name = names.pop()
    assert run("annotators", "--state", state, "--who", name) == f"{listed[name]}\t{name}\t3\n"


def test_without_the_key_nothing_leads_back(state: str) -> None:
    first = run("annotators", "--state", state)
    Path(state, "pseudonym.key").unlink()
    assert run("annotators", "--state", state) != first
    name = first.split("\t")[1]
    result = CliRunner().invoke(workbench, ["annotators", "--state", state, "--who", name])
    assert result.exit_code == 1
    assert "another key" in result.output
