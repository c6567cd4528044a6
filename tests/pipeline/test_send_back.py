"""An "annotation error" brings the sentence back to the annotators, and their correction closes the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.moments import NOON
from tests.pipeline.flow import POST, VOCABULARY, WIRE, Flow
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.labelstudio import project as projects
from workbench.labelstudio.config import load_config
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.decide import decide
from workbench.pipeline.normalise import normalise
from workbench.pipeline.pull import pull
from workbench.pipeline.send_back import SentBack, send_back
from workbench.store.claims import all_claims
from workbench.store.discrepancies import list_discrepancies
from workbench.store.projects import CORRECTIONS, all_projects
from workbench.store.rows import ProjectRow


def back(flow: Flow) -> SentBack | None:
    return send_back(flow.work, flow.client, VOCABULARY, server="local", xml=load_config(), now=NOON)


def call_it_wrong(flow: Flow, note: str = "The words say 40, not 55.") -> Decision:
    (conflict, *_), _ = list_discrepancies(flow.session, state="open")
    return decide(
        flow.session,
        VOCABULARY,
        conflict.id,
        outcome=Outcome.ANNOTATION_ERROR,
        reason=ReasonCode.ANNOTATION_ERROR,
        reviewer="Rivka",
        note=note,
        now=NOON,
    )


def corrections(flow: Flow) -> ProjectRow:
    (row,) = (row for row in all_projects(flow.session) if row.title == CORRECTIONS)
    return row


def tasks(flow: Flow) -> dict[str, Any]:
    listed: Any = flow.client.sdk.tasks.list(project=corrections(flow).number, fields="all").items
    return {task.data["text"]: task for task in listed}


@pytest.fixture(autouse=True)
def corrected(flow: Flow) -> Iterator[None]:
    """The project of corrections goes with the test."""
    yield
    for row in all_projects(flow.session):
        if row.title == CORRECTIONS:
            projects.delete(flow.client, row.number)


def test_nothing_goes_back_where_nobody_asked(labelled: Flow) -> None:
    assert back(labelled) is None
    assert [row.title for row in all_projects(labelled.session)] == [labelled.project.title]


def test_a_correction_closes_the_circle(labelled: Flow) -> None:
    call_it_wrong(labelled)
    sent = back(labelled)
    assert sent is not None
    assert sent.sentences == 2, "both sentences of the conflict, and no other"
    there = tasks(labelled)
    post = POST.splitlines()[0]
    assert set(there) == {WIRE, post}
    assert there[post].data["note"] == (
        "Rivka asks you to look again at “55” killed: The words say 40, not 55."
    )
    (suggested,) = there[post].predictions
    result = [dict(item) for item in suggested.result]
    for item in result:
        if item.get("from_name") == "value":
            item["value"]["number"] = 40
    labelled.client.sdk.annotations.create(id=there[post].id, result=result)
    pull(labelled.work, labelled.client, corrections(labelled).id, VOCABULARY, now=NOON)
    normalise(labelled.session, VOCABULARY)
    crosscheck(labelled.session, VOCABULARY, now=NOON)
    chosen = all_claims(labelled.session, chosen=True)
    assert sorted((claim.outlet, claim.measure, claim.quantity.value) for claim in chosen) == [
        ("Post", "killed", 40),
        ("Wire", "injured", 70),
        ("Wire", "killed", 40),
    ], "the correction speaks, although the first answer stays"
    left, _ = list_discrepancies(labelled.session)
    assert "hard_conflict" not in {entry.finding.cls.value for entry in left}
    again = back(labelled)
    assert again is None or again.sentences == 0


def test_sent_back_once_and_a_later_note_replaces_the_earlier(labelled: Flow) -> None:
    call_it_wrong(labelled)
    back(labelled)
    again = back(labelled)
    assert again is not None
    assert again.sentences == 0
    (conflict,) = (
        entry
        for entry in list_discrepancies(labelled.session)[0]
        if entry.finding.cls.value == "hard_conflict"
    )
    decide(
        labelled.session,
        VOCABULARY,
        conflict.id,
        outcome=Outcome.ANNOTATION_ERROR,
        reason=ReasonCode.ANNOTATION_ERROR,
        reviewer="Omar",
        now=NOON,
    )
    back(labelled)
    assert len(tasks(labelled)) == 2
    assert {task.data["note"] for task in tasks(labelled).values()} == {
        "Omar asks you to look again at “55” killed.",
        "Omar asks you to look again at “40” killed.",
    }


def test_a_decision_that_is_taken_back_sends_nothing(labelled: Flow) -> None:
    found = call_it_wrong(labelled)
    decide(
        labelled.session,
        VOCABULARY,
        found.fingerprint,
        outcome=Outcome.NEEDS_EVIDENCE,
        reason=ReasonCode.INSUFFICIENT,
        reviewer="Rivka",
        now=NOON,
    )
    assert back(labelled) is None
