from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from mtreview.train import letters, phrases, verbs
from mtreview.train.edits import Draft, Edit, apply
from tests.programs import needs

if TYPE_CHECKING:
    from mtreview.train.bank import Bank
    from mtreview.train.edits import Family


def made(family: Family, target: str, bank: Bank) -> set[str]:
    """Return all that a family makes of a sentence."""
    found: set[str] = set()
    for seed in range(40):
        draft = Draft("Da igual.", target, bank)
        edits = family(draft, Random(seed))  # noqa: S311 - not for secrets
        if edits:
            found.add(apply(draft, [edits] if isinstance(edits, Edit) else edits, "some").target)
    return found


VERBS = [
    (verbs.tense, "They were late.", {"They are late.", "They will be late."}),
    (verbs.tense, "He can go.", {"He could go."}),
    (verbs.tense, "Paris announced more.", {"Paris announces more.", "Paris will announce more."}),
    (verbs.aspect, "He is announcing it.", {"He announces it.", "He has announced it.", "He has been announcing it."}),
    (verbs.aspect, "It has been closed.", {"It is closed."}),
    (verbs.question, "The bill was rejected.", {"Was the bill rejected?", "The bill was rejected?"}),
    (verbs.question, "Why?", {"Why."}),
]


@pytest.mark.parametrize(("family", "target", "expected"), VERBS)
def test_verbs_change_their_time_their_aspect_or_what_is_asked(
    family: Family, target: str, expected: set[str], bank: Bank
) -> None:
    needs("wordnet")
    assert made(family, target, bank) >= expected


PARTS = [
    (phrases.phrase, "It fell on Monday in the city.", {"It fell on Monday.", "It fell in the city."}),
    (phrases.conjunction, "He came and left early.", {"He came left early."}),
    (letters.small, "Paris and Rome won.", {"paris and Rome won.", "paris and rome won."}),
    (letters.apart, "Yes, he won.", {"Yes , he won .", "Yes , he won.", "Yes, he won ."}),
]


@pytest.mark.parametrize(("family", "target", "expected"), PARTS)
def test_parts_are_dropped_or_written_otherwise(family: Family, target: str, expected: set[str], bank: Bank) -> None:
    assert made(family, target, bank) == expected


def test_all_words_in_disorder_are_the_same_words(bank: Bank) -> None:
    target = "The bill was rejected by the senate."
    for text in made(letters.shuffled, target, bank):
        assert sorted(text[:-1].split()) == sorted(target[:-1].split())
        assert text.endswith(".")
