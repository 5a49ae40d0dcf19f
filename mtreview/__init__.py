"""Review Spanish-to-English machine translation: align, check, score, and decide in the terminal.

The public names are resolved on first use, so that `import mtreview` imports nothing heavy.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtreview.assessment import Assessment
    from mtreview.config import Profile, Settings, build_profile, load_settings
    from mtreview.errors import MtreviewError
    from mtreview.issue import Category, Issue, Severity, Suggestion
    from mtreview.pipeline import assess
    from mtreview.segment import Bead, Document, Segment, Side, Span

_HOME = {
    "Assessment": "assessment",
    "Bead": "segment",
    "Category": "issue",
    "Document": "segment",
    "Issue": "issue",
    "MtreviewError": "errors",
    "Profile": "config",
    "Segment": "segment",
    "Settings": "config",
    "Severity": "issue",
    "Side": "segment",
    "Span": "segment",
    "Suggestion": "issue",
    "assess": "pipeline",
    "build_profile": "config",
    "load_settings": "config",
}

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "Bead",
    "Category",
    "Document",
    "Issue",
    "MtreviewError",
    "Profile",
    "Segment",
    "Settings",
    "Severity",
    "Side",
    "Span",
    "Suggestion",
    "__version__",
    "assess",
    "build_profile",
    "load_settings",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(importlib.import_module(f"mtreview.{_HOME[name]}"), name)
    message = f"module 'mtreview' has no attribute {name!r}"
    raise AttributeError(message)
