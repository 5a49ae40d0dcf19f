from __future__ import annotations

import textwrap

import pytest

from tests.formats.reading import places, targets

PARAGRAPHS = (
    "The council met on Monday to discuss the new bridge over the river and the road that leads to the station.",
    "Nobody expected a decision, and none was made, although the mayor had promised one before the end of the summer.",
    "A second meeting will take place next week in the old theatre, where there is room for all who want to come.",
)


def test_a_line_is_a_paragraph_and_its_place_is_kept() -> None:
    assert places("text", "Headline without a stop\n\n  By Ana Ruiz\n3 min read\nIt rained. It poured.\n") == [
        ("Headline without a stop", 1, 1),
        ("By Ana Ruiz", 3, 3),
        ("3 min read", 4, 1),
        ("It rained.", 5, 1),
        ("It poured.", 5, 12),
    ]


@pytest.mark.parametrize("width", [50, 72, 100])
def test_a_text_that_is_wrapped_at_a_width_is_joined(width: int) -> None:
    content = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert targets("text", content) == list(PARAGRAPHS)


def test_a_sentence_of_a_wrapped_text_has_its_own_place() -> None:
    content = "\n".join(textwrap.wrap(" ".join(PARAGRAPHS), 60))
    lines = content.split("\n")
    found = places("text", content)
    assert [text for text, _, _ in found] == list(PARAGRAPHS)
    for text, line, column in found:
        assert text.startswith(lines[line - 1][column - 1 :][:20])


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*PARAGRAPHS], id="a paragraph a line"),
        pytest.param(["Read more", "Share", "Listen to this story", "3:18", "Comments"], id="furniture"),
        pytest.param(
            ["The riots are an attempted coup, he says", "Tokayev speaks in a video conference"], id="two titles"
        ),
        pytest.param(
            ["It rains in the whole of the country.", "The schools stay closed on Monday and", "Home"], id="a list"
        ),
    ],
)
def test_lines_that_only_look_alike_are_not_joined(lines: list[str]) -> None:
    assert targets("text", "\n".join(lines)) == lines


def test_a_word_divided_at_its_hyphen_is_joined_without_a_space() -> None:
    lines = [
        "The well-known writer, who was born in the mountains, is self-",
        "taught and has published more than a dozen books about rivers,",
        "lakes and the people who live near them, most of them short and",
        "all of them worth reading",
    ]
    assert targets("text", "\n".join(lines)) == [
        (
            "The well-known writer, who was born in the mountains, is self-taught and has published more than a dozen"
            " books about rivers, lakes and the people who live near them, most of them short and all of them worth"
            " reading"
        )
    ]


def test_line_separators_of_unicode_are_not_counted_as_lines() -> None:
    assert places("text", "One\x0c\u2028\x85two\nthree\n")[-1] == ("three", 2, 1)
