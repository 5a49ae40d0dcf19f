"""Tensors from safetensors files or restricted pickles, and into a network, with nothing missing."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from transformers.utils import logging as chatter

from mtreview.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from torch import Tensor, nn
    from transformers import PreTrainedModel

N = TypeVar("N", bound="nn.Module")


class _Loads(Protocol):
    """A class of `transformers` models, or one of its Auto classes."""

    def from_pretrained(self, *args: Any, **kwargs: Any) -> Any: ...  # noqa: ANN401 - as transformers declares it


UNREADABLE: Final = (
    OSError,
    ValueError,
    RuntimeError,
    TypeError,
    KeyError,
    AttributeError,
    ImportError,
    EOFError,
    SafetensorError,
    pickle.UnpicklingError,
)


def damaged(name: str, error: BaseException) -> ModelError:
    """Return the one-line error for a model that cannot be loaded."""
    reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
    return ModelError(f'the model "{name}" cannot be loaded: {reason[:200]}')


def read(place: Path, files: Sequence[str], name: str) -> dict[str, Tensor]:
    """Return the tensors of the first of `files` that is there; of a training checkpoint, its `state_dict`.

    Args:
        place: the model's folder.
        files: paths in it, best first; `.safetensors`, else a pickle, which is read without running any code.
        name: the model, for the errors.

    Raises:
        ModelError: none is there, or it holds anything but tensors and plain values.
    """
    found = next((place / file for file in files if (place / file).is_file()), None)
    if found is None:
        message = f'the model "{name}" cannot be loaded: none of {", ".join(files)} is there'
        raise ModelError(message)
    try:
        loaded: Any = load_file(found) if found.suffix == ".safetensors" else _unpickle(found)
    except pickle.UnpicklingError as error:
        message = (
            f'the model "{name}" cannot be loaded: {found.name} holds more than tensors, which could run code; '
            f"save its state_dict as {files[0]}"
        )
        raise ModelError(message) from error
    except UNREADABLE as error:
        raise damaged(name, error) from error
    tensors = loaded.get("state_dict", loaded) if isinstance(loaded, dict) else {}
    return {str(key): value for key, value in tensors.items() if isinstance(value, torch.Tensor)}


def _unpickle(path: Path) -> object:
    try:
        return torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except RuntimeError:  # files older than torch 1.6 cannot be mapped
        return torch.load(path, map_location="cpu", weights_only=True)


def on_meta(make: Callable[[], N]) -> N:
    """Return a network without weights, which spares the time and memory of random ones.

    Raises:
        ValueError: it has a buffer whose content cannot be told from its name.
    """
    with torch.device("meta"):
        network = make()
    for path, buffer in network.named_buffers():
        owner, _, name = path.rpartition(".")
        if name == "position_ids":
            value = torch.arange(buffer.shape[-1]).expand(buffer.shape)
        elif name == "token_type_ids":
            value = torch.zeros(buffer.shape, dtype=torch.long)
        else:
            message = f"its network has an unknown buffer {path}"
            raise ValueError(message)
        setattr(network.get_submodule(owner), name, value)
    return network


def fill(network: nn.Module, tensors: Mapping[str, Tensor], name: str) -> None:
    """Put the tensors into the network in float32; those it does not know are left out.

    Raises:
        ModelError: one is missing or of another shape.
    """
    wanted = network.state_dict()
    missing = next((key for key in wanted if key not in tensors), None)
    if missing is not None:
        message = f'the model "{name}" cannot be used: its weights lack {missing}'
        raise ModelError(message)
    try:
        network.load_state_dict({key: tensors[key].float() for key in wanted}, assign=True)
    except RuntimeError as error:
        shapes = next((line for line in str(error).splitlines() if "size mismatch" in line), str(error))
        raise damaged(name, ValueError(shapes.strip())) from error
    network.requires_grad_(requires_grad=False).eval()


def pretrained(kind: _Loads, place: Path, name: str) -> PreTrainedModel:
    """Return a `transformers` model of a folder, in float32, with nothing missing and no code from the folder.

    Args:
        kind: its class, or an Auto class.
        place: the folder.
        name: the model, for the errors.

    Raises:
        ModelError: it is damaged, or weights are missing.
    """
    chatter.set_verbosity_error()  # type: ignore[no-untyped-call]
    chatter.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        loaded: Any = kind.from_pretrained(
            place,
            dtype=torch.float32,
            weights_only=True,
            output_loading_info=True,
            local_files_only=True,
            trust_remote_code=False,
        )
    except UNREADABLE as error:
        raise damaged(name, error) from error
    model: PreTrainedModel = loaded[0]
    report: dict[str, Any] = loaded[1]
    lost = [*report["missing_keys"], *(key for key, *_ in report["mismatched_keys"])]
    if lost:
        message = f'the model "{name}" cannot be used: its weights lack {min(lost)}'
        raise ModelError(message)
    model.requires_grad_(requires_grad=False)
    model.train(mode=False)
    return model
