"""Spanish."""

from __future__ import annotations

from workbench.core.quantity import Bound
from workbench.languages.es_calendar import CALENDAR
from workbench.languages.es_grammar import SPANISH_CLAIMS
from workbench.languages.es_kinds import KINDS
from workbench.languages.language import Hedges, Language, Numerals, Ranges


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split())}


_UNITS = _numbered(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
) | {
    # "un" and "una" are ones only behind tens and hundreds: they are articles too
    "un": 1,
    "una": 1,
    "veintiún": 21,
    "veintiuna": 21,
    "dieciseis": 16,
    "veintidos": 22,
    "veintitres": 23,
    "veintiseis": 26,
    "veintiun": 21,
}
_TENS = _numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10) | {"veinte": 20}
_HUNDREDS = (
    {"cien": 100, "ciento": 100}
    | _numbered(
        "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
        200,
        100,
    )
    | _numbered(
        "doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas",
        200,
        100,
    )
)
_ORDINALS = {
    form: value
    for value, forms in enumerate(
        (
            "primer primero primera primeros primeras",
            "segundo segunda segundos segundas",
            "tercer tercero tercera terceros terceras",
            "cuarto cuarta cuartos cuartas",
            "quinto quinta quintos quintas",
            "sexto sexta sextos sextas",
            "séptimo séptima séptimos séptimas",
            "octavo octava octavos octavas",
            "noveno novena novenos novenas",
            "décimo décima décimos décimas",
            "undécimo undécima",
            "duodécimo duodécima",
        ),
        start=1,
    )
    for form in forms.split()
} | {"vigésimo": 20, "vigésima": 20, "trigésimo": 30, "centésimo": 100}
_ONE_PART = {
    "medio": 2,
    "media": 2,
    "mitad": 2,
    "tercio": 3,
    "tercera": 3,
    "cuarto": 4,
    "cuarta": 4,
    "quinto": 5,
    "quinta": 5,
    "sexto": 6,
    "sexta": 6,
    "octavo": 8,
    "octava": 8,
    "décimo": 10,
    "décima": 10,
}
_PARTS = {
    "tercios": 3,
    "terceras": 3,
    "cuartos": 4,
    "cuartas": 4,
    "quintos": 5,
    "quintas": 5,
    "sextos": 6,
    "octavos": 8,
    "octavas": 8,
    "décimos": 10,
    "décimas": 10,
}
_DOZENS = {
    "decena": 10,
    "docena": 12,
    "quincena": 15,
    "veintena": 20,
    "treintena": 30,
    "cuarentena": 40,
    "cincuentena": 50,
    "centenar": 100,
    "centena": 100,
    "millar": 1_000,
}
_MORE_DOZENS = {"decenas": 10, "docenas": 12, "veintenas": 20, "centenares": 100, "millares": 1_000}

_MORE_THAN_VERBS = tuple(
    f"{verb} {article}"
    for verb in "supera superan superó superaron superaba superaban sobrepasa sobrepasan sobrepasó".split()
    for article in ("los", "las")
)

_HEDGES = Hedges(
    before={
        Bound.AT_LEAST: (
            *("al menos", "por lo menos", "cuando menos", "como mínimo", "un mínimo de", "mínimo", ">=", "≥"),
            *("no menos de", "nada menos que", "no menos que"),
        ),
        Bound.MORE_THAN: (
            *("más de", "mas de", "más que", "por encima de", "algo más de", "poco más de", "mucho más de"),
            *("superior a", "superiores a", "por encima de los", "más de los", "más de las", ">"),
            *_MORE_THAN_VERBS,
        ),
        Bound.AT_MOST: (
            *("hasta", "hasta un máximo de", "como máximo", "a lo sumo", "un máximo de", "máximo", "<=", "≤"),
            *("no más de", "no más que", "como mucho"),
        ),
        Bound.LESS_THAN: (
            *(
                "menos de",
                "por debajo de",
                "algo menos de",
                "poco menos de",
                "inferior a",
                "inferiores a",
                "<",
            ),
        ),
        Bound.NEARLY: (
            *("casi", "cerca de", "cerca del", "cerca de los", "cerca de las", "próximo a", "próximos a"),
            *("cercano a", "cercana a", "prácticamente", "cerca de unos", "cerca de unas", "rozando los"),
        ),
        Bound.ABOUT: (
            *("unos", "unas", "alrededor de", "alrededor del", "aproximadamente", "aproximadamente unos"),
            *("en torno a", "en torno al", "en torno a los", "en torno a las", "más o menos", "cosa de"),
            *("aproximadamente unas", "alrededor de unos", "alrededor de unas", "del orden de", "quizá"),
            *(
                "quizás",
                "tal vez",
                "se estima en",
                "estimado en",
                "estimados en",
                "cifra cercana a",
                "~",
                "≈",
            ),
        ),
        Bound.EXACT: ("exactamente", "precisamente", "un total confirmado de", "justo"),
    },
    after={
        Bound.AT_LEAST: ("o más", "o mas", "y más", "como mínimo", "al menos", "por lo menos", "+"),
        Bound.AT_MOST: ("o menos", "como máximo", "a lo sumo", "como mucho"),
        Bound.ABOUT: ("más o menos", "aproximadamente", "y pico", "y tantos", "y tantas", "o así"),
    },
    openers=(
        *("posiblemente", "quizá", "quizás", "tal vez", "probablemente", "potencialmente", "acaso"),
        *("muy", "bastante", "ligeramente", "sensiblemente"),
    ),
    fillers=("otros", "otras", "otro", "otra", "un total de"),
    links=("y", "e", "pero", "o", ", y", ", pero", ", o", ",", "aunque", ", aunque", "(", "(y", "(o"),
    than="que",
)

SPANISH = Language(
    code="es",
    name="Spanish",
    abbreviations=frozenset(
        """
        sr sra sres sras srta dr dra dres prof profa gral cnel tte cap capt sgto cmdte lic ing arq mons rvdo
        fr sto sta av avda art arts núm num nro no pág págs vol cf p.ej ej aprox ee dpto depto prov gob pdte
        pdta d dña vs op
        """.split()
    ),
    no_starters=frozenset("gmt utc cet est".split()),
    numerals=Numerals(
        units=_UNITS,
        tens=_TENS,
        hundreds=_HUNDREDS,
        scales={
            "mil": 1_000,
            "millón": 10**6,
            "millon": 10**6,
            "millones": 10**6,
            "billón": 10**12,
            "billones": 10**12,
            "trillón": 10**18,
            "mill": 10**6,
        },
        dozens=_DOZENS | _MORE_DOZENS,
        pairs={"par": 2},
        loose={12: "a dozen", 2: "a couple"},
        articles=frozenset({"un", "una"}),
        joiner="y",
        group_joiner="",
        tens_joiner="y",
        point="coma",
        minus=frozenset(),
        of="de",
        halves=frozenset({"medio", "media", "mitad"}),
        bare_halves=True,
        ordinal_stop=True,
        ordinals=_ORDINALS,
        ordinal_endings=frozenset({"º", "ª", "°", "er", "ro", "do", "to", "ra", "da", "ta"}),
        denominators=_ONE_PART | _PARTS,
        plurals=frozenset({*_PARTS, *_MORE_DOZENS}),
        suffixes={"k": 10**3, "m": 10**6, "mm": 10**6, "mdd": 10**6},
        decimal=",",
    ),
    hedges=_HEDGES,
    ranges=Ranges(
        joins=frozenset({"-", "–", "‑", "a", "hasta"}),
        pairs={
            "entre": frozenset({"y", "e", "a", "-", "–"}),
            "entre los": frozenset({"y los", "y"}),
            "entre las": frozenset({"y las", "y"}),
            "de": frozenset({"a", "hasta"}),
            "desde": frozenset({"a", "hasta"}),
        },
        choice=frozenset({"o", "u"}),
        change=frozenset(
            """
            pasa pasan pasó pasaron pasado pasar sube suben subió subieron subido subir aumenta aumentan
            aumentó aumentaron aumentado aumentar crece creció crecieron crecido crecer eleva elevó elevaron
            elevado elevar baja bajó bajaron bajado bajar cae cayó cayeron caído reduce redujo redujeron
            reducido reducir desciende descendió disminuye disminuyó revisa revisó revisaron cambió corrigió
            corregir actualizó subio elevo cayo crecio
            """.split()
        ),
        sure=frozenset({"entre"}),
    ),
    kinds=KINDS,
    calendar=CALENDAR,
    claims=SPANISH_CLAIMS,
)
