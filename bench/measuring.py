"""Requests to two servers in turn, so that a busy machine slows both alike."""

import gzip
import http.client
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from urllib.parse import urlencode

AS_A_BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}
FORM = "application/x-www-form-urlencoded"
TIMEOUT = 60
SECONDS_AT_MOST = 60
WARMING_UP = 5


@dataclass(frozen=True)
class Answer:
    seconds: float
    body: bytes
    encoding: str


class Server:
    """One connection that stays open, as a browser's does."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
        self.headers = AS_A_BROWSER | ({"Cookie": cookie} if cookie else {})

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, data: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(data), {**headers, "Content-Type": FORM})

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> Answer:
        start = time.perf_counter()
        self.connection.request(method, path, body, self.headers | headers)
        response = self.connection.getresponse()
        answer = response.read()
        seconds = time.perf_counter() - start
        if response.status != 200:
            raise SystemExit(f"{path} answers {response.status}.")
        return Answer(seconds, answer, response.headers.get("Content-Encoding", ""))


@dataclass
class Timings:
    """What each round took, in seconds."""

    rounds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def p95(self) -> float:
        return quantiles(self.rounds, n=20)[-1]


def in_turn(
    requests: Sequence[Callable[[], Answer]], rounds: int, before: Callable[[], None]
) -> list[Timings]:
    """The timings of each request; `before` runs ahead of every round, outside the time that is taken."""
    timings, started = [Timings() for _ in requests], time.monotonic()
    for number in range(rounds + WARMING_UP):
        before()
        for request, timed in zip(requests, timings, strict=True):
            seconds = request().seconds
            if number >= WARMING_UP:
                timed.rounds.append(seconds)
        if number > WARMING_UP + 1 and time.monotonic() - started > SECONDS_AT_MOST:
            break
    return timings


def unpacked(answer: Answer) -> bytes:
    if answer.encoding == "br":
        import brotli

        return brotli.decompress(answer.body)
    if answer.encoding == "gzip":
        return gzip.decompress(answer.body)
    return zlib.decompress(answer.body) if answer.encoding == "deflate" else answer.body
