"""From the record of a release to all its files: the same record gives the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.core.release import About, Release, SeriesDay, Status, VerifiedClaim
from workbench.export import EXPORTERS, croissant, datapackage, record
from workbench.export.manifest import Digest, digest_of
from workbench.review.series import series_days
from workbench.review.verify import Verdicts, weigh

SPOOL = "spool.unfinished"
TYPES: Mapping[str, str] = {
    record.EVIDENCE: "application/x-ndjson",
    record.FINDINGS: "application/x-ndjson",
    record.DECISIONS: "application/x-ndjson",
    record.ARTICLES: "application/x-ndjson",
    record.EVENTS: "application/x-ndjson",
    record.RULINGS: "application/x-ndjson",
    record.WITHDRAWN: "application/x-ndjson",
    record.CHANGELOG: "application/x-ndjson",
    record.TERMS: "application/json",
    record.ANNOTATIONS: "application/json",
    **{file: media_type for _, file, media_type, _ in EXPORTERS},
}

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Spool:
    """The weighed claims, in a file: each writer walks through them, and none holds them."""

    path: Path
    counts: Counter[str] = field(default_factory=Counter)
    ids: set[bytes] = field(default_factory=set)

    def __iter__(self) -> Iterator[VerifiedClaim]:
        return record.read_lines(self.path, VerifiedClaim)

    def add(self, claims: Iterable[VerifiedClaim]) -> None:
        with self.path.open("ab") as stream:
            record.write_lines(stream, map(self._noted, claims))

    def _noted(self, entry: VerifiedClaim) -> VerifiedClaim:
        self.counts[entry.status.value] += 1
        self.ids.add(entry.claim.id.encode())
        return entry


@dataclass(frozen=True, slots=True)
class Days:
    """What the claims say together, worked out anew by each writer."""

    claims: Iterable[VerifiedClaim]

    def __iter__(self) -> Iterator[SeriesDay]:
        return series_days(self.claims)


def weighed(folder: Path, path: Path, *, unresolved: bool) -> Spool:
    """Weighs the evidence of the record by its findings and live decisions."""
    verdicts = Verdicts(record.read_findings(folder), record.live(record.read_decisions(folder)))
    path.unlink(missing_ok=True)
    spool = Spool(path)
    spool.add(
        entry
        for exhibits in record.read_exhibits(folder)
        for entry in weigh(exhibits, verdicts, unresolved=unresolved)
    )
    return spool


def write_formats(
    folder: Path, into: Path, spool: Spool, *, progress: Progress = lambda file, done, total: None
) -> None:
    """Each file of EXPORTERS, out of the record in `folder`."""
    spool.add(record.read_lines(folder / record.WITHDRAWN, VerifiedClaim))
    release = Release(spool, record.read_findings(folder), record.read_terms(folder), Days(spool))
    for done, (_, file, _, write) in enumerate(EXPORTERS):
        progress(file, done, len(EXPORTERS))
        with (into / file).open("wb") as stream:
            write(release, stream)
    spool.path.unlink()


def counts_of(spool: Spool) -> dict[str, int]:
    """Rows by status, in the order of the statuses."""
    return {status.value: spool.counts[status.value] for status in Status if spool.counts[status.value]}


def write_containers(folder: Path, into: Path, about: About) -> dict[str, Digest]:
    """What describes the files of a release; the digests of all of them."""
    files = {
        name: digest_of((into if (into / name).exists() else folder) / name)
        for name in sorted(TYPES)
        if (into / name).exists() or (folder / name).exists()
    }
    for name, write in CONTAINERS:
        (into / name).write_bytes(write(about, files, TYPES))
        files[name] = digest_of(into / name)
    return files


CONTAINERS: tuple[tuple[str, Callable[[About, Mapping[str, Digest], Mapping[str, str]], bytes]], ...] = (
    (croissant.FILE, croissant.content),
    (datapackage.FILE, datapackage.content),
)
