"""The outbox and the real server agree, whatever breaks in between."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Semaphore, Thread
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.conftest import STATE
from tests.labelstudio.proxy import PASSING, Fault, in_front_of
from tests.moments import NOON
from tests.pipeline.flow import POST, VOCABULARY, WIRE, Flow, article
from workbench.core.article import Article
from workbench.exceptions import LabelStudioUnavailable, NotFound
from workbench.labelstudio import pace, tasks, wire
from workbench.labelstudio import project as projects
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.listing import tasks as list_tasks
from workbench.labelstudio.local import Server
from workbench.pipeline import push as push_module
from workbench.pipeline import suggest as suggest_module
from workbench.pipeline.exchange import Exchange
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.push import push
from workbench.readers import read_articles
from workbench.store.articles import keep_suggestions, sentences_of
from workbench.store.outbox import fill_outbox
from workbench.store.rows import SentenceRow, TaskRow, VersionRow
from workbench.store.showing import OUTDATED
from workbench.store.under_way import claim
from workbench.text.suggest import SUGGESTER


def server_has(flow: Flow) -> list[dict[str, Any]]:
    """Each task with its data and predictions, by sentence."""
    wanted = "id,data,predictions,result,model_version,total_annotations"
    found = list_tasks(flow.client, flow.project.number, include=wanted)
    return sorted(
        (
            {
                "id": task.id,
                "data": task.data,
                "predictions": task.predictions,
                "annotations": task.total_annotations,
            }
            for task in found
        ),
        key=lambda task: str(task["data"]["sentence_id"]),
    )


def agree(flow: Flow) -> None:
    """Exactly one task for each sentence, under the number that we know, with one prediction that shows."""
    rows = {row.sentence_id: row for row in flow.session.scalars(select(TaskRow))}
    there = server_has(flow)
    assert [task["data"]["sentence_id"] for task in there] == sorted(rows)
    for task in there:
        row = rows[task["data"]["sentence_id"]]
        assert (row.number, row.claimed_at) == (task["id"], None)
        shown = [entry for entry in task["predictions"] if entry["model_version"] == row.model_version]
        assert len(shown) == 1
        sentence = flow.session.get_one(SentenceRow, row.sentence_id)
        assert task["data"]["text"] == sentence.text


def test_what_was_sent_is_known_and_nothing_is_sent_again(flow: Flow) -> None:
    assert flow.push() == 3
    agree(flow)
    assert flow.push() == 0
    agree(flow)


def test_what_a_killed_process_sent_is_waited_for_and_not_sent_again(
    flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a kill in mid-import: the claim is written, the import arrives while the next push runs."""
    monkeypatch.setattr(tasks, "SETTLE", 5.0)
    flow.push()
    sent = [task["data"] for task in server_has(flow)]
    projects_delete_tasks(flow)
    ids = [data["sentence_id"] for data in sent]
    flow.session.execute(update(TaskRow).values(number=None, pushed_at=None, model_version=None))
    claim(flow.session, flow.project, ids, NOON)
    looks = 0
    look_up = tasks.look_up

    def arriving(*arguments: Any) -> dict[str, tasks.There]:
        nonlocal looks
        looks += 1
        if looks == 2:
            request: Any = [{"data": data} for data in sent]
            flow.client.sdk.projects.import_tasks(flow.project.number, request=request)
        return look_up(*arguments)

    monkeypatch.setattr(tasks, "look_up", arriving)
    flow.push()
    assert looks >= 2
    agree(flow)


def test_what_never_arrived_is_sent_again_and_watched_for(
    flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "SETTLE", 0.0)
    fill_outbox(flow.session, flow.project)
    ids = list(flow.session.scalars(select(TaskRow.sentence_id)))
    claim(flow.session, flow.project, ids, NOON)
    assert flow.push() == 3
    agree(flow)
    late: Any = [{"data": task["data"]} for task in server_has(flow)]
    flow.client.sdk.projects.import_tasks(flow.project.number, request=late)
    assert len(server_has(flow)) == 6, "the request that was given up arrives all the same"
    assert flow.push() == 0
    agree(flow)
    push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON + timedelta(minutes=11))
    watched = flow.session.scalars(select(TaskRow.watched_until)).all()
    assert watched == [None] * 3


@pytest.mark.parametrize("fault", PASSING)
def test_a_fault_in_mid_push_costs_nothing(
    flow: Flow, label_studio: Server, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    monkeypatch.setattr(tasks, "SETTLE", 0.5)
    with in_front_of(label_studio.url) as proxy, connect(proxy.url, label_studio.token) as through:
        proxy.faults = [fault]
        assert push(flow.work, through, flow.project.id, VOCABULARY, now=NOON).pushed == 3
    agree(flow)


def test_a_server_that_is_away_leaves_nothing_claimed(flow: Flow, label_studio: Server) -> None:
    with in_front_of(label_studio.url) as proxy:
        through = connect(proxy.url, label_studio.token)
    with through, pytest.raises(LabelStudioUnavailable):
        push(flow.work, through, flow.project.id, VOCABULARY, now=NOON)
    assert flow.push() == 3
    agree(flow)


def test_a_new_suggester_shows_its_suggestions_on_every_task(
    flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow.push()
    for module in (suggest_module, push_module):
        monkeypatch.setattr(module, "SUGGESTER", "claims-rules@next")
    done = push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON)
    assert (done.pushed, done.refreshed) == (0, 3)
    agree(flow)
    assert flow.client.sdk.projects.get(flow.project.number).model_version == "claims-rules@next"
    for task in server_has(flow):
        versions = {entry["model_version"] for entry in task["predictions"]}
        assert versions == {SUGGESTER, "claims-rules@next"}
    assert push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON).refreshed == 0


def test_a_changed_suggestion_replaces_the_one_of_its_model_version(flow: Flow) -> None:
    """A week later the same words are about another Wednesday, so another as-of is suggested."""
    flow.push()
    before = {task["id"]: task for task in server_has(flow)}
    newer = replace(
        article("Wire", WIRE), published_at=article("Wire", WIRE).published_at + timedelta(days=7)
    )
    ingest_articles(flow.session, [newer], now=NOON + timedelta(hours=1), max_characters=10_000)
    done = push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON)
    assert (done.pushed, done.refreshed, done.marked) == (0, 1, 0)
    agree(flow)
    (changed,) = [task for task in server_has(flow) if task["data"] != before[task["id"]]["data"]]
    assert changed["data"]["published_at"] == "2024-01-31"
    assert changed["predictions"][0]["result"] != before[changed["id"]]["predictions"][0]["result"]


def test_a_sentence_that_left_its_article_is_marked_and_its_annotation_stays(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    newer = article("Post", POST.replace("55", "56"))
    ingest_articles(flow.session, [newer], now=NOON + timedelta(hours=1), max_characters=10_000)
    done = push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON)
    assert (done.pushed, done.marked) == (1, 1)
    (marked,) = [task for task in server_has(flow) if task["data"]["note"]]
    assert marked["data"]["note"] == OUTDATED
    assert "counted 55" in marked["data"]["text"]
    assert marked["annotations"] == 1
    assert push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON).marked == 0
    ingest_articles(
        flow.session, [article("Post", POST)], now=NOON + timedelta(hours=2), max_characters=10_000
    )
    push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON)
    (marked,) = [task for task in server_has(flow) if task["data"]["note"]]
    assert "counted 56" in marked["data"]["text"], "the old sentence is back in force"


def test_a_task_that_somebody_deleted_comes_back_only_when_asked(flow: Flow) -> None:
    flow.push()
    gone, *_ = server_has(flow)
    flow.client.sdk.tasks.delete(id=str(gone["id"]))
    flow.session.execute(update(TaskRow).values(model_version=None))  # so that each task is looked at
    assert push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON).refreshed == 2
    assert flow.push() == 0
    done = push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON, restore=True)
    assert done.pushed == 1
    agree(flow)


def test_an_unsound_suggestion_is_told_and_stops_nobody(flow: Flow) -> None:
    suggest_module.suggest_pending(flow.session, VOCABULARY)
    version = flow.session.scalars(select(VersionRow).where(VersionRow.outlet == "Wire")).one()
    broken = sentences_of(flow.session, version.id)[0]
    assert broken.suggestions is not None
    broken.suggestions[0]["end"] = 10_000
    keep_suggestions(flow.session, version.id, SUGGESTER, [(broken.position, broken.suggestions)])
    done = push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON)
    assert done.pushed == 2
    assert list(done.refused) == [broken.id]
    assert "no span" in done.refused[broken.id]


def test_a_project_deleted_behind_our_back_says_so(flow: Flow) -> None:
    flow.push()
    projects.delete(flow.client, flow.project.number)
    with pytest.raises(NotFound, match="deleted in Label Studio"):
        flow.push()


def projects_delete_tasks(flow: Flow) -> None:
    for task in server_has(flow):
        flow.client.sdk.tasks.delete(id=str(task["id"]))


@contextmanager
def locked(database: Path, seconds: float) -> Iterator[None]:
    """Nobody else can write to Label Studio's database for so long."""
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")

    def end() -> None:
        time.sleep(seconds)
        connection.rollback()
        connection.close()

    thread = Thread(target=end)
    thread.start()
    yield
    thread.join()


def test_suggestions_that_a_locked_database_drops_in_silence_are_sent_again(
    flow: Flow, label_studio: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Label Studio then tries again without them, and answers 201."""
    repaired: list[int] = []
    repair = tasks._repair

    def counted(client: Client, project_id: int, bare: dict[int, Any]) -> None:
        repaired.append(len(bare))
        repair(client, project_id, bare)

    monkeypatch.setattr(tasks, "_repair", counted)
    with locked(STATE / "label-studio" / "data" / "label_studio.sqlite3", 2.0):
        assert flow.push() == 3
    assert repaired == [3], "the lock did what it is known for"
    agree(flow)


def test_nul_and_lone_surrogates_never_reach_the_server(flow: Flow, tmp_path: Path) -> None:
    """The first shifts what is marked, the second makes the whole project unreadable there."""
    text = "\x00Doctors said\x00 \ud83d that at least 9 people were killed."
    file = tmp_path / "broken.jsonl"
    file.write_text(json.dumps({"outlet": "Broken", "published_at": "2024-01-24", "text": text}), "utf-8")
    broken = [entry for entry in read_articles(file) if isinstance(entry, Article)]
    assert ingest_articles(flow.session, broken, now=NOON, max_characters=99)
    flow.push()
    found = list_tasks(flow.client, flow.project.number, include="id,data,predictions,result")
    (task,) = (task for task in found if (task.data or {})["outlet"] == "Broken")
    text = (task.data or {})["text"]
    assert text == "Doctors said  that at least 9 people were killed."
    (prediction,) = task.predictions or []
    marked = {
        item["value"]["text"]: text[item["value"]["start"] : item["value"]["end"]]
        for item in prediction["result"]
        if item["type"] == "labels"
    }
    assert "9" in marked
    assert all(words == there for words, there in marked.items())
    exported = wire.get(flow.client, f"/api/projects/{flow.project.number}/export", [("exportType", "JSON")])
    assert isinstance(exported, list), "the server can still read it"


def test_the_next_request_is_made_ready_while_one_is_under_way_and_never_two_are(
    flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "FIRST", 1)
    monkeypatch.setattr(pace, "MOST", 1)
    begun = Semaphore(0)
    under_way: list[int] = []
    most: list[int] = []
    ready: list[int] = []
    deliver, prepare = tasks.deliver, Exchange.prepare

    def delivered(*arguments: Any, **more: Any) -> Any:
        under_way.append(1)
        most.append(len(under_way))
        begun.release()
        time.sleep(0.3)  # a slow server
        try:
            return deliver(*arguments, **more)
        finally:
            under_way.pop()

    def prepared(self: Exchange, bodies: list[Any]) -> Any:
        if ready:
            assert begun.acquire(timeout=30)
        ready.append(len(under_way))
        return prepare(self, bodies)

    monkeypatch.setattr(tasks, "deliver", delivered)
    monkeypatch.setattr(Exchange, "prepare", prepared)
    assert flow.push() == 3
    assert most == [1, 1, 1]
    assert ready == [0, 1, 1]
    agree(flow)
