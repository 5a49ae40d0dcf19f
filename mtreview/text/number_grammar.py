"""The second pass: number words and figures that stand together become one number."""
from __future__ import annotations

from mtreview.text.number_values import Kind, Number


def combine(text, lexemes, lang):
    return [Number(x.value, x.start, x.end, x.kind, x.alternatives, x.weak, True) for x in lexemes if x.role.name == "DIGITS"]
