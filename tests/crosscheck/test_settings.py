from __future__ import annotations

import pytest

from workbench.crosscheck.settings import CheckSettings
from workbench.exceptions import InvalidData


@pytest.mark.parametrize("name", ["as_of_days", "outlier_factor", "stale_days"])
def test_a_setting_out_of_range_is_named(name: str) -> None:
    with pytest.raises(InvalidData, match=name) as told:
        CheckSettings(**{name: -1})
    assert list(told.value.fields) == [name]
