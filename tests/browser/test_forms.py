"""Every form works without a script; and what two browsers see of one case."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.api.pages import NAME, PASSWORD, furnish
from tests.browser.conftest import Site, Visit, keep

BEN_PASSWORD = "another battery staple"


def enter(page: Page, address: str, name: str, password: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{address}/")


def test_every_form_works_without_a_script(visit: Visit, site: Site) -> None:
    page = visit(site.address, java_script_enabled=False)
    # A setting.
    page.goto(f"{site.address}/settings")
    page.get_by_label("Minutes on the desk").fill("20")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Changes")).to_contain_text("20")
    # The queue is filtered, and notes are answered together.
    page.goto(f"{site.address}/?state=note")
    page.get_by_label("Class").select_option("echo")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Answer the chosen ones").click()
    expect(page.get_by_role("status")).to_contain_text("1 answered")
    # An edge is added and cut.
    page.goto(site.case("conflict"))
    page.get_by_text("Add an edge").click()
    page.get_by_label("is the word of").fill("Reuters")
    page.get_by_label("because").fill("credited")
    page.get_by_role("button", name="Add the edge").click()
    edge = page.locator("tr", has_text="Reuters").first
    edge.get_by_role("button", name="Cut").click()
    expect(page.locator("tr.cut")).to_contain_text("Reuters")
    # Articles and claims are searched.
    page.goto(f"{site.address}/articles")
    page.get_by_label("Words of the title").fill("Harbour")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.goto(f"{site.address}/claims")
    page.get_by_label("Measure").select_option("injured")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    # An event is made, edited, merged and split off again; all findings are derived anew by that.
    page.goto(f"{site.address}/events")
    page.get_by_text("Make an event").click()
    page.get_by_label("Short name").fill("storm")
    page.get_by_label("Name", exact=True).fill("The storm")
    page.get_by_label("First day").fill("2024-01-20")
    page.get_by_role("button", name="Make the event").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The storm")
    page.get_by_text("Edit it").click()
    page.get_by_label("Places").fill("Rafah")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Changed")
    page.get_by_text("Merge it into another one").click()
    page.get_by_label("It is really").select_option("gaza")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("status")).to_contain_text("derived anew")
    page.get_by_role("button", name="Split off again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The storm")
    # An account is made, sets its password by the link, signs in, makes a token, and signs out.
    page.goto(f"{site.address}/accounts")
    page.get_by_label("Name").fill("Ben")
    page.get_by_role("button", name="Make the account").click()
    page.goto(page.locator("code.secret").inner_text())
    page.get_by_label("Password").fill(BEN_PASSWORD)
    page.get_by_label("The same again").fill(BEN_PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    enter(page, site.address, "Ben", BEN_PASSWORD)
    page.goto(f"{site.address}/me")
    page.get_by_label("What it is for").fill("a script of mine")
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_role("status")).to_contain_text("shown this once")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_two_browsers_and_the_desk(visit: Visit, site: Site) -> None:
    """Who begins to answer has the case. The other one is told whose it is, before and after typing, loses
    nothing, and answers only by saying so."""
    app_places = furnish(site.app, site.app.extensions["bench"].engine, site.ids)
    ada, ben = visit(site.address), visit(site.address)
    enter(ada, site.address, NAME, PASSWORD)
    ben.goto(f"{site.address}/welcome/{app_places['secret']}")
    ben.get_by_label("Password").fill(BEN_PASSWORD)
    ben.get_by_label("The same again").fill(BEN_PASSWORD)
    ben.get_by_role("button", name="Set the password").click()
    enter(ben, site.address, "Ben", BEN_PASSWORD)
    ada.goto(site.case("conflict"))
    ben.goto(site.case("conflict"))
    with ada.expect_response("**/desk"):
        ada.keyboard.press("g")
    # Ben had it open before: he is told as soon as he begins.
    ben.keyboard.press("v")
    expect(ben.locator("#desk-taken")).to_contain_text(f"{NAME} has this case on the desk until")
    ben.keyboard.press("Escape")
    ben.get_by_label("Note").fill("Words of Ben")
    ben.keyboard.press("Control+Enter")
    expect(ben.get_by_role("alert")).to_contain_text("Nothing was recorded yet")
    expect(ben.get_by_label("Note")).to_have_value("Words of Ben")
    keep(ben, "held")
    ben.get_by_label("Answer it all the same").check()
    ben.keyboard.press("Control+Enter")
    expect(ben.get_by_role("status")).to_contain_text("Recorded")
    # And Ada, whose page is older than that, is told what Ben said.
    ada.keyboard.press("Control+Enter")
    expect(ada.get_by_role("alert").first).to_contain_text("Ben")
