from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from api.evidence import Evidence
from api.review.cards import agreement, cards_of, quote, web_link
from tests.api.corpus import COUNT, EVENT, VOCABULARY
from workbench.core.article import Sentence
from workbench.core.claim import Claim, Modality
from workbench.core.period import Period
from workbench.core.quantity import Bound, quantity_of
from workbench.crosscheck.origins import Origins
from workbench.store.surroundings import Neighbours, Reader

BEFORE = "Earlier. "
TEXT = "👨‍👩‍👧 قال: 40 killed."


FORTY = quantity_of("40", Bound.EXACT, 40)


def claim(start: int | None, end: int | None) -> Claim:
    return Claim(
        id="c",
        measure="killed",
        quantity=FORTY,
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
    found = quote(in_sentence(start, start + 2), VOCABULARY)
    assert found is not None
    told = [(piece.text, piece.mark) for piece in found.pieces]
    assert told == [("👨‍👩‍👧 قال: ", None), ("40", "number"), (" ", None), ("killed", "measure"), (".", None)]


@pytest.mark.parametrize(("start", "end"), [(None, None), (0, 2), (10, 10), (12, 11), (10, 10_000)])
def test_a_number_elsewhere_leaves_the_sentence_whole(start: int | None, end: int | None) -> None:
    found = quote(in_sentence(start, end), VOCABULARY)
    assert found is not None
    assert [(piece.text, piece.mark) for piece in found.pieces] == [(TEXT, None)]


def test_the_sentences_around_stand_around() -> None:
    entry = replace(in_sentence(None, None), neighbours=Neighbours("One.", "Two."), language="ar")
    found = quote(entry, VOCABULARY)
    assert found is not None
    assert (found.before, found.after, found.language) == ("One.", "Two.", "ar")


def test_outlets_that_relay_one_figure_of_one_origin_are_folded() -> None:
    """Three print the ministry's 40, one of them the ministry's 41 as well; a fourth speaks for itself."""
    said = [
        replace(claim(None, None), id=name, origin=origin, outlet=outlet, quantity=quantity)
        for name, origin, outlet, quantity in (
            ("a", "The Ministry", "Wire", FORTY),
            ("b", None, "Post", FORTY),
            ("c", "ministry", "Daily", FORTY),
            ("d", "Ministry", "Daily", quantity_of("41", Bound.EXACT, 41)),
            ("e", "Ministry", "Courier", FORTY),
        )
    ]
    cards, _ = cards_of([Evidence(one) for one in said], VOCABULARY, {}, Origins())
    assert [card.claims for card in cards] == [("a", "c", "e"), ("d",), ("b",)]
    assert [card.number for card in cards] == [1, 2, 3]
    assert [relay.outlet for relay in cards[0].relays] == ["Daily", "Courier"]


def test_agreement_counts_those_who_read_the_same() -> None:
    mine = claim(None, None)
    other = replace(mine, quantity=quantity_of("41", Bound.EXACT, 41))
    readers = [
        Reader("ana", False, (other, mine)),
        Reader("7", True, (replace(mine, id="d"),)),
        Reader(None, False, (other,)),
        Reader("ben", False, ()),
    ]
    assert agreement(mine, readers) == ("2 of 4 read it so: ana, 7, an unnamed annotator, ben; ground truth")
    assert agreement(mine, readers[:1]) == "ana, alone"
    assert agreement(mine, []) is None


def test_a_card_says_what_is_assumed_and_what_is_not_known() -> None:
    (card,), _ = cards_of([in_sentence(None, None)], VOCABULARY, {"gaza": EVENT}, Origins())
    assert (card.source, card.how) == ("Wire", "its own word")
    assert (card.as_of, card.as_of_assumed) == ("2024-01-24", True)
    details = {name: value for name, value, _ in card.details}
    assert details["Place"] == details["Since"] == details["Scope"] == "not known"
    assert details["Event"] == "War in Gaza"
    assert details["Put forward as"] == "reported"


def test_a_reference_count_is_a_card_of_its_own_kind() -> None:
    (card,), _ = cards_of([Evidence(COUNT.claim(VOCABULARY))], VOCABULARY, {}, Origins())
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
    (card,), _ = cards_of([Evidence(said)], VOCABULARY, {}, Origins())
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
