"""The verified claim set out of claims, findings and decisions."""

from __future__ import annotations

from sqlalchemy.orm import Session

from workbench.core.release import Release
from workbench.core.vocabulary import Vocabulary


def verified_set(session: Session, vocabulary: Vocabulary) -> Release:
    """Claims that nothing open of severity low or above speaks against, in a stable order."""
    raise NotImplementedError
