"""What should not come comes: a clear reason each, and nothing is lost, on the real server."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from tests.moments import NOON
from tests.pipeline.flow import POST, VOCABULARY, Flow, article
from workbench.exceptions import InvalidData
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.config import load_config
from workbench.labelstudio.project import listed
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.normalise import normalise
from workbench.pipeline.project import open_project
from workbench.store.claims import all_claims, unreadable_regions
from workbench.store.rows import AnnotationRow, ProjectRow

POSTED = POST.splitlines()[0]
NUMBER = POSTED.index("55")


def marked(region: str, label: str, start: Any, end: Any, text: str | None = None) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label]} | ({} if text is None else {"text": text})
    return {"id": region, "from_name": "measure", "to_name": "text", "type": "labels", "value": value}


def role(region: str, label: str, start: int, end: int) -> dict[str, Any]:
    return marked(region, label, start, end) | {"from_name": "role"}


def answered(flow: Flow, result: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """The regions that could not be read, with field and reason, after an annotation with this result."""
    flow.push()
    for task in flow.client.sdk.tasks.list(project=flow.project.number).items or ():
        found: Any = task
        if found.data["text"] == POSTED:
            flow.client.sdk.annotations.create(id=found.id, result=result)
    flow.pull()
    normalise(flow.session, VOCABULARY)
    return {row.region: (row.field, row.reason) for row in unreadable_regions(flow.session)}


def test_regions_past_the_end_and_unknown_labels_are_named_one_by_one(flow: Flow) -> None:
    good = marked("good", "killed", NUMBER, NUMBER + 2, "55")
    end = len(POSTED)
    reasons = answered(
        flow,
        [
            good,
            marked("past", "killed", end - 3, end + 40),
            marked("far", "killed", 10**9, 10**9 + 2),
            marked("back", "killed", NUMBER + 2, NUMBER),
            marked("words", "killed", "3", None),
            marked("unknown", "zombified", NUMBER, NUMBER + 2),
            marked("moved", "killed", 0, 2, "55"),
        ],
    )
    assert {region: field for region, (field, _) in reasons.items()} == {
        "past": "span",
        "far": "span",
        "back": "span",
        "words": "span",
        "unknown": "measure",
        "moved": "span",
    }
    assert f"which has {end} characters" in reasons["past"][1]
    assert reasons["unknown"][1].startswith("'zombified' is no measure; known are killed, injured")
    (claim,) = all_claims(flow.session)
    assert claim.quantity.value == 55, "the sound region of the same annotation counts"
    (row,) = flow.session.scalars(select(AnnotationRow))
    assert {region["id"] for region in row.regions} == {"good", *reasons}, "the raw stays, all of it"


def test_a_role_that_nobody_knows_or_that_stands_nowhere(flow: Flow) -> None:
    number = marked("n", "killed", NUMBER, NUMBER + 2, "55")
    reasons = answered(flow, [number, role("r", "place", 5000, 5010), role("s", "weather", 0, 8)])
    assert reasons == {"n": ("place", f"its mark, 5000 to 5010, is no span of the {len(POSTED)} characters")}


def test_a_hundred_kilobytes_in_one_sentence_go_there_and_back(flow: Flow) -> None:
    long = "🏚️ The night was " + "very " * 20_000 + "long, and 40 civilians were killed in Khartoum."
    assert len(long) > 100_000
    ingest_articles(flow.session, [article("Long", long)], now=NOON, max_characters=200_000)
    assert flow.push() == 4
    accept_suggestions(flow.client, flow.project.number)
    flow.pull()
    normalise(flow.session, VOCABULARY)
    (claim,) = (claim for claim in all_claims(flow.session) if claim.outlet == "Long")
    assert claim.start is not None
    assert long[claim.start : claim.end] == "40"
    assert (claim.quantity.value, claim.place) == (40, "Khartoum")


ENTITIES = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY y SYSTEM "file:///etc/hostname">]>'
WITHOUT_TEXT = load_config().replace('<Text name="text"', '<Header name="text"')


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (f'{ENTITIES}<View><Header value="&y;"/></View>', "DOCTYPE, which is refused"),
        (f'{OUTSIDE}<View><Header value="&y;"/></View>', "DOCTYPE, which is refused"),
        (WITHOUT_TEXT, "text is missing"),
        ("<View>", "no well-formed XML"),
    ],
)
def test_a_config_that_cannot_be_is_refused_before_anything_is_made(
    flow: Flow, xml: str, reason: str
) -> None:
    there = [*listed(flow.client)]
    before = {project.id for project in there}
    with pytest.raises(InvalidData, match=reason):
        open_project(
            flow.session, flow.client, server="local", xml=xml, vocabulary=VOCABULARY, title="never made"
        )
    there = [*listed(flow.client)]
    assert {project.id for project in there} == before
    titles = flow.session.scalars(select(ProjectRow.title)).all()
    assert "never made" not in titles
