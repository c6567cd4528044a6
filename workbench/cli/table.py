"""Discrepancies as a table that a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from workbench.core.claim import Claim
from workbench.core.finding import Severity
from workbench.store.discrepancies import Discrepancy

NARROWEST = 100
REFERENCE_ROWS = 5  # how many discrepancies between reference counts alone are spelled out
VOICES = 4  # how many claims of one discrepancy are spelled out
STYLES = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan", Severity.INFO: "dim"}


def print_discrepancies(
    discrepancies: Sequence[Discrepancy], claims: Mapping[str, Claim], *, whole: bool = False
) -> None:
    """What, who said what as of when, and why it is one; the gravest first, then how many of each class.

    Those between reference counts alone are cut short unless `whole`, and said to be.
    """
    console = Console(soft_wrap=False)
    if console.width < NARROWEST and not console.is_terminal:
        console = Console(width=140)
    if not discrepancies:
        console.print("No discrepancies: nothing in the claims speaks against anything else.")
        return
    shown, cut = _cut(sorted(discrepancies, key=lambda entry: _rank(entry, claims)), claims, whole)
    table = Table(title="Discrepancies", show_lines=True, expand=True, title_justify="left")
    table.add_column("id", no_wrap=True)
    table.add_column("class", no_wrap=True)
    table.add_column("what", ratio=2)
    table.add_column("who said what, as of when", ratio=3)
    table.add_column("why", ratio=4)
    for entry in shown:
        severity = entry.finding.severity
        state = "" if entry.open or severity is Severity.INFO else "\nresolved"
        held = [claims[claim] for claim in entry.finding.claims if claim in claims]
        table.add_row(
            entry.id[:8],
            f"[{STYLES[severity]}]{entry.finding.cls.value}\n{severity.word}{state}[/]",
            escape(_what(held)),
            escape("\n".join(_voice(claim) for claim in held[:VOICES]) + _more(len(held) - VOICES)),
            escape(entry.finding.message),
        )
    console.print(table)
    if cut:
        console.print(
            f"… and {cut:,} more between reference counts alone (workbench crosscheck --all shows them)"
        )
    console.print(_totals(discrepancies))


def _cut(
    discrepancies: Sequence[Discrepancy], claims: Mapping[str, Claim], whole: bool
) -> tuple[list[Discrepancy], int]:
    shown, references = [], 0
    for entry in discrepancies:
        alone = _alone(entry, claims)
        references += alone
        if whole or not alone or references <= REFERENCE_ROWS:
            shown.append(entry)
    return shown, len(discrepancies) - len(shown)


def _rank(entry: Discrepancy, claims: Mapping[str, Claim]) -> tuple[int, bool]:
    """The gravest first, and among those first what an article says."""
    return -entry.finding.severity, _alone(entry, claims)


def _alone(entry: Discrepancy, claims: Mapping[str, Claim]) -> bool:
    """Is it between reference counts, without a claim of an article?"""
    return all(claims[claim].reference for claim in entry.finding.claims if claim in claims)


def _what(claims: Sequence[Claim]) -> str:
    if not claims:
        return ""
    first = claims[0]
    parts = (first.measure, first.population, first.place, first.event)
    return "\n".join(part for part in parts if part)


def _voice(claim: Claim) -> str:
    source = claim.source
    if claim.outlet and claim.outlet != source:
        source = f"{source} (in {claim.outlet})"
    day = claim.as_of or claim.published_at
    assumed = "" if claim.as_of and not claim.as_of_assumed else " (published)"
    return f"{source}: {claim.quantity.text}, {day}{assumed}"


def _more(count: int) -> str:
    return f"\n… and {count} more" if count > 0 else ""


def _totals(discrepancies: Sequence[Discrepancy]) -> str:
    counts = Counter((entry.finding.severity, entry.finding.cls.value) for entry in discrepancies)
    parts = [
        f"{count:,} {name} ({severity.word})"
        for (severity, name), count in sorted(counts.items(), key=lambda item: (-item[0][0], item[0][1]))
    ]
    return f"{len(discrepancies):,} in all: " + ", ".join(parts)
