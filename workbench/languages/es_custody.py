"""Spanish words that announce people captured, held, released or displaced."""

from __future__ import annotations

from itertools import product

from workbench.languages.claims import Form, Trigger, triggers_of, words_of

_P, _A, _I, _N = Form.PARTICIPLE, Form.ACTIVE, Form.INTRANSITIVE, Form.NOUN
_E, _S, _T = Form.EVENT, Form.STATE, Form.TOLL

_CAPTIVES = words_of(
    """
    rehenes rehén cautivos cautivas secuestrados secuestradas retenidos retenidas prisioneros prisioneras
    presos presas detenidos detenidas presos encarcelados
    """
)
_CAPTORS = _CAPTIVES | words_of(
    "poder cautiverio secuestro captores secuestradores milicianos guerrilla yihadistas"
)
_JOBS = words_of("empresa puestos empleos fondos espacio memoria carril tráfico atasco precios mercado")


def _with(verbs: str, words: str) -> str:
    """Each of the words behind each of the verbs: alone they are nouns for people ("un detenido")."""
    return ", ".join(f"{verb} {word}" for verb, word in product(verbs.split(","), words.split()))


CUSTODY_AND_FLIGHT: tuple[Trigger, ...] = (
    # captured
    *triggers_of(
        "captured",
        1.0,
        (_I,),
        _with(
            "fue,fueron,sido,son,ser,resultó,resultaron,quedó,quedaron",
            """
            secuestrado secuestrada secuestrados secuestradas detenido detenida detenidos detenidas arrestado
            arrestada arrestados arrestadas capturado capturada capturados capturadas apresados aprehendidos
            """,
        ),
        people=True,
    ),
    *triggers_of(
        "captured", 0.9, (_P,), "arrestados, arrestadas, capturados, capturadas, apresados", people=True
    ),
    *triggers_of(
        "captured",
        1.0,
        (_A,),
        """
        detuvo, detuvieron, detiene, detienen, detener, deteniendo, ha detenido, han detenido, había
        detenido, arrestó, arrestaron, arresta, arrestan, arrestar, arrestando, han arrestado, capturó,
        capturaron, captura, capturan, capturar, capturando, han capturado, secuestró, secuestraron,
        secuestra, secuestran, secuestrar, secuestrando, ha secuestrado, han secuestrado, apresó, apresaron,
        aprehendió, aprehendieron, tomó como rehenes a, tomaron como rehenes a
        """,
        people=True,
    ),
    *triggers_of(
        "captured",
        1.0,
        (_E,),
        "detención, detenciones, arresto, arrestos, secuestro, secuestros, captura, aprehensión",
        people=True,
    ),
    *triggers_of(
        "captured",
        0.9,
        (_A,),
        "se llevaron, se llevó",
        needs=words_of(
            "armados secuestradores encapuchados milicianos yihadistas rehenes pistoleros captores"
        ),
        people=True,
    ),
    *triggers_of("captured", 1.0, (_N,), "detenciones, arrestos, secuestros"),
    # held
    *triggers_of(
        "held",
        1.0,
        (_S,),
        """
        en cautiverio, en prisión, en la cárcel, entre rejas, bajo custodia, en manos de hamás, en cárceles,
        en prisiones, presos en
        """,
        people=True,
    ),
    *triggers_of(
        "held",
        1.0,
        (_I,),
        _with(
            "sigue,siguen,permanece,permanecen,está,están,estaban,continúa,continúan,seguían,permanecían",
            """
            retenido retenida retenidos retenidas encarcelado encarcelados encarceladas detenido detenida
            detenidos detenidas secuestrados secuestradas presos
            """,
        ),
        people=True,
    ),
    *triggers_of(
        "held", 0.9, (_A,), "retiene, retienen, mantiene retenidos, mantienen retenidos", people=True
    ),
    *triggers_of(
        "held", 1.0, (_T,), "número de presos, número de rehenes, número de detenidos, población reclusa"
    ),
    # released
    *triggers_of(
        "released",
        1.0,
        (_P,),
        """
        liberado, liberada, liberados, liberadas, excarcelado, excarcelada, excarcelados, excarceladas,
         canjeados, canjeadas, intercambiados, repatriados,
        repatriadas, indultados, amnistiados, puesto en libertad, puesta en libertad, puestos en libertad,
        puestas en libertad
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_A,),
        """
        liberó, liberaron, libera, liberan, liberar, liberando, liberara, liberaran, liberará, liberarán,
        liberaría, liberarían, libere, liberen, excarceló, excarcelaron, excarcelar, excarcelará, canjeó,
        canjearon, canjear, intercambió, intercambiaron, intercambiar, puso en libertad, pusieron en
        libertad, pone en libertad, poner en libertad, pondrá en libertad, pondrán en libertad, dejó en
        libertad, dejaron en libertad, dejó libres, dejaron libres, soltó, soltaron, indultó, amnistió
        """,
        people=True,
        unless=_JOBS,
    ),
    *triggers_of(
        "released",
        0.9,
        (_A,),
        "entregó, entregaron, entrega, devolvió, devolvieron",
        needs=_CAPTIVES,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_I,),
        """
        recuperó la libertad, recuperaron la libertad, recobró la libertad, recobraron la libertad,
        obtuvieron la libertad, recuperan la libertad, recuperado la libertad, quedó en libertad, quedaron en
        libertad, salió en libertad, salieron en libertad, salieron de prisión
        """,
        people=True,
    ),
    *triggers_of(
        "released",
        1.0,
        (_E,),
        """
        liberación, excarcelación, puesta en libertad, canje, intercambio, a cambio, entrega,
        a cambio de la liberación, a cambio de la excarcelación
        """,
        people=True,
    ),
    *triggers_of(
        "released", 1.0, (_P,), "rescatado, rescatada, rescatados, rescatadas", needs=_CAPTORS, people=True
    ),
    *triggers_of(
        "released",
        1.0,
        (_A,),
        "rescató, rescataron, rescata, rescatan, rescatar",
        needs=_CAPTORS,
        people=True,
    ),
    *triggers_of("released", 1.0, (_E,), "rescate", needs=_CAPTORS, people=True),
    # displaced
    *triggers_of(
        "displaced",
        1.0,
        (_P, _N),
        """
        desplazado, desplazada, desplazados, desplazadas, evacuado, evacuada, evacuados, evacuadas
        """,
        households=True,
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_A,),
        """
        desplazó, desplazaron, desplaza, desplazar, desplazando, evacuó, evacuaron, evacuar, evacuando,
        obligó a huir, obligaron a huir, obligado a huir, expulsó, expulsaron
        """,
        people=True,
        households=True,
    ),
    *triggers_of(
        "displaced",
        0.9,
        (_I,),
        """
        visto obligadas a huir, visto obligados a huir, vieron obligadas a huir, vieron obligados a huir,
        visto obligadas a abandonar sus hogares, visto obligados a abandonar sus hogares, huyó, huyeron,
        huyen, huir, huido, abandonaron sus hogares, abandonaron sus casas, dejaron sus hogares, tuvieron que
        huir, quedaron sin hogar, se quedaron sin hogar
        """,
        people=True,
        households=True,
    ),
    *triggers_of(
        "displaced", 1.0, (_E,), "desplazamiento, éxodo, evacuación, expulsión", people=True, households=True
    ),
    *triggers_of(
        "displaced",
        1.0,
        (_A,),
        """
        obligó ~ abandonar, obligaron ~ abandonar, obligado ~ abandonar, obligó ~ huir,
        obligaron ~ huir, obligado ~ huir, forzó ~ huir, forzaron ~ huir, forzado ~ huir
        """,
        people=True,
        households=True,
    ),
    *triggers_of("displaced", 1.0, (_T,), "número de desplazados, cifra de desplazados"),
    # whatever was counted last
    *triggers_of("", 0.9, (_T,), "total a, cifra a, balance a, el total en, la cifra en, número a"),
)
