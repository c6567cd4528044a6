from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from api.evidence import Evidence
from api.review.cards import cards_of, letter, quote, web_link
from tests.api.corpus import COUNT, EVENT, VOCABULARY
from workbench.core.article import Sentence
from workbench.core.claim import Claim, Modality
from workbench.core.period import Period
from workbench.core.quantity import Bound, quantity_of

BEFORE = "Earlier. "
TEXT = "👨‍👩‍👧 قال: 40 killed."


def claim(start: int | None, end: int | None) -> Claim:
    return Claim(
        id="c",
        measure="killed",
        quantity=quantity_of("40", Bound.EXACT, 40),
        outlet="Wire",
        published_at=date(2024, 1, 24),
        as_of=Period.day(date(2024, 1, 24)),
        as_of_assumed=True,
        event="gaza",
        modality=Modality.REPORTED,
        start=start,
        end=end,
    )


def in_sentence(start: int | None, end: int | None) -> Evidence:
    return Evidence(claim(start, end), Sentence(len(BEFORE), len(BEFORE) + len(TEXT), TEXT))


def test_the_number_is_cut_out_by_code_points() -> None:
    start = len(BEFORE) + TEXT.index("40")
    found = quote(in_sentence(start, start + 2))
    assert found is not None
    assert (found.before, found.number, found.after) == ("👨‍👩‍👧 قال: ", "40", " killed.")


@pytest.mark.parametrize(("start", "end"), [(None, None), (0, 2), (10, 10), (12, 11), (10, 10_000)])
def test_a_number_elsewhere_leaves_the_sentence_whole(start: int | None, end: int | None) -> None:
    found = quote(in_sentence(start, end))
    assert found is not None
    assert (found.before, found.number, found.after) == (TEXT, "", "")


def test_a_card_says_what_is_assumed_and_what_is_not_known() -> None:
    (card,), _ = cards_of([in_sentence(None, None)], VOCABULARY, {"gaza": EVENT})
    assert (card.source, card.how) == ("Wire", "its own word")
    assert (card.as_of, card.as_of_assumed) == ("2024-01-24", True)
    details = {name: value for name, value, _ in card.details}
    assert details["Place"] == details["Since"] == details["Scope"] == "not known"
    assert details["Event"] == "War in Gaza"
    assert details["Put forward as"] == "reported"


def test_a_reference_count_is_a_card_of_its_own_kind() -> None:
    (card,), _ = cards_of([Evidence(COUNT.claim(VOCABULARY))], VOCABULARY, {})
    assert (card.how, card.source) == ("reference count", "Palestinian Ministry of Health")
    assert card.quote is None
    assert "Published" not in {name for name, _, _ in card.details}


@pytest.mark.parametrize(
    ("origin", "printed", "source", "told"),
    [
        (None, None, "Wire", "its own word"),
        ("Hamas", "Hamas", "Hamas", "in Wire"),
        ("health_ministry", "Health Ministry", "Health Ministry", "in Wire"),
        ("Ministry of Health", "the Ministry of Health", "Ministry of Health", "in Wire"),
        ("Ministry of Health", "the ministry", "Ministry of Health", "in Wire, as “the ministry”"),
        ("Ministry of Health", None, "Ministry of Health", "in Wire"),
    ],
)
def test_whose_word_it_is(origin: str | None, printed: str | None, source: str, told: str) -> None:
    said = replace(claim(None, None), origin=origin, origin_text=printed)
    (card,), _ = cards_of([Evidence(said)], VOCABULARY, {})
    assert (card.source, card.how) == (source, told)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://wire.example/1", "https://wire.example/1"),
        ("HTTP://wire.example", "HTTP://wire.example"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//wire.example", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: str | None) -> None:
    assert web_link(url) == link


def test_letters_go_on_after_z() -> None:
    assert [letter(place) for place in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AB",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
