from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wordfreq import zipf_frequency

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_CALENDAR = """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
saturdays sundays january february april june july september october november december"""
_PEOPLES = """afghan african albanian algerian american andalusian arab arabic argentinian argentine armenian asian
australian austrian azerbaijani basque belarusian belgian bolivian bosnian brazilian british bulgarian cambodian
canadian castilian catalan chilean chinese colombian costa-rican croatian cuban cypriot czech danish dominican dutch
ecuadorian egyptian english estonian ethiopian european finnish flemish french galician georgian german ghanaian greek
guatemalan haitian honduran hungarian icelandic indonesian iranian iraqi irish israeli italian jamaican japanese
jordanian kazakh kenyan korean kurdish kuwaiti kyrgyz latvian lebanese libyan lithuanian malaysian maltese mexican
moldovan mongolian moroccan nepalese nicaraguan nigerian norwegian pakistani palestinian panamanian paraguayan peruvian
portuguese puerto-rican romanian russian salvadoran saudi scottish senegalese serbian slovak slovenian somali spanish
sudanese swedish syrian tajik thai tunisian turkish turkmen ukrainian uruguayan uzbek venezuelan vietnamese welsh
yemeni afghans africans albanians algerians americans arabs argentinians armenians asians australians austrians belgians
bolivians brazilians bulgarians canadians catalans chileans colombians croatians cubans czechs ecuadorians egyptians
europeans georgians germans greeks hungarians indonesians iranians iraqis israelis italians kenyans koreans kurds
latvians libyans lithuanians mexicans moroccans nigerians norwegians pakistanis palestinians peruvians romanians
russians saudis serbs slovaks slovenians syrians turks ukrainians uruguayans venezuelans"""
_FAITHS = """buddhism buddhist buddhists catholicism catholics christian christianity christians hindu hinduism hindus
islam islamic jewish jews judaism lutheran muslim muslims protestant protestants"""
_NAMES = frozenset(f"{_CALENDAR} {_PEOPLES} {_FAITHS}".split())
_WORDS = _NAMES | {f"{word}{end}" for word in _NAMES for end in ("'s", "’s")}

# Months that are also words: what stands beside them when they are months.
_DOUBTFUL = frozenset({"march", "may", "august"})
_MONTH = re.compile(
    r"(?<![\w-])(?:(?<=\bof )|(?<=\b(?:[Ii]n|by) )|(?<=\b\d )|(?<=\b\d\d )|(?<=\d(?:st|nd|rd|th) ))"
    r"(march|may|august)(?=,? (?:19|20)\d\d\b)"
    r"|(?<![\w-])(march|august)(?= (?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?!\s?[%:]|\.\d| [a-z]+s\b))"
)
_MONTH_IN_BOTH = re.compile(
    r"\b(?:[Ii]n|of|[Ss]ince|until|last|next|from|early|late|mid) (?P<m>march|may|august)(?=[.,;)]|$| (?:and|or|to)\b)"
    r"|\b(?:[Ii]n|of|[Ss]ince|until|to|by|last|next|early|late|mid|during|and|or) (?P<n>august)\b(?!-)"
)
_SPANISH_MONTHS = {"march": "marzo", "may": "mayo", "august": "agosto"}

# Things that many houses write small: french fries, roman numerals, dutch oven.
_THINGS = """fries fry toast door doors window windows horn braid cuff cuffs dressing bread kiss oven courage
auction uncle shepherd shepherds measles bath baths delight blind blinds roulette dolls sauce setter cheese chard muffin
muffins breakfast numeral numerals dances elm flu mustard beans goulash roast coffee pastry pastries plaits"""
_SMALL = frozenset(_THINGS.split())
_CODE_BEFORE, _CODE_AFTER = frozenset("/@_=#.<&\\$`:-[{|~"), frozenset("/@_=<\\`>]}|-")
_LETTER = re.compile(r"[\"'“‘¿¡(«]{0,2}([^\W\d_])")
_FIRST_WORD = re.compile(r"[\"“‘(]?([a-z]{1,20})(?=[ ,])")
_SENTENCE = re.compile(r"[.!?…][\"”’)]?\s*$")
_KNOWN = 3.5
_PARTICLES = frozenset({"de", "van", "von", "al", "el", "la", "da", "di", "du", "bin", "le", "ibn", "e", "i"})
_SPANISH_TOO = frozenset({"a", "no", "me", "he", "has"})


@dataclass(frozen=True, kw_only=True)
class Capitalisation(SegmentCheck):
    """Report a day, month, language, nationality or faith with a small letter, and a sentence that begins with one.

    Spanish writes all of these small. What the source writes the same way, names in code, and things that many houses
    write small (“french fries”) are left.

    Bad:
        es: El gobierno español se reúne el lunes.
        en: The [[spanish]] government meets on [[monday]].
        fix: Spanish
    Bad:
        es: Nadie lo sabe.
        en: [[nobody]] knows.
        fix: Nobody
    Good:
        es: Puede que marchen en agosto.
        en: They may march in August, with french fries and a polish remover.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.SPELLING

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each word that wants a capital."""
        text = view.target
        forms = view.target_forms
        hot = forms & _WORDS
        if hot:
            written = hot.intersection(view.target_spelt)
            if written and not _all_small(text, view.source):
                yield from _small_names(view, written)
        if not forms.isdisjoint(_DOUBTFUL):
            yield from _small_months(view)
        if view.has_source and text[:2].strip('"“‘(')[:1].islower():
            yield from _small_start(view)


def _all_small(text: str, source: str) -> bool:
    """Say whether the text has no capital at all, as in a chat, nor its source a capital to begin with."""
    return text.islower() and not source[:1].isupper()


def _hit(start: int, word: str, message: str, confidence: float = 0.9) -> Hit:
    end = start + len(word)
    new = word[0].upper() + word[1:]
    return Hit(
        message=message,
        spans=(target_span(start, end),),
        suggestion=replace_target(start, end, new),
        confidence=confidence,
    )


def _small_names(view: SegmentView, written: frozenset[str]) -> Iterator[Hit]:
    text = view.target
    said = written.intersection(view.source_spelt)
    tokens = view.target_words
    for index, (word, start, end) in enumerate(tokens):
        if word not in written or word in said or word in view.context.ignore_words:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        code = before in _CODE_BEFORE and not (before == "-" and text[start - 4 : start] in {"non-", "pre-", "-and"})
        if (start and code) or after in _CODE_AFTER - {"-"} or (after == "." and text[end + 1 : end + 2].isalnum()):
            continue
        following = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
        if following in _SMALL or (word, following) == ("french", "press"):
            continue
        yield _hit(start, word, f'English writes "{word[0].upper()}{word[1:]}" with a capital')


def _small_months(view: SegmentView) -> Iterator[Hit]:
    for match in _MONTH.finditer(view.target):
        yield _month_hit(match[1] or match[2], match.start())
    for match in _MONTH_IN_BOTH.finditer(view.target):
        month = match["m"] or match["n"]
        if _SPANISH_MONTHS[month] in view.source_forms and month.capitalize() not in view.target_spelt:
            yield _month_hit(month, match.end() - len(month))


def _month_hit(word: str, start: int) -> Hit:
    return _hit(start, word, f'English writes the month "{word.capitalize()}" with a capital')


def _small_start(view: SegmentView) -> Iterator[Hit]:
    """Yield the first word where the source begins its sentence with a capital and both end as sentences do.

    A segment that goes on with the sentence of the one before is left.
    """
    previous = view.document.segments[view.index - 1].target if view.index else "."
    if not _SENTENCE.search(previous[-4:]):
        return
    start = _LETTER.match(view.source)
    first = _FIRST_WORD.match(view.target)
    if not start or not first or not start[1].isupper():
        return
    word = first[1]
    sentences = _SENTENCE.search(view.source[-4:]) and _SENTENCE.search(view.target[-4:])
    if not sentences or word in _PARTICLES or zipf_frequency(word, "en") < _KNOWN:
        return
    if word not in _SPANISH_TOO and word in view.source_spelt:
        return
    yield _hit(first.start(1), word, "A sentence begins with a capital, as the source does", 0.75)
