from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.period import Period, Precision
from workbench.exceptions import InvalidData


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2023-12-24", date(2023, 12, 24), date(2023, 12, 24), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), Precision.YEAR),
        ("2023-12-20/2023-12-24", date(2023, 12, 20), date(2023, 12, 24), Precision.DAYS),
        ("2023-12-18/2023-12-24", date(2023, 12, 18), date(2023, 12, 24), Precision.WEEK),
        ("2023-12~", date(2023, 12, 1), date(2023, 12, 31), Precision.MONTH),
    ],
)
def test_dates_are_read_with_their_precision(
    edtf: str, first: date, last: date, precision: Precision
) -> None:
    period = Period.parse(edtf)
    assert (period.first, period.last, period.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "bad", ["", "yesterday", "2023-13", "2023-02-30", "24.12.2023", "2024/2023", "2023-1-1", "0000"]
)
def test_what_is_no_date_is_refused_with_what_was_given(bad: str) -> None:
    with pytest.raises(InvalidData) as caught:
        Period.parse(bad)
    assert bad in str(caught.value) or "before it begins" in str(caught.value)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_edtf_reads_back(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days))
    assert Period.parse(period.edtf) == period
