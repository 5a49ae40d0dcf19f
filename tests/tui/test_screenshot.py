from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from mtreview.tui.screenshot import screenshot

if TYPE_CHECKING:
    from mtreview.tui.session import ReviewSession


def test_it_shows_the_review_after_the_keys(session: ReviewSession) -> None:
    picture = screenshot(session, (100, 30), ["j", "j"])
    text = "".join(ET.fromstring(picture).itertext()).replace("\xa0", " ")  # noqa: S314 - of our own making
    assert "Two two goats died" in text
    assert "doubled-word" in text
