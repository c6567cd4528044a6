"""workbench export"""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.desk import Desk, at_desk
from workbench.export import EXPORTERS, LIVE
from workbench.pipeline.verified import verified_set


@click.command("export")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write into; by default export/ in the state folder.",
)
@at_desk
def command(desk: Desk, out: Path | None) -> None:
    """Write the verified claim set: claims that nothing open of severity low or above speaks against."""
    export(desk, out)


def export(desk: Desk, out: Path | None = None) -> list[Path]:
    """The files that were written; each is complete or not there."""
    folder = out or desk.settings.state / "export"
    folder.mkdir(parents=True, exist_ok=True)
    with desk.session() as session:
        release = verified_set(session, desk.vocabulary, key=desk.pseudonym_key)
    claims = list(release.claims)
    written = []
    for name, _, _, write in EXPORTERS:
        if name not in LIVE:
            continue
        path = folder / f"verified_claims.{name}"
        unfinished = path.with_suffix(f".{name}.unfinished")
        with unfinished.open("wb") as stream:
            write(release, stream)
        unfinished.replace(path)
        written.append(path)
        click.echo(f"exported: {len(claims)} verified claims to {path}")
    return written
