from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import Engine, update

from tests.api.corpus import HOSTILE
from tests.api.page import page
from workbench.store.rows import VersionRow
from workbench.store.session import open_session


def test_an_editor_makes_a_release_and_sees_its_files_and_changes(
    http: FlaskClient, checked: dict[str, str]
) -> None:
    assert "There is no release yet." in page(http, "/releases").text
    made = http.post("/releases", data={"unresolved": "yes"})
    assert (made.status_code, made.headers["Location"]) == (303, "/releases/1")
    found = page(http, "/releases/1")
    assert "5 not resolved, flagged as such" in found.text
    assert found.all("a", href="/api/v1/releases/1/files/claims.csv")
    changes = page(http, "/releases/1/changes")
    assert "Before it there was nothing: 5 added, 0 changed, 0 withdrawn." in changes.text
    assert HOSTILE not in http.get("/releases/1/changes").get_data(as_text=True)
    assert http.post("/releases", data={}).status_code == 303
    changes = page(http, "/releases/2/changes")
    assert "Since release 1: 0 added, 0 changed, 5 withdrawn." in changes.text
    assert "an open discrepancy" not in changes.text, "the two folders do not show what is open"
    assert "Since release 1: 0 added" in page(http, "/releases/2/changes?since=1").text
    page(http, "/releases/2/changes?since=7", status=404)
    assert "5 withdrawn since an earlier release" in page(http, "/releases").text


def test_quotes_that_do_not_stand_are_listed_with_their_claims(
    http: FlaskClient, engine: Engine, checked: dict[str, str]
) -> None:
    with open_session(engine) as session:
        session.execute(update(VersionRow).values(text="It is gone."))
    found = page(http, "/releases", status=409, method="POST", data={"unresolved": "yes"})
    assert "4 quotes no longer stand" in found.text
    assert len([link for link in found.all("a") if (link["href"] or "").startswith("/claims/")]) == 4


def test_every_file_is_explained(http: FlaskClient, checked: dict[str, str]) -> None:
    from api.review.releases import MEANINGS

    http.post("/releases", data={})
    files = {file["name"] for file in http.get("/api/v1/releases/1").get_json()["files"]}
    assert files == MEANINGS.keys() - {"manifest.dsse.json"}
