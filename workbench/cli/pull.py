"""workbench pull"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from workbench.cli.desk import Desk, at_desk
from workbench.cli.progress import bar
from workbench.exceptions import NotFound
from workbench.pipeline.pull import Pulled, pull_file
from workbench.pipeline.pull import pull as pull_annotations
from workbench.store.projects import all_projects


@click.command("pull")
@click.option("--full", is_flag=True, help="Look at every task, not only at what changed.")
@click.option(
    "--file",
    "export",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A JSON export of Label Studio, instead of the server.",
)
@at_desk
def command(desk: Desk, full: bool, export: Path | None) -> None:
    """Fetch annotations from Label Studio: new, changed and deleted ones."""
    if export is None:
        pull(desk, full=full)
    else:
        done = pull_file(desk.writing, export, desk.vocabulary, server=desk.server, now=desk.now())
        tell(done.values())


def pull(desk: Desk, *, full: bool = False) -> int:
    """In how many sentences the annotations changed."""
    client = desk.connect()
    with desk.session() as session:
        projects = [row.id for row in all_projects(session) if row.server == desk.server]
    if not projects:
        raise NotFound("nothing has been pushed to this Label Studio yet; run: workbench push")
    reports = []
    for project_id in projects:
        with bar("Pulling annotations") as progress:
            reports.append(
                pull_annotations(
                    desk.writing,
                    client,
                    project_id,
                    desk.vocabulary,
                    now=desk.now(),
                    full=full,
                    progress=progress,
                )
            )
    return tell(reports)


def tell(reports: Iterable[Pulled]) -> int:
    """Prints what was pulled, and returns in how many sentences the annotations changed."""
    reports = list(reports)
    changed = sum(report.changed for report in reports)
    click.echo(f"pulled: annotations changed in {changed} sentences")
    if gone := sum(report.gone for report in reports):
        click.echo(
            f"deleted in Label Studio: {gone} tasks; workbench push --restore sends them again", err=True
        )
    for sentence_id in [one for report in reports for one in report.edited]:
        click.echo(f"edited in Label Studio: the words of sentence {sentence_id} are others there", err=True)
    return changed
