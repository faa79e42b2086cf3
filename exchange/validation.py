"""Reads a journey document from outside: the whole of it is right, or every error is told at once."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from exchange.messages import sentence
from exchange.paths import JsonPath, json_path
from exchange.references import broken_references
from exchange.schema import RepeatingObject, violations

MAX_BYTES = 10 * 1024 * 1024
MAX_STEPS = 2000
#: All errors are told, but a file of rubbish may not fill the memory with them.
MAX_ERRORS = 20_000

#: Lists in which an item said twice means the same as once.
_SETS = frozenset({"situations", "only_for", "addresses", "lands_at", "about"})
#: The empty string is a key like any other, and no text that was left out.
_KEYS = frozenset({"key", "touchpoint", "awaited_by", "needed_by", "process_step"})


class DocumentError(NamedTuple):
    """`path`: JSON path of the place. `message`: a sentence in the language of the user."""

    path: str
    message: str


class InvalidDocument(ValueError):
    """`errors` holds every `DocumentError` found."""

    def __init__(self, errors: Sequence[DocumentError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(f"{error.path}: {error.message}" for error in self.errors))


def read_document(raw: bytes) -> dict:
    """A valid document without nulls and empty texts: what is left out is not there. Whole numbers are ints,
    references are said once; empty lists stay. Raises `InvalidDocument`."""
    document = _parsed(raw)
    if _count_steps(document) > MAX_STEPS:
        raise _refused(
            _("This journey has more than %(limit)s steps: split it up.") % {"limit": MAX_STEPS}, ("phases",)
        )
    errors = list(islice(_errors(document), MAX_ERRORS))
    if errors:
        raise InvalidDocument(errors)
    return _normalised(document)


def _errors(document: Any) -> Iterator[DocumentError]:
    """One for each place: a key that is no key needn't be looked for as well."""
    told = set()
    for broken in violations(document):
        told.add(broken.path)
        yield DocumentError(json_path(broken.path), sentence(broken))
    for path, message in broken_references(document):
        if path not in told:
            yield DocumentError(json_path(path), message)


def _refused(message: str, path: JsonPath = ()) -> InvalidDocument:
    return InvalidDocument([DocumentError(json_path(path), message)])


def _parsed(raw: bytes) -> Any:
    if len(raw) > MAX_BYTES:
        raise _refused(_("This file is larger than 10 MB: split it up."))
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_int=_whole_number)
    except UnicodeDecodeError as error:
        raise _refused(_("This file is not UTF-8: see byte %(byte)s.") % {"byte": error.start + 1}) from error
    except json.JSONDecodeError as error:
        message = _("This file is not JSON: see line %(line)s, character %(character)s.")
        raise _refused(message % {"line": error.lineno, "character": error.colno}) from error
    except RecursionError as error:
        raise _refused(_("This file holds lists within lists too deep to read.")) from error


def _object(pairs: list[tuple[str, Any]]) -> dict:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = RepeatingObject(found)
    repeating.repeated = tuple(
        key for key, times in Counter(key for key, _value in pairs).items() if times > 1
    )
    return repeating


def _whole_number(digits: str) -> int | float:
    # Python refuses to read thousands of digits; as a float they are infinite, and so no whole number.
    return int(digits) if len(digits) < 400 else float(digits)


def _count_steps(document: Any) -> int:
    phases = document.get("phases") if isinstance(document, dict) else None
    if not isinstance(phases, list):
        return 0
    steps = (phase.get("steps") for phase in phases if isinstance(phase, dict))
    return sum(len(found) for found in steps if isinstance(found, list))


def _normalised(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _normalised_item(key, item) for key, item in value.items() if not _is_left_out(key, item)
        }
    if isinstance(value, list):
        return [_normalised(item) for item in value]
    return int(value) if isinstance(value, float) else value


def _normalised_item(key: str, item: Any) -> Any:
    return list(dict.fromkeys(item)) if key in _SETS else _normalised(item)


def _is_left_out(key: str, item: Any) -> bool:
    return item is None or (item == "" and key not in _KEYS)
