"""English words of sport, trade and politics, where people are released, lost and beaten without harm."""

from __future__ import annotations

from workbench.languages.claims import words_of

SPORT = words_of(
    """
    season squad coach league midfielder striker playoffs tournament contest contestants referee goalkeeper
    quarterback championship
    """
)
TRADE = words_of(
    """
    workforce layoffs shares shareholders contract brand market route election elections by-election primary
    advertising revenue
    """
)
STAFF = words_of("employees staff workers workforce jobs company firm layoffs redundancies")
RIVALRY = words_of("company party rival employees customers lawmakers members subscribers supporters")
