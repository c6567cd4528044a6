"""Releases, made and looked at by the API and by the pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.exceptions import NotFound
from workbench.export.envelope import signer_of
from workbench.export.manifest import ENVELOPE, MANIFEST, SUMS, digest_of, read_statement
from workbench.pipeline.release import Terms, enter, folder_of, prepare
from workbench.store.releases import Made, get_release
from workbench.store.signing import signer

from .bench import Bench


def make_release(here: Bench, *, by: str, unresolved: bool) -> int:
    """Its number. Raises Conflict where nothing can be released now."""
    terms = Terms(by=by, now=here.now(), unresolved=unresolved, quote_limit=here.settings.quote_characters)
    key = signer(here.keys)
    with here.session() as session:
        prepared = prepare(
            session, here.vocabulary, here.releases, terms=terms, key=here.pseudonym_key, signer=key
        )
    with here.writing() as session:
        enter(session, prepared, here.releases)
    return prepared.about.number


def shown(made: Made, folder: Path) -> dict[str, Any]:
    """What a list of releases says of one."""
    about = made.about
    envelope = folder / str(about.number) / ENVELOPE
    return {
        "number": about.number,
        "made_at": about.made_at,
        "made_by": about.made_by,
        "unresolved": about.unresolved,
        "counts": dict(about.counts),
        "manifest": made.digest,
        "signed_by": signer_of(envelope.read_bytes()) if envelope.is_file() else None,
    }


def in_full(here: Bench, number: int) -> dict[str, Any]:
    """One release with its files. Raises NotFound."""
    with here.session() as session:
        made = get_release(session, number)
    folder = folder_of(here.releases, number)
    _, files = read_statement((folder / MANIFEST).read_bytes())
    for name in (MANIFEST, ENVELOPE, SUMS):
        if (folder / name).is_file():
            files[name] = digest_of(folder / name)
    listed = [
        {"name": name, "size": files[name].size, "sha256": files[name].sha256} for name in sorted(files)
    ]
    return {**shown(made, here.releases), "files": listed}


def file_of(here: Bench, number: int, name: str) -> tuple[Path, str]:
    """Path and SHA-256 of a file of a release. Raises NotFound for any that the manifest does not name."""
    for file in in_full(here, number)["files"]:
        if file["name"] == name:
            return folder_of(here.releases, number) / name, file["sha256"]
    raise NotFound(f"release {number} has no file {name!r}")
