"""A Flask app that answers with so many bytes, to set our pages beside."""

from __future__ import annotations

from flask import Flask

app = Flask(__name__)


@app.get("/<int:size>")
def page(size: int) -> str:
    return "x" * size
