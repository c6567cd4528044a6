"""The main job on a real Label Studio: claims come from annotations alone, and follow them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.moments import NOON
from tests.pipeline.flow import POST, VOCABULARY, WIRE, Flow, article
from workbench.core.claim import Claim
from workbench.core.decision import Outcome, ReasonCode
from workbench.core.quantity import Bound, Interval
from workbench.exceptions import InvalidData, NotFound
from workbench.labelstudio.accept import accept_suggestions
from workbench.pipeline.decide import decide
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.normalise import normalise
from workbench.pipeline.suggest import suggest_pending
from workbench.store.claims import all_claims
from workbench.store.projects import count_tasks
from workbench.store.rows import AnnotationRow, TaskRow


def values(claims: list[Claim]) -> list[tuple[str, int | None]]:
    return sorted((claim.measure, claim.quantity.value) for claim in claims)


def field(result: list[dict[str, Any]], region: object, name: str) -> dict[str, Any]:
    (value,) = [
        item["value"] for item in result if item.get("id") == region and item.get("from_name") == name
    ]
    assert isinstance(value, dict)
    return value


def test_without_annotations_there_are_no_claims_whatever_was_suggested(flow: Flow) -> None:
    assert flow.push() == 3
    claims, found, release = flow.derive()
    assert (claims, found, release.claims) == ([], [], ())


def test_from_the_article_to_the_verified_set(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    claims, found, release = flow.derive()
    assert values(claims) == [("injured", 70), ("killed", 40), ("killed", 55)]
    for claim in claims:
        text = WIRE if claim.outlet == "Wire" else POST
        assert text[claim.start : claim.end] == str(claim.quantity.value)
    (conflict,) = found
    assert conflict.finding.cls.value == "hard_conflict"
    assert [(one.claim.quantity.value, one.quote) for one in release.claims] == [(70, WIRE)]
    again = flow.derive()
    assert (again[0], [entry.id for entry in again[1]]) == (claims, [conflict.id]), (
        "running twice changes nothing"
    )


def test_a_corrected_annotation_changes_claim_finding_and_export(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.derive()
    annotation = flow.annotation_of("70 civilians")
    result = annotation["result"]
    marks = {str(item["value"]["text"]): item["id"] for item in result if item.get("from_name") == "measure"}
    killed, injured = marks["40"], marks["70"]
    field(result, killed, "value")["number"] = 50
    field(result, killed, "bound")["choices"] = ["at_least"]
    kept = [item for item in result if item.get("id") != injured]
    flow.client.sdk.annotations.update(id=annotation["id"], result=kept)

    claims, found, release = flow.derive()
    assert values(claims) == [("killed", 50), ("killed", 55)]
    corrected = next(claim for claim in claims if claim.outlet == "Wire")
    assert (corrected.quantity.bound, corrected.quantity.hard) == (Bound.AT_LEAST, Interval(50, None))
    assert found == [], "at least 50 and 55 can both be so"
    assert sorted(verified.claim.quantity.value or 0 for verified in release.claims) == [50, 55]


def test_a_deleted_annotation_takes_its_claims_along(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.derive()
    flow.client.sdk.annotations.delete(id=flow.annotation_of("55 civilians")["id"])
    claims, found, _ = flow.derive()
    assert values(claims) == [("injured", 70), ("killed", 40)]
    assert found == []
    deleted = flow.session.scalars(select(AnnotationRow).where(AnnotationRow.deleted_at.is_not(None))).all()
    assert len(deleted) == 1, "what was recorded stays, marked"


def test_a_task_deleted_behind_our_back_is_found_by_a_full_pull(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.derive()
    task = flow.annotation_of("55 civilians")["task"]
    flow.client.sdk.tasks.delete(id=task)
    assert flow.pull(full=True).gone == 1
    normalise(flow.session, VOCABULARY)
    assert values(all_claims(flow.session)) == [("injured", 70), ("killed", 40)]


def test_pushing_twice_doubles_nothing_even_if_our_memory_is_lost(flow: Flow) -> None:
    assert flow.push() == 3
    assert flow.push() == 0
    for row in flow.session.scalars(select(TaskRow)):
        row.number = row.pushed_at = None  # as if we had been killed before the answer came
    flow.session.flush()
    assert flow.push() == 3
    assert count_tasks(flow.session, flow.project.id) == (3, 3)
    assert len(flow.client.sdk.tasks.list(project=flow.project.number).items or ()) == 3


def test_a_new_version_of_an_article_is_the_only_evidence(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.derive()
    newer = article("Post", POST.replace("55", "40"))
    ingest_articles(flow.session, [newer], now=NOON + timedelta(hours=1), max_characters=10_000)
    suggest_pending(flow.session, VOCABULARY)
    claims, found, _ = flow.derive()
    assert values(claims) == [("injured", 70), ("killed", 40)], (
        "the old text speaks no longer, the new not yet"
    )
    assert flow.push() == 1, "the sentence that did not change is not sent again"
    accept_suggestions(flow.client, flow.project.number)
    claims, found, _ = flow.derive()
    assert values(claims) == [("injured", 70), ("killed", 40), ("killed", 40)]
    assert found == []


def test_a_decision_frees_what_it_accepts_until_the_evidence_changes(flow: Flow) -> None:
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    claims, (conflict,), _ = flow.derive()
    accepted = next(claim for claim in claims if claim.quantity.value == 55)
    answer: dict[str, Any] = {
        "outcome": Outcome.ACCEPT_CLAIM,
        "reason": ReasonCode.LATER_UPDATE,
        "reviewer": "ana",
        "now": NOON,
    }
    with pytest.raises(InvalidData, match="name the claim"):
        decide(flow.session, VOCABULARY, conflict.id, **answer)
    with pytest.raises(NotFound):
        decide(flow.session, VOCABULARY, "0" * 32, **answer)
    decide(flow.session, VOCABULARY, conflict.id, claim=accepted.id, **answer)
    _, found, release = flow.derive()
    assert found == []
    freed = {verified.claim.quantity.value: verified for verified in release.claims}
    assert set(freed) == {55, 70}
    assert freed[55].accepted == Interval(55, 55)
    assert [decision.reviewer for decision in freed[55].decisions] == ["ana"]

    annotation = flow.annotation_of("70 civilians")
    result = annotation["result"]
    region = next(item["id"] for item in result if item.get("from_name") == "measure")
    field(result, region, "value")["number"] = 41
    flow.client.sdk.annotations.update(id=annotation["id"], result=result)
    _, found, release = flow.derive()
    assert len(found) == 1, "new evidence opens the case again"
    assert {verified.claim.quantity.value for verified in release.claims} == {70}


def test_a_spanish_article_is_compared_with_english_ones(flow: Flow) -> None:
    """The whole job in another language: its claims have the terms that the English ones have."""
    text = (
        "Al menos 90 civiles murieron el miércoles en Jartum, informó la gobernación.\nNadie resultó herido."
    )
    told = replace(article("Diario", text), language="es")
    ingest_articles(flow.session, [told], now=NOON, max_characters=10_000)
    suggest_pending(flow.session, VOCABULARY)
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    claims, found, _ = flow.derive()
    told_claims = [claim for claim in claims if claim.outlet == "Diario"]
    assert values(told_claims) == [("injured", 0), ("killed", 90)]
    killed = max(told_claims, key=lambda claim: claim.quantity.value or 0)
    assert (killed.population, killed.place, killed.quantity.bound) == (
        "civilians",
        "Khartoum",
        Bound.AT_LEAST,
    )
    assert killed.as_of is not None
    assert (killed.origin, killed.as_of.edtf) == ("gobernación", "2024-01-24")
    assert any(killed.id in entry.finding.claims for entry in found), "and is part of a finding"
