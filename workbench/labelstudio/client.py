"""The connection to a Label Studio server. Foreign errors end here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from label_studio_sdk import LabelStudio


@dataclass(frozen=True, slots=True)
class Client:
    """A server that answered as Label Studio and accepted the token."""

    url: str
    version: str
    sdk: LabelStudio


def connect(url: str, token: str, *, timeout: float = 60) -> Client:
    """Raises LabelStudioUnavailable where nothing answers, LabelStudioRefused for a wrong token or another server."""
    raise NotImplementedError
