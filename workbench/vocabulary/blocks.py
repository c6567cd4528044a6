"""One YAML block at a time: which fields it may have, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.core.quantity import Interval
from workbench.exceptions import InvalidData

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file. Raises InvalidData that names the file and what is wrong with it."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    except OSError as error:
        raise InvalidData(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InvalidData(f"{path}: is not UTF-8 text") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InvalidData(f"{path}: is not YAML ({' '.join(str(error).split())})") from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise InvalidData(f"{path}: must hold sections with a name each, such as measures:")
    return content


@dataclass(frozen=True, slots=True)
class Block:
    """The fields of one term, with the file and the name to tell what is wrong where."""

    file: str
    name: str
    fields: Mapping[str, Any]

    def wrong(self, field: str, reason: str) -> InvalidData:
        return InvalidData(
            f"{self.file}: {self.name}: {field}: {reason}", fields={f"{self.name}.{field}": [reason]}
        )

    def only(self, *known: str) -> None:
        for field in self.fields:
            if field not in known:
                raise self.wrong(str(field), f"unknown field; known are {', '.join(known)}")

    def text(self, field: str, default: str | None = None) -> str:
        value = self.fields.get(field, default)
        if value is None:
            raise self.wrong(field, "missing")
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, f"must be words, not {value!r}")
        return value

    def flag(self, field: str, default: bool | None = None) -> bool:
        value = self.fields.get(field, default)
        if value is None:
            raise self.wrong(field, "missing")
        if not isinstance(value, bool):
            raise self.wrong(field, f"must be true or false, not {value!r}")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        return self._texts(field, self.fields.get(field, []))

    def by_language(self, field: str) -> dict[str, tuple[str, ...]]:
        value = self.fields.get(field, {})
        if not isinstance(value, dict):
            raise self.wrong(field, "must give a list of words by language, such as {en: [fired]}")
        return {str(code): self._texts(f"{field}.{code}", words) for code, words in value.items()}

    def interval(self, field: str) -> Interval:
        value = self.fields.get(field)
        if not isinstance(value, list) or len(value) != 2 or not all(map(_is_end, value)):
            raise self.wrong(field, f"must be [low, high] with whole numbers or null, not {value!r}")
        try:
            return Interval(*value)
        except InvalidData as error:
            raise self.wrong(field, error.message) from error

    def _texts(self, field: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.wrong(field, f"must be a list of words, not {value!r}")
        for word in value:
            if not isinstance(word, str) or not word.strip():
                raise self.wrong(field, f"must be words, not {word!r} (quote what YAML reads otherwise)")
        return tuple(value)


def _is_end(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0)
