"""What a cross-check finds, by fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.core.claim import Claim
from workbench.core.finding import Finding, Place


class Contents(dict[str, str]):
    """The content of each claim by id, worked out when it is first asked for."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims = claims

    def __missing__(self, claim_id: str) -> str:
        content = self[claim_id] = self._claims[claim_id].content()
        return content


class Found:
    """Findings, and where each stands."""

    def __init__(self) -> None:
        self.findings: dict[str, Finding] = {}
        self.places: dict[str, Place] = {}

    def add(self, placed: Iterable[tuple[Place, Finding]], claims: Mapping[str, Claim]) -> None:
        """Takes these in; `claims` holds all that they name."""
        contents = Contents(claims)
        for place, finding in placed:
            fingerprint = finding.fingerprint_of(contents)
            self.findings[fingerprint], self.places[fingerprint] = finding, place
