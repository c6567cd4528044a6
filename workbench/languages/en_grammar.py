"""English words by what they do around a count."""

from __future__ import annotations

from workbench.languages.claims import ClaimWords
from workbench.languages.en_measures import TRIGGERS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(words: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in words.split(","))


_GRAMMAR = {
    "be": _set("was were is are be been being got get gets getting remain remains remained"),
    "singular": _set("was is has"),
    "have": _set("have has had having 've"),
    "modal": _set("will would could may might can shall should must to"),
    "bridge": _set(
        "reported feared believed confirmed presumed found left listed thought known declared pronounced counted said "
        "reportedly officially either initially all"
    ),
    "and": _set("and or & plus nor") | _phrases("as well as, along with, together with, in addition to, and also"),
    "preposition": _set(
        "of in on at by with from to for into near inside outside during after before since under over against between "
        "among through across along around amid without within until towards toward upon via despite behind beyond "
        "throughout about per following aboard onto off like regarding concerning than as alongside"
    ),
    "relative": _set("who whom which that whose where"),
    "subordinate": _set("when while because although though if unless whereas once so but whether"),
    "determiner": _set(
        "the a an his her their its our your my this that these those some all any each every no another both "
        "such what whatever same"
    ),
    "article": _set("a an"),
    "adverb": _set(
        "also then later subsequently only just still already too very not so far yet now today yesterday tonight "
        "recently again thereby instantly once currently soon almost nearly at least reportedly officially first "
        "single either together themselves finally meanwhile initially even there here afterwards earlier alone"
    )
    - _set("at so far once"),
    "including": _set("including incl") | _phrases("among them, among whom, of whom, of which, of them, amongst them, among which, of those, most notably"),
    "rank": _set("last first remaining latest next initial single surviving final previous entire"),
    "raising": _set("expected believed said reported thought set due scheduled known feared presumed understood estimated supposed "
                    "likely confirmed going about ready"),
    "collective": _set("number total count tally group batch team family crowd band gang unit convoy list"),
    "saying": _set("saying adding announcing stating noting claiming confirming declaring reporting indicating stressing"),
    "clausal": _set("after before since until than while as"),
    "place_kinds": _set("city town village region province state district capital port municipality camp area suburb suburbs outskirts "
                        "neighborhood neighborhoods neighbourhood neighbourhoods streets island county governorate department territory"),
    "aspect": _set("began begun started has had have also was is were are will would then later"),
    "include": _set("include includes included are were is was being"),
    "pronoun": _set("they them he she him it we us i you who themselves these those"),
    "parted": _phrases("of them, of whom, of which, of those, of these, of the victims, of its victims"),
    "more": _set("more other others additional further another new fresh extra"),
    "number_of": _set("number total count tally figure toll numbers"),
    "to": _set("to at of : is was stood stands reached reaches reaching hit hits passed passes exceeded exceeds topped tops surpassed surpasses surpassing crossed "
               "crosses neared nears approached now are were climbed rose jumped as topping exceeding hitting nearing passing "
               "crossing approaching above past beyond over totaled totalled totals put revised"),
    "each": _set("each every per"),
    "moved": _set("rose risen rises stood stand stands reached reaches climbed climbs jumped jumps now exceeded exceeds passed topped hit "
                  "grew grown totaled totalled numbered surpassed crossed soared mounted"),
    "rate": _phrases("for every, for each, per day, a day, each day, every day, per month, a month, per week, a week, a year, per year, every month, daily, every hour, an hour, per hour, each month, each week, each year, every year, every week"),
    "agent": _set("by"),
    "object": _set("him her them himself themselves it"),
    "partitive": _set("of"),
    "plain": _set("family assembly italy july supply reply ally bully rally anomaly monopoly fly apply rely comply "
                  "daily weekly monthly elderly ugly holy lonely deadly friendly unruly melancholy belly jelly sly"),
    "say": _set(
        """
        said says saying say announced announces announcing confirmed confirms confirming reported reports reporting stated states
        stating declared declares added adds adding told tells revealed reveals revealing disclosed noted notes noting estimated
        estimates claimed claims claiming indicated wrote writes explained recorded records documented documents counted counts verified
        acknowledged admitted admits insisted maintained asserted tweeted posted stressed emphasized highlighted published demanded demands
        denied denies accused accuses alleged warned warns believes estimate quoted cited put puts tallied tracked registered
        """
    ),
    "according": _phrases("according to, as per, quoting, citing, cited by, quoted by, in the words of, said by, reported by, announced by, figures from, data from, figures by, statistics from, numbers from, as reported by, compiled by, released by, published by, provided by, issued by"),
    "source": _set(
        """
        ministry minister ministers ministries spokesman spokeswoman spokesperson spokesmen spokespersons army military police official officials authorities
        authority government source sources hospital hospitals agency agencies office department commission committee council group organization
        organisation monitor observatory union network president governor mayor chief commander general secretary director head doctor doctors
        medic medics rescuers service services forces command headquarters witnesses witness residents report reports media newspaper daily channel
        television radio tv broadcaster news watch watchdog court prosecutor prosecutors lawyer lawyers statement communique bureau
        agency's coordinator envoy diplomat diplomats ambassador representative delegation movement party front resistance crescent cross unicef unrwa un
        ocha idf defence defense state-run state mediators analysts experts researchers survey study ngo charity institute center centre club society data database records bulletin
        """
    ),
    "medium": _set("newspaper daily channel website outlet agency broadcaster network magazine weekly journal correspondent analyst journalist reporter minister president spokesman spokeswoman spokesperson"),
    "speakers": _set("he she they it"),
    "generic": _set("figures data statistics numbers report reports count counts tally tallies statement statements estimate estimates toll record records list"),
    "of": _set("of from by"),
    "boundary": _set("after before that since until while as read"),
    "place_in": _set("in on at across throughout inside near around within into over outside targeting hit struck bombed pounded"),
    "place_at": _set("in at near outside inside"),
    "place_adjectives": _set("the northern southern eastern western central besieged occupied entire whole coastal war-torn blockaded "
                             "neighbouring neighboring rebel-held government-held russian-occupied israeli-occupied "
                             "north south east west downtown nearby"),
    "place_nouns": _set("prisons prison jails jail custody detention hands captivity territory soil airspace waters cities towns side"),
    "place_borders": _set("border frontier"),
    "there": _set("there"),
    "begin": _set("began begun started starting erupted launched begin starts"),
    "no_place": _set("january february march april may june july august september october november december monday tuesday wednesday thursday "
                     "friday saturday sunday operation resolution god ramadan parliament congress english arabic us"),
    "release_from": _set("from"),
    "day_number": _set("day"),
    "respectively": _set("respectively"),
    "both": _set("both"),
}  # fmt: skip

_PEOPLE = _set(
    """
    people person persons individuals individual men man women woman children child boys boy girls girl kids babies
    infants toddlers teenagers teens minors adults adult youths youth youngsters victims victim civilians civilian
    soldiers soldier troops troopers servicemen personnel fighters fighter militants militant gunmen gunman rebels rebel
    guerrillas guerrilla insurgents insurgent terrorists terrorist militiamen commandos commando marines recruits
    conscripts reservists officers officer generals colonels captains majors lieutenants sergeants commanders commander
    policemen policeman police cops constables gendarmes guards guard bodyguards agents agent detectives investigators
    prisoners prisoner detainees detainee inmates inmate captives captive hostages hostage abductees
    settlers settler residents resident villagers townspeople citizens citizen nationals national inhabitants locals
    natives migrants migrant immigrants refugees refugee evacuees returnees foreigners tourists tourist travellers
    travelers visitors passengers passenger motorists drivers driver pedestrians passersby passers-by bystanders
    bystander onlookers crew crewmen crewmembers sailors pilots airmen paratroopers
    journalists journalist reporters reporter photographers cameramen correspondents editors
    doctors doctor nurses nurse medics medic paramedics paramedic physicians surgeons rescuers firefighters firemen
    workers worker employees employee staff staffers labourers laborers miners farmers farmer peasants peasant herders
    fishermen shepherds shopkeepers vendors traders merchants businessmen engineers engineer technicians
    teachers teacher professors students student pupils pupil lecturers scholars
    judges judge lawyers lawyer prosecutors magistrates officials official politicians lawmakers mayors mayor ministers
    councilmen councillors deputies diplomats diplomat ambassadors ambassador
    priests priest nuns nun monks clerics cleric clergymen missionaries missionary bishops imams jesuits jesuit worshippers
    worshipers pilgrims
    members member leaders leader activists activist supporters sympathizers militia demonstrators protesters protestors rioters
    marchers strikers attackers attacker assailants assailant bombers bomber hijackers kidnappers suspects suspect
    criminals traffickers smugglers gangsters thieves robbers murderers
    relatives relative mothers mother fathers father sons son daughters daughter brothers brother sisters sister wives
    wife husbands husband parents parent grandparents grandmother grandfather grandchildren siblings cousins uncles
    aunts nephews nieces widows orphans friends neighbours neighbors colleagues survivors
    patients patient shoppers guests customers spectators fans players athletes musicians
    souls heroes elders seniors retirees
    advisers advisors mercenaries contractors peacekeepers volunteers volunteer observers monitors trainers instructors
    domestics servants maids maid cooks adolescents schoolchildren schoolgirls schoolboys newborns martyrs operatives
    elements combatants noncombatants non-combatants jihadists extremists separatists collaborators defectors exiles
    dissidents informants intellectuals figures personalities counterparts aides executives directors
    englishmen frenchmen frenchman dutchmen irishmen hindus muslims christians jews arabs sunnis shiites shias druze
    kurds yazidis copts serbs croats turks poles swedes danes finns spaniards britons swiss americans
    """
)

_THINGS = _set(
    """
    second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years decade
    decades century centuries times time o'clock dates
    km kilometers kilometres kilometer kilometre kms miles mile meters metres meter metre feet foot inches inch yards
    cm mm acres hectares dunams degrees kg kilos kilograms kilogrammes grams pounds tons tonnes ton tonne litres liters
    gallons barrels bags sacks boxes pallets parcels packages meals doses
    percent percentage points cents dollars pesos euros shekels rubles roubles pounds rupees dinars yen yuan francs
    car cars bus buses truck trucks trailers vans van taxis taxi vehicle vehicles motorcycles motorcycle bikes jeeps jeep tanks
    tank ambulances ambulance train trains carriages plane planes aircraft airplanes jets jet helicopters helicopter
    boats boat ships ship vessels vessel ferries submarines tankers flights trips
    drone drones rocket rockets missile missiles bomb bombs shells shell mortars mortar grenades grenade mines mine
    bullets bullet shots rounds round cartridges guns gun rifles rifle pistols weapons weapon explosives devices device charges
    charge munitions warheads sticks kilos launchers launcher projectiles projectile
    attack attacks strike strikes airstrike airstrikes raid raids bombing bombings explosion explosions blast blasts
    clash clashes battle battles incident incidents operation operations sorties shootings massacres ambushes ambush
    protests protest demonstrations rallies marches strikes waves wave phases phase stages stage stages phases exchanges
    killings
    village villages town towns city cities hamlets province provinces district districts state states country countries
    nations region regions department departments municipalities municipality camp camps site sites area areas
    neighborhood neighborhoods neighbourhoods quarters sector sectors location locations place places positions position post posts posts
    target targets base bases outposts outpost checkpoints checkpoint roads road streets street highways bridges bridge
    house houses home homes building buildings apartment apartments flats units tents tent hospital hospitals school
    schools mosque mosques church churches shops shop stores store banks bank offices office factories factory plants
    plant pipelines towers tower blocks block floors floor stories storeys rooms room cells cell stations station embassies
    universities university hotels hotel markets warehouses shelters tunnels tunnel shafts kibbutzim settlements crossings
    facilities facility structures
    companies company firms banks groups group organizations organisations parties party unions union agencies agency
    families family households couples teams team crews squads squad units unit brigades brigade divisions division battalions battalion
    regiments platoons patrols patrol columns column convoys convoy gangs armies forces fronts front factions faction
    sides side governments institutions committees councils commissions courts ministries
    laws law resolutions resolution articles article paragraphs votes vote seats seat elections election candidates
    abstentions reports report statements statement documents document pages page letters letter files file videos video photos
    pictures images tweets posts messages calls call interviews meetings meeting talks sessions session
    demands demand conditions condition proposals proposal reasons reason ways way options steps step issues
    issue cases case counts count complaints trials trial investigations hearings sentences
    cows cow sheep goats goat cattle horses horse dogs dog animals animal camels donkeys chickens birds livestock trees fires
    homes crimes crime deals deal agreements agreement treaties goals goal sets games matches medals chapters volumes books languages items
    lists categories types kinds rights wars war conflicts conflict ceasefires truces lives jobs positions blackouts outages
    aftershocks quakes earthquakes storms tremors sections websites accounts channels programs projects
    losses damage damages funding aid debt property assistance revenue sales goods supplies
    trees shares members-states colleges detonators caches lines line wings wing heads arms legs
    """
) - _set("heads lives killings")

_CUES = {
    "cumulative": _phrases(
        """
        so far, to date, since the start, since the beginning, since the outbreak, since the onset, thus far, until now, in total, in all,
        bringing the total, altogether, since, up to now, all told, amounted to, total number,
        cumulative, the total, the number of, the tally, number of dead, the overall count, has reached, have reached, since then,
        has risen to, have risen to, in the war, during the war, in the conflict, over the course of the war
        """
    ),
    "since_start": _phrases(
        """
        since the start, since the beginning, since the outbreak, since the onset, since the war began, since the war started,
        since the fighting began, since fighting began, since fighting erupted, since the conflict began, since the invasion, since it began,
        since the offensive began, since the violence began, since war broke out, since the war broke out, since hostilities began,
        since the war erupted, since the aggression began, since the conflict erupted, since it started
        """
    ),
    "period": _phrases(
        """
        in the past, in the last, over the past, over the last, during the past, during the last, within the past,
        within 24 hours, in 24 hours, this week, this month, last week, last month, during the month, during the week,
        this year, last year, over the week, over the weekend
        """
    ),
    "increment": _phrases("a further, further, additional, another, more, an additional, an extra"),
    "surely_increment": _phrases("a further, further, additional, an additional, an extra"),
    "hedged_increment": _phrases("a further, further, additional, another, an additional, an extra"),
    "incident": _phrases(
        """
        attack, explosion, blast, bombing, strike, airstrike, air strike, raid, shooting, clash, clashes, ambush, crash, incident,
        shelling, massacre, crush, fire, stampede, collapse, car bomb, explosion, earthquake, when, drone strike, operation,
        exploded, opened fire, stabbing, gunfight, shootout, firefight, exchange of fire
        """
    ),
    "stock": _phrases("still, currently, remain, remains, remaining, as of"),
    "demanded": _phrases(
        """
        demand, demands, demanded, demanding, call for, calls for, called for, calling for, urge, urges, urged, urging,
        request, requests, requested, requesting, insist on, insists on, insisted on, insisting on, in demand of, appeal for, appealed for,
        call on, called on, calls on, calling on, seek, seeks, seeking, sought, ask for, asked for, asks for, asking for, asked, pressed for, want, wants, wanted, require, requires, required, insist, insists, insisted, petitioned for, conditions for, condition
        """
    ),
    "planned": _phrases(
        """
        plan to, plans to, planned to, planning to, intend to, intends to, intended to, agreed to, agrees to, agree to, promised to, promise to, promises to, pledged to,
        vowed to, vows to, threatened to, threatens to, threatening to, threaten to, sworn to, swore to, swear to, prepare to, prepares to, preparing to, prepared to, ready to, willing to, set to, due to be, is to, are to, expected to,
        scheduled to, about to, will, shall, going to, decided to, ordered to, offer to, offered to, offers to, aims to, aimed at, aim to, ordered the, orders the, order the, to be released, aims at, aiming to, hopes to, wants to, want to, wanted to, to be freed, decision to, approved, approve, approves, plan for, plans for, plotting to, plot to, attempted to, attempt to, tried to, trying to, sought to, warrant for
        """
    ),
    "hypothetical": _phrases(
        """
        if, would, could, might, may, unless, in case, suppose, were to, under a draft, under the draft, under the proposal, under a proposal,
        under the proposed, under a proposed, the proposal, proposed, should, in the event, draft, risk of, at risk of, potentially,
        hypothetically, can, scenario, estimates that up to, fear that, feared, threat, threats, threatening, scenarios, capable of, enough to, whether
        """
    ),
    "denied": _phrases(
        """
        denied, denies, deny, denying, rejected claims, rejected reports, rejects claims, rejected the claim, dismissed reports, dismissed claims, refuted, refutes, refuting, disputed,
        disputes, no evidence that, false reports, falsely claimed, not true that, untrue, did not kill, have not killed,
        has not killed, had not killed, not killed, never killed, was not true, dismissed as, did not, rejected as, rejected accusations, rejected allegations, disputing, denial, false claims
        """
    ),
    "negated": _phrases("not, never, n't, didn't, hasn't, haven't, weren't, wasn't, neither"),
    "foreseen": _phrases("expected, set, due, scheduled, likely, going, ready, will see, would see"),
    "perfect": _phrases("to have, to have been"),
    "certain": _phrases("will see, will, shall, is to, are to, 'll"),
    "condition": _phrases(
        """
        if, unless, in case, in the event, suppose, supposing, under a draft, under the draft, under a proposal, under the proposal,
        under a proposed, under the proposed, would, could, might, whether, scenario, hypothetical
        """
    ),
    "reported": _phrases(
        """
        reportedly, allegedly, unconfirmed, apparently, purportedly, supposedly, unverified, rumored, rumoured, believed to, thought to, feared to, alleged, claimed to, claims to
        """
    ),
}  # fmt: skip

ENGLISH_CLAIMS = ClaimWords(
    triggers=TRIGGERS,
    grammar=_GRAMMAR,
    people=_PEOPLE,
    adverb_endings=("ly",),
    people_endings=("men", "women", "ists", "ians", "eers", "ese", "persons", "workers", "ites", "folk", "ers", "ors", "ees", "ants", "ans", "is"),
    things=_THINGS,
    cues=_CUES,
)  # fmt: skip
