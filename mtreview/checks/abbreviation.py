from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_NAME = "[A-ZÁÉÍÓÚÑ]"
_FORMS = (
    (r"[Pp]\. ?ej\.|\b[Ee]j\.:?", "e.g."),
    (r"EE\. ?UU\.?(?:(?<=\.)|\b)|EEUU", "the US"),
    (r"(?:(?<=\d )|(?<=\d)|(?<=century )|(?<=[IVX] ))a\. ?(?:de )?(?:J\. ?)?C\.", "BC"),
    (r"(?:(?<=\d )|(?<=\d)|(?<=century )|(?<=[IVX] ))d\. ?(?:de )?(?:J\. ?)?C\.", "AD"),
    (rf"Sr\.(?= {_NAME})", "Mr."),
    (r"Sra\.", "Ms."),
    (r"Srta\.", "Miss"),
    (rf"S(?:re|ra)s\.(?= {_NAME})", "Messrs."),
    (r"Dña\.|D\.ª|Dª\.?", "Ms."),
    (rf"Dra\.(?= {_NAME})", "Dr."),
    (rf"Gral\.(?= {_NAME})", "Gen."),
    (rf"(?:Lic|Ing|Arq)\.(?= {_NAME})", ""),
    (r"Excm[oa]\.|Ilm[oa]\.", "the Honorable"),
    (r"[Nn][úu]m\.(?= ?\d)", "No."),
    (r"[Pp][áa]g\.(?= ?\d)", "p."),
    (r"[Pp][áa]gs\.(?= ?\d)", "pp."),
    (r"[Cc]ap\.(?= ?\d)", "ch."),
    (r"[Tt]elé?f\.|[Tt]fno\.", "Tel."),
    (r"[Aa]vda\.|[Cc]tra\.|[Pp]za\.", ""),
    (rf"[Cc]/(?= {_NAME})", "Calle"),
    (r"[Aa]prox\.(?! ?\d+\.\d)", "approx."),
    (r"[Mm]áx\.", "max."),
    (r"[Mm]ín\.", "min."),
    (r"JJ\. ?OO\.", "the Olympics"),
    (r"RR\. ?HH\.", "HR"),
    (r"FF\. ?AA\.", "the armed forces"),
    (r"CC\. ?AA\.", "the autonomous communities"),
    (r"[Dd]pto\.", "Dept."),
    (r"[Aa]dmón\.", ""),
    (r"Uds?\.|Vds?\.", "you"),
    (r"\b\d{1,2}(?:er|ero|era|do|da|ro|ra|to|ta|mo|ma|vo|va|no|na)(?=[ .,;)]|$)", ""),
)
_CLOSED = tuple((re.compile(rf"(?<![\w.@/-])(?:{form})(?![\w@])"), english) for form, english in _FORMS)
_WORDS = """ej ee eeuu sr sra srta sres sras dña dª d dra gral lic ing arq excmo excma ilmo ilma num núm pag pág pags
págs cap telef teléf tfno avda ctra pza aprox máx mín jj rr ff cc c dpto admón ud uds vd vds"""
_ENDINGS = ["er", "ero", "era", "do", "da", "ro", "ra", "to", "ta", "mo", "ma", "vo", "va", "no", "na"]
_HOT = frozenset({*_WORDS.split(), *(f"{number}{ending}" for number in range(1, 100) for ending in _ENDINGS)})


@dataclass(frozen=True, kw_only=True)
class Abbreviation(SegmentCheck):
    """Report Spanish abbreviations that were left in the translation: p. ej., Sra., EE. UU., núm., a. C.

    Bad:
        es: La Sra. Gil viajó a EE. UU. en el tren núm. 5.
        en: [[Sra.]] Gil travelled to [[EE. UU.]] on train [[núm.]] 5.
        fix: Ms.
    Good:
        es: La Sra. Gil cobra, p. ej., de Pinturas Gil, S. A.
        en: Ms. Gil is paid, e.g., by Pinturas Gil, S.A., art. 5.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.UNTRANSLATED
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated", "untranslated-term", "spanish-punctuation"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each Spanish abbreviation of the target."""
        text = view.target
        if view.target_forms.isdisjoint(_HOT):
            return
        done: set[int] = set()
        for pattern, english in _CLOSED:
            for match in pattern.finditer(text):
                if match.start() in done or _part_of_a_name(match):
                    continue
                done.add(match.start())
                shown = match[0].strip()
                if shown[0].isdigit() and shown not in view.source:
                    continue
                yield _hit(match.start(), shown, english or _ordinal(shown), view)


def _part_of_a_name(match: re.Match[str]) -> bool:
    """Say whether "Sr." follows a name, as in English, where it means senior."""
    before = match.string[max(0, match.start() - 24) : match.start()].split()
    return match[0] == "Sr." and bool(before) and before[-1][:1].isupper() and before[-1][-1:].isalpha()


def _ordinal(shown: str) -> str:
    figures = re.match(r"\d+", shown)
    if not figures:
        return ""
    teen = 10 < int(figures[0]) < 14  # noqa: PLR2004 - eleventh, twelfth, thirteenth
    return figures[0] + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(figures[0][-1], "th"))


def _hit(start: int, shown: str, english: str, view: SegmentView) -> Hit:
    """Return the hit for one abbreviation; an article that English already has before it is not doubled."""
    end = start + len(shown)
    doubled = english.startswith("the ") and view.target[:start].lower().endswith("the ")
    new = english.removeprefix("the ") if doubled else english
    says = f'; English writes "{new}"' if new else ""
    return Hit(
        message=f'"{shown}" is a Spanish abbreviation{says}',
        spans=(target_span(start, end),),
        suggestion=replace_target(start, end, new) if new else None,
        confidence=0.9 if shown in view.source else 0.7,
    )
