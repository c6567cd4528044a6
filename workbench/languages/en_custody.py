"""English words that announce people captured, held or released."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger, triggers_of, words_of
from workbench.languages.en_elsewhere import SPORT, STAFF, TRADE

_P, _A, _I, _N = Form.PARTICIPLE, Form.ACTIVE, Form.INTRANSITIVE, Form.NOUN
_E, _J, _S, _T = Form.EVENT, Form.ADJECTIVE, Form.STATE, Form.TOLL

_CAPTIVE = words_of(
    """
    hostage hostages captive captives captivity captors kidnapped kidnappers abducted abductors abductees
    held prisoners militants insurgents gang gangs traffickers slavery raid
    """
)
_ROOM = words_of("can capacity shelter shelters hall stadium bus designed seats")
_SEIZED = words_of("kidnapping kidnappings kidnap abduction abductions kidnappers captors bandits")

CUSTODY: tuple[Trigger, ...] = (
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
        arrest, arrests, detain, detains, jails, capture, captures, kidnap, kidnaps, abduct, abducts,
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
        took away, taking away, take away
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
        held, interned
        """,
        people=True,
    ),
    *triggers_of(
        "held",
        0.9,
        (_P,),
        """
        detained in ~ prisons, detained in ~ prison, detained in ~ jails, detained in ~ jail, detained in ~
        camps, detained in ~ camp, detained in ~ facilities, detained in ~ facility, detained in ~ centres,
        detained in ~ centers
        """,
        people=True,
    ),
    *triggers_of("captured", 0.85, (_P,), "taken", needs=_SEIZED, people=True),
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
        unless=_ROOM,
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
        number of ~ prisoners, number of ~ detainees, number of ~ hostages, number of ~ inmates, number of
        ~ captives, prison population, number held
        """,
    ),
    # released
    *triggers_of(
        "released",
        1.0,
        (_P,),
        """
        released, freed, liberated, set free, handed over, turned over, exchanged,
        swapped, repatriated, allowed to leave, brought home, released from captivity,
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
        released, freed, liberated
        """,
        people=True,
    ),
    *triggers_of("released", 1.0, (_P, _J), "rescued", needs=_CAPTIVE, people=True),
    *triggers_of("released", 1.0, (_A, _E), "rescuing", needs=_CAPTIVE, people=True),
    *triggers_of("released", 1.0, (_A,), "rescue, rescues", needs=_CAPTIVE, people=True),
    *triggers_of("released", 1.0, (_E,), "rescue", needs=_CAPTIVE, people=True),
    *triggers_of(
        "released",
        1.0,
        (_I,),
        "walked free, walk free, walks free, walking free, went free, go free, regained their freedom",
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_A,),
        """
        handed ~ over, hand ~ over, hands ~ over, handing ~ over, turned ~ over, set ~ free, sets ~ free,
        setting ~ free
        """,
        people=True,
    ),
    *triggers_of("released", 1.0, (_A,), "let ~ go, lets ~ go, letting ~ go", people=True, unless=STAFF),
    *triggers_of(
        "released",
        1.0,
        (_A, _E),
        """
        releasing, freeing, liberating, exchanging, swapping, handing over
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_A,),
        """
        release, releases, free, frees, liberate, repatriate, repatriates, repatriating, hand over,
        hands over, set free, sets free, exchange, swap
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_E,),
        """
        release, releases, freeing, liberation, exchange, swap, handover, in exchange for,
        in return for, in a swap for, prisoner exchange involving, repatriation, release from
        prison of, release from detention of, release from captivity of, freedom for
        """,
        people=True,
    ),
    *triggers_of("released", 1.0, (_P,), "let go", people=True, unless=STAFF),
    # whatever was counted last
    *triggers_of(
        "",
        0.9,
        (_T,),
        """
        total to, total number to, overall total to, total at, tally to, tally at, figure to, figure at,
        number at, count to,
        number to, tally at, total since
        """,
    ),
)
