"""What a language is to the readers of text: words, never code. All words are written case folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.core.quantity import Bound
from workbench.languages.claims import ClaimWords


@dataclass(frozen=True, eq=False)
class Numerals:
    """The words of numbers.

    `scales` multiply what stands before them ("hundred" included); `dozens` do so too but are said loosely,
    and `pairs` take no number before them ("a couple"): how loosely, the profile says under "a dozen", "a
    couple"; of the pairs, `exact_pairs` are said exactly ("a pair"). `hundreds` are hundreds in one word
    ("doscientas"). `tens_joiner` stands between tens and units ("treinta y uno"), `group_joiner` before a
    smaller part ("two hundred and five"), `joiner` before a half and between numbers; each "" where nothing
    does. `denominators` are parts of a whole ("third", "thirds"), `halves` those that need no article, also
    behind a number ("dos millones y medio") where `bare_halves`. `plurals` are the dozens and denominators
    of which there is more than one. `suffixes` are letters attached to digits ("12k"). `ordinal_endings`
    make digits an ordinal ("12th"), with `ordinal_stop` behind a full stop too ("1.º"). `decimal` is the
    decimal mark of digits.
    """

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    dozens: Mapping[str, int]
    pairs: Mapping[str, int]
    loose: Mapping[int, str]
    articles: frozenset[str]
    joiner: str
    group_joiner: str
    point: str
    minus: frozenset[str]
    of: str
    halves: frozenset[str]
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str]
    denominators: Mapping[str, int]
    plurals: frozenset[str]
    suffixes: Mapping[str, int]
    decimal: str = "."
    hundreds: Mapping[str, int] = field(default_factory=dict)
    tens_joiner: str = ""
    bare_halves: bool = False
    ordinal_stop: bool = False
    exact_pairs: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Hedges:
    """The words that hedge a number.

    `before` and `after` give the phrases of each bound, on either side of the number. `openers` may stand
    before such a phrase ("possibly as many as"), `fillers` between it and the number ("at least another 12").
    `links` join two hedged numbers into a range ("at least 25 and possibly as many as 40").
    """

    before: Mapping[Bound, tuple[str, ...]]
    after: Mapping[Bound, tuple[str, ...]]
    openers: tuple[str, ...]
    fillers: tuple[str, ...]
    links: tuple[str, ...]
    than: str


@dataclass(frozen=True, eq=False)
class Ranges:
    """`joins` stand between two numbers; `pairs` are openers with the joins that belong to them.

    After a word of change ("rose from 11 to 15") two numbers are no range, unless one of `sure` opens it.
    `choice` joins only neighbouring figures ("two or three").
    """

    joins: frozenset[str]
    pairs: Mapping[str, frozenset[str]]
    choice: frozenset[str]
    change: frozenset[str]
    sure: frozenset[str]


@dataclass(frozen=True, eq=False)
class Kinds:
    """The words beside a number that say what it is; tuples hold phrases, sets hold single words.

    `plural_endings` are those of nouns. `unit_openers` may stand before a unit ("square miles", "consecutive
    days"). A number with "of" before and one of `age_units` behind is an age ("un niño de 5 años").
    `measurement_letters` mean millions unless one of the `dimensions` follows ("a 5m wall"). `score_words`
    make "2-3" a score. After `identifier_always` and `identifier_before` a number is a name ("Channel 12"),
    the latter in small letters only where one of the `loose_words` or no word follows. `proportion` makes "4
    out of 10" one number, `one_in` "one in five". `part_after` follows a fraction ("a third of") where
    another word would follow an ordinal ("a third man"). `no` before one of the `countable` things or
    `people`, at most `no_reach` words on, with no `no_barrier` between, counts to zero, and so do the
    phrases of `zero` outside of `not_zero`. A vague word says no number after one of `not_vague_after`, nor
    where it is a verb: `vague_or_verb` after one of `verb_after` ("he scores").
    """

    plural_endings: tuple[str, ...]
    percent: tuple[str, ...]
    currency_before: frozenset[str]
    currency_after: frozenset[str]
    measurement_after: frozenset[str]
    measurement_before: frozenset[str]
    measurement_letters: frozenset[str]
    unit_openers: frozenset[str]
    dimensions: frozenset[str]
    durations: frozenset[str]
    clock_after: tuple[str, ...]
    age_before: frozenset[str]
    age_after: tuple[str, ...]
    ages_of: frozenset[str]
    age_units: frozenset[str]
    identifier_always: frozenset[str]
    identifier_before: frozenset[str]
    identifier_abbreviations: frozenset[str]
    identifiers: frozenset[str]
    loose_words: frozenset[str]
    score_words: frozenset[str]
    proportion: tuple[str, ...]
    one_in: str
    not_one_before: frozenset[str]
    not_one: tuple[str, ...]
    vague_or_verb: frozenset[str]
    verb_after: frozenset[str]
    not_vague_after: frozenset[str]
    not_half_before: frozenset[str]
    not_half_after: frozenset[str]
    part_after: frozenset[str]
    zero: tuple[str, ...]
    not_zero: tuple[str, ...]
    no: frozenset[str]
    no_barrier: frozenset[str]
    countable: frozenset[str]
    people: frozenset[str]
    no_reach: int = 3


@dataclass(frozen=True, eq=False)
class Calendar:
    """Months and weekdays (1 is January, 0 is Monday), and the words of relative days.

    `capital` says that names of months and weekdays are written so; `short` are names that need a full
    stop or a date behind them ("Sun"). `relative` gives the first and last day as days from the day of
    publication. `parts` belong to a day ("Tuesday evening"), `early` to a longer time ("late October"). A
    number after one of `year_before` may be a year, a month after one of `month_before` is one, unless
    one of `not_month_after` follows ("28 MAY HAVE DIED"). `of` stands between day, month and year. `past`
    and `last` look back over a `unit` ("the past 24 hours", "last month"); `past` alone with a unit ends
    today, `last` is the one before; with `last_behind` it may also follow ("la semana pasada"). `ago`
    follows its time, with `ago_first` it opens it ("hace dos días"). `day_first` reads 7/10 as 7 October.
    `weekend` names Saturday and Sunday, `begins` the first day of a longer time ("start of the year").
    """

    months: Mapping[str, int]
    capital: bool
    weekdays: Mapping[str, int]
    short: frozenset[str]
    relative: Mapping[str, tuple[int, int]]
    parts: frozenset[str]
    early: frozenset[str]
    year_before: frozenset[str]
    not_month_after: frozenset[str]
    month_before: frozenset[str]
    since: tuple[str, ...]
    until: tuple[str, ...]
    past: frozenset[str]
    last: frozenset[str]
    this: frozenset[str]
    next: frozenset[str]
    ago: frozenset[str]
    of: frozenset[str]
    future: frozenset[str]
    the: frozenset[str]
    units: Mapping[str, str]
    last_behind: bool = False
    ago_first: bool = False
    day_first: bool = False
    weekend: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Language:
    """`code` is a BCP 47 tag.

    `abbreviations` are words that a full stop follows without ending a sentence (without that stop, case
    folded); those that can also end one, such as "a.m" and "Co", are left to the splitter. `no_starters`
    begin no sentence after a full stop ("9 a.m. EST").
    """

    code: str
    name: str
    abbreviations: frozenset[str]
    no_starters: frozenset[str]
    numerals: Numerals
    hedges: Hedges
    ranges: Ranges
    kinds: Kinds
    calendar: Calendar
    claims: ClaimWords | None = None
