"""Texts without their markup, for models that were trained on sentences alone."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"</?[A-Za-z_][\w:.-]{0,40}(?:\s[^<>]{0,2000})?/?>|</?\d{1,4}/?>")


def without_tags(text: str) -> str:
    """Return a text with spaces in place of its tags, so that places in it stay what they were.

    >>> without_tags("Press <b>Save</b>, or 1 < 2.")
    'Press    Save    , or 1 < 2.'
    """
    return _TAG.sub(lambda match: " " * len(match[0]), text) if "<" in text else text
