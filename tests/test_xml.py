from __future__ import annotations

import pytest

from mtreview import xml
from mtreview.errors import FormatError

REFUSED = {
    "billion laughs": (
        '<!DOCTYPE a [\n<!ENTITY x "ha">\n<!ENTITY y "&x;&x;">]><a>&y;</a>',
        2,
        'declares the entity "x"',
    ),
    "an external entity": (
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        1,
        "declares the entity",
    ),
    "a parameter entity": ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://e.org/x"> %x;]><a/>', 1, "declares the entity"),
    "an entity of an external DTD": ('<!DOCTYPE a SYSTEM "a.dtd">\n<a>&x;</a>', 2, 'uses the entity "x"'),
    "the same in an attribute": ('<!DOCTYPE a SYSTEM "a.dtd">\n<a b="&x;"/>', 2, 'uses the entity "x"'),
    "an undefined entity": ("<a>\n&nbsp;</a>", 2, "undefined entity"),
    "an undeclared prefix": ("<a>\n<b:c/></a>", 2, "unbound prefix"),
    "a tag not closed": ("<a>\n<b>\n</a>", 3, "mismatched tag"),
    "a control character": ("<a>\n\x01</a>", 2, "not well-formed"),
    "nothing": ("", 1, "no element found"),
    "depth": ("<a>" * 201, 1, "more than 200 elements"),
    "a long text": ("<a>" + "x" * 4_200_000 + "</a>", 1, "a text of more than"),
}


@pytest.mark.parametrize(("text", "line", "says"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(text: str, line: int, says: str) -> None:
    with pytest.raises(FormatError, match=f"^f.xlf:{line}: .*{says}"):
        xml.parse(text, "f.xlf")


def test_a_doctype_that_names_a_file_is_never_fetched() -> None:
    tree = xml.parse('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a>b</a>', "f")
    assert tree.root.children == ["b"]


def test_names_attributes_and_places() -> None:
    tree = xml.parse('<a xmlns="urn:a" xmlns:x="urn:x">é😀<x:b c="1" x:c="2"/>\n <d/></a>', "f")
    b, d = tree.root.elements()
    assert (b.space, b.name, b.attributes, b.line, b.column) == ("urn:x", "b", {"c": "1", "{urn:x}c": "2"}, 1, 36)
    assert (d.space, d.name, d.line, d.column) == ("urn:a", "d", 2, 2)
    assert [element.name for element in tree.root.elements("d")] == ["d"]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("<a><b/></a>", ("<b/>", "")),
        ("<a><b  c='/>'>x</b ></a>", ("<b  c='/>'>", "</b >")),
        ("<a><b></b></a>", ("<b>", "</b>")),
        ("<a>é<b c='1'\n/>/></a>", ("<b c='1'\n/>", "")),
        ("<a><b>/></b></a>", ("<b>", "</b>")),
    ],
)
def test_tags_are_given_as_they_were_written(text: str, tags: tuple[str, str]) -> None:
    tree = xml.parse(text, "f")
    element = next(tree.root.elements())
    assert tree.tags(element) == tags
    assert tree.raw(element) in text
    assert tree.raw(element).endswith(tags[1] or tags[0])
