from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from tests.pipeline.annotated import TEXTS
from workbench.cli import workbench
from workbench.core.pseudonym import pseudonym
from workbench.store.key import read_or_make_key


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
