"""A language model behind an OpenAI-compatible endpoint as judge; off unless configured, for texts leave the machine.

The protocol is `POST {endpoint}/chat/completions` with `response_format` of type `json_schema`, as OpenAI documents it
and llama.cpp, vLLM and Ollama serve it.
"""

from __future__ import annotations

import http.client
import json
import logging
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import SplitResult, urlsplit

from mtreview.errors import ConfigError, ModelError
from mtreview.models.backends.base import Judged, QualityModel, percent
from mtreview.models.backends.judge_answer import faults, quality, question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.models.backends.base import Fault, QualityModelSettings

MOST_BYTES: Final = 1 << 20
FIRST_PAUSE_SECONDS: Final = 0.5
_LONGEST_PAUSE_SECONDS: Final = 30.0
_MOST_AT_ONCE: Final = 32
_LATER: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_OK: Final = 200
_MILLION: Final = 1_000_000
_HINTS: Final = {
    400: "the model may not know JSON schemas",
    401: "is the key right?",
    403: "is the key allowed to?",
    404: "are endpoint and model name right?",
}
_log = logging.getLogger("mtreview")


def load(settings: QualityModelSettings) -> Judge:
    """Return the judge of the settings, after a warning that the texts will be sent to its endpoint.

    Raises:
        ConfigError: the settings do not name an endpoint, or would send the key in clear.
    """
    endpoint = _endpoint(settings)
    _log.warning("the texts under review leave this machine: they are sent to %s", endpoint.netloc)
    return Judge(settings, endpoint)


def _endpoint(settings: QualityModelSettings) -> SplitResult:
    try:
        parts = urlsplit(settings.endpoint)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        message = '[quality_model]: a judge needs endpoint = "https://host/v1", without a user or key in it'
        raise ConfigError(message)
    if not (settings.timeout > 0 and settings.attempts > 0 and 0 < settings.concurrency <= _MOST_AT_ONCE):
        message = f"[quality_model]: timeout and attempts are over 0, concurrency 1 to {_MOST_AT_ONCE}"
        raise ConfigError(message)
    key = os.environ.get(settings.key_variable, "")
    if not (key.isascii() and key.isprintable()) or " " in key:
        message = f"{settings.key_variable}: the key may hold visible ASCII characters only"
        raise ConfigError(message)
    if key and parts.scheme == "http" and not _is_here(host):
        message = f"[quality_model]: {settings.key_variable} would be sent in clear; use https"
        raise ConfigError(message)
    return parts


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    """Hold what the endpoint sent: the status, the seconds it asks to wait, and the body, one byte over if too long."""

    status: int
    wait: float
    body: bytes


class _AgainError(Exception):
    """Say why another attempt may do better, and how long to wait at least."""

    def __init__(self, reason: str, wait: float = 0.0, *, unusable: bool = False) -> None:
        self.reason = reason
        self.wait = wait
        self.unusable = unusable
        super().__init__(reason)


class Judge(QualityModel):
    """Score pairs by the errors that a language model reports, 100 for none.

    A pair for which no attempt gave an answer of the schema has no score; an endpoint out of reach ends the run.
    """

    def __init__(self, settings: QualityModelSettings, endpoint: SplitResult) -> None:
        self.name = settings.name
        self.signature = f"judge:{settings.name}@{endpoint.netloc}"
        self._settings = settings
        self._endpoint = endpoint
        self._lock = threading.Lock()
        self._answers = self._read = self._written = self._lost = 0

    @property
    def cost(self) -> str:
        """Return how many answers and tokens the run took, and their price where the settings tell it."""
        if not self._answers:
            return ""
        told = f"{self._answers:,} answers of {self.name}: {self._read:,} tokens in, {self._written:,} out"
        money = (self._read * self._settings.input_price + self._written * self._settings.output_price) / _MILLION
        lost = f"; pairs without a usable answer: {self._lost:,}" if self._lost else ""
        return (f"{told}, {money:.4f} at the configured prices" if money else told) + lost

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        """Return the quality of each pair, 0 to 100; None where the judge gave no usable answer.

        Raises:
            ModelError: the endpoint is out of reach or refuses.
        """
        return [judged.score for judged in self.judge(pairs)]

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        """Return the quality and the errors of each pair; equal pairs are asked once.

        Raises:
            ModelError: the endpoint is out of reach or refuses.
        """
        unique = list(dict.fromkeys(pairs))
        with ThreadPoolExecutor(self._settings.concurrency, "mtreview-judge") as pool:
            runs = [pool.submit(self._ask, pair) for pair in unique]
            try:
                found = {pair: run.result() for pair, run in zip(unique, runs, strict=True)}
            finally:  # one failure must not cost the price of all that is left
                for run in runs:
                    run.cancel()
        return [self._judged(found[pair]) for pair in pairs]

    def _judged(self, found: tuple[Fault, ...] | None) -> Judged:
        if found is None:
            return Judged(score=None)
        return Judged(score=percent(quality(found), self.name), faults=found)

    def _ask(self, pair: tuple[str, str]) -> tuple[Fault, ...] | None:
        pause = FIRST_PAUSE_SECONDS
        for attempt in range(1, self._settings.attempts + 1):
            try:
                return self._attempt(*pair)
            except _AgainError as error:
                if attempt == self._settings.attempts:
                    self._give_up(error)
                    return None
                time.sleep(min(max(pause, error.wait), _LONGEST_PAUSE_SECONDS))
                pause *= 2
        return None

    def _give_up(self, error: _AgainError) -> None:
        if not error.unusable:
            message = f'the judge "{self.name}" at {self._endpoint.netloc} gave no answer: {error.reason}'
            raise ModelError(message) from error
        with self._lock:
            self._lost += 1
        _log.warning("the judge gave no usable answer for a pair: %s", error.reason)

    def _attempt(self, source: str, target: str) -> tuple[Fault, ...]:
        body = json.dumps(question(self.name, source, target)).encode()
        try:
            reply = self._post(body)
        except (OSError, http.client.HTTPException) as error:
            raise _AgainError(type(error).__name__) from error
        if reply.status in _LATER:
            reason = f"status {reply.status}"
            raise _AgainError(reason, reply.wait)
        if reply.status != _OK:
            hint = _HINTS.get(reply.status, "")
            refused = f'the judge "{self.name}" at {self._endpoint.netloc} refused: status {reply.status}'
            raise ModelError(f"{refused} ({hint})" if hint else refused)
        if len(reply.body) > MOST_BYTES:
            message = f"more than {MOST_BYTES:,} bytes"
            raise _AgainError(message, unusable=True)
        try:
            return faults(self._content(reply.body), source, target)
        except ValueError as error:
            message = "it is not of the schema"
            raise _AgainError(message, unusable=True) from error

    def _content(self, body: bytes) -> str:
        """Return the model's text of a response, and count its tokens.

        Raises:
            ValueError: it is no response of the protocol.
        """
        try:
            found: Any = json.loads(body)
            content = found["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError, RecursionError) as error:
            message = "no choices"
            raise ValueError(message) from error
        usage = found.get("usage")
        with self._lock:
            self._answers += 1
            self._read += _count(usage, "prompt_tokens")
            self._written += _count(usage, "completion_tokens")
        if not isinstance(content, str):
            message = "no text"
            raise ValueError(message)  # noqa: TRY004 - of an answer, not of an argument
        return content

    def _post(self, body: bytes) -> _Reply:
        """Send one request; redirects are not followed, so that the texts go nowhere else."""
        parts = self._endpoint
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=self._settings.timeout)
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "mtreview"}
        if key := os.environ.get(self._settings.key_variable):
            headers["Authorization"] = f"Bearer {key}"
        try:
            connection.request("POST", f"{parts.path.rstrip('/')}/chat/completions", body, headers)
            response = connection.getresponse()
            return _Reply(
                status=response.status,
                wait=_seconds(response.headers.get("Retry-After")),
                body=self._body(response),
            )
        finally:
            connection.close()

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        """Return the body, or as much of it as is needed to know that it is too long.

        Raises:
            TimeoutError: it comes too slowly.
        """
        end = time.monotonic() + self._settings.timeout
        read = bytearray()
        while len(read) <= MOST_BYTES and (chunk := response.read1(1 << 16)):
            read += chunk
            if time.monotonic() > end:
                raise TimeoutError
        return bytes(read[: MOST_BYTES + 1])


def _seconds(stated: str | None) -> float:
    """Return the seconds of a Retry-After field; 0 where it is a date or nothing."""
    return float(stated) if stated and stated.isascii() and stated.isdigit() else 0.0


def _count(usage: object, key: str) -> int:
    number = usage.get(key) if isinstance(usage, dict) else None
    return max(0, number) if isinstance(number, int) else 0
