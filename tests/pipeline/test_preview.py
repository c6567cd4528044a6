from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any

import pytest

from workbench.bundled import bundled
from workbench.exceptions import LabelStudioRefused, WorkbenchError
from workbench.labelstudio import local
from workbench.labelstudio.browser import find_chromium, signed_in
from workbench.labelstudio.client import Client
from workbench.labelstudio.credentials import Credentials
from workbench.labelstudio.project import listed
from workbench.pipeline.preview import preview_configs
from workbench.vocabulary import load_vocabulary

CHROMIUM = os.environ.get("WORKBENCH_CHROMIUM", "")
in_chromium = pytest.mark.skipif(
    find_chromium(CHROMIUM) is None, reason="no Chromium is installed (apt-get install chromium)"
)
LEAST = 30_000  # bytes; an empty page is smaller


def projects(client: Client) -> set[int]:
    found: Any = [*listed(client)]
    return {project.id for project in found}


@in_chromium
def test_a_picture_of_each_config_is_written_and_no_project_stays(
    client: Client, label_studio: local.Server, tmp_path: Path
) -> None:
    before = projects(client)
    credentials = Credentials(label_studio.user, label_studio.password, label_studio.token)
    written = preview_configs(
        client,
        credentials,
        load_vocabulary(),
        tmp_path / "pictures",
        label_configs=bundled("label_configs"),
        chromium=CHROMIUM,
    )
    assert [path.name for path in written] == [
        "numeric_claims.png",
        "numeric_claims_selected.png",
        "check_worthiness.png",
        "discrepancy.png",
    ]
    assert {f"{path.stem}.xml" for path in written if "selected" not in path.stem} == {
        path.name for path in bundled("label_configs").glob("*.xml")
    }
    for path in written:
        picture = path.read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (1500, 1000)
        assert len(picture) > LEAST
    assert projects(client) == before


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(WorkbenchError, match=r"no Chromium at .*nowhere: install one"),
        signed_in("http://127.0.0.1:9", "user", "password", chromium=str(tmp_path / "nowhere")),
    ):
        raise AssertionError("there is no browser to work with")


@in_chromium
def test_a_wrong_password_and_a_server_that_is_gone_are_told_apart(label_studio: local.Server) -> None:
    with (
        pytest.raises(LabelStudioRefused, match="does not accept this user and password"),
        signed_in(label_studio.url, label_studio.user, "wrong", chromium=CHROMIUM),
    ):
        raise AssertionError("nobody signed in")
    with (
        pytest.raises(WorkbenchError, match="did not show Label Studio"),
        signed_in("http://127.0.0.1:9", "user", "password", chromium=CHROMIUM),
    ):
        raise AssertionError("nobody answers there")
