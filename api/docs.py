"""The page that shows the OpenAPI document: Swagger UI from the package's own files, no other host."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template, send_from_directory
from swagger_ui_bundle import swagger_ui_path

from .openapi import PREFIX

FILES = ("swagger-ui.css", "swagger-ui-bundle.js")

blueprint = Blueprint("docs", __name__, url_prefix=f"{PREFIX}/docs")


@blueprint.get("")
def page() -> str:
    return render_template("docs.html")


@blueprint.get("/<name>")
def static(name: str) -> Response:
    if name not in FILES:
        abort(404)
    return send_from_directory(swagger_ui_path, name, max_age=86_400)
