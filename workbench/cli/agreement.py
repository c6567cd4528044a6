"""workbench agreement"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from workbench.cli.desk import Desk, at_desk
from workbench.exceptions import NotFound
from workbench.store.projects import all_projects

if TYPE_CHECKING:
    from workbench.agreement.report import Agreement
    from workbench.pipeline.agreement import ProjectAgreement

SENTENCES = 10  # of those that differ, how many are printed


@click.command("agreement")
@click.option("--project", help="Title of one project; all of them by default.")
@click.option("--seed", type=int, help="Another seed of the bootstrap intervals.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@at_desk
def command(desk: Desk, project: str | None, seed: int | None, form: str) -> None:
    """Say how far annotators agree, in all, by measure, by annotator and two by two.

    Krippendorff's alpha (labels as names, values by ratio) with the interval that holds 95 of 100 bootstrap
    resamples, the raw share of pairs that agree, F1 of the marked spans, and what could not be compared: all
    of what was pulled and normalised. Annotators have pseudonyms; `workbench annotators` leads them back.
    """
    from workbench.pipeline.agreement import agreement

    with desk.session() as session:
        chosen = [row for row in all_projects(session) if project in (None, row.title)]
        if not chosen:
            raise NotFound(
                f"no project {project!r}" if project else "there is no project yet: workbench push"
            )
        key = desk.pseudonym_key
        found = [agreement(session, desk.vocabulary, row.id, key=key, seed=seed) for row in chosen]
    if form == "json":
        import msgspec

        for entry in found:
            click.echo(msgspec.json.encode(entry).decode())
        return
    console = Console(soft_wrap=False)
    if not console.is_terminal:
        console = Console(width=140)
    for entry in found:
        _print(console, entry)


def _print(console: Console, entry: ProjectAgreement) -> None:
    told = entry.report
    console.print(
        f"[bold]{escape(entry.title)}[/]: {told.sentences:,} sentences with several annotators, "
        f"{len(told.annotators)} annotators"
    )
    for reason, count in told.left_out.items():
        console.print(f"left out: {count:,} {reason}")
    table = Table(title="Agreement", title_justify="left")
    for name in ("of", "labels: alpha", "raw", "values: alpha", "raw", "F1 exact", "F1 overlapping"):
        table.add_column(name)
    table.add_row("answers", told.answers.told, _share(told.answers.raw), "", "", "", "")
    rows: list[tuple[str, Agreement]] = [("all measures", told.everything), *told.measures.items()]
    rows += [(name, agreed) for name, agreed in told.by_annotator.items()]
    for name, agreed in rows:
        table.add_row(escape(name), *_cells(agreed))
    console.print(table)
    notes = dict.fromkeys(score.why for _, agreed in rows for score in (agreed.labels, agreed.values))
    for why in notes:
        if why:
            console.print(escape(why))
    if told.pairs:
        _print_pairs(console, entry)
    for differing in told.differing[:SENTENCES]:
        text = entry.texts.get(differing.sentence, "")
        console.print(f"{differing.agreement:.0%} agree: {escape(text)}", soft_wrap=True)


def _print_pairs(console: Console, entry: ProjectAgreement) -> None:
    table = Table(title="Two by two", title_justify="left")
    for name in ("annotators", "sentences", "labels: alpha", "raw", "F1 exact", "F1 overlapping"):
        table.add_column(name)
    for pair in entry.report.pairs:
        f1 = (_share(pair.f1_exact), _share(pair.f1_overlapping))
        names = escape(f"{pair.one} and {pair.other}")
        table.add_row(names, str(pair.sentences), pair.labels.told, _share(pair.labels.raw), *f1)
    console.print(table)


def _cells(agreed: Agreement) -> tuple[str, ...]:
    labels, values = agreed.labels, agreed.values
    return (
        *(labels.told, _share(labels.raw), values.told, _share(values.raw)),
        *(_share(agreed.f1_exact), _share(agreed.f1_overlapping)),
    )


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
