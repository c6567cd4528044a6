from __future__ import annotations

from flask.testing import FlaskClient

from tests.api.corpus import HEBREW, HOSTILE, WIRE
from tests.api.page import page
from workbench.core.finding import FindingClass


def test_an_article_has_its_claims_marked(http: FlaskClient, filled: dict[str, str]) -> None:
    claims = http.get("/api/v1/claims?outlet=Harbour+Wire").get_json()["items"]
    found = page(http, f"/articles/{claims[0]['article']}")
    assert WIRE in found.text.replace("25,700 people", "25,700 people")
    assert found.marks == ["25,700"]
    assert found.all("mark", id=f"claim-{claims[0]['id']}")
    assert found.all("a", href=f"#claim-{claims[0]['id']}")
    assert "25,700 or more" in found.text
    assert not found.all("a", href="javascript:alert(1)")


def test_hostile_articles_are_text(http: FlaskClient, filled: dict[str, str]) -> None:
    (claim,) = http.get("/api/v1/claims", query_string={"outlet": HOSTILE}).get_json()["items"]
    found = page(http, f"/articles/{claim['article']}")
    assert HOSTILE in found.text
    assert "<b>" in found.text
    assert not found.foreign_scripts
    assert not found.all("img")
    assert HEBREW.split()[0] in found.text


def test_an_article_is_withdrawn_and_reinstated_on_its_page(
    http: FlaskClient, filled: dict[str, str]
) -> None:
    (claim,) = http.get("/api/v1/claims?outlet=Harbour+Wire").get_json()["items"]
    address = f"/articles/{claim['article']}"
    why = "<b>Taken back</b> by the ministry."
    answer = http.post(f"{address}/withdrawal", data={"action": "withdraw", "reason": why})
    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    found = page(http, address)
    assert f": {why} Nothing that it says counts." in found.text
    assert found.marks == []
    assert http.get("/api/v1/claims?outlet=Harbour+Wire").get_json()["items"] == []
    http.post(f"{address}/withdrawal", data={"action": "reinstate"})
    found = page(http, address)
    assert found.marks == ["25,700"]
    assert why in found.text, "it stays to be seen that it was"


def test_an_article_is_not_withdrawn_without_a_reason(http: FlaskClient, filled: dict[str, str]) -> None:
    (claim,) = http.get("/api/v1/claims?outlet=Harbour+Wire").get_json()["items"]
    answer = http.post(f"/articles/{claim['article']}/withdrawal", data={"reason": " "})
    assert answer.status_code == 422
    assert "say why the article is withdrawn" in answer.text
    assert page(http, f"/articles/{claim['article']}").marks == ["25,700"]


def test_unknown_article(http: FlaskClient) -> None:
    assert "no article nothing" in page(http, "/articles/nothing", 404).text.lower()


def test_every_class_has_its_rule(http: FlaskClient) -> None:
    found = page(http, "/rules")
    assert {attrs["id"] for attrs in found.all("div") if attrs.get("id")} == {
        cls.value for cls in FindingClass
    }
    assert "Independent origins give figures" in found.text
