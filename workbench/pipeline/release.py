"""Makes a release: a numbered folder that is never changed afterwards."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy.orm import Session

from workbench import __version__
from workbench.claims.normalise import NORMALISER
from workbench.core.release import About, Status, VerifiedClaim
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import Conflict, InvalidData, NotFound
from workbench.export import manifest, record
from workbench.export.envelope import signed
from workbench.pipeline.compile import (
    SPOOL,
    Progress,
    Spool,
    counts_of,
    weighed,
    write_containers,
    write_formats,
)
from workbench.pipeline.difference import ROWS, compare
from workbench.pipeline.record import write_record
from workbench.review.verify import Verdicts
from workbench.store.cases import note_released
from workbench.store.releases import judged, keep_release, last_decision, last_number
from workbench.store.signing import Signer


@dataclass(frozen=True, slots=True)
class Terms:
    """What the caller says of a release: who makes it and when, whether it takes unresolved discrepancies,
    and how many characters of a sentence are quoted at most."""

    by: str
    now: datetime
    unresolved: bool = False
    quote_limit: int = 400


@dataclass(frozen=True, slots=True)
class Prepared:
    """A release in its folder that nobody was told of yet."""

    about: About
    digest: str
    folder: Path
    decided_to: int
    signer: str | None


def prepare(
    session: Session,
    vocabulary: Vocabulary,
    releases: Path,
    *,
    terms: Terms,
    key: bytes,
    signer: Signer | None = None,
    progress: Progress = lambda file, done, total: None,
) -> Prepared:
    """Writes the next release beside the others, out of one view of the database; `enter` makes it count.

    `key` is that of the pseudonyms; without `signer` the release is unsigned. Raises Conflict where evidence
    waits for a cross-check, where a quote no longer stands (each is listed, and in `fields` by claim), and
    where the folder of the release before is not there to compare with.
    """
    if not terms.by.strip():
        raise InvalidData("a release needs to say who makes it", fields={"by": ["missing"]})
    number = last_number(session) + 1
    before = folder_of(releases, number - 1) if number > 1 else None
    releases.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=f".{number}-", suffix=".unfinished", dir=releases))
    folder.chmod(0o755)
    try:
        discrepancies = judged(session)
        write_record(
            session,
            vocabulary,
            folder,
            key=key,
            unresolved=terms.unresolved,
            quote_limit=terms.quote_limit,
            discrepancies=discrepancies,
            before=record.read_findings(before) if before else {},
            progress=lambda done, total: progress(record.EVIDENCE, done, total),
        )
        spool = weighed(folder, folder / SPOOL, unresolved=terms.unresolved)
        with (folder / record.WITHDRAWN).open("wb") as stream:
            record.write_lines(stream, withdrawn(before, spool))
        write_formats(folder, folder, spool, progress=progress)
        held = Verdicts({entry.id: entry.finding for entry in discrepancies if entry.open}, {}).open
        with (folder / record.CHANGELOG).open("wb") as stream:
            record.write_lines(stream, compare(before, folder, held=held))
        about = About(
            number=number,
            made_at=terms.now,
            made_by=terms.by.strip(),
            workbench=__version__,
            vocabulary=vocabulary.version,
            profile=f"{vocabulary.profile.name} {vocabulary.profile.version}",
            normaliser=NORMALISER,
            rules=tuple(sorted({entry.finding.rule for entry in discrepancies})),
            unresolved=terms.unresolved,
            quote_limit=terms.quote_limit,
            previous=number - 1 or None,
            counts=counts_of(spool),
        )
        digest = seal(folder, about, signer)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Prepared(about, digest, folder, last_decision(session), signer.id if signer else None)


def enter(session: Session, prepared: Prepared, releases: Path) -> Path:
    """Makes a prepared release count, and says where it lies. Raises Conflict where another one was made
    in the meantime; the prepared one is dropped then."""
    number = prepared.about.number
    folder = releases / str(number)
    try:
        if last_number(session) != number - 1:
            raise Conflict(f"another release was made in the meantime: {last_number(session)}; make it anew")
        if folder.exists():
            raise Conflict(
                f"{folder} is there already, and the database knows of no release {number}: move it away"
            )
        keep_release(
            session,
            prepared.about,
            prepared.digest,
            released_claims(prepared.folder),
            decided_to=prepared.decided_to,
        )
        note_released(session)
        prepared.folder.rename(folder)
    except BaseException:
        shutil.rmtree(prepared.folder, ignore_errors=True)
        raise
    for path in folder.iterdir():
        path.chmod(0o444)
    return folder


def folder_of(releases: Path, number: int) -> Path:
    """Where a release lies. Raises NotFound."""
    folder = releases / str(number)
    if not (folder / manifest.MANIFEST).is_file():
        raise NotFound(f"the files of release {number} are not there: {folder}")
    return folder


def seal(folder: Path, about: About, signer: Signer | None) -> str:
    """Writes containers, manifest, sums and signature; the SHA-256 of the manifest."""
    files = write_containers(folder, folder, about)
    statement = manifest.statement(about, files)
    (folder / manifest.MANIFEST).write_bytes(statement)
    files = files | {manifest.MANIFEST: manifest.digest_of(folder / manifest.MANIFEST)}
    if signer is not None:
        (folder / manifest.ENVELOPE).write_bytes(signed(statement, signer.key))
        files[manifest.ENVELOPE] = manifest.digest_of(folder / manifest.ENVELOPE)
    (folder / manifest.SUMS).write_bytes(manifest.sums(files))
    return files[manifest.MANIFEST].sha256


def withdrawn(before: Path | None, spool: Spool) -> Iterator[VerifiedClaim]:
    """What an earlier release had and this one has not, without words of the articles."""
    if before is None:
        return
    about, _ = manifest.read_statement((before / manifest.MANIFEST).read_bytes())
    earlier = weighed(before, spool.path.with_name(f"before.{SPOOL}"), unresolved=about.unresolved)
    gone = [record.read_lines(before / record.WITHDRAWN, VerifiedClaim), iter(earlier)]
    found: dict[str, VerifiedClaim] = {}
    for entries in gone:
        for entry in entries:
            if entry.claim.id.encode() not in spool.ids:
                found[entry.claim.id] = _emptied(entry)
    earlier.path.unlink()
    yield from (found[claim] for claim in sorted(found))


def _emptied(entry: VerifiedClaim) -> VerifiedClaim:
    return replace(
        entry,
        quote=None,
        quote_start=None,
        url=None,
        file=None,
        title=None,
        outlets=0,
        origins=0,
        decisions=(),
        discrepancies=(),
        status=Status.WITHDRAWN,
    )


def released_claims(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Id, status and SHA-256 of the line of each claim, out of the rows of a release."""
    with (folder / ROWS).open("rb") as stream:
        for line in stream:
            row = record.decode_row(line)
            yield row["claim_id"], row["status"], hashlib.sha256(line).hexdigest()
