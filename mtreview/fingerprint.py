"""Identities that follow content, never position."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtreview.segment import Segment, Span


def _nfc(text: str | None) -> str | None:
    return None if text is None else unicodedata.normalize("NFC", text)


def _packed(part: object) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


@lru_cache(maxsize=64)
def _begun(check: str, source: str | None, target: str) -> hashlib._Hash:
    """Return the hash as far as all issues of a check in a segment share it: a long line may have thousands."""
    return hashlib.sha256(_packed([check, _nfc(source), _nfc(target)])[:-1])


def issue_fingerprint(check: str, segment: Segment, spans: Iterable[Span], against: str = "") -> str:
    """Return 16 hex digits that identify an issue by what it judges.

    Args:
        check: the check's id.
        segment: its texts count, its id and place do not.
        spans: where the issue is.
        against: what else a check compared with (another sentence, a term), so that the identity changes with it.
    """
    places = [[span.side.value, span.start, span.end] for span in spans]
    digest = _begun(check, segment.source, segment.target).copy()
    digest.update(b"," + _packed([places, _nfc(against)] if against else [places])[1:])
    return digest.hexdigest()[:16]


def segment_hash(source: str | None, target: str) -> str:
    """Return 16 hex digits that identify a pair of texts."""
    return hashlib.sha256(_packed([_nfc(source), _nfc(target)])).hexdigest()[:16]
