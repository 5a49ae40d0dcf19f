from __future__ import annotations

import time

from mtreview.checks.name_variant import NameVariant
from mtreview.view import Context
from tests.checks.table import Row, context_for, hits, verify_document, view_of

Pairs = list[tuple[str | None, str]]

DOCUMENTS: list[list[Row]] = [
    [
        (None, "Tokayev spoke, and Tokayev left.", ()),
        (None, "Later Tokaev's guards came.", ("Tokaev",)),
    ],
    [
        (None, "President Kasim- Yomart Tokaev spoke.", ("Kasim- Yomart Tokaev",)),
        (None, "Kassym Khomart Tokayev left; Tokayev came back.", ("Kassym Khomart Tokayev",)),
    ],
    [(None, "It is aimed at Nazarbáyeb himself.", ("Nazarbáyeb",))],
    [(None, "Lukashénko met Yanukóvich and Dostoyévski.", ("Lukashénko", "Yanukóvich", "Dostoyévski"))],
    [
        (None, "Mr Bortnikov said so, Bortnikov added.", ()),
        (None, "Then Bortnykov and Botrnikov left.", ("Bortnykov", "Botrnikov")),
    ],
    [
        (None, "Mikhail Zadornov came. Zadornov sang.", ()),
        (None, "Mijail Zadornoff sang.", ("Mijail Zadornoff",)),
    ],
    [(None, "Anna Smith met Ana Gil, and Anna and Ana left.", ())],
    [(None, "Sven Anderson and Kurt Andersen are two men; Anderson is Swedish.", ())],
    [(None, "Maria and Marie sang. Maria left Marie.", ())],
    [(None, "Vladimir Putin and Lyudmila Putina; Putin left.", ())],
    [(None, "Kazakhstan, Kazakhs, the Kazakh president, Kazakhstani law, Kazakhstan's", ())],
    [(None, "Nicolás Maduro, José García, Bogotá, Béla Bartók, Dvořák, Córdova and Wróblewski", ())],
    [(None, "The Grey House and the grey wall; Gray and Grey.", ())],
    [(None, "Andrei Petrov met Boris Petroff. Andrei Petrov and Boris Petroff left.", ())],
    [(None, "the UNO and the OONU, NATO and Natto, Al and All", ())],
    [("Sara Zimova y Sarah Zymova", "Sara Zimova and Sarah Zymova", ())],
    [("Zimova y Zimova", "Zimova, Zimova and Zymova", ("Zymova",))],
    [(None, "TOKAYEV SPEAKS", ()), (None, "Tokayev spoke for Tokayev.", ())],
    [(None, "", ()), (None, "no names here, at all", ())],
]


def test_documents() -> None:
    for rows in DOCUMENTS:
        verify_document(NameVariant(), rows)


def _fixed(pairs: Pairs, context: Context) -> list[str]:
    found = hits(NameVariant(), view_of(pairs, context))
    return [hit.suggestion.apply(pairs[index][1]) for index, hit in found if hit.suggestion]


def test_suggests_the_glossary_s_spelling() -> None:
    context = context_for(NameVariant())
    pairs: Pairs = [(None, "Kasim- Yomart Tokaev spoke."), (None, "Kassym Khomart Tokayev left.")]
    assert _fixed(pairs, context) == ["Kassym-Jomart Tokayev spoke.", "Kassym-Jomart Tokayev left."]
    assert _fixed([(None, "Of Nazarbáyeb.")], context) == ["Of Nazarbayev."]


def test_names_every_spelling() -> None:
    pairs: Pairs = [
        (None, "Kasim- Yomart Tokaev spoke."),
        (None, "Kassym Khomart Tokayev left."),
        (None, "Tokayev came."),
    ]
    found = [hit.message for _, hit in hits(NameVariant(), view_of(pairs, context_for(NameVariant())))]
    forms = '"Kasim- Yomart Tokaev", "Kassym Khomart Tokayev" and "Tokayev"'
    assert found == 2 * [f'This name is spelt {forms} in this document; proposed is "Kassym-Jomart Tokayev"']


def test_suggests_the_most_frequent_spelling_without_a_glossary() -> None:
    pairs: Pairs = [
        (None, "Kasim- Yomart Tokaev spoke."),
        (None, "Kassym Khomart Tokayev left."),
        (None, "TOKAEV AND TOKAYEV"),
        (None, "Tokayev came, said Tokayev's man."),
    ]
    assert _fixed(pairs, Context()) == ["Kassym-Khomart Tokayev spoke.", "TOKAYEV AND TOKAYEV"]


def test_a_corrected_document_is_clean() -> None:
    verify_document(
        NameVariant(),
        [(None, "Kassym-Jomart Tokayev spoke.", ()), (None, "Tokayev left Nazarbayev.", ())],
    )


def test_many_names_are_never_compared_with_each_other() -> None:
    names = [f"{first}{middle}{last}" for first in "BDFGKLMNPR" for middle in "aeiou" for last in ("rmanto", "stovik")]
    pairs: Pairs = [(None, f"Mr X{number} met {name}.") for number in range(100) for name in names]
    assert len(pairs) == 10_000
    assert not list(hits(NameVariant(), view_of(pairs, Context())))


def test_names_that_all_lie_near_each_other_take_linear_time() -> None:
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 3_000)]
    pairs: Pairs = [(None, f"Bar{letter}velt, Bar{letter}velt and Bar{letter}nvelt") for letter in letters]
    start = time.process_time()
    found = {index for index, _ in hits(NameVariant(), view_of(pairs, Context()))}
    assert time.process_time() - start < 10.0
    assert found == set(range(len(letters)))
