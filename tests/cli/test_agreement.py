from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.pipeline.annotated import TEXTS, fill
from workbench.cli import workbench
from workbench.core.pseudonym import pseudonym
from workbench.store import schema
from workbench.store.key import read_or_make_key
from workbench.store.session import open_engine, open_session
from workbench.vocabulary import load_vocabulary


@pytest.fixture
def state(tmp_path: Path) -> str:
    engine = open_engine(f"sqlite:///{tmp_path / 'workbench.sqlite'}")
    schema.upgrade(engine)
    with open_session(engine) as session:
        fill(session, load_vocabulary())
    engine.dispose()
    return str(tmp_path)


def test_the_table_tells_all_and_what_is_undefined(state: str) -> None:
    result = CliRunner().invoke(workbench, ["agreement", "--state", state])
    assert result.exit_code == 0, result.output
    assert "Numeric claims: 3 sentences with several annotators, 2 annotators" in result.output
    assert "left out: 1 skipped annotations" in result.output
    assert "undefined" in result.output
    assert "All said 40 in every unit" in result.output
    names = [pseudonym(read_or_make_key(Path(state, "pseudonym.key")), who) for who in ("7", "8")]
    assert " and ".join(sorted(names)) in result.output
    assert result.output.index(TEXTS[2]) < result.output.index(TEXTS[1]), "the lowest agreement first"


def test_json_and_a_project_that_is_not_there(state: str) -> None:
    result = CliRunner().invoke(workbench, ["agreement", "--state", state, "--format", "json"])
    assert json.loads(result.output)["report"]["sentences"] == 3
    result = CliRunner().invoke(workbench, ["agreement", "--state", state, "--project", "Other"])
    assert (result.exit_code, result.output) == (1, "Error: no project 'Other'\n")
