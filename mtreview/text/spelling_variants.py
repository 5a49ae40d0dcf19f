"""Words that the United States and Great Britain spell differently."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# British stems, each with the endings that it takes; the American word lacks the u, or turns re into er.
_OUR = """arbour/s ardour armour/ed behaviour/s/al candour clamour/ed colour/s/ed/ful/ing/less demeanour
endeavour/s/ed/ing favour/s/ed/able/ably/ite/ites/ing/itism fervour flavour/s/ed/ing harbour/s/ed/ing
honour/s/ed/able/ing dishonour/ed humour labour/s/ed/er/ers/ing misdemeanour/s neighbour/s/ing/hood/hoods/ly odour/s
parlour/s rancour rigour rumour/s/ed savour/ed splendour tumour/s valour vapour/s vigour discolour/ed"""
_RE = """centre/s calibre fibre/s kilometre/s litre/s lustre metre/s centimetre/s millimetre/s meagre sabre/s sombre
theatre/s"""
_LL = """travell/ed/er/ers/ing cancell/ed/ing labell/ed/ing modell/ed/ing signall/ed/ing fuell/ed/ing marvell/ous
counsell/or/ors/ing jewell/er/ers quarrell/ed/ing channell/ed/ing tunnell/ed/ing levell/ed/ing equall/ed dialled/
totall/ed/ing unravell/ed woollen/ chisell/ed libell/ed councill/or/ors"""

# American stems in -iz-: British has -is-, or -iz- too, so that these decide only against the United States.
_IZE = """apolog author capital categor central character civil commercial critic crystal custom emphas
final formal general harmon hospital industrial itali local mobil modern national neutral normal
organ penal popular privat prior public random real recogn revolution scrutin social special stabil
standard steril summar symbol sympath util vandal victim"""
_IZE_ENDINGS = "e es ed ing ation ations er ers"
_OTHERS = """aeroplane=airplane aluminium=aluminum analyse=analyze analysed=analyzed analysing=analyzing
paralyse=paralyze paralysed=paralyzed defence=defense defences=defenses offence=offense offences=offenses
pretence=pretense jewellery=jewelry mould=mold mouldy=moldy moustache=mustache plough=plow ploughed=plowed
pyjamas=pajamas sceptic=skeptic sceptical=skeptical scepticism=skepticism skilful=skillful fulfil=fulfill
fulfils=fulfills fulfilment=fulfillment instalment=installment instalments=installments enrol=enroll
enrolment=enrollment wilful=willful smoulder=smolder smouldering=smoldering tyre=tire tyres=tires kerb=curb
sulphur=sulfur foetus=fetus foetal=fetal anaemia=anemia anaesthetic=anesthetic haemorrhage=hemorrhage
diarrhoea=diarrhea oestrogen=estrogen paediatric=pediatric paediatrician=pediatrician orthopaedic=orthopedic
gynaecologist=gynecologist leukaemia=leukemia oesophagus=esophagus manoeuvre=maneuver manoeuvres=maneuvers cosy=cozy
gaol=jail programme=program programmes=programs cheque=check cheques=checks licence=license licences=licenses"""

# American forms that are British words too.
_SHARED = frozenset({"tire", "tires", "curb", "jail", "program", "programs", "check", "checks", "license", "licenses"})


class Variant(NamedTuple):
    """Hold one country's spelling of a word and the other's.

    Attributes:
        american: whether this is the spelling of the United States.
        other: the other country's.
    """

    american: bool
    other: str


def _pairs() -> Iterator[tuple[str, str]]:
    """Yield each British spelling with its American twin."""
    for stems, british, american in ((_OUR, "our", "or"), (_RE, "re", "er"), (_LL, "ll", "l")):
        for field in stems.split():
            stem, *endings = field.split("/")
            for ending in endings if british == "ll" else ("", *endings):
                head, _, tail = stem.rpartition(british)
                yield stem + ending, f"{head}{american}{tail}{ending}"
    for pair in _OTHERS.split():
        british, _, american = pair.partition("=")
        yield british, american


@cache
def variants() -> Mapping[str, Variant]:
    """Return what is spelt in two ways, by lower-case word.

    >>> variants()["colour"], variants()["theater"]
    (Variant(american=False, other='color'), Variant(american=True, other='theatre'))
    >>> variants()["organise"].other, variants()["traveler"].other, "organize" in variants()
    ('organize', 'traveller', False)
    """
    found: dict[str, Variant] = {}
    for british, american in _pairs():
        found[british] = Variant(american=False, other=american)
        if american not in _SHARED:
            found[american] = Variant(american=True, other=british)
    for stem in _IZE.split():
        for ending in _IZE_ENDINGS.split():
            found[f"{stem}is{ending}"] = Variant(american=False, other=f"{stem}iz{ending}")
    return found
