"""workbench explain"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.pipeline.explain import explain
from workbench.store.discrepancies import find_discrepancy


@click.command("explain")
@click.argument("discrepancy")
@at_desk
def command(desk: Desk, discrepancy: str) -> None:
    """Say all that led to a discrepancy: claims, intervals, timeline, arithmetic, origins, policies.

    DISCREPANCY is its id, or the beginning of it, as printed by workbench crosscheck.
    """
    with desk.session() as session:
        sections = explain(session, desk.vocabulary, find_discrepancy(session, discrepancy))
    for section in sections:
        click.secho(section.title, bold=True)
        for line in section.lines:
            click.echo(f"  {line}")
