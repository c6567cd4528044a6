"""Ids are content: the same thing has the same id, wherever and whenever it is read."""

from __future__ import annotations

import hashlib
import json


def content_id(*parts: object) -> str:
    """32 hexadecimal digits that follow from the parts alone (strings, numbers, None, lists, dicts)."""
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:32]
