"""Annotations to claims: one claim for each region, or one reason why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from workbench.claims.amount import read_amount
from workbench.claims.unread import NotRead
from workbench.claims.words import Marks, words_and_term
from workbench.core.annotation import Annotation, Answer, Region, Role, Unreadable
from workbench.core.article import Article, Sentence
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.identity import content_id
from workbench.core.period import Period
from workbench.core.term import origin_term, place_term, population_term
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.languages import language_of
from workbench.languages.language import Language
from workbench.text.dates import read_dates
from workbench.text.numbers import Number, read_numbers

NORMALISER = "1"  # a new version gives new claim ids; findings and decisions hang on content, not on these

Word = TypeVar("Word", bound=StrEnum)


def normalise(
    annotation: Annotation,
    sentence: Sentence,
    article: Article,
    *,
    article_id: str,
    vocabulary: Vocabulary,
    language: str,
) -> list[Claim | Unreadable]:
    """The claims of one annotation, in the order of the text; nothing where it was skipped or is empty.

    What the annotator typed wins, else the number is read from the marked words, in the language (BCP 47).
    A control that was cleared is "not known" and is never filled in again; only the as-of day falls back on
    the day of publication, and says so. Marked words count where nothing is written (`claims.words`). `start`
    and `end` of a claim are code points of the article; its event is the one chosen for the sentence, else
    that of the article, if it has one. The id of a claim follows from annotation, region and
    NORMALISER.
    """
    if annotation.cancelled or not annotation.regions:
        return []
    numbers = read_numbers(sentence.text, language_of(language), vocabulary.profile)
    marks = Marks(annotation.regions, sentence.text)
    figures = tuple(region for region in annotation.regions if not region.role)
    circles = _in_circles(figures)
    read: dict[str, Claim | Unreadable] = {}
    for region in figures:
        try:
            _check(annotation, region, sentence, circles)
            read[region.id] = _claim(
                annotation,
                region,
                sentence,
                article,
                article_id,
                vocabulary,
                numbers,
                marks,
                language_of(language),
            )
        except NotRead as reason:
            read[region.id] = Unreadable(annotation.id, region.id, region.text, reason.field, reason.reason)
    return [_linked(read[region.id], region, read) for region in figures]


def claim_id(annotation: str, region: str) -> str:
    """The id of the claim that a region of an annotation is read as."""
    return content_id("claim", annotation, region, NORMALISER)


def _claim(
    annotation: Annotation,
    region: Region,
    sentence: Sentence,
    article: Article,
    article_id: str,
    vocabulary: Vocabulary,
    numbers: list[Number],
    marks: Marks,
    language: Language,
) -> Claim:
    fields = region.fields
    if region.measure not in vocabulary.measures:
        known = ", ".join(vocabulary.measures)
        raise NotRead("measure", f"{region.measure!r} is no measure; known are {known}")
    code = language.code
    population_text, population = _population(
        *words_and_term(region, Role.POPULATION, marks), vocabulary, code
    )
    place_text, place = _place(*words_and_term(region, Role.PLACE, marks), vocabulary, code)
    origin_text, origin = _origin(*words_and_term(region, Role.ORIGIN, marks), language)
    since = _period(fields, "since")
    as_of_text, as_of = _as_of(region, marks, article.published_at, language)
    if since is not None and as_of is not None and since.first > as_of.last:
        raise NotRead("since", f"counted since {since}, which is after {as_of}, the day it is as of")
    return Claim(
        id=claim_id(annotation.id, region.id),
        measure=region.measure,
        quantity=read_amount(region, sentence.text, numbers),
        population=population,
        population_text=population_text,
        origin=origin,
        origin_text=origin_text,
        place=place,
        place_text=place_text,
        event=fields.get("event") or article.event,
        scope=_word(fields, "scope", Scope),
        since=since,
        as_of=as_of or Period.day(article.published_at),
        as_of_text=as_of_text,
        as_of_assumed=as_of is None,
        modality=_word(fields, "modality", Modality) or Modality.ASSERTED,
        implicit="implicit" in fields,
        outlet=article.outlet,
        published_at=article.published_at,
        article=article_id,
        sentence=annotation.sentence,
        start=sentence.start + region.start,
        end=sentence.start + region.end,
        annotator=annotation.annotator,
        ground_truth=annotation.ground_truth,
    )


def _check(annotation: Annotation, region: Region, sentence: Sentence, circles: frozenset[str]) -> None:
    """Does the region stand where the sentence has it, and does the annotation say that it counts?"""
    if annotation.answer == Answer.NO_CLAIM:
        raise NotRead("answer", 'the sentence is answered "no claim", yet this number is labelled')
    if annotation.answer == Answer.UNCLEAR:
        raise NotRead("answer", "the annotator calls the sentence unclear")
    length = len(sentence.text)
    if not 0 <= region.start < region.end <= length:
        span = f"{region.start} to {region.end}"
        raise NotRead("span", f"{span} is no span of the sentence, which has {length} characters")
    printed = sentence.text[region.start : region.end]
    if region.text and region.text.split() != printed.split():
        raise NotRead(
            "span", f"marks {region.text!r} where the sentence has {printed!r}: its text was changed"
        )
    if region.id in circles:
        raise NotRead("part_of", "is, by way of its whole, a part of itself")


def _linked(
    result: Claim | Unreadable, region: Region, read: Mapping[str, Claim | Unreadable]
) -> Claim | Unreadable:
    """The claim with the id of its whole; a whole that was deleted, or is no claim, is not known."""
    whole = read.get(region.part_of) if region.part_of is not None else None
    if isinstance(result, Claim) and isinstance(whole, Claim):
        return replace(result, part_of=whole.id)
    return result


def _in_circles(regions: tuple[Region, ...]) -> frozenset[str]:
    """The regions that are, by way of their wholes, parts of themselves."""
    whole = {region.id: region.part_of for region in regions}
    circles: set[str] = set()
    done: set[str] = set()
    for start in whole:
        path: list[str] = []
        at: str | None = start
        while at is not None and at in whole and at not in done:
            done.add(at)
            path.append(at)
            at = whole[at]
        if at in path:
            circles.update(path[path.index(at) :])
    return frozenset(circles)


def _population(
    words: str | None, term: str | None, vocabulary: Vocabulary, language: str
) -> tuple[str | None, str | None]:
    if term is not None:
        return words, vocabulary.population_of(term, language) or term
    return words, population_term(words, vocabulary, language) if words is not None else None


def _place(
    words: str | None, term: str | None, vocabulary: Vocabulary, language: str
) -> tuple[str | None, str | None]:
    if term is not None:
        return words, vocabulary.place_of(term, language) or term
    return words, place_term(words, vocabulary, language) if words is not None else None


def _origin(words: str | None, term: str | None, language: Language) -> tuple[str | None, str | None]:
    """ "it" alone is nobody's name."""
    if term is not None:
        return words, term
    grammar = language.claims.grammar if language.claims is not None else {}
    if words is None or words.casefold() in grammar.get("speakers", ()):
        return words, None
    return words, origin_term(words, grammar.get("definite", frozenset()))


def _as_of(
    region: Region, marks: Marks, published_at: date, language: Language
) -> tuple[str | None, Period | None]:
    """The marked words of time, and the day: the one that was typed, else the one that the words say."""
    typed = _period(region.fields, "as_of")
    words = marks.of(region, Role.TIME)
    if words is None:
        return None, typed
    days = [mention.period for mention in read_dates(words, language, published_at)]
    said = days[0] if len(days) == 1 else None
    if typed is None and said is None:
        raise NotRead("as_of", f"no day is read in {words!r}: type it")
    if typed is not None and said is not None and not typed.overlaps(said):
        raise NotRead("as_of", f"{typed} is typed, and {words!r} is {said}: clear one of the two")
    return words, typed or said


def _period(fields: Mapping[str, str], name: str) -> Period | None:
    typed = fields.get(name, "").strip()
    if not typed:
        return None
    try:
        return Period.parse(typed)
    except InvalidData as error:
        raise NotRead(name, error.message) from error


def _word(fields: Mapping[str, str], name: str, words: type[Word]) -> Word | None:
    chosen = fields.get(name)
    if not chosen:
        return None
    try:
        return words(chosen)
    except ValueError:
        raise NotRead(name, f"{chosen!r} is no {name}; known are {', '.join(words)}") from None
