"""English words that announce a measure."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.languages.claims import Form, Trigger

_P, _A, _I, _N = Form.PARTICIPLE, Form.ACTIVE, Form.INTRANSITIVE, Form.NOUN
_E, _J, _S, _T = Form.EVENT, Form.ADJECTIVE, Form.STATE, Form.TOLL


def _triggers(
    measure: str,
    weight: float,
    forms: tuple[Form, ...],
    words: str,
    *,
    needs: frozenset[str] = frozenset(),
    unless: frozenset[str] = frozenset(),
    people: bool = False,
) -> Iterator[Trigger]:
    for phrase in words.split(","):
        yield Trigger(" ".join(phrase.split()), measure, frozenset(forms), weight, needs, unless, people)


_BODIES_ELSEWHERE = frozenset(
    "returned return returning release released hand handed handing exchange exchanged buried bury repatriated".split()
)

TRIGGERS: tuple[Trigger, ...] = (
    # killed
    *_triggers("killed", 1.0, (_P,), """
        killed, murdered, slain, assassinated, massacred, executed, slaughtered, butchered, martyred, martyrized,
        beheaded, decapitated, lynched, shot dead, shot to death, shot and killed, gunned down, stabbed to death,
        beaten to death, burned to death, burnt to death, crushed to death, hacked to death, bombed to death, blown up,
        machinegunned to death, put to death, electrocuted, drowned, suffocated, trampled to death, slayed,
        fatally shot, fatally wounded, fatally injured, fatally stabbed, fatally struck, mortally wounded
    """),
    *_triggers("killed", 0.8, (_P,), "eliminated, liquidated, neutralized, neutralised, mowed down, cut down, wiped out"),
    *_triggers("killed", 0.6, (_P,), "shot, machinegunned, felled", people=True),
    *_triggers("killed", 0.75, (Form.ACTIVE,), "lost, losing, loses", people=True),
    *_triggers("killed", 1.0, (_A,), """
        kills, kill, murders, murder, assassinate, massacre, execute, executes, slaughter, martyr, gunning down,
        shoot dead, shoots dead, shooting dead, claimed the lives of, claiming the lives of, claim the lives of,
        claims the lives of, claims lives of, took the lives of, taking the lives of, take the lives of, cost the lives of,
        costing the lives of, claimed the life of, claiming the life of, cost the life of
    """),
    *_triggers("killed", 1.0, (_A, _E), """
        killing, murdering, assassinating, massacring, executing, slaughtering, slaying, martyring, beheading,
        drowning, lynching
    """),
    *_triggers("killed", 1.0, (_I,), """
        died, die, dies, dying, perished, perish, perishes, perishing, lost their lives, lose their lives,
        losing their lives, lost their life, lost his life, lost her life, lost lives, succumbed, were left for dead,
        passed away, met their deaths, met their death, met his death, were found dead, gave their lives
    """),
    *_triggers("killed", 0.8, (_I,), "drown, drowns, suffocate, fell as martyrs, starved to death, froze to death, bled to death"),
    *_triggers("killed", 1.0, (_N, _T), "deaths, fatalities"),
    *_triggers("killed", 1.0, (_N,), """
        fatality, dead, martyrs, martyr, killings, murders, slain, homicides, fatal casualties,
        dead bodies, death
    """),
    *_triggers("killed", 1.0, (_N, _E), "fatal injuries", ),
    *_triggers("killed", 0.85, (_N, _E), "bodies, body, corpses, corpse, remains", unless=_BODIES_ELSEWHERE),
    *_triggers("killed", 0.95, (_N,), "lives", needs=frozenset(
        "claimed claiming claim claims cost costing costs took taking taken takes loss lost losing".split())),
    *_triggers("killed", 1.0, (_E,), """
        death, deaths, murder, murders, killings, killing, assassination, assassinations, massacre, massacres, slayings,
        execution, executions, slaughter, martyrdom, drownings, extrajudicial execution, extrajudicial executions,
        loss of life, beheadings, lynchings
    """),
    *_triggers("killed", 1.0, (_J,), "dead, slain, deceased, fallen"),
    *_triggers("killed", 1.0, (_S,), "dead"),
    *_triggers("killed", 1.0, (_T,), """
        death toll, deaths toll, toll, fatality count, death count, body count, confirmed death toll, number of dead,
        tally of dead, number of fatalities, number of deaths, number of martyrs, number of victims, number killed,
        killed toll, death tally, total deaths, confirmed deaths, toll of dead
    """),
    # injured
    *_triggers("injured", 1.0, (_P, _J), """
        wounded, injured, hurt, maimed, crippled, burned, burnt, hospitalized, hospitalised, disfigured
    """),
    *_triggers("injured", 1.0, (_P,), "mutilated, stabbed, lacerated"),
    *_triggers("injured", 0.75, (_P,), "beaten, beaten up, savagely beaten, knifed, clubbed, left bleeding", people=True),
    *_triggers("injured", 0.65, (_P,), "treated for injuries, treated for wounds, treated in hospital, taken to hospital, taken to hospitals, rushed to hospital, treated for smoke inhalation"),
    *_triggers("injured", 1.0, (_A, _E), "wounding, injuring, maiming, crippling"),
    *_triggers("injured", 0.9, (_A,), "hurting, injure, injures, wound, wounds, hurts, maim"),
    *_triggers("injured", 1.0, (_N, _T), "injuries"),
    *_triggers("injured", 1.0, (_N,), "wounded, injured, injury, hurt, casualties injured, wounded people, wounded persons, non-fatal injuries"),
    *_triggers("injured", 1.0, (_E,), "injury, injuries, wounding, woundings, maiming, injury to, injuries to"),
    *_triggers("injured", 0.95, (_I,), """
        suffered ~ injuries, suffered ~ wounds, suffered ~ burns, sustained ~ injuries, sustained ~ wounds, suffer ~ wounds,
        suffering ~ injuries, sustaining ~ injuries, suffering ~ wounds, received ~ wounds, received ~ injuries,
        have ~ wounds, had ~ wounds, has ~ wounds, have ~ injuries, suffered injuries, suffered wounds, sustained injuries,
        sustained wounds, with ~ wounds, with ~ injuries, lost limbs, lost limb, suffered an injury, suffered a wound
    """),
    *_triggers("injured", 1.0, (_S,), "in critical condition, in serious condition"),
    *_triggers("injured", 1.0, (_T,), "number of wounded, number of injured, number of injuries, injury toll, number wounded, number injured, toll of wounded, toll of injured, total injuries"),
    # casualties
    *_triggers("casualties", 1.0, (_N, _T), "casualties"),
    *_triggers("casualties", 0.7, (_N,), "victims", needs=frozenset("toll left leaving claimed claiming caused causing".split())),
    *_triggers("casualties", 1.0, (_T,), "casualty toll, casualty count, casualty figure, number of casualties, total casualties"),
    *_triggers("casualties", 1.0, (_E,), "casualties among, casualties of"),
    # missing
    *_triggers("missing", 1.0, (_N, _J, _S), "missing, unaccounted for, still missing, reported missing"),
    *_triggers("missing", 0.9, (_P, _J), "disappeared, vanished, forcibly disappeared"),
    *_triggers("missing", 0.85, (_I,), "went missing, gone missing, go missing, disappeared, vanished, have not been found, remain under the rubble, remain buried, are trapped under, remained trapped, are still buried"),
    *_triggers("missing", 0.8, (_E,), "disappearance, disappearances"),
    *_triggers("missing", 1.0, (_T,), "number of missing, number missing, number of the missing, number of disappeared"),
    # captured
    *_triggers("captured", 1.0, (_P, _J), """
        kidnapped, abducted, kidnaped, arrested, detained, captured, apprehended, rounded up, taken hostage, seized
    """, people=True),
    *_triggers("captured", 1.0, (_P,), """
        taken prisoner, taken captive, took hostage, took captive, took prisoner, nabbed, jailed, imprisoned,
        taken into custody, taken ~ hostage, placed under arrest, put under arrest, snatched, took into custody,
        taken away, remanded, dragged into gaza, carried off
    """, people=True),
    *_triggers("captured", 0.9, (_A,), """
        arrest, arrests, detain, detains, capture, captures, kidnap, kidnaps, abduct, abducts, take hostage, seize,
        taking hostage, takes hostage, taking captive
    """, people=True),
    *_triggers("captured", 1.0, (_A, _E), """
        arresting, detaining, capturing, kidnapping, kidnaping, abducting, seizing, rounding up, apprehending
    """, people=True),
    *_triggers("captured", 1.0, (_E,), """
        arrest, arrests, detention, detentions, capture, kidnapping, kidnappings, abduction, abductions, seizure,
        hostage-taking, apprehension
    """, people=True),
    *_triggers("captured", 1.0, (_N,), "arrests, abductions, kidnappings, detentions"),
    *_triggers("captured", 0.85, (_A,), "took away, taking away, take away, carried away, carrying away", people=True),
    *_triggers("captured", 0.7, (_A,), "took, taking, take", needs=frozenset("hostage hostages captive captives prisoner".split()), people=True),
    # held
    *_triggers("held", 1.0, (_P,), """
        held hostage, held captive, held in custody, held in detention, held in captivity, held prisoner,
        held without charge, held without trial, held in prison, held in prisons, held in jail, held in jails,
        incarcerated, kept in custody, kept in captivity, kept in detention, kept hostage, imprisoned in, jailed in,
        held under, locked up in, held by, held at, kept captive, kept prisoner
    """),
    *_triggers("held", 0.9, (_P,), "held, detained in, interned", people=True),
    *_triggers("held", 1.0, (_S,), """
        in custody, in captivity, in detention, behind bars, in prison, in jail, in administrative detention, in israeli prisons,
        in israeli jails, in prisons, in jails, in pretrial detention, still in gaza, captive in gaza,
        in israeli custody, hostage in gaza, in israeli detention, in hamas captivity, in russian captivity,
        in russian custody, in ukrainian captivity, under administrative detention
    """, people=True),
    *_triggers("held", 0.9, (_A,), "holding, holds, hold, incarcerates, still holds, still holding, imprisons, keeps in custody", people=True),
    *_triggers("held", 0.9, (_E,), "captivity, incarceration, imprisonment, continued detention", people=True),
    *_triggers("held", 1.0, (_T,), """
        number of prisoners, number of detainees, number of hostages, number of political prisoners, prison population,
        number of administrative detainees, number of inmates, number held, number of prisoners held
    """),
    # released
    *_triggers("released", 1.0, (_P,), """
        released, freed, liberated, set free, let go, handed over, turned over, exchanged, swapped, rescued, repatriated,
        allowed to leave, brought home, released from captivity, transferred to the red cross, pardoned, amnestied,
        released on bail, granted amnesty, let out, discharged from prison, ransomed
    """, people=True),
    *_triggers("released", 1.0, (_P, _E), "exchanged for, swapped for, traded for", people=True),
    *_triggers("released", 0.9, (_P,), "returned, received", needs=frozenset("hostage hostages captive captives prisoner prisoners detainees".split()), people=True),
    *_triggers("released", 1.0, (_J,), "released, freed, liberated, rescued", people=True),
    *_triggers("released", 1.0, (_A, _E), "releasing, freeing, liberating, exchanging, swapping, rescuing, handing over", people=True),
    *_triggers("released", 1.0, (_A,), "release, releases, free, frees, liberate, rescue, rescues, hand over, hands over, set free, sets free, exchange, swap", people=True),
    *_triggers("released", 1.0, (_E,), """
        release, releases, freeing, liberation, exchange, swap, handover, rescue, in exchange for, in return for,
        in a swap for, prisoner exchange involving, repatriation, release from prison of,
        release from detention of, release from captivity of, freedom for
    """, people=True),
    # displaced
    *_triggers("displaced", 1.0, (_P, _J), "displaced, uprooted, evacuated, internally displaced, forcibly displaced"),
    *_triggers("displaced", 1.0, (_P,), """
        driven from their homes, forced from their homes, forced to flee, made homeless, left homeless, rendered homeless,
        driven ~ from their homes, forced ~ from their homes, drove ~ from their homes, driven ~ out, forced ~ to flee,
        left ~ homeless, leaving ~ homeless, forced to leave their homes, driven out, forced out of their homes, expelled, forced to evacuate
    """),
    *_triggers("displaced", 0.9, (_I,), """
        fled, flee, fleeing, have fled, left their homes, fled their homes, evacuated the area, evacuated their homes,
        abandoned their homes, evacuated the region, evacuated the city, evacuated the town, crossed the border,
        have left their homes, escaped across the border, were evacuated from, evacuated from
    """, people=True),
    *_triggers("displaced", 1.0, (_A, _E), "displacing, uprooting, evacuating"),
    *_triggers("displaced", 1.0, (_A,), "displace, displaces, forcing from their homes, drove from their homes, forced from their homes, leaving homeless"),
    *_triggers("displaced", 1.0, (_E,), "displacement, flight, exodus, evacuation, expulsion", people=True),
    *_triggers("displaced", 0.9, (_N, _S), "homeless, displaced, displaced people, displaced persons, internally displaced people"),
    *_triggers("displaced", 1.0, (_T,), "number of displaced, number of displaced people, number of idps, number displaced, number of internally displaced people"),
    # whatever was counted last
    *_triggers("", 0.9, (_T,), "total to, total number to, overall total to, total at, tally to, figure to, count to, number to, tally at, total since"),
)  # fmt: skip
