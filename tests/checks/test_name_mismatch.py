from __future__ import annotations

from mtreview.checks.name_mismatch import NameMismatch
from mtreview.issue import Severity
from mtreview.text.name_match import fold, shared
from tests.checks.table import Row, context_for, hits, verify, verify_fixes, view_of

BAD: list[Row] = [
    ("El diputado Rowlett votó en contra.", "The deputy Rowlet voted against it.", ("Rowlet",)),
    ("La ministra Anderson dimitió.", "Minister Andersen resigned.", ("Andersen",)),
    ("Habló con Kavanaugh ayer.", "He spoke with Kavanuagh's aide yesterday.", ("Kavanuagh",)),
    ("Vive en Birmingham desde 2010.", "She has lived in Birmingahm since 2010.", ("Birmingahm",)),
    ("El equipo de Liverpool ganó.", "The Liverpol team won.", ("Liverpol",)),
    ("La empresa de Zuckerberg creció.", "The firm of Zuckerburg grew.", ("Zuckerburg",)),
    ("La reunión con Obama fue breve.", "The meeting with Clinton was brief.", ("Clinton",)),
    ("Ayer llamó a Merkel por teléfono.", "Yesterday he called her by phone.", ("*",)),
    ("El equipo del Livingston ganó.", "The Livingstob team won.", ("Livingstob",)),
    ("La policía de Essen investiga.", "The Essea police are investigating.", ("Essea",)),
    ("Así lo dijo el alcalde Pérez.", "Mayor López said so.", ("López",)),
    (
        "Las ondas llegaron a Sulawesi Central y a Sulawesi.",
        "They reached Central Sulapesi and Sulawesi.",
        ("Sulapesi",),
    ),
    ("Habló Sanford, y Sanford mintió.", "Sanford spoke, and Sanftrd lied.", ("Sanftrd",)),
    ("Vive cerca de Donggala, en Indonesia.", "She lives near Dongdala, in Indonesia.", ("Dongdala",)),
    ("La firmó Joseph Darnand en 1943.", "Joseph Darnanm signed it in 1943.", ("Darnanm",)),
    ("La diócesis de Bremen calló.", "The diocese of Valdivia said nothing.", ("Valdivia",)),
    ("Ana ganó a Eva.", "Eva beat Ana.", ("Eva beat Ana",)),
    ("Viajó de Madrid a Lima.", "She traveled from Lima to Madrid.", ("Lima to Madrid",)),
    ("Ana (33) y Eva (41)", "Ana, 41, and Eva, 33", ("*",)),
    ("El actor Tom Hanks llegó tarde.", "The actor Tom Cruise arrived late.", ("Cruise",)),
]

GOOD: list[Row] = [
    ("Vladímir Putin habló en Londres.", "Putin spoke in London.", ()),
    ("El presidente Tokáyev llegó a Pekín.", "President Tokayev arrived in Beijing.", ()),
    ("El ministro Zelenski viajó a Kiev.", "Minister Zelensky travelled to Kyiv.", ()),
    ("La abogada García ganó el juicio.", "Garcia, the lawyer, won the trial.", ()),
    ("El Gobierno de Alemania aprobó la ley.", "The German Government passed the law.", ()),
    ("Los mercados de Colombia cayeron.", "Colombian markets fell.", ()),
    ("El libro de Günther se agotó.", "Guenther's book sold out.", ()),
    ("El informe de Merkel salió ayer.", "Merkel's report came out yesterday.", ()),
    ("El coche de McDonald arrancó.", "The MacDonald, or McDonald's, car started.", ()),
    ("Trabaja en el Financial Times.", "She works at the FT.", ()),
    ("La novela de Herlz se vendió.", "The novel by Herzl sold.", ()),
    ("Carlos e Isabel reinaron juntos.", "Charles and Elizabeth reigned together.", ()),
    ("La Universidad de Sevilla abrió.", "Seville University opened.", ()),
    ("¡Escúchame bien!", "Listen carefully!", ()),
    ("Visitó el Rockefeller Center.", "She visited Rockefeller Centre.", ()),
    ("Lo vio en Sevilla y en Andalucía.", "He saw it in Seville and Andalusia.", ()),
    ("La reunión con el alcalde Pérez.", "The meeting with Mayor Perez.", ()),
    ("Vea /wiki/C%C3%Bdigos_Merkel aquí.", "See /wiki/Codes here.", ()),
    ("El señor Smith y la señora Jones.", "Mr Smith and Mrs Jones.", ()),
    ("Los nemuelitas y los Jaminitas.", "The Nemuelites and the Jaminites.", ()),
    ("La tribu de Sedeur y la de Ocrán.", "The tribe of Shedeur and that of Ochran.", ()),
    ("Habló el senador Decahmbeau.", "Senator Dechambeau spoke.", ()),
    ("Apareció en Internet el jueves.", "It appeared online on Capitol Hill on Thursday.", ()),
    ("Salió en Los Muppets como Miss Piggy, la cerdita Piggy.", "She was in Disney's The Muppets as Miss Piggy.", ()),
    ("A Eva ganó Ana.", "Ana beat Eva.", ()),
    ("Ana ganó a Eva.", "Eva lost to Ana.", ()),
    ("Ayr 38 - Melrose 17", "Ayr 38 - 17 Melrose", ()),
    ("Entre Madrid y Lima", "Between Lima and Madrid", ()),
    (None, "Rowlet voted against it.", ()),
]


def test_table() -> None:
    verify(NameMismatch(), [*BAD, *GOOD])


def test_suggests_the_spelling_of_the_source() -> None:
    verify_fixes(
        NameMismatch(),
        [
            ("El diputado Rowlett votó.", "The deputy Rowlet's vote.", "The deputy Rowlett's vote."),
            ("Vive en Birmingham.", "She lives in Birmingahm.", "She lives in Birmingham."),
        ],
    )


def test_a_dropped_name_is_minor() -> None:
    check = NameMismatch()
    [(_, hit)] = hits(check, view_of([("Ayer llamó a Merkel.", "Yesterday he called her.")], context_for(check)))
    assert hit.severity is Severity.MINOR


def test_what_both_languages_write_alike() -> None:
    assert shared("Obama")
    assert not shared("Londres")
    assert fold("O'Brien’s") == "o'brien"
