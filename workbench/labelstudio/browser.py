"""A person's view of Label Studio: a real Chromium in which somebody has signed in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.exceptions import LabelStudioRefused, WorkbenchError

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SUBMIT = '[data-testid="bottombar-submit-button"], [data-testid="bottombar-update-button"]'
PATIENCE = 60_000  # milliseconds until a page counts as broken
WIDTH, HEIGHT = 1500, 1000


def find_chromium(given: str = "") -> str | None:
    """The program at the path given, or else the first that is installed; None where there is none."""
    if given:
        return given if os.access(given, os.X_OK) else None
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


@contextmanager
def signed_in(url: str, user: str, password: str, *, chromium: str = "") -> Iterator[Page]:
    """A page of the server's, after signing in. Raises WorkbenchError that says what to install, and
    LabelStudioRefused where user and password are not accepted."""
    program = find_chromium(chromium)
    if program is None:
        where = f" at {chromium}" if chromium else ""
        raise WorkbenchError(
            f"no Chromium{where}: install one (apt-get install chromium), or set WORKBENCH_CHROMIUM"
        )
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise WorkbenchError(
            "the browser driver is not installed: pip install 'claims-workbench[preview]'"
        ) from error
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []  # root cannot have its sandbox
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=program, args=arguments)
            try:
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                page.set_default_timeout(PATIENCE)
                page.goto(f"{url}/user/login/")
                page.fill('input[name="email"]', user)
                page.fill('input[name="password"]', password)
                page.click('button[type="submit"]')
                page.wait_for_load_state()
                if "/user/login" in page.url:
                    raise LabelStudioRefused(f"Label Studio at {url} does not accept this user and password")
                yield page
            finally:
                browser.close()
    except Error as error:
        raise WorkbenchError(
            f"the browser at {program} did not show Label Studio: {error.message.splitlines()[0]}"
        ) from error


def open_task(page: Page, url: str, project_id: int, task_id: int) -> None:
    """Shows the task as an annotator sees it, and waits until it can be answered."""
    page.goto(f"{url}/projects/{project_id}/data?task={task_id}")
    page.wait_for_selector(SUBMIT)
    page.wait_for_load_state("networkidle")
