"""The hub's switches: off the network and silent, except while a model that was asked for by name is fetched."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from huggingface_hub import constants

if TYPE_CHECKING:
    from collections.abc import Iterator

_AS_STARTED: Final = bool(constants.HF_HUB_OFFLINE)


def close() -> None:
    """Keep the hub's client off the network and its telemetry off, in this process alone."""
    constants.HF_HUB_OFFLINE = True
    constants.HF_HUB_DISABLE_TELEMETRY = True


@contextmanager
def opened() -> Iterator[None]:
    """Let the hub's client reach the network meanwhile, unless the user's `HF_HUB_OFFLINE` forbids it."""
    constants.HF_HUB_OFFLINE = _AS_STARTED
    try:
        yield
    finally:
        close()
