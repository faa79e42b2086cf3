"""All that a comparison shows: rows on one axis, lines between them, places under them, tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.comparing.labels import shortened, width_of
from journeys.comparing.lines import Line, Track, Visited, lines_between, tracks_of
from journeys.comparing.rows import Row, row_of
from journeys.comparing.scale import WIDTH, Scale, Ticks, shared_scale, ticks_on
from journeys.comparing.travelled import Travelled
from journeys.comparing.words import Stands, differences, moment, table_of, words_in
from journeys.models.step import Feeling
from journeys.places import Place, ranked_places, shared_places
from journeys.route import listed

LONGEST_PLACE, LONGEST_ANCHOR = 40, 30
ANCHOR = 13.0  # size of its word


@dataclass(frozen=True, slots=True)
class Shown:
    """A journey with its drawing (None: no day is known of it) and its line in the table."""

    journey: Travelled
    row: Row | None
    lines: tuple[Line, ...]
    stands: Stands
    without: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A touchpoint in a table: who passes there and when, by name."""

    place: Place
    by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A step in the table of all moments."""

    when: str
    journey: str
    address: str
    title: str
    feeling: str
    contacts: str
    pains: tuple[tuple[str, str], ...]  # what hurts, and what that rests on
    evidence: str
    in_sight: bool


@dataclass(frozen=True, slots=True)
class Pill:
    """The name of the anchor moment on the axis; `x`: where that moment lies across."""

    x: float
    left: float
    width: float
    text: str
    full: str

    @property
    def middle(self) -> float:
        return round(self.left + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`pill`: None where the anchor moment isn't on the axis."""

    shown: tuple[Shown, ...]
    scale: Scale | None
    ticks: Ticks | None
    pill: Pill | None
    tracks: tuple[Track, ...]
    tracks_height: float
    places: tuple[Passed, ...]
    shared: tuple[Passed, ...]
    differences: tuple[str, ...]
    moments: tuple[Moment, ...]
    mixed: bool

    @property
    def anchor(self) -> float | None:
        return self.pill and self.pill.x

    @property
    def has_desired(self) -> bool:
        """Whether a line is drawn as wished for."""
        return any(shown.journey.kind == "to_be" for shown in self.shown)

    @property
    def several(self) -> bool:
        return len(self.shown) > 1


def compared(journeys: Sequence[Travelled], without: Sequence[str]) -> Comparison:
    """`without`: by journey the address of the same comparison, but for that journey."""
    scale = shared_scale(
        (float(one.analysis.span.start), float(one.analysis.span.end)) for one in journeys if one.timed
    )
    rows = [row_of(one, scale, words_in(one)) if scale and one.timed else None for one in journeys]
    met = ([meeting.place for meeting in one.meetings] for one in journeys)
    shared = [place for place, _count in shared_places(met)]
    lines = lines_between(shared, [row and row.anchors for row in rows])
    places = _places(journeys)
    tracks, height = tracks_of(_visited(places, journeys, scale)) if scale else ([], 0)
    return Comparison(
        shown=tuple(map(Shown, journeys, rows, lines, table_of(journeys), without)),
        scale=scale,
        ticks=scale and ticks_on(scale),
        pill=_pill(scale, journeys) if scale and scale.shows_anchor else None,
        tracks=tuple(tracks),
        tracks_height=height,
        places=tuple(_passed(place, journeys, blind=True) for place in places),
        shared=tuple(_passed(place, journeys) for place in shared),
        differences=tuple(differences(journeys)),
        moments=tuple(_moments(journeys)),
        mixed=len({one.life_event for one in journeys}) > 1,
    )


def _pill(scale: Scale, journeys: Sequence[Travelled]) -> Pill:
    full = next((one.anchor for one in journeys if one.anchor), "") or _("the anchor moment")
    text, x = shortened(full, LONGEST_ANCHOR), scale.across(0)
    width = width_of(text, ANCHOR) + 2 * ANCHOR
    left = min(max(x - width / 2, 0), WIDTH - width)
    return Pill(x, round(left, 1), round(width, 1), text[:1].upper() + text[1:], full)


def _places(journeys: Sequence[Travelled]) -> list[Place]:
    """Of the current journeys, as in the figures of a life event."""
    as_is = [one for one in journeys if one.kind == "as_is"]
    routes = [
        {**one.document, "phases": [{"steps": [step.step for step in one.analysis.steps]}]} for one in as_is
    ]
    return [place for place, _passed in ranked_places(routes, ())]


def _blind_meetings(journey: Travelled) -> list:
    until = journey.analysis.sight.blind_steps
    return list(takewhile(lambda meeting: meeting.step < until, journey.meetings))


def _visited(places: Sequence[Place], journeys: Sequence[Travelled], scale: Scale) -> list[Visited]:
    visited = []
    for place in places:
        times = {
            number: [meeting.time for meeting in _blind_meetings(one) if meeting.place == place]
            for number, one in enumerate(journeys)
            if one.kind == "as_is"
        }
        xs = {scale.across(float(time)) for found in times.values() for time in found if time is not None}
        count = sum(bool(found) for found in times.values())
        if xs:
            visited.append(Visited(place, tuple(sorted(xs)), _place_in_words(place, count)))
    return visited


def _place_in_words(place: Place, count: int) -> str:
    journeys = ngettext("%(count)s journey", "%(count)s journeys", count) % {"count": count}
    return f"{shortened(place.name, LONGEST_PLACE)} · {journeys}"


def _passed(place: Place, journeys: Sequence[Travelled], *, blind: bool = False) -> Passed:
    by = []
    for one in journeys:
        meetings = _blind_meetings(one) if blind else one.meetings
        step = next((meeting.step for meeting in meetings if meeting.place == place), None)
        if step is not None and not (blind and one.kind == "to_be"):
            by.append((one.name, moment(one.analysis.steps[step], one.anchor)))
    return Passed(place, tuple(by))


def _moments(journeys: Sequence[Travelled]) -> list[Moment]:
    """Every step of all of them in the order of time; those without a known time last."""
    steps = [
        (step.time is None, step.time or 0, number, step)
        for number, one in enumerate(journeys)
        for step in one.analysis.steps
    ]
    steps.sort(key=lambda item: (*item[:3], item[3].index))
    return [_moment(journeys[number], step) for _unknown, _time, number, step in steps]


def _moment(journey: Travelled, step: Any) -> Moment:
    feeling = step.step.get("feeling")
    pains: Sequence[Mapping] = listed(step.step, "pains")
    return Moment(
        when=moment(step, journey.anchor) or _("not known yet"),
        journey=journey.name,
        address=f"{journey.map_address}#stap-{journey.steps[step.index]}",
        title=step.step["title"],
        feeling="" if feeling is None else str(Feeling(feeling).label),
        contacts=", ".join(one.place.name for one in journey.meetings if one.step == step.index),
        pains=tuple((pain["text"], found.evidence) for pain, found in zip(pains, step.pains, strict=True)),
        evidence=step.evidence,
        in_sight=step.in_sight,
    )
