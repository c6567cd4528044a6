"""workbench normalise"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.pipeline.normalise import normalise as normalise_annotations
from workbench.store.claims import unreadable_regions


@click.command("normalise")
@at_desk
def command(desk: Desk) -> None:
    """Turn annotations into claims, and say what could not be read and why."""
    normalise(desk)


def normalise(desk: Desk) -> None:
    with desk.writing() as session:
        result = normalise_annotations(session, desk.vocabulary)
        click.echo(f"claims: {result.claims} ({result.came} new or changed, {result.went} gone or replaced)")
        for row in unreadable_regions(session):
            click.echo(f"unreadable: {row.text!r}: {row.field}: {row.reason}", err=True)
