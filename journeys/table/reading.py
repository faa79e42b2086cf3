"""What stands in a cell of a spreadsheet, as the form of that field takes it."""

import re
from collections.abc import Mapping

from django.conf import settings
from django.utils import translation

from journeys.models.step import Feeling
from organisations.plain import plain

BETWEEN = re.compile(r"[;,\n]")
MINUS = str.maketrans({"−": "-", "–": "-"})


def as_typed(field: str, text: str, situations: Mapping[str, int]) -> list[str]:
    """The values to send; what can't be read stays as it is, so that the form says so.

    `situations`: of the life event, their numbers by name.
    """
    if field == "feeling":
        return [_feeling(text)]
    if field == "only_for":
        return _situations(text, situations)
    return [text]


def _feeling(text: str) -> str:
    """A number from -2 to 2, or the word for it in any language of the product."""
    number = text.strip().translate(MINUS).removeprefix("+")
    return _feelings().get(plain(number), number)


def _feelings() -> dict[str, str]:
    words = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words |= {plain(str(label)): str(value) for value, label in Feeling.choices}
    return words


def _situations(text: str, situations: Mapping[str, int]) -> list[str]:
    """One name, or several with a comma, a semicolon or a line end between them."""
    known = {plain(name): str(number) for name, number in situations.items()}
    names = [text] if plain(text.strip()) in known else BETWEEN.split(text)
    return [known.get(plain(name), unknown(name)) for name in (name.strip() for name in names) if name]


def unknown(name: str) -> str:
    """A name that is no number of a situation, whatever it says."""
    return f"‘{name}’" if name.isdigit() else name
