from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, ClassVar

from wordfreq import get_frequency_dict

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity
from mtreview.lazy import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

# Misspellings so frequent that word lists know them.
_FREQUENT = """absense=absence accomodate=accommodate accomodation=accommodation acheive=achieve acheived=achieved
accross=across adress=address agressive=aggressive agression=aggression alot=a_lot amoung=among apparant=apparent
arguement=argument begining=beginning beleive=believe beleived=believed benefical=beneficial calender=calendar
catagory=category cemetary=cemetery changable=changeable comittee=committee commitee=committee completly=completely
concious=conscious decison=decision definately=definitely definitly=definitely desparate=desperate develope=develop
developement=development diferent=different dissapear=disappear dissapeared=disappeared embarass=embarrass
enviroment=environment enviromental=environmental existance=existence experiance=experience explaination=explanation
familar=familiar finaly=finally foriegn=foreign fourty=forty freind=friend freinds=friends futher=further
goverment=government goverments=governments gaurd=guard happend=happened harrass=harass immediatly=immediately
independant=independent independance=independence inteligence=intelligence intresting=interesting knowlege=knowledge
liason=liaison maintainance=maintenance millenium=millennium neccessary=necessary necesary=necessary
noticable=noticeable ocasion=occasion occassion=occasion occured=occurred occuring=occurring occurence=occurrence
oportunity=opportunity parlament=parliament parliment=parliament particulary=particularly peacefull=peaceful
persue=pursue posession=possession possibilty=possibility prefered=preferred presense=presence privelege=privilege
probaly=probably pronounciation=pronunciation publically=publicly realy=really reccomend=recommend recieve=receive
recieved=received recieving=receiving recomend=recommend refered=referred relevent=relevant religous=religious
responsability=responsibility resistence=resistance seperate=separate seperated=separated seperatist=separatist
sucess=success sucessful=successful succesful=successful suprise=surprise suprised=surprised teh=the tommorow=tomorrow
tomorow=tomorrow truely=truly unfortunatly=unfortunately untill=until usefull=useful wellfare=welfare wich=which
withing=within writting=writing yatch=yacht"""
_KNOWN = {wrong: right.replace("_", " ") for wrong, _, right in (pair.partition("=") for pair in _FREQUENT.split())}
_SHORTEST, _LONGEST = 5, 24
_COMMON = 1e-5  # share of all words that each of the 10,000 or so commonest has
_BESIDE = frozenset("/@_=#.<&\\$`-[{|~%'’")
_BESIDE_OR_STOP = _BESIDE | {"."}


@dataclass(frozen=True, kw_only=True)
class Spelling(SegmentCheck):
    """Report a misspelt word, where a common word one letter away shows what was meant.

    It is precise rather than complete: a word counts as unknown only if neither English nor Spanish use it anywhere.
    What the source has too, names and code are left.

    Bad:
        es: El acuerdo entre el gobierno y los vecinos.
        en: The agreement [[beteen]] the [[goverment]] and the neighbours.
        fix: between
    Good:
        es: El codec y la pingüinera.
        en: The codec, the colour and the flibbertigibbet of Beteen.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.SPELLING

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each misspelt word of the target."""
        if not any(map(_unknown.__getitem__, view.target_forms)):
            return
        if not any(map(str.islower, filter(_unknown.__getitem__, view.target_spelt))):
            return
        text = view.target
        for word, start, end in view.target_words:
            if (
                not word.islower()
                or not _unknown(word)
                or word in view.source_forms
                or word in view.context.ignore_words
            ):
                continue
            after = text[end : end + 2]
            if text[max(0, start - 1) : start] in _BESIDE or (after[:1] in _BESIDE_OR_STOP and after[1:].strip()):
                continue
            meant = _meant(word)
            if not meant:
                continue
            yield Hit(
                message=f'"{word}" is no English word; "{meant}" may be meant',
                spans=(target_span(start, end),),
                suggestion=replace_target(start, end, meant),
                confidence=0.95 if word in _KNOWN else 0.75,
            )


def _is_unknown(word: str) -> bool:
    """Say whether neither language uses a word, or it is a frequent misspelling."""
    if word in _KNOWN:
        return True
    plain = _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()
    return plain and word not in get_frequency_dict("en") and word not in get_frequency_dict("es")


_unknown = Remembered(_is_unknown, 262_144)


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """Return the common word that an unknown one stands for; "" where nothing is near."""
    if word in _KNOWN:
        return _KNOWN[word]
    used = get_frequency_dict("en")
    best = max(_near(word), key=lambda near: used.get(near, 0.0))
    return best if used.get(best, 0.0) >= _COMMON else ""


def _near(word: str) -> Iterator[str]:
    """Yield all strings one letter away that begin with the same letter."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
