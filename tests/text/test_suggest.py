"""Suggestions of numeric claims: gold sentences by topic, and what must hold of any text."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.seconds import seconds
from tests.text.gold import cases
from workbench.core.annotation import Suggestion
from workbench.core.event import Event
from workbench.core.period import Period
from workbench.languages import language_of
from workbench.text.sentences import split_sentences
from workbench.text.suggest import SUGGESTER, suggest
from workbench.vocabulary import load_vocabulary

ENGLISH = language_of("en")
SEEDS = Path(__file__).parents[2] / "seeds"
TOPICS = ("measures", "several", "times", "wire", "styles", "amounts", "context", "negatives")


def read(text: str, published_at: date | None = None, **given: Any) -> list[Suggestion]:
    sentences = split_sentences(text, ENGLISH)
    vocabulary = given.pop("vocabulary", load_vocabulary())
    return suggest(
        text, sentences, language=ENGLISH, vocabulary=vocabulary, published_at=published_at, **given
    )


def shown(text: str, suggestion: Suggestion, found: list[Suggestion]) -> dict[str, Any]:
    """The parts as a gold file writes them; `part_of` counts the explicit suggestions of `found`."""
    quantity = suggestion.quantity
    return {
        "text": text[suggestion.start : suggestion.end],
        "measure": suggestion.measure,
        "value": quantity.value,
        "bound": quantity.bound.value,
        "low": quantity.hard.low,
        "high": quantity.hard.high,
        "population": suggestion.population,
        "origin": suggestion.origin,
        "origin_text": suggestion.origin_text,
        "population_text": suggestion.population_text,
        "place": suggestion.place,
        "place_text": suggestion.place_text,
        "scope": suggestion.scope and suggestion.scope.value,
        "since": suggestion.since,
        "as_of": suggestion.as_of,
        "modality": suggestion.modality.value,
        "implicit": suggestion.implicit,
        "part_of": None
        if suggestion.part_of is None
        else sum(not one.implicit for one in found[: suggestion.part_of]),
    }


@pytest.mark.parametrize("row", [case for topic in TOPICS for case in cases(f"suggest_{topic}.jsonl")])
def test_gold_sentences(row: dict[str, Any]) -> None:
    """Every claim and no other; of each, the parts that the gold names, and part_of always.

    Implicit claims count only where the gold names one.
    """
    day = date.fromisoformat(row["published_at"]) if "published_at" in row else None
    found = read(row["text"], day)
    implicit = any(claim.get("implicit") for claim in row["claims"])
    rows = [shown(row["text"], one, found) for one in found if implicit or not one.implicit]
    expected = [{"part_of": None, **claim} for claim in row["claims"]]
    assert [{key: got[key] for key in want} for got, want in zip(rows, expected, strict=False)] == expected
    assert len(rows) == len(expected)


@pytest.mark.parametrize(
    "row", [case for topic in ("measures", "several", "wire") for case in cases(f"suggest_{topic}.jsonl")]
)
def test_headline_capitals_change_no_figure(row: dict[str, Any]) -> None:
    """Newswire of old stands in capitals; measures and values are read alike."""
    plain = [(one.measure, one.quantity.value) for one in read(row["text"]) if not one.implicit]
    shouted = [(one.measure, one.quantity.value) for one in read(row["text"].upper()) if not one.implicit]
    assert shouted == plain


def test_the_seeds_as_a_careful_reader_reads_them() -> None:
    """Every expected claim of seeds/ with every part right, and nothing else claimed."""
    events = {
        row["id"]: Event(
            row["id"],
            row["name"],
            date.fromisoformat(row["start"]),
            date.fromisoformat(row["end"]) if row["end"] else None,
            tuple(row["places"]),
            tuple(row["aliases"]),
            row["populations"],
        )
        for row in json.loads((SEEDS / "events.json").read_text("utf-8"))
    }
    expected = [
        json.loads(line) for line in (SEEDS / "expected_claims.jsonl").read_text("utf-8").splitlines()
    ]
    wrong: list[Any] = []
    for line in (SEEDS / "articles" / "manifest.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        text = (SEEDS / "articles" / entry["file"]).read_text("utf-8")
        day = date.fromisoformat(entry["published_at"])
        found = read(text, day, title=entry.get("title"), event=events.get(entry.get("event")))
        claims = {(row["start"], row["measure"]): row for row in expected if row["file"] == entry["file"]}
        for suggestion in found:
            want = claims.pop((suggestion.start, suggestion.measure), None)
            if want is None:
                if not suggestion.implicit:
                    wrong.append((entry["file"], "not expected", text[suggestion.start : suggestion.end]))
                continue
            got = shown(text, suggestion, found)
            got["part_of"] = None if suggestion.part_of is None else found[suggestion.part_of].start
            got["as_of"] = got["as_of"] or entry["published_at"]  # as the pipeline assumes
            for key in sorted(want.keys() & got.keys()):
                if want[key] != got[key]:
                    wrong.append((entry["file"], want["text"], key, want[key], got[key]))
        wrong += [(entry["file"], "missing", row["text"]) for row in claims.values()]
    assert not wrong


# what is known around the sentence


def test_place_and_start_come_from_around_the_sentence() -> None:
    text = "The army fired on Gaza on Monday. Since the start of the war, 20,000 people have been killed."
    event = Event("war", "War", date(2023, 10, 7), places=("Gaza Strip", "Israel"))
    (claim,) = read(text, date(2023, 12, 24), event=event)
    assert (claim.place, claim.place_text) == ("Gaza Strip", None)
    assert (claim.since, claim.as_of) == ("2023-10-07", "2023-12-24")


def test_a_title_says_where() -> None:
    (claim,) = read("Twelve people were killed.", title="Quake in Nepal")
    assert claim.place == "Nepal"


def test_a_nation_is_at_home_where_the_event_takes_place() -> None:
    event = Event("war", "War", date(2023, 10, 7), places=("Gaza Strip", "Israel"))
    (claim,) = read("Seven Israelis have been killed.", date(2023, 12, 24), event=event)
    assert claim.place == "Israel"


@pytest.mark.parametrize(
    ("second", "origin"),
    [
        ("The ministry added that 20 were wounded.", "Syrian Ministry of Health"),
        ("It said 20 were wounded.", "Syrian Ministry of Health"),
        ("Rebels said 20 were wounded.", "Rebels"),
        ("Some 20 were wounded.", None),
    ],
)
def test_an_origin_is_the_one_named_last(second: str, origin: str | None) -> None:
    found = read(f"The Syrian Ministry of Health said nine people were killed in Homs. {second}")
    assert [claim.origin for claim in found] == ["Syrian Ministry of Health", origin]


def test_others_belong_to_the_nation_named_before_them() -> None:
    found = read("The strikes killed 20 Palestinians and injured 56 others.")
    assert [claim.population for claim in found] == ["palestinians", "palestinians"]
    found = read("The strikes killed two soldiers and injured five others.")
    assert [claim.population for claim in found] == ["soldiers", "others"]


def test_offsets_survive_what_stands_before() -> None:
    text = (
        "🏠🏠 ‏ברוכים‎ — “Home”. \u202eThe blast killed 12 people, including 3 children.\r\n\r\n🚑 Five died."
    )
    assert [text[claim.start : claim.end] for claim in read(text)] == ["12", "3", "Five"]


def test_a_measure_of_ones_own_is_read(tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").write_text(
        "measures:\n  wells_poisoned: {label: Wells poisoned, unit: wells, accumulates: true,"
        " words: {en: [poisoned, poisoning]}, things: {en: [well, wells]}}\n"
    )
    vocabulary = load_vocabulary(folder=tmp_path)
    for text in (
        "Settlers poisoned 12 wells.",
        "12 wells were poisoned.",
        "The poisoning of 12 wells was denied by none.",
    ):
        found = read(text, vocabulary=vocabulary)
        assert [(claim.measure, claim.quantity.value) for claim in found] == [("wells_poisoned", 12)], text
    assert read("Settlers poisoned 12 sheep.", vocabulary=vocabulary) == []


def test_the_suggester_has_a_version() -> None:
    name, _, version = SUGGESTER.partition("@")
    assert name
    assert version.isdigit()


# what holds of any text

WORDS = st.sampled_from(
    """
    12 killed 3 wounded people children including were have been said the ministry and , . ( ) -- : ; [ ] "
    “ ’ of them respectively dozens no one released Israel Gaza since October 7 Day 110 toll rose to by from
    in exchange for with would demanded among those who which a soldier another more than between 20–30 😀
    ברוכים according to X seven kidnapped
    """.split()
)


def check(text: str, found: list[Suggestion]) -> None:
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
    for place, claim in enumerate(found):
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end].strip() == text[claim.start : claim.end]
        assert claim.quantity.soft.within(claim.quantity.hard)
        assert 0 <= claim.score <= 1
        assert claim.part_of is None or (0 <= claim.part_of < len(found) and claim.part_of != place)
        assert claim.measure in load_vocabulary().measures
        for day in (claim.since, claim.as_of):
            assert day is None or Period.parse(day)


@given(st.text(max_size=300), st.sampled_from([None, date(2024, 1, 24), date.min, date.max]))
@example("\udc00 12 killed \x00 “[[[(((", None)
@example("12 killed and and and 13", None)
@example("Thirty people died; nine were", None)
@example("killed two of the slain", None)
@example("There were no casualties: and none of the 40 guards was hurt.", None)
def test_no_text_whatever_raises(text: str, day: date | None) -> None:
    check(text, read(text, day))


@given(
    st.lists(WORDS, max_size=60),
    st.booleans(),
    st.sampled_from([None, date(2024, 1, 24), date.min, date.max]),
)
def test_no_order_of_the_words_raises(words: list[str], upper: bool, day: date | None) -> None:
    text = " ".join(words)
    text = text.upper() if upper else text
    check(text, read(text, day, event=Event("e", "E", date(2023, 10, 7), places=("Gaza Strip",))))


PIECES = (
    "12 ",
    "and ",
    "12 killed and ",
    "killed ",
    "(",
    "[",
    "--",
    ", including 3 ",
    "12, ",
    "said ",
    "were ",
    "who ",
    "12 killed 3 wounded ",
    "as well as ",
    "A ",
    "a man ",
    "of them ",
    "in Gaza ",
    "seven kidnapped ",
    "to be ",
    "12 people, 3 of them ",
    "the ministry said 12 killed ",
    "suffered ",
    "\u202e",
    "12 of the ",
    "death toll ",
    "12 killed.\n",
    "12 people (3 children), ",
    "and then killed ",
    "Israel ",
    "casualties: 12 killed, ",
    "in the city of ",
    "1,",
    "7",
    "a ",
    '"',
    "No. ",
    "At least 12 (“3 of them”) were hurt in Gaza on May 5, 2023; No. 7 said a man died and ",
    "killed 12 girls kidnapped in 2014 ",
    "12 and 7 killed in Homs and Hama respectively ",
    "The blast killed 12. Of them, 3 are women. ",
    "Wounded (so far) since May: 3 ",
    "12 killed, of whom 11 were women and 2 were ",
)


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    """Four times the text takes about four times as long; what grows with the square takes sixteen."""
    short = piece * (6_000 // len(piece))
    long = short * 4

    day = date(2024, 1, 24)
    taken = seconds(lambda: read(short, day)), seconds(lambda: read(long, day))
    assert taken[1] < 9 * taken[0] + 0.05, taken
