from __future__ import annotations

from pathlib import Path

import pytest

from workbench.core.vocabulary import Measure, Vocabulary
from workbench.exceptions import InvalidData
from workbench.labelstudio.config import FIELDS, check_config, load_config
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
CONFIG = load_config()


def without(part: str) -> str:
    kept = [line for line in CONFIG.splitlines() if part not in line]
    assert len(kept) < len(CONFIG.splitlines())
    return "\n".join(kept)


def test_our_own_config_fits() -> None:
    check_config(CONFIG, VOCABULARY)


@pytest.mark.parametrize("measure", VOCABULARY.measures)
def test_each_measure_that_is_missing_is_named(measure: str) -> None:
    with pytest.raises(InvalidData, match=f"measure lacks {measure};") as caught:
        check_config(without(f'<Label value="{measure}"'), VOCABULARY)
    assert list(caught.value.fields) == ["measure"]


def test_a_measure_that_the_vocabulary_gained_is_named() -> None:
    gained = {**VOCABULARY.measures, "starved": Measure("starved", "Starved", "people", accumulates=True)}
    larger = Vocabulary("2", gained, VOCABULARY.populations, VOCABULARY.places, VOCABULARY.profile)
    with pytest.raises(InvalidData, match="starved"):
        check_config(CONFIG, larger)


@pytest.mark.parametrize("control", FIELDS)
def test_each_control_that_is_missing_is_named(control: str) -> None:
    with pytest.raises(InvalidData) as caught:
        check_config(CONFIG.replace(f'name="{control}"', f'name="{control}_gone"'), VOCABULARY)
    assert control in caught.value.fields


@pytest.mark.parametrize(
    ("xml", "part"),
    [
        (without('<Text name="text"'), "text is missing"),
        (CONFIG.replace('value="$text"', 'value="$body"'), "text is missing"),
        (without("<Relation value"), "part_of is missing"),
        (without('<Relation value="words_of"'), "words_of is missing"),
        (without('<Label value="time"'), "role lacks time"),
        (without('<Choices name="event"'), "event is missing"),
        (
            CONFIG.replace('<Number name="value" toName="text"', '<Number name="value" toName="after"'),
            "value needs",
        ),
        (CONFIG.replace('value="$outlet"', 'value="$publisher"'), "publisher"),
    ],
)
def test_what_else_does_not_fit_is_named(xml: str, part: str) -> None:
    with pytest.raises(InvalidData) as caught:
        check_config(xml, VOCABULARY)
    assert part in caught.value.message


BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><View><Text name="text" value="&y;"/></View>'
FILE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><View><Text name="text" value="&x;"/></View>'


@pytest.mark.parametrize(
    "xml", ["", "   ", "no xml", "<View>", "<View></Views>", BOMB, FILE, "<a>" + "x" * 1_000_001]
)
def test_what_is_no_config_is_refused_and_no_entity_is_expanded(xml: str) -> None:
    with pytest.raises(InvalidData) as caught:
        check_config(xml, VOCABULARY)
    assert "root:" not in caught.value.message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"gone\.xml cannot be read"):
        load_config(tmp_path / "gone.xml")
    (tmp_path / "latin.xml").write_bytes(b"<View caf\xe9/>")
    with pytest.raises(InvalidData, match="cannot be read"):
        load_config(tmp_path / "latin.xml")
