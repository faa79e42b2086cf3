"""Where everything stands on the drawing of a journey true to scale, in pixels.

From top to bottom: the words beside upright lines, the labels of the steps, their poles, the track of time,
the ticks, the hartslag, and the stretches out of sight in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from journeys.cards import PainCard, Resting, resting_of
from journeys.drawing_small import curve
from journeys.flags import Flag, flags
from journeys.in_time_sheet import BAR, BEAT, BETWEEN, COMPACT, FAN, Heights, Sheet, px, sheet_of
from journeys.journey_map import Head, MapPicture
from journeys.looking import Look
from journeys.spans import GAP, Stretch
from journeys.stencils import Number, Words
from journeys.time_axis import WIDTH, Ticks, TimeAxis, ticks

ROW = 26
SPAN_LABEL, FACE, EDGE = 200, 24, 230


@dataclass(frozen=True, slots=True)
class Moment:
    """A step. `x`: its moment; `left` and `top` of its label; `pole` leads from one to the other.
    `bar`: how long it takes, as x, y and width. `nth` of `count` on one day, where those are more."""

    id: Number
    head: Head
    feeling: int | None
    in_sight: bool
    first_contact: bool
    address: Words
    day: Words
    x: Words
    left: Words
    top: Words
    pole: Words
    bar: tuple[str, str, str] | None
    estimated: bool
    nth: Number | None
    count: Number | None
    pains: Words
    resting: tuple[Resting, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Where we are out of sight. `words` stand at `at` and `y`, tied to it; empty where there is no room."""

    kind: str
    x: str
    width: str
    words: str = ""
    at: str = ""
    y: str = ""
    tie: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """A feeling at its place; `small` where another stands too close by. `step`: its id."""

    step: int
    x: str
    y: str
    feeling: int
    small: bool


@dataclass(frozen=True, slots=True)
class Upright:
    """A line from top to bottom; `ends`: its word stands before it."""

    x: str
    word: str
    ends: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """`earlier`, `later`: how many steps lie beyond it. `same_day`: whether some share their day.
    `fits`: it is as wide as the screen, and may be stretched."""

    width: str
    height: int
    fits: bool
    compact: bool
    heights: Heights
    moments: tuple[Moment, ...]
    bands: tuple[Band, ...]
    ticks: Ticks
    beat: str
    faces: tuple[Face, ...]
    contact: Upright | None
    anchor: Upright | None
    axis: TimeAxis
    same_day: bool
    estimated: bool
    earlier: int
    later: int


Told = Sequence[tuple[Stretch, str]]
Edged = tuple[Stretch, str, float, float]


def drawn(
    picture: MapPicture, look: Look, per_day: float | None, middle: float | None, told: Told
) -> Drawing:
    """Of a journey with known times; `told`: its stretches out of sight, in words."""
    sheet = sheet_of(picture, per_day, middle)
    bands = _bands(sheet, told)
    axis, shown, first = sheet.axis, sheet.shown, picture.analysis.sight.first_contact
    return Drawing(
        width=px(sheet.width),
        height=_height(bands, sheet.heights),
        fits=sheet.width == WIDTH,
        compact=sheet.heights.label == COMPACT,
        heights=sheet.heights,
        moments=tuple(_moment(sheet, *one, look) for one in zip(shown, sheet.hung, strict=True)),
        bands=bands,
        ticks=ticks(axis),
        beat=_beat(sheet),
        faces=_faces(sheet),
        contact=None if first is None else _upright(sheet.xs[first], axis),
        anchor=_upright(axis.at(0), axis),
        axis=axis,
        same_day=any(sheet.places[index].count > 1 for index in shown),
        estimated=any(picture.analysis.steps[index].estimated for index in shown),
        earlier=sum(x < 0 for x in sheet.xs),
        later=sum(x > axis.width for x in sheet.xs),
    )


def _height(bands: Sequence[Band], heights: Heights) -> int:
    return max([heights.spans, *(int(band.y) for band in bands if band.words)]) + 16


def _moment(sheet: Sheet, index: int, flag: Flag, look: Look) -> Moment:
    step, place, x = sheet.picture.steps[index], sheet.places[index], sheet.xs[index]
    track, label = sheet.heights.track, sheet.heights.label
    top = track - FAN - (flag.row + 1) * (label + BETWEEN)
    several = place.count > 1
    return Moment(
        id=step.id,
        head=step.head,
        feeling=step.feeling.feeling,
        in_sight=step.in_sight,
        first_contact=step.first_contact,
        address=look.address_of_step(step.id),
        day=f"{float(place.day):.2f}",
        x=px(x),
        left=px(flag.left),
        top=str(top),
        pole=_pole(x, flag.left, top, track),
        bar=_bar(sheet.bars.get(index), track),
        estimated=sheet.picture.analysis.steps[index].estimated,
        nth=place.nth if several else None,
        count=place.count if several else None,
        pains=_pains(step.pains),
        resting=resting_of(step.pains),
    )


def _bar(bar: tuple[float, float, int] | None, track: int) -> tuple[str, str, str] | None:
    if bar is None:
        return None
    start, end, lane = bar
    return px(start), str(track + 12 + BAR * lane), px(max(end - start, 4.0))


def _pole(x: float, left: float, top: int, track: int) -> str:
    """From the track up to the label, in a bend where they don't stand above each other."""
    bend, half = track - FAN, track - FAN // 2
    return f"M{px(x)} {track}C{px(x)} {half} {px(left)} {half} {px(left)} {bend}V{top}"


def _pains(pains: Sequence[PainCard]) -> str:
    if not pains:
        return ""
    return ngettext("%(count)s pain", "%(count)s pains", len(pains)) % {"count": len(pains)}


def _bands(sheet: Sheet, told: Told) -> tuple[Band, ...]:
    """Those that are on the drawing; a gap that isn't the longest has words where they fit in it."""
    edged = [(stretch, words, *_edges(sheet, stretch)) for stretch, words in told]
    edged = [one for one in edged if one[3] > one[2]]
    named = [one for one in edged if _has_words(one)]
    room, centres = sheet.axis.width, [(left + right) / 2 for *_, left, right in named]
    starts = [min(max(centre - SPAN_LABEL / 2, 0), room - SPAN_LABEL) for centre in centres]
    hung = dict(zip(map(id, named), flags(starts, SPAN_LABEL, room), strict=True))
    return tuple(_band(one, hung.get(id(one)), sheet.heights) for one in edged)


def _has_words(edged: Edged) -> bool:
    stretch, _words, left, right = edged
    return stretch.kind != GAP or stretch.longest or right - left >= SPAN_LABEL


def _edges(sheet: Sheet, stretch: Stretch) -> tuple[float, float]:
    analysis, axis, after = sheet.picture.analysis, sheet.axis, stretch.after
    left = axis.at(analysis.span.start)
    if after is not None:
        left = max(sheet.xs[after], axis.at(analysis.steps[after].end))
    right = axis.at(sheet.end) if stretch.before is None else sheet.xs[stretch.before]
    return max(left, 0.0), min(right, axis.width)


def _band(edged: Edged, flag: Flag | None, heights: Heights) -> Band:
    stretch, words, left, right = edged
    if flag is None:
        return Band(stretch.kind, px(left), px(right - left))
    centre, at = (left + right) / 2, flag.left + SPAN_LABEL / 2
    y = heights.spans + ROW * (flag.row + 1)
    tie = f"M{px(centre)} {heights.spans}L{px(at)} {heights.spans + 8}V{y - 14}"
    return Band(stretch.kind, px(left), px(right - left), words, px(at), str(y), tie)


def _level(feeling: int) -> float:
    return 14 + (2 - feeling) / 4 * (BEAT - 28)


def _beat(sheet: Sheet) -> str:
    feelings = [step.feeling.feeling for step in sheet.picture.steps]
    known = [
        (x, _level(feeling)) for x, feeling in zip(sheet.xs, feelings, strict=True) if feeling is not None
    ]
    return curve(known)


def _faces(sheet: Sheet) -> tuple[Face, ...]:
    faces, last = [], -float("inf")
    for index in sheet.shown:
        step, x = sheet.picture.steps[index], sheet.xs[index]
        feeling = step.feeling.feeling
        if feeling is not None:
            small = x - last < FACE
            faces.append(Face(step.id, px(x), px(_level(feeling)), feeling, small))
            last = last if small else x
    return tuple(faces)


def _upright(x: float, axis: TimeAxis) -> Upright | None:
    """None where it stands beyond the drawing."""
    if not 0 <= x <= axis.width:
        return None
    ends = x > axis.width - EDGE
    return Upright(px(x), px(x - 8 if ends else x + 8), ends)
