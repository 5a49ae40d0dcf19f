from __future__ import annotations

import pytest

from tests.programs import needs


def test_what_is_missing_is_skipped_and_what_is_required_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    needs("sh")
    monkeypatch.delenv("MTREVIEW_REQUIRE", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not here"):
        needs("no-such-program")
    monkeypatch.setenv("MTREVIEW_REQUIRE", "tmux,no-such-program")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not here"):
        needs("no-such-program")
