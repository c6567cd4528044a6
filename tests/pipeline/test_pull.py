"""What people do in Label Studio is written down, version by version, from server or file."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.pipeline.flow import VOCABULARY, Flow, article
from workbench.exceptions import InvalidData, LabelStudioUnavailable, NotFound
from workbench.labelstudio import project as projects
from workbench.labelstudio import wire
from workbench.labelstudio.accept import accept_suggestions
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.pull import pull_file
from workbench.store.annotations import annotation_history
from workbench.store.rows import AnnotationRow, AnnotationVersionRow, TaskRow
from workbench.store.schema import upgrade
from workbench.store.session import open_engine, open_session


def history(flow: Flow) -> list[list[str]]:
    """What happened to each annotation, in the order in which they were made."""
    rows = flow.session.scalars(select(AnnotationRow).order_by(AnnotationRow.created_at))
    return [[version.what for version in annotation_history(flow.session, row.id)] for row in rows]


def state(session: Session) -> list[dict[str, Any]]:
    """Every annotation as it is stored, without our own row numbers."""
    rows = session.scalars(select(AnnotationRow).order_by(AnnotationRow.id))
    names = [column.key for column in AnnotationRow.__table__.columns if column.key != "project_id"]
    return [{name: getattr(row, name) for name in names} for row in rows]


def numbers(flow: Flow) -> list[int]:
    return sorted(number for number in flow.session.scalars(select(TaskRow.number)) if number)


def export(flow: Flow) -> list[dict[str, Any]]:
    """As a person would take it out of Label Studio by hand."""
    answer = wire.get(flow.client, f"/api/projects/{flow.project.number}/export", [("exportType", "JSON")])
    assert isinstance(answer, list)
    return answer


def test_every_version_of_an_annotation_is_kept(flow: Flow) -> None:
    flow.push()
    task = numbers(flow)[0]
    sdk = flow.client.sdk
    first = sdk.annotations.create(id=task, result=[], lead_time=3.5)
    assert flow.pull().changed == 1
    number = int(first.id or 0)
    sdk.annotations.update(id=number, result=[], ground_truth=True)
    flow.pull()
    sdk.annotations.update(id=number, result=[], was_cancelled=True)
    flow.pull()
    sdk.annotations.delete(id=number)
    assert flow.pull().changed == 1
    sdk.annotations.create(id=task, result=[])
    flow.pull()
    assert flow.pull().changed == 0
    assert history(flow) == [["created", "updated", "skipped", "deleted"], ["created"]]
    versions = flow.session.scalars(select(AnnotationVersionRow).order_by(AnnotationVersionRow.number))
    body = next(iter(versions)).body
    assert (body["lead_time"], body["ground_truth"], body["cancelled"]) == (3.5, False, False)


def test_what_an_annotator_made_of_the_suggestion_is_kept(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.pull()
    rows = flow.session.scalars(select(AnnotationRow)).all()
    assert [row.changes for row in rows] == [[], [], []], "accepted as it stood"
    annotation = flow.annotation_of("70 civilians")
    result = annotation["result"]
    region = next(item["id"] for item in result if item.get("from_name") == "measure")
    for item in result:
        if (item.get("id"), item.get("from_name")) == (region, "value"):
            item["value"]["number"] = 41
    flow.client.sdk.annotations.update(id=annotation["id"], result=result)
    flow.pull()
    (changed,) = [row.changes for row in flow.session.scalars(select(AnnotationRow)) if row.changes]
    assert changed == [{"region": region, "field": "value", "suggested": "40", "said": "41"}]


def test_a_skipped_sentence_was_not_changed_and_a_draft_is_nothing(flow: Flow) -> None:
    flow.push()
    first, second, _ = numbers(flow)
    flow.client.sdk.annotations.create(id=first, result=[], was_cancelled=True)
    headers = flow.client.sdk._client_wrapper.get_headers()
    drafts = f"{flow.client.url}/api/tasks/{second}/drafts"
    assert flow.client.http.post(drafts, json={"result": []}, headers=headers).status_code == 201
    assert flow.pull().changed == 1
    assert history(flow) == [["skipped"]]
    assert flow.session.scalars(select(AnnotationRow.changes)).one() is None


def test_two_tasks_of_one_sentence_keep_their_annotations_and_the_double_is_noticed(flow: Flow) -> None:
    flow.push()
    first = numbers(flow)[0]
    flow.client.sdk.annotations.create(id=first, result=[])
    data = flow.client.sdk.tasks.get(id=str(first)).data
    double: Any = [{"data": data}]
    again: Any = flow.client.sdk.projects.import_tasks(
        flow.project.number, request=double, return_task_ids=True
    )
    flow.client.sdk.annotations.create(id=again.task_ids[0], result=[])
    flow.pull()
    flow.pull()
    assert history(flow) == [["created"], ["created"]], "none is taken for the deletion of the other"
    assert len(flow.session.scalars(select(TaskRow).where(TaskRow.watched_until.is_not(None))).all()) == 1


def test_a_file_gives_what_the_server_gives(flow: Flow, tmp_path: Path) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    first, second, _ = numbers(flow)
    flow.client.sdk.annotations.create(id=first, result=[], was_cancelled=True)
    flow.client.sdk.annotations.create(id=second, result=[], ground_truth=True, lead_time=9.25)
    path = tmp_path / "export.json"
    path.write_text(json.dumps(export(flow)))
    with flow.session.begin_nested() as before:
        done = pull_file(flow.work, path, VOCABULARY, server=flow.project.server, now=NOON)
        assert done[flow.project.number].changed == 3
        from_file = state(flow.session)
        before.rollback()
    flow.session.expire_all()
    assert state(flow.session) == []
    flow.pull()
    assert state(flow.session) == from_file
    again = pull_file(flow.work, path, VOCABULARY, server=flow.project.server, now=NOON)
    assert again[flow.project.number].changed == 0


def test_an_older_file_does_not_take_back_what_is_newer(flow: Flow, tmp_path: Path) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    path = tmp_path / "export.json"
    path.write_text(json.dumps(export(flow)))
    flow.client.sdk.annotations.delete(id=flow.annotation_of("55 civilians")["id"])
    flow.pull()
    newer = state(flow.session)
    pull_file(flow.work, path, VOCABULARY, server=flow.project.server, now=NOON)
    assert state(flow.session) == newer


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "no JSON export"),
        ("{}", "no JSON export"),
        ('[{"id": "x"}]', "no JSON export"),
        ("[" * 100_000, "no JSON export"),
        ('[{"id": 1, "data": {"sentence_id": "a"}}]', "entry 1 does not say which project"),
        ('[{"id": 1, "project": 1, "data": {"sentence_id": "a"}}]', "entry 1: task 1 does not say when"),
        (
            '[{"id": 1, "project": 1, "updated_at": "2024-01-01T00:00:00Z", "data": {"sentence_id": "a"}, '
            '"annotations": [{"id": 1}]}]',
            "entry 1: an annotation of sentence a has another shape",
        ),
    ],
)
def test_what_is_no_export_says_what_is_wrong(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "export.json"
    path.write_text(text)
    engine = open_engine(f"sqlite:///{tmp_path}/empty.sqlite")
    upgrade(engine)
    with pytest.raises(InvalidData, match=part):
        pull_file(lambda: open_session(engine), path, VOCABULARY, server="local", now=NOON)
    engine.dispose()


def test_a_task_edited_there_is_named_and_its_annotation_is_kept(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    task = flow.annotation_of("55 civilians")["task"]
    data: Any = flow.client.sdk.tasks.get(id=str(task)).data
    flow.client.sdk.tasks.update(id=str(task), data=data | {"text": "Something else."})
    report = flow.pull()
    assert (report.changed, len(report.edited)) == (3, 1)


def test_tasks_deleted_there_are_found_by_a_full_pull_and_by_that_alone(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.pull()
    flow.client.sdk.tasks.delete(id=str(numbers(flow)[0]))
    assert (flow.pull().gone, flow.pull().changed) == (0, 0)
    report = flow.pull(full=True)
    assert (report.gone, report.changed) == (1, 1)
    assert flow.pull(full=True).gone == 0
    assert flow.push() == 0, "what somebody deleted is not sent again"


@pytest.mark.parametrize("full", [True, False])
def test_a_deleted_task_whose_number_another_one_was_given_is_found(flow: Flow, full: bool) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.pull()
    last = numbers(flow)[-1]
    flow.client.sdk.tasks.delete(id=str(last))
    ingest_articles(
        flow.session, [article("Late", "At least 9 people were injured.")], now=NOON, max_characters=99
    )
    flow.push()
    rows = flow.session.scalars(select(TaskRow).where(TaskRow.number == last)).all()
    if len(rows) != 2:
        pytest.skip("this server gives no number again")
    report = flow.pull(full=full)
    assert (report.gone, report.changed) == (1, 1)
    flow.session.expire_all()
    assert [row.gone_at is None for row in rows].count(True) == 1
    deleted = flow.session.scalars(select(AnnotationRow).where(AnnotationRow.deleted_at.is_not(None))).all()
    assert [row.task for row in deleted] == [last]


def test_a_project_that_is_gone_is_an_error_and_deletes_nothing(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.pull()
    projects.delete(flow.client, flow.project.number)
    with pytest.raises(NotFound, match="deleted in Label Studio"):
        flow.pull(full=True)
    assert flow.session.scalars(select(AnnotationRow.deleted_at)).all() == [None] * 3


def test_only_what_changed_is_fetched(flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.pull()
    monkeypatch.setattr("workbench.labelstudio.annotations.OVERLAP", timedelta(0))
    monkeypatch.setattr(
        "workbench.labelstudio.annotations.pull.__kwdefaults__",
        {**_defaults(), "overlap": timedelta(0)},
    )
    told: list[tuple[int, int]] = []
    flow.pull(progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 0)]
    flow.client.sdk.annotations.update(id=flow.annotation_of("55 civilians")["id"], ground_truth=True)
    told.clear()
    assert flow.pull(progress=lambda done, total: told.append((done, total))).changed == 1
    assert told == [(1, 1)]


def _defaults() -> dict[str, Any]:
    from workbench.labelstudio.annotations import pull

    return dict(pull.__kwdefaults__ or {})


def test_an_interrupted_pull_goes_on(flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)

    def cut(*arguments: Any) -> Any:
        raise LabelStudioUnavailable("cut")

    with monkeypatch.context() as patched:
        patched.setattr("workbench.labelstudio.wire.get", cut)
        with pytest.raises(LabelStudioUnavailable):
            flow.pull()
    assert flow.project.pulled_to is None
    assert flow.pull().changed == 3
    assert flow.project.pulled_to is not None
    assert flow.project.pulled_to <= datetime.now(UTC) + timedelta(minutes=1)


def test_the_cursor_follows_the_clock_of_the_server(flow: Flow, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what was pushed at once is not listed again for ever."""
    flow.push()
    flow.pull()
    reached = flow.project.pulled_to
    assert reached is not None
    for said, expected in ((None, reached), (NOON, reached), (reached + timedelta(hours=1),) * 2):
        monkeypatch.setattr("workbench.pipeline.pull.server_time", lambda client, said=said: said)
        flow.pull()
        assert flow.project.pulled_to == expected
