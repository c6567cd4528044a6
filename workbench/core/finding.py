"""What a cross-check finds: which claims, under which rule, and why they cannot all be so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from workbench.core.claim import Claim
from workbench.core.identity import content_id


class FindingClass(StrEnum):
    HARD_CONFLICT = "hard_conflict"
    ATTRIBUTION_MISMATCH = "attribution_mismatch"
    INTERNAL_CONTRADICTION = "internal_contradiction"
    SUBSET_VIOLATION = "subset_violation"
    SUM_MISMATCH = "sum_mismatch"
    DROP = "drop"
    OUTLIER = "outlier"
    TENSION = "tension"
    DEFINITION_MISMATCH = "definition_mismatch"
    REVISION = "revision"
    PHASE_RESET = "phase_reset"
    GROWTH = "growth"
    CHANGE = "change"
    STALE = "stale"
    NOT_TESTABLE = "not_testable"
    ECHO = "echo"
    ANNOTATOR_DISAGREEMENT = "annotator_disagreement"


class Severity(IntEnum):
    """Info never holds a claim back; low and above do until somebody decides."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def word(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Severity:
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands, whatever its evidence: the event, and a slot that one finding at most is in.

    The slot is an id of class, series and as-of day, so that what is found there after the evidence has
    changed is known to be the same case. `series` is the id of the series; None where annotators disagree.
    """

    event: str | None
    slot: str
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` is the rule's id with its version ("hard_conflict@1"); `claims` are ids, the worst pair first.

    `message` is one plain sentence: who said what, as of when, and why that cannot both be so.
    """

    cls: FindingClass
    severity: Severity
    rule: str
    claims: tuple[str, ...]
    message: str

    def record(self) -> dict[str, str | list[str]]:
        """As a line of JSON has it."""
        return {
            "class": self.cls.value,
            "severity": self.severity.word,
            "rule": self.rule,
            "claims": list(self.claims),
            "message": self.message,
        }

    def fingerprint(self, claims: Mapping[str, Claim]) -> str:
        """An id of the class and of the evidence as seen, free of claim ids and rule versions."""
        return self.fingerprint_of({claim: claims[claim].content() for claim in self.claims})

    def fingerprint_of(self, contents: Mapping[str, str]) -> str:
        """The same, of the content of each claim, for whoever asks for many findings of the same claims."""
        return content_id("finding", self.cls.value, sorted(contents[claim] for claim in self.claims))
