"""Pure data per language."""

from workbench.languages.en import ENGLISH
from workbench.languages.language import Language

LANGUAGES: tuple[Language, ...] = (ENGLISH,)
