"""workbench crosscheck"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from workbench.core.event import Event
from workbench.core.finding import Finding
from workbench.crosscheck.run import CheckSettings, cross_check
from workbench.exceptions import InvalidData, WorkbenchError
from workbench.readers.claims import read_claims
from workbench.readers.events import read_events
from workbench.settings import Settings
from workbench.vocabulary import load_vocabulary

SHOWN = 5  # how many claims of one finding a row of the table names


@click.command("crosscheck")
@click.option(
    "--claims", metavar="FILE", help="Claims as JSON lines (- is standard input); needs no database."
)
@click.option("--events", metavar="FILE", help="JSON array of events, to go with --claims.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option(
    "--as-of-days",
    type=click.IntRange(min=0, max=366),
    help="As-of days that lie this far apart still count as one.  [default: 0]",
)
@click.option("--all", "whole", is_flag=True, help="Spell out those between reference counts alone as well.")
@click.option("--full", is_flag=True, help="Check all, not only the series whose evidence was touched.")
@click.option("--series-of", metavar="CLAIM", help="Print only what was found in the series of this claim.")
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="Folder of the database.")
def command(
    claims: str | None,
    events: str | None,
    form: str,
    as_of_days: int | None,
    whole: bool,
    full: bool,
    series_of: str | None,
    state: Path | None,
) -> None:
    """Compare claims across sources and print what cannot be so.

    Without --claims it compares what is in the database and keeps the findings as discrepancies.
    """
    try:
        settings = Settings.from_env().with_state(state)
        if as_of_days is not None:
            settings = replace(settings, as_of_tolerance_days=as_of_days)
        if claims is not None:
            findings = _of_file(claims, events, settings)
            if form == "jsonl":
                _print_lines(findings)
            else:
                _print_table(findings)
        elif events is not None:
            raise click.UsageError("--events goes with --claims; a database has events of its own")
        else:
            _stored(settings, form=form, whole=whole, full=full, series_of=series_of)
    except WorkbenchError as error:
        raise click.ClickException(error.message) from error


def _stored(settings: Settings, *, form: str, whole: bool, full: bool, series_of: str | None) -> None:
    """Cross-checks the database. What that takes is imported only here."""
    from workbench.cli.discrepancies import crosscheck_stored
    from workbench.desk import Desk

    with closing(Desk(settings)) as desk:
        crosscheck_stored(desk, form=form, whole=whole, full=full, series_of=series_of)


def _of_file(claims: str, events: str | None, settings: Settings) -> list[Finding]:
    """The findings of a file of claims. Raises InvalidData that names file, line and field."""
    vocabulary = load_vocabulary(settings.profile, settings.vocabulary_folder)
    known = None if events is None else read_event_file(events)
    name = "standard input" if claims == "-" else claims
    with _open(claims) as stream:
        found = list(read_claims(stream, name, measures=vocabulary.measures, events=known))
    if not found:
        click.echo(f"{name} holds no claims", err=True)
    return cross_check(
        found,
        events=known or {},
        vocabulary=vocabulary,
        settings=CheckSettings(as_of_days=settings.as_of_tolerance_days),
    )


def read_event_file(name: str) -> dict[str, Event]:
    """The events of a file, or of standard input, by id. Raises InvalidData that names what is wrong."""
    with _open(name) as stream:
        return {event.id: event for event in read_events(stream, name)}


@contextmanager
def _open(name: str) -> Iterator[TextIO]:
    if name == "-":
        stream = TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig")
        try:
            yield stream
        finally:
            stream.detach()
        return
    try:
        with Path(name).open(encoding="utf-8-sig") as stream:
            yield stream
    except OSError as error:
        raise InvalidData(f"cannot read {name}: {error.strerror or error}") from error


def _print_lines(findings: Sequence[Finding]) -> None:
    for found in findings:
        click.echo(json.dumps(found.record(), ensure_ascii=False).encode())


def _print_table(findings: Sequence[Finding]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not console.is_terminal:
        console = Console(width=140)
    if not findings:
        console.print("No findings: nothing in the claims speaks against anything else.")
        return
    table = Table(title=f"Findings: {len(findings):,}", show_lines=True, expand=True, title_justify="left")
    table.add_column("class", no_wrap=True)
    table.add_column("severity", no_wrap=True)
    table.add_column("claims", ratio=1)
    table.add_column("why", ratio=4)
    for found in findings:
        more = f" and {len(found.claims) - SHOWN} more" if len(found.claims) > SHOWN else ""
        claims = ", ".join(found.claims[:SHOWN]) + more
        # Texts of others are shown as text, whatever looks like markup in them.
        cells = (found.cls.value, found.severity.word, claims, found.message)
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
