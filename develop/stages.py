"""What each stage says at the terminal."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Refused(Exception):
    """Cannot go on; the message says why and what to do, for the person at the terminal."""


@contextmanager
def stage(name: str, doing: str) -> Iterator[None]:
    """One line: what is done now, and how long it took once it is done."""
    print(f"{name:<13} {doing} … ", end="", flush=True)
    started = time.monotonic()
    try:
        yield
    except BaseException:
        print("not done", flush=True)
        raise
    print(f"{time.monotonic() - started:.1f} s", flush=True)
