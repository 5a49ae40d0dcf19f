"""Quality models from elsewhere, one file a kind, each imported only where it is asked for."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mtreview.models.backends.base import QualityModel, QualityModelSettings

_MODULES: Final = {
    "comet": "comet",
    "metricx": "metricx",
    "encoder": "sentence_encoder",
    "translation": "translation",
    "judge": "judge",
}


@lru_cache(maxsize=2)
def load(settings: QualityModelSettings) -> QualityModel:
    """Return the quality model of the settings, loaded once a process.

    Raises:
        ConfigError: the settings do not fit the kind.
        ModelError: weights that are missing, damaged or out of reach.
    """
    module: Any = importlib.import_module(f"{__name__}.{_MODULES[settings.kind]}")
    model: QualityModel = module.load(settings)
    return model
