from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "shared" / "label-studio-samples"


@pytest.fixture
def samples() -> Path:
    """Answers recorded from a real Label Studio 1.23.2 with a person at its page."""
    if not SAMPLES.is_dir():
        pytest.skip(f"the recorded answers are not here: no folder {SAMPLES.name} in ../shared")
    return SAMPLES
