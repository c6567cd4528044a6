"""Spanish nouns for people and for things, as they stand behind a number."""

from __future__ import annotations

from workbench.languages.claims import words_of

PEOPLE = words_of(
    """
    personas persona gente individuos individuo hombres hombre mujeres mujer niños niño niñas niña menores
    menor bebés bebé jóvenes joven adolescentes adolescente adultos adulto ancianos anciano ancianas anciana
    chicos chicas civiles civil ciudadanos ciudadano ciudadanas vecinos vecino vecinas habitantes habitante
    pobladores residentes residente aldeanos pasajeros pasajero viajeros tripulantes tripulante turistas
    turista soldados soldado militares militar efectivos uniformados tropas oficiales oficial suboficiales
    reservistas marines marinos infantes combatientes combatiente milicianos miliciano guerrilleros
    guerrillero rebeldes rebelde insurgentes insurgente terroristas terrorista yihadistas yihadista
    extremistas paramilitares policías policía agentes agente gendarmes guardias guardia escoltas escolta
    vigilantes custodios presos preso presas presa prisioneros prisionero prisioneras reclusos recluso
    internos reos detenidos detenido detenidas rehenes rehén cautivos cautivo cautivas secuestrados
    secuestrado secuestradas colonos colono refugiados refugiado refugiadas migrantes migrante inmigrantes
    inmigrante desplazados periodistas periodista reporteros reportero camarógrafos fotógrafos médicos médico
    médicas enfermeros enfermera enfermeras enfermero sanitarios sanitario paramédicos socorristas
    rescatistas bomberos bombero cooperantes cooperante voluntarios voluntario trabajadores trabajador
    trabajadoras obreros obrero mineros minero empleados empleado funcionarios funcionario campesinos
    campesino agricultores pescadores pescador jornaleros estudiantes estudiante alumnos alumno alumnas
    alumna escolares universitarios profesores profesor maestros maestro maestras docentes jueces juez
    fiscales abogados abogado diputados concejales alcaldes políticos dirigentes dirigente líderes líder
    activistas activista manifestantes manifestante sacerdotes sacerdote monjas religiosos misioneros imanes
    fieles peregrinos conductores conductor chóferes camioneros peatones transeúntes clientes espectadores
    aficionados hinchas deportistas jugadores padre padres madre madres hijos hijo hijas hija hermanos
    hermano hermanas hermana abuelos abuelo abuela esposa esposo parientes familiares familiar sobrinos
    primos miembros miembro integrantes integrante supuestos sospechosos sospechoso presuntos delincuentes
    narcos sicarios pandilleros asaltantes atacantes atacante suicidas extranjeros extranjero nacionales
    compatriotas víctimas supervivientes sobrevivientes pacientes paciente almas
    """
) - words_of("supuestos presuntos víctimas nacionales")

THINGS = words_of(
    """
    segundos minuto minutos hora horas día días noche noches semana semanas mes meses año años década décadas
    siglo siglos vez veces km kilómetros kilómetro metros metro centímetros milímetros millas pies hectáreas
    grados kilos kilogramos gramos toneladas tonelada litros barriles sacos cajas paquetes raciones dosis
    puntos dólares dólar euros euro pesos peso libras rublos millones coche coches carro carros automóvil
    automóviles autobús autobuses camión camiones camioneta camionetas furgonetas taxis vehículo vehículos
    motocicletas motos tanque tanques ambulancia ambulancias tren trenes vagones avión aviones helicóptero
    helicópteros barco barcos buque buques lancha lanchas pateras vuelo vuelos dron drones cohete cohetes
    misil misiles bomba bombas proyectil proyectiles obuses granada granadas minas balas bala disparos tiros
    armas arma fusiles pistolas explosivos municiones ataque ataques bombardeo bombardeos incursiones redadas
    explosión explosiones choques combates batallas incidentes operaciones operativos atentados tiroteos
    masacres emboscadas protestas manifestaciones marchas aldea aldeas pueblo pueblos ciudad ciudades
    provincias distritos estados países país regiones departamentos municipios campamentos zonas sectores
    lugares posiciones puestos puesto objetivos bases carreteras calles puentes casa casas hogar hogares
    vivienda viviendas edificio edificios apartamentos tiendas hospital hospitales escuela escuelas mezquitas
    iglesias comercios bancos oficinas fábricas plantas torres pisos habitaciones camas quirófanos estaciones
    hoteles mercados almacenes refugios túneles túnel instalaciones empresa empresas grupos grupo
    organizaciones partidos agencias familia familias parejas equipos patrullas brigadas batallones convoyes
    gobiernos comités comisiones leyes resoluciones artículos votos escaños elecciones informes documentos
    páginas cartas vídeos videos fotos mensajes llamadas entrevistas reuniones demandas condiciones
    propuestas razones formas pasos opciones casos caso denuncias juicios audiencias vacas ovejas cabras
    caballos perros perro gatos animales árboles incendios incendio goles partidos juegos medallas guerras
    guerra acuerdos treguas empleos réplicas sismos terremotos tormentas programas proyectos pérdidas daños
    fondos bienes agujeros heridas puñaladas impactos
    """
) - words_of("heridas millones")
