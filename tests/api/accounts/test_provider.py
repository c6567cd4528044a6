from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from api.accounts import provider
from api.app import create_app
from tests.api.accounts import issuer
from workbench.core.account import Account, Role
from workbench.exceptions import InvalidData
from workbench.pipeline.accounts import change, make_account
from workbench.settings import Settings
from workbench.store.accounts import all_accounts
from workbench.store.session import open_session

SECRET = "the secret of the client"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with issuer.running() as address:
        yield address


@pytest.fixture
def joined(settings: Settings, engine: Engine, address: str) -> Iterator[Flask]:
    """An app that people may sign in to with the provider."""
    httpx.post(f"{address}/lies", json={}).raise_for_status()
    app = create_app(
        replace(
            settings,
            login=True,
            oidc_issuer=address,
            oidc_client_id="workbench",
            oidc_client_secret=SECRET,
            oidc_role_claim="groups",
            oidc_roles="desk=reviewer, heads=editor",
        )
    )
    yield app
    app.extensions["bench"].close()


def know(address: str, subject: str, **claims: Any) -> None:
    httpx.put(f"{address}/users/{subject}", json=claims).raise_for_status()


def sent(http: FlaskClient, onward: str = "/claims") -> str:
    """Where the browser is sent to."""
    answer = http.get("/sign-in/provider", query_string={"next": onward})
    assert answer.status_code == 302
    return answer.headers["Location"]


def returned(http: FlaskClient, back: str) -> Any:
    return http.get(back.removeprefix("http://localhost"))


def sign_in(http: FlaskClient, subject: str) -> Any:
    return returned(http, issuer.consent(sent(http), subject))


def accounts(engine: Engine) -> dict[str, Account]:
    with open_session(engine) as session:
        return {account.name: account for account in all_accounts(session)}


def test_one_who_is_new_gets_an_account_and_goes_on(joined: Flask, engine: Engine, address: str) -> None:
    know(address, "s-1", preferred_username="ann", groups=["desk", "others"])
    http = joined.test_client()
    page = http.get("/sign-in?next=/claims").get_data(as_text=True)
    assert "Sign in with <bdi>127.0.0.1</bdi>" in page
    entered = sign_in(http, "s-1")
    assert (entered.status_code, entered.headers["Location"]) == (303, "/claims")
    assert http.get("/claims").status_code == 200
    assert accounts(engine)["ann"].role is Role.REVIEWER
    again = joined.test_client()
    know(address, "s-1", preferred_username="ann of the desk", groups=["heads"])
    assert sign_in(again, "s-1").status_code == 303
    assert {name: one.role for name, one in accounts(engine).items()} == {"ann": Role.REVIEWER}


def test_what_is_asked_for_is_a_code_with_pkce_state_and_nonce(joined: Flask, address: str) -> None:
    first, second = (
        {name: values[0] for name, values in parse_qs(urlsplit(sent(joined.test_client())).query).items()}
        for _ in range(2)
    )
    assert first["response_type"] == "code"
    assert first["code_challenge_method"] == "S256"
    assert set(first["scope"].split()) == {"openid", "profile", "email"}
    assert first["redirect_uri"] == "http://localhost/sign-in/provider/return"
    for one in ("state", "nonce", "code_challenge"):
        assert len(first[one]) >= 20
        assert first[one] != second[one]
    assert SECRET not in str(first)


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        (["heads", "desk"], Role.EDITOR),
        ("desk", Role.REVIEWER),
        (["admin", "admins"], Role.VIEWER),
        ("admin", Role.VIEWER),
        ({"desk": True}, Role.VIEWER),
        ([["desk"]], Role.VIEWER),
        (None, Role.VIEWER),
    ],
)
def test_the_role_is_what_the_claim_stands_for_and_never_admin(
    joined: Flask, engine: Engine, address: str, groups: Any, role: Role
) -> None:
    know(address, "s-2", name="Bo", groups=groups)
    assert sign_in(joined.test_client(), "s-2").status_code == 303
    assert accounts(engine)["Bo"].role is role


def test_a_name_or_an_address_opens_nobody_elses_account(joined: Flask, engine: Engine, address: str) -> None:
    with open_session(engine) as session:
        make_account(session, "admin", Role.ADMIN, now=joined.extensions["bench"].now())
    for number, subject in enumerate(("s-3", "s-4"), 2):
        know(address, subject, preferred_username=" Admin ", email="admin@example.org")
        http = joined.test_client()
        sign_in(http, subject)
        assert http.get("/accounts").status_code == 403
        assert accounts(engine)[f"Admin ({number})"].role is Role.VIEWER


def test_who_is_stopped_stays_outside(joined: Flask, engine: Engine, address: str) -> None:
    know(address, "s-5", name="Cy")
    http = joined.test_client()
    sign_in(http, "s-5")
    with open_session(engine) as session:
        change(session, accounts(engine)["Cy"].id, active=False)
    assert http.get("/").status_code == 302, "the session has ended"
    refused = sign_in(http, "s-5")
    assert refused.status_code == 403
    assert "This account has been stopped" in refused.get_data(as_text=True)
    assert http.get("/").status_code == 302


@pytest.mark.parametrize(
    "lies",
    [
        {"aud": "another client"},
        {"aud": ["another client", "a third"], "azp": "workbench"},
        {"iss": "https://elsewhere.example"},
        {"nonce": "of another sign-in"},
        {"exp": 1},
        {"sub": ""},
        {"key": True},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_us_opens_nothing(
    joined: Flask, engine: Engine, address: str, lies: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    know(address, "s-6", name="Di")
    httpx.post(f"{address}/lies", json=lies).raise_for_status()
    http = joined.test_client()
    with caplog.at_level(logging.DEBUG):
        refused = sign_in(http, "s-6")
    assert refused.status_code == 403
    assert http.get("/").status_code == 302
    assert accounts(engine) == {}
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("api", "workbench"))]
    assert ours
    assert not any("code=" in told or "eyJ" in told or SECRET in told for told in ours)


def test_an_answer_that_was_not_asked_for_opens_nothing(joined: Flask, engine: Engine, address: str) -> None:
    know(address, "mallory", name="Mallory")
    stranger = joined.test_client()
    back = issuer.consent(sent(stranger), "mallory")
    victim = joined.test_client()
    told = returned(victim, back)
    assert told.status_code == 400
    assert "begun in another browser" in told.get_data(as_text=True)
    assert victim.get("/").status_code == 302
    assert returned(stranger, back).status_code == 303
    assert returned(stranger, back).status_code == 400, "it works once"
    assert returned(victim, "/sign-in/provider/return").status_code == 400


def test_who_says_no_there_is_told_so_here(joined: Flask, engine: Engine) -> None:
    http = joined.test_client()
    location = sent(http)
    state = parse_qs(urlsplit(location).query)["state"][0]
    refused = returned(http, f"{issuer.consent(location, '', action='deny')}&state={state}")
    assert refused.status_code == 403
    assert "The provider did not sign you in." in refused.get_data(as_text=True)
    assert accounts(engine) == {}


def test_a_reason_in_the_address_is_not_repeated(joined: Flask) -> None:
    """Anybody can write one there."""
    page = joined.test_client().get(
        "/sign-in/provider/return?error=x&error_description=Call+555-0100+at+once"
    )
    assert page.status_code == 403
    assert "555-0100" not in page.get_data(as_text=True)


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "/\\evil.example", "evil"])
def test_nobody_is_led_elsewhere(joined: Flask, address: str, onward: str) -> None:
    http = joined.test_client()
    entered = returned(http, issuer.consent(sent(http, onward), "s-7"))
    assert entered.headers["Location"] == "/"


def test_the_session_from_before_is_gone(joined: Flask, address: str) -> None:
    """Whoever put a session into a browser does not share the one that follows."""
    http = joined.test_client()
    with http.session_transaction() as session:
        session["planted"] = "by somebody else"
    sign_in(http, "s-8")
    with http.session_transaction() as session:
        assert "planted" not in session
        assert not any(key.startswith("_state") for key in session)


def test_a_provider_that_is_away_is_told(settings: Settings, engine: Engine, away: str) -> None:
    app = create_app(
        replace(settings, login=True, oidc_issuer=away, oidc_client_id="w", oidc_client_secret=SECRET)
    )
    told = app.test_client().get("/sign-in/provider")
    assert told.status_code == 503
    assert "does not answer" in told.get_data(as_text=True)
    app.extensions["bench"].close()


def test_without_a_provider_there_is_no_button(http: FlaskClient) -> None:
    assert "Sign in with" not in http.get("/sign-in").get_data(as_text=True)
    for path in ("/sign-in/provider", "/sign-in/provider/return?code=x&state=y"):
        assert http.get(path).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"oidc_issuer": "http://provider.example"}, "OIDC_ISSUER"),
        ({"oidc_issuer": "provider.example"}, "OIDC_ISSUER"),
        ({"oidc_client_id": ""}, "OIDC_CLIENT_ID"),
        ({"oidc_client_secret": ""}, "OIDC_CLIENT_SECRET"),
        ({"oidc_roles": "desk=boss"}, "OIDC_ROLES"),
        ({"oidc_roles": "heads=admin"}, "OIDC_ROLES"),
        ({"oidc_roles": "desk"}, "OIDC_ROLES"),
    ],
)
def test_settings_that_will_not_do_are_named_at_the_start(
    settings: Settings, wrong: dict[str, str], named: str
) -> None:
    sound = replace(
        settings, oidc_issuer="https://provider.example", oidc_client_id="w", oidc_client_secret=SECRET
    )
    create_app(sound)
    assert SECRET not in repr(sound)
    with pytest.raises(InvalidData, match=f"WORKBENCH_{named}"):
        create_app(replace(sound, **wrong))  # type: ignore[arg-type]


def test_roles_are_written_as_value_and_role() -> None:
    found = provider.roles_of(" a=b=reviewer , heads=editor,")
    assert found == {"a=b": Role.REVIEWER, "heads": Role.EDITOR}
