"""Hypothesis strategies for texts as they come: accents, emoji, decomposed letters, controls."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

_PIECES = (
    "El presidente ", "the ", "riots", "¿Qué?", "¡ay!", "«sí»", "min de lectura", "3:18", "--:--", "mil millones",
    "3,5", "1.234,56", "21 %", "XXI", "Kasim- Yomart", "Tokaev", "Tokayev", "Nazarbáyeb", "  ", " , ", ".", "…", "—",
    "👩\u200d👩\u200d👧\u200d👦", "🇪🇸", "e\u0301", "n\u0303", "\u200b", "\u202e", "\x1b[31m", "\x00", "\r\n", "\t",
    "\ufeff", "\u00ad", "\u2028", "<b>", "{0}", "%s", "[[", "]]", "https://example.org/a?b=c", "ﬁ", "İ", "ß", "١٢", "Ⅻ",
)  # fmt: skip

_letters = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("aeiouáéíóúüñ¿¡«»ºª.,;:!?'\"-–—()[]%$€0123456789 \t\n\u0301\u0303"),
    ),
    max_size=40,
)


def texts(max_pieces: int = 8) -> st.SearchStrategy[str]:
    """Texts that mix the pieces of real pages with whatever Unicode has, composed or decomposed."""
    joined = st.lists(st.one_of(st.sampled_from(_PIECES), _letters), max_size=max_pieces).map("".join)
    return st.one_of(joined, joined.map(lambda text: unicodedata.normalize("NFD", text)))


def pairs() -> st.SearchStrategy[tuple[str | None, str]]:
    """A source or none, and a target."""
    return st.tuples(st.one_of(st.none(), texts()), texts())


def documents(max_size: int = 6) -> st.SearchStrategy[list[tuple[str | None, str]]]:
    """Pairs of one document."""
    return st.lists(pairs(), min_size=1, max_size=max_size)
