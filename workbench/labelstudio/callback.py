"""Addresses of ours that Label Studio is to call."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.exceptions import LabelStudioRefused


@contextmanager
def refusing_local(url: str, variable: str) -> Iterator[None]:
    """Says what to set where Label Studio refuses to call a local address, which is its default."""
    try:
        yield
    except LabelStudioRefused as error:
        if error.status != 403:
            raise
        raise LabelStudioRefused(
            f"Label Studio refuses to call {url}, because that address is local to it. Where this is meant, "
            f"start Label Studio with {variable} in its environment, and try again",
            status=403,
        ) from error
