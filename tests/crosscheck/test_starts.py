from __future__ import annotations

from workbench.core.period import Period
from workbench.crosscheck.starts import agreeing_starts


def agreeing(*starts: str) -> dict[str, str]:
    found = agreeing_starts(Period.parse(start) for start in starts)
    return {start.edtf: agreed.edtf for start, agreed in found.items()}


def test_a_month_agrees_with_the_only_day_in_it() -> None:
    assert agreeing("2023-10", "2023-10-07", "2023") == {
        "2023-10": "2023-10-07",
        "2023-10-07": "2023-10-07",
        "2023": "2023-10-07",
    }


def test_a_month_that_holds_two_starts_says_too_little() -> None:
    assert agreeing("2023-10", "2023-10-07", "2023-10-20")["2023-10"] == "2023-10"


def test_a_year_agrees_with_the_only_month_in_it() -> None:
    assert agreeing("2023", "2023-10", "2024-01") == {
        "2023": "2023-10",
        "2023-10": "2023-10",
        "2024-01": "2024-01",
    }


def test_a_month_beside_a_day_does_not_agree() -> None:
    assert agreeing("2023-10", "2023-11-01") == {"2023-10": "2023-10", "2023-11-01": "2023-11-01"}
