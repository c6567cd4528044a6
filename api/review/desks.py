"""Whose desk a case is on: for so many minutes it is theirs, and nobody else answers it unawares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from workbench.exceptions import Conflict
from workbench.store.cases import assignees, give_back, take

from ..bench import Bench
from ..who import who

OVER = "over"  # the field by which somebody says that they answer what another one has on the desk


@dataclass(frozen=True, slots=True)
class Hold:
    """Who has the case, since when and until when; `held`: the time is not over; `mine`: it is who asks."""

    name: str
    since: datetime
    until: datetime
    held: bool
    mine: bool

    @property
    def theirs(self) -> bool:
        """Does somebody else have it, and is the time not over?"""
        return self.held and not self.mine

    @property
    def told(self) -> str:
        return f"{self.name} has this case on the desk until {self.until.strftime('%H:%M')} UTC"


def hold_of(desk: tuple[str, datetime] | None, bench: Bench) -> Hold | None:
    """None where the case is on nobody's desk."""
    if desk is None:
        return None
    name, since = desk
    until = since + timedelta(minutes=bench.house.desk_minutes)
    return Hold(name, since, until, held=bench.now() < until, mine=name == who())


def check_desk(session: Session, bench: Bench, discrepancy_id: str, given: Mapping[str, str]) -> None:
    """Raises Conflict where somebody else has the case, unless the form says that they know."""
    hold = hold_of(assignees(session, [discrepancy_id]).get(discrepancy_id), bench)
    if hold is not None and hold.theirs and not given.get(OVER):
        message = (
            f"{hold.told}. Nothing is lost: say below that you answer all the same, or leave it to them."
        )
        raise Conflict(message, fields={OVER: [message]})


def begin(session: Session, bench: Bench, discrepancy_id: str) -> Hold | None:
    """Puts the case on the desk of who asks, where it is free or the time of the other one is over; else who
    has it."""
    hold = hold_of(assignees(session, [discrepancy_id]).get(discrepancy_id), bench)
    if hold is not None and hold.theirs:
        return hold
    if hold is None or not hold.held:
        take(session, discrepancy_id, who(), now=bench.now())
    return None


def leave(session: Session, discrepancy_id: str) -> None:
    """Takes the case off the desk of who asks, once it is answered."""
    desk = assignees(session, [discrepancy_id]).get(discrepancy_id)
    if desk is not None and desk[0] == who():
        give_back(session, discrepancy_id)
