"""Requests that the SDK would copy field by field first, sent as they are: imports and exports are large."""

from __future__ import annotations

import time
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec

from workbench.labelstudio.client import Client, asked_to_wait

Query = list[tuple[str, str | int | float | bool | None]]

PAUSES = (0.5, 1.5)  # seconds between one try and the next


def post(client: Client, path: str, body: object, query: Query | None = None) -> Any:
    """The JSON that the server answers to this JSON. Sent once, whatever happens.

    Raises what the SDK would raise, so call it inside `translated`.
    """
    return _answer(client, "POST", path, msgspec.json.encode(body), query)


def get(client: Client, path: str, query: Query | None = None, shape: Any = Any) -> Any:
    """The JSON at this path in this shape; asked for again where the server or the way to it stumbles.

    Raises what the SDK would raise, so call it inside `translated`; and msgspec.ValidationError where the
    answer has another shape.
    """
    import httpx
    from label_studio_sdk.core.api_error import ApiError

    for pause in PAUSES:
        try:
            return _answer(client, "GET", path, None, query, shape)
        except ApiError as error:
            code = error.status_code or 0
            if code < 500 and code not in (408, 429):
                raise
            pause = max(pause, asked_to_wait(error.headers))
        except httpx.TransportError:
            pass
        time.sleep(pause)
    return _answer(client, "GET", path, None, query, shape)


def server_time(client: Client) -> datetime | None:
    """What time the server has, to the second below; None where it does not say."""
    import httpx

    try:
        said = client.http.get(f"{client.url}/health").headers.get("date", "")
        moment = parsedate_to_datetime(said)
    except (httpx.HTTPError, TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else None


def _answer(
    client: Client, method: str, path: str, content: bytes | None, query: Query | None, shape: Any = Any
) -> Any:
    from label_studio_sdk.core.api_error import ApiError
    from label_studio_sdk.core.parse_error import ParsingError

    headers = client.sdk._client_wrapper.get_headers()
    if content is not None:
        headers["content-type"] = "application/json"
    answer = client.http.request(
        method, f"{client.url}{path}", content=content, params=query, headers=headers
    )
    failed = answer.status_code >= 400
    try:
        body = msgspec.json.decode(answer.content, type=Any if failed else shape)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, RecursionError):
        body = None
    if failed:
        text = answer.text if body is None else body
        raise ApiError(headers=dict(answer.headers), status_code=answer.status_code, body=text)
    if body is None:
        raise ParsingError(
            headers=dict(answer.headers), status_code=answer.status_code, body=None, cause=None
        )
    return body
