"""A reviewer's day without a mouse."""

from __future__ import annotations

from time import monotonic

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visit, keep

PLAIN_CASE = 10_000  # milliseconds


def chosen(page: Page) -> str | None:
    radio = page.locator("input[name=outcome]:checked")
    return radio.get_attribute("value") if radio.count() else None


def test_a_day_by_keyboard_alone(visit: Visit, site: Site) -> None:
    page = visit(site.address)
    page.set_default_timeout(PLAIN_CASE)
    # From the queue into the gravest case.
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{site.ids['conflict']}*")
    # A plain case: adopt a card, say why, record.
    page.keyboard.press("2")
    assert chosen(page) == "accept_claim"
    expect(page.locator("#claim option:checked")).to_have_attribute("data-number", "2")
    page.keyboard.type("later")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/{site.ids['hostile']}*")
    expect(page.get_by_role("status")).to_contain_text("Recorded")
    # Look at the one before, take it back, and go on to the next case.
    page.keyboard.press("u")
    page.wait_for_url(f"**/{site.ids['conflict']}*")
    expect(page.locator(".log li")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator(".log li")).to_have_count(2)
    expect(page.locator(".log li").first).to_contain_text("Withdrawn")
    page.wait_for_load_state()  # what is written is there before what listens to keys
    page.keyboard.press("j")
    page.wait_for_url(f"**/{site.ids['hostile']}*")
    # A range: the field for its lower end is next.
    page.keyboard.press("r")
    assert chosen(page) == "accept_range"
    page.keyboard.type("25,000")
    page.keyboard.press("Tab")
    page.keyboard.type("31,000")
    page.keyboard.press("Tab")
    page.keyboard.type("2024-01-24")
    page.keyboard.press("Tab")
    page.keyboard.type("typo")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/{site.ids['tension']}*")
    # Back to the queue, and into its filters.
    page.keyboard.press("k")
    page.wait_for_url(f"{site.address}/")
    page.keyboard.press("/")
    expect(page.locator("#class")).to_be_focused()
    # Help, and out of it.
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    keep(page, "help")
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


class Keys:
    """Presses keys one by one, and counts them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.count = 0

    def __call__(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)
            self.count += 1


def test_a_plain_case_takes_few_keys_and_little_time(visit: Visit, site: Site) -> None:
    """From the page of a case to that of the next one: adopt a card and say why in three keys, an
    outcome with its usual reason in two."""
    page = visit(site.address)
    page.set_default_timeout(PLAIN_CASE)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{site.ids['conflict']}*")
    cases = (("2", "o"), ("v",), ("x",))
    following = (site.ids["hostile"], site.ids["tension"])
    for place, answer in enumerate(cases):
        begun, press = monotonic(), Keys(page)
        press(*answer, "Control+Enter")
        if place < len(following):
            page.wait_for_url(f"**/{following[place]}*")
        else:
            page.wait_for_url(f"{site.address}/?done=*")
        expect(page.get_by_role("status")).to_contain_text("Recorded")
        assert press.count <= 3
        assert (monotonic() - begun) * 1000 < PLAIN_CASE
    keep(page, "day-done")


def test_each_key_chooses_its_outcome_with_its_usual_reason(visit: Visit, site: Site) -> None:
    page = visit(site.case("conflict"))
    keys = {
        "g": ("growth", "later_update"),
        "v": ("revision", "official_correction"),
        "e": ("same_origin", "copied_figure"),
        "x": ("escalate", "insufficient"),
        "n": ("not_comparable", ""),
    }
    for key, (outcome, reason) in keys.items():
        page.locator("#reason").select_option("")
        page.locator("#reason").blur()
        page.keyboard.press(key)
        assert chosen(page) == outcome
        assert page.locator("#reason").input_value() == reason
        expect(page.locator("#reason")).to_be_focused()


def test_nothing_fires_while_typing(visit: Visit, site: Site) -> None:
    page = visit(site.case("conflict"))
    page.locator("#note").focus()
    page.keyboard.type("1grvnexu/?jk")
    assert page.locator("#note").input_value() == "1grvnexu/?jk"
    assert chosen(page) is None
    expect(page.locator("#help")).to_be_hidden()
    assert page.url == site.case("conflict")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+g")
    page.keyboard.press("Alt+g")
    assert chosen(page) is None, "the browser's own keys are its own"
    page.keyboard.press("g")
    assert chosen(page) == "growth"


def test_everything_is_reached_by_tab(visit: Visit, site: Site) -> None:
    """Every control that can be seen gets the focus in turn, and shows it."""
    page = visit(site.case("conflict"))
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(one => one.checkVisibility() && one.type !== 'hidden' && one.type !== 'radio'
                && !one.closest('dialog')).length"""
    )
    page.evaluate("document.body.dataset.reached = ''")
    reached: set[str] = set()
    for _ in range(wanted + 30):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => { const one = document.activeElement; if (one === document.body) return null;
                const all = [...document.querySelectorAll('*')];
                return [all.indexOf(one), one.type || '', getComputedStyle(one).outlineStyle]; }"""
        )
        if here and here[1] != "radio":
            reached.add(str(here[0]))
            assert here[2] != "none" or here[1] in ("text", "textarea", "select-one", "checkbox", "submit")
    assert len(reached) >= wanted


def test_whoever_begins_to_answer_has_the_case_on_the_desk(visit: Visit, site: Site) -> None:
    page = visit(site.case("conflict"))
    with page.expect_response("**/desk"):
        page.keyboard.press("g")
    other = visit(site.case("conflict"))
    expect(other.locator("#desk")).to_contain_text("On the desk of")
