"""Templates as stencils: drawn once for each shape, and from then on only the words are filled in.

A map has hundreds of cells of few shapes, and drawing one takes a hundred times as long as filling in its
words. `Words` and `Number` are the fields of a dataclass that a template shows as they are; so is a string or
a number by itself. Their being there may decide how something is drawn, what they say may not, and no filter
touches them. A stencil holds no words: it never grows old.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from html import escape
from typing import Any, NewType

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

Words = NewType("Words", str)
Number = NewType("Number", int)

BARE = (str, int)
SHOWN = (Words, Number, Number | None)
MARK = "\ue000"  # from Unicode's private use area
STENCILS_AT_MOST = 5000
stencils: dict[tuple, list[str]] = {}


def draw(template: str, **values: Any) -> SafeString:
    """The same as `render_to_string`, of frozen dataclasses, tuples, strings, numbers and booleans."""
    return draw_all([(template, values)])


def draw_all(drawings: Iterable[tuple[str, dict[str, Any]]]) -> SafeString:
    """Templates with their values, one below the other."""
    language = get_language()
    drawn = [_filled_in(template, language, values) for template, values in drawings]
    return mark_safe("\n".join(drawn))  # noqa: S308 (templates drew it, and what is filled in is escaped)


def _filled_in(template: str, language: str, values: dict[str, Any]) -> str:
    words: list[str] = []
    shape = _emptied(tuple(values.values()), words)
    key = (template, language, shape)
    stencil = stencils.get(key)
    if stencil is None:
        if len(stencils) >= STENCILS_AT_MOST:
            stencils.clear()
        stencil = stencils[key] = render_to_string(template, dict(zip(values, shape, strict=True))).split(
            MARK
        )
    # Text and the number of a word, in turn.
    parts = stencil.copy()
    parts[1::2] = [words[int(number)] for number in parts[1::2]]
    return "".join(parts)


def _emptied(value: Any, words: list[str]) -> Any:
    """The value with marks in place of its words, which are added to `words`."""
    kind = type(value)
    if kind is tuple:
        return tuple([_mark(item, words) if type(item) in BARE else _emptied(item, words) for item in value])
    plan = _plan(kind)
    if plan is None:
        return value
    fields = [(getattr(value, name), is_shown) for name, is_shown in plan]
    return kind(*[_mark(item, words) if is_shown else _emptied(item, words) for item, is_shown in fields])


def _mark(value: str | int | None, words: list[str]) -> str | None:
    if value is None or value == "":
        return value
    words.append(escape(str(value)))
    return f"{MARK}{len(words) - 1}{MARK}"


@cache
def _plan(kind: type) -> tuple[tuple[str, bool], ...] | None:
    """The fields of a dataclass, and whether each is only shown; None for what is no dataclass."""
    if not is_dataclass(kind):
        return None
    return tuple((field.name, field.type in SHOWN) for field in fields(kind))
