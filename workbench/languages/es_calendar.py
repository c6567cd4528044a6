"""Spanish months, weekdays and words for days."""

from __future__ import annotations

from workbench.languages.language import Calendar


def _places(*rows: str) -> dict[str, int]:
    return {name: place for row in rows for place, name in enumerate(row.split())}


CALENDAR = Calendar(
    months={
        name: place + 1
        for name, place in _places(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr may jun jul ago sep oct nov dic",
        ).items()
    }
    | {"setiembre": 9, "sept": 9},
    capital=False,
    weekdays=_places(
        "lunes martes miércoles jueves viernes sábado domingo",
        "lunes martes miercoles jueves viernes sabado domingo",
    ),
    short=frozenset(),
    relative={
        "hoy": (0, 0),
        "esta mañana": (0, 0),
        "esta tarde": (0, 0),
        "esta noche": (0, 0),
        "esta madrugada": (0, 0),
        "ayer": (-1, -1),
        "anoche": (-1, -1),
        "anteayer": (-2, -2),
        "antes de ayer": (-2, -2),
        "pasado mañana": (2, 2),
    },
    parts=frozenset(),
    early=frozenset("principios comienzos inicios mediados finales fines".split()),
    year_before=frozenset(
        "en desde durante de del hasta tras año verano invierno primavera otoño entre".split()
    ),
    not_month_after=frozenset(),
    month_before=frozenset("en desde durante de del hasta tras entre pasado próximo este".split()),
    since=("desde", "a partir de", "a partir del", "desde la"),
    until=("hasta", "hasta el"),
    past=frozenset("últimas últimos última último ultimas ultimos".split()),
    last=frozenset("pasado pasada pasados pasadas".split()),
    this=frozenset("este esta".split()),
    next=frozenset("próximo próxima".split()),
    ago=frozenset({"hace"}),
    of=frozenset({"de", "del"}),
    future=frozenset("será serán próximo próxima".split()),
    the=frozenset("el la los las".split()),
    units={
        "hora": "hour",
        "horas": "hour",
        "día": "day",
        "días": "day",
        "dia": "day",
        "dias": "day",
        "noche": "day",
        "noches": "day",
        "semana": "week",
        "semanas": "week",
        "quincena": "fortnight",
        "mes": "month",
        "meses": "month",
        "año": "year",
        "años": "year",
    },
    last_behind=True,
    ago_first=True,
    day_first=True,
)
