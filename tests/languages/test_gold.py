"""Every language beside English reads its own gold, and there is enough of it."""

from __future__ import annotations

import pytest

from tests.mutation.gold import as_it_is, cases, failures
from workbench.languages import LANGUAGES

OTHERS = [language.code for language in LANGUAGES[1:]]
MEASURES = ("killed", "injured", "released")


@pytest.mark.parametrize("code", OTHERS)
def test_gold_is_read(code: str) -> None:
    assert list(failures(as_it_is(code))) == []


@pytest.mark.parametrize("code", OTHERS)
def test_there_is_gold_of_each_kind(code: str) -> None:
    claims = [case["claims"] for _, case in cases("suggest", code)]
    assert len(claims) + len(cases("numbers", code)) >= 80
    assert sum(not found for found in claims) >= 20
    for measure in MEASURES:
        assert sum(any(one["measure"] == measure for one in found) for found in claims) >= 8
    assert cases("dates", code)
    assert cases("sentences", code)
