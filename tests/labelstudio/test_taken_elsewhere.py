"""The labelled sentences of a release go into another Label Studio, and are the same there."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tests.moments import NOON
from tests.pipeline import seeded
from tests.pipeline.seeded import VOCABULARY
from tests.pipeline.store import loose_session
from workbench.export import record
from workbench.labelstudio import wire
from workbench.labelstudio.annotations import pull
from workbench.labelstudio.client import Client
from workbench.labelstudio.corpus import read_corpus
from workbench.pipeline.release import Terms, prepare
from workbench.store.rows import ProjectRow


def test_a_real_label_studio_takes_the_annotations_of_a_release(
    client: Client, project_id: int, tmp_path: Path
) -> None:
    with loose_session() as session:
        session.delete(session.get_one(ProjectRow, 1))
        seeded.fill(session)
        terms = Terms(by="Eda", now=NOON)
        folder = prepare(session, VOCABULARY, tmp_path, terms=terms, key=bytes(32)).folder
    file = folder / record.ANNOTATIONS
    tasks = msgspec.json.decode(file.read_bytes())
    answer = wire.post(client, f"/api/projects/{project_id}/import", tasks, [("return_task_ids", "true")])
    assert (answer["task_count"], answer["annotation_count"]) == (len(tasks), len(tasks))
    given = {
        task["data"]["sentence_id"]: said.annotations[0]
        for task, said in zip(tasks, read_corpus(file), strict=True)
    }
    there = {task.sentence_id: task.annotations for task in pull(client, project_id)}
    assert there.keys() == given.keys()
    for sentence, (annotation,) in there.items():
        assert annotation.regions == given[sentence].regions
        assert annotation.answer == given[sentence].answer
