from __future__ import annotations

from itertools import starmap

import pytest

from tests.formats.reading import places, refused, targets

CASES = {
    "blocks": ("<h1>A</h1><p>B<ul><li>C<li>D</ul><table><tr><td>E<td>F</table>G", ["A", "B", "C", "D", "E", "F", "G"]),
    "inline tags": ("<p>One <b>two</b><i>three</i>\n  four", ["One twothree four"]),
    "breaks": ("<p>One<br>two<br/>three", ["One", "two", "three"]),
    "references": ("<p>a&nbsp;&lt;b&gt; &eacute;&#233;&#xE9; &copy &amp;lt; R&D", ["a\xa0<b> ééé © &lt; R&D"]),
    "hostile references": ("<p>&#0;&#xD800;&#99999999999; &" + "x" * 50, ["\ufffd\ufffd\ufffd &" + "x" * 50]),
    "scripts and styles": ("<script>if (a<b) '</p>'</script>A<style>b{}</style><template>c</template>", ["A"]),
    "comments": ("A<!-- <p>no --><!doctype x><?php no ?>B<!-->C<!---->D", ["ABCD"]),
    "hidden": ("<div hidden>no<p>no</div>A<p style='color:red;DISPLAY : none'>no<p>B", ["A", "B"]),
    "hidden and not closed": ("<ul><li hidden>no<li>A</ul><div><span hidden>no</div>B", ["A", "B"]),
    "stray end tags": ("A</b></p></div>B<p>C", ["A", "B", "C"]),
    "less than": ("<p>3 < 5 <3 a<", ["3 < 5 <3 a<"]),
    "a title and a text area": ("<title>A &amp; <b></title><textarea>B <i></textarea>", ["A & <b>", "B <i>"]),
    "preformatted": ("<pre>one\n  two</pre>", ["one", "two"]),
    "furniture": (
        "<nav><a>Share</a></nav><aside>Read also</aside><footer>Comments</footer>",
        ["Share", "Read also", "Comments"],
    ),
    "labels": (
        (
            "<p>A <img alt='B' title='C'> D</p><input placeholder='E' value='no'><input type=submit value=F>"
            "<button aria-label='Share'>Share</button><a title='G'></a><input type=hidden title=no>"
        ),
        ["A D", "B", "C", "E", "F", "Share", "Share", "G"],
    ),
    "a label in a hidden part": ("A<div hidden><img alt='no'></div><img hidden alt='no'>", ["A"]),
    "attributes without quotes": ("<img alt=A title = B src=/x/>", ["A", "B"]),
    "a tag that never ends": ("<p>A<a href='x", ["A"]),
}


@pytest.mark.parametrize(("page", "expected"), CASES.values(), ids=CASES)
def test_visible_text(page: str, expected: list[str]) -> None:
    assert targets("html", page) == expected


def test_places() -> None:
    page = "<html>\n <p>First <b>\n  one</b>. Second &aacute;&eacute; one.</p>\n<img alt='Label'>\n"
    assert places("html", page) == [("First one.", 2, 5), ("Second áé one.", 3, 12), ("Label", 4, 1)]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=ISO-8859-1>", "latin-1"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset='utf-8'>", "utf-16"),
        ("<meta charset='utf-16'>", "utf-8"),
    ],
)
def test_the_declared_encoding_counts_less_than_a_mark(head: str, encoding: str) -> None:
    assert targets("html", f"{head}<p>¿Qué pasó?".encode(encoding)) == ["¿Qué pasó?"]


def test_an_encoding_that_there_is_not() -> None:
    refused("html", "<html>\n<meta charset='martian'><p>a", 2, 'there is no encoding "martian"')


@pytest.mark.parametrize(
    "page",
    list(
        starmap(
            str.__mul__,
            [("<a ", 50_000), ("<!--", 50_000), ("<p hidden>", 20_000), ("<b></i>", 20_000), ("&#1", 50_000)],
        )
    ),
    ids=["tags", "comments", "elements", "end tags", "references"],
)
def test_hostile_pages_take_time_in_proportion(page: str) -> None:
    assert targets("html", f"<p>A</p>{page}")[0] == "A"
