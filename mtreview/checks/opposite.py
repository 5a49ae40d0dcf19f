from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._choices import changed
from mtreview.checks._contrasts import Contrasts, contrast_hit
from mtreview.checks._oppositions import OPPOSITIONS, without
from mtreview.checks.base import Hit, SegmentCheck, target_span
from mtreview.issue import Category, Severity
from mtreview.text.negation import ENGLISH_NEGATIVES, SPANISH_NEGATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

_OPPOSITES = Contrasts("""
norte : north northern : | sur : south southern :
oriental orientales : eastern : east | occidental occidentales oeste : western west West :
izquierda izquierdo : left leftist : | derecha derecho : right rightist : law straight rights
aumentar aumentó aumenta aumentan aumentaron aumentando aumento incremento incrementó : increase increased increases increasing increasingly rise rose rises risen grew growth : up more raise raised rising higher boost expand | disminuir disminuyó disminuye disminuyen disminuyeron disminución descenso reducción redujo reducir reduce reducen descendió : decrease decreased decreases decreasing decline declined declines reduce reduced reduces reduction reductions fell : down less lower fall drop dropped cut cuts lowered minimize shrink narrow cutting
subió suben subida subidas : rose rise rises increase increased raise raised risen climbed : up higher went | bajó bajada cayó caída caídas : fell fall falls dropped drop decline declined decrease decreased fallen : down lower decreasing downturn slump crash
ganó ganar ganaron victoria : won win wins victory beat : earn gained gain | perdió perder perdieron derrota : lost lose loses defeat defeated : waste missed
comprar compró compraron compra : buy bought purchase purchased buying : | vender vendió vendieron venta : sell sold sale sales selling :
abrir abrió abrieron : opened opens : open opening | cerrar cerró cerraron : close closed closes closing shut : closure
nació nacieron nacer : born birth : | murió murieron morir falleció : died die dies dead : death
primera primero : first : | última último : last latest : final recent past
mejor mejores : better best : | peor peores : worse worst :
mayor mayores máximo máxima : greater greatest larger largest bigger biggest highest maximum : more major older elderly most | menor menores mínimo mínima : smaller smallest lesser lowest minimum : less lower least minor fewer younger misdemeanor misdemeanour
encima : above : over up top | debajo : below beneath underneath : under down lower
importación importaciones : import imports : importing | exportación exportaciones : export exports : exporting
aprobó aprobaron : approved passed adopted : | rechazó rechazaron : rejected refused declined :
aceptó aceptaron aceptar : accepted accept agreed : | rechazó rechazaron rechazar : rejected refused reject refuse :
amigo amigos : friend friends : | enemigo enemigos : enemy enemies :
éxito éxitos : success successful : | fracaso fracasos : failure failed :
interior : interior inner : indoor domestic inside | exterior : exterior outer : outside foreign external abroad outdoor
ricos rico : rich wealthy : | pobres pobre : poor :
nuevo nueva nuevos nuevas : new : | viejo vieja viejos viejas antiguo antigua antiguos antiguas : old ancient : former
caliente calor : hot heat warm : | frío fría : cold cool :
aliado aliados : ally allies : | rival rivales : rival rivals :
mañana : morning : tomorrow | tarde : afternoon evening : late later | noche noches : night nights : evening tonight
siempre : always : ever | nunca jamás : never :
antes : before : earlier previously first ago rather former prior | después : after afterwards : later then since next long soon shortly
""")  # noqa: E501 - a set is one line
_BOUND = re.compile(r"\sthan\s[$€£]?\d")  # for quantifier-mismatch to judge


@dataclass(frozen=True, kw_only=True)
class Opposite(SegmentCheck):
    """Report a word whose opposite stands in the translation: north for south, rose for fell, bought for sold.

    With an encoder, a pair of which either word corresponds to something else is no such pair.

    Bad:
        es: El paro aumentó en marzo.
        en: Unemployment [[decreased]] in March.
    Bad:
        es: La frontera norte está cerrada.
        en: The [[southern]] border is closed.
    Good:
        es: El sur compró lo que el norte vendió, y no aumentó la deuda.
        en: The South bought what the North sold, and the debt decreased.

    Attributes:
        brief: a source of more words than this is judged with less severity, since it may be put in other words.
    """

    brief: int = 20
    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"negation"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each word of the target whose opposite the source has in its place, unless one side denies it."""
        denied = not SPANISH_NEGATIVES.isdisjoint(view.source_forms)
        seen: set[Token] = set()
        if denied is not ENGLISH_NEGATIVES.isdisjoint(view.target_forms):
            for before, after, _ in changed(view, OPPOSITIONS):
                if not _rendered(view, before, after) and not _BOUND.match(view.target, after.end):
                    seen.add(after)
                    yield contrast_hit(before, after, 0.7)
            for before, after in _OPPOSITES.find(view):
                if after not in seen and not _rendered(view, before, after):
                    hit = contrast_hit(before, after, 0.7)
                    brief = len(view.source_lowered) <= self.brief
                    yield replace(hit, severity=Severity.MAJOR if brief else Severity.MINOR)
        alone = without(view)
        if alone:
            yield Hit(
                message=f'Nothing in the source says "{alone.text}"',
                spans=(target_span(alone.start, alone.end),),
                confidence=0.6,
            )


def _rendered(view: SegmentView, before: Token, after: Token) -> bool:
    """Say whether one of two words has a counterpart that is not the other, as far as an encoder knows."""
    pairs = [(view.source_words[link.source], view.target_words[link.target]) for link in view.word_links]
    return (before, after) not in pairs and any(before is ours or after is theirs for ours, theirs in pairs)
