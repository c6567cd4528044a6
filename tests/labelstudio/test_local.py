from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.conftest import STATE, tools_of_tests
from workbench.exceptions import LabelStudioUnavailable
from workbench.labelstudio import install, local
from workbench.labelstudio.client import connect


def quiet(line: str) -> None:
    """Says nothing."""


def test_it_answers_on_the_loopback_address_only(label_studio: local.Server) -> None:
    family = [psutil.Process(label_studio.pid)]
    family += family[0].children(recursive=True)
    listening = [
        connection.laddr.ip
        for process in family
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert listening == ["127.0.0.1"]


def test_only_its_owner_can_read_who_may_enter(label_studio: local.Server) -> None:
    credentials = local.credentials_file(STATE)
    assert stat.S_IMODE(credentials.stat().st_mode) == 0o600
    assert json.loads(credentials.read_text())["token"] == label_studio.token
    assert len(label_studio.token) == 40
    assert stat.S_IMODE(credentials.parent.stat().st_mode) == 0o700


def test_token_and_password_are_in_no_log_no_process_list_and_no_repr(label_studio: local.Server) -> None:
    log = (credentials_folder() / "server.log").read_text()
    command = " ".join(psutil.Process(label_studio.pid).cmdline())
    for secret in (label_studio.token, label_studio.password):
        assert secret not in log
        assert secret not in command
        assert secret not in repr(label_studio)


def test_it_asks_nobody_about_versions_and_reports_to_nobody(label_studio: local.Server) -> None:
    environment = psutil.Process(label_studio.pid).environ()
    assert environment["COLLECT_ANALYTICS"] == "false"
    assert environment["LATEST_VERSION_CHECK"] == "0"
    assert environment["SENTRY_DSN"] == environment["FRONTEND_SENTRY_DSN"] == ""


def test_one_that_runs_is_used_again(label_studio: local.Server) -> None:
    again = local.start(STATE, tools=tools_of_tests(), say=quiet)
    assert (again.pid, again.url, again.started) == (label_studio.pid, label_studio.url, False)
    found = local.status(STATE, tools=tools_of_tests())
    assert found == local.Status(True, True, label_studio.url, label_studio.pid)


def credentials_folder() -> Path:
    return local.credentials_file(STATE).parent


@pytest.fixture
def copy(label_studio: local.Server, tmp_path: Path) -> Iterator[Path]:
    """A state folder of its own with a database that is set up, so that its server is quickly there."""
    folder = tmp_path / "label-studio"
    folder.mkdir()
    shutil.copytree(credentials_folder() / "data", folder / "data")
    (folder / "set-up").touch()
    yield tmp_path
    local.stop(tmp_path, say=quiet)


def test_stopped_as_a_whole_and_started_again_at_the_same_address(copy: Path) -> None:
    held = (copy / "held").open("w")
    os.set_inheritable(held.fileno(), True)  # as the shell's lock is
    first = local.start(copy, tools=tools_of_tests(), say=quiet)
    assert first.started
    assert str(copy / "held") not in [file.path for file in psutil.Process(first.pid).open_files()]
    held.close()
    family = [psutil.Process(first.pid), *psutil.Process(first.pid).children(recursive=True)]
    assert local.stop(copy, say=quiet)
    assert not any(process.is_running() for process in family)
    assert not local.stop(copy, say=quiet)
    assert not local.status(copy).running
    second = local.start(copy, tools=tools_of_tests(), say=quiet)
    assert (second.url, second.token) == (first.url, first.token)
    with connect(second.url, second.token) as client:
        assert client.version == install.VERSION


def test_a_process_that_got_our_number_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "label-studio"
    folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as stranger:
        created = psutil.Process(stranger.pid).create_time()
        for record in (
            {"pid": stranger.pid, "created": created - 100, "port": 1},  # born at another time
            {"pid": stranger.pid, "created": created, "port": 8080},  # born then, but no Label Studio
        ):
            (folder / "server.json").write_text(json.dumps(record))
            assert not local.status(tmp_path).running
            assert not local.stop(tmp_path, say=quiet)
            assert stranger.poll() is None
        stranger.kill()


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"pid": "x"}', '{"pid": -1, "created": 0, "port": 1}'])
def test_a_broken_record_is_no_server(tmp_path: Path, record: str) -> None:
    (tmp_path / "label-studio").mkdir()
    (tmp_path / "label-studio" / "server.json").write_text(record)
    assert local.status(tmp_path) == local.Status(False, False)
    assert not local.stop(tmp_path, say=quiet)


def stand_in(tools: Path, script: str) -> None:
    """A program where Label Studio would be."""
    program = tools.resolve() / "uv-tools" / "label-studio" / "bin" / "label-studio"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    (tools / f"label-studio-{install.VERSION}.installed").write_text(str(program))


def test_one_that_does_not_come_up_is_told_with_the_end_of_its_log(tmp_path: Path) -> None:
    stand_in(tmp_path / "tools", "seq 1 100; echo the disk is full >&2; exit 3")
    with pytest.raises(LabelStudioUnavailable, match=r"ended while starting") as caught:
        local.start(tmp_path, tools=tmp_path / "tools", say=quiet)
    assert "the disk is full" in caught.value.message
    assert "\n50\n" not in caught.value.message
    assert not local.status(tmp_path).running


def test_one_that_never_answers_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "PATIENCE", 1.0)
    stand_in(tmp_path / "tools", f"sleep 61 & echo $! > {tmp_path}/child; wait")
    told: list[str] = []
    with pytest.raises(LabelStudioUnavailable, match="did not answer within 1 s"):
        local.start(tmp_path, tools=tmp_path / "tools", say=told.append)
    child = int((tmp_path / "child").read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE
    assert "waiting for Label Studio" in told[0]


def test_what_a_broken_first_start_left_is_cleared_and_what_was_set_up_is_kept(tmp_path: Path) -> None:
    stand_in(tmp_path / "tools", "exit 3")
    left = tmp_path / "label-studio" / "data" / "half.sqlite3"
    for set_up in (True, False):
        left.parent.mkdir(parents=True, exist_ok=True)
        left.touch()
        (tmp_path / "label-studio" / "set-up").touch() if set_up else (
            tmp_path / "label-studio" / "set-up"
        ).unlink()
        with pytest.raises(LabelStudioUnavailable):
            local.start(tmp_path, tools=tmp_path / "tools", say=quiet)
        assert left.exists() is set_up
