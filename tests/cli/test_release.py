"""workbench release and workbench keys, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.pipeline import seeded
from workbench.cli import workbench
from workbench.store import schema
from workbench.store.session import open_engine, open_session


@pytest.fixture
def state(tmp_path: Path) -> str:
    state = tmp_path / "state"
    engine = open_engine(f"sqlite:///{state / 'workbench.sqlite'}")
    schema.upgrade(engine)
    with open_session(engine) as session:
        seeded.fill(session)
        seeded.answer_all(session, leave=1)
    engine.dispose()
    return str(state)


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(workbench, [str(word) for word in words])


def run(*words: str | Path) -> str:
    result = call(*words)
    assert result.exit_code == 0, result.output
    return result.output


def test_keys_release_verify_and_diff(state: str, tmp_path: Path) -> None:
    assert "workbench keys make" in call("keys", "publish", "--state", state).output
    assert "there is no release yet" in run("release", "list", "--state", state)
    assert "it is not signed" in run("release", "create", "--state", state, "--by", "Eda")
    run("keys", "make", "--state", state)
    assert "there is a key already" in call("keys", "make", "--state", state).output
    run("keys", "publish", "--state", state, "--out", tmp_path / "keys.json")
    key = json.loads((tmp_path / "keys.json").read_text())[0]["id"]
    out = tmp_path / "two"
    assert f"signed with the key {key}" in run(
        "release", "create", "--state", state, "--out", out, "--unresolved", "--by", "Eda"
    )
    assert "never written over" in call("release", "create", "--state", state, "--out", out).output
    assert run("release", "list", "--state", state).splitlines()[0].split("\t")[0::2] == ["2", "Eda"]
    elsewhere = tmp_path / "elsewhere"
    checked = run(
        "release", "verify", out, "--keys", tmp_path / "keys.json", "--rebuild", "--state", elsewhere
    )
    assert f"signed with the key {key}" in checked
    assert "made anew from evidence and decisions with the same result" in checked
    first = Path(state) / "releases" / "1"
    assert "unsigned: nothing says who made it" in run("release", "verify", first, "--state", state)
    assert (
        "the release is unsigned"
        in call("release", "verify", first, "--keys", tmp_path / "keys.json", "--state", state).output
    )
    told = run("release", "diff", "1", "2", "--state", state)
    assert told.splitlines()[-1].endswith(" added, 0 changed, 0 withdrawn")
    assert {
        json.loads(line)["kind"]
        for line in run("release", "diff", first, out, "--format", "jsonl", "--state", elsewhere).splitlines()
    } == {"added"}


def test_a_release_is_read_into_an_empty_workbench(state: str, tmp_path: Path) -> None:
    run("release", "create", "--state", state, "--out", tmp_path / "unsigned")
    run("keys", "make", "--state", state)
    run("keys", "publish", "--state", state, "--out", tmp_path / "keys.json")
    run("release", "create", "--state", state, "--out", tmp_path / "signed")
    empty = tmp_path / "empty"
    refused = call("release", "import", tmp_path / "unsigned", "--state", empty)
    assert (refused.exit_code, "the release is unsigned" in refused.output) == (1, True)
    unknown = call("release", "import", tmp_path / "signed", "--state", empty)
    assert "not among those trusted" in unknown.output
    told = run("release", "import", tmp_path / "signed", "--keys", tmp_path / "keys.json", "--state", empty)
    quoted = (tmp_path / "signed" / "articles.jsonl").read_text("utf-8").count("\n")
    assert told.startswith(f"imported: {quoted} articles, ")
    again = call("release", "import", tmp_path / "signed", "--keys", tmp_path / "keys.json", "--state", empty)
    assert "not empty" in again.output
    assert "imported: " in run(
        "release", "import", tmp_path / "unsigned", "--unsigned", "--state", tmp_path / "other"
    )


def test_a_rotated_key_still_checks_what_it_signed(state: str, tmp_path: Path) -> None:
    assert "makes the first one" in call("keys", "rotate", "--state", state).output
    run("keys", "make", "--state", state)
    run("release", "create", "--state", state)
    run("keys", "rotate", "--state", state)
    run("release", "create", "--state", state)
    listed = run("keys", "list", "--state", state).splitlines()
    assert ["in force" in line for line in listed] == [True, False]
    for number, line in ((1, listed[1]), (2, listed[0])):
        assert line.split("\t")[0] in run(
            "release", "verify", Path(state) / "releases" / str(number), "--state", state
        )


def test_a_key_that_others_can_read_signs_nothing(state: str) -> None:
    run("keys", "make", "--state", state)
    private = next((Path(state) / "keys").glob("*.pem"))
    assert private.stat().st_mode & 0o777 == 0o600
    private.chmod(0o644)
    assert "others can read the key" in call("release", "create", "--state", state).output


def test_a_changed_file_fails_the_command_and_is_named(state: str) -> None:
    run("release", "create", "--state", state)
    file = Path(state) / "releases" / "1" / "claims.csv"
    assert file.stat().st_mode & 0o222 == 0, "a release is not to be written to"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes() + b"x")
    result = call("release", "verify", file.parent, "--state", state)
    assert result.exit_code == 1
    assert "claims.csv: its content is not what was released" in result.output
