"""What a sentence brings to Label Studio: itself, what stands around it, and what is suggested in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from workbench.core.annotation import Suggestion
from workbench.core.event import Event, candidates
from workbench.labelstudio.body import TaskBody
from workbench.store.rows import ProjectRow, VersionRow
from workbench.store.showing import outgoing
from workbench.store.values import from_json
from workbench.text.suggest import SUGGESTER


def task_bodies(
    session: Session, project: ProjectRow, version_id: str, known: Collection[Event], *, there: bool
) -> Iterator[TaskBody]:
    """The sentences of a version that wait to be sent, or (`there`) whose task shows something older.

    `known` are all events, of which the annotator is offered those that may be meant.
    """
    version = session.get_one(VersionRow, version_id)
    events = candidates(known, version.published_at, given=version.event_id)
    for entry in outgoing(session, project, version_id, there=there):
        yield TaskBody(
            sentence_id=entry.sentence_id,
            text=entry.text,
            outlet=version.outlet,
            published_at=version.published_at,
            model_version=version.suggester or SUGGESTER,
            title=version.title,
            before=entry.before,
            after=entry.after,
            event=version.event_id,
            events=events,
            note=entry.note,
            version=version.id,
            suggestions=from_json(entry.suggestions, tuple[Suggestion, ...]),
        )
