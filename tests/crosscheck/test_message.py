from __future__ import annotations

from datetime import date
from math import inf

from tests.crosscheck.figures import claim, evidence
from workbench.crosscheck.message import bounds, plain, said


def told(**parts: object) -> str:
    (found,) = evidence([claim("a", 54036, -1, **parts)])
    return said(found)


def test_whose_word_it_is() -> None:
    assert told(outlet="Press TV").startswith("Press TV (its own word) has “54,036” ")
    assert told(outlet="Post", origin="Ministry").startswith("Ministry (in Post) has ")
    assert told(outlet=None, origin="Ministry", reference=True).startswith("Ministry (reference counts) has ")
    assert told(outlet=None).startswith("an unnamed outlet ")


def test_the_day_that_stands_in_is_said_to() -> None:
    assert told().endswith("as of 2024-01-01")
    assert told(as_of=None, published_at=date(2024, 1, 2)).endswith(
        "as of 2024-01-02 (the day of publication)"
    )


def test_bounds_in_words() -> None:
    assert bounds(56001, inf) == "56,001 or more"
    assert bounds(54036, 54036) == "exactly 54,036"
    assert bounds(0, 40) == "at most 40"
    assert bounds(25650, 25750) == "25,650 to 25,750"


def test_words_of_others_stay_words() -> None:
    assert plain("a\n\x1b[31mb\u202ec") == "a [31mb c"
    assert len(plain("x" * 500)) == 80
