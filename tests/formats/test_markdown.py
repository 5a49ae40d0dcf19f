from __future__ import annotations

import pytest

from tests.formats.reading import places, targets

CASES = {
    "headings": ("# A\n\nB\n===\n\n### C ###", ["A", "B", "C"]),
    "emphasis and code words": ("One *two* **three** `four` ~~five~~", ["One two three four five"]),
    "a paragraph over lines": ("One\ntwo\n  three", ["One two three"]),
    "hard breaks": ("One  \ntwo\\\nthree<br>four", ["One", "two", "three", "four"]),
    "lists": ("- A\n- B\n  - C\n1. D", ["A", "B", "C", "D"]),
    "quotes": ("> A\n> B", ["A B"]),
    "tables": ("| A | B |\n|---|---|\n| C | D |", ["A", "B", "C", "D"]),
    "links and images": ('[A *b*](x "T") ![I *j*](y "U") <http://z>', ["A b http://z", "T", "I j", "U"]),
    "code blocks": ("A\n\n```\nno\n```\n\n    no\n\nB", ["A", "B"]),
    "front matter": ("---\ntitle: no\n---\nA", ["A"]),
    "TOML front matter": ("+++\ntitle = 'no'\n+++\nA", ["A"]),
    "a rule, not front matter": ("---\n\nA\n\n---\n", ["A"]),
    "HTML blocks": ("A\n\n<div>\n<p>B &amp; C</p><script>no</script>\n</div>\n", ["A", "B & C"]),
    "HTML within lines": ('A <b>b</b> <img alt="I"> <!-- no -->', ["A b", "I"]),
    "references": ("caf&eacute; \\*A\\*", ["café *A*"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_visible_text(text: str, expected: list[str]) -> None:
    assert targets("markdown", text) == expected


def test_places() -> None:
    text = "---\na: b\n---\n## Title\n\n- Item\n\nOne *two*\n  three. Four.\n\n<p>\nFive</p>\n\n| A | B |\n|--|--|\n"
    assert places("markdown", text) == [
        ("Title", 4, 4),
        ("Item", 6, 3),
        ("One two three.", 8, 1),
        ("Four.", 9, 10),
        ("Five", 12, 1),
        ("A", 14, 3),
        ("B", 14, 7),
    ]
