"""What is in a release, as Croissant metadata (MLCommons, 1.0): files with hashes, columns of tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.core.release import About
from workbench.export.columns import DAY, FLAG, NUMBER, TEXT
from workbench.export.datapackage import DESCRIPTION, TABLES
from workbench.export.manifest import Digest, canonical

FILE = "croissant.json"
CONFORMS = "http://mlcommons.org/croissant/1.0"
TYPES = {TEXT: "sc:Text", NUMBER: "sc:Integer", FLAG: "sc:Boolean", DAY: "sc:Date"}
# The names of the format, as its specification maps them.
_OWN = (
    *("column", "data", "extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes"),
    *(
        "isLiveDataset",
        "jsonPath",
        "key",
        "parentField",
        "path",
        "recordSet",
        "references",
        "regex",
        "repeated",
    ),
    *("replace", "separator", "source", "subField", "transform"),
)
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "conformsTo": "dct:conformsTo",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "md5": "cr:md5",
    **{name: f"cr:{name}" for name in _OWN},
    "data": {"@id": "cr:data", "@type": "@json"},
}


def content(about: About, files: Mapping[str, Digest], media_types: Mapping[str, str]) -> bytes:
    """`files` are the digests of all others by name, `media_types` what each is."""
    return canonical(
        {
            "@context": CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": CONFORMS,
            "name": "verified-claims",
            "description": DESCRIPTION,
            "version": f"{about.number}.0.0",
            "datePublished": about.made_at.isoformat(),
            "creator": {"@type": "sc:Organization", "name": about.made_by},
            "distribution": [
                {
                    "@type": "cr:FileObject",
                    "@id": name,
                    "name": name,
                    "contentUrl": name,
                    "contentSize": f"{files[name].size} B",
                    "encodingFormat": media_types.get(name, "application/json"),
                    "sha256": files[name].sha256,
                }
                for name in sorted(files)
            ],
            "recordSet": [_records(name) for name in TABLES if name in files],
        }
    )


def _records(name: str) -> dict[str, Any]:
    table = name.rpartition(".")[0]
    described, key = TABLES[name]
    records: dict[str, Any] = {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{table}/{column}",
                "name": f"{table}/{column}",
                "description": meaning,
                "dataType": TYPES[kind],
                "source": {"fileObject": {"@id": name}, "extract": {"column": column}},
            }
            for column, kind, meaning in described
        ],
    }
    if key:
        records["key"] = [{"@id": f"{table}/{column}"} for column in key]
    return records
