"""What a real Label Studio answered, recorded by `make record`; version and day stand in each file's name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"
NAME = re.compile(r"(?P<what>\w+)_(?P<version>\d+\.\d+\.\d+)_(?P<day>\d{4}-\d{2}-\d{2})\.json")


def recorded(what: str) -> Any:
    """The newest recording of this name."""
    found = [path for path in FOLDER.glob(f"{what}_*.json") if _name(path)["what"] == what]
    assert found, f"nothing is recorded as {what!r}: run make record"
    return json.loads(max(found).read_text("utf-8"))


def names() -> list[dict[str, str]]:
    return [_name(path).groupdict() for path in sorted(FOLDER.glob("*.json"))]


def _name(path: Path) -> re.Match[str]:
    match = NAME.fullmatch(path.name)
    assert match, f"{path.name} does not say its version and day"
    return match
