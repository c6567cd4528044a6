"""JSON-LD documents that are longer than memory: a head, and a list of things one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import msgspec


def write_graph(
    stream: BinaryIO, head: Mapping[str, Any], key: str, things: Iterable[Mapping[str, Any]]
) -> None:
    """One object: the head, then under `key` the things, a line each. Nothing that is None is written."""
    encode = msgspec.json.Encoder().encode
    stream.write(encode(head)[:-1] + b"," + encode(key) + b":[\n")
    between = b""
    for thing in things:
        stream.write(between + encode(_known(thing)))
        between = b",\n"
    stream.write(b"\n]}\n")


def _known(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _known(one) for name, one in value.items() if one is not None}
    return [_known(one) for one in value] if isinstance(value, list) else value
