from __future__ import annotations

from tests.store.conftest import engine, session

__all__ = ["engine", "session"]
