"""workbench push"""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.desk import Desk, at_desk
from workbench.cli.progress import bar
from workbench.labelstudio.config import check_config, load_config
from workbench.pipeline.project import TITLE, open_project
from workbench.pipeline.push import push as push_sentences


@click.command("push")
@click.option("--project", default=TITLE, show_default=True, help="Title of the Label Studio project.")
@click.option("--config", type=click.Path(exists=True, path_type=Path), help="Another label config (XML).")
@at_desk
def command(desk: Desk, project: str, config: Path | None) -> None:
    """Send sentences with their suggestions to Label Studio.

    Each sentence is sent once, however often this is called, also after it was interrupted.
    """
    push(desk, project=project, config=config)


def push(desk: Desk, *, project: str = TITLE, config: Path | None = None) -> str:
    """Returns the address at which a person labels."""
    xml = load_config(config)
    check_config(xml, desk.vocabulary)
    client = desk.connect()
    with desk.writing() as session:
        row, address = open_project(
            session, client, server=desk.server, xml=xml, vocabulary=desk.vocabulary, title=project
        )
    with bar("Pushing sentences") as progress:
        pushed = push_sentences(
            desk.writing, client, row.id, desk.vocabulary, now=desk.now(), progress=progress
        )
    click.echo(f"pushed: {pushed} sentences to the project {project!r}, {address}")
    return address
