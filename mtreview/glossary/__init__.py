"""Term bases: reading them, and finding their terms in a text in every inflected form."""

from mtreview.glossary.english import replacement
from mtreview.glossary.fold import fold, written_like
from mtreview.glossary.match import Glossary, occurrences
from mtreview.glossary.read import bundled, load, locate, read
from mtreview.glossary.term import FALSE_FRIENDS, FURNITURE, NAMES, Concept, Status, Term, TermHit

__all__ = [
    "FALSE_FRIENDS",
    "FURNITURE",
    "NAMES",
    "Concept",
    "Glossary",
    "Status",
    "Term",
    "TermHit",
    "bundled",
    "fold",
    "load",
    "locate",
    "occurrences",
    "read",
    "replacement",
    "written_like",
]
