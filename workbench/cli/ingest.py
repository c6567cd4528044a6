"""workbench ingest"""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.desk import Desk, at_desk
from workbench.cli.progress import bar
from workbench.pipeline.ingest import Ingested, ingest_articles, ingest_counts, ingest_events
from workbench.pipeline.suggest import suggest_pending
from workbench.readers import read_articles
from workbench.readers.counts import Columns, read_columns, read_counts
from workbench.readers.events import read_events
from workbench.store.events import nameable_events

existing = click.Path(exists=True, path_type=Path)


@click.command("ingest")
@click.argument("articles", type=existing, required=False)
@click.option("--events", type=existing, help="JSON array of events.")
@click.option("--reference", type=existing, help="CSV or JSON of reference counts in long form.")
@click.option("--columns", type=existing, help="JSON that says under which header each column of it stands.")
@at_desk
def command(
    desk: Desk, articles: Path | None, events: Path | None, reference: Path | None, columns: Path | None
) -> None:
    """Read articles, events and reference counts in.

    ARTICLES is a folder with a manifest.jsonl, or a file with one JSON object a line. What is sound is
    stored, each article once; what is not is listed with its reason, and the exit code is 1.
    """
    if articles is None and events is None and reference is None:
        raise click.UsageError("give articles, --events or --reference")
    if columns is not None and reference is None:
        raise click.UsageError("--columns goes with --reference")
    ingested = ingest(desk, articles, events, reference, columns)
    if ingested.rejected:
        raise SystemExit(1)


def ingest(
    desk: Desk,
    articles: Path | None,
    events: Path | None,
    reference: Path | None,
    columns: Path | None = None,
) -> Ingested:
    """Reads all that is given in one transaction, and prints what became of it."""
    ingested = Ingested()
    with desk.writing() as session:
        if events is not None:
            with events.open(encoding="utf-8-sig") as stream:
                touched = ingest_events(session, read_events(stream, events.name))
            click.echo(f"events: {touched} new or changed")
        if reference is not None:
            with reference.open(encoding="utf-8-sig", newline="") as stream, bar("Reference counts"):
                counts = read_counts(
                    stream,
                    reference.name,
                    columns=_columns(columns),
                    measures=desk.vocabulary.measures,
                    events=nameable_events(session),
                )
                touched = ingest_counts(session, counts, desk.vocabulary)
            click.echo(f"reference counts: {touched} new or changed")
        if articles is not None:
            limit = desk.settings.max_article_characters
            with bar("Articles"):
                ingested = ingest_articles(
                    session, read_articles(articles), now=desk.now(), max_characters=limit
                )
            with bar("Suggestions") as progress:
                suggest_pending(session, desk.vocabulary, progress=progress)
            click.echo(
                f"articles: {ingested.new} new, {ingested.changed} changed, {ingested.same} known already"
            )
    for rejected in ingested.rejected:
        click.echo(f"rejected: {rejected.where}: {rejected.message}", err=True)
    return ingested


def _columns(path: Path | None) -> Columns:
    if path is None:
        return Columns()
    with path.open(encoding="utf-8-sig") as stream:
        return read_columns(stream, path.name)
