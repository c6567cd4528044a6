"""workbench second-opinion"""

from __future__ import annotations

import click

from workbench.bundled import bundled
from workbench.cli.desk import Desk, at_desk
from workbench.labelstudio import opinion
from workbench.labelstudio.config import load_config
from workbench.pipeline.second_opinion import ask, opinion_tasks, opinions
from workbench.store.discrepancies import find_discrepancy


@click.command("second-opinion")
@click.argument("discrepancies", nargs=-1)
@at_desk
def command(desk: Desk, discrepancies: tuple[str, ...]) -> None:
    """Ask annotators about discrepancies, or say what they answered.

    DISCREPANCIES are ids, or the beginnings of ids, as printed by workbench crosscheck: their two quotes are
    set side by side in the Label Studio project Second opinions, each once. Without any, the answers are
    listed: how many said what, and why.
    """
    if discrepancies:
        xml = load_config(bundled("label_configs") / opinion.NAME)
        with desk.session() as session:
            found = [find_discrepancy(session, beginning) for beginning in discrepancies]
            wanted = opinion_tasks(session, desk.vocabulary, found)
        with desk.connect() as client:
            asked, project = ask(client, xml, wanted)
        click.echo(f"asked: {asked} second opinions, {project.url}")
        return
    with desk.connect() as client:
        told = opinions(client)
    for entry in told:
        said = ", ".join(f"{count} {answer}" for answer, count in sorted(entry.opinions.items()))
        click.echo(f"{entry.discrepancy[:8]}  {said or 'no answer yet'}")
        for why in entry.why:
            click.echo(f"          “{why}”")
