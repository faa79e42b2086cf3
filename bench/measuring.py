"""Requests to two servers in turn, so that a busy machine slows both alike."""

import gzip
import http.client
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median, quantiles

AS_A_BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}
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
        start = time.perf_counter()
        self.connection.request("GET", path, headers=self.headers)
        response = self.connection.getresponse()
        body = response.read()
        seconds = time.perf_counter() - start
        if response.status != 200:
            raise SystemExit(f"{path} answers {response.status}.")
        return Answer(seconds, body, response.headers.get("Content-Encoding", ""))


@dataclass
class Timings:
    product: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return median(self.product) / median(self.floor)


def in_turn(
    product: Callable[[], Answer], floor: Callable[[], Answer], rounds: int, before: Callable[[], None]
) -> Timings:
    """`before` runs ahead of each request to the product, outside the time that is taken."""
    timings, started = Timings(), time.monotonic()
    for number in range(rounds + WARMING_UP):
        before()
        pair = product().seconds, floor().seconds
        if number >= WARMING_UP:
            timings.product.append(pair[0])
            timings.floor.append(pair[1])
        if len(timings.floor) > 2 and time.monotonic() - started > SECONDS_AT_MOST:
            break
    return timings


def p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def unpacked(answer: Answer) -> bytes:
    if answer.encoding == "br":
        import brotli

        return brotli.decompress(answer.body)
    if answer.encoding == "gzip":
        return gzip.decompress(answer.body)
    return zlib.decompress(answer.body) if answer.encoding == "deflate" else answer.body
