from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_JUDGED = (
    "(?:important|necessary|possible|impossible|true|clear|unclear|expected|known|unknown|difficult|easy|hard|believed"
    "|estimated|worth|likely|unlikely|better|best|essential|evident|obvious|enough|normal|interesting|thought|urgent"
    "|fundamental|vital|advisable|convenient|certain|logical|curious|striking|surprising|a pity|a shame|about)"
)
_ADVERB = r"(?:(?:not|also|very|more|so|still|already|always|even|really|quite|now|just) )?"
_BE = r"(?:[Ii]s|[Ww]as|[Ww]ill be|[Ww]ould be|[Hh]as been)"
_NO_QUESTION = r"(?![^?.!]{0,300}\?)"

_SUBJECTS = (
    r"(?:it|he|she|we|you|they|there|this|that|these|those|the|an?|my|your|his|her|its|our|their|any\w*|every\w*|some\w*"
    r"|nobody|nothing|all|most|each|either|anyone|who|what)\b"
)

_VERB = (
    r"[\"“]?(?P<verb>Is|Are|Was|Were|Has|Had|Seems|Exists?|Said|Added|Explained|Assured|Pointed|Indicated|Stated|Noted"
    r"|Should|Must|Can|Could|Will|Would) (?=\w)"
)
_FIRST, _LATER = re.compile(_VERB), re.compile(rf"[.!?][\"”’]? {_VERB}")

# Where a clause has nothing between its conjunction and its verb.
_CONJUNCTIONS = frozenset({"because", "if", "although", "though", "since", "when"})
_CLAUSE = re.compile(
    rf"\b(?:because|if|although|though|since|when) (?P<be>is|was) (?={_ADVERB}{_JUDGED} (?:that|to)\b)"
)


class _Rule(NamedTuple):
    """Hold what a sentence without a subject looks like.

    Attributes:
        target: matched from the verb on.
        source: what the source must have, where there is one.
        subject: what to put before the verb, "" where that depends on what was said before.
        alone: confidence without a source, 0 for silence.
    """

    target: re.Pattern[str]
    source: re.Pattern[str]
    subject: str
    alone: float


_ANY = re.compile("")
_RULES = (
    _Rule(re.compile(rf"{_BE} {_ADVERB}{_JUDGED} (?:that|to|for|whether|how|what)\b{_NO_QUESTION}"), _ANY, "It ", 0.9),
    _Rule(re.compile(rf"Exists? (?:a|an|many|several|some|no|other|different)\b{_NO_QUESTION}"), _ANY, "", 0.9),
    _Rule(
        re.compile(r"(?:Said|Added|Explained|Assured|Pointed out|Indicated|Stated|Noted) that (?!,)(?!is|was|we)"),
        re.compile(r"\b(?i:dij|añad|agreg|explic|asegur|señal|indic|declar|coment|manifest|destac|afirm)"),
        "",
        0.8,
    ),
    _Rule(re.compile(rf"(?:Was|Were) born (?:in|on|at)\b{_NO_QUESTION}"), re.compile(r"\b(?i:nac)"), "", 0.85),
    _Rule(
        re.compile(rf"(?:Should|Must|Can|Could) be (?:noted|said|seen|remembered|mentioned|stressed)\b{_NO_QUESTION}"),
        _ANY,
        "It ",
        0.8,
    ),
    _Rule(
        re.compile(rf"Is (?:an?|the|one of the) \w+{_NO_QUESTION}"), re.compile(r"(?:^|[.!?] )[\"«“]?Es "), "It ", 0.0
    ),
    _Rule(
        re.compile(rf"Was (?:an?|one of the) \w+{_NO_QUESTION}"),
        re.compile(r"(?:^|[.!?] )[\"«“]?(?:Era|Fue) "),
        "",
        0.0,
    ),
    _Rule(
        re.compile(rf"(?:Has|Had) (?:an?|the|been|many|several|more|two|three|no|not)\b{_NO_QUESTION}"),
        re.compile(r"(?:^|[.!?] )[\"«“]?(?:Tiene|Tenía|Ha|Había|No ha|No tiene|Cuenta) "),
        "",
        0.0,
    ),
    _Rule(
        re.compile(rf"(?:Are|Were) (?:an?|the|many|two|three|several|not)\b{_NO_QUESTION}"),
        re.compile(r"(?:^|[.!?] )[\"«“]?(?:Son|Eran|Fueron|Hay|No son|Están) "),
        "",
        0.0,
    ),
    _Rule(
        re.compile(rf"(?:Is|Was|Has) (?:the|an?)\b{_NO_QUESTION}"),
        re.compile(
            r"(?:^|[.!?] )[\"«“]?(?:No )?(?:Es|Era|Fue|Será|[EÉ]st[aeo]|Eso|Se trata(?:ba)?|Ha sido|Resulta|Tiene)\b"
        ),
        "",
        0.0,
    ),
    _Rule(
        re.compile(rf"(?:Seems|(?:Is|Was|Has|Will|Would) (?!{_SUBJECTS})[a-z]+)\b{_NO_QUESTION}"),
        _ANY,
        "",
        0.0,
    ),
)
_SENTENCE = re.compile(r"[.…;:!][\"”’)]?\s*$")


@dataclass(frozen=True, kw_only=True)
class MissingSubject(SegmentCheck):
    """Report a sentence that begins with its verb, as Spanish can and English cannot: “Is important that”.

    Questions, requests and what is no sentence, like a label, are left.

    Bad:
        es: Es importante que vengan.
        en: [[Is]] important that they come.
        fix: It is
    Bad:
        es: Nació en Lima en 1968.
        en: [[Was]] born in Lima in 1968.
    Good:
        es: ¿Es importante que vengan? Di que sí.
        en: Is it important that they come? Say that it is.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.GRAMMAR

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each verb that wants a subject."""
        text = view.target
        first = _FIRST.match(text)
        for start in (*([first] if first else ()), *_LATER.finditer(text)):
            at = start.start("verb")
            rule = next((rule for rule in _RULES if rule.target.match(text, at) and _holds(rule, view)), None)
            if rule:
                verb = start["verb"]
                confidence = 0.85 if view.has_source else rule.alone
                yield _hit(at, verb, f"{rule.subject}{verb.lower()}" if rule.subject else None, confidence)
        if view.target_forms.isdisjoint(_CONJUNCTIONS):
            return
        for clause in _CLAUSE.finditer(text):
            yield _hit(clause.start("be"), clause["be"], f"it {clause['be']}", 0.75)


def _holds(rule: _Rule, view: SegmentView) -> bool:
    if not view.has_source:
        return rule.alone > 0 and bool(_SENTENCE.search(view.target[-4:]))
    return bool(rule.source.search(view.source)) and "?" not in view.source and bool(_SENTENCE.search(view.target[-4:]))


def _hit(start: int, verb: str, new: str | None, confidence: float) -> Hit:
    end = start + len(verb)
    return Hit(
        message=f'The verb "{verb}" has no subject; English needs one',
        spans=(target_span(start, end),),
        suggestion=None if new is None else replace_target(start, end, new),
        confidence=confidence,
    )
