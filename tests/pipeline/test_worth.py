"""Sentences asked of whether they are worth checking, and those most worth it given out first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from tests.moments import NOON
from tests.pipeline.flow import POST, VOCABULARY, WIRE, Flow
from workbench.core.annotation import WORTH_SAID
from workbench.core.project import Order, Terms
from workbench.exceptions import InvalidData
from workbench.labelstudio import project as projects
from workbench.labelstudio import wire
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.config import WORTH, load_config
from workbench.labelstudio.listing import tasks
from workbench.labelstudio.worth import NAME, check_worth_config
from workbench.pipeline.agreement import agreement
from workbench.pipeline.normalise import normalise
from workbench.pipeline.project import open_project
from workbench.pipeline.pull import pull
from workbench.pipeline.push import push
from workbench.store.claims import all_claims
from workbench.store.rows import AnnotationRow, ProjectRow, SentenceRow

DULL = POST.splitlines()[1]


@pytest.fixture
def opened(flow: Flow, request: pytest.FixtureRequest) -> Iterator[ProjectRow]:
    """A second project beside the one of the claims, as its parameter says: config and order."""
    config, order = request.param
    row, _ = open_project(
        flow.session,
        flow.client,
        server="local",
        xml=load_config(name=config),
        vocabulary=VOCABULARY,
        title=f"worth {os.getpid()} {order}",
        terms=Terms(order=order),
    )
    yield row
    projects.delete(flow.client, row.number)


def sent(flow: Flow, row: ProjectRow) -> int:
    return push(flow.work, flow.client, row.id, VOCABULARY, now=NOON).pushed


@pytest.mark.parametrize("opened", [(NAME, Order.TEXT)], indirect=True)
def test_each_sentence_is_asked_once_with_an_answer_that_is_suggested(flow: Flow, opened: ProjectRow) -> None:
    assert (sent(flow, opened), sent(flow, opened)) == (3, 0)
    found: dict[str, Any] = {
        (task.data or {})["text"]: (task.predictions or [None])[0]
        for task in tasks(flow.client, opened.number, include="id,data,predictions,result")
    }
    answers = {text: one["result"][0]["value"]["choices"] for text, one in found.items()}
    assert answers == {WIRE: ["check"], POST.splitlines()[0]: ["check"], DULL: ["no_claim"]}


@pytest.mark.parametrize("opened", [(NAME, Order.TEXT)], indirect=True)
def test_what_is_answered_comes_back_and_makes_and_takes_no_claim(flow: Flow, opened: ProjectRow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    before, _, _ = flow.derive()
    assert before
    sent(flow, opened)
    task = next(tasks(flow.client, opened.number, include="id,data"))
    item = {"id": WORTH, "from_name": WORTH, "to_name": "text", "type": "choices"}
    for answer in ("no_claim", "check"):
        result = [{**item, "value": {"choices": [answer]}}]
        flow.client.sdk.annotations.create(id=task.id, result=result)
    pull(flow.work, flow.client, opened.id, VOCABULARY, now=NOON)
    kept = flow.session.scalars(select(AnnotationRow.answer).where(AnnotationRow.project_id == opened.id))
    assert sorted(str(answer) for answer in kept) == [f"{WORTH_SAID}check", f"{WORTH_SAID}no_claim"]
    normalise(flow.session, VOCABULARY, full=True)
    assert all_claims(flow.session) == before
    assert agreement(flow.session, VOCABULARY, opened.id, key=b"k" * 32).report.annotators


@pytest.mark.parametrize("opened", [("numeric_claims.xml", Order.WORTH)], indirect=True)
def test_what_is_most_worth_checking_is_given_out_first(flow: Flow, opened: ProjectRow) -> None:
    sent(flow, opened)
    given = []
    for _ in range(3):
        task = wire.get(flow.client, f"/api/projects/{opened.number}/next")
        given.append(task["data"]["text"])
        flow.client.sdk.annotations.create(id=task["id"], result=[])
    assert given[-1] == DULL, "nothing is suggested there"
    assert {WIRE, POST.splitlines()[0]} == set(given[:2])
    texts = flow.session.scalars(select(SentenceRow.text))
    assert sorted(texts) == sorted(given)


def test_a_config_for_worth_has_every_answer() -> None:
    xml = load_config(name=NAME)
    assert check_worth_config(xml)
    assert not check_worth_config(load_config())
    with pytest.raises(InvalidData, match="lacks unclear"):
        check_worth_config(xml.replace('value="unclear"', 'value="dunno"'))
    with pytest.raises(InvalidData, match="Choices of the Text"):
        check_worth_config(xml.replace('toName="text"', 'toName="before"'))
