"""English nouns for people and for things, as they stand behind a number."""

from __future__ import annotations

from workbench.languages.claims import words_of

PEOPLE = words_of(
    """
    comrades comrade compatriots countrymen cadets cadet mourners revellers toddler infant baby newborn
    schoolgirl schoolboy pensioners pensioner teenager teen cook miner sailor pilot shepherd fisherman
    vendor shopkeeper firefighter cameraman interpreter photographer rescuer survivor
    people person persons individuals individual men man women woman children child boys boy girls
    girl kids babies
    infants toddlers teenagers teens minors adults adult youths youth youngsters victims victim
    civilians civilian
    soldiers soldier troops troopers servicemen personnel fighters fighter militants militant gunmen
    gunman rebels rebel
    guerrillas guerrilla insurgents insurgent terrorists terrorist militiamen commandos commando
    marines recruits
    conscripts reservists officers officer generals colonels captains majors lieutenants sergeants
    commanders commander
    policemen policeman police cops constables gendarmes guards guard bodyguards agents agent
    detectives investigators
    prisoners prisoner detainees detainee inmates inmate captives captive hostages hostage abductees
    settlers settler residents resident villagers townspeople citizens citizen nationals national
    inhabitants locals
    natives migrants migrant immigrants refugees refugee evacuees returnees foreigners tourists
    tourist travellers
    travelers visitors passengers passenger motorists drivers driver pedestrians passersby
    passers-by bystanders
    bystander onlookers crew crewmen crewmembers sailors pilots airmen paratroopers
    journalists journalist reporters reporter photographers cameramen correspondents editors
    doctors doctor nurses nurse medics medic paramedics paramedic physicians surgeons rescuers
    firefighters firemen
    workers worker employees employee staff staffers labourers laborers miners farmers farmer
    peasants peasant herders
    fishermen shepherds shopkeepers vendors traders merchants businessmen engineers engineer technicians
    teachers teacher professors students student pupils pupil lecturers scholars
    judges judge lawyers lawyer prosecutors magistrates officials official politicians lawmakers
    mayors mayor ministers
    councilmen councillors deputies diplomats diplomat ambassadors ambassador
    priests priest nuns nun monks clerics cleric clergymen missionaries missionary bishops imams
    jesuits jesuit worshippers
    worshipers pilgrims
    members member leaders leader activists activist supporters sympathizers militia demonstrators
    protesters protestors rioters
    marchers strikers attackers attacker assailants assailant bombers bomber hijackers kidnappers
    suspects suspect
    criminals traffickers smugglers gangsters thieves robbers murderers
    relatives relative mothers mother fathers father sons son daughters daughter brothers brother
    sisters sister wives
    wife husbands husband parents parent grandparents grandmother grandfather grandchildren siblings
    cousins uncles
    aunts nephews nieces widows orphans friends neighbours neighbors colleagues survivors
    patients patient shoppers guests customers spectators fans players athletes musicians
    souls heroes elders seniors retirees
    advisers advisors mercenaries contractors peacekeepers volunteers volunteer observers monitors
    trainers instructors
    domestics servants maids maid cooks adolescents schoolchildren schoolgirls schoolboys newborns
    martyrs operatives
    elements combatants noncombatants non-combatants jihadists extremists separatists collaborators
    defectors exiles
    dissidents informants intellectuals figures personalities counterparts aides executives directors
    englishmen frenchmen frenchman dutchmen irishmen hindus muslims christians jews arabs sunnis
    shiites shias druze
    kurds yazidis copts serbs croats turks poles swedes danes finns spaniards britons swiss americans
    """
)

THINGS = words_of(
    """
    second seconds minute minutes hour hours day days night nights week weeks weekend weekends month
    months year years decade
    decades century centuries times time o'clock dates
    km kilometers kilometres kilometer kilometre kms miles mile meters metres meter metre feet foot
    inches inch yards
    cm mm acres hectares dunams degrees kg kilos kilograms kilogrammes grams pounds tons tonnes ton
    tonne litres liters
    gallons barrels bags sacks boxes pallets parcels packages meals doses
    percent percentage points cents dollars pesos euros shekels rubles roubles pounds rupees dinars
    yen yuan francs
    car cars bus buses truck trucks trailers vans van taxis taxi vehicle vehicles motorcycles
    motorcycle bikes jeeps jeep tanks
    tank ambulances ambulance train trains carriages plane planes aircraft airplanes jets jet
    helicopters helicopter
    boats boat ships ship vessels vessel ferries submarines tankers flights trips
    drone drones rocket rockets missile missiles bomb bombs shells shell mortars mortar grenades
    grenade mines mine
    bullets bullet shots rounds round cartridges guns gun rifles rifle pistols weapons weapon
    explosives devices device charges
    charge munitions warheads sticks kilos launchers launcher projectiles projectile
    attack attacks strike strikes airstrike airstrikes raid raids bombing bombings explosion
    explosions blast blasts
    clash clashes battle battles incident incidents operation operations sorties shootings massacres
    ambushes ambush
    protests protest demonstrations rallies marches strikes waves wave phases phase stages stage
    stages phases exchanges
    killings
    village villages town towns city cities hamlets province provinces district districts state
    states country countries
    nations region regions department departments municipalities municipality camp camps site sites
    area areas
    neighborhood neighborhoods neighbourhoods quarters sector sectors location locations place
    places positions position post posts posts
    target targets base bases outposts outpost checkpoints checkpoint roads road streets street
    highways bridges bridge
    house houses home homes building buildings apartment apartments flats units tents tent hospital
    hospitals school
    schools mosque mosques church churches shops shop stores store banks bank offices office
    factories factory plants
    plant pipelines towers tower blocks block floors floor stories storeys rooms room cells cell
    stations station embassies
    universities university hotels hotel markets warehouses shelters tunnels tunnel shafts kibbutzim
    settlements crossings
    facilities facility structures
    companies company firms banks groups group organizations organisations parties party unions
    union agencies agency
    families family households couples teams team crews squads squad units unit brigades brigade
    divisions division battalions battalion
    regiments platoons patrols patrol columns column convoys convoy gangs armies forces fronts front
    factions faction
    sides side governments institutions committees councils commissions courts ministries
    laws law resolutions resolution articles article paragraphs votes vote seats seat elections
    election candidates
    abstentions reports report statements statement documents document pages page letters letter
    files file videos video photos
    pictures images tweets posts messages calls call interviews meetings meeting talks sessions session
    demands demand conditions condition proposals proposal reasons reason ways way options steps step issues
    issue cases case counts count complaints trials trial investigations hearings sentences
    elephants elephant lions tigers rhinos whales dolphins bears wolves deer cats puppies pigs
    hens ducks turkeys
    fish bees contestants competitors paintings
    cows cow sheep goats goat cattle horses horse dogs dog animals animal camels donkeys chickens
    birds livestock trees fires
    homes crimes crime deals deal agreements agreement treaties goals goal sets games matches medals
    chapters volumes books languages items
    lists categories types kinds rights wars war conflicts conflict ceasefires truces lives jobs
    positions blackouts outages
    aftershocks quakes earthquakes storms tremors sections websites accounts channels programs projects
    losses damage damages funding aid debt property assistance revenue sales goods supplies
    trees shares members-states colleges detonators caches lines line wings wing heads arms legs
    """
) - words_of("heads lives killings")
