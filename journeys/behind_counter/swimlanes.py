"""A lane for each department, with the process steps in it, under the steps of the resident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.behind_counter.lines import pieces
from journeys.behind_counter.numbers import handovers
from journeys.behind_counter.relations import Track, track
from journeys.behind_counter.work import Work
from journeys.looking import Look
from journeys.pictures import StepPicture
from touchpoints.departments import key_of

#: Widths of columns, in sixteenths of a rem: with a process step, and without one.
WIDE, NARROW = 208, 112
FAR = 5  # columns; on a laptop what comes after these may lie out of view


@dataclass(frozen=True, slots=True)
class Related:
    """A step of the resident as others point at it."""

    number: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """A process step with what it hangs together with. `taken_from`: the department that handed it over.

    `pains` and `improvements`: words and address of each, of a pain what it rests on too. `pain_url`: where a
    new pain is made.
    """

    work: Work
    starts: Related
    awaited_by: Related | None
    needed_by: Related | None
    taken_from: str
    edit_url: str
    pain_url: str
    pains: tuple[tuple[str, str, str], ...]
    improvements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """`step`: the id of the step in whose columns it stands. `lines`: pieces (see lines.py)."""

    step: int
    card: Card | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """`name`: empty for what has no department yet. `kind`: of the party of that name, if there is one."""

    name: str
    kind: str
    url: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A step of the resident over its columns; `waits` and `depends`: what on, in words."""

    step: StepPicture
    url: str
    columns: int
    has_work: bool
    waits: tuple[str, ...]
    depends: tuple[str, ...]
    add_url: str


@dataclass(frozen=True, slots=True)
class Swimlanes:
    heads: tuple[Head, ...]
    lanes: tuple[Lane, ...]
    track: Track
    is_wide: tuple[bool, ...]  # of each column
    first: int | None  # the first process step, where it may lie out of view


@dataclass(frozen=True, slots=True)
class Column:
    """`step`: the index of the step that it stands under; `work` None: nothing is done behind it."""

    step: int
    work: Work | None


def swimlanes(
    steps: Sequence[StepPicture],
    work: Sequence[Work],
    look: Look,
    kinds: Mapping[str, str],
    has_pages: bool,
) -> Swimlanes:
    """`kinds`: of parties, by the key of their name. `has_pages`: whether departments here have a page."""
    columns, names = _columns(steps, work), _lane_names(work)
    places = [index for index, column in enumerate(columns) if column.work]
    starts = [
        next(i for i, column in enumerate(columns) if column.step == step) for step in range(len(steps))
    ]
    lines = pieces(work, places, [names.index(one.department) for one in work])
    cards = _cards(work, steps, look)
    lanes = []
    for lane, name in enumerate(names):
        cells = tuple(
            Cell(
                steps[column.step].id,
                cards[column.work.id] if column.work and column.work.department == name else None,
                tuple(lines.get((lane, place), ())),
            )
            for place, column in enumerate(columns)
        )
        page = reverse("departments:department-page", args=[key_of(name)]) if name and has_pages else ""
        lanes.append(Lane(name, kinds.get(key_of(name), "own") if name else "", page, cells))
    widths = [WIDE if column.work else NARROW for column in columns]
    return Swimlanes(
        heads=tuple(_head(index, step, work, look) for index, step in enumerate(steps)),
        lanes=tuple(lanes),
        track=track(work, places, widths, starts),
        is_wide=tuple(column.work is not None for column in columns),
        first=columns[places[0]].work.id if places and places[0] >= FAR else None,
    )


def _columns(steps: Sequence[StepPicture], work: Sequence[Work]) -> list[Column]:
    """One for each process step, in order; one without for a step behind which nothing is done."""
    behind = [[one for one in work if one.step == index] for index in range(len(steps))]
    return [Column(index, one) for index, found in enumerate(behind) for one in found or [None]]


def _lane_names(work: Sequence[Work]) -> list[str]:
    """In order of first appearance; what has no department comes last."""
    named = dict.fromkeys(one.department for one in work if one.department)
    return [*named, *([""] if any(not one.department for one in work) else [])]


def _cards(work: Sequence[Work], steps: Sequence[StepPicture], look: Look) -> dict[int, Card]:
    related = [Related(step.head.number, step.head.title, look.address_of_step(step.id)) for step in steps]
    rests_on = {pain.id: pain.evidence for step in steps for pain in step.pains}
    givers = {one.taker.id: one.giver.department for one in handovers(work)}
    return {
        one.id: Card(
            work=one,
            starts=related[one.step],
            awaited_by=None if one.awaited_by is None else related[one.awaited_by],
            needed_by=None if one.needed_by is None else related[one.needed_by],
            taken_from=givers.get(one.id, ""),
            edit_url=f"{look.journey_url}processtappen/{one.id}/",
            pain_url=f"{look.journey_url}stappen/{steps[one.step].id}/knelpunten/nieuw/?processtap={one.id}",
            pains=tuple(
                (words, f"{look.journey_url}knelpunten/{pk}/", rests_on[pk]) for pk, words in one.pains
            ),
            improvements=tuple(
                (words, reverse("improvements:improvement-page", args=[pk])) for pk, words in one.improvements
            ),
        )
        for one in work
    }


def _head(index: int, step: StepPicture, work: Sequence[Work], look: Look) -> Head:
    behind = sum(one.step == index for one in work)
    return Head(
        step,
        look.address_of_step(step.id),
        max(1, behind),
        behind > 0,
        tuple(_waited_for(one) for one in work if one.awaited_by == index),
        tuple(one.title for one in work if one.needed_by == index),
        f"{look.journey_url}stappen/{step.id}/processtappen/nieuw/",
    )


def _waited_for(one: Work) -> str:
    if one.wait_days is None:
        return one.title
    days = ngettext("%(count)s day", "%(count)s days", one.wait_days) % {"count": one.wait_days}
    return _("%(what)s (%(days)s)") % {"what": one.title, "days": days}
