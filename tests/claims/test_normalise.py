"""What an annotator says wins; what cannot be read keeps its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.moments import NOON
from workbench.claims.normalise import normalise
from workbench.core.annotation import Annotation, Region, Unreadable
from workbench.core.article import Article, Sentence
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval
from workbench.core.vocabulary import Vocabulary
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
TEXT = (
    "🏠 At least 40 people, 14 of them children, were killed; "
    "dozens of others and 20 to 30 soldiers were hurt."
)
OFFSET = 100
ARTICLE = Article(
    outlet="Harbor Wire",
    published_at=date(2024, 1, 24),
    text=" " * OFFSET + TEXT,
    event="storm",
    file="a.txt",
)
SENTENCE = Sentence(start=OFFSET, end=OFFSET + len(TEXT), text=TEXT)


def region(words: str, measure: str = "killed", **parts: Any) -> Region:
    start = TEXT.index(words)
    given: dict[str, Any] = {"id": words, "start": start, "end": start + len(words), "text": words}
    part_of = parts.pop("part_of", None)
    return Region(**given, measure=measure, fields=parts, part_of=part_of)


def read(
    *regions: Region, vocabulary: Vocabulary = VOCABULARY, **annotation: Any
) -> list[Claim | Unreadable]:
    given: dict[str, Any] = {
        "id": "n1",
        "sentence": "s1",
        "annotator": "7",
        "created_at": NOON,
        "updated_at": NOON,
        "regions": regions,
    }
    return normalise(
        Annotation(**(given | annotation)),
        SENTENCE,
        ARTICLE,
        article_id="a1",
        vocabulary=vocabulary,
        language="en",
    )


def claim(*regions: Region, **annotation: Any) -> Claim:
    (result,) = read(*regions, **annotation)
    assert isinstance(result, Claim), result
    return result


def refused(*regions: Region, **annotation: Any) -> Unreadable:
    (result,) = read(*regions, **annotation)
    assert isinstance(result, Unreadable), result
    return result


def test_a_mark_alone_is_read_from_its_words() -> None:
    read_back = claim(region("40"))
    assert (read_back.quantity.value, read_back.quantity.bound) == (40, Bound.AT_LEAST)
    assert read_back.quantity.hard == Interval(40, None)
    assert ARTICLE.text[read_back.start : read_back.end] == "40"
    assert (read_back.outlet, read_back.event, read_back.article, read_back.sentence) == (
        "Harbor Wire",
        "storm",
        "a1",
        "s1",
    )
    assert (read_back.as_of, read_back.as_of_assumed) == (Period.day(date(2024, 1, 24)), True)
    assert (read_back.scope, read_back.population, read_back.place, read_back.origin) == (None,) * 4


@pytest.mark.parametrize(
    ("typed", "origin"),
    [("It", None), ("she", None), ("the ministry", "ministry"), ("It = UNICEF", "UNICEF")],
)
def test_a_word_that_only_points_back_is_no_origin(typed: str, origin: str | None) -> None:
    read = claim(region("40", "injured", origin=typed))
    assert (read.origin, read.origin_text) == (origin, typed.partition(" = ")[0])


def test_every_part_that_was_corrected_wins() -> None:
    corrected = claim(
        region(
            "40",
            "injured",
            bound="more_than",
            value="1,300",
            population="others = civilians",
            place="the strip = Gaza Strip",
            origin="the Palestinian Ministry of Health",
            since="2023-10-07",
            as_of="2024-01",
            scope="cumulative",
            modality="denied",
            implicit="yes",
        )
    )
    assert corrected.measure == "injured"
    assert (corrected.quantity.value, corrected.quantity.bound) == (1300, Bound.MORE_THAN)
    assert (corrected.quantity.hard, corrected.quantity.soft) == (Interval(1301, None), Interval(1301, 1400))
    assert (corrected.population_text, corrected.population) == ("others", "civilians")
    assert (corrected.place_text, corrected.place) == ("the strip", "Gaza Strip")
    assert corrected.origin == "Palestinian Ministry of Health"
    assert corrected.origin_text == "the Palestinian Ministry of Health"
    assert (corrected.since, corrected.as_of) == (Period.parse("2023-10-07"), Period.parse("2024-01"))
    assert not corrected.as_of_assumed
    assert (corrected.scope, corrected.modality, corrected.implicit) == (
        Scope.CUMULATIVE,
        Modality.DENIED,
        True,
    )


def test_vague_words_are_read_by_the_profile_in_force() -> None:
    house = claim(region("dozens", "injured")).quantity
    assert (house.value, house.bound) == (None, Bound.VAGUE)
    assert (house.hard, house.soft) == (Interval(12, None), Interval(24, 99))
    (acled,) = read(region("dozens", "injured"), vocabulary=load_vocabulary("acled"))
    assert isinstance(acled, Claim)
    assert acled.quantity.soft != house.soft


def test_a_range_is_read_and_can_be_typed() -> None:
    assert claim(region("20 to 30", "injured")).quantity.hard == Interval(20, 30)
    typed = claim(region("20 to 30", "injured", bound="between", low="25", high="35")).quantity
    assert (typed.hard, typed.value) == (Interval(25, 35), None)


def test_a_part_is_linked_to_its_whole_whatever_the_order() -> None:
    part, whole = read(region("14", part_of="40"), region("40"))
    assert isinstance(part, Claim)
    assert isinstance(whole, Claim)
    assert part.part_of == whole.id
    lonely = claim(region("14", part_of="gone"))
    assert lonely.part_of is None


def test_terms_that_no_vocabulary_knows_are_kept() -> None:
    kept = claim(region("40", population="Ruritanian beekeepers", place="Strelsau"))
    assert (kept.population_text, kept.population) == ("Ruritanian beekeepers", "ruritanian_beekeepers")
    assert kept.place == "strelsau"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"value": "1.5 million"}, "value"),
        ({"value": "-4"}, "value"),
        ({"value": "4.5"}, "value"),
        ({"value": "9" * 40}, "value"),
        ({"bound": "sort of"}, "bound"),
        ({"bound": "between", "low": "30", "high": "20"}, "low"),
        ({"bound": "between", "low": "30"}, "low"),
        ({"bound": "vague", "value": "30"}, "value"),
        ({"bound": "less_than", "value": "0"}, "value"),
        ({"low": "100", "high": "200", "bound": "exact", "value": "40"}, "low"),
        ({"as_of": "last Tuesday"}, "as_of"),
        ({"since": "2023-13"}, "since"),
        ({"since": "2024-02-01", "as_of": "2024-01-01"}, "since"),
        ({"scope": "global"}, "scope"),
        ({"modality": "sung"}, "modality"),
    ],
)
def test_what_cannot_be_read_is_kept_with_field_and_reason(fields: dict[str, str], field: str) -> None:
    unread = refused(region("40", **fields))
    assert unread.field == field
    assert unread.reason
    assert (unread.annotation, unread.region, unread.text) == ("n1", "40", "40")


def test_an_unknown_measure_is_named() -> None:
    assert "'dead'" in refused(region("40", "dead")).reason


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 0), (5, 3), (0, len(TEXT) + 1), (10**9, 10**9 + 1)])
def test_a_mark_past_the_text_is_no_claim(start: int, end: int) -> None:
    assert refused(replace(region("40"), start=start, end=end)).field == "span"


def test_a_mark_on_a_text_that_was_changed_is_no_claim() -> None:
    assert "its text was changed" in refused(replace(region("40"), text="41")).reason


def test_a_value_left_behind_by_a_moved_mark_is_no_claim() -> None:
    assert "'14'" in refused(region("40", value="14")).reason.replace('"', "'")


def test_what_is_a_part_of_itself_is_no_claim() -> None:
    results = read(region("40", part_of="14"), region("14", part_of="40"))
    assert [result.field for result in results if isinstance(result, Unreadable)] == ["part_of", "part_of"]


def test_skipped_empty_and_answered_otherwise_yield_no_claims() -> None:
    assert read(region("40"), cancelled=True) == []
    assert read() == []
    assert refused(region("40"), answer="no_claim").field == "answer"
    assert refused(region("40"), answer="unclear").field == "answer"


def test_ids_follow_annotation_and_region() -> None:
    first, second = claim(region("40")), claim(region("40", value="44"))
    assert first.id == second.id
    assert claim(region("40"), id="n2").id != first.id
    assert claim(region("14")).id != first.id


def test_words_of_another_language_are_read_in_it() -> None:
    """An annotator of a Spanish article writes Spanish words; the terms are the same in every language."""
    text = "El ministerio dijo que murieron unos 1.200 soldados en Jan Yunis."
    found = normalise(
        Annotation(
            id="n1",
            sentence="s1",
            annotator="7",
            created_at=NOON,
            updated_at=NOON,
            regions=(
                Region(
                    id="r",
                    start=text.index("1.200"),
                    end=text.index("1.200") + 5,
                    text="1.200",
                    measure="killed",
                    fields={"population": "soldados", "place": "Jan Yunis", "origin": "El ministerio"},
                ),
            ),
        ),
        Sentence(start=0, end=len(text), text=text),
        replace(ARTICLE, text=text, language="es"),
        article_id="a1",
        vocabulary=VOCABULARY,
        language="es",
    )
    (claim,) = found
    assert isinstance(claim, Claim)
    assert (claim.population, claim.place, claim.origin) == ("soldiers", "Khan Younis", "ministerio")
    assert (claim.quantity.value, claim.quantity.bound) == (1200, Bound.ABOUT)
