"""What a document says twice, or points at in vain."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from exchange.paths import JsonPath, abridged

Broken = tuple[JsonPath, str]


class _Found(NamedTuple):
    """The objects of a document that have or use keys, each with its path."""

    touchpoints: list[tuple[JsonPath, Mapping]]
    steps: list[tuple[JsonPath, Mapping]]
    pains: list[tuple[JsonPath, Mapping]]
    process: list[tuple[JsonPath, Mapping]]


def broken_references(document: Any) -> Iterator[Broken]:
    """Works on any JSON: what the schema refuses is passed over here."""
    if isinstance(document, dict):
        found = _found(document)
        yield from _used_twice(found)
        yield from _pointing_in_vain(document, found)


def _found(document: Mapping) -> _Found:
    steps = [
        step for path, phase in _objects(document, "phases", ()) for step in _objects(phase, "steps", path)
    ]
    pains = [pain for path, step in steps for pain in _objects(step, "pains", path)]
    process = [item for path, step in steps for item in _objects(step, "process", path)]
    return _Found(list(_objects(document, "touchpoints", ())), steps, pains, process)


def _used_twice(found: _Found) -> Iterator[Broken]:
    seen: set[str] = set()
    for path, thing in (*found.touchpoints, *found.steps, *found.pains, *found.process):
        key = thing.get("key")
        if not isinstance(key, str):
            continue
        if key in seen:
            message = _(
                "The key “%(key)s” is used before: give each touchpoint, step and pain a key of its own."
            )
            yield (*path, "key"), message % {"key": abridged(key)}
        seen.add(key)


def _pointing_in_vain(document: Mapping, found: _Found) -> Iterator[Broken]:
    touchpoints, steps, pains, process = (_keys(things) for things in found)
    steps_and_pains = steps | pains
    situations = {name for _path, name in _texts(document.get("life_event"), "situations", ())}
    no_touchpoint = _("No touchpoint has the key “%(key)s”.")
    no_pain = _("No pain has the key “%(key)s”.")
    no_step_or_pain = _("No step or pain has the key “%(key)s”.")
    no_situation = _("The life event has no situation “%(key)s”.")
    for path, step in found.steps:
        yield from _unknown(step, "only_for", path, situations, no_situation)
        for place, encounter in _objects(step, "encounters", path):
            yield from _unknown_one(encounter, "touchpoint", place, touchpoints, no_touchpoint)
    for path, improvement in _objects(document, "improvements", ()):
        yield from _unknown(improvement, "addresses", path, pains, no_pain)
        yield from _unknown(improvement, "lands_at", path, touchpoints, no_touchpoint)
    for path, finding in _objects(document, "findings", ()):
        yield from _unknown(finding, "about", path, steps_and_pains, no_step_or_pain)
    yield from _related_in_vain(document, found, steps, process)


def _related_in_vain(
    document: Mapping, found: _Found, steps: set[str], process: set[str]
) -> Iterator[Broken]:
    """Behind the counter: what waits for a process step, depends on it, comes from it or changes it."""
    no_step = _("No step has the key “%(key)s”.")
    no_process_step = _("No process step has the key “%(key)s”.")
    for path, item in found.process:
        for name in ("awaited_by", "needed_by"):
            yield from _unknown_one(item, name, path, steps, no_step)
    for path, thing in (*found.pains, *_objects(document, "improvements", ())):
        yield from _unknown_one(thing, "process_step", path, process, no_process_step)


def _unknown_one(
    owner: Mapping, name: str, path: JsonPath, known: set[str], message: str
) -> Iterator[Broken]:
    key = owner.get(name)
    if isinstance(key, str) and key not in known:
        yield (*path, name), message % {"key": abridged(key)}


def _unknown(owner: Mapping, name: str, path: JsonPath, known: set[str], message: str) -> Iterator[Broken]:
    for place, key in _texts(owner, name, path):
        if key not in known:
            yield place, message % {"key": abridged(key)}


def _keys(things: list[tuple[JsonPath, Mapping]]) -> set[str]:
    return {thing["key"] for _path, thing in things if isinstance(thing.get("key"), str)}


def _items(owner: Any, name: str, path: JsonPath, kind: type) -> Iterator[tuple[JsonPath, Any]]:
    values = owner.get(name) if isinstance(owner, dict) else None
    if isinstance(values, list):
        for index, value in enumerate(values):
            if isinstance(value, kind):
                yield (*path, name, index), value


def _objects(owner: Any, name: str, path: JsonPath) -> Iterator[tuple[JsonPath, dict]]:
    return _items(owner, name, path, dict)


def _texts(owner: Any, name: str, path: JsonPath) -> Iterator[tuple[JsonPath, str]]:
    return _items(owner, name, path, str)
