"""The home page: life events down, their journeys across, all on one true time axis a row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from django.core.cache import cache

from journeys.drawing_small import Axis, shared_axis
from journeys.models import Journey, LifeEvent
from journeys.small import SmallJourney, percentage_of
from organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Listed:
    """A journey as the overview finds it: enough to know which card to draw."""

    id: int
    version: int
    life_event_id: int
    kind: str
    based_on_id: int | None
    title: str

    @classmethod
    def of(cls, organisation: Organisation) -> "list[Listed]":
        fields = ("pk", "version", "life_event_id", "kind", "based_on_id", "title")
        return [cls(*row) for row in organisation.journeys.values_list(*fields)]


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures of all current journeys together."""

    journeys: int
    life_events: int
    longest_days: int | None
    longest_id: int | None
    longest_title: str
    open_pains: int
    pains: int
    evidence: int | None
    improvements: int
    focused: int
    driven: int


@dataclass(frozen=True, slots=True)
class Whole:
    """What needs every journey: the headline, and the axis of each life event by its id."""

    headline: Headline
    axes: Mapping[int, Axis]


@dataclass(frozen=True, slots=True)
class Entry:
    """A card's place, one of `count` of its life event; None is a life event without journeys."""

    life_event: LifeEvent
    journey: Listed | None
    desired: tuple[Listed, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """`count` is of the life event, also where the row goes on over another page."""

    life_event: LifeEvent
    cards: tuple[str, ...]
    count: int


def whole(organisation: Organisation, journeys: Sequence[Listed]) -> Whole:
    """Computed again only when a journey or the catalogue changed."""
    seen = repr([(journey.id, journey.version) for journey in journeys])
    digest = sha256(seen.encode()).hexdigest()
    key = f"overview/{organisation.pk}/{organisation.version}/{digest}"
    return cache.get_or_set(key, lambda: _whole(organisation.journeys.in_small(organisation.version)))


def _whole(journeys: Sequence[SmallJourney]) -> Whole:
    by_event = sorted(journeys, key=lambda small: small.life_event_id)
    return Whole(
        headline=headline([small for small in journeys if small.kind == Journey.Kind.AS_IS]),
        axes={
            event: shared_axis(group) for event, group in groupby(by_event, lambda small: small.life_event_id)
        },
    )


def headline(journeys: Sequence[SmallJourney]) -> Headline:
    timed = [small for small in journeys if small.blind_days is not None]
    longest = max(timed, key=lambda small: small.blind_days, default=None)
    steps = sum(small.steps for small in journeys)
    return Headline(
        journeys=len(journeys),
        life_events=len({small.life_event_id for small in journeys}),
        longest_days=longest and longest.blind_days,
        longest_id=longest and longest.id,
        longest_title=longest.title if longest else "",
        open_pains=sum(small.open_pains for small in journeys),
        pains=sum(small.pains for small in journeys),
        evidence=percentage_of(sum(small.steps_with_evidence for small in journeys), steps),
        improvements=sum(small.improvements for small in journeys),
        focused=sum(small.focused for small in journeys),
        driven=sum(small.driven for small in journeys),
    )


def entries(
    life_events: Iterable[LifeEvent], journeys: Sequence[Listed], words: str = "", found: Iterable[int] = ()
) -> list[Entry]:
    """One place a card, life events by name. With words only the journeys `found`, and life events so named.

    A life event without journeys keeps a place; a desired journey lies with the one it is based on.
    """
    own, desired = _by_place(journeys)
    found, places = set(found), []
    for life_event in life_events:
        journeys_here = own[life_event.pk]
        places += [
            Entry(life_event, journey, tuple(desired[journey.id]), len(journeys_here))
            for journey in journeys_here
            if not words or journey.id in found
        ]
        if not journeys_here and words.casefold() in life_event.name.casefold():
            places.append(Entry(life_event, None))
    return places


def _by_place(journeys: Sequence[Listed]) -> tuple[dict[int, list[Listed]], dict[int, list[Listed]]]:
    """Journeys with a card of their own by life event, and desired ones by the journey they are based on."""
    ids = {journey.id for journey in journeys}
    own, desired = defaultdict(list), defaultdict(list)
    for journey in journeys:
        if journey.kind == Journey.Kind.TO_BE and journey.based_on_id in ids:
            desired[journey.based_on_id].append(journey)
        else:
            own[journey.life_event_id].append(journey)
    return own, desired


def rows(entries: Iterable[Entry], cards: Mapping[int, str]) -> list[Row]:
    """The entries of one page, a row a life event; `cards` are the drawn ones by journey."""
    grouped = [list(group) for _, group in groupby(entries, lambda entry: entry.life_event.pk)]
    return [
        Row(
            life_event=group[0].life_event,
            cards=tuple(cards[entry.journey.id] for entry in group if entry.journey),
            count=group[0].count,
        )
        for group in grouped
    ]
