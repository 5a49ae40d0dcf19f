"""Sentences about nothing in particular: beside them, one sees what a short document's sentences share."""

SPANISH = (
    "El tren de la mañana salió con veinte minutos de retraso.",
    "Mi abuela guardaba las recetas en una caja de zapatos.",
    "La inflación bajó dos décimas en el último trimestre.",
    "Nadie sabe quién dejó abierta la puerta del almacén.",
    "El equipo local empató en el último minuto.",
    "Los investigadores publicaron sus resultados en una revista.",
    "El Parlamento votará la reforma la próxima semana.",
    "Pulse el botón verde para guardar los cambios.",
    "Lea también",
    "Las lluvias obligaron a cortar tres carreteras de montaña.",
    "¿Cuánto cuesta alquilar un piso en el centro?",
    "«No pensamos rendirnos», declaró el portavoz de los vecinos.",
    "La película se estrenará en otoño con un reparto joven.",
    "El tribunal absolvió a los dos acusados por falta de pruebas.",
    "Este medicamento debe tomarse con abundante agua.",
    "El volcán lleva dormido más de cuatro siglos.",
)

ENGLISH = (
    "Bees returned to the orchard as soon as the frost was over.",
    "She learned to play the cello when she was already forty.",
    "The company will close two of its factories this winter.",
    "I have never been able to sleep on a plane.",
    "The goalkeeper was injured during training.",
    "A new species of frog has been found in the reserve.",
    "Ministers failed to agree on next year's budget.",
    "Open the settings and choose a different language.",
    "Most read",
    "Firefighters needed six hours to put out the blaze.",
    "Where does the path behind the church lead to?",
    '"We were not told anything," said one of the passengers.',
    "The exhibition gathers eighty paintings never shown before.",
    "Police arrested three people at the border on Sunday.",
    "Add the flour slowly and stir until it is smooth.",
    "The moon will hide the sun for almost three minutes.",
)
