from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from workbench.cli.corpus import command
from workbench.core.claim import Claim
from workbench.engine.folder import write_claims
from workbench.exceptions import WorkbenchError
from workbench.pipeline import extract

no_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="Spark is not installed: it needs the extra `spark` and Java",
)
ARTICLES = (
    {
        "outlet": "Harbor Wire",
        "published_at": "2024-01-24",
        "event": "storm",
        "text": "The storm has killed 12 people in Khartoum so far, officials said. No one was injured.",
    },
    {
        "outlet": "Northgate Post",
        "published_at": "2024-01-24",
        "event": "storm",
        "text": "The storm has killed 20 people in Khartoum so far.",
    },
)


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for place, article in enumerate(ARTICLES):
        (folder / f"a{place}.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    return folder


def rows(folder: Path) -> list[dict[str, Any]]:
    return [row for file in sorted(folder.glob("*.parquet")) for row in pq.read_table(file).to_pylist()]


def test_articles_become_claims_and_claims_findings(articles: Path, tmp_path: Path) -> None:
    assert "3 claims from 2 articles" in run("extract", articles, tmp_path / "claims").output
    claims = rows(tmp_path / "claims")
    assert [(row["outlet"], row["measure"], row["low"], row["high"]) for row in claims] == [
        ("Harbor Wire", "killed", 12, 12),
        ("Harbor Wire", "injured", 0, 0),
        ("Northgate Post", "killed", 20, 20),
    ]
    done = run("crosscheck", tmp_path / "claims", tmp_path / "findings")
    assert done.exit_code == 0
    assert "3 claims, 2 of them looked at one by one; 1 findings" in done.output
    (found,) = rows(tmp_path / "findings")
    assert (found["class"], found["severity"]) == ("hard_conflict", "high")
    assert found["claims"] == [claims[2]["id"], claims[0]["id"]]


def test_a_line_that_is_no_article_is_told_and_the_others_are_read(articles: Path, tmp_path: Path) -> None:
    with (articles / "a0.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"outlet": "Harbor Wire"}\n')
    done = run("extract", articles, tmp_path / "claims")
    assert done.exit_code == 1
    assert "a0.jsonl, line 2: published_at is missing" in done.output
    assert len(rows(tmp_path / "claims")) == 3


def test_claims_as_lines_give_findings_as_lines(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    folder.mkdir()
    toll: dict[str, object] = {
        "event": "storm",
        "measure": "killed",
        "place": "Khartoum",
        "as_of": "2024-01-24",
    }
    claims = [toll | {"id": str(n), "outlet": f"Outlet {n}", "value": n} for n in (12, 20)]
    (folder / "one.jsonl").write_text("\n".join(map(json.dumps, claims)), encoding="utf-8")
    assert run("crosscheck", folder, tmp_path / "out", "--format", "jsonl").exit_code == 0
    (line,) = (tmp_path / "out" / "findings.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["claims"] == ["20", "12"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds no file that ends in .jsonl or .parquet"),
        ({"a.jsonl": "", "b.parquet": ""}, "leave one kind"),
        ({"b.parquet": "no"}, "b.parquet: no Parquet file"),
        (
            {"a.jsonl": '{"id": "a", "measure": "killed", "value": "1,200"}'},
            "a.jsonl, line 1: value: must be",
        ),
        ({"a.jsonl": '{"id": "a", "measure": "killed", "low": 5, "high": 2}'}, "line 1: low: 5 is above"),
        ({"a.jsonl": "{"}, "a.jsonl, line 1: not JSON"),
    ],
)
def test_what_is_no_folder_of_claims_is_told(files: dict[str, str], message: str, tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = run("crosscheck", folder, tmp_path / "out")
    assert isinstance(done.exception, WorkbenchError)
    assert message in str(done.exception)
    assert list((tmp_path / "out").iterdir()) == []


def test_nothing_is_overwritten(articles: Path) -> None:
    done = run("extract", articles, articles)
    assert "is not empty: name a new folder" in str(done.exception)


def test_an_extraction_that_was_broken_off_goes_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", articles, tmp_path / "whole")
    one_by_one(monkeypatch)

    def write(claims: Iterable[Claim], file: Path) -> int:
        if file.stem == "a1":
            file.write_bytes(b"half of i")
            raise KeyboardInterrupt
        return write_claims(claims, file)

    with monkeypatch.context() as broken:
        broken.setattr(extract, "write_claims", write)
        assert run("extract", articles, tmp_path / "out").exit_code == 1
    # What is there is no folder of claims yet, and the files that were ended are not read again.
    assert "is not complete" in str(run("crosscheck", tmp_path / "out", tmp_path / "findings").exception)
    read: list[str] = []

    def note(claims: Iterable[Claim], file: Path) -> int:
        read.append(file.stem)
        return write_claims(claims, file)

    monkeypatch.setattr(extract, "write_claims", note)
    assert run("extract", articles, tmp_path / "out").exit_code == 0
    assert read == ["a1"]
    assert rows(tmp_path / "out") == rows(tmp_path / "whole")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["a0.parquet", "a1.parquet"]


def test_an_extraction_of_something_else_does_not_go_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_by_one(monkeypatch)

    def write(claims: Iterable[Claim], file: Path) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(extract, "write_claims", write)
        run("extract", articles, tmp_path / "out")
    (articles / "a1.jsonl").write_text(json.dumps(ARTICLES[0]) + "\n", encoding="utf-8")
    assert "other files or settings" in str(run("extract", articles, tmp_path / "out").exception)


def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process, so that a test can break it off."""
    monkeypatch.setattr("os.cpu_count", lambda: 1)


@no_spark
def test_spark_extracts_what_is_extracted_here(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_SPARK_MASTER", "local[2]")
    run("extract", articles, tmp_path / "here")
    assert run("extract", articles, tmp_path / "there", "--engine", "spark").exit_code == 0
    assert rows(tmp_path / "there") == rows(tmp_path / "here") != []
