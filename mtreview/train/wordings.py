"""Short lists that errors and harmless changes draw on, written for this project."""

from __future__ import annotations

from typing import Final

_OPPOSITES: Final = """
increase decrease|increased decreased|increases decreases|rise fall|rose fell|rising falling|more less
most least|higher lower|high low|highest lowest|large small|larger smaller|big little|good bad|better worse
best worst|early late|earlier later|before after|first last|old new|young old|open closed|opened closed
start end|started ended|begin finish|began finished|accept reject|accepted rejected|agree disagree
allow forbid|allowed banned|always never|often rarely|win lose|won lost|victory defeat|strong weak
stronger weaker|rich poor|easy difficult|hard easy|fast slow|near far|inside outside|above below|over under
up down|left right|north south|east west|hot cold|warm cool|dry wet|full empty|long short|longer shorter
many few|all none|everyone nobody|everything nothing|possible impossible|legal illegal|safe dangerous
public private|male female|man woman|men women|boy girl|father mother|son daughter|brother sister|husband wife
king queen|buy sell|bought sold|lend borrow|give take|gave took|push pull|enter leave|arrive depart
arrived left|remember forget|love hate|loved hated|friend enemy|peace war|life death|born died|alive dead
true false|right wrong|success failure|positive negative|gain loss|profit loss|support oppose
supported opposed|include exclude|including excluding|with without|day night|morning evening|summer winter
yesterday tomorrow|today yesterday|minimum maximum|import export|cause effect|attack defend|build destroy
built destroyed|create destroy|raise lower|raised lowered|expensive cheap|heavy light|dark bright
tomorrow yesterday|past future|ancient modern|upper lower|majority minority|internal external|domestic foreign
healthy sick
"""
_CONFUSED: Final = """
current actual|currently actually|success event|library bookstore|relatives parents|attend assist
college school|large long|editorial publisher|sensible sensitive|parents fathers|eventually possibly
carpet folder|fabric factory|idiom language|realize make|pretend intend|embarrassed pregnant|exit success
notice news|lecture reading|argument plot|compromise commitment|conductor driver|record remember|quit remove
support bear|dinner lunch|assistance attendance|politics policy|character personality|history story
director headmaster|career race|advertise warn|deception disappointment|disgrace misfortune|introduce insert
"""
_MODALS: Final = """
can cannot|must may|may must|should could|could should|will would|would will|might must|shall may
"""
_FUNCTION: Final = """
in on|on at|at in|on among|in after|at around|to within|with before|a an|of from|from to|to for|for by|by with|with to
into onto|about of|between among|during since
since until|through over|against with|under over|a the|the a|an the|this that|that this|these those
those these|and or|or and|but and|because although|although because|if unless|unless if|while before|as than
than as|who which|which who|where when|when where
"""
_PRONOUNS: Final = """
he she|she he|him her|her his|his her|himself herself|herself himself|they he|we they|i he|you he|their his
our their|him himself|her herself|his himself|them themselves|their theirs
my your|your my|its their|us them|them us|it they|me him
"""
_SPELLINGS: Final = """
color colour|colors colours|center centre|centers centres|labor labour|organization organisation
organizations organisations|organize organise|organized organised|recognize recognise|recognized recognised
realize realise|realized realised|theater theatre|program programme|programs programmes|defense defence
offense offence|favor favour|favorite favourite|honor honour|neighbor neighbour|neighbors neighbours
behavior behaviour|traveled travelled|traveling travelling|canceled cancelled|gray grey|analyze analyse
license licence|kilometers kilometres|meters metres|liters litres|while whilst|among amongst|toward towards
"""
_CONTRACTIONS: Final = """
do not=don't|does not=doesn't|did not=didn't|is not=isn't|are not=aren't|was not=wasn't|were not=weren't
cannot=can't|could not=couldn't|would not=wouldn't|should not=shouldn't|has not=hasn't|have not=haven't
had not=hadn't|will not=won't|it is=it's|that is=that's|there is=there's|I am=I'm|we are=we're
they are=they're|you are=you're|I have=I've|we have=we've|I will=I'll|they have=they've
"""
_EQUAL: Final = """
however=nevertheless|also=as well|but=yet|big=large|begin=start|began=started|show=demonstrate
shows=demonstrates|help=assist|for example=for instance|because of=due to|about=approximately|almost=nearly
said=stated|says=states|in order to=to|people=persons|enough=sufficient|buy=purchase|get=obtain|use=utilise
need=require|needs=requires|maybe=perhaps|although=though|more than=over|%= percent|such as=like|many=numerous
whole=entire|quickly=rapidly|huge=enormous|tell=inform|ask=request|at the moment=currently
"""


def _pairs(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair in text.replace("\n", "|").split("|"):
        if pair:
            left, right = pair.split()
            found[left] = (*found.get(left, ()), right)
    return found


def _both(text: str) -> dict[str, tuple[str, ...]]:
    found = _pairs(text)
    for left, rights in list(found.items()):
        for right in rights:
            if left not in found.get(right, ()):
                found[right] = (*found.get(right, ()), left)
    return found


def _phrases(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.split("=") for pair in text.replace("\n", "|").split("|") if pair)
    return tuple((left, right) for left, right in pairs)


OPPOSITES: Final = _both(_OPPOSITES)
CONFUSED: Final = _both(_CONFUSED)
MODALS: Final = _pairs(_MODALS)
FUNCTION: Final = _pairs(_FUNCTION)
PRONOUNS: Final = _pairs(_PRONOUNS)
SPELLINGS: Final = _both(_SPELLINGS)
CONTRACTIONS: Final = _phrases(_CONTRACTIONS)
EQUAL: Final = _phrases(_EQUAL)
AUXILIARIES: Final = frozenset({
    "is", "are", "was", "were", "am", "be", "been", "do", "does", "did", "has", "have", "had", "can", "could", "will",
    "would", "should", "may", "might", "must",
})  # fmt: skip
FILLERS: Final = (
    "very", "really", "only", "also", "perhaps", "usually", "officially", "reportedly", "in secret", "last year",
    "in Europe",
    "for the first time", "without permission", "according to experts", "several", "former", "so-called", "at night",
)  # fmt: skip
