"""The container of a release: a Data Package (version 2), with the columns of each table and all hashes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.core.release import About
from workbench.export import columns, ged, series
from workbench.export.manifest import Digest, canonical

FILE = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLES: Mapping[str, tuple[tuple[tuple[str, str, str], ...], tuple[str, ...]]] = {
    "claims.csv": (columns.COLUMNS, ("claim_id",)),
    "series.csv": (series.COLUMNS, ()),
    "ged.csv": (ged.COLUMNS, ("id",)),
}
DESCRIPTION = (
    "Counts of victims as news reports and reference counts give them, cross-checked across sources. "
    "Each row leads back to the words it was read from. Intervals hold whole numbers, both ends "
    "included; an empty end is unbounded. Only rows of status verified are vouched for. In CSV an empty "
    "cell is unknown, and a text that begins like a formula of a spreadsheet (= + - @, also behind "
    "apostrophes) has one apostrophe put before it."
)


def content(about: About, files: Mapping[str, Digest], media_types: Mapping[str, str]) -> bytes:
    """`files` are the digests of all others by name, `media_types` what each is."""
    return canonical(
        {
            "$schema": PROFILE,
            "name": "verified-claims",
            "title": f"Verified claims, release {about.number}",
            "description": DESCRIPTION,
            "version": str(about.number),
            "created": about.made_at.isoformat(),
            "contributors": [{"title": about.made_by, "roles": ["publisher"]}],
            "resources": [
                _resource(name, files[name], media_types.get(name, "application/json"))
                for name in sorted(files)
            ],
        }
    )


def _resource(name: str, digest: Digest, media_type: str) -> dict[str, Any]:
    stem, _, ending = name.rpartition(".")
    plain = {
        "name": f"{stem}-{ending}".lower().replace("_", "-"),
        "path": name,
        "format": ending,
        "mediatype": media_type,
        "bytes": digest.size,
        "hash": f"sha256:{digest.sha256}",
    }
    if name not in TABLES:
        return plain
    described, key = TABLES[name]
    schema: dict[str, Any] = {
        "fields": [
            {"name": column, "type": kind, "description": meaning} for column, kind, meaning in described
        ],
        "missingValues": [""],
    }
    if key:
        schema["primaryKey"] = list(key)
    return plain | {"type": "table", "encoding": "utf-8", "schema": schema}
