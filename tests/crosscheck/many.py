"""Many little worlds of claims as one: each has events of its own, so that none has to do with another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.core.claim import Claim
from workbench.core.event import Event


def together(
    worlds: Iterable[tuple[str, Iterable[Claim], Mapping[str, Event]]],
) -> tuple[list[Claim], dict[str, Event]]:
    """The claims and events of all worlds, with the name of the world before each id but those of events that
    are not given."""
    claims: list[Claim] = []
    events: dict[str, Event] = {}
    for name, there, known in worlds:
        events |= {f"{name}.{event.id}": replace(event, id=f"{name}.{event.id}") for event in known.values()}
        claims += [
            replace(
                claim,
                id=f"{name}.{claim.id}",
                event=f"{name}.{claim.event}" if claim.event else None,
                part_of=f"{name}.{claim.part_of}" if claim.part_of else None,
                article=f"{name}.{claim.article}" if claim.article else None,
                sentence=f"{name}.{claim.sentence}" if claim.sentence else None,
            )
            for claim in there
        ]
    return claims, events
