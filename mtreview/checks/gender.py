from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._contrasts import Contrasts, contrast_hit
from mtreview.checks.base import Hit, SegmentCheck, source_span, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_KIN = Contrasts("""
madre madres mamá : mother mothers mom mum mums moms mothering maternal : | padre papá : father fathers dad dads daddy paternal : parents
hija hijas : daughter daughters : | hijo : son sons : child children boy boys
hermana hermanas : sister sisters : | hermano : brother brothers : siblings sibling
abuela abuelas : grandmother grandmothers grandma granny : | abuelo : grandfather grandfathers grandpa granddad : grandparents
tía tías : aunt aunts auntie : | tío : uncle uncles : guy guys man
esposa esposas : wife wives : | esposo esposos marido maridos : husband husbands :
mujer : wife woman women lady : female she her hers mother girl lady ladies | marido maridos esposo esposos : husband husbands :
mujer mujeres : woman women : female females wife wives lady ladies girl | hombre hombres : man men : male males human humans husband people mankind
niña niñas : girl girls : | niño : boy boys : child kid baby
chica chicas : girl girls : | chico : boy boys : guy kid young
reina reinas : queen queens Queen : | rey : king kings King : monarch
princesa princesas : princess princesses Princess : | príncipe : prince princes Prince :
actriz actrices : actress actresses : actor actors | actor : actor actors :
sobrina sobrinas : niece nieces : | sobrino : nephew nephews :
viuda viudas : widow widows : | viudo viudos : widower widowers :
novia novias : girlfriend girlfriends bride : | novio : boyfriend boyfriends groom : fiancé partner
señora señoras : Mrs lady ladies madam : Ms Miss | señor señores : Mr sir gentleman gentlemen : lord
""")  # noqa: E501 - a set is one line

_ENDINGS = ("", *(f"{mark}{end}" for mark in "'’" for end in ("s", "d", "ll")))
_SHE = frozenset({"her", "hers", "herself"} | {f"she{end}" for end in _ENDINGS})
_HE = frozenset({"him", "his", "himself"} | {f"he{end}" for end in _ENDINGS})
_ELLA, _EL = frozenset({"ella"}), frozenset({"él"})
_NO_PERSON = re.compile(r"(?:-|\b[Ii]ts )\Z")  # a four-man team, a company and its sister
_LEAD = 4
_BRIEF = 14  # words of a source whose only pronoun is that of its subject


@dataclass(frozen=True, kw_only=True)
class Gender(SegmentCheck):
    """Report a man where the source has a woman, or a woman where it has a man.

    Only what the source says outright counts: a word such as "madre", or "ella" in a short sentence with no other
    person in it.

    Bad:
        es: Su hermana firmó el contrato.
        en: Her [[brother]] signed the contract.
    Bad:
        es: Ella dijo que no.
        en: [[He]] said no.
    Good:
        es: Su madre y su hermano saben que ella vendrá.
        en: His mother and his brother know that she will come.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each word for a person of the other sex."""
        for before, after in (*_KIN.find(view), *_KIN.repeated(view)):
            if _NO_PERSON.search(view.target, max(0, after.start - _LEAD), after.start):
                continue
            yield contrast_hit(before, after, 0.85)
        for own, wrong, right in ((_ELLA, _HE, _SHE), (_EL, _SHE, _HE)):
            if own.isdisjoint(view.source_forms) or not right.isdisjoint(view.target_forms):
                continue
            if wrong.isdisjoint(view.target_forms) or len(view.source_lowered) > _BRIEF:
                continue
            before = next(word for word in view.source_words if word.text.lower() in own)
            after = next(word for word in view.target_words if word.text.lower() in wrong)
            yield Hit(
                message=f'The source says "{before.text}", the translation "{after.text}"',
                spans=(target_span(after.start, after.end), source_span(before.start, before.end)),
                confidence=0.7,
            )
