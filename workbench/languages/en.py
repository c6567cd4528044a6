"""English."""

from workbench.languages.language import Language

ENGLISH = Language(
    code="en",
    name="English",
    abbreviations=frozenset(
        """
        adm brig bn brig capt cllr cmdr col cpl cpt dr ft gen gov hon insp lt ltc ltg maj messrs mr mrs ms mt
        mts maj.gen lt.gen lt.col op pfc pres prof pvt rep reps rev sen sens sgt st supt vs
        e.g i.e cf viz approx
        """.split()
    ),
)
