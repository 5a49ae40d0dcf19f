import pytest

from mtreview.models.oddities import oddities

SOURCE = "El alcalde inauguró ayer el aeródromo de Ayamonte, dijo la concejala."


@pytest.mark.parametrize(
    ("target", "counts"),
    [
        ("The mayor opened the aerodrome of Ayamonte yesterday, the councillor said.", (0, 0, 0)),
        ("The mayor opened the aeródromo of Ayamonte yesterday, the concejala said.", (2, 0, 0)),
        ("The mayorr opened the aerodromme of Ayamonte yesterday, the councillor said.", (0, 2, 0)),
        ("The mayor opened the aerodrome of Ayamonte yesterday , the councillor said .", (0, 0, 2)),
        ("aeródromo alcalde inauguró concejala", (3, 0, 0)),
    ],
)
def test_table(target: str, counts: tuple[int, int, int]) -> None:
    assert tuple(oddities(SOURCE, target).tolist()) == counts


def test_what_is_transcribed_from_another_script_is_not_unknown() -> None:
    assert not oddities("Мы были в деревне Зюзюкино.", "We were in zyuzyukino village.").any()


def test_marks_that_the_source_sets_apart_do_not_count() -> None:
    assert not oddities("Sí , claro .", "Yes , sure .").any()
