from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.models.backends.licences import licence

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("Unbabel/wmt22-cometkiwi-da", "CC BY-NC-SA 4.0, non-commercial use only"),
        ("Unbabel/wmt23-cometkiwi-da-xl@abc", "CC BY-NC-SA 4.0, non-commercial use only"),
        ("Unbabel/XCOMET-XL", "CC BY-NC-SA 4.0, non-commercial use only"),
        ("Unbabel/wmt20-comet-qe-da", "Apache-2.0"),
        ("google/metricx-24-hybrid-large-v2p6", "Apache-2.0"),
        ("sentence-transformers/LaBSE", "Apache-2.0"),
        ("facebook/nllb-200-distilled-600M", "CC BY-NC 4.0, non-commercial use only"),
        ("facebook/m2m100_418M", "MIT"),
        ("Helsinki-NLP/opus-mt-es-en", "Apache-2.0 by its card, CC BY 4.0 by the OPUS-MT project"),
        ("Helsinki-NLP/opus-mt-tc-big-es-zle", "CC BY 4.0"),
        ("somebody/something", "not known: read its card"),
    ],
)
def test_families_are_known_by_name(name: str, terms: str) -> None:
    assert licence(name) == terms


@pytest.mark.parametrize(
    ("card", "terms"),
    [
        ("---\nlanguage: es\nlicense: mit\n---\n# Model", "mit"),
        ('---\nlicense: "cc-by-nc-4.0"\n---\n', "cc-by-nc-4.0, non-commercial use only"),
        ("# Model\nlicense: mit\n", "Apache-2.0"),
        ("---\nlanguage: es\n---\nlicense: mit\n", "Apache-2.0"),
        ("---\nlicense: \x1b[31mred\n---\n", "Apache-2.0"),
        ("---\nlicense:" + " " * 70_000 + "mit\n---\n", "Apache-2.0"),
        ("", "Apache-2.0"),
    ],
)
def test_the_folders_own_card_comes_first(tmp_path: Path, card: str, terms: str) -> None:
    (tmp_path / "README.md").write_text(card, encoding="utf-8")
    assert licence("LaBSE", tmp_path) == terms
