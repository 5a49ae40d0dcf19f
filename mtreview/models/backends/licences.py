"""The licences of the model families people use most, told whenever one of them is loaded.

From the models' cards on the hub, November 2026; a folder's own card (`README.md`) is believed before this table.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_NON_COMMERCIAL: Final = "non-commercial use only"
_FAMILIES: Final = (
    (re.compile(r"cometkiwi|xcomet|wmt2[34]-qe", re.IGNORECASE), f"CC BY-NC-SA 4.0, {_NON_COMMERCIAL}"),
    (re.compile(r"comet", re.IGNORECASE), "Apache-2.0"),
    (re.compile(r"metricx", re.IGNORECASE), "Apache-2.0"),
    (re.compile(r"labse", re.IGNORECASE), "Apache-2.0"),
    (re.compile(r"nllb", re.IGNORECASE), f"CC BY-NC 4.0, {_NON_COMMERCIAL}"),
    (re.compile(r"m2m100", re.IGNORECASE), "MIT"),
    (re.compile(r"opus-mt-tc", re.IGNORECASE), "CC BY 4.0"),
    (re.compile(r"opus-mt", re.IGNORECASE), "Apache-2.0 by its card, CC BY 4.0 by the OPUS-MT project"),
    (re.compile(r"multilingual-e5", re.IGNORECASE), "MIT"),
)
_UNKNOWN: Final = "not known: read its card"
_CARD_BYTES: Final = 65_536
_FIELD: Final = re.compile(r"^license:[ \t]*['\"]?([\w.+-]{1,40})['\"]?[ \t]*$", re.MULTILINE)
_log = logging.getLogger("mtreview")


def licence(name: str, place: Path | None = None) -> str:
    """Return what is known of a model's licence.

    Args:
        name: the folder or hub name it was loaded by.
        place: its folder, whose card's `license:` field comes first.
    """
    stated = _stated(place)
    if stated:
        return f"{stated}, {_NON_COMMERCIAL}" if "-nc" in stated.lower() else stated
    return next((terms for family, terms in _FAMILIES if family.search(name)), _UNKNOWN)


def tell(name: str, place: Path | None = None) -> None:
    """Log the licence of a model that was just loaded."""
    _log.warning('licence of "%s": %s', name, licence(name, place))


def _stated(place: Path | None) -> str:
    card = place / "README.md" if place else None
    if card is None or not card.is_file():
        return ""
    with card.open("rb") as file:
        head = file.read(_CARD_BYTES).decode("utf-8", "replace")
    if not head.startswith("---"):
        return ""
    found = _FIELD.search(head.partition("\n---")[0])
    return found[1] if found else ""
