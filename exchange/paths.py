"""How a place in a document, and what stands there, is shown to people."""

import json
import re

JsonPath = tuple[str | int, ...]

_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")
_LONGEST = 64


def json_path(path: JsonPath) -> str:
    """As in `$.phases[0].steps[2].feeling`, or `$["odd key"]`."""
    return "$" + "".join(_segment(part) for part in path)


def abridged(text: str) -> str:
    """Short, and without what cannot be printed or sent."""
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return cut if cut.isprintable() else json.dumps(cut)[1:-1]


def _segment(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part}]"
    if _BARE.fullmatch(part):
        return f".{part}"
    cut = part if len(part) <= _LONGEST else part[:_LONGEST] + "…"
    return f"[{json.dumps(cut, ensure_ascii=not cut.isprintable())}]"
