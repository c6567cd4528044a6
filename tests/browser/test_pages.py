"""What people see: no violation of accessibility rules in either theme, nothing cut off, nothing executed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from api.app import create_app
from tests.api import corpus
from tests.api.pages import LOOKS, NAME, PASSWORD, furnish
from tests.browser.conftest import Site, Visit, keep, serving
from workbench.settings import Settings
from workbench.store.session import open_session

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW, WIDE = 360, 1600
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the pages are served, what their addresses name, and browsers without and with an account."""

    address: str
    places: Mapping[str, str]
    contexts: Mapping[bool, BrowserContext]


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES)
    return [
        f"{one['id']}: {node['html'][:200]}" for one in found.response["violations"] for node in one["nodes"]
    ]


@pytest.fixture(scope="module")
def standing(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """One site for all that is only looked at, with an account that is signed in."""
    settings = Settings(state=tmp_path_factory.mktemp("standing"), label_studio_url="http://127.0.0.1:9")
    app = create_app(settings)
    engine = app.extensions["bench"].engine
    with open_session(engine) as session:
        ids = corpus.fill(session)
    places = furnish(app, engine, ids)
    with serving(app) as address:
        contexts = {signed_in: browser.new_context(color_scheme="light") for signed_in in (False, True)}
        entering = contexts[True].new_page()
        entering.goto(f"{address}/sign-in")
        entering.get_by_label("Name").fill(NAME)
        entering.get_by_label("Password").fill(PASSWORD)
        entering.get_by_role("button", name="Sign in").click()
        entering.wait_for_url(f"{address}/")
        entering.close()
        yield Standing(address, places, contexts)
        for context in contexts.values():
            context.close()
    app.extensions["bench"].close()


@pytest.mark.parametrize("name", LOOKS)
def test_axe_finds_nothing_in_either_theme_and_nothing_is_wider_than_the_window(
    standing: Standing, name: str
) -> None:
    look = LOOKS[name]
    page = standing.contexts[look.signed_in].new_page()
    page.goto(standing.address + look.path.format(**standing.places))
    for box in page.locator("summary").all():
        box.click()
    found: dict[str, list[str]] = {}
    for theme in THEMES:
        # A button that still fades from one theme's colours to the other's has too little contrast.
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        keep(page, f"{name}-{theme}")
        found[theme] = violations(page)
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 800})
        keep(page, f"{name}-{width}")
        reach = page.evaluate("document.scrollingElement.scrollWidth")
        found[str(width)] = [] if reach <= width else [f"{reach} wide"]
    page.close()
    assert found == {theme: [] for theme in (*THEMES, str(NARROW), str(WIDE))}


def test_the_article_of_a_claim(visit: Visit, site: Site) -> None:
    page = visit(site.case("conflict"))
    page.get_by_role("link", name="Report 0 Harbour Wire").first.click()
    expect(page.locator("mark:target")).to_have_text("25,700")
    keep(page, "article")
    assert violations(page) == []


def test_right_to_left_quotes_are_shown_right(visit: Visit, site: Site) -> None:
    page = visit(site.case("hostile"))
    quote = page.locator("blockquote").first
    assert "דיווח" in (quote.text_content() or "")
    assert quote.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_all_works_without_a_script(visit: Visit, site: Site) -> None:
    page = visit(site.address, java_script_enabled=False)
    page.locator(".finding a").first.click()
    page.get_by_label("Growth: each was true on its day").check()
    page.get_by_label("Reason").select_option("later_update")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded")
    page.get_by_role("link", name="Look at it").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".log li").first).to_contain_text("Withdrawn")
    page.get_by_role("button", name="Take this case").click()
    expect(page.locator("#desk")).to_contain_text("On the desk of")


def test_two_browsers_on_one_case(visit: Visit, site: Site) -> None:
    first, second = visit(site.case("conflict")), visit(site.case("conflict"))
    for page, name in ((first, "Ada"), (second, "Ben")):
        page.get_by_label("Growth: each was true on its day").check()
        page.get_by_label("Reason").select_option("later_update")
        page.get_by_label("Note").fill(f"Words of {name}")
        page.locator("#reviewer").fill(name)
    first.get_by_role("button", name="Record the decision").click()
    expect(first.get_by_role("status")).to_contain_text("Recorded")
    second.get_by_role("button", name="Record the decision").click()
    expect(second.get_by_role("alert").first).to_contain_text("Ada")
    expect(second.get_by_label("Note")).to_have_value("Words of Ben")
    keep(second, "stale")
    assert violations(second) == []
    second.get_by_role("button", name="Record the decision").click()
    expect(second.get_by_role("status")).to_contain_text("Recorded")
