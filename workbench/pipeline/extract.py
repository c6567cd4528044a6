"""Reads folders of articles without a database: what is suggested in them becomes claims of the corpus."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from workbench.core.annotation import Suggestion
from workbench.core.article import Article, Rejected, Sentence
from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.identity import content_id
from workbench.core.period import Period
from workbench.core.vocabulary import Vocabulary
from workbench.engine.engine import Engine
from workbench.engine.folder import BEGUN, LINES, PARQUET, files_of, rows_of, write_claims
from workbench.exceptions import InvalidData
from workbench.languages import language_of
from workbench.readers.jsonl import read_jsonl
from workbench.readers.record import article_of
from workbench.text.sentences import split_sentences
from workbench.text.suggest import suggest
from workbench.vocabulary import load_vocabulary

_NO_EVENTS: Mapping[str, Event] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of one file: its claims are in a Parquet file of the same name."""

    articles: int
    claims: int
    rejected: tuple[Rejected, ...]


def extract_corpus(
    engine: Engine,
    folder: Path,
    out: Path,
    *,
    profile: str = "house",
    vocabulary: Path | None = None,
    events: Mapping[str, Event] = _NO_EVENTS,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[Extracted]:
    """The claims suggested in each file of articles of a folder, on the machines of the engine.

    Each file is read on its own, into one of the same name, so that the claims are the same on either engine.
    On a cluster both folders must be there for every machine. `out` is new or empty, or holds the same
    extraction, which was broken off: the files that it ended are not read again. Raises InvalidData where it
    holds anything else.
    """
    files = files_of(folder)
    states = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    what = content_id(
        "extract", str(folder.resolve()), states, profile, str(vocabulary), repr(sorted(events.items()))
    )
    _begin(out, what)
    left = [file.resolve() for file in files if not (out / f"{file.stem}{PARQUET}").exists()]
    work = partial(
        extract_file, out=out.resolve(), profile=profile, vocabulary=vocabulary, events=dict(events)
    )
    done = []
    progress(len(files) - len(left), len(files))
    for extracted in engine.each(work, left):
        done.append(extracted)
        progress(len(files) - len(left) + len(done), len(files))
    (out / BEGUN).unlink()
    return done


def _begin(out: Path, what: str) -> None:
    mark = out / BEGUN
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()) and not mark.exists():
        raise InvalidData(f"{out} is not empty: name a new folder, so that nothing is overwritten")
    if mark.exists() and mark.read_text("utf-8") not in ("", what):
        raise InvalidData(
            f"{out} holds an extraction of other files or settings that was broken off: name a new folder"
        )
    mark.write_text(what, encoding="utf-8")


def extract_file(
    file: Path, *, out: Path, profile: str, vocabulary: Path | None, events: Mapping[str, Event]
) -> Extracted:
    """Reads one file of articles, and writes the claims of all of them, or nothing."""
    known = load_vocabulary(profile, vocabulary)
    counts = [0]
    rejected: list[Rejected] = []

    def claims() -> Iterator[Claim]:
        for found in _articles(file):
            if isinstance(found, Rejected):
                rejected.append(found)
            else:
                counts[0] += 1
                yield from suggested_claims(found, known, events)

    unfinished = out / f"{file.stem}.unfinished"
    written = write_claims(claims(), unfinished)
    unfinished.replace(out / f"{file.stem}{PARQUET}")
    return Extracted(counts[0], written, tuple(rejected))


def _articles(file: Path) -> Iterator[Article | Rejected]:
    if file.suffix == LINES:
        yield from read_jsonl(file)
    else:
        for where, row in rows_of(file):
            yield article_of(row, where)


def suggested_claims(
    article: Article, vocabulary: Vocabulary, events: Mapping[str, Event] = _NO_EVENTS
) -> Iterator[Claim]:
    """What the machine reads in an article, as claims. Each is its own annotation that nobody has made.

    Their ids follow from article, offsets and measure, so that a second run gives the same.
    """
    try:
        language = language_of(article.language)
    except InvalidData:
        return
    sentences = split_sentences(article.text, language)
    found = suggest(
        article.text,
        sentences,
        language=language,
        vocabulary=vocabulary,
        published_at=article.published_at,
        title=article.title,
        event=events.get(article.event) if article.event else None,
    )
    names = [
        content_id("suggested", article.version_id, one.start, one.end, one.measure, place)
        for place, one in enumerate(found)
    ]
    holding = _sentences_of(found, sentences, article.id)
    for name, one, sentence in zip(names, found, holding, strict=True):
        yield Claim(
            id=name,
            measure=one.measure,
            quantity=one.quantity,
            population=one.population,
            population_text=one.population_text,
            origin=one.origin,
            origin_text=one.origin_text,
            place=one.place,
            place_text=one.place_text,
            event=article.event,
            scope=one.scope,
            since=Period.parse(one.since) if one.since else None,
            as_of=Period.parse(one.as_of) if one.as_of else None,
            modality=one.modality,
            implicit=one.implicit,
            part_of=None if one.part_of is None else names[one.part_of],
            outlet=article.outlet,
            published_at=article.published_at,
            article=article.id,
            sentence=sentence,
            start=one.start,
            end=one.end,
        )


def _sentences_of(
    found: Sequence[Suggestion], sentences: Sequence[Sentence], article: str
) -> Iterator[str | None]:
    """The id of the sentence that each suggestion stands in."""
    ends = [sentence.end for sentence in sentences]
    for one in found:
        place = bisect_right(ends, one.start)
        yield sentences[place].id(article) if place < len(sentences) else None
