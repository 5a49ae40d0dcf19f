from __future__ import annotations

import dataclasses

import pytest

from mtreview.checks.tags import Tags
from mtreview.issue import Severity
from mtreview.segment import Code, Document, Segment, Side
from mtreview.view import Context, DocumentView
from tests.checks.table import Row, context_for, hits, verify, verify_fixes, view_of

WHOLE = ("*",)

ROWS: list[Row] = [
    ("Pulse <b>Guardar</b>.", "Press <b>Save<b>.", ("<b>",)),
    ("Pulse <b>Guardar</b>.", "Press <b>Save.", WHOLE),
    ("Pulse Guardar.", "Press <b>Save</b>.", ("<b>", "</b>")),
    ('<a href="/uno">Uno</a>', '<a href="/two">One</a>', ('<a href="/two">',)),
    ("Uno<br>dos", "One two", WHOLE),
    ("<i>Uno</i>", "</i>One<i>", ("</i>", "<i>")),
    ("<app>Reloj</app>", "<gui>Clock</gui>", ("<gui>", "</gui>")),
    ('<link xref="casa"/> y más', '<link xref="house"/> and more', ('<link xref="house"/>',)),
    ("<x id='1'/>Uno", "One", WHOLE),
    ("Uno", "One</p>", ("</p>",)),
    ("<b>uno</b> y <b>dos</b>", "<b>one</b> and two</b>", WHOLE),
    ("<ph name='a'/> <ph name='b'/>", "<ph name='a'/> <ph name='a'/>", ("<ph name='a'/>",)),
    ("Lea `Promise<void>` y siga.", "Read `Promise` and go on.", WHOLE),
    ("git add <fichero> <rama>", "git add <file>", ()),
    ("git add <fichero>", "git add", WHOLE),
    ('<link xref="a">Uno</link> y dos', '<link xref="a">One and two', WHOLE),
    ("<b>La</b> <i>casa</i> <u>roja</u>", "<u>The</u> <b>red</b> <i>house</i>", ()),
    ("Uno<br/>dos", "One<br>two", ()),
    ("Uno<br />dos", "One<BR>two", ()),
    ('<img alt="una casa" src="c.png">', '<img src="c.png" alt="a house">', ()),
    ('<a title="Ir" href="/x">Uno</a>', "<a href='/x' title='Go'>One</a>", ()),
    ("git add <fichero>", "git add <file>", ()),
    ("el <bytes-like object> y <strong reference>", "the bytes-like object", ()),
    ("si 3 < 5 y 7 > 2", "if 3 is less than 5 and 7 > 2", ()),
    ("Véase <https://example.org/a>.", "See it.", ()),
    ("Escriba a <ana@example.org>", "Write to <ana@example.org>", ()),
    ("<p>Uno", "<p>One", ()),
    ("<b>Empieza aquí", "<b>It starts here", ()),
    (None, "<b>One", ()),
    ("<b>Uno</b>", "", ()),
    ("", "", ()),
]


def test_table() -> None:
    verify(Tags(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Tags(),
        [
            ("<b>Uno</b>", "<b>One<b>", "<b>One</b>"),
            ("<b>Uno</b> más", "One</b> more", "<b>One</b> more"),
            ("Uno <b>más</b>", "One <b>more", "One <b>more</b>"),
            ("Uno", "One</p>", "One"),
            ('<a href="/uno">Uno</a>', '<a href="/two">One</a>', '<a href="/uno">One</a>'),
            ("Uno <br/>", "One", "One <br/>"),
        ],
    )


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("<b>Uno</b>", "One", Severity.MINOR),
        ("<app>Uno</app>", "<gui>One</gui>", Severity.MINOR),
        ("<b>Uno</b>", "<b>One", Severity.MAJOR),
        ('<link xref="a">Uno</link>', '<link xref="a">One', Severity.MAJOR),
        ("Uno<br>dos", "One two", Severity.MAJOR),
        ('<a href="/x">Uno</a>', "One", Severity.MAJOR),
    ],
)
def test_emphasis_weighs_less_than_what_breaks(source: str, target: str, severity: Severity) -> None:
    check = Tags()
    found = hits(check, view_of([(source, target)], context_for(check)))
    assert max(check.severity if hit.severity is None else hit.severity for _, hit in found) is severity


def code(side: Side, offset: int, number: str, kind: str = "open", raw: str = "<g>") -> Code:
    return Code(side=side, offset=offset, id=number, kind=kind, raw=raw)


@pytest.mark.parametrize(
    ("codes", "messages"),
    [
        ([code(Side.SOURCE, 0, "1"), code(Side.TARGET, 4, "1")], []),
        ([code(Side.SOURCE, 0, "1")], ['The inline code "⟦1⟧" of the source is not in the translation']),
        ([code(Side.TARGET, 4, "2")], ['The source has no inline code "⟦2⟧"']),
        (
            [code(Side.SOURCE, 0, "1"), code(Side.TARGET, 4, "2")],
            ['The inline code "⟦1⟧" of the source became "⟦2⟧"'],
        ),
        ([code(Side.SOURCE, 0, "1", raw='<mrk mtype="term">')], []),
    ],
)
def test_inline_codes(codes: list[Code], messages: list[str]) -> None:
    segment = dataclasses.replace(Segment(id="1", source="Hola", target="Hello"), codes=tuple(codes))
    view = DocumentView(Document(id="d", path="d.xlf", format="xliff", segments=(segment,)), Context())
    assert [hit.message for _, hit in hits(Tags(), view)] == messages


def test_a_flood_of_tags_gives_few_hits() -> None:
    view = view_of([("<b>" * 30_000, "x")], Context())
    assert 0 < len(list(hits(Tags(), view))) <= 60
