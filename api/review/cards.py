"""What stands on an evidence card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.core.claim import Claim, Modality
from workbench.core.event import Event
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.origins import Origins
from workbench.store.surroundings import Neighbours, Reader

from ..evidence import Evidence, Task
from . import words
from .quote import Piece, pieces, words_behind
from .scale import Drawing, scale_of


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in pieces with the sentences around it; `language` as BCP 47."""

    before: str
    pieces: list[Piece]
    after: str
    language: str


@dataclass(frozen=True, slots=True)
class Relay:
    """Another one that prints the same figure of the same origin."""

    id: str
    outlet: str
    published_at: str | None
    quote: Quote | None
    title: str | None
    article: str | None
    link: str | None
    task: Task | None


@dataclass(frozen=True, slots=True)
class Card:
    """One figure of one origin, with those who relay it folded under it."""

    id: str
    number: int
    source: str
    how: str
    figure: str
    hard: str
    soft: str | None
    drawing: Drawing
    quote: Quote | None
    title: str | None
    article: str | None
    link: str | None
    task: Task | None
    as_of: str | None
    as_of_assumed: bool
    readers: str | None
    details: tuple[tuple[str, str, str | None], ...]  # name, value, the words as printed
    relays: tuple[Relay, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims that stand on it."""
        return (self.id, *(relay.id for relay in self.relays))


def cards_of(
    evidence: Sequence[Evidence], vocabulary: Vocabulary, events: Mapping[str, Event], origins: Origins
) -> tuple[list[Card], tuple[int, int]]:
    """A card for each figure of each origin, the cards of one origin side by side, all drawn on one scale;
    and the ends of that scale."""
    scale = scale_of(entry.claim.quantity for entry in evidence)
    groups: dict[str, dict[tuple[object, ...], list[Evidence]]] = {}
    for entry in evidence:
        claim = entry.claim
        same = (claim.measure, claim.population, claim.place, claim.quantity.hard, claim.as_of)
        groups.setdefault(origins.origin_of(claim), {}).setdefault(same, []).append(entry)
    faces = [entries for figures in groups.values() for entries in figures.values()]
    cards = []
    for number, (face, *others) in enumerate(faces, start=1):
        claim = face.claim
        hard, soft = words.reading(claim.quantity)
        cards.append(
            Card(
                id=claim.id,
                number=number,
                source=words.source(claim),
                how=how(claim),
                figure=claim.quantity.text,
                hard=hard,
                soft=soft,
                drawing=scale.draw(claim.quantity),
                quote=quote(face, vocabulary),
                title=face.title,
                article=claim.article,
                link=web_link(face.url),
                task=face.task,
                as_of=words.period(claim.as_of),
                as_of_assumed=claim.as_of_assumed,
                readers=agreement(claim, face.readers),
                details=details(claim, vocabulary, events),
                relays=tuple(relay(entry, vocabulary) for entry in others),
            )
        )
    return cards, (scale.low, scale.high)


def relay(entry: Evidence, vocabulary: Vocabulary) -> Relay:
    claim = entry.claim
    return Relay(
        id=claim.id,
        outlet="Reference counts" if claim.reference else claim.outlet or "An unnamed outlet",
        published_at=claim.published_at.isoformat() if claim.published_at else None,
        quote=quote(entry, vocabulary),
        title=entry.title,
        article=claim.article,
        link=web_link(entry.url),
        task=entry.task,
    )


def agreement(claim: Claim, readers: Sequence[Reader]) -> str | None:
    """Who read the sentence, and how many of them read this claim in it."""
    if not readers:
        return None
    agree = [reader for reader in readers if any(one.content() == claim.content() for one in reader.claims)]
    names = ", ".join(dict.fromkeys(reader.annotator or "an unnamed annotator" for reader in readers))
    truth = "; ground truth" if any(reader.ground_truth for reader in agree) else ""
    if len(readers) == 1:
        return f"{names}, alone{truth}"
    return f"{len(agree)} of {len(readers)} read it so: {names}{truth}"


def how(claim: Claim) -> str:
    if claim.reference:
        return "reference count"
    if not claim.origin:
        return "its own word"
    printed = words.printed_origin(claim)
    return f"in {claim.outlet or 'an unnamed outlet'}" + (f", as “{printed}”" if printed else "")


def quote(entry: Evidence, vocabulary: Vocabulary) -> Quote | None:
    """None without a sentence. Offsets were code points, so an emoji before them does not matter."""
    sentence, claim, around = entry.sentence, entry.claim, entry.neighbours or Neighbours()
    if sentence is None:
        return None
    start, end = (claim.start or 0) - sentence.start, (claim.end or 0) - sentence.start
    if claim.start is None or claim.end is None or not 0 <= start < end <= len(sentence.text):
        spans = []
    else:
        spans = words_behind(
            sentence.text,
            (start, end),
            language=entry.language,
            vocabulary=vocabulary,
            published_at=claim.published_at,
        )
    marked = pieces(sentence.text, [(*span, claim.id) for span in spans])
    return Quote(around.before, marked, around.after, entry.language)


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
