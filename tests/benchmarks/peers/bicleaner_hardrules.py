"""Judge with Bicleaner's hard rules, less those that need a model: language, vulgarity and fluency.

Its language identifier is downloaded at first use, and the Hunspell binding that it pins has no build for this Python,
so both are left out; that makes it faster than its users see it.
"""

from __future__ import annotations

from argparse import Namespace
from importlib.metadata import version

import harness
from hardrules.hardrules import Hardrules

RULES = Hardrules(
    Namespace(
        source_lang="es",
        target_lang="en",
        disable_lm_filter=True,
        disable_porn_removal=True,
        disable_lang_ident=True,
        disable_minimal_length=False,
        lm_threshold=0.5,
        porn_removal=None,
        metadata_yaml={},
        rules_config=None,
        run_all_rules=True,
    )
)


def judge(pairs: list[harness.Pair]) -> list[list[str]]:
    """Return the rules that each pair breaks."""
    return [RULES.wrong_tu(source, target) or [] for source, target in pairs]


if __name__ == "__main__":
    harness.main(judge, version("bicleaner-hardrules"))
