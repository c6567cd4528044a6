"""workbench events"""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from workbench.cli.desk import Desk, at_desk
from workbench.core.event import Event
from workbench.crosscheck.message import plain
from workbench.crosscheck.run import CheckSettings
from workbench.exceptions import InvalidData
from workbench.pipeline.events import (
    Derived,
    edit_event,
    make_event,
    merge_events,
    split_event,
    unknown_events,
)
from workbench.store.events import all_events


@click.group("events")
def command() -> None:
    """Show, make, edit and merge events; claims of two events are never compared."""


@command.command("list")
@at_desk
def show(desk: Desk) -> None:
    """Print all events, the earliest first."""
    with desk.session() as session:
        for event in all_events(session).values():
            click.echo(_line(event))


@command.command("unknown")
@at_desk
def unknown(desk: Desk) -> None:
    """Print the claims whose event is unknown, which are compared with nothing, and why it is."""
    with desk.session() as session:
        found = unknown_events(session, desk.vocabulary)
    for claim, reason in found:
        click.echo(
            f"{claim.id[:8]} {claim.source}: “{plain(claim.quantity.text)}” {claim.measure}: {plain(reason)}"
        )
    click.echo(f"{len(found):,} claims without an event")


def _fields(verb: Any) -> Any:
    """The options that describe an event."""
    for option in (
        click.option("--alias", "aliases", multiple=True, help="Another name of it; may be repeated."),
        click.option(
            "--population",
            "populations",
            multiple=True,
            metavar="PLACE=TERM",
            help="Whom people and others mean in a place; may be repeated.",
        ),
        click.option("--place", "places", multiple=True, help="Where it is; may be repeated."),
        click.option("--end", metavar="DAY", help="Its last day; a dash for one that goes on."),
        click.option("--start", metavar="DAY", help="Its first day, such as 2023-10-07."),
        click.option("--name", help="What people call it."),
    ):
        verb = option(verb)
    return verb


@command.command("make")
@click.argument("event")
@_fields
@at_desk
def make(desk: Desk, event: str, **given: Any) -> None:
    """Make an event with the id EVENT; it needs a name and a start."""
    fields = _given(given)
    if "start" not in fields:
        raise click.UsageError("give --start, the first day of the event")
    with desk.writing() as session:
        made = make_event(session, Event(id=event, **({"name": event} | fields)))
    click.echo(f"made: {_line(made)}")


@command.command("edit")
@click.argument("event")
@_fields
@at_desk
def edit(desk: Desk, event: str, **given: Any) -> None:
    """Change what is given of EVENT; lists are replaced as a whole. workbench crosscheck goes by it."""
    with desk.writing() as session:
        edited = edit_event(session, event, _given(given))
    click.echo(f"edited: {_line(edited)}")


@command.command("merge")
@click.argument("event")
@click.argument("into")
@at_desk
def merge(desk: Desk, event: str, into: str) -> None:
    """Say that EVENT is the event INTO, and derive claims and findings anew."""
    with desk.writing() as session:
        derived = merge_events(
            session, desk.vocabulary, event, into, now=desk.now(), settings=_settings(desk)
        )
    _tell(f"merged {event} into", derived)


@command.command("split")
@click.argument("event")
@at_desk
def split(desk: Desk, event: str) -> None:
    """Take a merge of EVENT back, and derive claims and findings anew."""
    with desk.writing() as session:
        derived = split_event(session, desk.vocabulary, event, now=desk.now(), settings=_settings(desk))
    _tell("split off", derived)


def _settings(desk: Desk) -> CheckSettings:
    return CheckSettings(as_of_days=desk.house.as_of_tolerance_days)


def _tell(what: str, derived: Derived) -> None:
    checked = derived.checked
    click.echo(f"{what} {_line(derived.event)}")
    click.echo(
        f"derived anew: {checked.findings:,} findings, {checked.came:,} came and {checked.went:,} went"
    )


def _given(options: dict[str, Any]) -> dict[str, Any]:
    """The fields of an event that the options give."""
    fields: dict[str, Any] = {key: value for key, value in options.items() if value}
    for name in ("start", "end"):
        if name in fields:
            fields[name] = None if name == "end" and fields[name] == "-" else _day(name, fields[name])
    if "populations" in fields:
        pairs = [entry.partition("=") for entry in fields["populations"]]
        if not all(place and term for place, _, term in pairs):
            raise InvalidData("--population takes PLACE=TERM", fields={"populations": ["not PLACE=TERM"]})
        fields["populations"] = {place.strip(): term.strip() for place, _, term in pairs}
    return fields


def _day(name: str, given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        message = f"--{name} is not a day like 2023-10-07: {given!r}"
        raise InvalidData(message, fields={name: ["not a day"]}) from None


def _line(event: Event) -> str:
    end = event.end.isoformat() if event.end else ""
    places = ", ".join(event.places) or "no place"
    return f"{event.id}: {event.name}, {event.start.isoformat()}/{end}, {places}"
