from __future__ import annotations

from flask.testing import FlaskClient

from tests.api.page import page


def test_the_flow_is_counted_from_articles_to_decisions(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, "/overview").text
    for words in ("4 Articles", "4 Sent to Label Studio", "4 Labelled", "4 Claims", "1 Reference counts"):
        assert words in found
    assert "4 Discrepancies and notes" in found
    assert "0 Decided" in found
    assert "3 to do" in found
    assert "3 open" in found
    assert "1 note" in found


def test_an_empty_desk_says_what_comes_next(http: FlaskClient) -> None:
    found = page(http, "/overview").text
    assert "next: workbench ingest FOLDER" in found
    assert "Releases next: workbench release create" in found
    assert "Nobody speaks in a discrepancy yet." in found
    assert "Run workbench crosscheck once there are claims" in found
    assert "None speaks in a discrepancy yet." in page(http, "/sources").text


def test_sources_are_confirmed_or_contradicted_by_what_was_decided(
    http: FlaskClient, filled: dict[str, str]
) -> None:
    """25,700 is decided: "at least 25,700" of the wire and 25,700 of the table fit, 19,400 does not."""
    answer = {
        "outcome": "accept_range",
        "low": "25700",
        "high": "25700",
        "as_of": "2024-01-24",
        "reason": "later_update",
        "reviewer": "Ada",
    }
    assert http.post(f"/discrepancies/{filled['conflict']}", data=answer).status_code == 303
    assert "Coast Daily 1 0 1" in page(http, "/overview").text, "to do, confirmed, contradicted"
    found = page(http, "/sources").text
    origins, _, outlets = found.partition("Outlets: who prints it")
    # Name, discrepancies, to do, confirmed, contradicted.
    assert "Health Ministry 3 1 1 0" in origins
    assert "Palestinian Ministry of Health 2 0 1 0" in origins
    assert "Coast Daily 2 1 0 1" in origins
    assert "Harbour Wire 3 1 1 0" in outlets
    assert "Coast Daily 2 1 0 1" in outlets
