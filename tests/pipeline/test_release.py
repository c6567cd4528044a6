"""Releases: numbered, immutable, the same from the same evidence."""

from __future__ import annotations

import csv
import json
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.pipeline import seeded
from tests.pipeline.seeded import VOCABULARY
from tests.pipeline.store import loose_session
from tests.seeds.corpus import articles
from workbench.core.case import State
from workbench.exceptions import Conflict, InvalidData
from workbench.export.envelope import key_id
from workbench.pipeline.decide import withdraw
from workbench.pipeline.difference import compare
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.release import Terms, enter, prepare
from workbench.store.discrepancies import list_discrepancies
from workbench.store.releases import all_releases, releases_with
from workbench.store.rows import ArticleRow, DiscrepancyRow, ProjectRow, VersionRow
from workbench.store.signing import Signer

KEY = bytes(32)


def make(
    session: Session,
    releases: Path,
    *,
    by: str = "Eda",
    now: datetime = NOON,
    unresolved: bool = False,
    quote_limit: int = 400,
    signer: Signer | None = None,
) -> Path:
    terms = Terms(by=by, now=now, unresolved=unresolved, quote_limit=quote_limit)
    prepared = prepare(session, VOCABULARY, releases, terms=terms, key=KEY, signer=signer)
    return enter(session, prepared, releases)


def rows(folder: Path, name: str = "claims.csv") -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def files(folder: Path, *, history: bool = True) -> dict[str, bytes]:
    """All, or those that do not tell of number, time and history."""
    told = {"manifest.json", "SHA256SUMS", "datapackage.json", "croissant.json", "changelog.jsonl"}
    return {path.name: path.read_bytes() for path in folder.iterdir() if history or path.name not in told}


def a_signer(seed: int = 1) -> Signer:
    key = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
    return Signer(key_id(key.public_key()), key)


def test_what_nothing_speaks_against_is_released_and_what_is_open_is_not(
    session: Session, tmp_path: Path
) -> None:
    seeded.fill(session)
    held = {claim for found in seeded.open_discrepancies(session) for claim in found.finding.claims}
    assert held
    made = make(session, tmp_path)
    assert made == tmp_path / "1"
    found = rows(made)
    assert {row["status"] for row in found} == {"verified"}
    assert not held & {row["claim_id"] for row in found}
    assert [release.about.counts for release in all_releases(session)] == [{"verified": len(found)}]
    assert releases_with(session, found[0]["claim_id"]) == [(1, "verified")]
    assert releases_with(session, min(held)) == []


def test_unresolved_claims_are_released_where_the_caller_says_so_and_say_so(
    session: Session, tmp_path: Path
) -> None:
    seeded.fill(session)
    plain = {row["claim_id"]: row for row in rows(make(session, tmp_path))}
    every = {row["claim_id"]: row for row in rows(make(session, tmp_path, unresolved=True))}
    flagged = {claim for claim, row in every.items() if row["status"] == "unresolved"}
    assert flagged == every.keys() - plain.keys()
    fingerprints = {found.id for found in seeded.open_discrepancies(session)}
    assert {one for claim in flagged for one in every[claim]["discrepancies"].split()} == fingerprints
    assert {claim: every[claim] for claim in plain} == plain, "support does not depend on what is asked for"


def test_the_accepted_claim_supersedes_the_others(session: Session, tmp_path: Path) -> None:
    seeded.fill(session)
    seeded.answer_all(session)
    found = {row["claim_id"]: row for row in rows(make(session, tmp_path))}
    for row in found.values():
        if row["status"] == "superseded":
            assert found[row["superseded_by"]]["status"] in ("verified", "superseded")
            assert (row["outcome"], row["reviewer"], row["policy"]) == ("accept_claim", "Ada", "as_printed")
    accepted = {row["superseded_by"] for row in found.values()} - {""}
    assert len(accepted) >= 2
    assert {found[claim]["policy"] for claim in accepted if found[claim]["status"] == "verified"} == {
        "decided"
    }


def test_a_quote_that_no_longer_stands_blocks_the_release_and_is_listed(
    session: Session, tmp_path: Path
) -> None:
    seeded.fill(session)
    claim = rows(make(session, tmp_path))[0]
    version = session.scalars(
        select(VersionRow).where(VersionRow.article_id == claim["article_id"], VersionRow.current.is_(True))
    ).one()
    session.execute(update(VersionRow).where(VersionRow.id == version.id).values(text="Now: " + version.text))
    with pytest.raises(Conflict, match=claim["claim_id"]) as caught:
        make(session, tmp_path)
    assert claim["claim_id"] in caught.value.fields
    assert not [*tmp_path.glob(".*")], "nothing half is left"


def test_evidence_that_waits_for_a_cross_check_blocks_the_release(session: Session, tmp_path: Path) -> None:
    project = seeded.fill(session)
    article = articles()["northgate-post-truce-ends.txt"]
    longer = replace(article, text=article.text + "\nThe sea was calm.")
    ingest_articles(session, [longer], now=NOON, max_characters=10_000)
    with pytest.raises(Conflict, match="workbench crosscheck"):
        make(session, tmp_path)
    seeded.label(session, project)
    seeded.check(session)
    make(session, tmp_path)


def test_another_order_of_ingestion_and_decisions_gives_the_same_bytes(
    session: Session, tmp_path: Path
) -> None:
    seeded.fill(session)
    seeded.answer_all(session, leave=1)
    first = make(session, tmp_path / "one")
    with loose_session() as other:
        other.delete(other.get_one(ProjectRow, 1))
        seeded.fill(other, order=(11, 3, 7, 5, 2, 13))
        seeded.answer_all(other, order=(4, 2, 0, 3), leave=1)
        second = make(other, tmp_path / "two", by="Somebody Else", now=NOON + timedelta(days=9))
    assert files(first, history=False) == files(second, history=False)


def test_the_same_number_time_and_maker_give_the_same_release(session: Session, tmp_path: Path) -> None:
    seeded.fill(session)
    terms = Terms(by="Eda", now=NOON)
    both = [
        prepare(session, VOCABULARY, tmp_path / name, terms=terms, key=KEY, signer=a_signer())
        for name in ("one", "two")
    ]
    assert files(both[0].folder) == files(both[1].folder)


def test_others_can_check_the_hashes_with_tools_of_their_own(session: Session, tmp_path: Path) -> None:
    seeded.fill(session)
    made = make(session, tmp_path, signer=a_signer())
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=made, check=False)
    assert done.returncode == 0


def test_no_article_is_published_whole_and_a_limit_cuts_quotes(session: Session, tmp_path: Path) -> None:
    seeded.fill(session)
    texts = {
        row.id: version.text
        for row, version in session.execute(
            select(ArticleRow, VersionRow).join(VersionRow, VersionRow.article_id == ArticleRow.id)
        )
    }
    whole = make(session, tmp_path)
    cut = make(session, tmp_path, quote_limit=40)
    for folder in (whole, cut):
        everything = b"".join(path.read_bytes() for path in folder.iterdir())
        for text in texts.values():
            assert json.dumps(text, ensure_ascii=False)[1:-1].encode() not in everything
        for row in rows(folder):
            quote, start = row["quote"], int(row["quote_start"])
            assert texts[row["article_id"]][start : start + len(quote)] == quote
            assert texts[row["article_id"]][int(row["start"]) : int(row["end"])] in quote
    assert max(len(row["quote"]) for row in rows(cut)) <= 40 < max(len(row["quote"]) for row in rows(whole))


def test_annotators_stand_under_pseudonyms(session: Session, tmp_path: Path) -> None:
    seeded.fill(session)
    made = make(session, tmp_path)
    assert {row["annotator"][:10] for row in rows(made)} == {"annotator-"}
    assert len({row["annotator"] for row in rows(made)}) == 1


def test_a_claim_that_falls_is_withdrawn_and_the_changelog_says_what_did_it(
    session: Session, tmp_path: Path
) -> None:
    seeded.fill(session)
    seeded.answer_all(session)
    first = make(session, tmp_path)
    answered = next(
        found for found in list_discrepancies(session, state="resolved")[0] if found.decision is not None
    )
    withdraw(session, answered.id, reviewer="Ben", now=NOON + timedelta(days=1))
    second = make(session, tmp_path)
    assert all_releases(session)[0].about.previous == 1
    gone = {row["claim_id"]: row for row in rows(second) if row["status"] == "withdrawn"}
    assert gone.keys() == {
        claim for claim in answered.finding.claims if claim in {row["claim_id"] for row in rows(first)}
    }
    assert all(row["quote"] == row["url"] == row["file"] == "" for row in gone.values())
    told = {
        entry["claim"]: entry for entry in lines(second, "changelog.jsonl") if entry["kind"] == "withdrawn"
    }
    assert told.keys() == gone.keys()
    assert {(entry["because"], entry["id"], entry["who"]) for entry in told.values()} == {
        ("decision", answered.id, "Ben")
    }
    seeded.answer(session, answered, at=NOON + timedelta(days=2))
    third = make(session, tmp_path)
    assert not [row for row in rows(third) if row["status"] == "withdrawn"], "it stands again"
    kinds = {found.claim: found.kind.value for found in compare(second, third)}
    assert {kinds[claim] for claim in gone} == {"added"}


def test_the_first_changelog_says_what_each_claim_came_of(session: Session, tmp_path: Path) -> None:
    seeded.fill(session)
    seeded.answer_all(session)
    made = make(session, tmp_path)
    told = {entry["claim"]: entry for entry in lines(made, "changelog.jsonl")}
    for row in rows(made):
        expected = ("decision", row["decision"]) if row["decision"] else ("article", row["article_id"])
        assert (told[row["claim_id"]]["because"], told[row["claim_id"]]["id"]) == expected


def test_a_resolved_discrepancy_is_released_until_somebody_answers_anew(
    session: Session, tmp_path: Path
) -> None:
    def states() -> set[str]:
        return set(session.scalars(select(DiscrepancyRow.state).where(DiscrepancyRow.id.in_(answered))))

    seeded.fill(session)
    answered = [found.id for found in seeded.open_discrepancies(session)]
    seeded.answer_all(session)
    assert states() == {State.RESOLVED.value}
    make(session, tmp_path)
    assert states() == {State.RELEASED.value}
    seeded.check(session)
    assert states() == {State.RELEASED.value}
    withdraw(session, answered[0], reviewer="Ben", now=NOON)
    assert states() == {State.RELEASED.value, State.OPEN.value}
    assert {found.id for found in list_discrepancies(session, state="resolved")[0]} >= set(answered[1:])


def test_a_release_needs_a_maker_and_is_never_written_over(session: Session, tmp_path: Path) -> None:
    seeded.fill(session)
    with pytest.raises(InvalidData, match="who makes it"):
        make(session, tmp_path, by=" ")
    terms = Terms(by="Eda", now=NOON)
    prepared = prepare(session, VOCABULARY, tmp_path, terms=terms, key=KEY)
    (tmp_path / "1").mkdir()
    with pytest.raises(Conflict, match="move it away"):
        enter(session, prepared, tmp_path)
