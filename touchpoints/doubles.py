"""Touchpoints that are probably one and the same: to be looked at by someone, never decided here."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from django.core.cache import cache

from organisations.models import Organisation

ALIKE = 0.8
SAME_NAME, SAME_CHANNEL, ALIKE_NAME = range(3)


class Place(NamedTuple):
    """A touchpoint as it is compared: its number, and names as they are written."""

    id: int
    name: str
    channel: str
    party: str
    kind: str


class Pair(NamedTuple):
    """Numbers of two that may be one, and why.

    The name is the same, at one party (SAME_NAME) or through one channel at parties of one kind
    (SAME_CHANNEL); or it looks alike, at one party and channel (ALIKE_NAME).
    """

    one: int
    other: int
    why: int


def doubles_in(organisation: Organisation) -> list[Pair]:
    """The surest first; found again only when the catalogue changed."""
    fields = ("pk", "name", "channel", "party__name", "party__kind")
    places = organisation.touchpoints.order_by("name", "pk").values_list(*fields)
    key = f"doubles/{organisation.pk}/{organisation.version}"
    return cache.get_or_set(key, lambda: doubles_among(Place(*row) for row in places))


def doubles_among(places: Iterable[Place]) -> list[Pair]:
    places = list(places)
    found = {frozenset((pair.one, pair.other)): pair for pair in (*alike_names(places), *same_names(places))}
    return sorted(found.values(), key=lambda pair: pair.why)


def doubles_of(number: int, pairs: Iterable[Pair]) -> list[int]:
    """The numbers of the others that may be the same as this one."""
    return [other if one == number else one for one, other, _why in pairs if number in (one, other)]


def plain(name: str) -> str:
    """Without case, accents, punctuation and double spaces."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", bare))


def same_names(places: Iterable[Place]) -> Iterator[Pair]:
    for one, other in pairs_within(places, lambda place: plain(place.name)):
        if plain(one.party) == plain(other.party):
            yield Pair(one.id, other.id, SAME_NAME)
        elif (one.channel, one.kind) == (other.channel, other.kind):
            yield Pair(one.id, other.id, SAME_CHANNEL)


def alike_names(places: Iterable[Place]) -> Iterator[Pair]:
    """Names with other numbers in them are of other places."""
    for one, other in pairs_within(places, where_and_numbers):
        if alike(plain(one.name), plain(other.name)):
            yield Pair(one.id, other.id, ALIKE_NAME)


def where_and_numbers(place: Place) -> Hashable:
    return plain(place.party), place.channel, tuple(re.findall(r"\d+", place.name))


def pairs_within(places: Iterable[Place], key: Callable[[Place], Hashable]) -> Iterator[tuple[Place, Place]]:
    groups = defaultdict(list)
    for place in places:
        groups[key(place)].append(place)
    for group in groups.values():
        yield from combinations(group, 2)


def alike(name: str, other: str) -> bool:
    """The cheap bounds come first: most pairs go no further."""
    matcher = SequenceMatcher(None, name, other)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
