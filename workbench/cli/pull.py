"""workbench pull"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.cli.progress import bar
from workbench.exceptions import NotFound
from workbench.pipeline.pull import pull as pull_annotations
from workbench.store.projects import all_projects


@click.command("pull")
@click.option("--full", is_flag=True, help="Look at every task, not only at what changed.")
@at_desk
def command(desk: Desk, full: bool) -> None:
    """Fetch annotations from Label Studio: new, changed and deleted ones."""
    pull(desk, full=full)


def pull(desk: Desk, *, full: bool = False) -> int:
    """In how many sentences the annotations changed."""
    client = desk.connect()
    changed = 0
    with desk.session() as session:
        projects = [row.id for row in all_projects(session) if row.server == desk.server]
    if not projects:
        raise NotFound("nothing has been pushed to this Label Studio yet; run: workbench push")
    for project_id in projects:
        with bar("Pulling annotations") as progress:
            changed += pull_annotations(
                desk.writing, client, project_id, now=desk.now(), full=full, progress=progress
            )
    click.echo(f"pulled: annotations changed in {changed} sentences")
    return changed
