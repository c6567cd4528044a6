"""workbench inspect: what the machine reads in a text, without a database or a Label Studio."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, BinaryIO

import click

from workbench.core.annotation import Suggestion
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.languages import LANGUAGES, language_of
from workbench.languages.language import Language
from workbench.settings import Settings
from workbench.text.number import Number
from workbench.text.numbers import read_numbers
from workbench.text.reasons import Reason
from workbench.text.sentences import split_sentences
from workbench.text.suggest import explain, suggest
from workbench.vocabulary import load_vocabulary

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One object of the input. `id` goes back as it came."""

    id: Any
    text: str
    published_at: date | None
    language: Language


@click.group("inspect")
def command() -> None:
    """Show the sentences, numbers or suggestions in a text, without a database.

    Reads JSON objects with "id" and "text" (and "published_at", "language"), one a line, from FILE or from
    standard input, and writes one object a line in the same order. Offsets are code points, end exclusive.
    """


FILE = click.argument("file", type=click.File("rb"), default="-")
LANGUAGE = click.option(
    "--language",
    default=LANGUAGES[0].code,
    show_default=True,
    help="BCP 47 tag of the texts that name none.",
)


@command.command("sentences")
@LANGUAGE
@FILE
def sentences(file: BinaryIO, language: str) -> None:
    """Show where the sentences of each text stand."""
    answer_each(file, language, _sentences)


@command.command("numbers")
@LANGUAGE
@FILE
def numbers(file: BinaryIO, language: str) -> None:
    """Show the numbers in each text: where they stand, their kind, and what they say."""
    answer_each(file, language, _numbers)


@command.command("suggestions")
@click.option(
    "--explain", "explained", is_flag=True, help='Add to each suggestion the words behind its parts, "why".'
)
@LANGUAGE
@FILE
def suggestions(file: BinaryIO, language: str, explained: bool) -> None:
    """Show the numeric claims suggested in each text, with all their parts.

    With --explain each says "why": for each part the words that made it what it is (start, end, text), or
    what else gave it, such as "context: title", "event", "publication day" or "default"; where the origin is
    "it" or "the ministry", also the name that is meant.
    """
    answer_each(file, language, _explained if explained else _suggestions)


def answer_each(file: BinaryIO, language: str, answer: Callable[[TextLine], Answer]) -> None:
    """Writes the answer to each line; a bad line is told, the others are answered, and the exit code is 1."""
    bad = 0
    chosen = language_of(language)
    out = click.open_file("-", "wb")
    for where, line in read_lines(file, chosen):
        if isinstance(line, InvalidData):
            bad += 1
            click.echo(f"{where}: {line.message}", err=True)
        else:
            out.write(_json({"id": line.id, **answer(line)}))
    out.flush()
    if bad:
        raise SystemExit(1)


def _sentences(line: TextLine) -> Answer:
    found = split_sentences(line.text, line.language)
    return {"sentences": [{"start": sentence.start, "end": sentence.end} for sentence in found]}


def _numbers(line: TextLine) -> Answer:
    found = read_numbers(line.text, line.language, vocabulary().profile)
    return {"numbers": [_number(number) for number in found]}


def _number(number: Number) -> Answer:
    """A range or a bound says low and high as written, an open end null; anything else its value."""
    shown: Answer = {
        "start": number.start,
        "end": number.end,
        "text": number.text,
        "kind": number.kind.value,
    }
    bounded = number.low is not None or number.high is not None
    if not bounded or number.low == number.high:
        shown["value"] = number.value
    if bounded:
        shown["low"], shown["high"] = number.low, number.high
    return shown


def _suggestions(line: TextLine) -> Answer:
    sentences = split_sentences(line.text, line.language)
    found = suggest(
        line.text, sentences, language=line.language, vocabulary=vocabulary(), published_at=line.published_at
    )
    return {"suggestions": [_suggestion(line.text, suggestion) for suggestion in found]}


def _explained(line: TextLine) -> Answer:
    sentences = split_sentences(line.text, line.language)
    found = explain(
        line.text, sentences, language=line.language, vocabulary=vocabulary(), published_at=line.published_at
    )
    return {
        "suggestions": [
            {
                **_suggestion(line.text, suggestion),
                "why": {part: _reason(line.text, reason) for part, reason in why.items()},
            }
            for suggestion, why in found
        ]
    }


def _reason(text: str, reason: Reason) -> Answer | str | None:
    if not isinstance(reason, tuple):
        return reason
    start, end = reason
    return {"start": start, "end": end, "text": text[start:end]}


def _suggestion(text: str, suggestion: Suggestion) -> Answer:
    """The text is that of the number itself; low and high are the hard interval."""
    quantity = suggestion.quantity
    return {
        "start": suggestion.start,
        "end": suggestion.end,
        "text": text[suggestion.start : suggestion.end],
        "measure": suggestion.measure,
        "value": quantity.value,
        "bound": quantity.bound.value,
        "low": quantity.hard.low,
        "high": quantity.hard.high,
        "soft_low": quantity.soft.low,
        "soft_high": quantity.soft.high,
        "population": suggestion.population,
        "population_text": suggestion.population_text,
        "origin": suggestion.origin,
        "origin_text": suggestion.origin_text,
        "place": suggestion.place,
        "place_text": suggestion.place_text,
        "since": suggestion.since,
        "as_of": suggestion.as_of,
        "scope": suggestion.scope.value if suggestion.scope else None,
        "modality": suggestion.modality.value,
        "implicit": suggestion.implicit,
        "score": suggestion.score,
        "part_of": suggestion.part_of,
    }


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary in force, with the profile in force."""
    settings = Settings.from_env()
    return load_vocabulary(settings.profile, settings.vocabulary_folder)


def read_lines(file: BinaryIO, language: Language) -> Iterator[tuple[str, TextLine | InvalidData]]:
    """Each line that is not blank, with where it stands ("news.jsonl, line 3"), or what is wrong with it."""
    name = getattr(file, "name", "-")
    name = "standard input" if name in ("-", "<stdin>", 0) else str(name)
    for number, raw in enumerate(file, start=1):
        if raw.strip():
            try:
                yield f"{name}, line {number}", _text_line(raw, language)
            except InvalidData as error:
                yield f"{name}, line {number}", error


def _text_line(raw: bytes, otherwise: Language) -> TextLine:
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidData(f"not UTF-8 (byte {error.object[error.start]:#04x}); save it as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise InvalidData(f"broken JSON: {error}") from None
    if not isinstance(record, dict):
        raise InvalidData('a line must be one JSON object: {"id": …, "text": …}')
    if "id" not in record:
        raise InvalidData("id is missing", fields={"id": ["missing"]})
    text = record.get("text")
    if not isinstance(text, str):
        raise InvalidData("text is missing or is no string", fields={"text": ["missing"]})
    language = record.get("language")
    if language is not None and not isinstance(language, str):
        raise InvalidData("language is no string", fields={"language": ["invalid"]})
    chosen = language_of(language) if language else otherwise
    return TextLine(record["id"], text, _day(record.get("published_at")), chosen)


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    try:
        # A time of day may follow the date.
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        problem = f"published_at is no date: {value!r} (write 2023-12-24)"
        raise InvalidData(problem, fields={"published_at": ["invalid"]}) from None


def _json(answer: Answer) -> bytes:
    try:
        return json.dumps(answer, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair, which only escapes can carry
        return json.dumps(answer).encode() + b"\n"
