from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._contrasts import Contrasts, contrast_hit
from mtreview.checks.base import SegmentCheck, replace_target
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.checks.base import Hit
    from mtreview.view import SegmentView

_NAMES = """
lunes : Monday Mondays : Mon | martes : Tuesday Tuesdays : Tue Tues | miércoles : Wednesday Wednesdays : Wed | jueves : Thursday Thursdays : Thu Thurs | viernes : Friday Fridays : Fri | sábado sábados Saturday : Saturday Saturdays : Sat Sabbath weekend | domingo domingos Sunday : Sunday Sundays : Sun weekend
enero : January Jan | febrero : February Feb | marzo : March | abril : April Apr | mayo : May | junio : June | julio : July | agosto : August Aug | septiembre setiembre : September Sept Sep | octubre : October Oct | noviembre : November Nov | diciembre : December Dec
"""  # noqa: E501 - a set is one line
_NAMED = Contrasts(_NAMES)
_DATES = Contrasts(f"""{_NAMES.strip()}
primavera : springtime : spring | verano veranos : summer summers summertime : | otoño : autumn : fall | invierno inviernos : winter winters wintertime :
hoy : today : now nowadays present modern currently still date this | ayer : yesterday : | mañana mañanas : tomorrow : morning mornings am a.m AM | anoche : : night
día días : days : day daily weekday midweek nights night | semana semanas : week weeks weekly : weekend fortnight day | mes meses : month months monthly : quarter day | año años : year years : annual annually yearly decades day | siglo siglos : century centuries : years year day | década décadas decenio : decade decades : years day | horas hora : hour hours hourly : time o'clock day | minuto minutos : minute minutes : moment hour day | segundos : seconds :
""")  # noqa: E501 - a set is one line
# Spans of time that have another name, too: "quince días" are two weeks, "medio año" is six months.
_RENAMED = re.compile(
    r"\b(?:medi[oa]|quince|ocho|catorce|doce|cien|sesenta|noventa|veinticuatro|8|1[2458]|24|36|48|60|72|90|100|120)\s+$"
)
_REACH = 16


@dataclass(frozen=True, kw_only=True)
class DateMismatch(SegmentCheck):
    """Report a weekday, month, season or day such as "ayer" that became another one.

    Bad:
        es: La sesión es el martes.
        en: The session is on [[Thursday]].
        fix: Tuesday
    Bad:
        es: El museo abre en verano.
        en: The museum opens in [[winter]].
        fix: summer
    Good:
        es: El martes 3 de mayo llovió en Santo Domingo.
        en: On Tuesday, May 3, it rained in Santo Domingo.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"number-mismatch", "currency-unit"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each word of time that the source does not have, in the place of another one."""
        for before, after in chain(_DATES.find(view), _DATES.repeated(view)):
            if _RENAMED.search(view.source, max(0, before.start - _REACH), before.start):
                continue
            end = after.start + len(after.text.removesuffix("'s").removesuffix("’s"))
            fix = replace_target(after.start, end, _DATES.in_english(before))
            yield replace(contrast_hit(before, after, 0.9), suggestion=fix)
