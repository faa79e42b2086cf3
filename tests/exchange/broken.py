"""Reading documents that are right but for what a test breaks."""

import copy
import json
from collections.abc import Callable

import pytest

from exchange.schema import journey_schema
from exchange.validation import InvalidDocument, read_document


def example() -> dict:
    """The one in the schema: three steps, two touchpoints, a pain, an improvement, a finding."""
    return copy.deepcopy(journey_schema()["examples"][0])


def read(document: object) -> dict:
    return read_document(json.dumps(document).encode())


def refused(raw: bytes) -> dict[str, str]:
    """Path and message of each error; every path once."""
    with pytest.raises(InvalidDocument) as found:
        read_document(raw)
    errors = dict(found.value.errors)
    assert len(errors) == len(found.value.errors)
    return errors


def broken(change: Callable[[dict], object]) -> dict[str, str]:
    document = example()
    change(document)
    return refused(json.dumps(document).encode())


def step(document: dict, phase: int = 0, index: int = 0) -> dict:
    return document["phases"][phase]["steps"][index]
