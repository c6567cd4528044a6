"""The verified claim set as JSON lines."""

from __future__ import annotations

import json
from typing import TextIO

from workbench.core.release import Release
from workbench.export.columns import row_of


def write(release: Release, stream: TextIO) -> None:
    """One object a verified claim, with the columns of the CSV; null is unknown or unbounded."""
    for verified in release.claims:
        stream.write(json.dumps(row_of(verified), ensure_ascii=False) + "\n")
