from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest
from label_studio_sdk.core.api_error import ApiError

from workbench.exceptions import LabelStudioRefused, LabelStudioUnavailable, NotFound, WorkbenchError
from workbench.labelstudio.client import Client, connect, translated
from workbench.labelstudio.local import Server


def test_it_says_which_version_it_met(client: Client, label_studio: Server) -> None:
    assert client.version == "1.23.2"
    assert client.url == label_studio.url
    assert label_studio.token not in repr(client)


def test_a_trailing_slash_and_spaces_are_no_matter(label_studio: Server) -> None:
    with connect(f" {label_studio.url}/ ", f" {label_studio.token}\n") as client:
        assert client.url == label_studio.url


def test_a_wrong_token_says_so(label_studio: Server) -> None:
    with pytest.raises(LabelStudioRefused, match="does not accept the token") as caught:
        connect(label_studio.url, "0" * 40)
    assert "cookie" not in caught.value.message.lower()
    assert "WORKBENCH_LABEL_STUDIO_TOKEN" in caught.value.message


@pytest.mark.parametrize("token", ["", "  ", "a b", "ünlaut", "a\nb"])
def test_a_token_that_is_none_is_refused_before_anything_is_sent(token: str) -> None:
    with pytest.raises(LabelStudioRefused, match="access token"):
        connect("http://127.0.0.1:9", token)


@pytest.mark.parametrize(
    "url",
    ["", "127.0.0.1:8080", "ftp://host", "http://", "http://user:secret@host", "http://[::1", "http://h:x"],
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(LabelStudioRefused, match="must look like http://host:port") as caught:
        connect(url, "token")
    assert "secret" not in caught.value.message


def test_nobody_there_is_told_at_once() -> None:
    with pytest.raises(
        LabelStudioUnavailable, match=r"could not reach Label Studio at http://127\.0\.0\.1:9"
    ):
        connect("http://127.0.0.1:9", "token")


@contextmanager
def answering(code: int, kind: str, text: str) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(code)
            self.send_header("content-type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("code", "kind", "text", "error"),
    [
        (200, "text/html", "<html>welcome</html>", LabelStudioRefused),
        (200, "application/json", json.dumps({"release": "1.23.2"}), LabelStudioRefused),
        (200, "application/json", "[]", LabelStudioRefused),
        (200, "application/json", "{}", LabelStudioRefused),
        (404, "text/html", "<h1>not here</h1>", LabelStudioRefused),
        (502, "text/html", "<h1>bad gateway</h1>", LabelStudioUnavailable),
    ],
)
def test_whatever_else_answers_is_not_label_studio(
    code: int, kind: str, text: str, error: type[WorkbenchError]
) -> None:
    with answering(code, kind, text) as url, pytest.raises(error) as caught:
        connect(url, "token")
    assert "<" not in caught.value.message


@pytest.mark.parametrize(
    ("raised", "becomes", "says"),
    [
        (ApiError(status_code=400, body={"detail": "too short"}), LabelStudioRefused, "400 (too short)"),
        (
            ApiError(status_code=400, body={"validation_errors": {"label_config": ["no Text"]}}),
            LabelStudioRefused,
            "(label_config: no Text)",
        ),
        (ApiError(status_code=401, body="<html>"), LabelStudioRefused, "(without a reason)"),
        (ApiError(status_code=404), NotFound, "the project is gone"),
        (ApiError(status_code=429, body={}), LabelStudioUnavailable, "429"),
        (ApiError(status_code=500, headers={"set-cookie": "secret"}), LabelStudioUnavailable, "500"),
        (ApiError(status_code=None, body="strange"), LabelStudioRefused, "strange"),
        (httpx.ReadTimeout("slow"), LabelStudioUnavailable, "no answer in time"),
        (httpx.RemoteProtocolError("closed"), LabelStudioUnavailable, "closed"),
        (httpx.InvalidURL("too long"), LabelStudioRefused, "too long"),
    ],
)
def test_foreign_errors_end_at_the_border(
    raised: Exception, becomes: type[WorkbenchError], says: str
) -> None:
    with pytest.raises(becomes) as caught, translated("do it", missing="the project is gone"):
        raise raised
    assert caught.value.message.startswith("could not do it: ")
    assert says in caught.value.message
    assert "secret" not in caught.value.message
