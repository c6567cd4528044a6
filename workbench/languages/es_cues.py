"""Spanish words that say how, and over which time, a figure is meant."""

from __future__ import annotations

from workbench.languages.claims import phrases_of

CUES = {
    "cumulative": phrases_of(
        """
        hasta ahora, hasta la fecha, hasta el momento, desde el inicio, desde el comienzo, desde que comenzó,
        desde que empezó, en total, el total, suma ya, suman ya, ascendió a, asciende a, ascienden a,
        se eleva a, se elevó a, acumulado, acumulada, en lo que va de, desde entonces, en la guerra,
        durante la guerra, el número de, la cifra de
        """
    ),
    "since_start": phrases_of(
        """
        desde el inicio, desde el comienzo, desde que comenzó, desde que empezó, desde que estalló,
        desde el estallido, desde el principio, desde la invasión
        """
    ),
    "period": phrases_of(
        """
        en las últimas, en los últimos, en la última, en el último, durante la última, durante el último,
        esta semana, este mes, este año, la semana pasada, el mes pasado, el año pasado, en 24 horas,
        durante el fin de semana, el fin de semana
        """
    ),
    "increment": phrases_of("otros, otras, otro, otra, más, adicionales, nuevos, nuevas"),
    "surely_increment": phrases_of("adicionales, nuevos, nuevas"),
    "hedged_increment": phrases_of("otros, otras, otro, otra, adicionales"),
    "incident": phrases_of(
        """
        ataque, ataques, explosión, atentado, bombardeo, bombardeos, tiroteo, choque, choques, emboscada,
        accidente, incendio, estampida, derrumbe, redada, masacre, matanza, terremoto, sismo, coche bomba,
        operación, cuando, estalló, explotó, abrió fuego, abrieron fuego, naufragio, incursión,
        enfrentamiento, enfrentamientos, disparos, misil, dron
        """
    ),
    "stock": phrases_of("todavía, aún, actualmente, siguen, sigue, permanecen, permanece, continúan"),
    "demanded": phrases_of(
        """
        exige, exigen, exigió, exigieron, exigir, exigiendo, exigía, exigían, pide, piden, pidió, pidieron,
        pedir, pidiendo, pedía, pedían, reclama, reclaman, reclamó, reclamaron, reclamar, demanda, demandan,
        demandó, demandaron, solicita, solicitan, solicitó, solicitaron, insta, instó, instaron, instan,
        llama a, llamó a, llamaron a, quiere, quieren, urge, urgió, condición, requiere, requirió
        """
    ),
    "planned": phrases_of(
        """
        pactó, pactaron, planea, planean, planeaba, planeaban, prevé, prevén, preveía, pretende, pretenden,
        acordó, acordaron, prometió, prometieron, promete, amenazó con, amenaza con, amenazan con, se dispone
        a, se disponen a, decidió, decidieron, ordenó, aprobó, aprobaron, intentó, intentaron, trató de,
        trataron de, plan de, plan para, ofreció, ofrecieron, para, dispuesto a, dispuesta a, dispuestos a,
        contempla, contemplan, incluirá, anunció que, se comprometió a, se comprometieron a
        """
    )
    - {"anunció que", "para"},
    "hypothetical": phrases_of(
        """
        si, podría, podrían, pudiera, pudieran, puede, pueden, a menos que, en caso de, propuesta, borrador,
        riesgo de, amenaza, temor de, teme que, temen que, escenario, posible, potencialmente, hipotético
        """
    ),
    "denied": phrases_of(
        """
        negó, negaron, niega, niegan, desmintió, desmintieron, desmiente, desmienten, rechazó las acusaciones,
        rechazó que, refutó, es falso que, falso que, no es cierto que, no hay pruebas de que, negó haber,
        negaron haber, descartó que
        """
    ),
    "negated": phrases_of("no, nunca, jamás, tampoco"),
    "foreseen": phrases_of("previsto, prevista, previstos, previstas, programado, programada"),
    "perfect": phrases_of("haber"),
    "certain": phrases_of("será, serán, va a, van a, habrá, habrán, quedarán, quedará"),
    "condition": phrases_of(
        """
        si, podría, podrían, a menos que, en caso de, en caso de que, borrador, propuesta, hipotético,
        escenario
        """
    ),
    "presumed": phrases_of("dados por, dadas por, dado por, dada por, presuntamente, se teme"),
    "reported": phrases_of(
        """
        habría, habrían, supuestamente, presuntamente, al parecer, aparentemente, sin confirmar, no
        confirmados, no confirmadas, se cree que, se teme que, se presume que, según rumores, según versiones
        """
    ),
}
