"""Articles listed, withdrawn and reinstated at the command line."""

from __future__ import annotations

from click.testing import CliRunner

from workbench.cli import workbench


def run(state: str, *words: str, code: int = 0) -> str:
    result = CliRunner().invoke(workbench, ["articles", *words, "--state", state])
    assert result.exit_code == code, result.output
    return result.output


def test_an_article_is_withdrawn_and_reinstated(state: str) -> None:
    assert run(state, "list").endswith(" 2024-01-24 Wire: without a title, 3 claims\n")
    told = run(state, "withdraw", "wire.txt", "--reason", "Taken back.", "--reviewer", "Rivka")
    assert told.startswith("withdrawn; 0 claims and reference counts are left")
    listed = run(state, "list", "wire")
    assert listed.endswith("0 claims, withdrawn by Rivka: Taken back.\n")
    again = run(state, "withdraw", "wire.txt", "--reason", "Again.", code=1)
    assert "withdrawn already, by Rivka: Taken back." in again
    run(state, "reinstate", listed.split()[0])
    assert run(state, "list").endswith("3 claims\n")


def test_who_is_nowhere_is_told(state: str) -> None:
    assert "no article has the id, URL or file" in run(state, "reinstate", "gone.txt", code=1)
    assert run(state, "list", "harbour") == ""
