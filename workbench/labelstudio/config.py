"""The label config: what an annotator sees, and whether it fits our vocabulary."""

from __future__ import annotations

from pathlib import Path

from workbench.core.vocabulary import Vocabulary


def load_config(path: Path | None = None) -> str:
    """The XML of the file, or of our own numeric_claims.xml. Raises InvalidData where it cannot be read."""
    raise NotImplementedError


def check_config(xml: str, vocabulary: Vocabulary) -> None:
    """Raises InvalidData that names each missing measure and control."""
    raise NotImplementedError
