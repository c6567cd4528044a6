"""workbench rebuild"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.crosscheck.run import CheckSettings
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.normalise import normalise


@click.command("rebuild")
@at_desk
def command(desk: Desk) -> None:
    """Derive claims and discrepancies anew from what is recorded. Changes nothing in a healthy database."""
    with desk.writing() as session:
        claims = normalise(session, desk.vocabulary, full=True)
        findings = crosscheck(
            session,
            desk.vocabulary,
            now=desk.now(),
            settings=CheckSettings(as_of_days=desk.house.as_of_tolerance_days),
            full=True,
        )
    changed = claims.came + claims.went + findings.came + findings.went
    click.echo(f"rebuilt: {claims.claims} claims, {findings.findings} findings, {changed} changed")
