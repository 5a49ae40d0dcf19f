"""The first pass over a text for numbers: figures, number words and Roman numerals, each by itself."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mtreview.text.number_figures import FIGURES, read_figures
from mtreview.text.number_values import Kind, Lexeme
from mtreview.text.number_words import LEXICONS, MONTHS, Role
from mtreview.text.numerals import VULGAR, roman

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mtreview.text.number_words import Word

_VULGAR = "[½¼¾⅓⅔⅕⅛]"
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*")
_TOKEN = re.compile(rf"(?P<vulgar>{_VULGAR})|(?P<word>{_WORD.pattern})|{FIGURES}", re.VERBOSE)
_FIGURE = re.compile(rf"(?<![^\W_])(?:{FIGURES})|(?P<vulgar>{_VULGAR})", re.VERBOSE)
_ROMAN_LETTERS = frozenset("IVXLCDM")
_MONTH_BEFORE = {"es": re.compile(r"\s{1,4}(?:del?\s)?\d"), "en": re.compile(r"\.?,?\s{1,4}\d")}
_MONTH_AFTER = {"es": frozenset({" de ", " ", "-", "/"}), "en": frozenset({" ", " of ", "-", "/", "st ", "th "})}
_LAST_CENTURY = 30
_CENTURY_WORDS = frozenset({"siglo", "siglos"})
_CENTURY_GAPS = frozenset({" ", " y ", " e ", " o ", " a ", " al ", " y el ", ", ", "-", "–", " ó "})
_ROMAN_ORDINAL = re.compile(r"([IVXL]+)(?:st|nd|rd|th)")
_FORM = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLCDM](?<!\w.)[IVXLCDM]+(?:th|st|nd|rd)?\b")  # begins with its letters, which re finds fast
_ROMAN_WORD = re.compile(r"[IVXLCDM](?<!\w.)(?:[IVXLCDM]+(?:th|st|nd|rd)?|th|st|nd|rd)\b")
_ANY_FIGURE = re.compile(rf"[\d{_VULGAR[1:]}")
_GLUED = re.compile(r"\d[^\W\d_]")
_KNOWN = {lang: lexicon.keys() | MONTHS[lang].keys() | _CENTURY_WORDS for lang, lexicon in LEXICONS.items()}
_BESIDE_FIGURES = {
    lang: known - {form for form, word in LEXICONS[lang].items() if word.role is Role.ARTICLE}
    for lang, known in _KNOWN.items()
}
_ALONE = {lang: telling - MONTHS[lang].keys() for lang, telling in _BESIDE_FIGURES.items()}


class _Scan:
    """Gather the lexemes of one text."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.lang = lang
        self.lexicon: dict[str, Word] = LEXICONS[lang]
        self.months = MONTHS[lang]
        self.lexemes: list[Lexeme] = []
        self.century = -1  # where the last century, or the word for it, ended

    def everything(self) -> list[Lexeme]:
        """Return the lexemes of a text, looked for in each of its words."""
        for match in _TOKEN.finditer(self.text):
            if match.lastgroup != "word":
                self._figure(match)
                continue
            raw = match[0]
            form = raw.lower()
            if not form.isascii():
                form = unicodedata.normalize("NFC", form)
            if form in _KNOWN[self.lang] or raw[0] in _ROMAN_LETTERS or self.century >= 0:
                self._word(match, form)
        return self.lexemes

    def figures(self) -> list[Lexeme]:
        """Return the lexemes of a text that has no number words."""
        for match in _figures(self.text):
            self._figure(match)
        return self.lexemes

    def known(self, forms: Iterable[str], *, figures: bool) -> list[Lexeme]:
        """Return the lexemes of a text whose number words are known, which spares a look at all others.

        Args:
            forms: those words, in lower case.
            figures: whether there are figures as well.
        """
        text, lowered = self.text, self.text.lower()
        places = {match.start(): match for match in _ROMAN_WORD.finditer(text)}
        for form in forms:
            at = lowered.find(form)
            while at >= 0:
                match = None if at and _inside(text[at - 1]) else _WORD.match(text, at)
                if match and match.end() == at + len(form):
                    places[at] = match
                at = lowered.find(form, at + 1)
        words = frozenset(places)
        if figures:
            places.update((match.start(), match) for match in _figures(text))
        for at in sorted(places):
            if at in words:
                self._word(places[at], places[at][0].lower())
            else:
                self._figure(places[at])
        return self.lexemes

    def _figure(self, match: re.Match[str]) -> None:
        if match.lastgroup == "vulgar":
            self.lexemes.append(Lexeme(Role.HALF, VULGAR[match[0]], *match.span(), Kind.FRACTION, form=match[0]))
        else:
            self.lexemes.extend(read_figures(self.text, match, self.lexemes, self.lang))

    def _word(self, match: re.Match[str], form: str) -> None:
        raw = match[0]
        word = self.lexicon.get(form)
        if word:
            self.lexemes.append(Lexeme(word.role, word.value, *match.span(), form=form, vague=word.vague))
        elif form in _CENTURY_WORDS:
            self.century = match.end()
        elif form in self.months and (raw[0].isupper() or self.lang == "es"):
            self._month(match, self.months[form])
        elif raw[0] in "IVXLCDM" or self.century >= 0:
            self._roman(match)

    def _roman(self, match: re.Match[str]) -> None:
        """Take a Roman numeral; one that names a century lets the next one do so, as in `siglos XVIII y XIX`."""
        raw = match.group()
        near = self.century >= 0 and self.text[self.century : match.start()] in _CENTURY_GAPS
        ordinal = _ROMAN_ORDINAL.fullmatch(raw)
        value = roman(ordinal[1] if ordinal else raw.upper() if near else raw)
        if value is None or (len(raw) == 1 and not near):
            return
        if near and (
            value > _LAST_CENTURY or (len(raw) == 1 and (raw.islower() or self.text.startswith(". ", match.end())))
        ):
            return
        if near:
            self.century = match.end()
        kind = Kind.CENTURY if near else Kind.ROMAN
        self.lexemes.append(Lexeme(Role.ROMAN, value, *match.span(), kind=kind, weak=not near))

    def _month(self, match: re.Match[str], value: int) -> None:
        """Take the name of a month where it stands beside a figure: `may` and `march` are also words."""
        last = self.lexemes[-1] if self.lexemes else None
        gap = self.text[last.end : match.start()] if last and last.role is Role.FIGURES else None
        if gap in _MONTH_AFTER[self.lang] or _MONTH_BEFORE[self.lang].match(self.text, match.end()):
            self.lexemes.append(Lexeme(Role.ROMAN, value, *match.span(), kind=Kind.MONTH, weak=True))


def scan(text: str, lang: str, forms: Collection[str] | None = None) -> list[Lexeme]:
    """Return what may be a number, or a part of one, in order; nothing is read where there can be none.

    Args:
        text: one segment.
        lang: `es` or `en`.
        forms: its words in lower case, where they are known.
    """
    figures = _ANY_FIGURE.search(text)
    telling = (_BESIDE_FIGURES if figures else _ALONE)[lang]
    if forms is None or not unicodedata.is_normalized("NFC", text):
        known = telling.intersection(_FORM.findall(unicodedata.normalize("NFC", text).lower()))
        glued = True
    else:
        known = telling.intersection(forms)
        glued = False
    if not known and not _ROMAN.search(text):
        return _Scan(text, lang).figures() if figures else []
    if glued or _in_pieces(text, known, figures=bool(figures)):
        return _Scan(text, lang).everything()
    known = _KNOWN[lang].intersection(forms or ())
    if "'" in text or "’" in text:  # "one's" is a word with a number word in it
        known |= {part for form in forms or () if not form.isalnum() for part in _FORM.findall(form)} & _KNOWN[lang]
    return _Scan(text, lang).known(known, figures=bool(figures))


def _in_pieces(text: str, known: Collection[str], *, figures: bool) -> bool:
    """Say whether words may matter that are no words by themselves: "10mil", the numeral after "siglo"."""
    if "_" in text or not _CENTURY_WORDS.isdisjoint(known):
        return True
    return (figures and _GLUED.search(text) is not None) or len(text.lower()) != len(text)


def _figures(text: str) -> Iterator[re.Match[str]]:
    """Yield the figures of a text: each begins with a digit or with a point before one."""
    digit = _ANY_FIGURE.search(text)
    while digit:
        start = digit.start()
        match = _FIGURE.match(text, start - 1) if start and text[start - 1] == "." else None
        match = match or _FIGURE.match(text, start)
        if match:
            yield match
        digit = _ANY_FIGURE.search(text, match.end() if match else start + 1)


def _inside(character: str) -> bool:
    """Say whether a character goes on with a word."""
    return character.isalnum() or unicodedata.combining(character) > 0
