from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.store.settings import SettingChange, keep_setting, setting_log, stored_settings

FIRST = SettingChange(name="profile", value="acled", changed_by="ana", changed_at=NOON)


def test_the_last_entry_is_in_force_and_none_is_lost(session: Session) -> None:
    back = replace(FIRST, value="", changed_by="ben")
    keep_setting(session, FIRST)
    keep_setting(session, replace(FIRST, name="two_person", value="yes"))
    assert stored_settings(session) == {"profile": "acled", "two_person": "yes"}
    keep_setting(session, back)
    assert stored_settings(session) == {"two_person": "yes"}, "an empty value is the default"
    assert [(entry.name, entry.value) for entry in setting_log(session)] == [
        ("profile", ""),
        ("two_person", "yes"),
        ("profile", "acled"),
    ]
    assert setting_log(session)[-1] == FIRST
