"""Families of errors in verbs: tense, aspect, and statements that become questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview.issue import Severity
from mtreview.train.bank import forms
from mtreview.train.edits import Edit, like, maybe

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from mtreview.train.edits import Draft

_BE: Final = frozenset({"am", "is", "are", "was", "were"})
_HAVE: Final = frozenset({"have", "has", "had"})
_AUXILIARY: Final = _BE | _HAVE | {
    "be", "been", "being", "do", "does", "did", "can", "could", "will", "would", "shall", "should", "may", "might",
    "must", "not", "to",
}  # fmt: skip
_BEFORE_NOUNS: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "of", "by", "with", "and", "or"})
_TENSES: Final = {
    "is": ("was", "will be"), "are": ("were", "will be"), "was": ("is", "will be"), "were": ("are", "will be"),
    "has": ("had", "will have"), "have": ("had",), "had": ("has", "have", "will have"), "do": ("did",),
    "does": ("did", "will"), "did": ("does", "do", "will"), "can": ("could",), "could": ("can",), "will": ("would",),
    "would": ("will",), "may": ("might",), "'s": ("was",),
}  # fmt: skip
_PLURAL: Final = frozenset({"are", "were", "have", "they", "we", "you", "i"})
_EARLY: Final = 9


def verb(draft: Draft, at: int) -> bool:
    """Say whether a word is a verb in its finite form, as far as its letters and its neighbours show."""
    word = draft.words[at].text
    if not word.islower() or word in _AUXILIARY or not at:
        return False
    if draft.bank.kind(word) != "v" or draft.words[at - 1].text.lower() in _AUXILIARY | _BEFORE_NOUNS:
        return False
    return word.endswith(("ed", "s")) or not {f"{word}ed", f"{word}d"} & set(forms(word))


def _form(word: str, test: Callable[[str], bool]) -> str:
    return next((form for form in (word, *forms(word)) if test(form)), "")


def participle(word: str) -> str:
    """Return the form in -ing, nothing where none is known."""
    return _form(word, lambda form: form.endswith("ing"))


def past(word: str) -> str:
    """Return the form of the past, nothing where none is known."""
    return _form(word, lambda form: form.endswith("ed"))


def present(word: str) -> str:
    """Return the form of the third person, nothing where none is known."""
    return _form(word, lambda form: form.endswith("s") and not form.endswith("ss"))


def _bare(draft: Draft, word: str) -> str:
    lemma = draft.bank.lemma(word)
    return lemma if lemma in {word, *forms(word)} else ""


def tense(draft: Draft, rng: Random) -> Edit | None:
    """Put a verb into another time."""
    helpers = [at for at, word in enumerate(draft.words) if word.text.lower() in _TENSES]
    full = [at for at in range(len(draft.words)) if verb(draft, at)]
    if full and (not helpers or maybe(rng, 0.5)):
        at = rng.choice(full)
        word, bare = draft.words[at].text, _bare(draft, draft.words[at].text)
        others = [past(word), present(word), bare and f"will {bare}"]
        others = [other for other in others if other and other != word]
    elif helpers:
        at = rng.choice(helpers)
        others = list(_TENSES[draft.words[at].text.lower()])
    else:
        return None
    if not others:
        return None
    severity = Severity.MAJOR if maybe(rng, 0.5) else Severity.MINOR
    return draft.over(at, at, like(draft.words[at].text, rng.choice(others)), severity)


def aspect(draft: Draft, rng: Random) -> Edit | None:
    """Put a verb into another aspect: simple, progressive or perfect."""
    found = [edit for at in range(len(draft.words)) for edit in _aspects(draft, at)]
    if not found:
        return None
    first, last, text = rng.choice(found)
    return draft.over(first, last, like(draft.words[first].text, text), Severity.MINOR)


def _aspects(draft: Draft, at: int) -> list[tuple[int, int, str]]:
    word = draft.words[at].text.lower()
    following = draft.words[at + 1].text.lower() if at + 1 < len(draft.words) else ""
    plural = word in _PLURAL or (at > 0 and draft.words[at - 1].text.lower() in _PLURAL)
    have = "have" if plural else "has"
    if word in _BE:
        return _of_be(draft, at, have)
    if word in _HAVE and following == "been":
        return [(at, at + 1, "are" if plural else "is" if word == "has" else "was")]
    if word in _HAVE and following.endswith("ed"):
        progressive = participle(following)
        return [(at, at + 1, following)] + ([(at, at + 1, f"{word} been {progressive}")] if progressive else [])
    if not verb(draft, at) or not (progressive := participle(word)):
        return []
    now = word.endswith("s") and not word.endswith("ss")
    be = "are" if plural else "is" if now else "was"
    made = [(at, at, f"{be} {progressive}"), (at, at, f"{have} been {progressive}")]
    if done := past(word):
        made += [(at, at, f"{have} {done}"), (at, at, f"had {done}")]
    return made


def _of_be(draft: Draft, at: int, have: str) -> list[tuple[int, int, str]]:
    word = draft.words[at].text.lower()
    following = draft.words[at + 1].text.lower() if at + 1 < len(draft.words) else ""
    past_tense = word in {"was", "were"}
    made = [(at, at, "had been" if past_tense else f"{have} been")]
    if following.endswith("ing") and draft.bank.kind(following) == "v":
        simple = past(following) if past_tense else present(following) if word == "is" else _bare(draft, following)
        made += [(at, at + 1, simple)] * 2 if simple and simple != following else []
        made += [(at, at + 1, f"{have} {done}")] if (done := past(following)) else []
    elif following.endswith("ed"):
        made.append((at, at, f"{word} being"))
    return made


def question(draft: Draft, rng: Random) -> list[Edit] | None:
    """Make a question of a statement, or a statement of a question."""
    end = len(draft.target.rstrip("\"'”’) "))
    if not end or not draft.words or draft.target[end - 1] not in ".?":
        return None
    asked = draft.target[end - 1] == "?"
    edits = [Edit(start=end - 1, end=end, text="." if asked else "?", severity=Severity.MAJOR)]
    helpers = [at for at, word in enumerate(draft.words[:_EARLY]) if at and word.text in _TENSES]
    if asked or not helpers or maybe(rng, 0.2):
        return edits
    at, first = helpers[0], draft.words[0]
    helper = draft.words[at].text
    name = first.text.isupper() or draft.bank.kind(first.text.lower()) == ""
    start = first.text if name and first.text != "The" else first.text[0].lower() + first.text[1:]
    opening = Edit(start=first.start, end=first.end, text=f"{helper.capitalize()} {start}", severity=Severity.MAJOR)
    return [opening, draft.over(at, at, "", Severity.MAJOR), *edits]
