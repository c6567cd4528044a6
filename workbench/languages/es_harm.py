"""Spanish words that announce people killed, injured or missing."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger, triggers_of, words_of

_P, _A, _I, _N = Form.PARTICIPLE, Form.ACTIVE, Form.INTRANSITIVE, Form.NOUN
_E, _S, _T = Form.EVENT, Form.STATE, Form.TOLL

_BODIES_ELSEWHERE = words_of(
    "devolvió devolvieron devolver devueltos entregó entregaron entregados repatriados"
)


def _tolls(nouns: str, people: str = "") -> str:
    """The tolls of each of the nouns ("la cifra oficial de muertos"), and of people who are so described."""
    heads = ("número", "cifra", "balance", "saldo", "recuento", "conteo")
    tolls = [f"{head} ~ de {noun.strip()}" for head in heads for noun in nouns.split(",")]
    tolls += [f"número de {word} {state}" for word in ("personas", "víctimas") for state in people.split()]
    return ", ".join(tolls)


HARM: tuple[Trigger, ...] = (
    # killed
    *triggers_of(
        "killed",
        1.0,
        (_I,),
        """
        murió, murieron, muere, mueren, morir, muriera, murieran, muriesen, morirán, morirá, morirían,
        falleció, fallecieron, fallece, fallecen, fallecer, fallecieran, fallecerán, pereció, perecieron,
        perecen, perecer, perdió la vida, perdieron la vida, pierden la vida, pierde la vida, perder la vida,
        perdido la vida, perdieron sus vidas, ha muerto, hallaron la muerte, encontraron la muerte,
        murieron ahogados, murieron asfixiados, cayeron muertos
        """,
    ),
    *triggers_of("killed", 0.9, (_I,), "se ahogaron, se ahogó, cayeron en combate"),
    *triggers_of("killed", 1.0, (_N, _S, _I), "muerto, fallecido, perecido"),
    *triggers_of(
        "killed", 1.0, (_N, _S), "muertos, muerta, muertas, fallecidos, fallecida, fallecidas, finados"
    ),
    *triggers_of(
        "killed",
        1.0,
        (_N,),
        """
        víctimas mortales, víctima mortal, victimas mortales, mártires, mártir, muertes, asesinatos,
        homicidios, decesos, fallecimientos, feminicidios
        """,
    ),
    *triggers_of(
        "killed",
        0.95,
        (_N,),
        "vidas",
        needs=words_of("cobró cobraron cobrado cobra segó segaron costó costaron perdieron perdido"),
    ),
    *triggers_of(
        "killed",
        1.0,
        (_P,),
        """
        asesinado, asesinada, asesinados, asesinadas, matado, abatido, abatida, abatidos, abatidas,
        ejecutado, ejecutada, ejecutados, ejecutadas, masacrados, masacradas, acribillado, acribillados,
        acribilladas, decapitado, decapitados, linchado, linchados, ultimado, ultimados, ultimadas
        """,
    ),
    *triggers_of(
        "killed",
        1.0,
        (_A,),
        """
        mató, mataron, mata, matan, matar, matando, matara, mataran, matará, matarán, mataría, matarían,
        asesinó, asesinaron, asesina, asesinan, asesinar, asesinando, asesinaran, abatió, abatieron, abate,
        abaten, abatir, abatiendo, ejecutó, ejecutaron, ejecutar, masacró, masacraron, acribilló,
        acribillaron, ultimó, ultimaron, eliminó, eliminaron, cobró la vida de, cobraron la vida de,
        cobra la vida de, cobrado la vida de, costó la vida a, costaron la vida a, cuesta la vida a,
        costado la vida a, segó la vida de, segaron la vida de, dio muerte a, dieron muerte a,
        quitó la vida a, quitaron la vida a, degolló, degollaron, degollar, fusiló, fusilaron, fusilar,
        estranguló, estrangularon, aniquiló, aniquilaron, decapitó, decapitaron, linchó, lincharon, liquidó,
        liquidaron, exterminó, exterminaron, causó la muerte a, provocó la muerte a
        """,
    ),
    *triggers_of(
        "killed",
        1.0,
        (_E,),
        """
        muerte, muertes, asesinato, asesinatos, matanza, ejecución, ejecuciones, masacre, homicidio,
        fallecimiento
        """,
    ),
    *triggers_of("killed", 0.85, (_N, _E), "cuerpos, cadáveres, cuerpo, cadáver", unless=_BODIES_ELSEWHERE),
    *triggers_of(
        "killed",
        1.0,
        (_T,),
        """
los muertos ascienden, los muertos suman, los fallecidos suman, los fallecidos ascienden, balance mortal,
cifra mortal
        """,
    ),
    *triggers_of(
        "killed",
        1.0,
        (_T,),
        _tolls("muertos, muertes, fallecidos, víctimas mortales, decesos", "muertas fallecidas"),
    ),
    # injured
    *triggers_of(
        "injured",
        1.0,
        (_P, _N),
        """
        herido, herida, heridos, heridas, lesionado, lesionada, lesionados, lesionadas, hospitalizado,
        hospitalizada, hospitalizados, hospitalizadas
        """,
    ),
    *triggers_of("injured", 0.9, (_P,), "quemados, quemadas, mutilados, mutiladas, apuñalados, golpeados"),
    *triggers_of(
        "injured",
        1.0,
        (_A,),
        """
        hirió, hirieron, hiere, hieren, herir, hiriendo, hirieran, herirá, heriría, lesionó, lesionaron,
        lesionar, apuñaló, apuñalaron
        """,
    ),
    *triggers_of(
        "injured",
        0.95,
        (_I,),
        """
        sufrió heridas, sufrieron heridas, sufren heridas, sufrió ~ heridas, sufrieron ~ heridas,
        sufrió lesiones, sufrieron lesiones, sufrieron ~ lesiones, sufrió quemaduras, sufrieron quemaduras,
        sufrieron ~ quemaduras
        """,
    ),
    *triggers_of(
        "injured",
        1.0,
        (_T,),
        """
        los heridos suman, los heridos ascienden
        """,
    ),
    *triggers_of("injured", 1.0, (_T,), _tolls("heridos, lesionados", "heridas")),
    # casualties
    *triggers_of("casualties", 1.0, (_N,), "bajas"),
    *triggers_of(
        "casualties",
        0.7,
        (_N,),
        "víctimas, victimas",
        needs=words_of(
            "dejó dejaron dejado deja causó causaron causado hubo balance saldo provocó provocaron"
        ),
    ),
    *triggers_of(
        "casualties",
        1.0,
        (_T,),
        _tolls("víctimas, bajas"),
    ),
    # missing
    *triggers_of(
        "missing", 1.0, (_N, _S), "desaparecidos, desaparecida, desaparecidas, en paradero desconocido"
    ),
    *triggers_of("missing", 1.0, (_N, _S, _I), "desaparecido", people=True),
    *triggers_of(
        "missing", 0.85, (_I,), "desaparecieron, desapareció, quedaron bajo los escombros", people=True
    ),
    *triggers_of("missing", 1.0, (_T,), _tolls("desaparecidos", "desaparecidas")),
)
