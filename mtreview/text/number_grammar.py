"""The second pass: number words and figures that stand together become one number."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mtreview.text.number_context import in_context
from mtreview.text.number_values import Kind, Number
from mtreview.text.number_words import AND, AND_HALF, JOINTS, OF, SCALE_JOINTS, UNIT_JOINTS, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.number_values import Lexeme
    from mtreview.text.numerals import Exact

_THOUSAND = 10**3
_SMALL = 12
_WIDEST_GAP = 8  # " of a " and the like
_WIDEST_RANGE = 16  # " and more than "
_NO_LIMIT = 10**30
_EXTENDING = frozenset({Role.ARTICLE, Role.UNIT, Role.TEEN, Role.TENS, Role.HUNDREDS})
_ALWAYS_WEAK = frozenset({Role.DOZEN, Role.HALF, Role.PART, Role.SCALE, Role.HUNDRED})
_LOOSE = {Role.PART: Kind.FRACTION, Role.HALF: Kind.FRACTION, Role.DOZEN: Kind.GROUP}
_FIXED = frozenset({Role.ROMAN, Role.DECADE})
_COMPOUND_KINDS = frozenset({Kind.YEAR, Kind.FRACTION, Kind.ORDINAL})
_THIRD, _TEN, _HUNDRED = 3, 10, 100
_MINUTES = 60
_ONE_AND_A_HALF = Fraction(3, 2)  # "año y medio"
_TURN_OF_CENTURY = range(16, 21)


class _Sum:
    """Add up one number from its lexemes.

    Attributes:
        closed: what millions and above came to, one entry a reading.
        open: what thousands came to.
        group: what stands below the next scale word.
        room: the next plain addend must be smaller.
        limit: the next scale word must be smaller.
    """

    def __init__(self, text: str, lexemes: Sequence[Lexeme], first: int, lang: str) -> None:
        self.text = text
        self.lexemes = lexemes
        self.first = first
        self.next = first + 1
        self.lang = lang
        lexeme = lexemes[first]
        self.roles = [lexeme.role]
        self.group: list[Exact] = [lexeme.value, *lexeme.alternatives]
        self.closed: list[Exact] = [0] * len(self.group)
        self.open: list[Exact] = [0] * len(self.group)
        self.limit: Exact = _NO_LIMIT
        self.scale: Exact = 1
        self.room: Exact = 1
        self.kind = Kind.CARDINAL
        self.extra: tuple[Exact, ...] = ()
        if lexeme.role is Role.TENS:
            self.room = 10
        elif lexeme.role in {Role.HUNDREDS, Role.HUNDRED}:
            self.room = 100
        elif lexeme.role is Role.SCALE:
            self.group = [1]
            self._multiply(lexeme.value)

    def run(self) -> Number | None:
        """Return the number, or None where the words are none by themselves."""
        lexemes = self.lexemes
        while self.next < len(lexemes):
            lexeme = lexemes[self.next]
            gap = self.text[lexemes[self.next - 1].end : lexeme.start]
            if len(gap) > _WIDEST_GAP or not self._take(lexeme, gap):
                break
            self.roles.append(lexeme.role)
            self.next += 1
        return self._number()

    def _take(self, lexeme: Lexeme, gap: str) -> bool:
        """Add one more lexeme, if it goes on with this number."""
        role = lexeme.role
        if role in _EXTENDING:
            return self._extend(lexeme, gap)
        if role is Role.HALF:
            return self._half(lexeme, gap)
        if role is Role.FIGURES:
            return gap == " " and self._figures(lexeme)
        if role in {Role.SCALE, Role.DOZEN}:
            return self._joins_scale(role, gap) and self._multiply_by(lexeme)
        if role in {Role.ORDINAL, Role.PART}:
            return gap in JOINTS[self.lang] and self._part(lexeme)
        return role is Role.HUNDRED and gap in JOINTS[self.lang] and self._hundred()

    def _joins_scale(self, role: Role, gap: str) -> bool:
        if self.roles[-1] is Role.HALF:
            return gap in OF[self.lang]
        thousands = gap == " de " and self.lexemes[self.next - 1].form == "miles"
        return thousands or gap in (SCALE_JOINTS if role is Role.SCALE else JOINTS)[self.lang]

    def _multiply_by(self, lexeme: Lexeme) -> bool:
        return self._multiply(lexeme.value) if lexeme.role is Role.SCALE else self._dozen(lexeme.value)

    def _extend(self, lexeme: Lexeme, gap: str) -> bool:
        value, role, last = lexeme.value, lexeme.role, self.roles[-1]
        if self.roles[0] is Role.FIGURES:
            return False
        if value >= _TEN and len(self.roles) == 1 and self.lang == "en" and self._paired(lexeme, gap):
            return True
        if not 0 < value < self.room:
            return False
        if last is Role.TENS:
            joined = gap in UNIT_JOINTS[self.lang]
        else:
            joined = gap in JOINTS[self.lang] or (self.lang == "en" and gap in AND["en"] and self._ends_here(self.next))
        if not joined:
            return False
        self.group = [entry + value for entry in self.group]
        self.room = {Role.TENS: 10, Role.HUNDREDS: 100}.get(role, 1)
        return True

    def _ends_here(self, index: int) -> bool:
        """Say that `and two` is not the start of the next number, as in `one hundred and two hundred`."""
        after = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else None
        if after is None or self.text[self.lexemes[index].end : after.start] != " ":
            return True
        return after.role is not Role.HUNDRED and not (after.role is Role.SCALE and after.value >= self.scale > 1)

    def _paired(self, lexeme: Lexeme, gap: str) -> bool:
        """Take the second half of `nineteen eighty-four` or `nine-thirty`."""
        if self.roles[0] not in {Role.UNIT, Role.TEEN, Role.TENS} or gap not in {" ", "-"}:
            return False
        if gap == "-" and 0 < self.group[0] <= _SMALL and lexeme.value < _MINUTES:
            self.group = [self.group[0] + Fraction(lexeme.value, _MINUTES)]
            self.room = 1
            return True
        if self.group[0] not in _TURN_OF_CENTURY:
            return False
        self.group = [self.group[0] * 100 + lexeme.value]
        self.room = 10 if lexeme.role is Role.TENS else 1
        self.kind = Kind.YEAR
        return True

    def _hundred(self) -> bool:
        if not 0 < self.group[0] < _HUNDRED or self.room < 1:
            return False
        self.group = [entry * 100 for entry in self.group]
        self.room = 100
        return True

    def _multiply(self, scale: Exact) -> bool:
        if scale == _THOUSAND:
            if self.open[0] or self.limit <= scale:
                return False
            self.open = [(entry or 1) * scale for entry in self.group]
        elif scale < self.limit:
            self.closed = [
                closed + (opened + entry or 1) * scale
                for closed, opened, entry in zip(self.closed, self.open, self.group, strict=True)
            ]
            self.open = [0] * len(self.group)
            self.limit = scale
        else:
            return False
        self.group = [0] * len(self.group)
        self.room, self.scale = _THOUSAND, scale
        return True

    def _half(self, lexeme: Lexeme, gap: str) -> bool:
        glyph = len(lexeme.form) == 1
        if not (gap in AND_HALF[self.lang] or (glyph and gap in {"", " "})) or self.roles[-1] in _ALWAYS_WEAK - {
            Role.SCALE
        }:
            return False
        whole = self._values()
        added = lexeme.value * (self.scale if self.roles[-1] is Role.SCALE else 1)
        if self.roles[-1] is Role.SCALE:
            self.closed = [entry + added for entry in self.closed]
        else:
            self.group = [entry + added for entry in self.group]
            self.extra = (*self.extra, *whole)
        self.room = 1
        return True

    def _dozen(self, count: Exact) -> bool:
        if self.closed[0] or self.open[0]:
            return False
        self.group = [entry * count for entry in self.group]
        return True

    def _part(self, lexeme: Lexeme) -> bool:
        """Take an ordinal after tens (`twenty-first`), or a denominator (`two-thirds`, `un tercio`)."""
        value, last = lexeme.value, self.roles[-1]
        if lexeme.role is Role.ORDINAL and last in {Role.TENS, Role.ORDINAL} and value < _TEN <= self.group[0]:
            self.group = [entry + value for entry in self.group]
            self.kind = Kind.ORDINAL
            return True
        plural = lexeme.form.endswith("os") or lexeme.role is Role.PART
        counted = last in {Role.UNIT, Role.FIGURES} and plural
        if value < _THIRD or len(self.roles) > 1 or not (counted or last is Role.ARTICLE or self.group[0] == 1):
            return False
        if last not in {Role.UNIT, Role.FIGURES, Role.ARTICLE} or (last is Role.ARTICLE and lexeme.form.endswith("a")):
            return False
        self.extra = (value,) if self.group[0] == 1 else ()
        self.group = [Fraction(entry) / value for entry in self.group[:1]]
        self.closed, self.open = [0], [0]
        self.kind = Kind.FRACTION
        return True

    def _figures(self, lexeme: Lexeme) -> bool:
        """Take the figures of `5 millones 143 mil 312`, as Mexican newspapers write."""
        after = self.lexemes[self.next + 1] if self.next + 1 < len(self.lexemes) else None
        goes_on = after is not None and after.role is Role.SCALE and after.start - lexeme.end == 1
        fits = (goes_on or self.lang == "es") and self.roles[-1] is Role.SCALE and 0 < lexeme.value < _THOUSAND
        if not fits or not (goes_on or self.scale == _THOUSAND) or Role.FIGURES not in self.roles:
            return False
        self.group = [entry + lexeme.value for entry in self.group]
        return True

    def _values(self) -> tuple[Exact, ...]:
        return tuple(
            closed + opened + entry for closed, opened, entry in zip(self.closed, self.open, self.group, strict=True)
        )

    def _number(self) -> Number | None:
        first, last = self.lexemes[self.first], self.lexemes[self.next - 1]
        if len(self.roles) == 1:
            return _alone(first)
        values = (*self._values(), *self.extra)
        weak = Role.DOZEN in self.roles or self.kind is Kind.FRACTION or values[0] == _ONE_AND_A_HALF
        if first.vague:
            return None
        kind = self.kind if self.kind in _COMPOUND_KINDS else Kind.CARDINAL
        return Number(values[0], first.start, last.end, kind, values[1:], weak, first.role is Role.FIGURES)


def _alone(lexeme: Lexeme) -> Number | None:
    """Return the number that one lexeme is by itself, if it is one."""
    role, value, start, end, kind, alternatives, weak, _, vague = lexeme
    if role is Role.FIGURES:
        return Number(value, start, end, kind, alternatives, weak, written=True)
    if vague or role is Role.ARTICLE:
        return None
    if role is Role.ORDINAL:
        shares = (Fraction(1, int(value)),) if value >= _THIRD else ()
        return Number(value, start, end, Kind.ORDINAL, shares, weak=value <= _SMALL)
    if role in _LOOSE:
        loose = Fraction(1, int(value)) if role is Role.PART else value
        return Number(loose, start, end, _LOOSE[role], weak=True)
    weak = weak or role in _ALWAYS_WEAK or value == _HUNDRED or (role not in _FIXED and value <= _SMALL)
    return Number(value, start, end, Kind.DECADE if role is Role.DECADE else kind, alternatives, weak)


def combine(text: str, lexemes: Sequence[Lexeme], lang: str) -> Iterator[Number]:
    """Yield the numbers that `lexemes` make up, in order."""
    index = 0
    waiting: Number | None = None
    while index < len(lexemes):
        first = lexemes[index]
        if first.role is Role.HUNDREDS and text.startswith("por ", first.start - 4):  # "3 por ciento"
            index += 1
            continue
        scale: Exact = 1
        if index + 1 < len(lexemes) and lexemes[index + 1].start - first.end <= _WIDEST_GAP:
            total = _Sum(text, lexemes, index, lang)
            number = total.run()
            index, scale = total.next, total.scale
        else:
            number = _alone(first)
            index += 1
        if number is None:
            continue
        if waiting is not None:
            yield _sharing(waiting, number, scale)
        waiting = in_context(text, number, lang)
    if waiting is not None:
        yield waiting


def _sharing(number: Number, following: Number, scale: Exact) -> Number:
    """Return a number that may share the scale of the next one, as in `between 3 and 10 million`."""
    near = following.start - number.end <= _WIDEST_RANGE
    if scale < _THOUSAND or not near or not 0 < number.value < _THOUSAND or number.kind is not Kind.CARDINAL:
        return number
    return number._replace(alternatives=(*number.alternatives, number.value * scale))
