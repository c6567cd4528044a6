"""The vocabulary as shipped, and a user's own files laid over it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from workbench.core.quantity import Interval
from workbench.exceptions import InvalidData
from workbench.languages import LANGUAGES
from workbench.vocabulary import load_vocabulary


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")


def test_the_measures_of_the_field_are_there() -> None:
    measures = load_vocabulary().measures
    assert [name for name, measure in measures.items() if not measure.accumulates] == [
        "missing",
        "held",
        "displaced",
    ]
    assert {"killed", "injured", "casualties", "captured", "released", "rockets_fired", "strikes"} <= set(
        measures
    )
    assert all(measure.description and measure.unit for measure in measures.values())


def test_what_casualties_hold_and_are_taken_for() -> None:
    vocabulary = load_vocabulary()
    assert vocabulary.measures["casualties"].holds == ("killed", "injured")
    assert vocabulary.measures["casualties"].taken_for == ("killed",)
    assert vocabulary.populations["suspects"].taken_for == ("militants", "attackers")


def test_hotkeys_are_single_and_differ() -> None:
    hotkeys = [measure.hotkey for measure in load_vocabulary().measures.values()]
    assert all(len(hotkey) == 1 for hotkey in hotkeys)
    assert len(set(hotkeys)) == len(hotkeys)


@pytest.mark.parametrize(
    ("words", "population"),
    [
        ("Palestinian children", "palestinian_children"),
        ("Israeli captives", "israeli_hostages"),
        ("Gazans", "palestinians"),
        ("prisoners of war", "prisoners_of_war"),
        ("HEALTH  WORKERS", "medics"),
        ("unicorns", None),
    ],
)
def test_words_of_populations(words: str, population: str | None) -> None:
    vocabulary = load_vocabulary()
    assert vocabulary.population_of(words) == population


def test_a_composed_population_lies_below_both_its_parts() -> None:
    vocabulary = load_vocabulary()
    assert {"palestinians", "children", "people"} <= vocabulary.populations_above("palestinian_children")
    assert "palestinian_children" not in vocabulary.populations_above("palestinian_children")


def test_populations_that_share_nobody_say_so_on_both_sides() -> None:
    populations = load_vocabulary().populations
    for name, term in populations.items():
        for other in term.excludes:
            assert name in populations[other].excludes, (name, other)


def test_no_word_means_two_things() -> None:
    vocabulary = load_vocabulary()
    populations = [
        (term.id, (term.id, term.label, *term.aliases)) for term in vocabulary.populations.values()
    ]
    places = [(place.id, (place.id, *place.aliases)) for place in vocabulary.places.values()]
    for terms in (populations, places):
        meanings: dict[str, set[str]] = defaultdict(set)
        for name, words in terms:
            for word in words:
                meanings[word.casefold().replace("_", " ")].add(name)
        assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("words", ["Gaza", "the Gaza Strip", "the strip", "the Strip", "gaza strip"])
def test_names_of_the_gaza_strip(words: str) -> None:
    assert load_vocabulary().place_of(words.replace("the Gaza", "Gaza")) == "Gaza Strip"


def test_places_lie_within_places_and_countries_have_codes() -> None:
    vocabulary = load_vocabulary()
    assert vocabulary.places_above("El Fasher") == {"North Darfur", "Darfur", "Sudan"}
    assert vocabulary.places["Sudan"].iso == "SD"
    assert vocabulary.places["Norway"].iso == "NO"
    codes = [place.iso for place in vocabulary.places.values() if place.iso]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 2 and code.isupper() for code in codes)


def test_the_home_of_a_nation_is_a_place() -> None:
    vocabulary = load_vocabulary()
    homes = {term.home for term in vocabulary.populations.values() if term.home}
    assert "Israel" in homes
    assert homes <= set(vocabulary.places)


@pytest.mark.parametrize(
    ("profile", "word", "hard", "soft"),
    [
        ("house", "a dozen", Interval(10, 14), Interval(12, 12)),
        ("house", "a couple", Interval(2, 3), Interval(2, 2)),
        ("house", "dozens", Interval(12, None), Interval(24, 99)),
        ("house", "tens", Interval(10, None), Interval(20, 99)),
        ("house", "scores", Interval(20, None), Interval(40, 99)),
        ("house", "hundreds", Interval(100, None), Interval(200, 999)),
        ("house", "Thousands", Interval(1000, None), Interval(2000, 9999)),
        ("house", "a handful", Interval(2, None), Interval(3, 9)),
        ("house", "several hundred", Interval(200, None), Interval(300, 900)),
        ("acled", "tens", Interval(10, None), Interval(10, 10)),
        ("acled", "dozens", Interval(12, None), Interval(12, 12)),
        ("acled", "hundreds", Interval(100, None), Interval(100, 100)),
    ],
)
def test_profiles_read_vague_words(profile: str, word: str, hard: Interval, soft: Interval) -> None:
    reading = load_vocabulary(profile).profile.reading(word)
    assert reading is not None
    assert (reading.hard, reading.soft) == (hard, soft)


def test_every_soft_interval_lies_within_the_hard_one() -> None:
    for profile in ("house", "acled"):
        for word in load_vocabulary(profile).profile.words:
            assert word.soft.within(word.hard), word


def test_an_unknown_profile_lists_those_there_are() -> None:
    with pytest.raises(InvalidData, match="unknown profile 'ucdp'; known are house, acled"):
        load_vocabulary("ucdp")


def test_it_is_read_once() -> None:
    assert load_vocabulary() is load_vocabulary()


def test_words_are_given_for_known_languages_only() -> None:
    codes = {language.code for language in LANGUAGES}
    for measure in load_vocabulary().measures.values():
        assert set(measure.words) | set(measure.things) <= codes


def test_a_folder_of_ones_own_adds_and_changes(own: Path) -> None:
    write(
        own,
        "measures.yaml",
        "measures:\n"
        "  wells_poisoned: {label: Wells poisoned, unit: wells, accumulates: true, words: {en: [poisoned]},"
        " things: {en: [well, wells]}}\n"
        "  killed: {label: Deaths}\n",
    )
    write(own, "places.yaml", "places:\n  Springfield: {within: [United States]}\n")
    vocabulary = load_vocabulary(folder=own)
    assert vocabulary.measures["wells_poisoned"].things == {"en": ("well", "wells")}
    assert vocabulary.measures["killed"].label == "Deaths"
    assert vocabulary.measures["killed"].accumulates
    assert vocabulary.place_of("springfield") == "Springfield"
    assert vocabulary.version != load_vocabulary().version
    assert "wells_poisoned" not in load_vocabulary().measures


BAD_BLOCKS = (
    ("measures", "measures:\n  killed: {colour: red}", "killed: colour: unknown field"),
    ("measures", "measures:\n  spilt: {label: Spilt}", "spilt: accumulates: missing"),
    ("measures", "measures:\n  spilt: {label: 3, accumulates: true}", "spilt: label: must be words"),
    ("measures", "measures:\n  killed: {accumulates: maybe}", "killed: accumulates: must be true or false"),
    ("measures", "measures:\n  killed: {hotkey: i}", "is the key of"),
    ("measures", "measures:\n  killed: {hotkey: kk}", "must be one key"),
    (
        "measures",
        "measures:\n  killed: {words: [fired]}",
        "killed: words: must give a list of words by language",
    ),
    ("measures", "measures:\n  killed: {words: {en: fired}}", "killed: words.en: must be a list"),
    ("measures", "measures: [killed]", "must give a block for each name"),
    ("measures", "measures:\n  1: {}", "is no name"),
    ("measures", "measures:\n  killed: red", "killed: must hold fields"),
    ("measures", "mesures: {}", "unknown section 'mesures'"),
    ("measures", "measures: {killed: [", "is not YAML"),
    ("measures", "- killed", "must hold sections"),
    (
        "populations",
        "populations:\n  elves: {parents: [fairies]}",
        "elves: parents: 'fairies' is not in the vocabulary",
    ),
    ("populations", "populations:\n  people: {parents: [children]}", "would hold itself"),
    (
        "populations",
        "populations:\n  elves: {taken_for: [fairies]}",
        "elves: taken_for: 'fairies' is not in the vocabulary",
    ),
    ("measures", "measures:\n  killed: {holds: [slain]}", "killed: holds: 'slain' is not in the vocabulary"),
    ("measures", "measures:\n  killed: {holds: [casualties]}", "would hold itself"),
    ("populations", "populations:\n  palestinians: {}", "is a population and a nation at once"),
    (
        "populations",
        "nations:\n  elves: {words: [elven], home: Lothlorien}",
        "home: 'Lothlorien' is not in the vocabulary",
    ),
    (
        "populations",
        "populations:\n  elves: {aliases: [civilians]}",
        "'civilians' is a word of 'civilians' already",
    ),
    (
        "places",
        "places:\n  Erewhon: {within: [Nowhere]}",
        "Erewhon: within: 'Nowhere' is not in the vocabulary",
    ),
    ("places", "places:\n  Erewhon: {iso: no}", "iso: must be words"),
    (
        "profiles",
        "profiles:\n  house: {words: [{words: [dozens], hard: [12, 5], soft: [1, 2]}]}",
        "low 12 is above high 5",
    ),
    (
        "profiles",
        "profiles:\n  house: {words: [{words: [dozens], hard: [12, 50], soft: [1, 2]}]}",
        "reaches past hard",
    ),
    (
        "profiles",
        "profiles:\n  house: {words: [{words: [dozens], hard: many, soft: [1, 2]}]}",
        "must be [low, high]",
    ),
    ("profiles", "profiles:\n  house: {words: dozens}", "must be a list of blocks"),
)


@pytest.mark.parametrize(("name", "content", "told"), BAD_BLOCKS)
def test_a_bad_block_is_told_with_file_and_field(own: Path, name: str, content: str, told: str) -> None:
    write(own, f"{name}.yaml", content)
    with pytest.raises(InvalidData) as caught:
        load_vocabulary(folder=own)
    assert told in caught.value.message
    assert str(own / f"{name}.yaml") in caught.value.message


def test_a_file_that_is_no_text(own: Path) -> None:
    (own / "measures.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidData, match=r"measures\.yaml: is not"):
        load_vocabulary(folder=own)


def test_a_folder_that_is_not_there(own: Path) -> None:
    with pytest.raises(InvalidData, match="no such folder"):
        load_vocabulary(folder=own / "missing")


def test_ten_thousand_aliases_are_read_and_found(own: Path) -> None:
    aliases = ", ".join(f"walking band {number}" for number in range(10_000))
    write(own, "populations.yaml", f"populations:\n  walkers: {{parents: [people], aliases: [{aliases}]}}\n")
    vocabulary = load_vocabulary(folder=own)
    assert vocabulary.population_of("Walking Band 9999") == "walkers"
    assert vocabulary.population_of("walking band 10000") is None
