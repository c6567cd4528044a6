"""Spanish words by what they do around a count."""

from __future__ import annotations

from workbench.languages.accents import with_plain_words
from workbench.languages.claims import ClaimWords, phrases_of, words_of
from workbench.languages.es_cues import CUES
from workbench.languages.es_custody import CUSTODY_AND_FLIGHT
from workbench.languages.es_harm import HARM
from workbench.languages.es_nouns import PEOPLE, THINGS

_FUTURE = words_of("será serán quedará quedarán resultará resultarán")
_WOULD = words_of("sería serían quedaría quedarían resultaría resultarían")

_CAME_TO_LIGHT = phrases_of(
    """
    se han registrado, se ha registrado, se habían registrado, se han reportado, se ha reportado, ha
    habido, han habido, se han producido, se ha informado de, se han contabilizado, se reportaron, se
    registraron
    """
)

_GRAMMAR = {
    "be": words_of(
        """
        es son era eran fue fueron ser sido siendo sea sean fuera fueran está están estaba estaban estuvo
        estuvieron resulta resultan resultó resultaron resultado resultar quedó quedaron queda quedan quedado
        quedar sigue siguen seguía seguían siguió siguieron permanece permanecen permanecía permanecían
        continúa continúan continuaba continuaban
        """
    )
    | _FUTURE
    | _WOULD
    | phrases_of("es de, fue de, era de, son de, eran de, fueron de"),
    "singular": words_of(
        """
        es era fue está estaba estuvo resultó quedó sigue permanece continúa será sería ha había habría
        murió muere falleció fallece pereció desapareció huyó
        """
    ),
    "have": words_of("hubo hay ha han había habían haya hayan hubiera hubieran habrá habrán habría habrían"),
    "modal": words_of(
        "puede pueden podrá podrán podría podrían pudo pudieron debe deben debería deberían habrá habrán"
    )
    | _FUTURE
    | _WOULD
    | phrases_of("va a, van a, iba a, iban a, tiene que, tienen que"),
    "bridge": words_of(
        """ haber habiendo
        hubo hay había dejó dejaron deja dejan dejado dejando causó causaron causado causa causando provocó
        provocaron provocado registró registraron registran registrado reportó reportaron reportan reportados
        produjo produjeron arrojó arrojaron confirmaron confirmados confirmadas dados dadas dado hallados
        halladas hallaron encontrados encontradas encontraron declarados oficialmente todos todas
        contabilizaron suman suma
        """
    )
    | _CAME_TO_LIGHT,
    "and": words_of("y e o u ni") | phrases_of("así como, junto con, además de, y también, y a"),
    "preposition": words_of(
        """
        de del en a al por para con sin sobre contra entre desde hasta hacia tras ante bajo durante mediante
        según como cerca dentro fuera alrededor frente junto
        """
    )
    | _CAME_TO_LIGHT,
    "relative": words_of("que quien quienes cuyo cuya cuyos cuyas cual cuales donde"),
    "subordinate": words_of("cuando mientras porque aunque si pero sino pues luego"),
    "determiner": words_of(
        """
        el la los las un una su sus este esta estos estas ese esa esos esas aquel aquella aquellos todo toda
        todos todas cada ambos ambas mi mis nuestro nuestra nuestros nuestras dicho dichos algunos algunas lo
        """
    ),
    "article": words_of("un una"),
    "one": words_of("un una"),
    "adverb": words_of(
        """
        antes después detrás lejos además atrás adelante apenas juntos juntas
        se también ya aún todavía además después luego sólo solo solamente hoy ayer anoche anteayer casi
        primero finalmente entonces allí aquí ahora recientemente incluso tampoco inmediatamente así mañana
        le les
        """
    ),
    "including": words_of("incluidos incluidas incluido incluida incluyendo")
    | phrases_of(
        """
        entre ellos, entre ellas, entre los que, entre las que, entre los cuales, entre las cuales, de los
        cuales, de las cuales, de ellos, de ellas, entre los que se encuentran, entre los que hay, entre los
        que figuran, entre los que se encontraban, entre los que había, entre ellos al menos, en su mayoría
        """
    ),
    "rank": words_of(
        "primeros primeras primer últimos últimas último última restantes restante siguientes único"
    ),
    "ordered": words_of("segundo segunda tercero tercera cuarto cuarta otro otra"),
    "raising": frozenset(),
    "collective": words_of("total número grupo lote tanda convoy equipo lista cifra"),
    "saying": words_of("diciendo añadiendo agregando asegurando indicando señalando afirmando"),
    "clausal": words_of("desde que"),
    "place_kinds": words_of(
        """
        ciudad localidad pueblo aldea región provincia estado distrito capital municipio campamento campo
        zona barrio isla departamento territorio norte sur este oeste noreste noroeste sureste suroeste
        centro interior afueras enclave óblast puerto gobernación
        """
    ),
    "aspect": words_of("ha han había habían también ya fue fueron luego después que se"),
    "include": words_of("incluye incluyen hay había figuran figura son eran fueron están encuentran"),
    "pronoun": words_of(
        "ellos ellas él ella usted ustedes nosotros yo quienes estos estas esos aquellos los las"
    ),
    "parted": phrases_of(
        """
        de ellos, de ellas, de los cuales, de las cuales, de las víctimas, de estos, de
        estas
        """
    ),
    "more": words_of("más otros otras otro otra adicionales nuevos nuevas"),
    "number_of": words_of("número cifra total balance cantidad recuento conteo saldo"),
    "to": words_of(
        """
        a es son era eran fue fueron hasta : ya ahora alcanza alcanzó alcanzaron supera superó superan suma
        suman sumaba sumaban llega llegó ronda rondan rozaba sitúa
        """
    )
    | phrases_of("es de, fue de, era de, son de, eran de, fueron de"),
    "each": words_of("cada"),
    "moved": words_of(
        """
        cifra cifran cifró cifraron sitúan situaron fijó estima estimó calcula calculó elevado elevar subido
        subir aumentado ascender ascendido incrementó incrementado elevando asciende ascienden ascendió
        ascendieron sube suben subió subieron llega llegan llegó llegaron alcanza alcanzan alcanzó alcanzaron
        suma suman supera superan superó superaron aumentó aumentaron creció crecieron eleva elevan elevó
        elevaron sitúa situó pasó pasaron
        """
    ),
    "rate": phrases_of(
        """
        por día, al día, cada día, por semana, a la semana, por mes, al mes, cada mes, por año, al año, cada
        año, diarios, diarias, mensuales, anuales, por cada, por hora
        """
    ),
    "agent": words_of("por"),
    "object": words_of("él ella ellos ellas"),
    "partitive": words_of("de del"),
    "plain": frozenset(),
    "say": words_of(
        """
        cifró cifran cifraron dijo dijeron dice dicen decir dicho informó
        informaron informa informan informado anunció anunciaron anuncia anunciado confirmó confirmaron
        confirma confirman confirmado señaló señalaron señala señalan señalado aseguró aseguraron asegura
        aseguran asegurado afirmó afirmaron afirma afirman afirmado indicó indicaron indica indican indicado
        declaró declararon declara reportó reporta comunicó comunicaron reveló revelaron precisó precisaron
        explicó explicaron añadió agregó sostuvo sostiene denunció denunciaron denuncia advirtió estimó
        estimaron estima estiman cifró contabilizó documentó documentado verificó verificado
        detalló admitió reconoció negó negaron niega desmintió exigió exigieron exigen pidió pidieron
        manifestó relató apuntó subrayó publicó tuiteó cree creen calcula calculan atribuyó citado
        """
    ),
    "according": phrases_of(
        """
        según, de acuerdo con, de acuerdo a, en palabras de, citando a, según informó, según informaron,
        según dijo, según dijeron, según confirmó, según confirmaron, según señaló, según indicó, según
        anunció, según ha informado, según han informado, según reportó, según precisó, según datos de, según
        datos del, según cifras de, según cifras del, según fuentes de, según fuentes del, conforme a, a
        juicio de, según aseguró, según afirmó
        """
    ),
    "source": words_of(
        """
        ministerio ministro ministra portavoz vocero vocera portavoces ejército policía gobierno autoridades
        autoridad funcionario funcionarios fuente fuentes hospital hospitales agencia oficina departamento
        comisión comité consejo grupo organización observatorio sindicato presidente presidenta gobernador
        gobernadora alcalde alcaldesa jefe jefa comandante general secretario secretaria director directora
        médico médicos rescatistas servicio servicios fuerzas testigo testigos medios prensa diario periódico
        canal televisión radio cadena fiscalía fiscal tribunal comunicado misión delegación movimiento
        partido cruz onu ong unicef unrwa defensa protección bomberos marina armada fundación instituto
        centro embajada red
        """
    ),
    "medium": words_of(
        """
        periódico diario canal portal agencia cadena revista semanario corresponsal ministro presidente
        portavoz vocero
        """
    ),
    "speakers": words_of("él ella ellos ellas"),
    "generic": words_of(
        "datos cifras estadísticas informe informes balance recuento comunicado reporte fuentes"
    ),
    "of": words_of("de del por"),
    "boundary": words_of("tras antes desde mientras como después tarde"),
    "place_in": words_of("cerca alrededores en sobre contra dentro"),
    "place_at": words_of("en"),
    "place_adjectives": words_of(
        """
        el la los las ocupada ocupado sitiada sitiado asediada asediado vecina vecino cercana cercano toda
        todo
        """
    ),
    "place_nouns": words_of("prisiones cárceles"),
    "place_borders": words_of("frontera"),
    "there": words_of("allí allá"),
    "conjecture": words_of("podría podrían puede pueden podrá podrán"),
    "inverted": words_of(
        """
        dice dicen informa informan señala indica confirma asegura afirma denuncia denunció alertó sostiene
        dijo dijeron informó informaron señaló señalaron indicó indicaron confirmó confirmaron aseguró
        aseguraron afirmó afirmaron añadió agregó reportó anunció anunciaron precisó explicó detalló declaró
        """
    ),
    "place_events": frozenset(),
    "with": words_of("con"),
    "since": words_of("desde"),
    "superlative": words_of("peor mayor primer primera primero más"),
    "earlier": phrases_of("frente a los, frente a las, en comparación con, comparado con"),
    "company": phrases_of("junto con, junto a"),
    "begin": words_of(
        "comenzó comenzaron empezó empezaron iniciado iniciada iniciados estalló lanzada comenzado"
    ),
    "no_place": words_of(
        """
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes
        miércoles jueves viernes sábado domingo operación resolución dios ramadán congreso parlamento senado
        """
    ),
    "release_from": words_of("de desde"),
    "day_number": words_of("día"),
    "respectively": words_of("respectivamente"),
    "among": words_of("entre"),
    "definite": words_of("el la los las"),
    "infinitive": frozenset(),
    "being": words_of("siendo"),
    "plural_be": words_of("fueron resultaron quedaron eran son"),
    "not": words_of("no"),
    "only": words_of("solo sólo solamente"),
    "others": words_of("otros otras"),
    "worth": words_of("en"),
    "exchange": words_of("cambio"),
    "leading": words_of("de a por entre"),
    "harm": frozenset(),
    "harm_to": frozenset(),
    "not_reached": words_of("de desde por tras en durante"),
    "quoted": words_of("citado citada citados"),
    "name_joins": words_of("de del para por"),
    "on_day": words_of("el este"),
    "both": words_of("ambos ambas"),
    "counted_of": words_of(
        """
        millón millones billón billones docena docenas decena decenas quincena veintena treintena cuarentena
        cincuentena centenar centenares centena millar millares par puñado miles cientos medio
        """
    ),
    "object_marker": words_of("a al"),
    "households": words_of("familia familias hogares"),
    "label": words_of(": - – — --"),
    "predicative": words_of("extranjeros extranjeras embarazadas palestinos palestinas"),
    "direction": frozenset(),
    "able": words_of("puede pueden pudo lamenta lamentó quiere quiso"),
    "when": words_of("cuando"),
    "passing": words_of("supera superan superó superaron rebasa rebasó rebasaron sobrepasó"),
    "acronym": frozenset(),
    "alone": frozenset(),
    "superseded": words_of("anterior previo inicial"),
    "than": words_of("que"),
    "counted_before": words_of("ellos ellas estos estas"),
    "average": words_of("promedio"),
    "bodies": words_of("cuerpos cuerpo cadáveres cadáver restos"),
    "excepting": words_of("salvo excepto menos"),
    "first_person": words_of("yo nosotros"),
    "toll_before": words_of("a en hasta son eran ya"),
    "swapping": words_of(
        """
        canjeó canjearon canjear canjeados canjeadas canjeado intercambió intercambiaron intercambiar
        intercambiados intercambiadas
        """
    ),
    "swapped_for": words_of("por"),
    "verb_not": words_of("no nunca jamás tampoco"),
}

_CLAIMS = ClaimWords(
    triggers=(*HARM, *CUSTODY_AND_FLIGHT),
    grammar=_GRAMMAR,
    people=PEOPLE,
    people_endings=("istas", "eros", "dores", "doras", "antes", "ientes", "anos", "anas"),
    adverb_endings=("mente",),
    past_endings=("ó", "aron", "ieron", "aban", "ían"),
    gerund_endings=("ando", "iendo"),
    verb_endings=(),
    plural_ending="",
    possessives=(),
    things=THINGS,
    adjective_endings=("s",),
    future_endings=("rá", "rán"),
    conditional_endings=("ría", "rían"),
    subject_follows=True,
    participles_act=False,
    cues=CUES,
)

# Without its accent each of these is another word: "está", "él", "sí", "asesinó", "ultimó".
SPANISH_CLAIMS = with_plain_words(_CLAIMS, but=words_of("esta estan el si asesino ultimo mas"))
