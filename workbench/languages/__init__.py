"""Pure data per language."""

from __future__ import annotations

from workbench.exceptions import InvalidData
from workbench.languages.en import ENGLISH
from workbench.languages.es import SPANISH
from workbench.languages.language import Language

LANGUAGES: tuple[Language, ...] = (ENGLISH, SPANISH)


def language_of(code: str) -> Language:
    """The language with this BCP 47 tag, or with its first part ("en" for "en-GB").

    Raises InvalidData that lists the languages there are.
    """
    primary = code.casefold().replace("_", "-").partition("-")[0]
    for language in LANGUAGES:
        if primary == language.code:
            return language
    known = ", ".join(f"{language.code} ({language.name})" for language in LANGUAGES)
    raise InvalidData(f"no such language: {code!r}; known are {known}", fields={"language": ["unknown"]})
