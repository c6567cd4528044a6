"""Whoever checks a release sees any byte that is not as it was, and whether the files follow."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.moments import NOON
from tests.pipeline import seeded
from tests.pipeline.seeded import VOCABULARY
from tests.pipeline.store import loose_session
from workbench.exceptions import InvalidData
from workbench.export import record
from workbench.export.envelope import key_id
from workbench.export.manifest import ENVELOPE, MANIFEST, SUMS, canonical, digest_of, sums
from workbench.pipeline.release import Terms, prepare, seal
from workbench.pipeline.verify import Report, verify_release
from workbench.store.rows import ProjectRow
from workbench.store.signing import Signer

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(bytes([2]) * 32)
SIGNER = Signer(key_id(PRIVATE.public_key()), PRIVATE)


@dataclass(frozen=True, slots=True)
class Made:
    signed: Path
    unsigned: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("releases")
    with loose_session() as session:
        session.delete(session.get_one(ProjectRow, 1))
        seeded.fill(session)
        seeded.answer_all(session, leave=1)
        signed, unsigned = (
            prepare(
                session,
                VOCABULARY,
                folder / name,
                terms=Terms(by="Eda", now=NOON, unresolved=True),
                key=bytes(32),
                signer=signer,
            ).folder
            for name, signer in (("signed", SIGNER), ("unsigned", None))
        )
    return Made(signed, unsigned)


def check(folder: Path, *, signed: bool = False, rebuild: bool = False) -> Report:
    return verify_release(folder, [PRIVATE.public_key()], signed=signed, rebuild=rebuild)


def test_a_release_as_it_was_made_holds(made: Made) -> None:
    report = check(made.signed, rebuild=True, signed=True)
    assert (report.problems, report.key) == ([], SIGNER.id)
    assert report.files == len([*made.signed.iterdir()]) - 3, "all but manifest, sums and signature"
    assert (check(made.unsigned, rebuild=True).problems, check(made.unsigned).key) == ([], None)
    assert not [*made.signed.glob("*unfinished*")]


@pytest.mark.parametrize("signed", [True, False], ids=["signed", "unsigned"])
def test_any_single_byte_that_is_flipped_is_seen_in_its_file(
    made: Made, tmp_path: Path, signed: bool
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(made.signed if signed else made.unsigned, folder)
    chance = random.Random(7)
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        places = {0, len(content) - 1, *(chance.randrange(len(content) or 1) for _ in range(12))}
        if path.name == SUMS and signed:
            places = {*range(len(content))}
        for place in sorted(places) if content else ():
            flipped = bytearray(content)
            flipped[place] ^= 1 << chance.randrange(8)
            path.write_bytes(flipped)
            named = {problem.file for problem in check(folder).problems}
            assert path.name in named, place
            if signed and path.name not in (MANIFEST, SUMS):
                assert named <= {path.name, SUMS}, place
        path.write_bytes(content)
    assert check(folder).holds


def test_a_file_that_is_missing_or_was_added_is_named(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(made.signed, folder)
    (folder / "claims.csv").unlink()
    (folder / "more.txt").write_text("x")
    assert {problem.file for problem in check(folder).problems} == {"claims.csv", "more.txt"}


def test_a_signature_that_was_taken_away_or_made_by_another_is_seen(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(made.signed, folder)
    assert {one.file for one in verify_release(folder, [OTHER.public_key()]).problems} == {ENVELOPE}
    assert "none" in verify_release(folder, []).problems[0].message
    (folder / ENVELOPE).unlink()
    assert ENVELOPE in {problem.file for problem in check(folder).problems}
    assert {one.file for one in check(made.unsigned, signed=True).problems} == {ENVELOPE}


def test_a_forger_who_hashes_everything_anew_is_caught_by_the_signature(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(made.signed, folder)
    (folder / "claims.csv").write_bytes(
        (folder / "claims.csv").read_bytes().replace(b"verified", b"Verified")
    )
    report = check(folder)
    assert report.about is not None
    envelope = (folder / ENVELOPE).read_bytes()
    seal(folder, report.about, None)
    (folder / ENVELOPE).write_bytes(envelope)
    files = {path.name: digest_of(path) for path in folder.iterdir() if path.name != SUMS}
    (folder / SUMS).write_bytes(sums(files))
    assert [problem.file for problem in check(folder).problems] == [MANIFEST]


def test_a_maker_who_signs_what_does_not_follow_is_caught_by_the_rebuild(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(made.signed, folder)
    first, rest = (folder / "claims.csv").read_bytes().split(b"verified", 1)
    (folder / "claims.csv").write_bytes(first + b"withdrawn" + rest)
    report = check(folder)
    assert report.about is not None
    seal(folder, report.about, SIGNER)
    assert check(folder).holds
    problems = {problem.file for problem in check(folder, rebuild=True).problems}
    assert "claims.csv" in problems
    assert "claims.jsonl" not in problems


def test_a_decision_that_is_taken_out_of_the_log_changes_the_files(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(made.signed, folder)
    log = (folder / record.DECISIONS).read_bytes().splitlines(keepends=True)
    (folder / record.DECISIONS).write_bytes(b"".join(log[1:]))
    report = check(folder)
    assert report.about is not None
    seal(folder, report.about, SIGNER)
    assert {"claims.csv", "claims.jsonl", MANIFEST} <= {
        problem.file for problem in check(folder, rebuild=True).problems
    }


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/b", ".hidden", ""])
def test_a_manifest_names_no_file_outside(made: Made, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(made.unsigned, folder)
    value = json.loads((folder / MANIFEST).read_text("utf-8"))
    value["subject"][0]["name"] = name
    (folder / MANIFEST).write_bytes(canonical(value))
    assert "outside" in next(one.message for one in check(folder).problems if one.file == MANIFEST)


def test_what_is_no_release_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="no release"):
        check(tmp_path)
