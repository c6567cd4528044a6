"""From the sentences of an article to suggestions of numeric claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from workbench.core.annotation import Suggestion
from workbench.core.article import Sentence
from workbench.core.claim import Modality, Scope
from workbench.core.event import Event
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.core.vocabulary import Vocabulary
from workbench.languages.language import Language
from workbench.text.background import in_place
from workbench.text.clause import Clause, read_clause
from workbench.text.context import Context, Speaker, Where
from workbench.text.counted import Phrase, read_phrases
from workbench.text.cues import Cue, cues_of
from workbench.text.dates import read_dates
from workbench.text.introductions import may_introduce
from workbench.text.measures import read_measures
from workbench.text.modality import read_modality
from workbench.text.numbers import read_numbers
from workbench.text.populations import Whom, read_populations
from workbench.text.reading import Reading
from workbench.text.reasons import (
    DEFAULT,
    Reason,
    bound_reason,
    cause_reason,
    measure_reason,
    part_reason,
    reasons_for,
)
from workbench.text.scopes import Span, Timeline
from workbench.text.sequels import points_back, read_sequel
from workbench.text.wordbook import Wordbook, wordbook_of
from workbench.text.words import words_of

SUGGESTER: Final[str] = "claims-rules@1"

_IMPLICIT = 0.9


def suggest(
    text: str,
    sentences: Sequence[Sentence],
    *,
    language: Language,
    vocabulary: Vocabulary,
    published_at: date | None,
    title: str | None = None,
    event: Event | None = None,
) -> list[Suggestion]:
    """The numeric claims in an article, in order of position; offsets are code points of `text`.

    Place, origin and the start of a count may come from the sentences before, the title or the event, where
    the sentence itself does not say; their `*_text` is None then. `part_of` is an index of this list. `as_of`
    is the publication day where the sentence names none and the count is cumulative or a stock, and None for
    an incident. A language without words for claims yields nothing. Takes time in proportion to the text.
    """
    return _suggest(text, sentences, language, vocabulary, published_at, title, event, None)


def explain(
    text: str,
    sentences: Sequence[Sentence],
    *,
    language: Language,
    vocabulary: Vocabulary,
    published_at: date | None,
    title: str | None = None,
    event: Event | None = None,
) -> list[tuple[Suggestion, dict[str, Reason]]]:
    """What `suggest` finds, each with what made its parts what they are (reasons.PARTS).

    That is the offsets of words in the text, or a word: "context: title", "context: home of the population",
    "event", "publication day", "default"; None for a part that is None. Where the origin is "it" or "the
    ministry", "origin_named" are the offsets of the name that is meant.
    """
    reasons: list[dict[str, Reason]] = []
    found = _suggest(text, sentences, language, vocabulary, published_at, title, event, reasons)
    return list(zip(found, reasons, strict=True))


def _suggest(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    vocabulary: Vocabulary,
    published_at: date | None,
    title: str | None,
    event: Event | None,
    reasons: list[dict[str, Reason]] | None,
) -> list[Suggestion]:
    wordbook = wordbook_of(language, vocabulary)
    if wordbook is None:
        return []
    article = _Article(text, sentences, language, wordbook, published_at, title, event, reasons)
    suggestions: list[Suggestion] = []
    announced = wordbook.gate.announced([sentence.text for sentence in sentences])
    for index in range(len(sentences)):
        if index in announced:
            found = list(article.suggestions_of(index, len(suggestions)))
        elif article.last is not None:
            found = list(article.sequel(index))
        else:
            continue
        article.remember(found, len(suggestions))
        suggestions.extend(found)
    return suggestions


class _Told(NamedTuple):
    """How, when and where a count was told."""

    modality: Modality
    cue: Cue | None
    span: Span
    where: Where


class _Article:
    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        language: Language,
        wordbook: Wordbook,
        published_at: date | None,
        title: str | None,
        event: Event | None,
        reasons: list[dict[str, Reason]] | None,
    ) -> None:
        self.reasons = reasons  # to be filled, where somebody asks for them
        self.sentences = sentences
        self.language = language
        self.wordbook = wordbook
        self.published_at = published_at
        self.event = event
        self.context = Context(sentences, wordbook, title, event)
        self.counted: set[str] = set()
        self.last: tuple[int, Suggestion] | None = None  # the one count of the sentence before

    def remember(self, found: Sequence[Suggestion], offset: int) -> None:
        """Keeps what "of them" in the next sentence means; several counts leave it open."""
        wholes = [(offset + place, one) for place, one in enumerate(found) if one.part_of is None]
        self.last = wholes[0] if len(wholes) == 1 else None

    def sequel(self, index: int) -> Iterator[Suggestion]:
        """The parts that it names of those counted in the sentence before, without a word that announces."""
        sentence = self.sentences[index]
        if self.last is None or not points_back(sentence.text, self.wordbook):
            return
        place, whole = self.last
        for one in read_sequel(sentence, whole, place, self.language, self.wordbook):
            if self.reasons is not None:
                self.reasons.append({**self.reasons[place], "population": DEFAULT, "bound": DEFAULT})
            yield one

    def suggestions_of(self, index: int, offset: int) -> Iterator[Suggestion]:
        sentence = self.sentences[index]
        numbers = read_numbers(sentence.text, self.language, self.wordbook.vocabulary.profile)
        if not numbers and not may_introduce(words_of(sentence.text).words, self.wordbook):
            return
        clause = read_clause(sentence.text, numbers, self.wordbook)
        if not clause.found:
            return
        phrases = read_phrases(clause, self.wordbook)
        if not phrases:
            return
        readings = in_place(read_measures(clause, phrases, self.wordbook), phrases)
        if not readings:
            return
        said = self.context.said_in(index, clause)
        dates = read_dates(sentence.text, self.language, self.published_at)
        parts = [clause.starts[phrases[one.phrase].start] for one in readings if one.whole is not None]
        timeline = Timeline(clause, dates, self.wordbook, self.published_at, self.event, parts)
        at = {reading.phrase: offset + place for place, reading in reversed(list(enumerate(readings)))}
        populations = read_populations(clause, phrases, readings, self.wordbook)
        told: dict[tuple[int, str], _Told] = {}
        before: Reading | None = None
        for reading in readings:
            phrase = phrases[reading.phrase]
            whole = told.get((reading.whole, reading.measure)) if reading.whole is not None else None
            if whole is not None and reading.way == "part":
                # a part is told with its whole, unless it has a time of its own
                time = timeline.time_of(phrase, reading)
                if time is not None and time.stretch and time.said is not whole.span.since_by:
                    whole = whole._replace(span=timeline.span_of(phrase, reading, before, self.counted))
                told[reading.phrase, reading.measure] = whole
            else:
                modality, cue = self._modality(clause, reading, before, told)
                denied = modality is Modality.DENIED
                span = timeline.span_of(phrase, reading, before, self.counted, denied=denied)
                where = self.context.place_of(
                    index, said, phrase, reading, populations[reading.phrase].term, modality
                )
                told[reading.phrase, reading.measure] = _Told(modality, cue, span, where)
            before = reading
            self.counted.add(reading.measure)
        for reading in readings:
            phrase, one = phrases[reading.phrase], told[reading.phrase, reading.measure]
            whom = populations[reading.phrase]
            speaker = self.context.origin_of(index, said, phrase)
            part_of = at.get(reading.whole) if reading.whole is not None else None
            suggestion = self._suggestion(sentence, clause, phrase, reading, one, whom, speaker, part_of)
            if self.reasons is not None:
                over = phrases[reading.whole] if reading.whole is not None else None
                self.reasons.append(
                    self._reasons(sentence, clause, suggestion, reading, one, whom, speaker, phrase, over)
                )
            yield suggestion

    def _reasons(
        self,
        sentence: Sentence,
        clause: Clause,
        suggestion: Suggestion,
        reading: Reading,
        told: _Told,
        whom: Whom,
        speaker: Speaker,
        phrase: Phrase,
        whole: Phrase | None,
    ) -> dict[str, Reason]:
        cues, by = cues_of(self.wordbook.claims), speaker.by
        found: dict[str, Reason] = {
            "measure": measure_reason(clause, reading),
            "bound": bound_reason(phrase.number),
            "population": (clause.starts[whom.start], clause.ends[whom.end - 1]) if whom.text else None,
            "origin": (clause.starts[by.start], clause.ends[by.end - 1]) if by is not None else None,
            "since": cause_reason(told.span.since_by, clause, cues),
            "as_of": cause_reason(told.span.as_of_by, clause, cues),
            "scope": cause_reason(told.span.scope_by, clause, cues),
            "modality": cause_reason(told.cue, clause, cues),
            "part_of": part_reason(clause, phrase, whole) if whole is not None else None,
        }
        reasons = reasons_for(suggestion, found, sentence.start)
        if speaker.named_at is not None:
            reasons["origin_named"] = speaker.named_at
        reasons["place"] = told.where.by if suggestion.place is not None else None
        return reasons

    def _modality(
        self, clause: Clause, reading: Reading, before: Reading | None, told: dict[tuple[int, str], _Told]
    ) -> tuple[Modality, Cue | None]:
        """Of an exchange, what is said of the one side is said of the other."""
        if (
            before is not None
            and before.measure == reading.measure
            and self.wordbook.ends_in(clause.words[reading.place], "exchange")
        ):
            other = told[before.phrase, before.measure]
            return other.modality, other.cue
        return read_modality(clause, reading, self.wordbook)

    def _suggestion(
        self,
        sentence: Sentence,
        clause: Clause,
        phrase: Phrase,
        reading: Reading,
        told: _Told,
        whom: Whom,
        speaker: Speaker,
        part_of: int | None,
    ) -> Suggestion:
        number = phrase.number
        if number is not None and number.quantity is not None:
            start, end, quantity = number.number_start, number.number_end, number.quantity
        else:
            start, end = clause.starts[phrase.start], clause.ends[phrase.end - 1]
            one = Interval(1, 1)
            quantity = Quantity(clause.said(phrase.start, phrase.end), 1, Bound.EXACT, one, one)
        modality, span = told.modality, told.span
        scope, since = span.scope, span.since
        if not modality.is_evidence and not (scope is Scope.INCIDENT and modality is Modality.DENIED):
            scope, since = None, None
        return Suggestion(
            start=sentence.start + start,
            end=sentence.start + end,
            measure=reading.measure,
            quantity=quantity,
            population=whom.term,
            population_text=whom.text,
            origin=speaker.name,
            origin_text=speaker.text,
            place=told.where.place,
            place_text=told.where.text,
            since=since.edtf if since is not None else None,
            as_of=span.as_of.edtf if span.as_of is not None else None,
            scope=scope,
            modality=modality,
            implicit=number is None,
            score=round(reading.sure * (_IMPLICIT if number is None else 1.0), 3),
            part_of=part_of,
        )
