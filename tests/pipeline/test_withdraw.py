"""An article that is withdrawn is no evidence, its tasks say so, and all of it can be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from tests.moments import NOON
from tests.pipeline.flow import POST, VOCABULARY, WIRE, Flow
from workbench.core.decision import Outcome, ReasonCode
from workbench.core.finding import FindingClass
from workbench.exceptions import Conflict, InvalidData, NotFound
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.listing import tasks as list_tasks
from workbench.pipeline.decide import decide
from workbench.pipeline.push import Pushed, push
from workbench.pipeline.withdraw import reinstate, withdraw
from workbench.store.articles import name_article
from workbench.store.claims import all_claims
from workbench.store.discrepancies import list_discrepancies
from workbench.store.rows import AnnotationRow
from workbench.store.showing import WITHDRAWN
from workbench.store.withdrawals import history

WHY = "The hospital took the figure back."


def sent(flow: Flow) -> Pushed:
    return push(flow.work, flow.client, flow.project.id, VOCABULARY, now=NOON)


def notes(flow: Flow) -> dict[str, str]:
    """What each task tells the annotator, by the words of its sentence."""
    found = list_tasks(flow.client, flow.project.number, include="id,data")
    return {(task.data or {})["text"]: (task.data or {})["note"] for task in found}


def conflicts(flow: Flow) -> list[Any]:
    found, _ = list_discrepancies(flow.session)
    return [entry for entry in found if entry.finding.cls is FindingClass.HARD_CONFLICT]


def take_back(flow: Flow, **more: Any) -> None:
    post = name_article(flow.session, "Post.txt")
    withdraw(flow.session, VOCABULARY, post, **{"reason": WHY, "by": "Rivka", "now": NOON, **more})


def test_its_claims_and_what_rested_on_them_go_and_come_back(labelled: Flow) -> None:
    before = {claim.id for claim in all_claims(labelled.session)}
    assert len(conflicts(labelled)) == 1
    take_back(labelled)
    assert {claim.outlet for claim in all_claims(labelled.session)} == {"Wire"}
    assert conflicts(labelled) == []
    assert len(list(labelled.session.scalars(select(AnnotationRow)))) == 3, "what people said stays"
    reinstate(labelled.session, VOCABULARY, name_article(labelled.session, "Post.txt"), by="Omar", now=NOON)
    assert {claim.id for claim in all_claims(labelled.session)} == before
    assert len(conflicts(labelled)) == 1


def test_its_tasks_say_so_once_and_no_longer_when_it_is_reinstated(labelled: Flow) -> None:
    take_back(labelled)
    assert sent(labelled).marked == 2
    told = notes(labelled)
    assert {told[line] for line in POST.splitlines()} == {WITHDRAWN + WHY}
    assert told[WIRE] == ""
    again = sent(labelled)
    assert (again.pushed, again.refreshed, again.marked) == (0, 0, 0)
    reinstate(labelled.session, VOCABULARY, name_article(labelled.session, "Post.txt"), by="Omar", now=NOON)
    assert sent(labelled).refreshed == 2
    assert set(notes(labelled).values()) == {""}
    counts = [
        task.total_annotations
        for task in list_tasks(labelled.client, labelled.project.number, include="id,total_annotations")
    ]
    assert counts == [1, 1, 1], "nothing was deleted"


def test_what_was_not_sent_yet_waits_until_it_is_reinstated(flow: Flow) -> None:
    take_back(flow)
    assert sent(flow).pushed == 1
    assert set(notes(flow)) == {WIRE}
    reinstate(flow.session, VOCABULARY, name_article(flow.session, "Post.txt"), by="Omar", now=NOON)
    assert sent(flow).pushed == 2


def test_what_annotators_say_meanwhile_counts_once_it_is_reinstated(flow: Flow) -> None:
    flow.push()
    take_back(flow)
    accept_suggestions(flow.client, flow.project.number)
    flow.derive()
    assert {claim.outlet for claim in all_claims(flow.session)} == {"Wire"}
    reinstate(flow.session, VOCABULARY, name_article(flow.session, "Post.txt"), by="Omar", now=NOON)
    assert {claim.outlet for claim in all_claims(flow.session)} == {"Wire", "Post"}


def test_a_decision_that_rested_on_it_stays_recorded_and_holds_again(labelled: Flow) -> None:
    (conflict,) = conflicts(labelled)
    decide(
        labelled.session,
        VOCABULARY,
        conflict.id,
        outcome=Outcome.NOT_COMPARABLE,
        reason=ReasonCode.DIFFERENT_METHOD,
        reviewer="Rivka",
        note="",
        now=NOON,
    )
    take_back(labelled)
    assert conflicts(labelled) == []
    reinstate(labelled.session, VOCABULARY, name_article(labelled.session, "Post.txt"), by="Omar", now=NOON)
    (back,) = conflicts(labelled)
    assert (back.id, back.open) == (conflict.id, False)


def test_who_said_so_and_why_is_kept(labelled: Flow) -> None:
    take_back(labelled, reason="  The hospital\x00 took\nit back. ")
    with pytest.raises(Conflict, match=r"by Rivka: The hospital took it back\."):
        take_back(labelled)
    article = name_article(labelled.session, "Post.txt")
    reinstate(labelled.session, VOCABULARY, article, by="Omar", now=NOON)
    with pytest.raises(Conflict, match="not withdrawn"):
        reinstate(labelled.session, VOCABULARY, article, by="Omar", now=NOON)
    take_back(labelled)
    kept = [(row.reason, row.withdrawn_by, row.ended_by) for row in history(labelled.session, article)]
    assert kept == [(WHY, "Rivka", None), ("The hospital took it back.", "Rivka", "Omar")]


@pytest.mark.parametrize("reason", ["", " \n\u00a0", "\x00", "x" * 501])
def test_a_reason_is_asked_for_and_fits_on_a_task(flow: Flow, reason: str) -> None:
    with pytest.raises(InvalidData) as caught:
        take_back(flow, reason=reason)
    assert "reason" in caught.value.fields


def test_an_article_is_named_by_id_its_beginning_or_its_file(flow: Flow) -> None:
    article = name_article(flow.session, "Post.txt")
    assert name_article(flow.session, article) == name_article(flow.session, article[:12]) == article
    for nothing in ("", "%", "Gone.txt"):
        with pytest.raises(NotFound):
            name_article(flow.session, nothing)
