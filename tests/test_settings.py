from __future__ import annotations

from pathlib import Path

import pytest

from workbench.exceptions import InvalidData
from workbench.settings import Settings


def test_defaults_need_no_environment() -> None:
    settings = Settings.from_env({})
    assert settings == Settings()
    assert settings.database.startswith("sqlite:///")
    assert settings.database.endswith("/.workbench/default/workbench.sqlite")


def test_the_environment_overrides() -> None:
    settings = Settings.from_env(
        {
            "WORKBENCH_STATE": "/data",
            "WORKBENCH_MAX_ARTICLE_CHARACTERS": "10",
            "WORKBENCH_DATABASE_URL": "sqlite://",
            "WORKBENCH_PROFILE": "",
        }
    )
    assert settings.state == Path("/data")
    assert settings.max_article_characters == 10
    assert settings.database == "sqlite://"
    assert settings.profile == "house"


def test_a_setting_that_cannot_be_read_is_named() -> None:
    with pytest.raises(InvalidData, match="WORKBENCH_MAX_ARTICLE_CHARACTERS"):
        Settings.from_env({"WORKBENCH_MAX_ARTICLE_CHARACTERS": "many"})


def test_the_token_is_not_shown() -> None:
    assert "s3cret" not in repr(Settings.from_env({"WORKBENCH_LABEL_STUDIO_TOKEN": "s3cret"}))
    url = "postgresql://ann:s3cret@db.example/labels"
    assert "s3cret" not in repr(Settings.from_env({"WORKBENCH_LABEL_STUDIO_DATABASE": url}))
