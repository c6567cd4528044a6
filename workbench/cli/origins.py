"""workbench origins"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.pipeline.origins import rule
from workbench.store.edges import list_edges

MOST = 1000  # edges that are printed at once


@click.group("origins")
def command() -> None:
    """Show who copies whom, and cut or add an edge.

    The ends of an edge are ids of claims, or names of origins or outlets. What a reviewer cuts or adds holds
    in every cross-check from the next one on.
    """


@command.command("list")
@click.option("--end", help="Only edges with this claim or name at either end.")
@at_desk
def show(desk: Desk, end: str | None) -> None:
    """Print the edges that the last cross-check saw, with their evidence."""
    with desk.session() as session:
        edges, total = list_edges(session, end, offset=0, limit=MOST)
    for edge in edges:
        click.echo(f"{edge.copy} copies {edge.original} ({edge.kind.value}): {edge.reason}")
    more = f"; the first {MOST:,} are shown" if total > MOST else ""
    click.echo(f"{total:,} edges{more}")


def _verb(name: str, *, cut: bool) -> None:
    @command.command(name, help=f"{name.capitalize()} the edge that says that COPY has its word of ORIGINAL.")
    @click.argument("copy")
    @click.argument("original")
    @click.option("--note", default="", help="What a later reader should know.")
    @click.option("--reviewer", help="Who says so; the account's name by default.")
    @at_desk
    def verb(desk: Desk, copy: str, original: str, note: str, reviewer: str | None) -> None:
        with desk.writing() as session:
            ruling = rule(
                session,
                copy=copy,
                original=original,
                cut=cut,
                reviewer=reviewer or desk.settings.signature,
                now=desk.now(),
                note=note,
            )
        click.echo(f"{name}: {ruling.copy} copies {ruling.original}, by {ruling.reviewer}")


_verb("cut", cut=True)
_verb("add", cut=False)
