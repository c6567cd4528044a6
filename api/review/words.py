"""The words that reviewers read for our terms, intervals and dates."""

from __future__ import annotations

from workbench.core.case import State
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Interval, Quantity
from workbench.core.vocabulary import Vocabulary

CLASSES: dict[FindingClass, str] = {
    FindingClass.HARD_CONFLICT: "Independent origins give figures for the same day that cannot both be true.",
    FindingClass.ATTRIBUTION_MISMATCH: "Two outlets give different figures for one origin and day.",
    FindingClass.INTERNAL_CONTRADICTION: "One article contradicts itself.",
    FindingClass.SUBSET_VIOLATION: "A part is greater than its whole.",
    FindingClass.SUM_MISMATCH: "The parts do not add up to the whole.",
    FindingClass.DROP: "A later figure of another origin is lower, though the count can only grow.",
    FindingClass.OUTLIER: "A figure lies far from its neighbours in time; a digit may have slipped.",
    FindingClass.TENSION: "Both can be true, but not as readers usually take the words.",
    FindingClass.DEFINITION_MISMATCH: "The figures count by different terms, statuses or methods.",
    FindingClass.REVISION: "An origin lowered its own figure.",
    FindingClass.PHASE_RESET: "The same authority counts from a new start.",
    FindingClass.GROWTH: "A later figure is higher, as is to be expected.",
    FindingClass.CHANGE: "A stock has changed between two days.",
    FindingClass.STALE: "The newest figure of an origin is much older than that of another.",
    FindingClass.NOT_TESTABLE: "A part and its whole are of days or terms that do not allow the arithmetic.",
    FindingClass.ECHO: "Several outlets repeat one origin: agreement that counts once.",
    FindingClass.ANNOTATOR_DISAGREEMENT: "Annotators read different claims in one sentence.",
}
OUTCOMES: dict[Outcome, str] = {
    Outcome.ACCEPT_CLAIM: "Accept one claim: the figure that is chosen below holds",
    Outcome.ACCEPT_RANGE: "Accept a range: the truth lies between two numbers",
    Outcome.GROWTH: "Growth: each was true on its day",
    Outcome.REVISION: "Revision: the origin corrected its count",
    Outcome.NOT_COMPARABLE: "Not comparable: they count different things",
    Outcome.SAME_ORIGIN: "Same origin: one repeats the other",
    Outcome.ANNOTATION_ERROR: "Annotation error: to be corrected in Label Studio; stays open",
    Outcome.NEEDS_EVIDENCE: "Needs more evidence: stays open",
    Outcome.ESCALATE: "Escalate: somebody else must decide",
    Outcome.WITHDRAWN: "Withdrawn: the answer before is taken back",
}
KEYS: dict[Outcome, str] = {  # of the keyboard
    Outcome.ACCEPT_RANGE: "r",
    Outcome.GROWTH: "g",
    Outcome.REVISION: "v",
    Outcome.NOT_COMPARABLE: "n",
    Outcome.SAME_ORIGIN: "e",
    Outcome.ESCALATE: "x",
}
KEYBOARD = (
    ("j", "next row, or the next case"),
    ("k", "row before, or back to the queue"),
    ("1 – 9", "adopt the figure of that card"),
    *((key, OUTCOMES[outcome].partition(":")[0]) for outcome, key in KEYS.items()),
    ("u", "take back: the decision of this case, else look at the one before"),
    ("/", "filter"),
    ("Ctrl+Enter", "record the decision"),
    ("?", "this help"),
)
# The reason that mostly goes with an outcome; the keyboard fills it in where none is chosen.
USUAL: dict[Outcome, ReasonCode] = {
    Outcome.GROWTH: ReasonCode.LATER_UPDATE,
    Outcome.REVISION: ReasonCode.OFFICIAL_CORRECTION,
    Outcome.SAME_ORIGIN: ReasonCode.COPIED_FIGURE,
    Outcome.ANNOTATION_ERROR: ReasonCode.ANNOTATION_ERROR,
    Outcome.NEEDS_EVIDENCE: ReasonCode.INSUFFICIENT,
    Outcome.ESCALATE: ReasonCode.INSUFFICIENT,
}
WHY: dict[FindingClass, str] = {
    FindingClass.HARD_CONFLICT: "nobody copies the other, and no number fits both",
    FindingClass.ATTRIBUTION_MISMATCH: "one of the outlets must have misquoted the origin",
    FindingClass.INTERNAL_CONTRADICTION: "whoever cites this article can cite either figure",
    FindingClass.SUBSET_VIOLATION: "arithmetic leaves no reading in which both hold",
    FindingClass.SUM_MISMATCH: "arithmetic leaves no reading in which all hold",
    FindingClass.DROP: "one of the two counts may be wrong, or both count differently",
    FindingClass.OUTLIER: "a slipped digit would be published as it stands",
    FindingClass.TENSION: "no contradiction, but readers would take it for one",
    FindingClass.DEFINITION_MISMATCH: "the difference may lie in what is counted alone",
    FindingClass.ANNOTATOR_DISAGREEMENT: "the words can be read in more than one way",
}
BY_ONE = "the two differ by one, as counts at a boundary do"
NOTE_WHY = "expected, or of use to know; it holds nothing back"
STATES = {
    "open": "To do",
    "untouched": "Not begun",
    "in_progress": "In progress",
    "help_needed": "Help needed",
    "second_review": "Ready for second review",
    "reopened": "Re-opened",
    "resolved": "Resolved",
    "released": "Released",
    "note": "Notes",
    "all": "In all",
}
BECAUSE = {
    "decision": "a decision",
    "discrepancy": "an open discrepancy",
    "article": "an article that came, changed or went",
    "support": "other sources that came or went",
    "labelling": "labels, or how they are read",
}
STATE_NAMES = {
    State.OPEN: "open",
    State.IN_PROGRESS: "in progress",
    State.HELP_NEEDED: "help needed",
    State.SECOND_REVIEW: "ready for second review",
    State.REOPENED: "re-opened",
    State.RESOLVED: "resolved",
    State.RELEASED: "released",
    State.NOTE: "note",
}
AGES = {
    "1": "Found within a day",
    "7": "Found within a week",
    "over-7": "Older than a week",
    "over-30": "Older than 30 days",
}
SEVERITIES = {
    Severity.HIGH: "High",
    Severity.MEDIUM: "Medium",
    Severity.LOW: "Low",
    Severity.INFO: "Note",
}
SCOPES = {
    Scope.INCIDENT: "this incident",
    Scope.PERIOD: "a period",
    Scope.CUMULATIVE: "total so far",
    Scope.STOCK: "as of a day (can fall)",
}
UNKNOWN = "not known"


def term(value: FindingClass | ReasonCode | Outcome | Modality) -> str:
    """hard_conflict as "Hard conflict"."""
    return value.value.replace("_", " ").capitalize()


def why(finding: Finding) -> str:
    """Why it stands where it does: "High: nobody copies the other, …; it holds 3 claims back."."""
    severity = SEVERITIES[finding.severity]
    if finding.severity is Severity.INFO:
        return f"{severity}: {NOTE_WHY}."
    low_conflict = finding.cls is FindingClass.HARD_CONFLICT and finding.severity is Severity.LOW
    reason = BY_ONE if low_conflict else WHY.get(finding.cls, CLASSES[finding.cls].rstrip("."))
    held = len(finding.claims)
    return f"{severity}: {reason}; it holds {held:,} claim{'s' if held != 1 else ''} back."


def interval(span: Interval) -> str:
    """25,700 exactly; 25,650 to 25,750; 25,700 or more; at most 40."""
    low, high = span.low or 0, span.high
    if high is None:
        return f"{low:,} or more"
    if low == high:
        return f"exactly {low:,}"
    return f"at most {high:,}" if low == 0 else f"{low:,} to {high:,}"


def answer(decision: Decision) -> str:
    """Accept range, 25,490 to 25,700, as of 2024-01-24."""
    parts = [term(decision.outcome)]
    if decision.interval is not None:
        parts.append(interval(decision.interval))
    if decision.as_of is not None:
        parts.append(f"as of {period(decision.as_of)}")
    if decision.provisional:
        parts.append("waiting for a second reviewer")
    return ", ".join(parts)


def reading(quantity: Quantity) -> tuple[str, str | None]:
    """What the words allow, and what readers usually take them to mean where that is narrower."""
    soft = None if quantity.soft == quantity.hard else interval(quantity.soft)
    return interval(quantity.hard), soft


def period(when: Period | None) -> str | None:
    """A day as 2024-01-24; a period as its first and last day."""
    return None if when is None else when.edtf.replace("/", " to ")


def what(claim: Claim, vocabulary: Vocabulary, event: str | None) -> str:
    """Killed · Palestinian children · Gaza Strip · the event's name."""
    measure = vocabulary.measures.get(claim.measure)
    parts = (measure.label if measure else claim.measure, population(claim, vocabulary), place(claim), event)
    return " · ".join(part for part in parts if part)


def kind(measure: str, population: str | None, place: str | None, vocabulary: Vocabulary) -> str:
    """Killed · Palestinian children · Gaza Strip, of a series."""
    known = vocabulary.measures.get(measure)
    parts = (known.label if known else measure, term_of(population or "", vocabulary), place)
    return " · ".join(part for part in parts if part)


def term_of(population: str, vocabulary: Vocabulary) -> str:
    """What the vocabulary calls it."""
    known = vocabulary.populations.get(population)
    return known.label if known else population


def source(claim: Claim) -> str:
    """Whose word it is: its name, in the letters it was printed in where only those differ."""
    name, printed = claim.source.replace("_", " "), claim.origin_text or ""
    return printed if printed.casefold() == name.casefold() else name


def printed_origin(claim: Claim) -> str | None:
    """What the article calls the origin, where the name itself is not in it ("the ministry")."""
    printed = claim.origin_text or ""
    return None if not printed or source(claim).casefold() in printed.casefold() else printed


def population(claim: Claim, vocabulary: Vocabulary) -> str | None:
    known = vocabulary.populations.get(claim.population or "")
    return known.label if known else claim.population_text or claim.population


def place(claim: Claim) -> str | None:
    return claim.place or claim.place_text
