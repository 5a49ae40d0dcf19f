"""Term bases: reading them, and finding their terms in a text in every inflected form."""

from mtreview.glossary.match import Glossary
from mtreview.glossary.read import bundled, load, read
from mtreview.glossary.term import FALSE_FRIENDS, FURNITURE, Concept, Status, Term, TermHit

__all__ = [
    "FALSE_FRIENDS",
    "FURNITURE",
    "Concept",
    "Glossary",
    "Status",
    "Term",
    "TermHit",
    "bundled",
    "load",
    "read",
]
