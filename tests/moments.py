"""Fixed moments, so that no test depends on the clock."""

from datetime import UTC, datetime

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
