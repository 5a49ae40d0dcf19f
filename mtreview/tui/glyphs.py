"""States and severities as a glyph and a word, never colour alone."""

from __future__ import annotations

from mtreview.issue import Severity
from mtreview.store.base import State

WORDS = {State.DISCUSS: "discuss"}

GLYPHS = {
    State.UNREVIEWED: "·",
    State.DRAFT: "~",
    State.ACCEPTED: "✓",
    State.CORRECTED: "✎",
    State.DISCUSS: "?",
    State.PROPAGATED: "⇣",
    State.STALE: "↻",
    State.CONFLICT: "≠",
    State.LOCKED: "#",
}

ASCII = {
    State.UNREVIEWED: ".",
    State.DRAFT: "~",
    State.ACCEPTED: "ok",
    State.CORRECTED: "ed",
    State.DISCUSS: "?",
    State.PROPAGATED: ">>",
    State.STALE: "!",
    State.CONFLICT: "<>",
    State.LOCKED: "#",
}

SEVERITY_STYLE = {
    Severity.NEUTRAL: "dim",
    Severity.MINOR: "$text-accent",
    Severity.MAJOR: "bold $text-warning",
    Severity.CRITICAL: "bold $text-error",
}


def label(state: State, *, ascii_only: bool) -> str:
    """Return a state's glyph and its word, short enough for a column.

    >>> label(State.DISCUSS, ascii_only=False)
    '? discuss'
    """
    glyph = ASCII[state].ljust(2) if ascii_only else GLYPHS[state]
    return f"{glyph} {WORDS.get(state, state.value)}"
