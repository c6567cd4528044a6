"""Spanish words beside a number that say what it is."""

from __future__ import annotations

from workbench.languages.language import Kinds


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS = Kinds(
    plural_endings=("s",),
    percent=("%", "٪", "por ciento", "por cien", "puntos porcentuales"),
    currency_before=_words("$ € £ ¥ ₪ usd eur us$ rs"),
    currency_after=_words(
        """
        dólar dólares dolares euro euros libras peso pesos séquel séqueles shekel shekels bolívares soles
        quetzales lempiras córdobas colones reales rublos yenes yuanes dinares rupias rupia francos
        centavos céntimos usd eur $ € £
        """
    ),
    measurement_after=_words(
        """
        km kms kilómetro kilómetros kilometros m metro metros cm centímetro centímetros mm milímetro
        milímetros milla millas pie pies pulgada pulgadas hectárea hectáreas tonelada toneladas kg kilo kilos
        kilogramo kilogramos gramo gramos litro litros barril barriles grado grados °c ° nudos vatio vatios
        kilovatios megavatios voltios gb mb calibre punto puntos kph mph
        """
    ),
    measurement_before=_words("magnitud calibre temperatura temperaturas"),
    measurement_letters=frozenset(),
    unit_openers=_words("de cuadrados cúbicos náuticas largos largas consecutivos consecutivas buenos"),
    dimensions=_words("alto ancho largo profundidad distancia altura"),
    durations=_words(
        """
        segundos minuto minutos min mins hora horas h hs día días dia dias noche noches semana semanas
        fin fines quincena quincenas mes meses año años década décadas siglo siglos
        """
    ),
    clock_after=(
        *("de la mañana", "de la tarde", "de la noche", "de la madrugada", "del mediodía", "a. m.", "p. m."),
        *("a.m.", "p.m.", "a.m", "p.m", "am", "pm", "hora local", "gmt", "horas gmt"),
    ),
    age_before=_words("edad"),
    age_after=("años de edad", "años de vida", "añitos"),
    ages_of=_words("niños niñas menores personas mujeres hombres mayores adultos"),
    age_units=_words("año años meses"),
    identifier_always=_words(
        """
        resolución resoluciones canal canales vuelo vuelos ruta rutas carretera autopista artículo artículos
        sección secciones capítulo capítulos párrafo párrafos página páginas versión versículo anexo
        """
    ),
    identifier_before=_words(
        """
        resolución canal vuelo vuelos ruta rutas carretera autopista artículo artículos sección capítulo
        párrafo página páginas número línea puerta sala autobús terminal zona bloque fase etapa nivel
        categoría grupo división batallón brigada escuadrón regimiento compañía formulario edición temporada
        parte volumen anexo ley orden protocolo expediente caso muelle sector distrito clase torre boeing
        airbus código convenio enmienda objetivo kilómetro km día
        """
    ),
    identifier_abbreviations=_words("n núm num nro pág págs art arts vol cap #"),
    identifiers=_words("24/7 11/9 11-s 11-m 7-o 2g 3g 4g 5g 6g"),
    loose_words=_words(
        """
        de del en a al y o e u que fue fueron es son era eran ha han como cuando donde para por con sin pero
        tras antes después durante mientras según dijo desde hasta sobre entre se su
        """
    ),
    score_words=_words(
        """
        votó votaron votos voto ganó ganaron ganar perdió perdieron perder venció vencieron derrotó empató
        empataron marcador partido victoria derrota aprobó aprobado
        """
    ),
    proportion=("de cada", "por cada"),
    one_in="",
    not_one_before=_words("cada otro otra ningún ninguna alguno algún este ese aquel cualquier"),
    not_one=("uno a uno", "uno por uno", "uno a otro", "uno tras otro", "uno u otro", "uno mismo"),
    vague_or_verb=frozenset(),
    verb_after=frozenset(),
    not_vague_after=_words("los las sus mis nuestros estos estas esos esas"),
    not_half_after=_words("luna oriente ambiente tiempo"),
    not_half_before=_words("por en de primera segunda edad clase oriente término"),
    part_after=_words("de del parte partes y o fue fueron es son era eran murió murieron que"),
    zero=("nadie", "ni uno solo", "ni una sola", "ninguno", "ni un solo"),
    not_zero=("nadie más que", "ninguno de los"),
    no=_words("no ningún ningun ninguna sin"),
    no_barrier=_words(
        """
        de del en a al por para con y o que fue fueron es son más menos se le les lo la los las
        """
    )
    - {"se"},
    countable=_words(
        """
        muertos muertas muerto muerta fallecidos fallecidas fallecido víctimas víctima victimas victima bajas
        heridos heridas herido herida lesionados lesionadas lesionado lesiones desaparecidos desaparecidas
        rehenes rehén prisioneros prisionero presos detenidos detenciones cadáveres cuerpos supervivientes
        sobrevivientes ataques misiles cohetes edificios casas daños
        """
    )
    - {"daños"},
    no_reach=5,
    people=_words(
        """
        persona personas hombre hombres mujer mujeres niño niña niños niñas civil civiles soldado soldados
        militar militares policía policías agente agentes combatiente combatientes miliciano milicianos
        residente residentes ciudadano ciudadanos trabajador trabajadores pasajero pasajeros estudiante
        estudiantes manifestante manifestantes colonos refugiados migrantes pacientes periodista periodistas
        médicos enfermeras palestino palestinos israelí israelíes turistas otros otras
        """
    ),
)
