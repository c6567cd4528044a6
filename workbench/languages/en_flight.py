"""English words that announce people displaced."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger, triggers_of

_P, _A, _I, _N = Form.PARTICIPLE, Form.ACTIVE, Form.INTRANSITIVE, Form.NOUN
_E, _J, _S, _T = Form.EVENT, Form.ADJECTIVE, Form.STATE, Form.TOLL

FLIGHT: tuple[Trigger, ...] = (
    *triggers_of(
        "displaced",
        1.0,
        (_P, _J),
        "displaced, uprooted, evacuated, relocated, internally displaced, forcibly displaced",
        households=True,
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_P,),
        """
        driven from their homes, forced from their homes, forced to flee, made homeless, left
        homeless, rendered homeless, driven ~ from their homes, forced ~ from their homes, drove ~
        from their homes, forcing ~ from their homes, driven ~ out, forced ~ to flee, left ~ homeless,
        leaving ~ homeless,
        forced to leave their homes, driven out, forced out of their homes, expelled, forced to
        evacuate
        """,
        households=True,
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
        households=True,
    ),
    *triggers_of("displaced", 1.0, (_A, _E), "displacing, uprooting, evacuating", households=True),
    *triggers_of(
        "displaced",
        1.0,
        (_A,),
        """
        displace, displaces, forcing from their homes, drove from their homes, forced from their
        homes, leaving homeless
        """,
        households=True,
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_E,),
        """
        displacement, flight, exodus, evacuation, expulsion
        """,
        people=True,
        households=True,
    ),
    *triggers_of(
        "displaced",
        0.9,
        (_N, _S),
        """
        homeless, displaced
        """,
        households=True,
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_T,),
        """
        number of displaced, number of displaced people, number of ~ evacuees, number of idps,
        number displaced, number of internally displaced people
        """,
    ),
)
