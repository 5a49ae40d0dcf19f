"""Words that say nothing, or nothing by themselves, about whether Spanish was left in an English text."""

from __future__ import annotations

_FUNCTION = """a al ante antes aquel aquella aun aunque bajo cada como con contra cual cuando cuyo de del desde
donde e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estas este esto estos está están fue
fueron ha han hasta hay la las le les lo los me mi mis muy más mientras ni no nos o os otra otro para pero por
porque que qué quien se sea según ser si sido sin sino sobre son su sus sí también tan tanto te tras tu tus u un
una uno unos unas y ya yo él"""

_LEADING = """al con de del desde el ella en entre esa ese esta este esos esas estos estas hasta la las lo los muy
más para pero por porque que según sobre su sus también un una unos unas y"""

_LOANS = """aficionado aficionados alto armada arroyo atole barrio barrios bodega bodegas bonanza bravado bronco
burrito burritos cantina caudillo caudillos chicana chicano chicanos churro churros cigarrillo cilantro combustible
compadre conquistador conquistadores contras corrida corrido corridos criollo criollos desaparecidos dice ejido
ejidos embargo empanada empanadas enchilada enchiladas encomienda estancia fajitas fiesta fiestas flamenco gaucho
gauchos gazpacho gratis gringa gringo gringos guacamole guayabera guerrilla guerrillas guerrillero guerrilleros
habanero hacienda haciendas hidalgo horchata incommunicado jalapeño jalapeños jamón jota junta juntas llano llanos
locales loco machismo macho malecón maquiladora maquiladoras mariachi mariachis matador matadores mesa mestiza
mestizo mestizos mezcal milonga mojito mole mulato nacho nachos paella paellas pampa pampas parador paseo patio
patios peseta pesetas peso pesos pinto piñata piñatas playa plaza plazas poncho ponchos presidio pronto pueblo
pueblos quesadilla quesadillas queso quinceañera quinoa ranchera rancheras ranchero rancho ranchos reconquista
remuda resolver rodeo rodeos rumba salsa sangría sicario sicarios sierra siesta siestas sombrero sombreros taco
tacos tamal tamales tango tapa tapas telenovela telenovelas tequila titular toreador torero toreros tortilla
tortillas trova tuna vaquero vaqueros vigilante vigilantes villa vitro vivo zarzuela zarzuelas zócalo"""

_FAMILIAR = """adiós amiga amigas amigo amigos cabaña café cafés camino cerveza chica chicas chico chicos colonia
colonias compañero compañeros corazón dulce flauta gracias hermano hola hombre jefe loca maestro mañana mate morena
moreno municipio municipios negro niña niño papa pico piña plata reales santo santos señor señora señores señoras
señorita señoritas tía tío vega verde vino"""

FUNCTION = frozenset(_FUNCTION.split())
"""Function words: they join the content words around them and are no evidence alone, since names have them."""

LEADING = frozenset(_LEADING.split())
"""Those that English does not have too, so that they may open a Spanish phrase."""

LOANS = frozenset(_LOANS.split())
"""What English has borrowed, or uses of things Spanish and Latin American."""

FAMILIAR = frozenset(_FAMILIAR.split())
"""What English texts use for colour: Spanish left in only where the source has the same word."""
