"""Follows the README word for word: each of its commands is run, in order, and must succeed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from workbench.labelstudio import local
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.client import Client
from workbench.labelstudio.project import listed

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
TARGETS = set(re.findall(r"^\.PHONY: (\w+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_each_make_target_of_the_readme_is_there() -> None:
    named = set(re.findall(r"\bmake (\w+)", README))
    assert {"demo", "test"} <= named <= TARGETS


@pytest.mark.timeout(600)
def test_every_verb_does_what_the_readme_shows(
    label_studio: local.Server, client: Client, tmp_path: Path
) -> None:
    for name in ("seeds", "label_configs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "WORKBENCH_STATE": str(tmp_path / "state"),
        "WORKBENCH_LABEL_STUDIO_URL": label_studio.url,
        "WORKBENCH_LABEL_STUDIO_TOKEN": label_studio.token,
        "WORKBENCH_TOOLS": os.environ.get("WORKBENCH_TOOLS", str(ROOT / ".workbench" / "tests" / "tools")),
    }
    blocks = [block for block in BLOCKS if "make " not in block]
    assert len(blocks) >= 10
    printed: dict[str, str] = {}
    for block in blocks:
        if block.startswith("workbench serve"):
            _serve(block, environment, tmp_path)
            continue
        if "workbench pull" in block:  # the README has a person label in between
            for project in [*listed(client)]:
                accept_suggestions(client, int(project.id))
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        printed[block] = done.stdout
    everything = "\n".join(printed.values())
    assert '"hard_conflict"' in everything
    assert "articles: 17 new" in everything
    assert "pushed: " in everything
    assert "decided: " in everything
    assert (tmp_path / "verified" / "verified_claims.csv").stat().st_size > 1000
    assert re.search(r"rebuilt: \d+ claims, \d+ findings, 0 changed", everything)


def _serve(block: str, environment: dict[str, str], folder: Path) -> None:
    log = folder / "serve.log"
    with log.open("w") as output:
        served = subprocess.Popen(
            ["bash", "-c", f"exec {block.replace('--port 8350', '--port 0')}"],
            cwd=folder,
            env=environment | {"PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
        )
    try:
        for _ in range(100):
            address = re.search(r"review page: (http://127\.0\.0\.1:\d+)/", log.read_text())
            if address:
                break
            time.sleep(0.2)
        assert address, log.read_text()
        assert httpx.get(f"{address[1]}/api/v1/health").status_code == 200
        assert (
            "hard_conflict" in httpx.get(f"{address[1]}/").text
            or "Hard conflict" in httpx.get(f"{address[1]}/").text
        )
    finally:
        served.send_signal(signal.SIGINT)
        assert served.wait(20) == 0, log.read_text()
