"""Clean pairs with errors put into them, in the proportions that translators meet them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview.issue import Severity
from mtreview.segment import Side, Span
from mtreview.train import letters, phrases, structure, substitutions, verbs
from mtreview.train.edits import Draft, Edit, apply, overlap
from mtreview.train.examples import Example, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mtreview.train.bank import Bank
    from mtreview.train.edits import Family

FAMILIES: Final[dict[str, tuple[Family, float]]] = {
    "omission": (structure.omission, 0.12),
    "content": (phrases.content, 0.08),
    "phrase": (phrases.phrase, 0.04),
    "subject": (phrases.subject, 0.04),
    "conjunction": (phrases.conjunction, 0.03),
    "truncation": (structure.truncation, 0.03),
    "addition": (structure.addition, 0.08),
    "modifier": (phrases.modifier, 0.07),
    "residue": (substitutions.residue, 0.10),
    "negation": (structure.negation, 0.06),
    "antonym": (substitutions.antonym, 0.07),
    "contrary": (phrases.contrary, 0.05),
    "modality": (substitutions.modality, 0.03),
    "false-friend": (substitutions.false_friend, 0.04),
    "neighbour": (substitutions.neighbour, 0.12),
    "wider": (phrases.wider, 0.10),
    "root": (phrases.root, 0.04),
    "form": (substitutions.form, 0.06),
    "tense": (verbs.tense, 0.08),
    "aspect": (verbs.aspect, 0.09),
    "question": (verbs.question, 0.02),
    "pronoun": (substitutions.pronoun, 0.06),
    "number": (substitutions.number, 0.24),
    "name": (substitutions.name, 0.13),
    "function-word": (substitutions.function_word, 0.07),
    "order": (structure.order, 0.04),
    "shuffled": (letters.shuffled, 0.01),
    "repetition": (structure.repetition, 0.04),
    "case": (structure.case, 0.02),
    "small": (letters.small, 0.02),
    "apart": (letters.apart, 0.01),
    "punctuation": (structure.punctuation, 0.03),
    "stray": (letters.stray, 0.02),
    "spelling": (substitutions.spelling, 0.03),
}
_WHOLE: Final = 0.05
_HARMLESS: Final = 0.12
_TRIES: Final = 12


def variants(source: str, target: str, bank: Bank, rng: Random, count: int) -> Iterator[Example]:
    """Yield the clean pair, then `count` variants of it, most with one to three errors."""
    draft = Draft(source, target, bank)
    yield apply(draft, (), "clean")
    for _ in range(count):
        kind = rng.random()
        if kind < _WHOLE:
            yield _whole(draft, rng)
        elif kind < _WHOLE + _HARMLESS and (edit := _one(structure.harmless(draft, rng))):
            yield apply(draft, edit, "harmless")
        else:
            yield _with_errors(draft, rng)


def _one(found: Edit | list[Edit] | None) -> list[Edit]:
    return [] if found is None else [found] if isinstance(found, Edit) else found


def _with_errors(draft: Draft, rng: Random) -> Example:
    wanted = rng.choices((1, 2, 3), (0.72, 0.2, 0.08))[0]
    names, weights = list(FAMILIES), [weight for _, weight in FAMILIES.values()]
    edits: list[Edit] = []
    families: list[str] = []
    for name in rng.choices(names, weights, k=_TRIES):
        found = _one(FAMILIES[name][0](draft, rng))
        if found and not any(overlap(edit, edits) for edit in found) and any(_differs(edit, draft) for edit in found):
            edits += found
            families.append(name)
        if len(families) == wanted:
            break
    return apply(draft, edits, "+".join(families) or "clean")


def _differs(edit: Edit, draft: Draft) -> bool:
    return draft.target[edit.start : edit.end] != edit.text


def _whole(draft: Draft, rng: Random) -> Example:
    """Return a pair of which nothing of the target fits: another sentence, a similar one, or the source itself."""
    kind = rng.choices(("unrelated", "similar", "copied", "empty"), (0.25, 0.4, 0.3, 0.05))[0]
    if kind == "unrelated":
        other, family = rng.choice(draft.bank.targets), "unrelated"
    elif kind == "similar":
        among = [rng.randrange(len(draft.bank.targets)) for _ in range(500)]
        other, family = draft.bank.nearest_sentence(draft.target, among), "similar"
    elif kind == "copied":
        other, family = draft.source, "copied"
    else:
        other, family = rng.choice((".", "...", draft.words[0].text if draft.words else "-")), "empty"
    span = Span(side=Side.TARGET, start=0, end=len(other))
    return Example(
        source=draft.source,
        target=other,
        dataset="synthetic",
        marks=(Mark(span=span, severity=Severity.CRITICAL),),
        target_tagged=family != "similar",
        source_tagged=family != "similar",
        major=True,
        clean=draft.target,
        changed=((0, len(draft.target)),),
        family=family,
    )
