"""From a name to a folder of files: a local one, the hub's own cache, or the hub where it was asked for by name."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from huggingface_hub import snapshot_download
from huggingface_hub.errors import HfHubHTTPError, HFValidationError, OfflineModeIsEnabled

from mtreview.errors import ModelError
from mtreview.models import offline

_HUB_NAME: Final = re.compile(r"(?P<repository>\w[\w.-]*/\w[\w.-]*)(?:@(?P<revision>[\w./-]+))?")
_TIMEOUT_SECONDS: Final = 5
_log = logging.getLogger("mtreview")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Say which files make up a model.

    Attributes:
        what: what the errors call it.
        instead: what the errors tell the user to do without the network.
        known: names that are neither folder nor hub name, for the errors.
        settings: patterns of the small files.
        weights: patterns of the weights, best first; one of them is enough.
        needed: the file without which a cached snapshot is not complete.
    """

    what: str
    instead: str
    known: str = ""
    settings: tuple[str, ...] = ("*.json", "*.txt", "*.model")
    weights: tuple[str, ...] = ("model*.safetensors", "pytorch_model*.bin")
    needed: str = "config.json"


def folder(name: str, wanted: Wanted, *, network: bool = True) -> Path:
    """Return the folder of a model.

    Args:
        name: a local folder, or a hub name `owner/model` with an optional `@revision`.
        wanted: what has to be in it.
        network: whether a hub name may be fetched; else it must be in the hub's cache.

    Raises:
        ModelError: there is no such folder or model, or it cannot be fetched.
    """
    place = Path(name).expanduser()
    if name and place.is_dir():
        return place
    parts = _HUB_NAME.fullmatch(name)
    if parts is None or place.is_absolute():
        raise ModelError(_unknown(name, wanted))
    return _snapshot(name, parts["repository"], parts["revision"], wanted, network=network)


def is_hub_name(name: str) -> bool:
    """Say whether a name can only mean a model of the hub."""
    return _HUB_NAME.fullmatch(name) is not None and not Path(name).expanduser().is_dir()


def _snapshot(name: str, repository: str, revision: str | None, wanted: Wanted, *, network: bool) -> Path:
    """Return the folder of a hub model, from the hub's own cache where it is there, else from the network."""
    try:
        kept = _cached(repository, revision, wanted)
        if kept is not None:
            return kept
        if not network:
            raise ModelError(_unreachable(name, "it is not in the hub's cache", wanted))
        _log.info("fetching %s from the hub", name)
        with offline.opened():
            for weights in wanted.weights:
                fetched = Path(
                    snapshot_download(
                        repository,
                        revision=revision,
                        allow_patterns=[*wanted.settings, weights],
                        etag_timeout=_TIMEOUT_SECONDS,
                    )
                )
                if any(fetched.glob(weights)):
                    _log.info("%s is pinned by %s@%s", name, repository, fetched.name)
                    return fetched
    except HFValidationError as error:
        raise ModelError(_unknown(name, wanted)) from error
    except HfHubHTTPError as error:
        reason = f"the hub answered {error.response.status_code}: is the name right, is it public?"
        raise ModelError(_unreachable(name, reason, wanted)) from error
    except (OfflineModeIsEnabled, OSError) as error:
        reason = "no network, or HF_HUB_OFFLINE is set"
        raise ModelError(_unreachable(name, reason, wanted)) from error
    raise ModelError(_unreachable(name, "it holds no weights that may be loaded safely", wanted))


def _cached(repository: str, revision: str | None, wanted: Wanted) -> Path | None:
    try:
        kept = Path(snapshot_download(repository, revision=revision, local_files_only=True))
    except OSError:
        return None
    complete = (kept / wanted.needed).exists() and any(any(kept.glob(weights)) for weights in wanted.weights)
    return kept if complete else None


def _unknown(name: str, wanted: Wanted) -> str:
    return f'no {wanted.what} "{name}": say {wanted.known}an existing folder, or a hub name (owner/model)'


def _unreachable(name: str, reason: str, wanted: Wanted) -> str:
    return f'cannot fetch the {wanted.what} "{name}" ({reason}); pass a local folder{wanted.instead}'
