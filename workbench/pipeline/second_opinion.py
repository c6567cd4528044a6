"""Second opinions: annotators look at the two quotes of a discrepancy; the reviewer sees what they say."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.labelstudio import opinion
from workbench.labelstudio.client import Client
from workbench.labelstudio.opinion import Quote, Told, opinion_json
from workbench.labelstudio.predictions import Json
from workbench.labelstudio.project import Project, find, find_or_create
from workbench.pipeline.evidence import evidence_by_id
from workbench.store.articles import sentences_by_id
from workbench.store.discrepancies import Discrepancy

TITLE = "Second opinions"


def opinion_tasks(session: Session, vocabulary: Vocabulary, found: Sequence[Discrepancy]) -> list[Json]:
    """A task for each discrepancy, with its worst pair. Raises InvalidData for one that has no two sides."""
    made = []
    for entry in found:
        claims = evidence_by_id(session, vocabulary, entry.finding.claims)
        pair = [claims[claim] for claim in entry.finding.claims if claim in claims][:2]
        if len(pair) < 2:
            raise InvalidData(f"discrepancy {entry.id[:8]} has no two figures to be set side by side")
        sentences = sentences_by_id(session, {claim.sentence for claim in pair if claim.sentence})
        texts = [sentences[claim.sentence].text if claim.sentence in sentences else None for claim in pair]
        first, second = (_quote(claim, text) for claim, text in zip(pair, texts, strict=True))
        made.append(opinion_json(entry.id, entry.finding.message, first, second))
    return made


def ask(client: Client, xml: str, wanted: Sequence[Json]) -> tuple[int, Project]:
    """How many were not asked before, and the project in which they are answered."""
    project = find_or_create(client, TITLE, xml)
    return opinion.ask(client, project.id, wanted), project


def opinions(client: Client) -> list[Told]:
    """What annotators have said so far, discrepancy by discrepancy."""
    project = find(client, TITLE)
    return [] if project is None else list(opinion.answers(client, project.id))


def _quote(claim: Claim, text: str | None) -> Quote:
    """The sentence; of a reference count, which stands in none, its row in words."""
    voices = dict.fromkeys(filter(None, (claim.source, claim.outlet)))
    parts = (claim.quantity.text, claim.measure.replace("_", " "), claim.population, claim.place)
    row = f"Reference count: {', '.join(part for part in parts if part)}"
    return Quote(
        ", in ".join(voices), str(claim.as_of or claim.published_at or "an unknown day"), text or row
    )
