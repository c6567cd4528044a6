"""What people see: no violation of accessibility rules in either theme, nothing cut off, nothing executed."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visit, keep

PATHS = {
    "queue": "/",
    "queue-filtered": "/?state=all&class=echo",
    "queue-empty": "/?outlet=Nobody",
    "case": "/discrepancies/{conflict}",
    "case-hostile": "/discrepancies/{hostile}",
    "gone": "/discrepancies/nothing",
    "rules": "/rules",
    "overview": "/overview",
    "sources": "/sources",
    "articles": "/articles",
    "claims": "/claims",
    "accounts": "/accounts",
    "sign-in": "/sign-in",
    "error": "/?class=war",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW, WIDE = 360, 1600


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES)
    return [
        f"{one['id']}: {node['html'][:200]}" for one in found.response["violations"] for node in one["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PATHS)
def test_axe_finds_nothing(visit: Visit, site: Site, name: str, theme: str) -> None:
    page = visit(site.address + PATHS[name].format(**site.ids), color_scheme=theme)
    for box in page.locator("summary").all():
        box.click()
    keep(page, f"{name}-{theme}")
    assert violations(page) == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("name", PATHS)
def test_nothing_is_wider_than_the_window(visit: Visit, site: Site, name: str, width: int) -> None:
    page = visit(site.address + PATHS[name].format(**site.ids), viewport={"width": width, "height": 800})
    keep(page, f"{name}-{width}")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


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
