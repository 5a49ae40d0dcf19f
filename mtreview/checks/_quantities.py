"""Words for how many, without a number: what a translation may say for each, and what says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView


class _Quantity(NamedTuple):
    """Hold one quantity.

    Attributes:
        source: Spanish words for it.
        said: English words for it, one of which a right translation has for each.
        other: English words for another quantity.
        excused: Spanish words for that other quantity.
        right: what English says in its place.
    """

    source: frozenset[str]
    said: frozenset[str]
    other: frozenset[str]
    excused: frozenset[str]
    right: str


_TABLE = """
todos todas : all every everyone everybody everything each both any entire whole always anyone throughout across whatever everywhere altogether anybody entirely : some few several : algunos algunas algún alguna unos unas varios varias pocos pocas ciertos ciertas cierta algo diversos diversas múltiples cuantos : all
muchos muchas : many lots numerous plenty much lot most large countless often common commonly numbers widely : few : pocos pocas poco algunos algunas unos unas escasos escasas cuantos últimos últimas pasados próximos : many
pocos pocas : few fewer little small handful rarely rare scant scarce scarcely low hardly barely limited minority less couple not only shortly : many most lots : muchos muchas mucho muchísimos muchísimas mayoría tantos tantas numerosos numerosas más demasiados demasiadas cuántos cuántas varios varias : few
algunos algunas : some several certain few any various many sometimes occasional number none : all every : todo toda todos todas cada cualquier : some
"""  # noqa: E501 - a quantity is one line
_QUANTITIES: Final = tuple(
    _Quantity(*(frozenset(part.split()) for part in parts[:4]), right=parts[4].strip())
    for parts in (line.split(":") for line in _TABLE.strip().splitlines())
)
_SOURCE: Final = frozenset().union(*(quantity.source for quantity in _QUANTITIES))
_DENIAL: Final = frozenset({"no", "ni", "sin"})  # "no todos" are some
_HARDLY: Final = "apenas"
_HARDLY_WORDS: Final = """barely hardly scarcely only just almost little few nearly merely so mere simply virtually
narrowly slightly no not nothing never soon rarely seldom less least short minimal minimally even still under close
difficulty mild low when once cannot without"""
_HARDLY_SAID: Final = frozenset(_HARDLY_WORDS.split())


def changed(view: SegmentView) -> Iterator[tuple[Token, Token, str]]:
    """Yield a quantity that the source says more often, the other one that the target does, and the right one."""
    if _SOURCE.isdisjoint(view.source_forms):
        return
    ours, theirs = view.source_lowered, view.target_lowered
    for quantity in _QUANTITIES:
        said = _count(quantity.source, ours)
        if not said or _count(quantity.said, theirs) >= said:
            continue
        if _count(quantity.other, theirs) <= _count(quantity.excused, ours):
            continue
        before = next(at for at, word in enumerate(ours) if word in quantity.source)
        if before == 0 or ours[before - 1] not in _DENIAL:
            after = next(at for at, word in enumerate(theirs) if word in quantity.other)
            yield view.source_words[before], view.target_words[after], quantity.right


def _count(words: frozenset[str], text: Sequence[str]) -> int:
    return sum(word in words for word in text)


def unsaid(view: SegmentView) -> Token | None:
    """Return the "apenas" of the source where nothing in the target says that something is hardly so."""
    forms = view.target_forms
    if _HARDLY not in view.source_forms or not _HARDLY_SAID.isdisjoint(forms) or not forms:
        return None
    if any(form.endswith(("n't", "n’t")) for form in forms):
        return None
    return next(word for word in view.source_words if word.text.lower() == _HARDLY)
