"""The demo, as a person runs it: on the seeds, and on real articles where they are there."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.seeds.corpus import lines
from workbench.cli.demo import state_name
from workbench.labelstudio import local, project
from workbench.labelstudio.client import Client
from workbench.pipeline.project import TITLE

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@dataclass
class Shown:
    """What a run of the command printed and left behind."""

    output: str
    state: Path

    def findings(self) -> list[dict[str, Any]]:
        printed = command("crosscheck", "--format", "jsonl", state=self.state)
        return [json.loads(line) for line in printed.splitlines()]

    def verified(self) -> list[dict[str, str]]:
        with (self.state / "export" / "verified_claims.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))


def command(*arguments: str | Path, state: Path, **environ: str) -> str:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from workbench.cli import main; main()",
            *map(str, arguments),
            "--state",
            str(state),
        ],
        env=os.environ | environ,
        cwd=state.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def server(label_studio: local.Server, client: Client) -> Iterator[dict[str, str]]:
    """What makes the demo use the session's Label Studio; its project is deleted afterwards."""
    yield {"WORKBENCH_LABEL_STUDIO_URL": label_studio.url, "WORKBENCH_LABEL_STUDIO_TOKEN": label_studio.token}
    for left in [*project.listed(client)]:
        if left.title == TITLE:
            project.delete(client, left.id)


def test_the_seeds_from_first_to_last(server: dict[str, str], tmp_path: Path) -> None:
    first = Shown(command("demo", "--once", state=tmp_path / "state", **server), tmp_path / "state")
    for word in ("17 new", "labelled by the demo's stand-in", "Discrepancies", "hard_conflict", "exported"):
        assert word in first.output
    classes = Counter(entry["class"] for entry in first.findings())
    for name in ("hard_conflict", "attribution_mismatch", "internal_contradiction", "growth", "revision"):
        assert classes[name] >= 1, name
    held = {claim for entry in first.findings() if entry["open"] for claim in entry["claims"]}
    verified = first.verified()
    assert len(verified) > 20
    assert not held & {row["claim_id"] for row in verified}
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "seeds" / "articles").glob("*.txt")}
    for row in verified:
        number = texts[row["file"]][int(row["start"]) : int(row["end"])]
        assert number
        assert number in row["quote"]
        assert row["quote"] in texts[row["file"]]
    exported = (tmp_path / "state" / "export" / "verified_claims.jsonl").read_bytes()

    second = command("demo", "--once", state=tmp_path / "state", **server)
    assert "0 new, 0 changed, 17 known already" in second
    assert "pushed: 0 sentences" in second
    assert "labelled by the demo's stand-in: 0 sentences" in second
    assert (tmp_path / "state" / "export" / "verified_claims.jsonl").read_bytes() == exported


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with real articles is not there")
def test_real_articles_give_the_findings_of_a_careful_reader(server: dict[str, str], tmp_path: Path) -> None:
    options: list[str | Path] = [
        *("--articles", SHARED / "articles"),
        *("--events", SHARED / "articles" / "events.json"),
        *("--reference", SHARED / "reference" / "daily_counts.csv"),
    ]
    shown = Shown(command("demo", "--once", *options, state=tmp_path / "state", **server), tmp_path / "state")
    with_claims = {
        (claim["file"], claim["start"]): claim
        for claim in lines(SHARED / "articles" / "expected_claims.jsonl")
    }
    claims = claims_of(shown.state)
    right = [
        expected
        for (file, start), expected in with_claims.items()
        if (expected["measure"], expected["value"]) == claims.get((file, start))
    ]
    assert len(right) >= 11, f"{len(right)} of {len(with_claims)}"

    findings = shown.findings()
    west_bank = [entry for entry in findings if "West Bank" in entry["message"]]
    elsewhere = [entry for entry in findings if entry not in west_bank]
    (conflict,) = [entry for entry in elsewhere if entry["severity"] != "info"]
    assert conflict["class"] == "hard_conflict"
    assert "56,000" in conflict["message"]
    assert "54,036" in conflict["message"]
    growth = [entry["message"] for entry in elsewhere if entry["class"] == "growth"]
    assert len(growth) == 2
    assert any("25,700" in message and "20,000" in message for message in growth)
    assert any("63,740" in message and "56,000" in message for message in growth)
    serious = [entry for entry in west_bank if entry["severity"] != "info"]
    assert {entry["class"] for entry in serious} == {"hard_conflict"}
    assert Counter(entry["severity"] for entry in serious) == {"high": 298, "low": 55}
    verified = {row["value"] for row in shown.verified()}
    assert {"25700", "63740"} <= verified
    assert "56000" not in verified


def claims_of(state: Path) -> dict[tuple[str, int], tuple[str, int | None]]:
    """Measure and value of each claim in the database, by file and start."""
    from workbench.store.articles import articles_by_id
    from workbench.store.claims import all_claims
    from workbench.store.session import open_engine, open_session

    engine = open_engine(f"sqlite:///{state}/workbench.sqlite")
    with open_session(engine) as session:
        claims = all_claims(session)
        articles = articles_by_id(session, {claim.article or "" for claim in claims})
        found = {
            (articles[claim.article or ""][0].file or "", claim.start or 0): (
                claim.measure,
                claim.quantity.value,
            )
            for claim in claims
        }
    engine.dispose()
    return found


@pytest.mark.timeout(600)
def test_the_demo_brings_its_own_label_studio_and_takes_it_away_again(
    label_studio: local.Server, tmp_path: Path
) -> None:
    """On a fresh state folder: set up, and stopped at the end."""
    tools = os.environ.get("WORKBENCH_TOOLS", str(ROOT / ".workbench" / "tests" / "tools"))
    state = tmp_path / "state"
    output = command("demo", "--once", state=state, WORKBENCH_TOOLS=tools)
    address = re.search(r"Label Studio is up at http://127\.0\.0\.1:(\d+)", output)
    assert address
    assert "Label Studio is stopped" in output
    ports = {
        tuple(connection.laddr)[1]
        for connection in psutil.net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN
    }
    assert int(address[1]) not in ports
    assert (state / "label-studio" / "credentials.json").stat().st_mode & 0o077 == 0
    assert state.stat().st_mode & 0o077 == 0
    token = json.loads((state / "label-studio" / "credentials.json").read_text())["token"]
    assert token not in output


def test_each_folder_of_articles_has_a_state_of_its_own(tmp_path: Path) -> None:
    names = {
        state_name(tmp_path / "a" / "news"),
        state_name(tmp_path / "b" / "news"),
        state_name(tmp_path / "b"),
    }
    assert len(names) == 3
    assert state_name(tmp_path / "a" / "news") == state_name(tmp_path / "a" / "x" / ".." / "news")
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
