"""English words by what they do around a count."""

from __future__ import annotations

from workbench.languages.claims import ClaimWords, phrases_of, words_of
from workbench.languages.en_cues import CUES
from workbench.languages.en_custody import CUSTODY
from workbench.languages.en_flight import FLIGHT
from workbench.languages.en_harm import HARM
from workbench.languages.en_nouns import PEOPLE, THINGS
from workbench.languages.en_speakers import SPEAKERS

_GRAMMAR = {
    **SPEAKERS,
    "be": words_of(
        """
        was were is are be been being got get gets getting remain remains remained
        """
    ),
    "singular": words_of("was is has"),
    "have": words_of("have has had having 've"),
    "modal": words_of("will would could may might can shall should must to"),
    "bridge": words_of(
        """
        reported discovered pulled feared believed confirmed presumed found left listed thought known declared
        pronounced counted said reportedly officially either initially all expected likely
        """
    ),
    "and": words_of("and or & plus nor")
    | phrases_of("as well as, along with, together with, in addition to, and also"),
    "preposition": words_of(
        """
        of in on at by with from to for into near inside outside during after before since under
        over against between among through across along around amid without within until towards
        toward upon via despite behind beyond throughout about per following aboard onto off like
        regarding concerning than as alongside
        """
    ),
    "relative": words_of("who whom which that whose where"),
    "subordinate": words_of(
        """
        when while because although though if unless whereas once so but whether
        """
    ),
    "determiner": words_of(
        """
        the a an his her their its our your my this that these those some all any each every no
        another both such what whatever same
        """
    ),
    "article": words_of("a an"),
    "adverb": words_of(
        """
        also then later subsequently only just still already too very not so far yet now today
        yesterday tonight recently again thereby instantly once currently soon almost nearly at
        least reportedly officially first single either together themselves finally meanwhile
        initially even there here afterwards earlier alone unharmed unhurt unscathed
        """
    )
    - words_of("at so far once")
    | phrases_of("in all, all told, in total")
    | frozenset(
        f"{time} {side}"
        for time in ("a day", "a week", "a month", "a year", "an hour")
        for side in ("earlier", "later", "ago", "before", "after", "apart")
    ),
    "including": words_of("including incl")
    | phrases_of(
        """
        among them, among whom, of whom, of which, of them, amongst them, among which, of those,
        most notably
        """
    ),
    "rank": words_of(
        """
        last first remaining latest next initial single surviving final previous entire
        """
    ),
    "ordered": words_of("second third fourth fifth latter other"),
    "raising": words_of(
        """
        expected believed said reported thought set due scheduled known feared presumed understood
        estimated supposed likely confirmed going about ready
        """
    ),
    "collective": words_of(
        """
        number total count tally group batch team family crowd band gang unit convoy list
        """
    ),
    "clausal": words_of("after before since until than while as"),
    "place_kinds": words_of(
        """
        city town village region province state district capital port municipality camp area suburb
        suburbs outskirts neighborhood neighborhoods neighbourhood neighbourhoods streets island
        county governorate department territory
        """
    ),
    "aspect": words_of(
        """
        began begun started has had have also was is were are will would then later
        """
    ),
    "include": words_of("include includes included are were is was being"),
    "pronoun": words_of("they them he she him it we us i you who themselves these those"),
    "parted": phrases_of(
        """
        of them, of whom, of which, of those, of these, of the victims, of its victims
        """
    ),
    "more": words_of("more other others additional further another new fresh extra"),
    "number_of": words_of("number total count tally figure toll numbers"),
    "to": words_of(
        """
        to at of : is was stood stands reach reached reaches reaching hit hits passed passes exceeded
        exceeds topped tops surpassed surpasses surpassing crossed crosses neared nears approached
        now are were climbed rose jumped as topping exceeding hitting nearing passing crossing
        approaching above past beyond over totaled totalled totals put revised
        """
    ),
    "each": words_of("each every per"),
    "moved": words_of(
        """
        rose risen rises stood stand stands reached reaches climbed climbs jumped jumps now exceeded
        exceeds passed topped hit grew grown totaled totalled numbered surpassed crossed soared
        mounted
        """
    ),
    "rate": phrases_of(
        """
        for every, for each, per day, a day, each day, every day, per month, a month, per week, a
        week, a year, per year, every month, daily, every hour, an hour, per hour, each month, each
        week, each year, every year, every week
        """
    ),
    "agent": words_of("by"),
    "object": words_of("him her them himself themselves it"),
    "partitive": words_of("of"),
    "plain": words_of(
        """
        family assembly italy july supply reply ally bully rally anomaly monopoly fly apply rely
        comply daily weekly monthly elderly ugly holy lonely deadly friendly unruly melancholy belly
        jelly sly
        """
    ),
    "place_in": words_of(
        """
        in on at across throughout inside near around within into over outside targeting hit struck
        bombed pounded
        """
    ),
    "place_at": words_of("in at near outside inside"),
    "place_adjectives": words_of(
        """
        the northern southern eastern western central besieged occupied entire whole coastal
        war-torn blockaded neighbouring neighboring rebel-held government-held russian-occupied
        israeli-occupied north south east west downtown nearby
        """
    ),
    "place_nouns": words_of(
        """
        prisons prison jails jail custody detention hands captivity territory soil airspace waters
        cities towns side
        """
    ),
    "place_borders": words_of("border frontier"),
    "there": words_of("there"),
    "conjecture": words_of("will would could may might can shall should must"),
    "place_events": words_of(
        """
        flood floods quake earthquake war fire crash blast shooting attack strike landslide storm explosion
        protests protest riots unrest bombing clashes violence conflict stampede collapse typhoon cyclone
        hurricane tornado tsunami
        """
    ),
    "with": words_of("with"),
    "since": words_of("since"),
    "superlative": words_of(
        """
        deadliest worst first biggest largest highest heaviest bloodiest greatest gravest lowest fewest
        fiercest longest strongest
        """
    ),
    "earlier": phrases_of("up from, down from, compared with, compared to, than in, than on"),
    "company": phrases_of("along with, together with"),
    "begin": words_of("began begun started starting erupted launched begin starts"),
    "no_place": words_of(
        """
        january february march april may june july august september october november december monday
        tuesday wednesday thursday friday saturday sunday operation resolution god ramadan
        parliament congress english arabic us
        """
    ),
    "release_from": words_of("from"),
    "day_number": words_of("day"),
    "respectively": words_of("respectively"),
    "when": words_of("when"),
    "among": words_of("among amongst"),
    "definite": words_of("the"),
    "infinitive": words_of("to"),
    "being": words_of("being"),
    "plural_be": words_of("were are"),
    "not": words_of("not"),
    "only": words_of("only"),
    "others": words_of("others"),
    "worth": words_of("in"),
    "exchange": words_of("for"),
    "leading": words_of("of for to among"),
    "harm": words_of("injury injuries"),
    "harm_to": words_of("to for"),
    "not_reached": words_of("from by since in on than after"),
    "both": words_of("both"),
    "counted_of": words_of("pair couple"),
    "object_marker": frozenset(),
    "verb_not": frozenset(),
    "toll_before": frozenset(),
    "swapping": frozenset(),
    "swapped_for": frozenset(),
    "one": frozenset(),
    "households": words_of("family families household households"),
    "acronym": words_of("who us it"),
    "superseded": words_of("earlier previous initial prior"),
    "than": words_of("than"),
    "counted_before": words_of("them these those"),
    "average": words_of("average"),
    "alone": words_of("alone"),
    "excepting": phrases_of("all but, except, excluding, except for"),
    "bodies": words_of("bodies body corpses corpse remains"),
    "passing": words_of("passes passed passing tops topping crosses crossed crossing surpassing"),
    "label": words_of(": - – — --"),
    "predicative": words_of("female male foreign foreigners underage pregnant elderly"),
    "direction": phrases_of(
        """
        gone up to, went up to, goes up to, going up to, rose up to, risen up to, climbed up to, pushed up to,
        goes over, went over, gone over
        """
    ),
}

ENGLISH_CLAIMS = ClaimWords(
    triggers=(*HARM, *CUSTODY, *FLIGHT),
    grammar=_GRAMMAR,
    people=PEOPLE,
    adverb_endings=("ly",),
    past_endings=("ed",),
    gerund_endings=("ing",),
    verb_endings=("s", "ed"),
    plural_ending="s",
    possessives=("'s",),
    people_endings=(
        "men",
        "women",
        "ists",
        "ians",
        "eers",
        "ese",
        "persons",
        "workers",
        "ites",
        "folk",
        "ers",
        "ors",
        "ees",
        "ants",
        "ans",
        "is",
    ),
    things=THINGS,
    cues=CUES,
)
