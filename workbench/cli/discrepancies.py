"""Cross-checks the database and prints its discrepancies."""

from __future__ import annotations

import json

import click

from workbench.cli.desk import Desk
from workbench.cli.progress import bar
from workbench.cli.table import print_discrepancies
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.evidence import evidence_by_id
from workbench.store.discrepancies import list_discrepancies


def crosscheck_stored(
    desk: Desk,
    *,
    form: str = "table",
    whole: bool = False,
    full: bool = False,
    series_of: str | None = None,
) -> None:
    """Checks all claims and reference counts; prints a table, or one JSON object a line with its id.

    With `series_of` only what was found in the series of this claim.
    """
    with desk.writing() as session, bar("Cross-checking"):
        result = crosscheck(session, desk.vocabulary, now=desk.now(), settings=desk.check_settings, full=full)
        discrepancies, _ = list_discrepancies(session, series_of=series_of)
        named = {claim for entry in discrepancies for claim in entry.finding.claims}
        claims = evidence_by_id(session, desk.vocabulary, sorted(named))
    if form == "table":
        click.echo(
            f"cross-checked: {result.claims:,} claims and reference counts, {result.findings:,} findings"
        )
        print_discrepancies(discrepancies, claims, whole=whole)
        return
    for entry in discrepancies:
        finding = entry.finding
        line = {
            "id": entry.id,
            "class": finding.cls.value,
            "severity": finding.severity.word,
            "rule": finding.rule,
            "claims": list(finding.claims),
            "message": finding.message,
            "open": entry.open,
        }
        click.echo(json.dumps(line, ensure_ascii=False))
