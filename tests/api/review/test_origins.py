from __future__ import annotations

from flask.testing import FlaskClient

from tests.api.corpus import HOSTILE
from tests.api.page import page


def test_edges_are_cut_put_back_and_added_on_the_page(http: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    found = page(http, path)
    assert "its sentence names it as the origin" in found.text
    wire = found.all("input", name="copy")[0]["value"] or ""
    cut = {"action": "cut", "copy": wire, "original": found.all("input", name="original")[0]["value"]}
    assert http.post(f"{path}/edge", data=cut).headers["Location"] == f"{path}#origins"
    assert "Cut by a reviewer." in page(http, path).text
    assert http.post(f"{path}/edge", data={**cut, "action": "add"}).status_code == 303
    assert "Cut by a reviewer." not in page(http, path).text
    added = {"action": "add", "copy": wire, "original": "Field Agency", "note": HOSTILE}
    assert http.post(f"{path}/edge", data=added).status_code == 303
    found = page(http, path)
    assert "→ Field Agency" in found.text
    assert HOSTILE in found.text
    assert not found.foreign_scripts
    assert http.post(f"{path}/edge", data={**added, "original": ""}).status_code == 422


def test_an_edge_that_was_added_is_cut_again_at_once(http: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    wire = page(http, path).all("input", name="copy")[0]["value"] or ""
    added = {"action": "add", "copy": wire, "original": "Field Agency"}
    assert http.post(f"{path}/edge", data=added).status_code == 303
    assert http.post(f"{path}/edge", data={**added, "action": "cut"}).status_code == 303
    found = page(http, path)
    assert "Cut by a reviewer." in found.text, "it is told, and may be put back"
    assert found.all("button", name="action", value="add")
    assert http.post(f"{path}/edge", data={**added, "action": "cut"}).status_code == 404, "there is none now"
    assert http.post(f"{path}/edge", data={**added, "original": "x", "action": "cut"}).status_code == 404
