"""English words that announce people captured, held, released or displaced."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger, triggers_of, words_of
from workbench.languages.en_elsewhere import SPORT, STAFF, TRADE

_P, _A, _I, _N = Form.PARTICIPLE, Form.ACTIVE, Form.INTRANSITIVE, Form.NOUN
_E, _J, _S, _T = Form.EVENT, Form.ADJECTIVE, Form.STATE, Form.TOLL

CUSTODY_AND_FLIGHT: tuple[Trigger, ...] = (
    # captured
    *triggers_of(
        "captured",
        1.0,
        (_P, _J),
        """
        kidnapped, abducted, kidnaped, arrested, detained, captured, apprehended, rounded up,
        taken hostage, seized
        """,
        people=True,
    ),
    *triggers_of(
        "captured",
        1.0,
        (_P,),
        """
        taken prisoner, taken captive, took hostage, took captive, took prisoner, nabbed, jailed,
        imprisoned, taken into custody, taken into ~ detention, taken ~ hostage, placed under
        arrest, put under arrest,
        snatched, took into custody, taken away, remanded, dragged into gaza, carried off
        """,
        people=True,
    ),
    *triggers_of(
        "captured",
        0.9,
        (_A,),
        """
        arrest, arrests, detain, detains, capture, captures, kidnap, kidnaps, abduct, abducts,
        take hostage, seize, taking hostage, takes hostage, taking captive
        """,
        people=True,
    ),
    *triggers_of(
        "captured",
        1.0,
        (_A, _E),
        """
        arresting, detaining, capturing, kidnapping, kidnaping, abducting, seizing, rounding up,
        apprehending
        """,
        people=True,
    ),
    *triggers_of(
        "captured",
        1.0,
        (_E,),
        """
        arrest, arrests, detention, detentions, capture, kidnapping, kidnappings, abduction,
        abductions, seizure, hostage-taking, apprehension
        """,
        people=True,
    ),
    *triggers_of("captured", 1.0, (_N,), "arrests, abductions, kidnappings, detentions"),
    *triggers_of(
        "captured",
        0.85,
        (_A,),
        """
        took away, taking away, take away, carried away, carrying away
        """,
        people=True,
    ),
    *triggers_of(
        "captured",
        0.7,
        (_A,),
        """
        took, taking, take
        """,
        needs=words_of("hostage hostages captive captives prisoner"),
        people=True,
    ),
    # held
    *triggers_of(
        "held",
        1.0,
        (_P,),
        """
        held hostage, held captive, held in custody, held in detention, held in captivity, held
        prisoner, held without charge, held without trial, held in prison, held in prisons, held
        in jail, held in jails, incarcerated, kept in custody, kept in captivity, kept in
        detention, kept hostage, imprisoned in, jailed in, held under, locked up in, held by, held
        at, kept captive, kept prisoner
        """,
    ),
    *triggers_of(
        "held",
        0.9,
        (_P,),
        """
        held, detained in, interned
        """,
        people=True,
    ),
    *triggers_of(
        "held",
        1.0,
        (_S,),
        """
        in custody, in captivity, in detention, behind bars, in prison, in jail, in administrative
        detention, in israeli prisons, in israeli jails, in prisons, in jails, in pretrial
        detention, still in gaza, captive in gaza, in israeli custody, hostage in gaza, in israeli
        detention, in hamas captivity, in russian captivity, in russian custody, in ukrainian
        captivity, under administrative detention
        """,
        people=True,
    ),
    *triggers_of(
        "held",
        0.9,
        (_A,),
        """
        holding, holds, hold, incarcerates, still holds, still holding, imprisons, keeps in
        custody
        """,
        people=True,
    ),
    *triggers_of(
        "held",
        0.9,
        (_E,),
        """
        captivity, incarceration, imprisonment, continued detention
        """,
        people=True,
    ),
    *triggers_of(
        "held",
        1.0,
        (_T,),
        """
        number of ~ prisoners, number of ~ detainees, number of ~ hostages, number of prisoners,
        number of detainees, number of hostages, number of political
        prisoners, prison population, number of administrative detainees, number of inmates,
        number held, number of prisoners held
        """,
    ),
    # released
    *triggers_of(
        "released",
        1.0,
        (_P,),
        """
        released, freed, liberated, set free, handed over, turned over, exchanged,
        swapped, rescued, repatriated, allowed to leave, brought home, released from captivity,
        transferred to the red cross, pardoned, amnestied, released on bail, granted amnesty, let
        out, discharged from prison, ransomed
        """,
        people=True,
        unless=SPORT | TRADE,
    ),
    *triggers_of(
        "released",
        1.0,
        (_P, _E),
        """
        exchanged for, swapped for, traded for
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        0.9,
        (_P,),
        """
        returned, received, traded, trade, trading
        """,
        needs=words_of("hostage hostages captive captives prisoner prisoners detainees"),
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_J,),
        """
        released, freed, liberated, rescued
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_A, _E),
        """
        releasing, freeing, liberating, exchanging, swapping, rescuing, handing over
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_A,),
        """
        release, releases, free, frees, liberate, rescue, rescues, hand over, hands over, set
        free, sets free, exchange, swap
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_E,),
        """
        release, releases, freeing, liberation, exchange, swap, handover, rescue, in exchange for,
        in return for, in a swap for, prisoner exchange involving, repatriation, release from
        prison of, release from detention of, release from captivity of, freedom for
        """,
        people=True,
    ),
    *triggers_of("released", 1.0, (_P,), "let go", people=True, unless=STAFF),
    # displaced
    *triggers_of(
        "displaced",
        1.0,
        (_P, _J),
        "displaced, uprooted, evacuated, relocated, internally displaced, forcibly displaced",
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_P,),
        """
        driven from their homes, forced from their homes, forced to flee, made homeless, left
        homeless, rendered homeless, driven ~ from their homes, forced ~ from their homes, drove ~
        from their homes, driven ~ out, forced ~ to flee, left ~ homeless, leaving ~ homeless,
        forced to leave their homes, driven out, forced out of their homes, expelled, forced to
        evacuate
        """,
    ),
    *triggers_of(
        "displaced",
        0.9,
        (_I,),
        """
        fled, flee, fleeing, have fled, left their homes, fled their homes, evacuated the area,
        evacuated their homes, abandoned their homes, evacuated the region, evacuated the city,
        evacuated the town, crossed the border, have left their homes, escaped across the border,
        were evacuated from, evacuated from
        """,
        people=True,
    ),
    *triggers_of("displaced", 1.0, (_A, _E), "displacing, uprooting, evacuating"),
    *triggers_of(
        "displaced",
        1.0,
        (_A,),
        """
        displace, displaces, forcing from their homes, drove from their homes, forced from their
        homes, leaving homeless
        """,
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_E,),
        """
        displacement, flight, exodus, evacuation, expulsion
        """,
        people=True,
    ),
    *triggers_of(
        "displaced",
        0.9,
        (_N, _S),
        """
        homeless, displaced, displaced people, displaced persons, internally displaced people
        """,
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_T,),
        """
        number of displaced, number of displaced people, number of idps, number displaced, number
        of internally displaced people
        """,
    ),
    # whatever was counted last
    *triggers_of(
        "",
        0.9,
        (_T,),
        """
        total to, total number to, overall total to, total at, tally to, figure to, count to,
        number to, tally at, total since
        """,
    ),
)
