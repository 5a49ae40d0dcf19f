"""The embedded encoder's converted form on disk: written once, atomically, and verified at every start."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor

_CHECKSUM: Final = "crc32"
_STALE_SECONDS: Final = 3600


def folder() -> Path:
    """Return the cache folder: `MTREVIEW_CACHE_DIR`, else the platform's."""
    named = os.environ.get("MTREVIEW_CACHE_DIR")
    return Path(named).expanduser() if named else platformdirs.user_cache_path("mtreview", appauthor=False)


def load(path: Path) -> dict[str, Tensor] | None:
    """Return the memory-mapped tensors of a cached file, or None where it is missing, cut short or damaged."""
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a mapping
    except (OSError, SafetensorError):
        return None
    return tensors if metadata.get(_CHECKSUM) == checksum(tensors) else None


def store(path: Path, tensors: Mapping[str, Tensor]) -> None:
    """Write the tensors under a temporary name and move them into place, so that no reader sees half a file.

    There is no fsync: what a power cut takes away the checksum finds, and the file can be made again.

    Raises:
        OSError: the folder cannot be created or written, or the disk is full.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(path.parent)
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}.", suffix=".tmp", dir=path.parent)
    os.close(handle)
    try:
        save_file(dict(tensors), name, metadata={_CHECKSUM: checksum(tensors)})
        Path(name).replace(path)
    except SafetensorError as error:
        Path(name).unlink(missing_ok=True)
        raise OSError(str(error)) from error
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def checksum(tensors: Mapping[str, Tensor]) -> str:
    """Return the CRC-32 of the tensors' names and bytes, in the order of their names.

    The folder is the user's own, so a checksum against accidents is enough; it is four times as fast as SHA-256.
    """
    value = 0
    for name in sorted(tensors):
        value = zlib.crc32(name.encode(), value)
        value = zlib.crc32(tensors[name].reshape(-1).view(torch.uint8).numpy().data, value)
    return f"{value:08x}"


def _sweep(place: Path) -> None:
    """Remove what a killed process left behind."""
    old = time.time() - _STALE_SECONDS
    for left in place.glob("*.tmp"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < old:
                left.unlink()
