"""Identities that follow content, never position."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtreview.segment import Segment, Span


def _nfc(text: str | None) -> str | None:
    return None if text is None else unicodedata.normalize("NFC", text)


def _digest(parts: object) -> str:
    packed = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return hashlib.sha256(packed).hexdigest()[:16]


def issue_fingerprint(check: str, segment: Segment, spans: Iterable[Span], against: str = "") -> str:
    """Return 16 hex digits that identify an issue by what it judges.

    Args:
        check: the check's id.
        segment: its texts count, its id and place do not.
        spans: where the issue is.
        against: what else a check compared with (another sentence, a term), so that the identity changes with it.
    """
    places = [[span.side.value, span.start, span.end] for span in spans]
    parts: list[object] = [check, _nfc(segment.source), _nfc(segment.target), places]
    if against:
        parts.append(_nfc(against))
    return _digest(parts)


def segment_hash(source: str | None, target: str) -> str:
    """Return 16 hex digits that identify a pair of texts."""
    return _digest([_nfc(source), _nfc(target)])
