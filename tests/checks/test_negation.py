from __future__ import annotations

from dataclasses import replace

from mtreview.checks.negation import Negation
from mtreview.checks.omission import Omission
from mtreview.issue import Severity
from tests.checks.table import Row, context_for, hits, verify, view_of

LOST: list[Row] = [
    ("No hay pruebas de fraude.", "There is evidence of fraud.", ("*",)),
    ("Nunca he visto el mar.", "I have seen the sea.", ("*",)),
    ("Nadie vino a la reunión.", "Everyone came to the meeting.", ("*",)),
    ("Ningún vecino abrió la puerta.", "A neighbour opened the door.", ("*",)),
    ("Salió sin el abrigo.", "She went with the coat.", ("*",)),
    ("Tampoco lo sabe el alcalde.", "The mayor knows it.", ("*",)),
    ("No vino. Llamó ayer y no dijo nada.", "She did not come. She called yesterday and said something.", ("*",)),
    ("¿Por qué no quieres ver a Ana?", "Why do you want to see Ana?", ("*",)),
    ("Ya no vive en Soria.", "He lives in Soria.", ("*",)),
    ("No vendrá hoy.", "He will come today.", ("*",)),
]

ADDED: list[Row] = [
    ("El acuerdo entra en vigor el lunes.", "The agreement does not come into force on Monday.", ("not",)),
    ("El ministro conocía el informe.", "The minister didn't know the report.", ("didn't",)),
    ("El equipo ganó la final.", "The team never won the final.", ("never",)),
    ("Hay agua en la cocina.", "There is no water in the kitchen.", ("no",)),
    ("Todos firmaron la carta.", "Nobody signed the letter.", ("Nobody",)),
    ("Viajó con su hermana.", "She travelled without her sister.", ("without",)),
]

GOOD: list[Row] = [
    ("No vino nadie.", "Nobody came.", ()),
    ("No dijo nunca nada a ninguno de ellos.", "He never said anything to any of them.", ()),
    ("Sin embargo, el plan sigue adelante.", "However, the plan goes ahead.", ()),
    ("No obstante, firmaron.", "They signed all the same.", ()),
    ("No solo cantó, sino que bailó.", "She sang and danced.", ()),
    ("Vienes mañana, ¿no?", "You are coming tomorrow, right?", ()),
    ("¿No quieres un café?", "Would you like a coffee?", ()),
    ("No pudo abrir la caja.", "She was unable to open the box.", ()),
    ("No aceptaron la oferta.", "They refused the offer.", ()),
    ("No tiene recursos.", "It lacks resources.", ()),
    ("No es probable que llueva.", "It is unlikely to rain.", ()),
    ("Fue un vuelo sin escalas.", "It was a flight without stops.", ()),
    ("Es imposible.", "It is not possible.", ()),
    ("Niega los cargos.", "He says he did not do it.", ()),
    ("No dejó de llover.", "It kept raining.", ()),
    ("Ni Ana ni Luis lo saben.", "Neither Ana nor Luis knows.", ()),
    ("Es el mejor libro que jamás he leído.", "It is the best book I have ever read.", ()),
    ("Ahora más que nunca.", "Now more than ever.", ()),
    ("Vive en el n.º 5.", "He lives at No. 5.", ()),
    ("Vienes, ¿verdad?", "You're coming, aren't you?", ()),
    ("Cantó «Don't Go».", 'She sang "Don\'t Go".', ()),
    ("Ganó una organización benéfica.", "A non-profit organization won.", ()),
    ("No más de diez personas.", "Up to ten people.", ()),
    ("Se prohíbe fumar.", "No smoking.", ()),
    ("No lo compres si no te gusta.", "Don't buy it unless you like it.", ()),
    ("El diagnóstico es infalible.", "The diagnosis is never wrong.", ()),
    ("Estaba indeciso.", "He was not sure.", ()),
    ("No presentaba síntomas.", "The patient was asymptomatic.", ()),
    ("Los bonos no serían diferentes.", "The bonds would be indistinguishable.", ()),
    ("Era un joven sin preocupaciones.", "He was a carefree young man.", ()),
    ("No pude evitar reírme.", "I had to laugh.", ()),
    ("Puede que se esté quedando sin tinta.", "You may be running out of ink.", ()),
    ("Lo dijo sin pensar.", "He said it at once.", ()),
    (None, "It is not so.", ()),
]


def test_table() -> None:
    verify(Negation(), [*LOST, *ADDED, *GOOD])


def test_long_sentences_are_judged_with_less_severity_and_confidence() -> None:
    check = Negation()
    tail = " de la provincia, según el informe que publicó ayer la consejería y que recoge los datos de los hospitales"
    pairs = [
        ("No hay camas.", "There are beds."),
        (f"No hay camas en los hospitales{tail}.", "There are beds, it says."),
    ]
    [(_, brief), (_, long)] = hits(check, view_of(pairs, context_for(check)))
    assert brief.severity is Severity.MAJOR
    assert long.severity is Severity.MINOR
    assert brief.confidence > long.confidence


def test_words_that_may_carry_a_denial_leave_a_doubt() -> None:
    check = Negation()
    [(_, hit)] = hits(check, view_of([("No me toques.", "Keep your coat on.")], context_for(check)))
    assert hit.confidence < 0.5


def test_with_an_encoder_the_denied_word_decides_however_long_the_sentence_is() -> None:
    tail = " que publicó ayer la consejería y que recoge los datos de los hospitales de la provincia"
    end = " that the department published yesterday and that has the data of the hospitals of the province"
    pairs = [
        (f"El alcalde no firmó el informe{tail}.", f"The mayor signed the report{end}."),
        (f"El alcalde firmó el informe{tail}.", f"The mayor did not sign the report{end}."),
        (f"El alcalde no firmó el informe{tail}.", f"The mayor did not sign the report{end}."),
        (f"El alcalde no firmó el informe{tail}.", f"The mayor refused to sign the report{end}."),
        (f"Perderá los trabajos sin guardar y el equipo{tail}.", f"You will lose unsaved work and the computer{end}."),
    ]
    view = view_of(pairs, context_for(Omission()))
    assert view.likenesses
    found = [(index, hit.severity) for index, hit in hits(Negation(), view)]
    assert found == [(0, Severity.MAJOR), (1, Severity.MAJOR)]


def test_what_the_estimator_is_not_sure_of_is_minor_and_what_it_does_not_see_is_shown_in_review_only() -> None:
    context = replace(context_for(Omission()), estimator=True)
    view = view_of([("El alcalde no firmó el informe.", "The mayor signed the report.")], context)
    [(_, likely)] = hits(Negation(seen=0.0, sure=1.1), view)
    [(_, unseen)] = hits(Negation(seen=1.1), view)
    assert likely.severity is unseen.severity is Severity.MINOR
    assert unseen.confidence < 0.5 < likely.confidence
