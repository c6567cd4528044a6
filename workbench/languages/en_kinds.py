"""English words beside a number that say what it is."""

from __future__ import annotations

from workbench.languages.language import Kinds


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS = Kinds(
    plural_endings=("s",),
    percent=("%", "٪", "percent", "per cent", "pct", "pc", "p.c.", "percentage point", "percentage points"),
    currency_before=_words("$ € £ ¥ ₪ ₹ ₽ ₺ ₦ ₩ usd eur gbp nis ils us$ a$ c$ rs"),
    currency_after=_words(
        """
        dollar dollars euro euros pounds-sterling shekel shekels rupee rupees rouble roubles ruble rubles
        dinar dinars dirham dirhams riyal riyals rial rials yen yuan francs lira liras peso pesos cents
        pence sterling usd eur gbp nis ils sek nok dkk chf $ € £ ₪ ¥
        """
    ),
    measurement_after=_words(
        """
        km kms kilometre kilometres kilometer kilometers metre metres meter meters cm centimetre centimetres
        centimeter centimeters mm millimetre millimetres millimeter millimeters mile miles foot feet ft inch
        inches yard yards hectare hectares acre acres dunam dunams dunums ton tons tonne tonnes kg kilo kilos
        kilogram kilograms kilogramme kilogrammes gram grams grammes mg pound pounds lb lbs ounce ounces litre
        litres liter liters ml gallon gallons barrel barrels degree degrees °c °f ° celsius fahrenheit kph mph
        knots knot watt watts kw mw gw kilowatt kilowatts megawatt megawatts volt volts gb mb tb kilobytes
        megabytes gigabytes calibre caliber magnitude kiloton kilotons megaton megatons pixels hertz mhz ghz
        calories points sqm sqkm mpa psi
        """
    ),
    measurement_before=_words("magnitude calibre caliber richter temperature temperatures"),
    measurement_letters=_words("m"),
    unit_openers=_words(
        """
        square cubic nautical metric sq light us imperial consecutive straight successive more whole full long
        calendar further additional extra working solid short other
        """
    ),
    dimensions=_words("tall wide high deep long away thick apart across wall fence tunnel waves"),
    durations=_words(
        """
        second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks weekend
        weekends fortnight fortnights month months year years yr yrs decade decades century centuries
        generation generations
        """
    ),
    clock_after=(
        *("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock", "gmt", "utc", "hrs gmt"),
        *("a m", "p m", "noon", "local time", "hours gmt"),
    ),
    age_before=_words("aged age ages turned turns turning"),
    age_after=("years old", "year old", "-year-old", "-year-olds", "-year-olds", "years of age", "-year old"),
    ages_of=_words(
        "children child kids girls boys women men people those anyone everyone males females minors them"
    ),
    age_units=frozenset(),
    identifier_always=_words(
        """
        resolution resolutions channel channels flight flights route routes highway highways motorway article
        articles section sections chapter chapters paragraph paragraphs page pages version verse episode annex
        """
    ),
    identifier_before=_words(
        """
        resolution resolutions channel day flight flights route routes highway highways motorway road
        article articles section sections chapter chapters act paragraph paragraphs page pages number
        numbers line lines gate unit room rooms bus platform terminal area zone block phase stage tier
        level category group division battalion brigade squadron regiment company army corps form version
        episode season part volume verse annex appendix law bill order protocol file case track pier berth
        sector district ward grade class tower building flat apartment apartments suite seat hall
        apollo boeing airbus code convention amendment goal step item
        rule pattern formula junction exit checkpoint kilometre kilometer km
        """
    ),
    identifier_abbreviations=_words("no nos nr nrs p pp art arts sec para vol fig ch #"),
    loose_words=_words(
        """
        of in on at and or to is was were are has had have as when where which that for from by with but after
        before during while will would said says into near under over since until
        """
    ),
    identifiers=_words("24/7 9/11 7/7 50/50 10/7 2g 3g 4g 5g 6g"),
    score_words=_words(
        """
        vote votes voted voting win wins won winning lose loses lost losing beat beats beaten defeat defeats
        defeated score scores scored draw draws drew drawn tie tied match game set victory passed approved
        rejected ruled verdict
        """
    ),
    proportion=("out of", "out of every", "in every", "of every"),
    one_in="in",
    not_one_before=_words(
        """
        which this that each every any another some good bad last next new old latest previous former latter
        other first second same right wrong better best worse worst whole only particular such
        """
    ),
    not_one=(
        *("one another", "one by one", "one must", "one should", "one cannot", "one can", "one and only"),
        *("the one who", "the one that", "the one which", "the one where", "the one to", "the one in"),
        *("the one on", "the one we", "the one he", "the one they", "the one,", "the one.", "one and all"),
    ),
    vague_or_verb=_words("scores"),
    verb_after=_words("he she it who that which test"),
    not_vague_after=_words("the their his her its our my your these those not so very too as how"),
    not_half_after=frozenset(),
    not_half_before=_words("first second last latter other better top bottom opening closing final"),
    part_after=_words(
        """
        of were are was is have has had do did said say died live lived need needed in on to as or and but
        that which who more less higher lower smaller larger came come went go remain remained will would
        could can may might the a an
        """
    ),
    zero=("no one", "no-one", "nobody", "none", "not one", "not a single"),
    not_zero=("none the less", "none other", "none too", "none-the-less", "second to none"),
    no=_words("no"),
    no_barrier=_words(
        """
        of on for to from in at by with about as that which who is are was were has had have and or but longer
        more fewer less other man one way end need doubt matter
        """
    ),
    countable=_words(
        """
        casualty casualties fatality fatalities death deaths injury injuries victim victims survivor
        survivors loss losses martyrs wounded dead killed injured missing bodies body hostages hostage
        prisoners prisoner captives captive detainees detainee arrests arrest abductions strikes strike
        airstrikes rockets rocket missiles missile attacks buildings homes houses
        """
    ),
    people=_words(
        """
        person persons people man men woman women child children civilian civilians soldier soldiers troops
        officer officers policeman policemen police fighter fighters militant militants resident residents
        citizen citizens worker workers passenger passengers student students villager villagers protester
        protesters protestor demonstrators settlers refugees migrants patients staff crew members personnel
        servicemen journalists medics doctors nurses palestinians israelis foreigners tourists others
        """
    ),
)
