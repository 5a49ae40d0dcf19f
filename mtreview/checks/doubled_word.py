from __future__ import annotations

from dataclasses import dataclass
from operator import eq
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

# Words that good English doubles: by grammar ("he had had"), for emphasis, or as one expression.
_GOOD = """had that very really so too much many far long big bye ha hah haha heh hey hi ho knock blah bla yada no yes
oh ah tut hear there well now night never ever please again win pom cha tsk wow go come wait quick run tick ding"""
_DOUBLES = frozenset(_GOOD.split())
_STRESS = """very really too much many far long big again never ever now well go come wait run quick please"""
_STRESSED = frozenset(_STRESS.split())
_GRAMMAR = """a an the of to in on at by for with from as is are was were be been has have and or but if not it he she
they we you i his her its their this these those which who what will would can could"""
_FUNCTION = frozenset(_GRAMMAR.split())
_POSSIBLE = frozenset({"is", "you", "her", "it", "in", "on", "do", "who", "what", "one", "up"})
_ENDS = """turned switched logged signed go goes going went put plugged checked carried carry log turn sign switch live
lived come came broke broken drop dropped move moved hand handed kick kicked turning switching logging moving"""
_PHRASAL = frozenset(_ENDS.split())


@dataclass(frozen=True, kw_only=True)
class DoubledWord(SegmentCheck):
    """Report a word that stands twice in a row.

    Doubles of grammar, names such as Bora Bora, and doubles that answer to one in the source are left; so is a word
    doubled for emphasis, unless there is a source that doubles none.

    Bad:
        es: Habló con el presidente ruso.
        en: He spoke with [[the the]] Russian president.
        fix: the
    Good:
        es: Es muy muy grande.
        en: It is big big, and she had had enough of Bora Bora.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.DUPLICATION

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each run of one word."""
        forms = view.target_lowered
        if not any(map(eq, forms, forms[1:])):
            return
        words = view.target_words
        excused = len(list(_runs(view.source, view.source_words)))
        for first, last in list(_runs(view.target, words))[excused:]:
            form = forms[first]
            names = words[first].text[0].isupper() and words[last].text[0].isupper()
            stressed = form in _STRESSED and view.has_source
            if (
                (form in _DOUBLES and not stressed)
                or _parts(view.target, words, first, last)
                or (names and (form not in _FUNCTION or form == "a"))
            ):
                continue
            start, end = words[first].start, words[last].end
            yield Hit(
                message=f'"{words[first].text}" stands {"twice" if last == first + 1 else "several times"} in a row',
                spans=(target_span(start, end),),
                suggestion=replace_target(start, end, words[first].text),
                confidence=0.7 if stressed or form in _POSSIBLE else 0.95,
            )


def _parts(text: str, words: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the words belong to others: "Moon Jae-in in May", "then then-president", "turned on on the desk"."""
    joined = (
        text[words[first].start - 1 : words[first].start] == "-" or text[words[last].end : words[last].end + 1] == "-"
    )
    phrasal = first > 0 and words[first].text in {"in", "on"} and words[first - 1].text.lower() in _PHRASAL
    return joined or phrasal


def _runs(text: str, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each run of one word with nothing but space between."""
    first = 0
    for index in range(1, len(words) + 1):
        if index < len(words):
            before, word = words[index - 1], words[index]
            if (
                word.text.lower() == before.text.lower()
                and word.text[0].isalpha()
                and text[before.end : word.start].isspace()
            ):
                continue
        if index - first > 1:
            yield first, index - 1
        first = index
