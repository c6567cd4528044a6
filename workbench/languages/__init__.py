"""Pure data per language."""

from workbench.exceptions import InvalidData
from workbench.languages.en import ENGLISH
from workbench.languages.language import Language

LANGUAGES: tuple[Language, ...] = (ENGLISH,)


def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag ("en", "en-GB"). Raises InvalidData that lists the languages there are."""
    code = tag.split("-")[0].casefold()
    for language in LANGUAGES:
        if language.code == code:
            return language
    known = ", ".join(language.code for language in LANGUAGES)
    raise InvalidData(
        f"cannot read the language {tag!r} yet; known are: {known}", fields={"language": ["unknown"]}
    )
