from __future__ import annotations

from mtreview.checks.escapes import Escapes
from tests.checks.table import Row, verify, verify_fixes

WHOLE = ("*",)

ROWS: list[Row] = [
    ("Ana y Luis", "Ana &amp; Luis", ("&amp;",)),
    ("«Hola»", "&quot;Hello&quot;", ("&quot;", "&quot;")),
    ("el niño", "the boy&#39;s", ("&#39;",)),
    ("uno dos", "one&nbsp;two", ("&nbsp;",)),
    (None, "the boy&#x27;s", ("&#x27;",)),
    (None, "Ana &amp;amp; Luis", ("&amp;",)),
    ("Ana &amp; Luis", "Ana &amp;amp; Luis", ("&amp;",)),
    ("&ntilde;andú", "&amp;ntilde;andu", ("&amp;",)),
    (r"Uno\nDos", "One Two", WHOLE),
    (r"Uno\tDos", r"One\nTwo", (r"\n",)),
    ("Uno. Dos", r"One.\nTwo", (r"\n",)),
    (r"Uno\u00f1", "One", WHOLE),
    (None, "5 &lt; 7 &gt; 3", ("&lt;", "&gt;")),
    ("Ana & Luis", "Ana &amp Luis", ()),
    ("Ana &amp; Luis", "Ana & Luis", ()),
    ("Ana &amp; Luis", "Ana &amp; Luis&#39;s", ()),
    (r"Uno\nDos", r"One\nTwo", ()),
    (r"en C:\nuevo\temas", r"in C:\new\themes", ()),
    (r"\alpha y \nu", r"\alpha and \nu", ()),
    ("Elija <gui>Región</gui>", "Choose <gui>Region &amp; Language</gui>", ()),
    ("AT&T; y R&D", "AT&T; and R&D", ()),
    (None, r"One\nTwo", ()),
    (r"Uno\nDos", "", ()),
    ("Uno dos", r"one\ntwo", (r"\n",)),
    (r"C:\uno", r"one\two", ()),
    ("&foobarbaz;", "x &notanentity; y", ()),
]


def test_table() -> None:
    verify(Escapes(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Escapes(),
        [
            (None, "the boy&#39;s", "the boy's"),
            (None, "one&nbsp;two", "one two"),
            (None, "Ana &amp;amp; Luis", "Ana &amp; Luis"),
            (r"Uno\tDos", r"One\nTwo", r"One\tTwo"),
            (r"Uno\n", "One", r"One\n"),
        ],
    )
