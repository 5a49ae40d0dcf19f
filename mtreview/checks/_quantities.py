"""Words for how many, without a number, and how English says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview.checks._choices import read_choices

if TYPE_CHECKING:
    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

QUANTITIES: Final = read_choices("""
todos todas : all every everyone everybody everything each both any entire whole always anyone throughout across whatever everywhere altogether anybody entirely : some few several : algunos algunas algún alguna unos unas varios varias pocos pocas ciertos ciertas cierta algo diversos diversas múltiples cuantos : all
muchos muchas : many lots numerous plenty much lot most large countless often common commonly numbers widely : few : pocos pocas poco algunos algunas unos unas escasos escasas cuantos últimos últimas pasados próximos : many
pocos pocas : few fewer little small handful rarely rare scant scarce scarcely low hardly barely limited minority less couple not only shortly : many most lots : muchos muchas mucho muchísimos muchísimas mayoría tantos tantas numerosos numerosas más demasiados demasiadas cuántos cuántas varios varias : few
algunos algunas : some several certain few any various many sometimes occasional number none : all every : todo toda todos todas cada cualquier : some
""")  # noqa: E501 - a quantity is one line
_HARDLY: Final = "apenas"
_HARDLY_WORDS: Final = """barely hardly scarcely only just almost little few nearly merely so mere simply virtually
narrowly slightly no not nothing never soon rarely seldom less least short minimal minimally even still under close
difficulty mild low when once cannot without"""
_HARDLY_SAID: Final = frozenset(_HARDLY_WORDS.split())


def unsaid(view: SegmentView) -> Token | None:
    """Return the "apenas" of the source where nothing in the target says that something is hardly so."""
    forms = view.target_forms
    if _HARDLY not in view.source_forms or not _HARDLY_SAID.isdisjoint(forms) or not forms:
        return None
    if any(form.endswith(("n't", "n’t")) for form in forms):
        return None
    return next(word for word in view.source_words if word.text.lower() == _HARDLY)
