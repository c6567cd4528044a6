from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

import api
from api.openapi import PREFIX
from workbench.settings import Settings

ROOT = Path(__file__).parents[2]

# Every route there is, with its methods. A route that is missing here has no test yet.
ROUTES = {
    ("/", "GET"),
    ("/bulk", "POST"),
    ("/discrepancies/<discrepancy_id>", "GET"),
    ("/discrepancies/<discrepancy_id>", "POST"),
    ("/discrepancies/<discrepancy_id>/undo", "POST"),
    ("/discrepancies/<discrepancy_id>/desk", "POST"),
    ("/discrepancies/<discrepancy_id>/edge", "POST"),
    ("/discrepancies/<discrepancy_id>/next", "GET"),
    ("/sign-in", "GET"),
    ("/sign-in", "POST"),
    ("/sign-out", "POST"),
    ("/welcome/<secret>", "GET"),
    ("/welcome/<secret>", "POST"),
    ("/me", "GET"),
    ("/me/tokens", "POST"),
    ("/me/tokens/<int(max=2147483647):token_id>/revoke", "POST"),
    ("/accounts", "GET"),
    ("/accounts", "POST"),
    ("/accounts/<int(max=2147483647):account_id>", "POST"),
    ("/overview", "GET"),
    ("/sources", "GET"),
    ("/articles", "GET"),
    ("/claims", "GET"),
    ("/claims/<claim_id>", "GET"),
    ("/articles/<article_id>", "GET"),
    ("/articles/<article_id>/withdrawal", "POST"),
    ("/rules", "GET"),
    ("/agreement", "GET"),
    ("/events", "GET"),
    ("/events", "POST"),
    ("/events/<path:event_id>", "GET"),
    ("/events/<path:event_id>", "POST"),
    ("/settings", "GET"),
    ("/settings", "POST"),
    ("/sign-in/provider", "GET"),
    ("/sign-in/provider/return", "GET"),
    ("/static/<path:filename>", "GET"),
    ("/bootstrap/static/<path:filename>", "GET"),
    ("/api/v1/openapi.json", "GET"),
    ("/api/v1/docs", "GET"),
    ("/api/v1/docs/<name>", "GET"),
    ("/api/v1/articles", "GET"),
    ("/api/v1/articles", "POST"),
    ("/api/v1/articles/<article_id>", "GET"),
    ("/api/v1/articles/<article_id>/withdrawal", "POST"),
    ("/api/v1/articles/<article_id>/withdrawal", "DELETE"),
    ("/api/v1/projects", "GET"),
    ("/api/v1/projects/<int(max=2147483647):project_id>/agreement", "GET"),
    ("/api/v1/projects", "POST"),
    ("/api/v1/projects/<int(max=2147483647):project_id>/push", "POST"),
    ("/api/v1/projects/<int(max=2147483647):project_id>/pull", "POST"),
    ("/api/v1/claims", "GET"),
    ("/api/v1/claims/<claim_id>", "GET"),
    ("/api/v1/crosscheck", "POST"),
    ("/api/v1/discrepancies", "GET"),
    ("/api/v1/discrepancies/<discrepancy_id>", "GET"),
    ("/api/v1/discrepancies/<discrepancy_id>/explanation", "GET"),
    ("/api/v1/decisions", "POST"),
    ("/api/v1/events", "GET"),
    ("/api/v1/events", "POST"),
    ("/api/v1/events/<event_id>", "PATCH"),
    ("/api/v1/events/<event_id>/merge", "POST"),
    ("/api/v1/events/<event_id>/split", "POST"),
    ("/api/v1/measures", "GET"),
    ("/api/v1/origins/edges", "GET"),
    ("/api/v1/origins/rulings", "GET"),
    ("/api/v1/origins/rulings", "POST"),
    ("/api/v1/exports/<export_format>", "GET"),
    ("/releases", "GET"),
    ("/releases", "POST"),
    ("/releases/<int(max=2147483647):number>", "GET"),
    ("/releases/<int(max=2147483647):number>/changes", "GET"),
    ("/api/v1/releases", "GET"),
    ("/api/v1/releases", "POST"),
    ("/api/v1/releases/<int(max=2147483647):number>", "GET"),
    ("/api/v1/releases/<int(max=2147483647):number>/files/<name>", "GET"),
    ("/api/v1/releases/<int(max=2147483647):before>/differences/<int(max=2147483647):after>", "GET"),
    ("/api/v1/webhooks/label-studio", "POST"),
    ("/api/v1/ml/health", "GET"),
    ("/api/v1/ml/setup", "POST"),
    ("/api/v1/ml/versions", "GET"),
    ("/api/v1/ml/predict", "POST"),
    ("/api/v1/ml/webhook", "POST"),
    ("/api/v1/health", "GET"),
}


def test_the_api_that_is_imported_is_ours() -> None:
    assert api.__file__ is not None
    assert Path(api.__file__).resolve() == ROOT / "api" / "__init__.py"


def test_every_route_is_known_here(app: Flask) -> None:
    there = {
        (rule.rule, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert there == ROUTES


def test_the_openapi_document_is_valid_and_lists_every_json_route(app: Flask, http: FlaskClient) -> None:
    document = http.get(f"{PREFIX}/openapi.json").get_json()
    validate(document)
    listed = {
        (path.replace("{", "<").replace("}", ">"), method.upper())
        for path, operations in document["paths"].items()
        for method in operations
        if method != "parameters"
    }
    json_routes = {
        (rule.replace("int(max=2147483647):", ""), method)
        for rule, method in ROUTES
        if rule.startswith(PREFIX) and "/docs" not in rule and "openapi" not in rule
    }
    assert listed == json_routes


def test_every_operation_says_what_it_does_and_how_it_fails(http: FlaskClient) -> None:
    document = http.get(f"{PREFIX}/openapi.json").get_json()
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if method == "parameters":
                continue
            assert operation["summary"], f"{method} {path}"
            default = operation["responses"]["default"]["$ref"].rsplit("/", 1)[-1]
            shape = document["components"]["responses"][default]["content"]["application/json"]["schema"]
            assert shape == {"$ref": "#/components/schemas/Error"}


def test_the_page_of_the_document_needs_no_other_host(http: FlaskClient) -> None:
    page = http.get(f"{PREFIX}/docs").get_data(as_text=True)
    assert "http" not in page.replace("https://www.w3.org", ""), "no address of another host"
    assert "<script>" not in page
    for name, start in (("swagger-ui.css", ".swagger-ui"), ("swagger-ui-bundle.js", "/*! For license")):
        with http.get(f"{PREFIX}/docs/{name}") as file:
            assert file.status_code == 200
            assert file.get_data(as_text=True).startswith(start)
    for name in ("index.html", "..%2f..%2f__init__.py", "swagger-ui-bundle.js.map"):
        assert http.get(f"{PREFIX}/docs/{name}").status_code == 404


def test_styles_are_served_from_here(http: FlaskClient) -> None:
    for path in ("/bootstrap/static/css/bootstrap.min.css", "/static/workbench.css", "/static/icon.svg"):
        with http.get(path) as file:
            assert file.status_code == 200
    for path in ("/static/nothing.css", "/static/../app.py", "/bootstrap/static/nothing.js"):
        assert http.get(path).status_code == 404


def test_listing_the_routes_touches_no_disk(app: Flask, settings: Settings) -> None:
    assert not settings.state.exists()
    app.test_client().get(f"{PREFIX}/openapi.json")
    assert not (settings.state / "workbench.sqlite").exists(), "the database is opened when it is needed"


def test_it_does_not_debug(app: Flask) -> None:
    assert app.debug is False


def test_the_words_of_the_document_are_those_that_are_taken(http: FlaskClient) -> None:
    document = http.get(f"{PREFIX}/openapi.json").get_json()
    filters = {
        entry["name"]: entry for entry in document["paths"][f"{PREFIX}/discrepancies"]["get"]["parameters"]
    }
    for name in ("class", "severity", "state"):
        for word in filters[name]["schema"]["enum"]:
            assert http.get(f"{PREFIX}/discrepancies", query_string={name: word}).status_code == 200
