"""Checks a document against `journey.schema.json` and says where it is broken, place by place.

It knows the keywords that our schema uses (a test guards that) and no more. A general validator took seconds
over a document of 10 MB and could not see a key that stands twice in one object; tests hold it beside one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from exchange.paths import JsonPath

SCHEMA_FILE = Path(__file__).with_name("journey.schema.json")


class RepeatingObject(dict):
    """A JSON object in which keys stand more than once; `repeated` holds them."""

    repeated: tuple[str, ...] = ()


class Violation(NamedTuple):
    """`keyword` of the schema is broken at `path`; `rule` is the part of the schema that holds there.

    For a key that is missing, unknown or repeated the path ends in that key."""

    path: JsonPath
    keyword: str
    rule: Mapping
    value: Any


@cache
def journey_schema() -> dict:
    return json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def violations(document: Any) -> Iterator[Violation]:
    """At most one for each value: what is wrong with its type is said before what is wrong with its size."""
    return _check(_whole_schema(), document, ())


@cache
def _whole_schema() -> dict:
    schema = journey_schema()
    return _with_definitions(schema, schema["$defs"])


def _with_definitions(rule: Any, definitions: Mapping) -> Any:
    if not isinstance(rule, dict):
        return rule
    if "$ref" in rule:
        return _with_definitions(definitions[rule["$ref"].removeprefix("#/$defs/")], definitions)
    return {
        key: _with_definitions(part, definitions)
        for key, part in rule.items()
        if key not in ("$defs", "examples")
    }


def _check(rule: Mapping, value: Any, path: JsonPath) -> Iterator[Violation]:
    if not _has_type(rule["type"], value):
        yield Violation(path, "type", rule, value)
    elif isinstance(value, dict):
        yield from _check_object(rule, value, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _check(rule["items"], item, (*path, index))
    elif value is not None:
        keyword = next((key for key in rule if key in _BREAKS and _BREAKS[key](value, rule[key])), None)
        if keyword is not None:
            yield Violation(path, keyword, rule, value)


def _check_object(rule: Mapping, value: dict, path: JsonPath) -> Iterator[Violation]:
    for key in rule["required"]:
        if key not in value:
            yield Violation((*path, key), "required", rule, value)
    if isinstance(value, RepeatingObject):
        for key in value.repeated:
            yield Violation((*path, key), "repeated", rule, value)
    for key, item in value.items():
        if key not in rule["properties"]:
            yield Violation((*path, key), "additionalProperties", rule, item)
        elif item is not None or not _has_type(rule["properties"][key]["type"], None):
            yield from _check(rule["properties"][key], item, (*path, key))


def _has_type(expected: str | list[str], value: Any) -> bool:
    if isinstance(expected, str):
        return _TYPES[expected](value)
    return any(_TYPES[name](value) for name in expected)


def _is_whole(value: Any) -> bool:
    return type(value) is int or (type(value) is float and value.is_integer())


def _is_no_date(value: str, _format: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return True
    return False


_TYPES = {
    "null": lambda value: value is None,
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_whole,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
_BREAKS = {
    "enum": lambda value, choices: value not in choices,
    "minimum": lambda value, least: value < least,
    "maximum": lambda value, most: value > most,
    "maxLength": lambda value, most: len(value) > most,
    "pattern": lambda value, pattern: re.search(pattern, value) is None,
    "format": _is_no_date,
}
