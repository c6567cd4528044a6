"""English words that announce people killed, injured or missing."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger, triggers_of, words_of
from workbench.languages.en_elsewhere import RIVALRY, SPORT, TRADE

_P, _A, _I, _N = Form.PARTICIPLE, Form.ACTIVE, Form.INTRANSITIVE, Form.NOUN
_E, _J, _S, _T = Form.EVENT, Form.ADJECTIVE, Form.STATE, Form.TOLL

_BODIES_ELSEWHERE = words_of(
    """
    returned return returning release released hand handed handing hands exchange exchanged repatriated back
    swap swapped
    """
)

HARM: tuple[Trigger, ...] = (
    # killed
    *triggers_of(
        "killed",
        1.0,
        (_P,),
        """
        killed, murdered, slain, assassinated, massacred, slaughtered, butchered,
        martyred, martyrized, beheaded, decapitated, lynched, shot dead, shot to death, shot and
        killed, gunned down, stabbed to death, beaten to death, burned to death, burnt to death,
        crushed to death, hacked to death, bombed to death, blown up, machinegunned to death, put
        to death, electrocuted, trampled to death, slayed, fatally shot,
        fatally wounded, fatally injured, fatally stabbed, fatally struck, mortally wounded
        """,
    ),
    # done to somebody, or by nobody: "had been drowned", "have drowned"
    *triggers_of("killed", 1.0, (_P, _I), "drowned, suffocated"),
    *triggers_of(
        "killed",
        0.8,
        (_P,),
        """
        executed, eliminated, liquidated, neutralized, neutralised, mowed down, cut down, wiped out
        """,
        people=True,
        unless=SPORT | TRADE,
    ),
    *triggers_of(
        "killed",
        0.6,
        (_P,),
        """
        machinegunned, felled
        """,
        people=True,
    ),
    *triggers_of("killed", 0.6, (_A,), "shot, shoots", people=True),
    *triggers_of("injured", 1.0, (_P, _J), "burned, burnt, stabbed", people=True),
    *triggers_of("casualties", 0.6, (_P,), "shot", people=True),
    *triggers_of(
        "killed",
        0.75,
        (Form.ACTIVE,),
        """
        lost, losing, loses
        """,
        people=True,
        unless=SPORT | TRADE | RIVALRY,
    ),
    *triggers_of(
        "killed",
        1.0,
        (_A,),
        """
        kills, kill, murders, murder, assassinate, massacre, execute, executes, slaughter, martyr,
        gunning down, shoot dead, shoots dead, shooting dead, claimed the lives of, claiming the
        lives of, claim the lives of, claims the lives of, claims lives of, took the lives of,
        taking the lives of, take the lives of, cost the lives of, costing the lives of, claimed
        the life of, claiming the life of, cost the life of
        """,
    ),
    *triggers_of(
        "killed",
        1.0,
        (_A, _E),
        """
        killing, murdering, assassinating, massacring, executing, slaughtering, slaying,
        martyring, beheading, drowning, lynching
        """,
    ),
    *triggers_of(
        "killed",
        1.0,
        (_I,),
        """
        died, die, dies, dying, perished, perish, perishes, perishing, lost their lives, lose
        their lives, losing their lives, lost their life, lost his life, lost her life, lost
        lives, succumbed, were left for dead, passed away, met their deaths, met their death, met
        his death, were found dead, gave their lives
        """,
    ),
    *triggers_of("killed", 1.0, (_I,), "burned to death, burnt to death"),
    *triggers_of("killed", 0.85, (_E,), "loss", people=True, unless=SPORT | TRADE | RIVALRY),
    *triggers_of(
        "missing",
        0.85,
        (_P,),
        "buried under, buried beneath, trapped under, trapped beneath, swept away, washed away",
        people=True,
    ),
    *triggers_of(
        "killed",
        0.8,
        (_I,),
        """
        drown, drowns, suffocate, fell as martyrs, starved to death, froze to death, bled to death
        """,
    ),
    *triggers_of("killed", 1.0, (_N, _T), "deaths, fatalities"),
    *triggers_of(
        "killed",
        1.0,
        (_N,),
        """
        fatality, dead, martyrs, martyr, killings, murders, slain, homicides, fatal casualties,
        dead bodies, death
        """,
    ),
    *triggers_of("killed", 1.0, (_N, _E), "fatal injuries"),
    *triggers_of("killed", 0.9, (_N,), "fatally"),
    *triggers_of("killed", 0.95, (_N,), "executions, assassinations, beheadings, drownings"),
    *triggers_of(
        "killed",
        0.8,
        (_A, _E),
        "eliminating, neutralizing, neutralising, liquidating",
        people=True,
        unless=SPORT | TRADE,
    ),
    *triggers_of(
        "killed",
        0.85,
        (_N, _E),
        """
        bodies, body, corpses, corpse, remains
        """,
        unless=_BODIES_ELSEWHERE,
    ),
    *triggers_of(
        "killed",
        0.95,
        (_N,),
        """
        lives
        """,
        needs=words_of(
            "claimed claiming claim claims cost costing costs took taking taken takes loss lost losing"
        ),
    ),
    *triggers_of(
        "killed",
        1.0,
        (_E,),
        """
        death, deaths, murder, murders, killings, killing, assassination, assassinations,
        massacre, massacres, slayings, execution, executions, slaughter, martyrdom, drownings,
        extrajudicial execution, extrajudicial executions, loss of life, beheadings, lynchings
        """,
    ),
    *triggers_of("killed", 1.0, (_J,), "dead, slain, deceased, fallen"),
    *triggers_of("killed", 1.0, (_S,), "dead"),
    *triggers_of(
        "killed",
        1.0,
        (_T,),
        """
        death toll, deaths toll, toll, fatality count, death count, body count, confirmed death
        toll, number of dead, tally of dead, number of fatalities, number of deaths, number of
        martyrs, number of victims, number killed, killed toll, death tally, total deaths,
        confirmed deaths, toll of dead
        """,
    ),
    # injured
    *triggers_of(
        "injured",
        1.0,
        (_P, _J),
        """
        wounded, injured, hurt, maimed, crippled, hospitalized, hospitalised,
        disfigured
        """,
        unless=SPORT,
    ),
    *triggers_of("injured", 1.0, (_P,), "mutilated, lacerated"),
    *triggers_of(
        "injured",
        0.75,
        (_P,),
        """
        beaten, beaten up, savagely beaten, knifed, clubbed, left bleeding
        """,
        people=True,
    ),
    *triggers_of(
        "injured",
        0.65,
        (_P,),
        """
        treated for, treated in hospital, taken to hospital, taken to
        hospitals, rushed to hospital, treated for smoke inhalation
        """,
    ),
    *triggers_of("injured", 1.0, (_A, _E), "wounding, injuring, maiming, crippling"),
    *triggers_of("injured", 0.9, (_A,), "hurting, injure, injures, wound, wounds, hurts, maim"),
    *triggers_of("injured", 1.0, (_N, _T), "injuries"),
    *triggers_of(
        "injured",
        1.0,
        (_N,),
        """
        wounded, injured, injury, hurt, casualties injured, wounded people, wounded persons,
        non-fatal injuries
        """,
        unless=SPORT,
    ),
    *triggers_of(
        "injured", 1.0, (_E,), "injury, injuries, wounding, woundings, maiming, injury to, injuries to"
    ),
    *triggers_of(
        "injured",
        0.95,
        (_I,),
        """
        suffered ~ injuries, suffered ~ wounds, suffered ~ burns, sustained ~ injuries, sustained
        ~ wounds, suffer ~ wounds, suffering ~ injuries, sustaining ~ injuries, suffering ~
        wounds, received ~ wounds, received ~ injuries, have ~ wounds, had ~ wounds, has ~ wounds,
        have ~ injuries, suffered injuries, suffered wounds, sustained injuries, sustained wounds,
        with ~ wounds, with ~ injuries, lost limbs, lost limb, suffered an injury, suffered a
        wound
        """,
    ),
    *triggers_of("injured", 1.0, (_S,), "in critical condition, in serious condition, in intensive care"),
    *triggers_of("injured", 0.7, (_S,), "in hospital", people=True),
    *triggers_of(
        "injured",
        1.0,
        (_T,),
        """
        number of wounded, number of injured, number of injuries, injury toll, number wounded,
        number injured, toll of wounded, toll of injured, total injuries
        """,
    ),
    # casualties
    *triggers_of("casualties", 1.0, (_N, _T), "casualties"),
    *triggers_of(
        "casualties",
        0.7,
        (_N,),
        """
        victims
        """,
        needs=words_of("toll left leaving claimed claiming caused causing"),
    ),
    *triggers_of(
        "casualties",
        1.0,
        (_T,),
        """
        casualty toll, casualty count, casualty figure, number of casualties, total casualties
        """,
    ),
    *triggers_of("casualties", 1.0, (_E,), "casualties among, casualties of"),
    # missing
    *triggers_of(
        "missing",
        1.0,
        (_N, _J, _S),
        "missing, unaccounted for, still missing, reported missing, listed as missing",
        people=True,
    ),
    *triggers_of("missing", 0.9, (_P, _J), "disappeared, vanished, forcibly disappeared", people=True),
    *triggers_of(
        "missing",
        0.85,
        (_I,),
        """
        went missing, gone missing, go missing, disappeared, vanished, have not been found, remain
        under the rubble, remain buried, are trapped under, remained trapped, are still buried
        """,
        people=True,
    ),
    *triggers_of("missing", 0.8, (_E,), "disappearance, disappearances", people=True),
    *triggers_of(
        "missing",
        1.0,
        (_T,),
        "number of missing, number missing, number of the missing, number of disappeared",
    ),
)
