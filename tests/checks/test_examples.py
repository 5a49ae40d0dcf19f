from __future__ import annotations

import pytest

from mtreview.checks._examples import Line, parse

DOCSTRING = """Report a thing.

    Prose over
    two lines.

    More.

    Bad:
        es: Murieron 16.
        en: [[60]] died, a long
            line of [[70]].
        fix: 16
    Bad:
        en: whole
    Good:
        es: Sí.
        en: Yes.
        en: No source.

    Attributes:
        floor: what counts,
            over two lines.
    """


def test_reads_every_part() -> None:
    said = parse(DOCSTRING)
    assert said.title == "Report a thing."
    assert said.prose == "Prose over two lines.\n\nMore."
    assert said.options == (("floor", "what counts, over two lines."),)
    first = Line(source="Murieron 16.", target="60 died, a long line of 70.", marks=((0, 2), (24, 26)), fix="16")
    assert said.bad == ((first,), (Line(source=None, target="whole", marks=((0, 5),)),))
    assert first.fixed == "16 died, a long line of 70."
    assert said.good == ((Line(source="Sí.", target="Yes."), Line(source=None, target="No source.")),)


def test_empty_mark_flags_an_empty_target() -> None:
    [[line]] = parse("Report.\n\nBad:\n    es: Hola.\n    en: [[]]\nGood:\n    en: x").bad
    assert line == Line(source="Hola.", target="", marks=((0, 0),))


@pytest.mark.parametrize(
    ("docstring", "reason"),
    [
        ("", "no title"),
        ("Report.\n\nBad:\n    what: x", 'cannot read "what: x"'),
        ("Report.\n\nBad:\n    fix: x", "belongs to no"),
        ("Report.\n\nBad:\n    es: x", "ends with its"),
        ("Report.\n\nGood:\n    en: [[x]]", "a good one nothing"),
        ("Report.\n\nBad:\n    en: x\n    en: y", "marks what is flagged"),
        ("Report.\n\nGood:\n    en: x\nloose", "expected an indented line"),
    ],
)
def test_says_what_it_cannot_read(docstring: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(docstring)
