"""Characters that a terminal would obey, shown as ones that it prints.

Every such character (controls, escape, bidirectional overrides, zero-width ones, line separators, lone surrogates) has
one printable stand-in, so that offsets stay as they are and the text can be restored after an edit.
"""

from __future__ import annotations

import unicodedata

_OBEYED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PICTURES = 0x2400
_DELETE = "\x7f"
_LAST_C0 = 0x1F
_SPARE = "¤※⁂☒◊◈◆◇■□▲△▼▽★☆" + "".join(map(chr, range(0x2800, 0x2900)))
_LAST_RESORT = "\N{REPLACEMENT CHARACTER}"


def obeyed(char: str) -> bool:
    """Say whether a terminal, or a reader's eye, would be led astray by a character; a line feed is none."""
    return char != "\n" and unicodedata.category(char) in _OBEYED


def printable(text: str) -> str:
    r"""Return a text with every such character replaced, for places where it cannot be edited.

    >>> printable("a\x1b[2Jb")
    'a␛[2Jb'
    """
    return Disguise(text).show(text)


class Disguise:
    """Stand-ins for the characters of some texts, and the way back.

    Attributes:
        lossless: False where there were more such characters than stand-ins; then the text must not be edited.
    """

    def __init__(self, *texts: str) -> None:
        used = frozenset().union(*texts)
        self._there: dict[int, str] = {}
        spare = iter([char for char in _SPARE if char not in used])
        self.lossless = True
        for char in sorted(filter(obeyed, used)):
            picture = _picture(char)
            stand_in = picture if picture and picture not in used else next(spare, _LAST_RESORT)
            self.lossless &= stand_in != _LAST_RESORT
            self._there[ord(char)] = stand_in
        self._back = {ord(stand_in): chr(char) for char, stand_in in self._there.items()}

    def show(self, text: str) -> str:
        """Return the text with stand-ins; characters that the texts did not have are left out."""
        shown = text.translate(self._there)
        if shown.isprintable():
            return shown
        return "".join(char for char in shown if not obeyed(char))

    def restore(self, shown: str) -> str:
        """Return the text that `show` was given."""
        return shown.translate(self._back)


def _picture(char: str) -> str:
    if char == _DELETE:
        return "␡"
    return chr(_PICTURES + ord(char)) if ord(char) <= _LAST_C0 else ""
