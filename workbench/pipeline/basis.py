"""What all findings depend on beside the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from workbench import __version__
from workbench.core.edge import Ruling
from workbench.core.event import Event
from workbench.core.identity import content_id
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.settings import CheckSettings


@dataclass(frozen=True, slots=True)
class Basis:
    """Where one of these changes, everything has to be checked again; our own version is one of them."""

    vocabulary: Vocabulary
    settings: CheckSettings
    events: Mapping[str, Event]
    rulings: Sequence[Ruling]

    @property
    def id(self) -> str:
        events = [astuple(event) for event in self.events.values()]
        rulings = [(ruling.copy, ruling.original, ruling.cut) for ruling in self.rulings]
        terms = (__version__, self.vocabulary.version)
        return content_id("basis", *terms, astuple(self.settings), events, rulings)
