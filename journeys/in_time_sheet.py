"""The sheet that a journey is drawn on true to scale: which steps are on it, and where everything begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeys.flags import Flag, flags, lanes, least_room
from journeys.journey_map import MapPicture
from journeys.time_axis import Spread, TimeAxis, spread, time_axis

HEAD, FAN, BAR, TICKS, BEAT = 56, 48, 9, 36, 108
LABEL, ROOMY, COMPACT, ROWS_WITH_ROOM, BETWEEN = 176, 74, 28, 6, 6


@dataclass(frozen=True, slots=True)
class Heights:
    """Where each part begins."""

    track: int
    ticks: int
    beat: int
    spans: int
    label: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the parts of a drawing share: the place of each step, which are `shown`, and where those hang.
    `bars`: from where to where and in which lane, by step; `end`: the last day."""

    picture: MapPicture
    axis: TimeAxis
    places: tuple[Spread, ...]
    xs: tuple[float, ...]
    shown: tuple[int, ...]
    hung: tuple[Flag, ...]
    bars: Mapping[int, tuple[float, float, int]]
    heights: Heights
    end: float

    @property
    def width(self) -> float:
        return room(self.axis, len(self.shown))


def px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def sheet_of(picture: MapPicture, per_day: float | None, middle: float | None) -> Sheet:
    steps, span = picture.analysis.steps, picture.analysis.span
    places = tuple(spread([step.time for step in steps]))
    # A journey of one moment is a day long.
    end = max(span.end, places[-1].day) if span.length or len(steps) > 1 else span.end + 1
    axis = time_axis(span.start, end, per_day, middle)
    xs = tuple(axis.at(place.day) for place in places)
    shown = tuple(index for index, x in enumerate(xs) if 0 <= x <= axis.width)
    hung = tuple(flags([xs[index] for index in shown], LABEL, room(axis, len(shown))))
    bars = _bars(picture, axis, shown)
    heights = _heights(hung, bars)
    return Sheet(picture, axis, places, xs, shown, hung, bars, heights, float(end))


def room(axis: TimeAxis, count: int) -> float:
    return max(axis.width, least_room(count, LABEL))


def _bars(picture: MapPicture, axis: TimeAxis, shown: Sequence[int]) -> dict[int, tuple[float, float, int]]:
    """Only of steps that take time."""
    steps = picture.analysis.steps
    long = [index for index in shown if steps[index].end > steps[index].time]
    lines = [(axis.at(steps[index].time), axis.at(steps[index].end)) for index in long]
    return {
        index: (start, min(end, axis.width), lane)
        for index, (start, end), lane in zip(long, lines, lanes(lines), strict=True)
    }


def _heights(hung: Sequence[Flag], bars: Mapping[int, tuple[float, float, int]]) -> Heights:
    rows = max((flag.row for flag in hung), default=0) + 1
    label = ROOMY if rows <= ROWS_WITH_ROOM else COMPACT
    track = HEAD + rows * (label + BETWEEN) + FAN
    ticks = track + 14 + BAR * (max((lane for *_, lane in bars.values()), default=-1) + 1)
    beat = ticks + TICKS
    return Heights(track, ticks, beat, beat + BEAT, label)
