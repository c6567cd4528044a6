"""The words of our terms in languages other than their own: one file a language, such as es.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from workbench.core.vocabulary import Place, Population, Profile
from workbench.exceptions import InvalidData
from workbench.languages import LANGUAGES
from workbench.vocabulary.blocks import Block, read_yaml

Spoken = TypeVar("Spoken", Population, Place)

SECTIONS = ("populations", "places", "vague")

# By section, then by term (in small letters), then by language.
Translations = dict[str, dict[str, dict[str, tuple[str, ...]]]]


def read_translations(folders: Iterable[Path]) -> Translations:
    """What the files of these folders say, the later adding to the earlier; a missing file says nothing.

    A vague amount goes by any of its words in the profile. Raises InvalidData that names the file and the
    term of what cannot be read, and of a word that would mean two things.
    """
    found: Translations = {section: {} for section in SECTIONS}
    for language in LANGUAGES:
        for folder in folders:
            path = folder / f"{language.code}.yaml"
            if path.is_file():
                _read(path, language.code, found)
    return found


def _read(path: Path, code: str, found: Translations) -> None:
    content = read_yaml(path)
    for section in content:
        if section not in (*SECTIONS, "version"):
            raise InvalidData(f"{path}: unknown section {section!r}; known are {', '.join(SECTIONS)}")
    for section in SECTIONS:
        terms = content.get(section) or {}
        if not isinstance(terms, dict):
            raise InvalidData(f"{path}: {section}: must give a list of words for each term")
        block = Block(str(path), section, {str(term): words for term, words in terms.items()})
        taken: dict[str, str] = {}
        for term in block.fields:
            words = block.texts(term)
            for word in words:
                if taken.setdefault(word.casefold(), term) != term:
                    raise block.wrong(term, f"{word!r} is a word of {taken[word.casefold()]!r} already")
            by_language = found[section].setdefault(term.casefold(), {})
            by_language[code] = (*by_language.get(code, ()), *words)


def check_translations(translations: Translations, known: Mapping[str, Iterable[str]]) -> None:
    """Each term that has words in another language is there. Raises InvalidData."""
    for section, terms in translations.items():
        there = {term.casefold() for term in known[section]}
        for term, by_language in terms.items():
            if term not in there:
                files = ", ".join(f"{code}.yaml" for code in by_language)
                raise InvalidData(f"{files}: {section}: {term!r} is not in the vocabulary")


def translated(
    terms: dict[str, Spoken], words: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> dict[str, Spoken]:
    """The terms with their words in other languages."""
    return {
        name: replace(term, translations=words[name.casefold()]) if name.casefold() in words else term
        for name, term in terms.items()
    }


def translated_profile(profile: Profile, translations: Translations) -> Profile:
    """The profile with its words in other languages."""
    words = translations["vague"]
    return replace(
        profile,
        words=tuple(
            replace(vague, translations=next((words[word] for word in vague.words if word in words), {}))
            for vague in profile.words
        ),
    )
