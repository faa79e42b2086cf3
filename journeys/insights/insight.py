"""What all insights have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.explanations import behind, percentage
from journeys.figures import rounded
from journeys.pictures import MapPicture, StepPicture

__all__ = ["Group", "Insight", "Part", "behind", "days_in_words", "parts", "percentage", "share_in_words"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: `x` and `width` in percent of it. `kind` is how it is filled."""

    words: str
    amount: str
    kind: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Insight:
    """A figure; `value` None is not yet known, and then `missing` says what to fill in.

    `items`: what it is made of, in words; `links`: the same, each with an address. `todo`: what to do next,
    and `lens` the name of the lens to do it in, with what its address says more; or `url` of another page.
    """

    key: str
    name: str
    value: str | None
    definition: str
    meaning: str = ""
    missing: str = ""
    steps: tuple[StepPicture, ...] = ()
    parts: tuple[Part, ...] = ()
    items: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    todo: str = ""
    lens: str = ""
    asked: tuple[tuple[str, str], ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    heading: str
    insights: list[Insight]


def parts(pieces: Sequence[tuple[str, str, Fraction | int, str]]) -> tuple[Part, ...]:
    """A bar of words, amount in words, amount and kind; what there is nothing of is left out."""
    total, made, start = sum(amount for _words, _text, amount, _kind in pieces), [], Fraction(0)
    for words, text, amount, kind in (piece for piece in pieces if piece[2]):
        made.append(Part(words, text, kind, _percent(start, total), _percent(amount, total)))
        start += amount
    return tuple(made)


def _percent(amount: Fraction | int, total: Fraction | int) -> str:
    return f"{float(100 * amount / total):.2f}"


def days_in_words(value: Fraction | None) -> str | None:
    """Whole days."""
    if value is None:
        return None
    count = rounded(value, 0)
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def share_in_words(share: Fraction | None, words: str) -> str:
    """`words` has a place for the `share`; empty where that is not known."""
    return "" if share is None else words % {"share": percentage(share)}


def count_of(picture: MapPicture) -> str:
    """How many steps the journey has, in words."""
    count = len(picture.steps)
    return ngettext("%(count)s step", "%(count)s steps", count) % {"count": count}


def no_steps() -> str:
    return _("There are no steps yet.")
