"""The connection to a Label Studio server. Foreign errors end here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from workbench.exceptions import LabelStudioRefused, LabelStudioUnavailable, NotFound

if TYPE_CHECKING:
    import httpx
    from label_studio_sdk.base_client import LabelStudioBase
    from label_studio_sdk.core.request_options import RequestOptions

ONCE: RequestOptions = {"max_retries": 0}  # an import that is sent twice is there twice
LOOPBACK = ("127.0.0.1", "localhost", "::1")
LONGEST_DETAIL = 300
LONGEST_WAIT = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Client:
    """A server that answered as Label Studio and accepted the token. Close it, or use it in a with block."""

    url: str
    version: str
    sdk: LabelStudioBase = field(repr=False)
    http: httpx.Client = field(repr=False)

    def close(self) -> None:
        self.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def connect(url: str, token: str, *, timeout: float = 60) -> Client:
    """Asks the server who it is and whether the token is good.

    The token may be a legacy token or a personal access token; timeout is in seconds, for each answer.
    Raises LabelStudioUnavailable where nothing answers, LabelStudioRefused for an address that is none, a
    wrong token, or a server that is not Label Studio.
    """
    url, token = _address(url), _plain(token)
    import httpx

    # LabelStudio itself adds listing and conversion to this, and pandas with them: 110 MB and a second.
    from label_studio_sdk.base_client import LabelStudioBase

    # A proxy that the environment names for the world outside cannot reach our own loopback address.
    outside = urlsplit(url).hostname not in LOOPBACK
    http = httpx.Client(timeout=timeout, follow_redirects=True, trust_env=outside)
    try:
        # The trailing slash keeps the path of a server that does not live at the root.
        sdk = LabelStudioBase(base_url=f"{url}/", api_key=token, httpx_client=http, timeout=timeout)
        version = me = None
        # Another server has no such pages, or answers with what the SDK cannot make sense of.
        with suppress(NotFound, TypeError, AttributeError), translated(f"reach Label Studio at {url}"):
            version = getattr(sdk.versions.get(request_options=ONCE), "release", None)
            me = sdk.users.whoami(request_options=ONCE).id if version else None
        if not isinstance(version, str) or not isinstance(me, int):
            raise LabelStudioRefused(f"what answers at {url} is not Label Studio: check the address")
    except BaseException:
        http.close()
        raise
    return Client(url, version, sdk, http)


@contextmanager
def translated(doing: str, missing: str = "it is not there") -> Iterator[None]:
    """Turns what the SDK raises inside into our errors. `doing` completes "could not …".

    The text of an ApiError is never shown: it prints the server's headers with their cookies.
    """
    import httpx
    from label_studio_sdk.core.api_error import ApiError
    from label_studio_sdk.core.parse_error import ParsingError

    try:
        yield
    except ApiError as error:
        raise _answered(doing, missing, error.status_code, error.body, error.headers) from None
    except ParsingError as error:
        raise _answered(
            doing, missing, error.status_code, "the answer has another shape than expected"
        ) from None
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        raise LabelStudioUnavailable(_away(doing, error), unheard=True) from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError) as error:
        raise LabelStudioRefused(f"could not {doing}: {error}") from error
    except httpx.TimeoutException as error:
        raise LabelStudioUnavailable(
            f"could not {doing}: no answer in time. Nothing is lost; try again in a minute"
        ) from error
    except httpx.HTTPError as error:
        raise LabelStudioUnavailable(_away(doing, error)) from error


def _away(doing: str, error: Exception) -> str:
    return (
        f"could not {doing}: {error or type(error).__name__}. "
        "Is it running (workbench label-studio status)? Nothing is lost; the same command completes later"
    )


def _answered(
    doing: str, missing: str, code: int | None, body: Any, headers: Mapping[str, str] | None = None
) -> LabelStudioRefused | LabelStudioUnavailable | NotFound:
    if code in (401, 403):
        return LabelStudioRefused(
            f"could not {doing}: Label Studio does not accept the token ({_detail(body)}). "
            "Take a fresh one from Account & Settings there and set WORKBENCH_LABEL_STUDIO_TOKEN",
            status=code,
        )
    if code == 404:
        return NotFound(f"could not {doing}: {missing}")
    if code in (408, 409, 429) or (code is not None and code >= 500):
        return LabelStudioUnavailable(
            f"could not {doing}: Label Studio answered {code} ({_detail(body)}). "
            "Nothing is lost; try again, and look into its log if it persists",
            unheard=code == 429,
            wait=asked_to_wait(headers),
        )
    return LabelStudioRefused(
        f"could not {doing}: Label Studio answered {code} ({_detail(body)})", status=code
    )


def asked_to_wait(headers: Mapping[str, str] | None) -> float:
    """Seconds, at most a minute; a date in Retry-After counts as none."""
    asked = next((value for name, value in (headers or {}).items() if name.lower() == "retry-after"), "")
    return min(float(asked), LONGEST_WAIT) if asked.isdecimal() else 0.0


def _detail(body: Any) -> str:
    """The reason in an error answer, in a few words; error pages in HTML say nothing to a person."""
    if isinstance(body, dict):
        reasons = body.get("validation_errors") or body.get("detail") or body
        text = "; ".join(_plain_lines(reasons))
    else:
        text = "" if body is None or "<" in str(body)[:200] else str(body)
    text = " ".join(text.split())
    return (text[:LONGEST_DETAIL] + "…" if len(text) > LONGEST_DETAIL else text) or "without a reason"


def _plain_lines(reasons: Any) -> Iterator[str]:
    if isinstance(reasons, dict):
        for name, reason in reasons.items():
            yield from (f"{name}: {line}" for line in _plain_lines(reason))
    elif isinstance(reasons, list):
        for reason in reasons:
            yield from _plain_lines(reason)
    else:
        yield str(reasons)


def _address(url: str) -> str:
    """The address without trailing slash. A user or password in it would end up in logs."""
    try:
        parts = urlsplit(url.strip())
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound, parts = False, urlsplit("")
    if not sound or parts.username is not None or parts.query or parts.fragment:
        raise LabelStudioRefused(
            "the address of Label Studio must look like http://host:port, without user, password or query: "
            "check WORKBENCH_LABEL_STUDIO_URL"
        )
    return url.strip().rstrip("/")


def _plain(token: str) -> str:
    token = token.strip()
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise LabelStudioRefused(
            "the access token of Label Studio is missing or holds characters that no token has: "
            "set WORKBENCH_LABEL_STUDIO_TOKEN"
        )
    return token
