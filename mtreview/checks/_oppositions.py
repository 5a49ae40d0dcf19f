"""Words whose opposite a translation has where it says nothing that would render them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mtreview.checks._choices import read_choices
from mtreview.text.negation import ENGLISH_NEGATIVES

if TYPE_CHECKING:
    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

OPPOSITIONS: Final = read_choices("""
después tras luego posterior posteriormente : after following later subsequent subsequently since then once upon afterwards next over behind when : before : poco antes previo previa previos anterior anteriores anteriormente hasta ante víspera previamente todavía aún delante antesala anticipar adelantar : after
antes : before prior earlier ahead previously previous until first sooner former rather ago by formerly : after : después tras luego posterior posteriores posteriormente siguiente siguientes cuando desde una vez durante cabo partir final día mañana cuidar buscar : before
más : more most further longer better additional over another else worse greater higher larger above rather anymore extra again beyond : less : menos poco menor menores pocas pocos apenas disminuir reducir escaso escasa sin no mínimo : more
primer primera primero primeros primeras : first 1st one early earliest initial initially primary prime originally beginning firstly start opening no top 1 foremost pioneer premier begin : last : último última últimos últimas pasado pasada pasados pasadas final anoche durar dura duró duraron ayer finalmente definitivo reciente recientes antes : first
último última últimos últimas : last latest final past recent recently lately finally ultimate latter lastly ultimately newest most : first : primer primera primero primeros primeras antes inicial uno principio principios inicio pronto solo prima : last
nuevo nueva nuevos nuevas : new newly again another further newest fresh renewed recent young novel : old : viejo vieja viejos viejas antiguo antigua antiguos antiguas edad años año mayor mayores ancianos anciano meses anterior veterano : new
alto alta altos altas : high highly tall senior top loud loudly upper heights highest higher elevated large great much aloud haut stop halt out major long : low : bajo baja bajos bajas reducido reducida escaso escasa mínimo poco poca menor menos inferior pequeño : high
bueno buena buenos buenas buen : good well great nice best better fine right positive kind okay goods nicely : bad : malo mala malos malas mal no peor : good
ganó ganar ganaron gana ganado ganan victoria triunfo triunfó venció : won win wins winning beat victory gained earn earned earns gain gains victories defeated triumph winner : lost : perdió perder perdieron perdido pierde derrota pérdida perdida perdidos perdía desaparecido : won
mejor mejores : best better improve improved finest good more well rather improving top great improves prefer : worst worse : peor peores no menos : best
""")  # noqa: E501 - a word is one line

_LACK_WORDS: Final = """sin no ni ningún ninguna ninguno nunca jamás nada nadie falta carece carecen carecía
ausencia excepto salvo tampoco fuera sino imposible careció dejar evitar impedir
prescindir faltar exento exenta libre libres apenas desprovisto menos"""
_LACK: Final = frozenset(_LACK_WORDS.split())
_FREE: Final = re.compile(r"inmediat|incondicional|gratis|gratuit", re.IGNORECASE)  # without delay, conditions
_SAYINGS: Final = frozenset({"any", "further", "delay", "doubt", "work", "harm", "a", "exception"})
_WITHOUT: Final = "without"


def without(view: SegmentView) -> Token | None:
    """Return the "without" of the target where nothing in the source says that something lacks."""
    if _WITHOUT not in view.target_forms or not _LACK.isdisjoint(view.source_forms) or _FREE.search(view.source):
        return None
    if not (ENGLISH_NEGATIVES - {_WITHOUT}).isdisjoint(view.target_forms):
        return None  # "not without"
    words = view.target_words
    at = next(at for at, word in enumerate(words) if word.text.lower() == _WITHOUT)
    following = words[at + 1].text.lower() if at + 1 < len(words) else ""
    return None if following in _SAYINGS else words[at]
