"""What we suggested in a sentence, as it stood on the annotator's page."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from workbench.core.annotation import Suggested, Suggestion
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.predictions import prediction_json
from workbench.labelstudio.regions import read_result
from workbench.store import showing
from workbench.store.rows import ProjectRow
from workbench.store.values import from_json


def suggested_in(
    session: Session, project: ProjectRow, sentence_ids: Iterable[str], vocabulary: Vocabulary
) -> dict[str, Suggested]:
    """By sentence, where the suggestions that its task shows are still those that we hold."""
    found = {}
    for sentence_id, text, version, suggestions in showing.shown(session, project, sentence_ids):
        body = TaskBody(
            sentence_id=sentence_id,
            text=text,
            outlet=version.outlet,
            published_at=version.published_at,
            model_version=version.suggester or "",
            event=version.event_id,
            events=() if version.event_id is None else (version.event_id,),
            suggestions=from_json(suggestions, tuple[Suggestion, ...]),
        )
        try:
            found[sentence_id] = Suggested(*read_result(prediction_json(body, vocabulary)["result"]))
        except InvalidData:
            continue  # it was never sent
    return found
