"""Which numbers of one text the other does not have."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from mtreview.text.number_values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mtreview.text.number_values import Number
    from mtreview.text.numerals import Exact

_ALL = 100  # percent
_MINUTES_APART = 12  # " minutos y "
_ADJACENT = 3  # code points between two figures that may be one number: "32, 7"


class Difference(NamedTuple):
    """Hold what is left over when equal numbers are paired.

    Attributes:
        missing: numbers that the target ought to have.
        extra: numbers of the target that the source ought to have.
        doubtful_missing: weak numbers of the source, and repetitions, without a partner.
        doubtful_extra: likewise of the target.
    """

    missing: tuple[Number, ...]
    extra: tuple[Number, ...]
    doubtful_missing: tuple[Number, ...] = ()
    doubtful_extra: tuple[Number, ...] = ()


_Key: TypeAlias = "Exact | tuple[Exact, bool]"


def _keys(number: Number, *, all_readings: bool) -> tuple[_Key, ...]:
    """Return what a number is found by: first its value, apart from months, so that May 5 is not the 5th of March."""
    return number.readings if all_readings else ((number.value, number.kind is Kind.MONTH),)


class _Pool:
    """Hold the numbers of one side that have no partner yet."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        self.numbers = numbers
        self.free = dict.fromkeys(range(len(numbers)))
        self.by_value: dict[_Key, list[int]] = {}

    def index(self, *, all_readings: bool) -> None:
        self.by_value = {}
        for place in reversed(self.free):
            number = self.numbers[place]
            for key in _keys(number, all_readings=all_readings):
                self.by_value.setdefault(key, []).append(place)

    def take(self, keys: Iterable[_Key]) -> bool:
        """Use up a free number that has one of the keys."""
        for key in keys:
            places = self.by_value.get(key)
            while places:
                place = places.pop()
                if place in self.free:
                    del self.free[place]
                    return True
        return False

    def left(self) -> list[Number]:
        return [self.numbers[place] for place in self.free]


def match(source: Sequence[Number], target: Sequence[Number]) -> Difference:
    """Pair equal numbers, by their likeliest values first and then by any reading.

    Args:
        source: the numbers of the source.
        target: the numbers of the target.
    """
    if [number.value for number in source] == [number.value for number in target]:
        return Difference((), ())
    pool_source, pool_target = _Pool(source), _Pool(target)
    for all_readings in (False, True):
        pool_target.index(all_readings=all_readings)
        for place in sorted(pool_source.free, key=lambda place: source[place].weak):
            number = source[place]
            if pool_target.take(_keys(number, all_readings=all_readings)):
                del pool_source.free[place]
    missing, extra = pool_source.left(), pool_target.left()
    if missing or extra:
        missing, extra = _joined(missing, extra)
        extra, missing = _joined(extra, missing)
    sure_missing, doubtful_missing = _sort(missing, target)
    sure_extra, doubtful_extra = _sort(extra, source)
    return Difference(tuple(sure_missing), tuple(sure_extra), tuple(doubtful_missing), tuple(doubtful_extra))


def _joined(parts: list[Number], wholes: list[Number]) -> tuple[list[Number], list[Number]]:
    """Drop neighbours that together are one number of the other side: `32, 7` and 32.7, `3/4` and three quarters."""
    if not wholes or len(parts) <= 1:
        return parts, wholes
    values = {reading: whole for whole in wholes for reading in whole.readings}
    used: set[Number] = set()
    for first, second in pairwise(parts):
        if first in used:
            continue
        for value in _together(first, second):
            whole = values.get(value)
            if whole is not None and whole not in used:
                used |= {first, second, whole}
                break
    return [part for part in parts if part not in used], [whole for whole in wholes if whole not in used]


def _together(first: Number, second: Number) -> Iterable[Exact]:
    left, right = first.value, second.value
    if second.kind is Kind.FRACTION and right < 1:
        yield left + right
    gap = second.start - first.end
    if not (isinstance(left, int) and isinstance(right, int)) or gap > _MINUTES_APART:
        return
    if right > 0 and gap <= _ADJACENT:
        yield left + Fraction(right, 10 ** len(str(right)))
        if left < right:
            yield Fraction(left, right)
    if 0 <= right < 60:  # noqa: PLR2004 - minutes
        yield left + Fraction(right, 60)


def _sort(left: list[Number], others: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """Part what the other side ought to have from what it need not repeat."""
    if not left:
        return [], []
    there = {reading for number in others for reading in number.readings}
    sure: list[Number] = []
    doubtful: list[Number] = []
    for number in left:
        excused = not there.isdisjoint(number.readings) or _optional(number, others)
        (doubtful if excused else sure).append(number)
    return sure, doubtful


def _optional(number: Number, others: Sequence[Number]) -> bool:
    """Say whether the other side may well say it without a number: one o'clock, 100 %, the century of a year."""
    if number.weak or number.value == 1 or (number.kind is Kind.PERCENT and number.value == _ALL):
        return True
    if number.kind is Kind.CENTURY:
        years = range((int(number.value) - 1) * 100, int(number.value) * 100)
        return any(reading in years for other in others for reading in other.readings)
    if number.kind is Kind.DECADE:
        return any(other.kind is Kind.CENTURY and other.value == number.value // 100 + 1 for other in others)
    return False
