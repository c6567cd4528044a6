from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbench.exceptions import InvalidData
from workbench.store.key import read_or_make_key


def test_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "pseudonym.key"
    key = read_or_make_key(path)
    assert len(key) == 32
    assert read_or_make_key(path) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_several_at_once_get_the_same(tmp_path: Path) -> None:
    path = tmp_path / "pseudonym.key"
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: read_or_make_key(path), range(32)))) == 1


@pytest.mark.parametrize("content", [b"", b"abcd", b"zz" * 32, b"\xff\xfe" * 20])
def test_what_is_no_key_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pseudonym.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(InvalidData, match="pseudonym"):
        read_or_make_key(path)
    assert path.read_bytes() == content


def test_a_key_that_others_can_read_is_none(tmp_path: Path) -> None:
    path = tmp_path / "pseudonym.key"
    read_or_make_key(path)
    path.chmod(0o640)
    with pytest.raises(InvalidData, match=r"others can read .*chmod 600"):
        read_or_make_key(path)
