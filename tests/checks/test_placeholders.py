from __future__ import annotations

import pytest

from mtreview.checks.placeholders import Placeholders
from mtreview.issue import Severity
from tests.checks.table import Row, context_for, hits, verify, verify_fixes, view_of

WHOLE = ("*",)

ROWS: list[Row] = [
    ("Hola, %s", "Hello", WHOLE),
    ("Hola, %s", "Hello, %d", ("%d",)),
    ("Hola", "Hello, %s", ("%s",)),
    ("%(nombre)s", "%(name)s", WHOLE),
    ("Hay %(cuenta)s", "There are %(cuenta)", WHOLE),
    ("De %1$s a %2$s", "From %1$s to %3$s", ("%3$s",)),
    ("%d%%", "%d%", WHOLE),
    ("Hola, {0} y {1}", "Hello, {0} and {0}", ("{0}",)),
    ("Hola, {nombre}", "Hello, {name}", ("{name}",)),
    ("Hola, {nombre}", "Hello, {nombre)", ("{nombre)",)),
    ("Hola, {nombre}", "Hello, nombre}", ("nombre}",)),
    ("Hola, {nombre}", "Hello, { nombre }", ("{ nombre }",)),
    ("Hola, %s", "Hello, % s", ("% s",)),
    ("Hola, %s", "Hello, %S", ("%S",)),
    ("Total: ${precio}", "Total: ${price}", ("${price}",)),
    ("Hola, {{ user.name }}", "Hello, {{ user }}", ("{{ user }}",)),
    ("Archivo %1 de %2", "File %1 of", WHOLE),
    ("El #{autor} dijo", "The #{author} said", ("#{author}",)),
    ("Ruta %PERFIL%", "Path %PROFILE%", ("%PROFILE%",)),
    (
        "{n, plural, one {# archivo} other {# archivos}}",
        "{m, plural, one {# file} other {# files}}",
        ("{m, plural",),
    ),
    ("{n, plural, one {un {tipo}} other {# {tipo}}}", "{n, plural, one {a {tipo}} other {# {tipo}s}}", ()),
    ("{n, plural, =1 {archivo} other {archivos}}", "{n, plural, =1 {file} other {files}}", ()),
    ("De %1$s a %2$s", "%2$s from %1$s", ()),
    ("Hola, {{nombre}}", "Hello, {{ nombre }}", ()),
    ("El 50 % de los casos", "50% of cases", ()),
    ("El 50 % de los casos", "50%% of the cases", ()),
    ("Sube un 5% debido a esto", "Up 5% due to this", ()),
    ("Fecha: %d/%m/%Y", "Date: %m/%d/%Y", ()),
    ("En http://example.org/a%20d%C3%A9", "At http://example.org/a%20d%C3%A9%s", ()),
    ("Sea {x | x > 0} el conjunto", "Let {x | x > 0} be the set", ()),
    ("Pulse {Intro} aquí: %d", "Press {Intro} here: %d", ()),
    ("%d archivos", "%d files", ()),
    ("R&D", "R&D", ()),
    (None, "Hello, %s", ()),
    ("%s", "", ()),
]


def test_table() -> None:
    verify(Placeholders(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Placeholders(),
        [
            ("Hola, {nombre}", "Hello, {name}", "Hello, {nombre}"),
            ("Hola, {nombre}", "Hello, nombre}", "Hello, {nombre}"),
            ("Hola, %s", "Hello, % s", "Hello, %s"),
            ("Hola, %s", "Hello,", "Hello, %s"),
            ("%s se fue", "left", "%s left"),
            ("Hola", "Hello%s", "Hello"),
            ("{0} de {1}", "{0} of {2}", "{0} of {1}"),
        ],
    )


@pytest.mark.parametrize(
    ("source", "target", "severities"),
    [
        ("&Archivo", "File", [Severity.NEUTRAL]),
        ("&Archivo", "&File", []),
        ("Ana &amp; Luis", "Ana and Luis", []),
        ("R&D", "R and D", []),
        ("Ana & Luis", "Ana and Luis", []),
    ],
)
def test_a_shortcut_is_only_mentioned(source: str, target: str, severities: list[Severity]) -> None:
    check = Placeholders()
    assert [hit.severity for _, hit in hits(check, view_of([(source, target)], context_for(check)))] == severities
