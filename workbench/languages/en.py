"""English."""

from __future__ import annotations

from workbench.core.quantity import Bound
from workbench.languages.en_calendar import CALENDAR
from workbench.languages.en_grammar import ENGLISH_CLAIMS
from workbench.languages.en_kinds import KINDS
from workbench.languages.language import Hedges, Language, Numerals, Ranges


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split())}


_UNITS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "mln": 10**6,
    "bln": 10**9,
    "bn": 10**9,
}
_ORDINALS = (
    _numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        1,
    )
    | _numbered("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10)
    | {"hundredth": 100, "thousandth": 1_000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
)
# "second" is a place or a moment, never a part; "first" neither.
_PARTS = {word: value for word, value in _ORDINALS.items() if value > 2}

_GREATER = ("greater", "larger", "bigger", "higher", "more")
_SMALLER = ("smaller", "lower", "fewer", "less")


def _or_equal(comparatives: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        phrase.format(word)
        for word in comparatives
        for phrase in (
            "{} than or equal to",
            "{} or equal than",
            "{} or equal to",
            "equal to or {} than",
            "equal or {} than",
        )
    )


_HEDGES = Hedges(
    before={
        Bound.AT_LEAST: (
            "at least",
            "at the very least",
            "at a minimum",
            "at least or equal to",
            "a minimum of",
            "minimum of",
            "minimum",
            "as few as",
            ">=",
            "≥",
            *_or_equal(_GREATER),
            *(f"{no} {word} than" for no in ("no", "not") for word in _SMALLER),
        ),
        Bound.MORE_THAN: (
            *(f"{word} than" for word in _GREATER),
            "over",
            "above",
            "upward of",
            "upwards of",
            "north of",
            "beyond",
            "in excess of",
            "exceed",
            "exceeds",
            "exceeded",
            "exceeding",
            "surpass",
            "surpasses",
            "surpassed",
            "surpassing",
            "tops",
            "topped",
            "topping",
            "a little over",
            "a little more than",
            ">",
        ),
        Bound.AT_MOST: (
            "up to",
            "as many as",
            "as much as",
            "at most",
            "at the most",
            "at the very most",
            "not exceeding",
            "a maximum of",
            "maximum of",
            "maximum",
            "<=",
            "≤",
            *_or_equal(_SMALLER),
            *(f"{no} {word} than" for no in ("no", "not") for word in _GREATER),
        ),
        Bound.LESS_THAN: (*(f"{word} than" for word in _SMALLER), "under", "below", "a little under", "<"),
        Bound.NEARLY: (
            "nearly",
            "almost",
            "close to",
            "near to",
            "approaching",
            "nears",
            "neared",
            "nearing",
            "just short of",
            "not quite",
            "virtually",
        ),
        Bound.ABOUT: (
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "approx",
            "approx.",
            "an estimated",
            "estimated",
            "estimated at",
            "circa",
            "ca.",
            "c.",
            "in the region of",
            "in the order of",
            "on the order of",
            "in the vicinity of",
            "somewhere around",
            "more or less",
            "give or take",
            "perhaps",
            "maybe",
            "~",
            "≈",
        ),
        Bound.EXACT: (
            "exactly",
            "precisely",
            "a confirmed",
            "equal to",
            "equals",
            "equalled",
            "equaling to",
            "equalling to",
            "equalling",
            "equaling",
        ),
    },
    after={
        Bound.AT_LEAST: (
            *(f"{joiner} {word}" for joiner in ("or", "and") for word in (*_GREATER, "above", "over")),
            *("and counting", "at least", "at the very least", "at a minimum", "plus", "-plus", "+"),
        ),
        Bound.AT_MOST: (
            *(f"{joiner} {word}" for joiner in ("or", "and") for word in (*_SMALLER, "below", "under")),
            *("at most", "at the most", "at the very most"),
        ),
        Bound.ABOUT: ("or so", "or thereabouts", "give or take", "-odd", "odd", "-ish"),
    },
    openers=(
        *("possibly", "perhaps", "maybe", "probably", "potentially", "likely"),
        *("well", "just", "far", "slightly", "significantly", "considerably", "much", "only just"),
    ),
    fillers=("another", "a further", "an additional", "an extra", "a total of", "further", "additional"),
    links=(
        "and",
        "but",
        "or",
        ", and",
        ", but",
        ", or",
        ",",
        "though",
        ", though",
        "yet",
        "and yet",
        "(",
        "(and",
        "(or",
    ),
    than="than",
)

ENGLISH = Language(
    code="en",
    name="English",
    abbreviations=frozenset(
        """
        adm brig bn brig capt cllr cmdr col cpl cpt dr ft gen gov hon insp lt ltc ltg maj messrs mr mrs ms mt
        mts maj.gen lt.gen lt.col op pfc pres prof pvt rep reps rev sen sens sgt st supt vs
        e.g i.e cf viz approx vol fig figs pp para
        """.split()
    ),
    no_starters=frozenset("est edt cst cdt mst mdt pst pdt gmt utc cet cest bst ist eet msk".split()),
    numerals=Numerals(
        units=_UNITS | {"nought": 0, "naught": 0},
        tens=_TENS,
        scales=_SCALES,
        dozens={"dozen": 12, "dozens": 12, "doz": 12, "dz": 12, "dzs": 12},
        pairs={"couple": 2, "pair": 2},
        exact_pairs=frozenset({"pair"}),
        loose={12: "a dozen", 2: "a couple"},
        articles=frozenset({"a", "an"}),
        joiner="and",
        group_joiner="and",
        point="point",
        minus=frozenset({"minus", "negative"}),
        of="of",
        halves=frozenset({"half"}),
        ordinals=_ORDINALS,
        ordinal_endings=frozenset({"st", "nd", "rd", "th"}),
        denominators={
            "half": 2,
            "halves": 2,
            "quarter": 4,
            "quarters": 4,
            **_PARTS,
            **{f"{word}s": value for word, value in _PARTS.items()},
        },
        plurals=frozenset({"dozens", "dzs", "halves", "quarters", *(f"{word}s" for word in _PARTS)}),
        suffixes={
            "k": 10**3,
            "m": 10**6,
            "mil": 10**6,
            "mn": 10**6,
            "mln": 10**6,
            "mio": 10**6,
            "b": 10**9,
            "g": 10**9,
            "bn": 10**9,
            "bln": 10**9,
            "t": 10**12,
            "tn": 10**12,
            "trn": 10**12,
        },
    ),
    hedges=_HEDGES,
    ranges=Ranges(
        joins=frozenset({"-", "–", "‑", "~", "to", "through", "thru"}),
        pairs={
            "between": frozenset({"and", "to", "-", "–"}),
            "from": frozenset({"to", "up to", "until", "till", "through", "-", "–"}),
        },
        choice=frozenset({"or"}),
        sure=frozenset({"between"}),
        change=frozenset(
            """
            rise rises rising rose risen raise raises raised raising increase increases increased
            increasing grow grows grew grown growing climb climbs climbed climbing jump jumps jumped
            jumping soar soared surge surged swell swelled go goes went gone move moved fall falls fell
            fallen falling drop drops dropped dropping decline declined decrease decreased decreasing
            reduce reduced reducing cut lower lowered shrink shrank revise revised revising change changed
            correct corrected update updated bring bringing brought up down double doubled slump slumped
            increase
            """.split()
        ),
    ),
    kinds=KINDS,
    calendar=CALENDAR,
    claims=ENGLISH_CLAIMS,
)
