"""workbench demo"""

from __future__ import annotations

import hashlib
import re
from contextlib import closing
from pathlib import Path

import click

from workbench.bundled import bundled
from workbench.cli.desk import Desk, at_desk
from workbench.cli.discrepancies import crosscheck_stored
from workbench.cli.export import export
from workbench.cli.ingest import existing, ingest
from workbench.cli.normalise import normalise
from workbench.cli.pull import pull
from workbench.cli.push import push
from workbench.cli.serve import PORT, serve
from workbench.labelstudio import local
from workbench.labelstudio.accept import accept_suggestions
from workbench.settings import Settings
from workbench.store import schema
from workbench.store.projects import all_projects


@click.command("demo")
@click.option("--articles", type=existing, help="Folder with a manifest.jsonl, or a file of JSON lines.")
@click.option("--events", type=existing, help="JSON array of events.")
@click.option("--reference", type=existing, help="CSV of reference counts in long form.")
@click.option("--once", is_flag=True, help="End after the export instead of serving the pages.")
@click.option(
    "--label",
    type=click.Choice(["stand-in", "by-hand"]),
    default="stand-in",
    show_default=True,
    help="Who labels: the demo turns suggestions into annotations, or a person does in the browser.",
)
@click.option("--port", default=PORT, show_default=True, help="Of the review page and the API.")
@at_desk
def command(
    desk: Desk,
    articles: Path | None,
    events: Path | None,
    reference: Path | None,
    once: bool,
    label: str,
    port: int,
) -> None:
    """Run the whole job, from the articles to the verified claim set.

    Without options it runs on the seeds that come with the workbench. Its state is kept, one folder for
    each folder of articles, so that a second run goes on from the first.
    """
    if articles is None:
        seeds = bundled("seeds")
        articles, events, reference = (
            seeds / "articles",
            events or seeds / "events.json",
            reference or seeds / "daily_counts.csv",
        )
        name = "seeds"
    else:
        name = state_name(articles)
    if desk.settings.state == Settings().state:
        desk = Desk(desk.settings.with_state(Path(".workbench") / name))
    with closing(desk):
        with_label_studio(desk, articles, events, reference, once=once, label=label, port=port)


def with_label_studio(
    desk: Desk,
    articles: Path,
    events: Path | None,
    reference: Path | None,
    *,
    once: bool,
    label: str,
    port: int,
) -> None:
    """Starts the local Label Studio unless another one is set or it runs, and ends what it started."""
    step(f"State folder: {desk.settings.state}")
    before, after = schema.upgrade(desk.engine)
    click.echo(f"database: {desk.engine.url.render_as_string(hide_password=True)}, schema {before or after}")
    started = False
    if not desk.settings.label_studio_url:
        step("Label Studio")
        server = desk.start_label_studio(click.echo)
        started = server.started
        click.echo(f"Label Studio is up at {server.url}")
    try:
        run(desk, articles, events, reference, label=label)
        if not once:
            step("Serving")
            tell_sign_in(desk)
            serve(desk, port=port)
    finally:
        if started and local.stop(desk.settings.state, say=click.echo):
            click.echo("Label Studio is stopped")


def run(desk: Desk, articles: Path, events: Path | None, reference: Path | None, *, label: str) -> None:
    """The main job, one step after the other."""
    step("Reading articles in")
    ingest(desk, articles, events, reference)
    step("Sending sentences with their suggestions to Label Studio")
    address = push(desk)
    step("Labelling")
    if label == "by-hand":
        tell_sign_in(desk)
        click.echo(f"label the sentences at {address}")
        click.pause("press any key once you want to go on with what is labelled …")
    else:
        click.echo(f"labelled by the demo's stand-in: {accept(desk)} sentences")
    step("Fetching annotations, turning them into claims")
    pull(desk)
    normalise(desk)
    step("Cross-checking")
    crosscheck_stored(desk)
    step("Exporting")
    export(desk)


def accept(desk: Desk) -> int:
    """How many tasks the stand-in answered."""
    client = desk.connect()
    with desk.session() as session:
        numbers = [row.number for row in all_projects(session) if row.server == desk.server]
    return sum(accept_suggestions(client, number) for number in numbers)


def tell_sign_in(desk: Desk) -> None:
    credentials = local.credentials_of(desk.settings.state)
    found = local.status(desk.settings.state)
    file = local.credentials_file(desk.settings.state)
    if credentials is not None and found.url is not None:
        click.echo(f"Label Studio: {found.url}/  user {credentials.user}, password in {file}")


def step(title: str) -> None:
    click.secho(f"\n{title}", bold=True)


def state_name(articles: Path) -> str:
    """A folder name of its own for each path: readable, and never shared by two."""
    whole = str(articles.resolve())
    words = re.sub(r"[^a-z0-9]+", "-", articles.resolve().name.lower()).strip("-") or "articles"
    return f"{words}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"
