"""What others read of a release: each format through a reader or validator that somebody else made."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.moments import NOON
from tests.pipeline import seeded
from tests.pipeline.seeded import VOCABULARY
from tests.pipeline.store import loose_session
from workbench.export.columns import COLUMNS, NUMBER
from workbench.export.csv import as_given
from workbench.pipeline.release import Terms, prepare
from workbench.store.rows import ProjectRow

# Our own minimal contexts stand in for those on the network: a term is a name in one vocabulary.
SCHEMA = {"@vocab": "https://schema.org/"}
ANNO: dict[str, Any] = {
    "@vocab": "http://www.w3.org/ns/oa#",
    "id": "@id",
    "type": "@type",
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "body": {"@id": "http://www.w3.org/ns/oa#hasBody"},
    "target": {"@id": "http://www.w3.org/ns/oa#hasTarget"},
    "source": {"@id": "http://www.w3.org/ns/oa#hasSource", "@type": "@id"},
    "selector": {"@id": "http://www.w3.org/ns/oa#hasSelector"},
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with loose_session() as session:
        session.delete(session.get_one(ProjectRow, 1))
        seeded.fill(session)
        seeded.answer_all(session, leave=1)
        terms = Terms(by="Eda", now=NOON, unresolved=True)
        return prepare(
            session, VOCABULARY, tmp_path_factory.mktemp("releases"), terms=terms, key=bytes(32)
        ).folder


def rows(made: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (made / "claims.jsonl").read_text("utf-8").splitlines()]


def expanded(made: Path, name: str, context: dict[str, Any]) -> list[dict[str, Any]]:
    from pyld import jsonld

    def load(url: str, options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}

    document = json.loads((made / name).read_text("utf-8"))
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": load})
    return found


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_the_data_package_valid(made: Path) -> None:
    from frictionless import Package

    package = Package(str(made / "datapackage.json"))
    assert {resource.path for resource in package.resources} == {path.name for path in made.iterdir()} - {
        *("datapackage.json", "manifest.json", "SHA256SUMS")
    }
    for resource in package.resources:
        content = (made / str(resource.path)).read_bytes()
        assert (resource.bytes or 0) == len(content)
        assert resource.hash == f"sha256:{hashlib.sha256(content).hexdigest()}"
    tables = [resource for resource in package.resources if str(resource.path).endswith(".csv")]
    assert {str(resource.path) for resource in tables} == {"claims.csv", "series.csv", "ged.csv"}
    for table in tables:
        report = table.validate()
        assert report.valid, report.flatten(["type", "note"])[:5]
        assert report.tasks[0].stats["rows"] > 10


@pytest.mark.filterwarnings("ignore")
def test_frictionless_sees_a_changed_table(made: Path, tmp_path: Path) -> None:
    from frictionless import Package

    folder = tmp_path / "copy"
    shutil.copytree(made, folder)
    (folder / "claims.csv").chmod(0o644)
    changed = (folder / "claims.csv").read_bytes().replace(b"killed", b"kissed", 1)
    (folder / "claims.csv").write_bytes(changed)
    assert not Package(str(folder / "datapackage.json")).get_resource("claims-csv").validate().valid


@pytest.mark.filterwarnings("ignore")
def test_mlcroissant_reads_the_columns_of_the_tables(made: Path) -> None:
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=str(made / "croissant.json"))
    assert dataset.metadata.ctx.issues.errors == set()
    assert {one.id for one in dataset.metadata.record_sets} == {"claims", "series", "ged"}
    first = next(iter(dataset.records("claims")))
    assert first["claims/claim_id"] in (rows(made)[0]["claim_id"], rows(made)[0]["claim_id"].encode())
    assert {one.id: one.sha256 for one in dataset.metadata.distribution}.keys() >= {"claims.csv", "prov.json"}


@pytest.mark.filterwarnings("ignore")
def test_prov_reads_the_chain_of_each_figure(made: Path) -> None:
    from prov.model import ProvDerivation, ProvDocument

    document = ProvDocument.deserialize(str(made / "prov.json"), format="json")
    derived: dict[str, set[str]] = {}
    for relation in document.get_records(ProvDerivation):
        ends = [str(end) for _, end in relation.formal_attributes[:2]]
        derived.setdefault(ends[0], set()).add(ends[1])
    for row in rows(made):
        assert derived[f"wb:row-{row['claim_id']}"] == {f"wb:claim-{row['claim_id']}"}
        if row["article_id"]:
            (quote,) = derived[f"wb:claim-{row['claim_id']}"]
            assert derived[quote] == {f"wb:article-{row['article_id']}"}
    decided = {row["decision"] for row in rows(made) if row["decision"]}
    activities = {
        str(record.identifier) for record in document.get_records() if "Activity" in str(record.get_type())
    }
    assert activities == {f"wb:decision-{fingerprint}" for fingerprint in decided}


def test_pyld_expands_the_claim_reviews(made: Path) -> None:
    reviews = expanded(made, "claimreview.jsonld", SCHEMA)
    assert len(reviews) == len(rows(made))
    by_claim = {row["claim_id"]: row for row in rows(made)}
    worth = {"superseded": {1}, "unresolved": {2}, "verified": {3, 4, 5}}
    for review in reviews:
        assert review["@type"] == ["https://schema.org/ClaimReview"]
        row = by_claim[review["@id"].rpartition(":")[2]]
        (rating,) = review["https://schema.org/reviewRating"]
        assert rating["https://schema.org/ratingValue"][0]["@value"] in worth[row["status"]]
        (claim,) = review["https://schema.org/itemReviewed"]
        assert claim["https://schema.org/author"]
        if row["status"] in ("superseded", "unresolved"):
            assert row["figure"] in review["https://schema.org/reviewBody"][0]["@value"]


def test_pyld_expands_the_web_annotations_and_their_selectors_point_at_the_figure(made: Path) -> None:
    oa = "http://www.w3.org/ns/oa#"
    (page,) = expanded(made, "annotations.jsonld", ANNO)
    (items,) = page["https://www.w3.org/ns/activitystreams#items"]
    printed = {row["claim_id"]: row for row in rows(made) if row["article_id"]}
    assert len(items["@list"]) == len(printed)
    for annotation in items["@list"]:
        row = printed[annotation["@id"].rpartition(":")[2]]
        (target,) = annotation[f"{oa}hasTarget"]
        found = {one["@type"][0]: one for one in target[f"{oa}hasSelector"]}
        quote, position = found[f"{oa}TextQuoteSelector"], found[f"{oa}TextPositionSelector"]
        start, end = (position[f"{oa}{name}"][0]["@value"] for name in ("start", "end"))
        exact = quote[f"{oa}exact"][0]["@value"]
        assert (start, end, len(exact)) == (row["start"], row["end"], row["end"] - row["start"])
        parts = [
            quote.get(f"{oa}{name}", [{"@value": ""}])[0]["@value"] for name in ("prefix", "exact", "suffix")
        ]
        assert "".join(parts) == row["quote"]


@pytest.mark.parametrize("reader", ["pandas", "duckdb"])
@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_read_back_with_equal_values(made: Path, reader: str, kind: str) -> None:
    path = made / f"claims.{kind}"
    expected = [list(row.values()) for row in rows(made)]
    read = _with_pandas(path) if reader == "pandas" else _with_duckdb(path)
    assert read == expected


def _with_pandas(path: Path) -> list[list[Any]]:
    import pandas

    if path.suffix == ".parquet":
        frame = pandas.read_parquet(path, dtype_backend="pyarrow")
        return [
            [None if pandas.isna(cell) else cell for cell in row] for row in frame.itertuples(index=False)
        ]
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    return [_typed(row) for row in frame.itertuples(index=False)]


def _with_duckdb(path: Path) -> list[list[Any]]:
    with duckdb.connect() as connection:
        options = ", all_varchar = true, header = true" if path.suffix == ".csv" else ""
        function = "read_csv" if path.suffix == ".csv" else "read_parquet"
        found = connection.sql(f"SELECT * FROM {function}('{path}'{options})").fetchall()
    return [_typed(row) if path.suffix == ".csv" else list(row) for row in found]


def _typed(row: Any) -> list[Any]:
    cells: list[Any] = []
    for (_, kind, _), cell in zip(COLUMNS, row, strict=True):
        text = as_given(cell) if cell else None
        cells.append(int(text) if text and kind == NUMBER else text == "true" if kind == "boolean" else text)
    return cells


def test_csv_and_json_lines_say_the_same(made: Path) -> None:
    with (made / "claims.csv").open(encoding="utf-8", newline="") as stream:
        read = [_typed(row.values()) for row in csv.DictReader(stream)]
    assert read == [list(row.values()) for row in rows(made)]
