"""workbench corpus: folders of articles and of claims, without a database, on one machine or on a cluster."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from workbench.cli.crosscheck import read_event_file
from workbench.cli.progress import bar
from workbench.core.finding import Finding
from workbench.crosscheck.settings import CheckSettings
from workbench.exceptions import InvalidData
from workbench.settings import Settings
from workbench.vocabulary import load_vocabulary

ENGINES = ("duckdb", "spark")  # those of workbench.engine.engine, which is slow to import
UNFINISHED = "findings.unfinished"
SHOWN = 20  # how many articles that cannot be read are told one by one


@click.group("corpus")
def command() -> None:
    """Extract claims from folders of articles, and cross-check folders of claims, without a database.

    IN is a folder of .jsonl or of .parquet files, OUT a new or an empty one. DuckDB works in this process;
    Spark on the cluster of WORKBENCH_SPARK_MASTER, with the extra claims-workbench[spark] and Java 17.
    """


def _folders(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments and options of both verbs."""
    folder = click.Path(file_okay=False, path_type=Path)
    for decorate in (
        click.argument("out", type=folder),
        click.argument("source", metavar="IN", type=folder),
        click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True),
        click.option("--events", metavar="FILE", help="JSON array of events."),
    ):
        verb = decorate(verb)
    return verb


@command.command("extract")
@_folders
def extract(source: Path, out: Path, engine: str, events: str | None) -> None:
    """Write the claims suggested in each file of articles into a Parquet file of the same name.

    A line of an article has outlet, published_at and text; language, url, title and event if known. Articles
    that cannot be read are told, the others are read, and the exit code is 1. Where it was broken off, the
    same command goes on with the files that are left.
    """
    from workbench.engine.engine import open_engine
    from workbench.pipeline.extract import extract_corpus

    settings = Settings.from_env()
    with (
        open_engine(engine, master=settings.spark_master, memory=settings.corpus_memory) as opened,
        bar("Extracting, files") as progress,
    ):
        done = extract_corpus(
            opened,
            source,
            out,
            profile=settings.profile,
            vocabulary=settings.vocabulary_folder,
            events={} if events is None else read_event_file(events),
            progress=progress,
        )
    rejected = [one for file in done for one in file.rejected]
    for one in rejected[:SHOWN]:
        click.echo(f"{one.where}: {one.message}", err=True)
    if len(rejected) > SHOWN:
        click.echo(f"… and {len(rejected) - SHOWN:,} more that cannot be read", err=True)
    articles, claims = sum(file.articles for file in done), sum(file.claims for file in done)
    click.echo(f"extracted: {claims:,} claims from {articles:,} articles, to {out}")
    if rejected:
        raise SystemExit(1)


@command.command("crosscheck")
@_folders
@click.option(
    "--format", "form", type=click.Choice(["parquet", "jsonl"]), default="parquet", show_default=True
)
@click.option("--as-of-days", type=click.IntRange(min=0, max=366), help="As-of days this far apart are one.")
@click.option("--info-of", metavar="EVENT", help="Findings of severity info as well, of this event.")
def crosscheck(
    source: Path,
    out: Path,
    engine: str,
    events: str | None,
    form: str,
    as_of_days: int | None,
    info_of: str | None,
) -> None:
    """Write all findings of severity low and above in a folder of claims into findings.parquet.

    The claims are those of `workbench crosscheck --claims`, a line or a row each with the same fields.
    """
    from workbench.engine.engine import open_engine
    from workbench.engine.folder import write_findings
    from workbench.pipeline.corpus import crosscheck_corpus

    settings = Settings.from_env()
    if as_of_days is not None:
        settings = replace(settings, as_of_tolerance_days=as_of_days)
    _empty(out)
    with open_engine(engine, master=settings.spark_master, memory=settings.corpus_memory) as opened:
        done = crosscheck_corpus(
            opened,
            source,
            vocabulary=load_vocabulary(settings.profile, settings.vocabulary_folder),
            events=None if events is None else read_event_file(events),
            settings=CheckSettings(as_of_days=settings.as_of_tolerance_days),
            info_of=info_of,
        )
    file = out / f"findings.{form}"
    unfinished = out / UNFINISHED
    (write_findings if form == "parquet" else _write_lines)(done.findings, unfinished)
    unfinished.replace(file)
    click.echo(
        f"cross-checked: {done.claims:,} claims, {done.looked_at:,} of them looked at one by one; "
        f"{len(done.findings):,} findings, to {file}"
    )


def _write_lines(findings: Sequence[Finding], file: Path) -> None:
    with file.open("w", encoding="utf-8") as stream:
        for found in findings:
            stream.write(json.dumps(found.record(), ensure_ascii=False) + "\n")


def _empty(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / UNFINISHED).unlink(missing_ok=True)  # of a cross-check that was broken off
    if any(out.iterdir()):
        raise InvalidData(f"{out} is not empty: name a new folder, so that nothing is overwritten")
