"""The JSON Schema of the journey document, and our reading of it."""

import copy
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange import schema
from exchange.schema import journey_schema, violations
from tests.strategies import documents

VALIDATOR = jsonschema.Draft202012Validator
ORACLE = VALIDATOR(journey_schema(), format_checker=VALIDATOR.FORMAT_CHECKER)
ANNOTATIONS = {"title", "description", "default", "examples", "$schema", "$id", "$defs", "$ref"}
ODD_VALUES = st.sampled_from(
    (
        None,
        "",
        " ",
        "x" * 301,
        "a\x00b",
        "2026-02-30",
        "20260131",
        -3,
        0,
        9,
        1.0,
        1.5,
        2**31,
        True,
        [],
        {},
        [None],
        [[]],
    )
).map(copy.deepcopy)  # a list drawn twice must not hold itself


def parts(rule: object) -> list[dict]:
    """Every schema within a schema; names of properties and definitions are no keywords."""
    found = [rule]
    for name in ("properties", "$defs"):
        found += [part for inner in rule.get(name, {}).values() for part in parts(inner)]
    return found + (parts(rule["items"]) if "items" in rule else [])


def test_the_schema_is_a_valid_json_schema():
    VALIDATOR.check_schema(journey_schema())
    assert journey_schema()["$id"] == "urn:leefwereld:journey:1"


def test_the_examples_in_the_schema_are_valid():
    for example in journey_schema()["examples"]:
        assert list(ORACLE.iter_errors(example)) == []
        assert list(violations(example)) == []


def test_we_know_every_keyword_that_the_schema_uses():
    known = {"type", "properties", "required", "additionalProperties", "items", *schema._BREAKS}
    used = {keyword for part in parts(journey_schema()) for keyword in part}
    assert used - ANNOTATIONS == known


def test_every_object_refuses_unknown_keys():
    objects = [part for part in parts(journey_schema()) if part.get("type") == "object"]
    assert objects
    assert all(part["additionalProperties"] is False for part in objects)


@given(documents())
def test_random_documents_are_valid(document):
    assert list(violations(document)) == []


@given(documents(), st.data())
def test_we_find_the_same_places_broken_as_a_general_validator(document, data):
    broken = copy.deepcopy(document)
    for _ in range(data.draw(st.integers(1, 3))):
        _break(broken, data)
    assert {violation.path for violation in violations(broken)} == _places(broken)


def _break(document: dict, data: st.DataObject) -> None:
    owner = data.draw(st.sampled_from(_containers(document)))
    if isinstance(owner, list):
        owner.append(data.draw(ODD_VALUES))
    elif owner and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(owner)))
        if data.draw(st.booleans()):
            del owner[key]
        else:
            owner[key] = data.draw(ODD_VALUES)
    else:
        owner[data.draw(st.sampled_from(("onbekend", "title", "key", "")))] = data.draw(ODD_VALUES)


def _containers(value: object) -> list[dict | list]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict | list) else []
    return own + [found for item in inner for found in _containers(item)]


def _places(document: dict) -> set[tuple]:
    """Where the general validator finds an error; ending in the key that is missing or unknown."""
    found = set()
    for error in ORACLE.iter_errors(document):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            found.add((*path, re.match("'(.*)' is a required", error.message)[1]))
        elif error.validator == "additionalProperties":
            found |= {(*path, key) for key in error.instance if key not in error.schema["properties"]}
        else:
            found.add(path)
    return found


@pytest.mark.parametrize("whole", [1.0, -2.0, 1e2])
def test_a_whole_number_may_be_written_with_a_point(whole):
    example = copy.deepcopy(journey_schema()["examples"][0])
    example["phases"][0]["steps"][0]["offset_days"] = whole
    assert list(violations(example)) == []
