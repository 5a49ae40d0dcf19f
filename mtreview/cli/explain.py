"""Explain a check: what it means, a bad and a good example, its options, what was measured of it."""

from __future__ import annotations

import dataclasses
import textwrap
from typing import TYPE_CHECKING, Any

import click

from mtreview.cli import console
from mtreview.cli._options import Shared, complete_checks, shared_options
from mtreview.cli._stores import verdict_tallies
from mtreview.cli.exit import PASS
from mtreview.option_values import allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.checks._examples import Line
    from mtreview.checks.base import Check
    from mtreview.store.verdicts import Tally


@click.command("explain")
@click.argument("check_id", metavar="ID", shell_complete=complete_checks)
@shared_options
def command(check_id: str, shared: Shared) -> int:
    """Explain the check ID: what it means, a bad and a good example, its options, what was measured of it."""
    settings = shared.settings()
    profile = dataclasses.replace(shared, checks=check_id, model=True).profile(settings)
    judged = {} if shared.isolated else verdict_tallies(settings)
    for check in profile.checks:
        console.write(_page(check))
        if tally := judged.get(check.id()):
            console.write([f"{_told(tally)}\n"])
    return PASS


def _told(tally: Tally) -> str:
    low, high = (round(100 * bound) for bound in tally.interval)
    share = f"{tally.confirmed} of {tally.judged}"
    return f"Your reviewers confirmed {share} of its issues (95 % interval: {low}-{high} %)."


def described(check: Check, tally: Tally | None = None) -> dict[str, Any]:
    """Return what there is to say of a check, and what reviewers said of its issues, as JSON takes it."""
    from mtreview.checks._examples import explanation
    from mtreview.checks._measurements import measured

    told = explanation(type(check))
    return {
        "id": check.id(),
        "title": told.title,
        "category": check.category.value,
        "severity": check.severity.label,
        "scope": _scope(check),
        "needs": sorted(check.needs),
        "description": told.prose,
        "options": {
            option.name: _option(option, getattr(check, option.name), dict(told.options).get(option.name))
            for option in dataclasses.fields(check)
            if option.name != "severity"
        },
        "bad": [[_line(line) for line in example] for example in told.bad],
        "good": [[_line(line) for line in example] for example in told.good],
        "measured": measured(check.id()),
        "verdicts": tally and _counted(tally),
    }


def _scope(check: Check) -> str:
    from mtreview.checks.base import CorpusCheck, DocumentCheck

    return "corpus" if isinstance(check, CorpusCheck) else "document" if isinstance(check, DocumentCheck) else "segment"


def _counted(tally: Tally) -> dict[str, Any]:
    low, high = (round(bound, 4) for bound in tally.interval)
    return {"confirmed": tally.confirmed, "dismissed": tally.dismissed, "low": low, "high": high}


def _option(option: dataclasses.Field[Any], value: object, meaning: str | None) -> dict[str, Any]:
    return {"value": _plain(value), "meaning": meaning, "range": allowed(option) if option.metadata else None}


def _plain(value: object) -> object:
    if isinstance(value, (frozenset, tuple)):
        return sorted(map(str, value))
    return value if isinstance(value, (bool, int, float, str)) or value is None else str(value)


def _line(line: Line) -> dict[str, Any]:
    return {"source": line.source, "target": line.target, "marks": [list(mark) for mark in line.marks], "fix": line.fix}


def _page(check: Check) -> Iterator[str]:
    from mtreview.checks._measurements import told as figures

    told = described(check)
    yield f"{told['id']}: {told['title']}\n\n"
    needs = f", needs {' and '.join(told['needs'])}" if told["needs"] else ""
    yield f"category {told['category']}, severity {told['severity']}{needs}\n"
    if told["description"]:
        yield f"\n{_wrapped(told['description'])}\n"
    for name in ("bad", "good"):
        for example in told[name]:
            yield f"\n{name.title()}:\n{''.join(_shown(line) for line in example)}"
    yield f"\nOptions, in mtreview.toml under [checks.{told['id']}]:\n  enabled = true\n"
    yield f'  severity = "{told["severity"]}"\n'
    for name, option in told["options"].items():
        remark = "; ".join(part.rstrip(".") for part in (option["meaning"], option["range"]) if part)
        yield f"  {name} = {option['value']!r}{'  # ' + remark if remark else ''}\n"
    yield "\nMeasured:\n"
    yield from (f"  {line}\n" for line in figures(check.id()))


def _wrapped(prose: str) -> str:
    return "\n\n".join(textwrap.fill(paragraph, 96) for paragraph in prose.split("\n\n"))


def _shown(line: dict[str, Any]) -> str:
    target = line["target"]
    for start, end in reversed(line["marks"]):
        target = f"{target[:start]}[{target[start:end]}]{target[end:]}"
    source = f"  es: {line['source']}\n" if line["source"] is not None else ""
    fix = f"  fix: {line['fix'] or '(delete)'}\n" if line["fix"] is not None else ""
    return f"{source}  en: {target}\n{fix}"
