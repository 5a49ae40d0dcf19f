from __future__ import annotations

from mtreview.lazy import Remembered


def test_what_is_remembered_is_computed_once_and_stays_small() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    doubled = Remembered(double, 3)
    assert [doubled(number) for number in (1, 2, 1, 2)] == [2, 4, 2, 4]
    assert asked == [1, 2]
    for number in range(100):
        assert doubled[number] == 2 * number
        assert len(doubled) <= 3
