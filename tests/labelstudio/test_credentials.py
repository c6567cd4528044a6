from __future__ import annotations

import stat
from pathlib import Path

import pytest

from workbench.labelstudio.credentials import load, load_or_create


def test_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "credentials.json"
    assert load(file) is None
    made = load_or_create(file)
    assert int(made.token, 16) >= 0
    assert len(made.token) == 40
    assert len(made.password) >= 16
    assert load_or_create(file) == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    assert made.token not in repr(made)
    assert load_or_create(tmp_path / "other.json").token != made.token


@pytest.mark.parametrize("broken", ["", "{}", "[]", "null", '{"user": "a"'])
def test_a_broken_file_is_made_anew(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "credentials.json"
    file.write_text(broken)
    assert load(file) is None
    assert load_or_create(file) == load(file)


def test_one_that_others_could_read_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "credentials.json"
    load_or_create(file)
    file.chmod(0o644)
    load_or_create(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
