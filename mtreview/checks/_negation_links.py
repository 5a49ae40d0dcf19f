"""Negations whose verb or noun has a counterpart with no negation near it: what links of words know of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from mtreview.text.negation import english_bearers, english_denials, spanish_bearers, spanish_denials

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mtreview.models.word_align import Link
    from mtreview.text.negation import Denial
    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

_NEAR: Final = 3  # words from a counterpart in which a negation belongs to it
_BESIDE: Final = 1  # likewise for a word that only may carry one
_AHEAD, _BEHIND, _HEADS = 6, 3, 2
_BACKWARD: Final = frozenset(
    "nunca jamás nadie nada ningún ninguno ninguna tampoco never nobody nothing none nowhere".split()  # noqa: SIM905 - reads better
)
# Words that a negation stands beside without denying them.
_LIGHT: Final = frozenset(
    """
    me te se lo la los las le les nos os ha han había habían he hemos haya hayan hubo ya solo sólo es son fue era eran
    está están más muy tan todo todos el un una de en a y que an the to be been being is are was were am have has had do
    does did will would can could should must may might it she they we you i any yet even just only of and that all so
    very
    """.split()  # noqa: SIM905 - reads better
)


class _Half(NamedTuple):
    """Hold one side: its words, its plain negations, and how many words away each negative word counts."""

    words: Sequence[Token]
    plain: list[Denial]
    reach: dict[int, int]


def _half(
    text: str,
    words: Sequence[Token],
    denials: Callable[[str], list[Denial]],
    bearers: Callable[[Sequence[str]], tuple[int, int]],
) -> _Half:
    found = denials(text)
    reach: dict[int, int] = {}
    for at, word in enumerate(words):
        sure, doubtful = bearers((word.text.lower(),))
        if sure or any(cue.start < word.end and word.start < cue.end for cue in found):
            reach[at] = _NEAR
        elif doubtful:
            reach[at] = _BESIDE
    return _Half(words, [cue for cue in found if cue.plain], reach)


class Lone(NamedTuple):
    """Hold a negation without an answer.

    Attributes:
        denial: its place.
        firm: whether the very word that it denies has a counterpart, not only one after that.
    """

    denial: Denial
    firm: bool


def unanswered(view: SegmentView) -> tuple[list[Lone], list[Lone]]:
    """Return the negations of the source, and those of the target, that the other side plainly states without one.

    A negation is plain where what it denies has a counterpart, no negative word stands near that, the negative word
    itself has none, and no negative word of the other side denies what stands near it.
    """
    source = _half(view.source, view.source_words, spanish_denials, spanish_bearers)
    target = _half(view.target, view.target_words, english_denials, english_bearers)
    if not (source.plain or target.plain):
        return [], []
    return _alone(source, target, view.word_links), _alone(target, source, [link[::-1] for link in view.word_links])


def _alone(ours: _Half, theirs: _Half, links: Sequence[Link | tuple[int, int]]) -> list[Lone]:
    linked: dict[int, list[int]] = defaultdict(list)
    back: dict[int, list[int]] = defaultdict(list)
    for here, there in links:
        linked[here].append(there)
        back[there].append(here)
    found = []
    for cue in ours.plain:
        own = [at for at, word in enumerate(ours.words) if word.start < cue.end and cue.start < word.end]
        heads = _heads(ours.words, own)
        counterparts = [place for at in heads for place in linked[at]]
        answered = any(abs(at - place) <= reach for at, reach in theirs.reach.items() for place in counterparts)
        if counterparts and not answered and not any(linked[at] for at in own):
            found.append(Lone(cue, firm=bool(linked[heads[0]])))
    claimed = _claimed(ours, theirs, back) if found else set()
    return [item for item in found if item.denial.start not in claimed]


def _claimed(ours: _Half, theirs: _Half, back: Mapping[int, Sequence[int]]) -> set[int]:
    """Return the offsets of our negative words that are the nearest to what one of theirs denies."""
    found = set()
    for at in (at for at, reach in theirs.reach.items() if reach == _NEAR):
        for place in (place for head in (at, *_heads(theirs.words, [at])) for place in back.get(head, ())):
            nearest = min(ours.reach, key=lambda own: abs(own - place))
            if abs(nearest - place) <= _NEAR:
                found.add(ours.words[nearest].start)
    return found


def _heads(words: Sequence[Token], own: Sequence[int]) -> list[int]:
    """Return the words that a negative word may deny: the next two that say something, or one before it too."""
    if not own:
        return []
    around = range(max(0, own[0] - _BEHIND), min(len(words), own[-1] + _AHEAD + 1))
    heavy = [at for at in around if at not in own and words[at].text.lower() not in _LIGHT]
    ahead = [at for at in heavy if at > own[-1]][:_HEADS]
    behind = [at for at in heavy if at < own[0]][-1:]
    return [*ahead, *behind] if words[own[0]].text.lower() in _BACKWARD else ahead
