"""A discrepancy is set before annotators as two quotes, once, and their answers come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.pipeline.flow import POST, VOCABULARY, WIRE, Flow
from workbench.bundled import bundled
from workbench.exceptions import InvalidData
from workbench.labelstudio import project as projects
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.config import load_config
from workbench.pipeline.second_opinion import TITLE, ask, opinion_tasks, opinions
from workbench.store.discrepancies import Discrepancy, list_discrepancies

XML = load_config(bundled("label_configs") / "discrepancy.xml")


@pytest.fixture
def conflict(flow: Flow) -> Iterator[Discrepancy]:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.derive()
    (found,) = (
        entry for entry in list_discrepancies(flow.session)[0] if entry.finding.cls.value == "hard_conflict"
    )
    yield found
    if (made := projects.find(flow.client, TITLE)) is not None:
        projects.delete(flow.client, made.id)


def test_two_quotes_are_asked_about_once_and_answers_come_back(flow: Flow, conflict: Discrepancy) -> None:
    assert opinions(flow.client) == [], "nobody was asked, and no project is made by looking"
    assert projects.find(flow.client, TITLE) is None
    (task,) = opinion_tasks(flow.session, VOCABULARY, [conflict])
    assert {task["data"]["first"], task["data"]["second"]} == {WIRE, POST.splitlines()[0]}
    sources = {task["data"]["first_source"], task["data"]["second_source"]}
    assert {source.rpartition(", in ")[2] for source in sources} == {"Wire", "Post"}
    assert "Health Ministry, in Wire" in sources
    assert task["data"]["first_as_of"] == "as of 2024-01-24"
    assert task["data"]["message"] == conflict.finding.message
    asked, project = ask(flow.client, XML, [task])
    assert asked == 1
    again, same = ask(flow.client, XML, [task])
    assert (again, same.id) == (0, project.id)
    (waiting,) = opinions(flow.client)
    assert (waiting.discrepancy, waiting.opinions, waiting.why) == (conflict.id, {}, ())

    found: Any = (flow.client.sdk.tasks.list(project=project.id).items or [])[0]
    answer = {"id": "o", "from_name": "opinion", "to_name": "first", "type": "choices"}
    why = {"id": "w", "from_name": "why", "to_name": "first", "type": "textarea"}
    for value, words in (("contradict", "Same day and place."), ("misread", "")):
        result = [answer | {"value": {"choices": [value]}}]
        result += [why | {"value": {"text": [words]}}] if words else []
        flow.client.sdk.annotations.create(id=found.id, result=result)
    skipped = [answer | {"value": {"choices": ["agree"]}}]
    flow.client.sdk.annotations.create(id=found.id, result=skipped, was_cancelled=True)
    (told,) = opinions(flow.client)
    assert told.opinions == {"contradict": 1, "misread": 1}
    assert told.why == ("Same day and place.",)


def test_what_has_no_two_sides_is_said(flow: Flow, conflict: Discrepancy) -> None:
    alone = replace(conflict, finding=replace(conflict.finding, claims=conflict.finding.claims[:1]))
    with pytest.raises(InvalidData, match="no two figures"):
        opinion_tasks(flow.session, VOCABULARY, [alone])
