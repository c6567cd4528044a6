"""One push under way: what all its steps need."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import MEASURE, WORTH
from workbench.labelstudio.controls import Controls
from workbench.labelstudio.predictions import Json, task_json
from workbench.labelstudio.worth import worth_first, worth_json
from workbench.store import outbox, under_way
from workbench.store.projects import get_project
from workbench.store.rows import ProjectRow
from workbench.store.session import Work


@dataclass(frozen=True, slots=True)
class Exchange:
    """With one project; `number` is Label Studio's. `controls` are those of the config that is in force."""

    work: Work
    client: Client
    project_id: int
    number: int
    vocabulary: Vocabulary
    controls: Controls
    began_at: datetime
    worth_first: bool = False
    began: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        return self.began_at + timedelta(seconds=time.monotonic() - self.began)

    @contextmanager
    def at(self) -> Iterator[tuple[Session, ProjectRow]]:
        """A unit of work on the project."""
        with self.work() as session:
            yield session, get_project(session, self.project_id)

    def prepare(self, bodies: list[TaskBody]) -> dict[str, Json]:
        """The tasks that are sound, by sentence. The unsound is refused, with the reason."""
        sound: dict[str, Json] = {}
        unsound: dict[str, str] = {}
        for body in bodies:
            try:
                task = self._task(body)
                reason = "; ".join(self.controls.problems(task))
            except InvalidData as error:
                reason = error.message
            if reason:
                unsound[body.sentence_id] = reason
            else:
                sound[body.sentence_id] = task
        if unsound:
            with self.at() as (session, row):
                outbox.refuse(session, row, unsound)
        return sound

    def _task(self, body: TaskBody) -> Json:
        """As the label config asks for it."""
        if WORTH in self.controls.by_name and MEASURE not in self.controls.by_name:
            task = worth_json(body)
        else:
            task = task_json(body, self.vocabulary)
        return worth_first(task, body) if self.worth_first else task

    def claim(self, sound: dict[str, Json]) -> dict[str, Json]:
        """What leaves with the next request: what others have not under way."""
        with self.at() as (session, row):
            free = under_way.claim(session, row, list(sound), self.now())
        return {sentence_id: task for sentence_id, task in sound.items() if sentence_id in free}

    def release(self, sentence_ids: list[str]) -> None:
        with self.at() as (session, row):
            under_way.release(session, row, sentence_ids)
