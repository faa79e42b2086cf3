"""The home page's rows: life events down, their journeys across, where most is to be won first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from journeys.models import Journey, LifeEvent
from journeys.overview import Line, Listed

CARDS = 48  # on a page, before rows are folded
ROWS = 16
ACROSS = 3
MOST, BY_NAME, LONGEST = "", "naam", "buiten-beeld"


@dataclass(frozen=True, slots=True)
class Entry:
    """A card's place, one of `count` of its life event; None is a life event without journeys."""

    life_event: LifeEvent
    journey: Listed | None
    desired: tuple[Listed, ...] = ()
    count: int = 0
    line: Line | None = None

    @property
    def to_be_won(self) -> int:
        return self.line.to_be_won if self.is_current else 0

    @property
    def open_weight(self) -> int:
        return self.line.open_weight if self.is_current else 0

    @property
    def is_current(self) -> bool:
        """In a desired journey nothing is to be won: it is what is worked towards."""
        return self.line is not None and self.journey.kind == Journey.Kind.AS_IS

    @property
    def blind_days(self) -> int:
        """An unknown number comes after nought."""
        return -1 if self.line is None or self.line.blind_days is None else self.line.blind_days


@dataclass(frozen=True, slots=True)
class Row:
    """A life event with what is shown of it.

    `count`: all its journeys; `found`: those that answer to what is asked, of which `folded` are out of view.
    """

    life_event: LifeEvent
    entries: tuple[Entry, ...]
    count: int
    found: int
    to_be_won: int
    open_weight: int
    folded: int = 0
    cards: tuple[str, ...] = ()
    query: str = ""  # of the page with this life event alone

    @classmethod
    def of(cls, entries: list[Entry]) -> "Row":
        return cls(
            life_event=entries[0].life_event,
            entries=tuple(entries),
            count=entries[0].count,
            found=sum(entry.journey is not None for entry in entries),
            to_be_won=sum(entry.to_be_won for entry in entries),
            open_weight=sum(entry.open_weight for entry in entries),
        )


def entries(
    life_events: Iterable[LifeEvent], journeys: Sequence[Listed], lines: Mapping[int, Line]
) -> list[Entry]:
    """One place a card; a life event without journeys keeps a place.

    A desired journey lies with the one it is based on.
    """
    own, desired = _by_place(journeys)
    places = []
    for life_event in life_events:
        here = own[life_event.pk]
        places += [
            Entry(life_event, journey, tuple(desired[journey.id]), len(here), lines.get(journey.id))
            for journey in here
        ] or [Entry(life_event, None)]
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


def rows(found: Iterable[Entry], order: str = MOST) -> list[Row]:
    """A row a life event. Journeys of one persona stay together, at the place of the first of them."""
    by_event = groupby(sorted(found, key=lambda entry: entry.life_event.pk), lambda entry: entry.life_event)
    made = [Row.of(_across(list(group), order)) for _life_event, group in by_event]
    return sorted(made, key=lambda row: (*_rank_of_row(row, order), row.life_event.name.casefold()))


def _across(found: list[Entry], order: str) -> list[Entry]:
    ranked = [(_persona(entry), _rank(entry, order), entry) for entry in found if entry.journey]
    first: dict[int | None, tuple] = {}
    for persona, rank, _entry in ranked:
        first[persona] = min(first.get(persona, rank), rank)
    ranked.sort(key=lambda item: (first[item[0]], item[1]))
    return [entry for _persona, _rank, entry in ranked] or found


def _persona(entry: Entry) -> int | None:
    return entry.line.persona_id if entry.line else None


def _rank(entry: Entry, order: str) -> tuple:
    by_name = (entry.journey.title.casefold(), entry.journey.id)
    orders: dict[str, Callable[[], tuple]] = {
        MOST: lambda: (-entry.to_be_won, -entry.open_weight, -entry.blind_days, *by_name),
        LONGEST: lambda: (-entry.blind_days, *by_name),
        BY_NAME: lambda: by_name,
    }
    return orders[order]()


def _rank_of_row(row: Row, order: str) -> tuple:
    """One without journeys comes last, except by name."""
    if order == BY_NAME:
        return ()
    longest = max(entry.blind_days for entry in row.entries)
    if order == LONGEST:
        return (not row.count, -longest)
    return (not row.count, -row.to_be_won, -row.open_weight, -longest)


def folded(shown: Sequence[Row]) -> list[Row]:
    """Each row with as many cards as leave room for the others: whole lines, and at least one."""
    room = ACROSS
    lengths = [len(row.entries) for row in shown]
    while room < max(lengths, default=0) and _cards(lengths, room + ACROSS) <= CARDS:
        room += ACROSS
    return [replace(row, entries=row.entries[:room], folded=max(0, len(row.entries) - room)) for row in shown]


def _cards(lengths: Iterable[int], room: int) -> int:
    return sum(min(length, room) for length in lengths)


def drawn(shown: Iterable[Row], cards: Mapping[int, str]) -> list[Row]:
    """With their cards, which are drawn by the number of the journey."""
    return [
        replace(row, cards=tuple(cards[entry.journey.id] for entry in row.entries if entry.journey))
        for row in shown
    ]
