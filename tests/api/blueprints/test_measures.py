from __future__ import annotations

from flask.testing import FlaskClient

from tests.api.corpus import VOCABULARY


def test_all_measures_of_the_vocabulary(http: FlaskClient) -> None:
    body = http.get("/api/v1/measures").get_json()
    assert body["vocabulary"] == VOCABULARY.version
    assert [measure["id"] for measure in body["items"]] == list(VOCABULARY.measures)
    killed = next(measure for measure in body["items"] if measure["id"] == "killed")
    assert (killed["label"], killed["unit"], killed["accumulates"]) == ("Killed", "people", True)
