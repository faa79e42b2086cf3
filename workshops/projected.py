"""What stands on the wall in a session, as plain objects; a fixed number of queries, whatever there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.formats import number_format

from journeys.drawing_wide import WideBeat
from journeys.models import Step
from journeys.presenting import beat_of, title_size
from workshops.models import Note, Round, Workshop
from workshops.room import HeadCount, RoomFeeling, head_count, room_feelings
from workshops.room_stream import projector_mark
from workshops.whereabouts import Whereabouts, whereabouts

# In a column, by the size of the title above it; what is shown later takes the place of one.
NOTES_AT_MOST = {"large": 3, "medium": 2, "small": 2}
# Of a note, by the rows of the fullest column.
LINES = {"large": {3: 2, 2: 3}, "medium": {3: 1, 2: 3}, "small": {2: 2}}
LINES_ALONE = 5
# What people write, and the lane of the map that it belongs to.
COLUMNS = {Note.Kind.THOUGHT: "thinking", Note.Kind.PAIN: "pains", Note.Kind.IDEA: "improvements"}
HEARTBEAT = "feeling"
ON_WALL = {HEARTBEAT, *COLUMNS.values()}


@dataclass(frozen=True, slots=True)
class Column:
    """`notes`: what comes in now, then most dots. `more`: those without room. `hidden`: not shown."""

    kind: str
    notes: Sequence[Note]
    shown: int
    hidden: int

    @property
    def more(self) -> int:
        return self.shown - len(self.notes)

    @property
    def rows(self) -> int:
        return len(self.notes) + bool(self.hidden)


@dataclass(frozen=True, slots=True)
class Wall:
    """`feeling`: what the room feels here, once shown; `rated`: how many told it, shown or not."""

    workshop: Workshop
    round: Round | None
    at: Whereabouts | None
    beat: WideBeat | None
    feeling: RoomFeeling
    rated: int
    columns: Sequence[Column]
    people: HeadCount
    notes: int
    mark: str

    @property
    def size(self) -> str:
        return title_size(self.at.step.title)

    @property
    def session_size(self) -> str:
        """Of the title of the session, which stands on the wall before it begins."""
        return title_size(self.workshop.title)

    @property
    def lines(self) -> int:
        """How many of each note there is room for."""
        rows = max((column.rows for column in self.columns), default=0)
        return LINES[self.size].get(rows, LINES_ALONE)

    @property
    def mean(self) -> str:
        """With a sign, and the comma of the language; empty where nobody told it."""
        value = self.feeling.mean
        if value is None:
            return ""
        return f"{'−' if value < 0 else '+' if value else ''}{number_format(abs(value), 1)}"

    @property
    def most(self) -> int:
        """How many chose the face that most chose: the bars are drawn as shares of it."""
        return max(self.feeling.spread.values(), default=0)

    @property
    def shows_heartbeat(self) -> bool:
        return HEARTBEAT not in self.workshop.hidden_lanes

    @property
    def bars(self) -> list[tuple[int, int, int]]:
        """Face, number of people, and the length of its bar of 100."""
        spread = self.feeling.spread
        return [(face, count, round(100 * count / (self.most or 1))) for face, count in spread.items()]


def wall_of(workshop: Workshop, asked: int | None = None) -> Wall:
    """`asked`: the step that the wall alone looks at, without taking anyone along."""
    mark = projector_mark(workshop)
    at = whereabouts(workshop, list(workshop.steps()), asked)
    feelings = room_feelings(workshop) if at else {}
    feeling = feelings.get(at.step.pk, RoomFeeling()) if at else RoomFeeling()
    return Wall(
        workshop=workshop,
        round=workshop.current_round() if workshop.is_open else None,
        at=at,
        beat=beat_of(at.picture, at.index, feeling.mean) if at else None,
        feeling=feeling,
        rated=rated_at(workshop, at.step) if at else 0,
        columns=columns_at(workshop, at.step) if at else [],
        people=head_count(workshop),
        notes=workshop.notes.standing().count(),
        mark=mark,
    )


def rated_at(workshop: Workshop, step: Step) -> int:
    return step.ratings.filter(participant__workshop=workshop).count()


def columns_at(workshop: Workshop, step: Step) -> list[Column]:
    most = NOTES_AT_MOST[title_size(step.title)]
    standing = workshop.notes.standing().at(step)
    revealed = sorted(standing.revealed().most_voted_first().select_related("round"), key=arriving_first)
    waiting = standing.filter(round__revealed_at=None).order_by().values_list("kind").annotate(Count("pk"))
    hidden = dict(waiting)
    columns = []
    for kind, lane in COLUMNS.items():
        if lane in workshop.hidden_lanes:
            continue
        mine = [note for note in revealed if column_of(note) == kind]
        count = sum(number for other, number in hidden.items() if column_of_kind(other) == kind)
        columns.append(Column(kind, mine[: most - bool(count)], len(mine), count))
    return columns


def arriving_first(note: Note) -> tuple[bool, int]:
    """Only a few fit: people see what they write appear."""
    return (False, -note.pk) if note.round.is_running else (True, 0)


def column_of(note: Note) -> str:
    return column_of_kind(note.kind)


def column_of_kind(kind: str) -> str:
    """A need is written at the console only; it stands with what people think."""
    return Note.Kind.THOUGHT if kind == Note.Kind.NEED else kind
