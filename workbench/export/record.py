"""What a release was made from, a file each: whoever has these can make all its other files again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from workbench.core.decision import Decision
from workbench.core.edge import Ruling
from workbench.core.event import Event
from workbench.core.finding import Finding
from workbench.core.release import Entry, Exhibit, Source, Terms
from workbench.exceptions import InvalidData

EVIDENCE, FINDINGS, DECISIONS = "evidence.jsonl", "findings.jsonl", "decisions.jsonl"
ARTICLES, EVENTS, TERMS = "articles.jsonl", "events.jsonl", "terms.json"
ANNOTATIONS, RULINGS = "label_studio.json", "rulings.jsonl"
# History: what an earlier release had that does not stand any more, and what changed since it.
WITHDRAWN, CHANGELOG = "withdrawn.jsonl", "changelog.jsonl"

Value = TypeVar("Value")


class Judged(msgspec.Struct, frozen=True):
    """A finding with its fingerprint."""

    id: str
    finding: Finding


def write_lines(stream: BinaryIO, values: Iterable[object]) -> int:
    """A line of JSON each; how many."""
    encode = msgspec.json.Encoder().encode
    count = 0
    for value in values:
        stream.write(encode(value) + b"\n")
        count += 1
    return count


def write_array(stream: BinaryIO, values: Iterable[object]) -> None:
    """One JSON array, a line an element."""
    encode = msgspec.json.Encoder().encode
    between = b"[\n"
    for value in values:
        stream.write(between + encode(value))
        between = b",\n"
    stream.write(b"\n]\n" if between != b"[\n" else b"[]\n")


def encode_line(value: object) -> str:
    """One value as such a line, without its end."""
    return msgspec.json.encode(value).decode("utf-8")


def read_lines(path: Path, kind: type[Value]) -> Iterator[Value]:
    """The values of a file of such lines, streamed. Raises InvalidData that names file and line."""
    decode = msgspec.json.Decoder(kind).decode
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                try:
                    yield decode(line)
                except (msgspec.DecodeError, InvalidData, ValueError) as error:
                    raise InvalidData(f"{path}, line {number}: {error}") from error
    except OSError as error:
        raise InvalidData(f"{path} cannot be read: {error.strerror}") from error


def decode_row(line: bytes) -> dict[str, Any]:
    """One line of claims.jsonl."""
    row: dict[str, Any] = msgspec.json.decode(line)
    return row


def read_exhibits(folder: Path) -> Iterator[list[Exhibit]]:
    """Those of one event and measure after the other, as `weigh` takes them."""
    exhibits = read_lines(folder / EVIDENCE, Exhibit)
    for _, group in groupby(exhibits, key=lambda one: (one.claim.event, one.claim.measure)):
        yield list(group)


def read_findings(folder: Path) -> dict[str, Finding]:
    """By fingerprint."""
    return {judged.id: judged.finding for judged in read_lines(folder / FINDINGS, Judged)}


def read_decisions(folder: Path) -> list[Entry]:
    """The whole log, the oldest first."""
    return list(read_lines(folder / DECISIONS, Entry))


def live(entries: Iterable[Entry]) -> dict[str, Decision]:
    """The decisions in force, by fingerprint."""
    return {entry.decision.fingerprint: entry.decision for entry in entries if entry.live}


def read_sources(folder: Path) -> dict[str, Source]:
    """By id."""
    return {source.id: source for source in read_lines(folder / ARTICLES, Source)}


def read_events(folder: Path) -> list[Event]:
    return list(read_lines(folder / EVENTS, Event))


def read_rulings(folder: Path) -> list[Ruling]:
    """What reviewers say of edges between origins, the oldest first."""
    return list(read_lines(folder / RULINGS, Ruling))


def read_terms(folder: Path) -> Terms:
    """Raises InvalidData that names the file."""
    path = folder / TERMS
    try:
        return msgspec.json.decode(path.read_bytes(), type=Terms)
    except OSError as error:
        raise InvalidData(f"{path} cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise InvalidData(f"{path}: {error}") from error
