"""Why words without a counterpart may have one after all: a sign, a figure, an acronym or a number says the same."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from mtreview.segment import Side
from mtreview.text.number_match import match
from mtreview.text.number_values import Kind
from mtreview.text.units import unconverted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.checks._uncovered import Passage
    from mtreview.text.number_values import Number
    from mtreview.view import SegmentView

_ACRONYM: Final = re.compile(r"\b[A-Z][A-Za-z0-9]{1,7}\b")
_WORD: Final = re.compile(r"[^\W_]+")
_SAID: Final = 4  # letters; shorter words between those of a passage are function words
_TAG: Final = re.compile(r"<[^<>]{1,300}>")
_FRAME: Final = re.compile(r"\b(?:siglos?|años|década(?: de los)?)\s$")  # of a century or decade: English says 19…
_REACH: Final = 16  # code points
_SIGNS: Final = {
    "libra": "£", "pound": "£", "dólare": "$", "dólar": "$", "dollar": "$", "euro": "€", "ciento": "%", "percent": "%",
    "grado": "°", "degree": "°",
}  # fmt: skip
# Words that stand in turns which the other language says without them: "hizo uso", "todo el mundo", "at large".
_LOOSE: Final = {
    "es": frozenset(
        """
        debe deben debería deberían debía debían puede pueden podría podrían podía podían suele suelen solía haber habrá
        había habían hubo habría hace hacen hacer hacía hizo hecho hacia utiliza utilizan utilizar utilizó utilizaron
        utilizado usa usan usar usó realiza realizan realizar realizó realizaron lleva llevan llevar llevó llevado cabo
        encuentra encuentran encontraba resulta resultó queda quedan quedó trata tratan tiene tienen tener tenía tuvo
        consiste vuelve volver volvió sigue siguen seguir siguió acaba acaban acabó quiere quieren respecto cuál cuáles
        cual cuales través manera forma modo caso cuenta parte lugar momento vez veces efecto mundo hombre mismo misma
        mismos mismas propio propia cuestión relación medio tanto además también así bien aparato aparatos
        """.split()  # noqa: SIM905 - reads better
    ),
    "en": frozenset(
        """
        does did doing done being been having himself herself itself themselves myself yourself ourselves oneself past
        ahead large question part place way ways able case cases fact matter course order terms basis sort kind kinds
        thing things going gone goes come comes came makes made make making take takes took taken taking keep keeps kept
        gets getting gotten back away together along last like just even well
        """.split()  # noqa: SIM905 - reads better
    ),
}
_BRACKETED: Final = re.compile(r"\s?\((?P<short>[A-Z]\w{1,7})\)")


def excused(found: Passage, text: str, other: str) -> bool:
    """Say whether the other side has a passage as a sign, a figure, an acronym or a tag."""
    own = text[found.start : found.end]
    sign = _SIGNS.get(own.lower().rstrip("s"))
    return (
        (sign is not None and sign in other)
        or (own.isdigit() and own in other)
        or any(tag.start() < found.start < tag.end() for tag in _TAG.finditer(text))
        or any(_spells(acronym, own) for acronym in _acronyms(other))
    )


def shortened(found: Passage, text: str, other: str) -> bool:
    """Say whether an acronym may stand for a passage, or its long form for an acronym.

    That is where the other side has the acronym that follows in brackets, or one that our side lacks, whose letters are
    often those of another language. An acronym alone is left to the check of that name.
    """
    own = text[found.start : found.end]
    theirs = _acronyms(other)
    bracketed = _BRACKETED.match(text, found.end)
    if bracketed and bracketed["short"] in theirs:
        return True
    if found.words == 1:
        return bool(_acronyms(own))
    return not theirs <= _acronyms(text) and not _acronyms(own)


def loose(found: Passage, text: str, language: str) -> bool:
    """Say whether all that a passage says are words that the other language often does without."""
    own = [word.lower() for word in _WORD.findall(text[found.start : found.end])]
    said = [word for word in own if len(word) >= _SAID]
    return all(word in _LOOSE[language] for word in said or own)


def _acronyms(text: str) -> set[str]:
    """Return the words of a text of whose letters at least half are capitals: PCR, HCoV, GPs."""
    words = {word[0]: sum(map(str.isupper, word[0])) for word in _ACRONYM.finditer(text)}
    return {word for word, capitals in words.items() if capitals > 1 and 2 * capitals >= len(word)}


def _spells(acronym: str, name: str) -> bool:
    """Say whether two thirds of an acronym's letters begin the words of a name, in any order, as translations do."""
    initials = [word[0].upper() for word in name.split() if word[0].isupper()]
    found = sum((Counter(acronym) & Counter(initials)).values())
    return len(initials) > 1 and found * 3 >= len(acronym) * 2


def counted(view: SegmentView, side: Side) -> list[tuple[int, int]]:
    """Return the ranges of one side's numbers that the other side has as well, converted measures included."""
    source, target = view.source_numbers, view.target_numbers
    if not source or not target:
        return []
    found = match(source, target)
    missing, extra = unconverted((view.source, view.target), ([*found.missing], [*found.extra]), (source, target))
    if side is Side.SOURCE:
        return _ranges(view.source, source, {*missing, *found.doubtful_missing})
    return _ranges(view.target, target, {*extra, *found.doubtful_extra})


def _ranges(text: str, numbers: Sequence[Number], alone: set[Number]) -> list[tuple[int, int]]:
    """Return the ranges of the numbers that are not alone, with the word that frames a century or a decade."""
    found = []
    dated = any(number.kind is Kind.DECADE and number not in alone for number in numbers)  # 1930s names its century too
    for number in numbers:
        if number in alone and not (dated and number.kind is Kind.CENTURY):
            continue
        framed = number.kind in {Kind.CENTURY, Kind.DECADE}
        frame = _FRAME.search(text, max(0, number.start - _REACH), number.start) if framed else None
        found.append((frame.start() if frame else number.start, number.end))
    return found
