"""workbench decide"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.core.decision import Confidence, Outcome, ReasonCode
from workbench.core.period import Period
from workbench.core.quantity import Interval
from workbench.pipeline.decide import decide
from workbench.store.discrepancies import find_discrepancy


def _values(kind: type[Outcome] | type[ReasonCode] | type[Confidence]) -> click.Choice[str]:
    return click.Choice([entry.value for entry in kind if entry is not Outcome.WITHDRAWN])


COUNT = click.IntRange(0, 10**15)


@click.command("decide")
@click.argument("discrepancy")
@click.option("--outcome", type=_values(Outcome), required=True)
@click.option("--reason", type=_values(ReasonCode), required=True)
@click.option("--claim", help="The claim that is accepted (its id, or the beginning of it).")
@click.option("--low", type=COUNT, help="Lowest number of an accepted range.")
@click.option("--high", type=COUNT, help="Highest number of an accepted range.")
@click.option("--as-of", help="The day it is as of, EDTF.")
@click.option("--confidence", type=_values(Confidence), default="medium", show_default=True)
@click.option("--note", default="", help="What a later reader should know.")
@click.option("--guideline", is_flag=True, help="This is a case for the annotators' guide.")
@click.option("--reviewer", help="Who decides; the account's name by default.")
@at_desk
def command(
    desk: Desk,
    discrepancy: str,
    outcome: str,
    reason: str,
    claim: str | None,
    low: int | None,
    high: int | None,
    as_of: str | None,
    confidence: str,
    note: str,
    guideline: bool,
    reviewer: str | None,
) -> None:
    """Answer a discrepancy.

    DISCREPANCY is its id, or the beginning of it, as printed by workbench crosscheck.
    """
    with desk.writing() as session:
        found = find_discrepancy(session, discrepancy)
        whole = [known for known in found.finding.claims if claim and known.startswith(claim)]
        decision = decide(
            session,
            desk.vocabulary,
            found.id,
            outcome=Outcome(outcome),
            reason=ReasonCode(reason),
            reviewer=reviewer or desk.settings.signature,
            now=desk.now(),
            claim=whole[0] if len(whole) == 1 else claim,
            interval=None if low is None and high is None else Interval(low, high),
            as_of=Period.parse(as_of) if as_of else None,
            confidence=Confidence(confidence),
            note=note,
            guideline=guideline,
            two_person=desk.house.two_person,
        )
    click.echo(
        f"decided: {found.id[:8]} {decision.outcome.value} ({decision.reason.value}) by {decision.reviewer}"
    )
