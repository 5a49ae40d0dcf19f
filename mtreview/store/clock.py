"""Times and event ids that only ever grow."""

from __future__ import annotations

from datetime import UTC, datetime

from ulid import ULID

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return an RFC 3339 time in UTC, to the microsecond, so that the text sorts as the time does."""
    return moment.astimezone(UTC).strftime(_FORMAT)


def parse(text: str) -> datetime:
    """Return the time that `stamp` wrote."""
    return datetime.strptime(text, _FORMAT).replace(tzinfo=UTC)


def next_id(after: str) -> str:
    """Return a new ULID greater than `after` (empty: any), even within a millisecond or after the clock went back."""
    fresh = str(ULID())
    return fresh if fresh > after else str(ULID.from_int(int(ULID.from_str(after)) + 1))
