"""A real browser on a real server. Where no Chromium is found these tests are skipped and say so."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright
from waitress.server import create_server

from tests.api.conftest import app, away, engine, filled, settings
from tests.conftest import ROOT
from workbench.labelstudio.browser import find_chromium

__all__ = ["app", "away", "engine", "filled", "settings"]

SHOTS = ROOT / ".workbench" / "screenshots"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """WORKBENCH_CHROMIUM names another one than that of the PATH. Not for the whole session: while one
    driver runs, no other can be started in this thread."""
    path = find_chromium(os.environ.get("WORKBENCH_CHROMIUM", ""))
    if path is None:
        pytest.skip("no Chromium is found: install one (apt-get install chromium) to run the browser tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages are served, and the ids of the discrepancies there by name."""

    address: str
    ids: dict[str, str]
    app: Flask

    def case(self, name: str) -> str:
        return f"{self.address}/discrepancies/{self.ids[name]}"


@pytest.fixture
def site(app: Flask, filled: dict[str, str]) -> Iterator[Site]:
    app.config["WTF_CSRF_ENABLED"] = True
    with serving(app) as address:
        yield Site(address, filled, app)


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address that the app answers at meanwhile."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)
    server.task_dispatcher.shutdown()


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    """Opens a page in a browser of its own; by the end its console has said nothing, and no dialog came.

    It hangs on the site so that its connections are closed first: the server waits for them.
    """
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(address: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: _dismiss(dialog, troubles))
        page.on("console", lambda message: _note(message.type, message.text, troubles))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def _dismiss(dialog: Dialog, troubles: list[str]) -> None:
    troubles.append(dialog.message)
    dialog.dismiss()


def _note(kind: str, text: str, troubles: list[str]) -> None:
    if kind in ("error", "warning") and "status of 4" not in text:  # the browser tells of a 409 as an error
        troubles.append(text)


def keep(page: Page, name: str) -> Path:
    """A screenshot of the whole page, for people to look at; outside of git."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    path = SHOTS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path
