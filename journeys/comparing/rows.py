"""One journey of a comparison as a row: its hartslag, its blind span, its pains and where it meets whom.

Everything across is true to time. What would lie over something else is taken together (contacts, pains), or
left to the table under the drawing (words, faces). Nothing here knows colours or languages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeys.comparing.labels import Board, Label, Spot, box_of, shortened
from journeys.comparing.scale import Scale
from journeys.comparing.travelled import Meeting, Travelled
from journeys.drawing_small import curve
from journeys.places import Place

HEIGHT = 176
HIGHEST, LOWEST = 52.0, 96.0
WORDS_AT, SECOND_WORDS_AT = 22.0, 38.0
PAINS_AT, OTHERS_AT, OWN_AT = 115.0, 139.0, 161.0
FACE, STOP, STRIKES = 8.0, 9.0, 8.0  # half of what each takes
NAME, PAIN, HEADLINE = 12.0, 12.0, 14.0  # sizes of words
ICON = 12.0
LONGEST_NAME, LONGEST_PAIN, PAINS_IN_WORDS = 24, 44, 2


@dataclass(frozen=True, slots=True)
class Face:
    x: float
    y: float
    feeling: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Contacts at one place in time. `icon`: a channel, where it is one contact; `count`: how many."""

    x: float
    y: float
    kind: str
    channel: str
    places: tuple[Place, ...]

    @property
    def icon_x(self) -> float:
        return round(self.x - ICON / 2, 1)

    @property
    def icon_y(self) -> float:
        return self.y - ICON / 2

    @property
    def count_y(self) -> float:
        """The line that the number of contacts stands on."""
        return self.y + 4

    @property
    def count(self) -> int:
        return len(self.places)

    @property
    def names(self) -> str:
        return ", ".join(place.name for place in self.places)


@dataclass(frozen=True, slots=True)
class Strikes:
    """A pain, by as many strikes as it is severe; of several at one place in time the worst."""

    x: float
    severity: int


@dataclass(frozen=True, slots=True)
class Row:
    """`start` and `end` of the journey, `blind_until` and `contact` across; None: never in sight.

    `anchors`: by touchpoint where a line to another row can begin."""

    start: float
    end: float
    blind_until: float
    contact: float | None
    path: str
    faces: tuple[Face, ...]
    dots: tuple[Face, ...]
    pains: tuple[Strikes, ...]
    stops: tuple[Stop, ...]
    labels: tuple[Label, ...]
    anchors: Mapping[Place, tuple[float, float]]

    @property
    def blind_width(self) -> float:
        return round(self.blind_until - self.start, 1)


@dataclass(frozen=True, slots=True)
class Words:
    """What is written at the blind span and at the first contact; `short`: where there is little room."""

    blind: str
    short: str
    contact: str


def row_of(journey: Travelled, scale: Scale, words: Words) -> Row:
    """Of a journey with known times."""
    analysis = journey.analysis
    start, end = scale.across(float(analysis.span.start)), scale.across(float(analysis.span.end))
    first = journey.first_contact
    contact = None if first is None else scale.across(float(first.time))
    points = [
        Face(scale.across(float(step.time)), height(step.step["feeling"]), step.step["feeling"])
        for step in analysis.steps
        if step.step.get("feeling") is not None
    ]
    lows = {index for run in analysis.low_points for index in run[:1]}
    faces = _faces(points, [analysis.steps[index].step["feeling"] for index in lows])
    stops = _stops(journey.meetings, scale)
    strikes, told = _pains(journey, scale)
    board = Board()
    for face in faces:
        board.keep_free(face.x, face.y, FACE)
    labels = [
        *_headline(board, start, end if contact is None else contact, contact, words),
        *_pain_words(board, strikes, told),
        *_names(board, stops),
    ]
    return Row(
        start=start,
        end=end,
        blind_until=end if contact is None else contact,
        contact=contact,
        path=curve([(point.x, point.y) for point in points]),
        faces=tuple(faces),
        dots=tuple(point for point in points if point not in faces),
        pains=tuple(strikes),
        stops=tuple(stops),
        labels=tuple(filter(None, labels)),
        anchors=_anchors(stops),
    )


def height(feeling: int) -> float:
    return HIGHEST + (2 - feeling) / 4 * (LOWEST - HIGHEST)


def _faces(points: Sequence[Face], lows: Iterable[int]) -> list[Face]:
    """Those with room; the low points first, and then what is farthest from nothing felt."""
    low = set(lows)
    ranked = sorted(set(points), key=lambda one: (one.feeling not in low, -abs(one.feeling), one.x, one.y))
    shown: list[Face] = []
    for point in ranked:
        if all(abs(point.x - other.x) >= 2 * FACE or abs(point.y - other.y) >= 2 * FACE for other in shown):
            shown.append(point)
    return sorted(shown, key=lambda one: (one.x, one.y))


def _stops(meetings: Iterable[Meeting], scale: Scale) -> list[Stop]:
    """By time; contacts that would lie over each other are one stop, at the time of the first."""
    groups: dict[bool, list[tuple[float, list[Place]]]] = {False: [], True: []}
    for meeting in meetings:
        x, line = scale.across(float(meeting.time)), groups[meeting.own]
        if not line or x - line[-1][0] >= 2 * STOP:
            line.append((x, []))
        if meeting.place not in line[-1][1]:
            line[-1][1].append(meeting.place)
    return [
        Stop(x, OWN_AT if own else OTHERS_AT, _kind(places), places[0].channel, tuple(places))
        for own, line in groups.items()
        for x, places in line
    ]


def _kind(places: Sequence[Place]) -> str:
    """Whose they are: own, network where all are, else of others."""
    kinds = {place.party_kind for place in places}
    return kinds.pop() if kinds in ({"own"}, {"network"}) else "other"


def _pains(journey: Travelled, scale: Scale) -> tuple[list[Strikes], list[tuple[float, str]]]:
    """All as marks, and the worst few in words: (x, text), out of sight before in sight."""
    found = [
        (scale.across(float(journey.analysis.steps[pain.step].time)), pain) for pain in journey.analysis.pains
    ]
    marks: list[Strikes] = []
    for x, pain in found:
        if marks and x - marks[-1].x < 2 * STRIKES:
            marks[-1] = Strikes(marks[-1].x, max(marks[-1].severity, pain.severity))
        else:
            marks.append(Strikes(x, pain.severity))
    worst = sorted(found, key=lambda item: (-item[1].severity, not item[1].blind, item[0]))
    return marks, [(x, pain.pain["text"]) for x, pain in worst if pain.severity > 1][:PAINS_IN_WORDS]


def _headline(
    board: Board, start: float, until: float, contact: float | None, words: Words
) -> list[Label | None]:
    inside, before = Spot(start + 8, WORDS_AT, "start"), Spot(start - 8, WORDS_AT, "end")
    fitting = [text for text in (words.blind, words.short) if box_of(text, HEADLINE, inside).right <= until]
    spots = (
        [inside]
        if fitting
        else [before, Spot(until + 8, WORDS_AT, "start"), Spot(until - 8, WORDS_AT, "end")]
    )
    labels = [board.put("blind", fitting[0] if fitting else words.blind, HEADLINE, spots)]
    if contact is not None:
        lines = (WORDS_AT, SECOND_WORDS_AT)
        spots = [Spot(contact + 8, y, "start") for y in lines] + [Spot(contact - 8, y, "end") for y in lines]
        labels.append(board.put("contact", words.contact, HEADLINE, spots))
    return labels


def _pain_words(
    board: Board, strikes: Sequence[Strikes], told: Sequence[tuple[float, str]]
) -> list[Label | None]:
    for mark in strikes:
        board.keep_free(mark.x, PAINS_AT, STRIKES)
    return [
        board.put(
            "pain", shortened(text, LONGEST_PAIN), PAIN, _beside(_nearest(strikes, x), PAINS_AT, STRIKES)
        )
        for x, text in told
    ]


def _nearest(strikes: Sequence[Strikes], x: float) -> float:
    return min((mark.x for mark in strikes), key=lambda place: abs(place - x))


def _names(board: Board, stops: Sequence[Stop]) -> list[Label | None]:
    """First those of a single contact: of several the table tells the names."""
    for stop in stops:
        board.keep_free(stop.x, stop.y, STOP)
    return [
        board.put(stop.kind, _name(stop), NAME, _beside(stop.x, stop.y, STOP))
        for stop in sorted(stops, key=lambda stop: (stop.count, stop.x))
    ]


def _name(stop: Stop) -> str:
    more = f" +{stop.count - 1}" if stop.count > 1 else ""
    return shortened(stop.places[0].name, LONGEST_NAME) + more


def _beside(x: float, y: float, radius: float) -> list[Spot]:
    """Right of a mark, or else left; so that the words stand in the middle of its height."""
    away = radius + 5
    return [Spot(x + away, y + 4, "start"), Spot(x - away, y + 4, "end")]


def _anchors(stops: Iterable[Stop]) -> dict[Place, tuple[float, float]]:
    """Where each touchpoint is met first."""
    anchors: dict[Place, tuple[float, float]] = {}
    for stop in stops:
        for place in stop.places:
            anchors.setdefault(place, (stop.x, stop.y))
    return anchors
