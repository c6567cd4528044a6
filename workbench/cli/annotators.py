"""workbench annotators"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.core.pseudonym import behind, pseudonym
from workbench.exceptions import NotFound
from workbench.store.readings import count_annotations


@click.command("annotators")
@click.option("--who", metavar="PSEUDONYM", help="Say whom a pseudonym stands for.")
@at_desk
def command(desk: Desk, who: str | None) -> None:
    """List the annotators: Label Studio's number, the pseudonym in exports, how many annotations.

    Pseudonyms follow from a key that only its owner can read (WORKBENCH_PSEUDONYM_KEY); whoever has an export
    and not the key cannot say whose they are.
    """
    with desk.session() as session:
        counts = count_annotations(session)
    key = desk.pseudonym_key
    if who is not None:
        found = behind(key, who, counts)
        if found is None:
            raise NotFound(f"{who} is nobody's pseudonym here, or it was made with another key")
        counts = {found: counts[found]}
    for annotator, count in counts.items():
        click.echo(f"{annotator}\t{pseudonym(key, annotator)}\t{count:,}")
