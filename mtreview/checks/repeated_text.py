from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

_LONGEST_BLOCK = 10  # words
_PHRASE = 3  # words; a shorter one that stands twice in a row may be meant
_TELLING = 2  # different words that a phrase with figures has at least
_OFTEN = 4  # times a single word stands in a row; fewer times is a doubled word
_CLAUSE = 7  # words that hardly stand twice in a text by chance
_MOST = 5_000  # words looked at
_CODE = re.compile(r"[`<>{}=|\\_/*\t\n]")


class _Repeat(NamedTuple):
    """Hold a block of words that stands several times in a row: indices of its first and last words, its size."""

    first: int
    last: int
    size: int

    @property
    def times(self) -> int:
        """Return how often the block stands."""
        return (self.last - self.first + 1) // self.size


@dataclass(frozen=True, kw_only=True)
class RepeatedText(SegmentCheck):
    """Report words that the translation says again and again, as machines do, where the source does not.

    A phrase of two words or more twice in a row counts, a word four times in a row, and a clause that stands twice.

    Bad:
        es: El acuerdo se firmó en la capital.
        en: The agreement was signed in the capital[[ in the capital]].
        fix:
    Bad:
        es: Llovió mucho.
        en: It rained very[[ very very very]] much.
        fix:
    Good:
        es: Bla, bla, bla, bla: día tras día, año tras año.
        en: Blah, blah, blah, blah: day after day, year after year.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.ADDITION
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated", "doubled-word", "extra-sentence"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each repetition in the target, unless the source repeats itself too."""
        forms = view.target_lowered[:_MOST]
        if len(forms) <= len(view.target_forms) + 1:
            return
        if len(set(pairwise(forms))) == len(forms) - 1:
            return
        found = _in_a_row(view, forms)
        if found:
            said = view.source_lowered[:_MOST]
            if _repeats(said):
                return
            # What stands three times in a row is no figure of speech, even if the source has some words twice.
            if _clause(said, _PHRASE):
                found = [repeat for repeat in found if repeat.size >= _PHRASE and repeat.times > 2]  # noqa: PLR2004
            yield from (_hit(view.target_words, repeat) for repeat in found)
            return
        again = _clause(forms)
        if again and view.has_source and not _clause(view.source_lowered[:_MOST], 4):
            start, end = view.target_words[again[0]].start, view.target_words[again[1] - 1].end
            shown = view.target[start:end]
            yield Hit(
                message=f'The translation says "{shown}" twice, the source once',
                spans=(target_span(start, end),),
                confidence=0.6,
                severity=Severity.MINOR,
            )


def _in_a_row(view: SegmentView, forms: Sequence[str]) -> list[_Repeat]:
    """Return the blocks that stand in a row, without overlaps, shorter blocks first."""
    found: list[_Repeat] = []
    taken = -1
    for size in range(1, min(_LONGEST_BLOCK, len(forms) // 2) + 1):
        if not any(map(eq, forms, forms[size:])):
            continue
        run = 0
        for index in range(size, len(forms) + 1):
            if index < len(forms) and forms[index] == forms[index - size]:
                run += 1
                continue
            first = index - run - size
            times = run // size + 1
            words = view.target_words[first : first + size + run] if times > 1 and first > taken else ()
            if words and _odd(view.target, words, size, times):
                found.append(_Repeat(first, first + size * times - 1, size))
                taken = index - 1
            run = 0
    return found


def _odd(text: str, words: Sequence[Token], size: int, times: int) -> bool:
    """Say whether a block in a row is no figure of speech: "ha ha ha", "day by day by day", "1 1 1 1"."""
    block = words[:size]
    said = {word.text.lower() for word in block if word.text[0].isalpha()}
    if size >= _PHRASE and len(said) >= _TELLING and not _CODE.search(text, block[0].start, block[-1].end):
        return True
    if not all(word.text[0].isalpha() for word in block) or len({word.text.lower() for word in block}) < size:
        return size > 1 and times > _PHRASE and all(word.text[0].isalpha() for word in block)
    if size == 1:
        return times >= _OFTEN and "," not in text[words[0].start : words[-1].end] and len(block[0].text) > 1
    apart = text[words[size - 1].end : words[size].start]
    return size >= _PHRASE or times > 2 or not apart.strip()  # noqa: PLR2004 - more than twice


def _repeats(forms: Sequence[str]) -> bool:
    """Say whether any word or phrase of a text stands twice in a row, be it with a comma."""
    sizes = range(1, min(_LONGEST_BLOCK, len(forms) // 2) + 1)
    return any(
        forms[index : index + size] == forms[index + size : index + 2 * size]
        for size in sizes
        for index in range(len(forms) - 2 * size + 1)
    )


def _clause(forms: Sequence[str], size: int = _CLAUSE) -> tuple[int, int] | None:
    """Return the second place of the first words that stand twice: index of the first and after the last."""
    seen: dict[tuple[str, ...], int] = {}
    for index in range(len(forms) - size + 1):
        block = tuple(forms[index : index + size])
        before = seen.setdefault(block, index)
        if before <= index - size:
            end = index + size
            while end < len(forms) and forms[end] == forms[before + end - index] and before + end - index < index:
                end += 1
            return index, end
    return None


def _hit(words: Sequence[Token], repeat: _Repeat) -> Hit:
    once = words[repeat.first + repeat.size - 1].end
    end = words[repeat.last].end
    return Hit(
        message="The translation says the same words several times in a row",
        spans=(target_span(once, end),),
        suggestion=replace_target(once, end, ""),
        confidence=0.85 if repeat.size >= _PHRASE or repeat.last - repeat.first >= 2 * repeat.size else 0.7,
        severity=None if repeat.size >= _PHRASE or repeat.last - repeat.first >= 2 * repeat.size else Severity.MINOR,
    )
