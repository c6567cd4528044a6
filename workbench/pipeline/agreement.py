"""How far the annotators of a project agree."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.agreement.reading import Reading, Span
from workbench.agreement.report import Report, report
from workbench.claims.normalise import claim_id
from workbench.core.annotation import Answer
from workbench.core.identity import content_id
from workbench.core.pseudonym import pseudonym
from workbench.core.vocabulary import Vocabulary
from workbench.store.articles import sentences_by_id
from workbench.store.projects import get_project
from workbench.store.readings import Told, latest_annotations, state_of_annotations, values_by_claim

MOST_KEPT = 32
MOST_SENTENCES = 200  # of those that differ, how many are shown with their words


@dataclass(frozen=True, slots=True)
class ProjectAgreement:
    """`texts` has the words of the sentences that differ most, by id."""

    project: int
    title: str
    report: Report
    texts: dict[str, str]


class Agreements:
    """Those that were asked for last, for as long as what they rest on stays the same."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, ProjectAgreement] = OrderedDict()

    def of(
        self,
        session: Session,
        vocabulary: Vocabulary,
        project_id: int,
        *,
        key: bytes,
        seed: int | None = None,
    ) -> ProjectAgreement:
        """As `agreement`."""
        project = get_project(session, project_id)
        rests_on = content_id(
            *("agreement", project_id, project.title, seed, key.hex(), sorted(vocabulary.measures)),
            state_of_annotations(session, project_id),
            dict(values_by_claim(session, project_id)),
        )
        found = self._kept.pop(rests_on, None)
        if found is None:
            found = agreement(session, vocabulary, project_id, key=key, seed=seed)
        self._kept[rests_on] = found
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return found


def agreement(
    session: Session, vocabulary: Vocabulary, project_id: int, *, key: bytes, seed: int | None = None
) -> ProjectAgreement:
    """Of what was pulled and normalised; annotators have the pseudonyms that the key gives them.

    Raises NotFound for an unknown project.
    """
    project = get_project(session, project_id)
    values = values_by_claim(session, project_id)
    readings, skipped = [], 0
    for told in latest_annotations(session, project_id):
        if told.skipped:
            skipped += 1
        else:
            readings.append(_reading(told, values, key))
    seeded = {} if seed is None else {"seed": seed}
    found = report(readings, vocabulary.measures, skipped=skipped, **seeded)
    shown = [entry.sentence for entry in found.differing[:MOST_SENTENCES]]
    texts = {key: sentence.text for key, sentence in sentences_by_id(session, shown).items()}
    return ProjectAgreement(project.id, project.title, found, texts)


def _reading(told: Told, values: Mapping[str, int | None], key: bytes) -> Reading:
    """Numbers of a sentence that is answered "no claim" or "unclear" are none, as in the claims."""
    who = told.voice if told.annotator is None else pseudonym(key, told.annotator)
    figures = [region for region in told.regions if region.measure]
    answer = told.answer or (Answer.CLAIMS if figures else Answer.NO_CLAIM)
    if answer != Answer.CLAIMS:
        return Reading(told.sentence, who, str(answer))
    spans = tuple(
        Span(region.start, region.end, region.measure, values.get(claim_id(told.id, region.id)))
        for region in figures
    )
    return Reading(told.sentence, who, str(answer), spans)
