"""Checks a release as somebody does who trusts nobody: hashes, signature, and whether the files follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from workbench.core.release import About
from workbench.exceptions import InvalidData
from workbench.export.envelope import opened
from workbench.export.manifest import (
    ENVELOPE,
    MANIFEST,
    SUMS,
    Digest,
    digest_of,
    read_statement,
    sums,
)
from workbench.pipeline.compile import SPOOL, Progress, counts_of, weighed, write_containers, write_formats


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with which file."""

    file: str
    message: str


@dataclass(slots=True)
class Report:
    """`key` is the id of the key that signed; None where nobody did, or not with a key that is trusted."""

    about: About | None = None
    files: int = 0
    key: str | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.problems


def verify_release(
    folder: Path,
    trusted: Iterable[Ed25519PublicKey],
    *,
    signed: bool = False,
    rebuild: bool = False,
    progress: Progress = lambda file, done, total: None,
) -> Report:
    """Reads each file once. `signed`: an unsigned release is a problem. `rebuild`: makes all files anew out
    of the evidence, findings and decision log of the release, and compares. Raises InvalidData where there is
    no manifest at all."""
    content = _read(folder / MANIFEST)
    report = Report()
    given = _read(folder / SUMS) if (folder / SUMS).exists() else None
    listed = _listed(given or b"")
    own = digest_of(folder / MANIFEST)
    files: dict[str, Digest] = {}
    try:
        report.about, files = read_statement(content)
    except InvalidData as error:
        report.problems.append(Problem(MANIFEST, error.message))
    doubted = listed.get(MANIFEST) != own.sha256
    expected = {name: digest.sha256 for name, digest in files.items()}
    if report.about is None or (doubted and listed):
        expected = {name: sha for name, sha in listed.items() if name not in (MANIFEST, ENVELOPE)}
    found = _check_files(folder, expected, report, progress)
    report.problems += _check_signature(folder, content, trusted, signed, listed, report)
    if report.about is not None:
        there = {**files, MANIFEST: own}
        if (folder / ENVELOPE).exists():
            there[ENVELOPE] = digest_of(folder / ENVELOPE)
        report.problems += _check_sums(given, there, report.key is not None)
    if rebuild and report.about is not None and report.holds:
        report.problems += _rebuilt(folder, report.about, found, progress)
    return report


def _check_files(
    folder: Path, expected: dict[str, str], report: Report, progress: Progress
) -> dict[str, Digest]:
    found: dict[str, Digest] = {}
    for done, name in enumerate(sorted(expected)):
        progress(name, done, len(expected))
        if not (folder / name).is_file():
            report.problems.append(Problem(name, "it is not there"))
            continue
        found[name] = digest_of(folder / name)
        if found[name].sha256 != expected[name]:
            report.problems.append(Problem(name, "its content is not what was released"))
    report.files = len(found)
    known = {*expected, MANIFEST, SUMS, ENVELOPE}
    strangers = sorted(path.name for path in folder.iterdir() if path.name not in known)
    report.problems += [Problem(name, "it is no part of the release") for name in strangers]
    return found


def _check_signature(
    folder: Path,
    content: bytes,
    trusted: Iterable[Ed25519PublicKey],
    signed: bool,
    listed: dict[str, str],
    report: Report,
) -> Iterator[Problem]:
    if not (folder / ENVELOPE).exists():
        if signed:
            yield Problem(ENVELOPE, "it is not there: the release is unsigned")
        elif ENVELOPE in listed:
            yield Problem(ENVELOPE, "it is not there: the signature was taken away")
        return
    try:
        checked = opened(_read(folder / ENVELOPE), trusted)
    except InvalidData as error:
        yield Problem(ENVELOPE, error.message)
        return
    if checked.payload != content:
        yield Problem(MANIFEST, f"it is not what was signed with the key {checked.key}")
        return
    report.key = checked.key


def _check_sums(given: bytes | None, files: dict[str, Digest], signed: bool) -> Iterator[Problem]:
    if given is None:
        yield Problem(SUMS, "it is not there")
    elif given != sums(files):
        yield Problem(SUMS, "it is not the list of the files and their hashes")
        if not signed and _listed(given).get(MANIFEST) != files[MANIFEST].sha256:
            yield Problem(
                MANIFEST, f"it or {SUMS} was changed: they do not agree, and no signature says which"
            )


def _rebuilt(folder: Path, about: About, found: dict[str, Digest], progress: Progress) -> Iterator[Problem]:
    with TemporaryDirectory() as temporary:
        into = Path(temporary)
        try:
            spool = weighed(folder, into / SPOOL, unresolved=about.unresolved)
            write_formats(folder, into, spool, progress=progress)
            again = write_containers(folder, into, about)
        except InvalidData as error:
            yield Problem(folder.name, f"its files cannot be made anew: {error.message}")
            return
        for name in sorted(again.keys() | found.keys()):
            if again.get(name) != found.get(name):
                yield Problem(name, "made anew from the evidence and the decision log, it is another one")
        if counts_of(spool) != dict(about.counts):
            yield Problem(MANIFEST, "made anew, there are other numbers of claims")


def _listed(content: bytes) -> dict[str, str]:
    """Hash by name, of what can be read of such a list."""
    found = {}
    for line in content.decode("utf-8", "replace").splitlines():
        sha, _, name = line.partition("  ")
        if name and Path(name).name == name:
            found[name] = sha
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidData(f"this is no release: {path} cannot be read: {error.strerror}") from error
