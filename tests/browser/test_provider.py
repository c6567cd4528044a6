"""Signing in with a real OpenID Connect provider, as a person does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from playwright.sync_api import expect

from tests.api.accounts import issuer
from tests.browser.conftest import Site, Visit, keep
from workbench.settings import Settings


@pytest.fixture
def address() -> Iterator[str]:
    with issuer.running() as address:
        httpx.put(f"{address}/users/s-1", json={"name": "Ann Other", "desk": "desk"}).raise_for_status()
        yield address


@pytest.fixture
def settings(settings: Settings, address: str) -> Settings:
    return replace(
        settings,
        login=True,
        oidc_issuer=address,
        oidc_client_id="workbench",
        oidc_client_secret="secret of the client",
        oidc_role_claim="desk",
        oidc_roles="desk=reviewer",
    )


def test_a_reviewer_comes_in_by_the_provider_and_decides(visit: Visit, site: Site) -> None:
    page = visit(site.case("conflict"))
    keep(page, "sign-in-with-provider")
    page.get_by_role("link", name="Sign in with 127.0.0.1").click()
    page.get_by_role("button", name="Deny").click()
    expect(page.get_by_role("alert")).to_have_text(
        "The provider did not sign you in. Try again, or ask who keeps it."
    )
    page.get_by_role("link", name="Sign in with 127.0.0.1").click()
    page.get_by_placeholder("sub").fill("s-1")
    page.get_by_role("button", name="Authorize").click()
    expect(page).to_have_url(site.case("conflict"))
    expect(page.get_by_role("link", name="Ann Other")).to_be_visible()
    expect(page.get_by_text("Recorded under your name")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto(site.case("conflict"))
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
