"""Puts the app together."""

from __future__ import annotations

from flask import Flask
from flask_bootstrap import Bootstrap5

from workbench.settings import Settings

from . import access, docs, errors, security
from .accounts import door, manage, me, provider
from .bench import Bench
from .blueprints import BLUEPRINTS
from .openapi import PREFIX, Api
from .review import agreement, articles, events, finder, overview, pages, queue, releases
from .review import settings as settings_pages

LARGEST_BODY = 32 * 1024 * 1024  # bytes


def create_app(settings: Settings | None = None) -> Flask:
    """The whole app. The database is opened, and brought up to date, by the first request that needs it."""
    settings = settings or Settings.from_env()
    app = Flask(__name__)
    app.config.from_mapping(
        API_TITLE="Claims workbench",
        API_VERSION="v1",
        OPENAPI_VERSION="3.0.3",
        OPENAPI_URL_PREFIX=PREFIX,
        OPENAPI_JSON_PATH="openapi.json",
        BOOTSTRAP_SERVE_LOCAL=True,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]  # fields keep the order of their schema
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["bench"] = Bench(settings)
    Bootstrap5(app)
    security.guard(app, settings)
    access.control(app, settings, app.extensions["bench"])
    door.throttle(app)
    provider.connect(app, settings)
    api = Api(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.register_blueprint(docs.blueprint)
    app.register_blueprint(queue.blueprint)
    app.register_blueprint(pages.blueprint)
    for part in (articles, events, finder, overview, releases, settings_pages):
        app.register_blueprint(part.blueprint)
    app.register_blueprint(agreement.blueprint)
    for pages_of in (door, provider, me, manage):
        app.register_blueprint(pages_of.blueprint)
    errors.answer_errors(app)
    return app
