"""English."""

from workbench.languages.language import Language

ENGLISH = Language(code="en", name="English")
