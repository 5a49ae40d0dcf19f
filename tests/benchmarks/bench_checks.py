"""Measure the checks: false alarms on good translations, recall on errors put into them, both with 95 % intervals."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mtreview
from mtreview import plugins
from mtreview.config import Settings, build_profile
from mtreview.statistics import wilson
from tests.benchmarks.document_injections import DOCUMENT
from tests.benchmarks.figures import (
    REPORTING,
    SEED,
    TUNING,
    FalseAlarms,
    Recall,
    document_recall,
    documents,
    false_alarms,
    judged,
    pairs,
    recall,
    share,
)
from tests.benchmarks.form_injections import FORM
from tests.benchmarks.injections import MEANING
from tests.benchmarks.locale_injections import LOCALE
from tests.benchmarks.markup_injections import CHARACTERS, MARKUP
from tests.benchmarks.measure_injections import MEASURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.config import Profile

HALVES = {"reporting": REPORTING, "tuning": TUNING}
READ = Path(__file__).with_name("read_by_hand.json")
MEASURED = Path(plugins.__file__).parent / "checks" / "_measured.json"
NOT_MEASURED = {
    "judged-error": "it repeats what the user's own model says",
    "memory-mismatch": "it compares with the user's own translation memories",
    "house-style": "it judges by the user's own style",
    "comma-splice": "recall, since taking a stop out seldom leaves two clauses that begin with pronouns",
    "untranslated-attribute": "recall, since the data have no tags with such attributes",
    "acronym-introduced": "recall, since the data introduce too few acronyms twice",
    "inconsistent-term": "recall, since it only mentions",
    "inconsistent-source": "recall, since it only mentions",
    "variant-spelling": "recall, since it only mentions",
    "alignment-doubtful": "recall, since it judges how two documents were linked",
    "do-not-translate": "recall, since the data name too few of these newspapers and clubs",
}
MOST_MAJOR, MOST_COUNTED = 0.02, 0.08


@dataclass(kw_only=True)
class Half:
    """Hold the figures of one half of all files."""

    name: str
    alarms: list[FalseAlarms]
    recalls: list[Recall]
    recall_data: list[str]


def name_of(path: Path) -> str:
    """Return the name of a data set: its file's, without endings."""
    return path.name.partition(".")[0]


def measure(half: str, options: argparse.Namespace, profile: Profile) -> Half:
    """Return the figures of one half."""
    part = HALVES[half]
    ids = {check.id() for check in profile.checks}
    alarms = [false_alarms(name_of(path), pairs(path, part, options.count), profile) for path in options.files]
    given = [pair for path in options.recall for pair in pairs(path, part, options.count)]
    before = judged(given, profile)
    every = (*MEANING, *MEASURES, *FORM, *LOCALE, *CHARACTERS)
    kinds = [kind for kind in every if given and not (options.checks and ids.isdisjoint(kind.checks))]
    recalls = [recall(kind, given, profile, before) for kind in kinds]
    given = [pair for path in options.markup for pair in pairs(path, part, options.count)]
    before = judged(given, profile)
    recalls += [recall(kind, given, profile, before) for kind in MARKUP if given]
    texts = [lines for path in options.documents for lines in documents(path, options.count)][part::2]
    recalls += [document_recall(kind, texts, profile) for kind in DOCUMENT if texts and not ids.isdisjoint(kind.checks)]
    data = [name_of(path) for path in (*options.recall, *options.markup, *options.documents)]
    return Half(name=half, alarms=alarms, recalls=recalls, recall_data=data)


def shown(successes: int, trials: int) -> str:
    """Return a share and its interval in percent."""
    bounds = wilson(successes, trials)
    return f"{successes / trials if trials else 0:7.2%} [{bounds.low:6.2%}, {bounds.high:6.2%}]"


def show(half: Half) -> None:
    """Print the tables of one half."""
    print(f"\n{half.name} half: pairs with an issue, of good translations, and the five worst checks (at major)")
    for row in half.alarms:
        over = row.any_major > MOST_MAJOR * row.pairs or row.any_counted > MOST_COUNTED * row.pairs
        print(
            f"{row.name:26}{row.pairs:6}  major {shown(row.any_major, row.pairs)}  "
            f"above neutral {shown(row.any_counted, row.pairs)}{'  OVER' if over else ''}"
        )
        print(f"{'':34}{row.worst()}")
    if half.recalls:
        print(
            f"\n{half.name} half: errors put in that are found, at the bar, by any check; by the check for it; by whom"
        )
    for item in half.recalls:
        by = ", ".join(f"{name} {count}" for name, count in item.by.most_common(3))
        named = f"{item.named / item.injected:6.1%}" if item.checks and item.injected else "     -"
        print(f"{item.name:36}{item.bar:6}{shown(item.found, item.injected)} of {item.injected:5}  {named}  {by}")


def as_json(halves: Sequence[Half]) -> dict[str, Any]:
    """Return all figures."""
    return {
        half.name: {
            "false_alarms": {
                row.name: {
                    "pairs": row.pairs,
                    "major": share(row.any_major, row.pairs),
                    "above_neutral": share(row.any_counted, row.pairs),
                    "by_check": {
                        name: {"above_neutral": count, "major": row.major[name]}
                        for name, count in row.counted.most_common()
                    },
                }
                for row in half.alarms
            },
            "recall": {
                item.name: {
                    "at": item.bar,
                    "found": share(item.found, item.injected),
                    "for": list(item.checks),
                    "found_by_them": share(item.named, item.injected),
                    "by_check": dict(item.by.most_common()),
                }
                for item in half.recalls
            },
        }
        for half in halves
    }


def write(half: Half, profile: Profile) -> None:
    """Write what the package says of each check that ran: what was measured here, and what was read by hand."""
    read = json.loads(READ.read_text(encoding="utf-8"))
    kept = json.loads(MEASURED.read_text(encoding="utf-8"))["checks"] if MEASURED.is_file() else {}
    ran = {check.id() for check in profile.checks}
    checks = {name: kept[name] for name in plugins.names("checks") if name in kept and name not in ran}
    for name in ran:
        checks[name] = {
            "version": mtreview.__version__,
            "false_alarms": {row.name: share(row.counted[name], row.pairs) for row in half.alarms},
            "recall": {
                item.name: {"at": item.bar, **share(item.named, item.injected)}
                for item in half.recalls
                if name in item.checks and item.injected
            },
            "read": read.get(name),
            "not_measured": NOT_MEASURED.get(name),
        }
    head = json.dumps({"seed": SEED, "recall_data": half.recall_data})[:-1]
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(found)}" for name, found in sorted(checks.items()))
    MEASURED.write_text(f'{head}, "checks": {{\n{lines}\n}}}}\n', encoding="utf-8")


def main() -> None:
    """Measure both halves, print them, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, help="good translations: JSONL or JSONL.gz with source and target"
    )
    parser.add_argument("--recall", nargs="*", type=Path, default=[], help="files to put errors into")
    parser.add_argument("--markup", nargs="*", type=Path, default=[], help="files to put errors of markup into")
    parser.add_argument("--documents", nargs="*", type=Path, default=[], help="files whose rows name a document")
    parser.add_argument("--count", type=int, default=1_000_000, help="the most pairs of a half of a file")
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both")
    parser.add_argument("--checks", default="", metavar="A,B", help="run only these checks")
    parser.add_argument("--model", action="store_true", help="with the checks that need the encoder")
    parser.add_argument("--json", type=Path, help="where to write all figures")
    parser.add_argument("--write", action="store_true", help="write the figures that the package shows of each check")
    options = parser.parse_args()
    only = [name for name in options.checks.split(",") if name]
    profile = build_profile(Settings(root=Path()), model=options.model, only=only)
    halves = [measure(half, options, profile) for half in HALVES if options.half in {half, "both"}]
    for half in halves:
        show(half)
    if options.json:
        options.json.write_text(json.dumps(as_json(halves), indent=1) + "\n", encoding="utf-8")
    if options.write:
        write(halves[0], profile)


if __name__ == "__main__":
    main()
