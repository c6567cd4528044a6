"""workbench push"""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.desk import Desk, at_desk
from workbench.cli.progress import bar
from workbench.core.project import Order, Rule, Terms
from workbench.labelstudio.config import NAME, check_config, load_config
from workbench.labelstudio.worth import NAME as WORTH_CONFIG
from workbench.labelstudio.worth import check_worth_config
from workbench.pipeline.project import TITLE, WORTH_TITLE, open_project
from workbench.pipeline.push import push as push_sentences
from workbench.pipeline.send_back import send_back

SHOWN = 10  # reasons that are printed; the rest is counted


@click.command("push")
@click.option(
    "--project", help=f"Title of the Label Studio project; {TITLE!r}, or {WORTH_TITLE!r} with --worth."
)
@click.option("--worth", is_flag=True, help="Ask of each sentence only whether it is worth checking.")
@click.option("--config", type=click.Path(exists=True, path_type=Path), help="Another label config (XML).")
@click.option("--event", help="Only sentences of this event; set when the project is made.")
@click.option("--language", help="Only sentences in this language (en, es); set when the project is made.")
@click.option(
    "--annotators", type=click.IntRange(1, 100), help="How many answer each task; set when it is made."
)
@click.option(
    "--order",
    type=click.Choice([*Order]),
    help="As in the text, the least certain suggestions first, or the most worth checking first; "
    "set when it is made.",
)
@click.option("--restore", is_flag=True, help="Send again what somebody deleted in Label Studio.")
@at_desk
def command(
    desk: Desk,
    project: str | None,
    worth: bool,
    config: Path | None,
    event: str | None,
    language: str | None,
    annotators: int | None,
    order: str | None,
    restore: bool,
) -> None:
    """Send sentences with their suggestions to Label Studio.

    Each sentence is sent once, however often this is called, also after it was interrupted. Tasks that are
    there follow their article and what is suggested now; what people answered stays. Sentences that a
    reviewer calls wrongly labelled (decide --outcome annotation_error) go to the project Corrections.
    """
    terms = None
    if event or language or annotators or order:
        terms = Terms(Rule(event, language), annotators or 1, Order(order or Order.TEXT))
    if worth and config is not None:
        raise click.UsageError("--worth has a label config of its own: give either it or --config")
    push(desk, project=project, worth=worth, config=config, terms=terms, restore=restore)


def push(
    desk: Desk,
    *,
    project: str | None = None,
    worth: bool = False,
    config: Path | None = None,
    terms: Terms | None = None,
    restore: bool = False,
) -> str:
    """Returns the address at which a person labels."""
    xml = load_config(config, name=WORTH_CONFIG if worth else NAME)
    if not check_worth_config(xml):
        check_config(xml, desk.vocabulary)
    project = project or (WORTH_TITLE if worth else TITLE)
    client = desk.connect()
    with desk.writing() as session:
        row, address = open_project(
            session,
            client,
            server=desk.server,
            xml=xml,
            vocabulary=desk.vocabulary,
            title=project,
            terms=terms,
        )
    with bar("Pushing sentences") as progress:
        done = push_sentences(
            desk.writing,
            client,
            row.id,
            desk.vocabulary,
            now=desk.now(),
            restore=restore,
            progress=progress,
        )
    click.echo(f"pushed: {done.pushed} sentences to the project {project!r}, {address}")
    back = send_back(
        desk.writing, client, desk.vocabulary, server=desk.server, xml=load_config(), now=desk.now()
    )
    if back is not None:
        click.echo(f"sent back: {back.sentences} sentences with a reviewer's note, {back.url}")
    if done.refreshed or done.marked:
        click.echo(f"brought up to date: {done.refreshed} tasks; marked as outdated: {done.marked}")
    for sentence_id, reason in list(done.refused.items())[:SHOWN]:
        click.echo(f"not sent: sentence {sentence_id}: {reason}", err=True)
    if len(done.refused) > SHOWN:
        click.echo(f"not sent: {len(done.refused) - SHOWN} more", err=True)
    return address
