from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from workbench.desk import Desk
from workbench.exceptions import Conflict, InvalidData
from workbench.settings import Settings


def test_what_is_kept_in_the_database_lies_under_the_environment(tmp_path: Path) -> None:
    with closing(Desk(Settings(state=tmp_path))) as desk:
        assert desk.vocabulary.profile.name == "house"
        desk.change_setting("profile", "acled", by="ana")
        desk.change_setting("as_of_tolerance_days", "2", by="ana")
        assert desk.vocabulary.profile.name == "acled"
        assert desk.house.as_of_tolerance_days == 2
        assert desk.settings.as_of_tolerance_days == 0, "what it was started with"
    given = Settings.from_env({"WORKBENCH_STATE": str(tmp_path), "WORKBENCH_PROFILE": "house"})
    with closing(Desk(given)) as desk:
        assert desk.vocabulary.profile.name == "house"
        assert desk.house.as_of_tolerance_days == 2
        with pytest.raises(Conflict, match="WORKBENCH_PROFILE"):
            desk.change_setting("profile", "acled", by="ana")
        with pytest.raises(InvalidData, match="no setting 'state'"):
            desk.change_setting("state", "/", by="ana")
