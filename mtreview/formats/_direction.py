"""Which way a bilingual file says it was translated."""

from __future__ import annotations

from mtreview.errors import FormatError

_THREE_LETTERS = {"spa": "es", "eng": "en"}


def check(path: str, line: int, source: str, target: str) -> None:
    """Refuse a file that declares another direction than Spanish to English; what it leaves out is taken for granted.

    Raises:
        FormatError: with both languages.
    """
    if _language(source) not in {"", "es"} or _language(target) not in {"", "en"}:
        reason = (
            f'translated from "{source or "?"}" into "{target or "?"}"; Spanish to English is what is reviewed:'
            " --direction as-is reads it without checks"
        )
        raise FormatError(path, line, reason)


def _language(tag: str) -> str:
    first = tag.strip().lower().replace("_", "-").partition("-")[0]
    return _THREE_LETTERS.get(first, first)
