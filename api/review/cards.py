"""What stands on an evidence card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.core.claim import Claim, Modality
from workbench.core.event import Event
from workbench.core.vocabulary import Vocabulary

from ..evidence import Evidence, Task
from . import words
from .scale import Drawing, scale_of


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence around its number; offsets were code points, so an emoji before it does not matter."""

    before: str
    number: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    letter: str
    source: str
    how: str
    figure: str
    hard: str
    soft: str | None
    drawing: Drawing
    quote: Quote | None
    title: str | None
    link: str | None
    task: Task | None
    as_of: str | None
    as_of_assumed: bool
    details: tuple[tuple[str, str, str | None], ...]  # name, value, the words as printed


def cards_of(
    evidence: Sequence[Evidence], vocabulary: Vocabulary, events: Mapping[str, Event]
) -> tuple[list[Card], tuple[int, int]]:
    """A card for each, drawn on one scale, and the ends of that scale."""
    scale = scale_of(entry.claim.quantity for entry in evidence)
    cards = []
    for place, entry in enumerate(evidence):
        claim = entry.claim
        hard, soft = words.reading(claim.quantity)
        cards.append(
            Card(
                id=claim.id,
                letter=letter(place),
                source=words.source(claim),
                how=how(claim),
                figure=claim.quantity.text,
                hard=hard,
                soft=soft,
                drawing=scale.draw(claim.quantity),
                quote=quote(entry),
                title=entry.title,
                link=web_link(entry.url),
                task=entry.task,
                as_of=words.period(claim.as_of),
                as_of_assumed=claim.as_of_assumed,
                details=details(claim, vocabulary, events),
            )
        )
    return cards, (scale.low, scale.high)


def letter(place: int) -> str:
    """A to Z, then AA, AB …: what a card is called in the form."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def how(claim: Claim) -> str:
    if claim.reference:
        return "reference count"
    if not claim.origin:
        return "its own word"
    printed = words.printed_origin(claim)
    return f"in {claim.outlet or 'an unnamed outlet'}" + (f", as “{printed}”" if printed else "")


def quote(entry: Evidence) -> Quote | None:
    """None without a sentence, or where the number does not lie in it."""
    sentence, claim = entry.sentence, entry.claim
    if sentence is None:
        return None
    if claim.start is None or claim.end is None:
        return Quote(sentence.text, "", "")
    start, end = claim.start - sentence.start, claim.end - sentence.start
    if not 0 <= start < end <= len(sentence.text):
        return Quote(sentence.text, "", "")
    return Quote(sentence.text[:start], sentence.text[start:end], sentence.text[end:])


def web_link(url: str | None) -> str | None:
    """The address, where a click on it can only lead to the web."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def details(
    claim: Claim, vocabulary: Vocabulary, events: Mapping[str, Event]
) -> tuple[tuple[str, str, str | None], ...]:
    measure = vocabulary.measures.get(claim.measure)
    event = events.get(claim.event or "")
    rows: list[tuple[str, str | None, str | None]] = [
        ("Measure", measure.label if measure else claim.measure, None),
        ("Population", words.population(claim, vocabulary), claim.population_text),
        ("Place", words.place(claim), claim.place_text),
        ("Scope", words.SCOPES[claim.scope] if claim.scope else None, None),
        ("Since", words.period(claim.since), None),
        ("Event", event.name if event else claim.event, None),
    ]
    if not claim.reference:
        published = claim.published_at.isoformat() if claim.published_at else None
        rows.append(("Published", published, None))
    if claim.modality is not Modality.ASSERTED:
        rows.append(("Put forward as", words.term(claim.modality).lower(), None))
    if claim.method:
        rows.append(("Method", claim.method, None))
    return tuple(
        (name, value or words.UNKNOWN, None if printed == value else printed) for name, value, printed in rows
    )
