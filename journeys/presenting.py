"""A journey as slides: first the stretch out of sight, and then one step at a time, large."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.cards import Contact, ImprovementCard, PainCard
from journeys.drawing_wide import WideBeat, wide_beat
from journeys.explanations import blind_figure
from journeys.pictures import MapPicture, PhasePicture, StepPicture

ONE_LINE, TWO_LINES = 34, 80  # letters of a title, at the sizes that the style sheet gives them
CARDS_AT_MOST, CARDS_WHEN_DENSE = 3, 2
LETTERS_ACROSS = 88  # on a whole line of the wall, shared by the columns
LINES_UNDER_ONE, LINES_UNDER_TWO = 8, 6.5  # of a title; a card's own space counts as well
Address = Callable[[StepPicture | None], str]


@dataclass(frozen=True, slots=True)
class Way:
    """A slide to go to, by its title."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """A phase in the row at the bottom; `way` leads to its first step."""

    name: str
    way: str
    current: bool
    passed: bool


@dataclass(frozen=True, slots=True)
class Cards:
    """What lies at a step, the worst first; `more` is how many don't fit on the wall."""

    contacts: Sequence[Contact]
    pains: Sequence[PainCard]
    improvements: Sequence[ImprovementCard]
    more_pains: int
    more_improvements: int
    dense: bool


@dataclass(frozen=True, slots=True)
class Slide:
    """`step` is None for the opening slide; `size` says how large its title can be."""

    step: StepPicture | None
    number: int
    count: int
    size: str
    phase: str
    beat: WideBeat
    cards: Cards | None
    phases: Sequence[PhaseMark]
    previous: Way | None
    next: Way | None
    first: str
    last: str


def slide_of(picture: MapPicture, pk: int | None, address: Address, title: str = "") -> Slide | None:
    """The opening slide without a step; None for a step that isn't in this journey, in these situations.

    `title`: of the journey.
    """
    steps = picture.steps
    order: list[StepPicture | None] = [None, *steps]
    place = next((index for index, step in enumerate(order) if (step and step.id) == pk), None)
    if place is None:
        return None
    step, phase = order[place], _phase_of(picture, order[place])
    return Slide(
        step=step,
        number=place,
        count=len(steps),
        size=title_size(step.head.title if step else title),
        phase=phase.name if phase else "",
        beat=beat_of(picture, place - 1 if step else None),
        cards=step and cards_of(step),
        phases=_marks(picture, phase, address),
        previous=_way(order, place - 1, address),
        next=_way(order, place + 1, address),
        first=address(None),
        last=address(order[-1]),
    )


def title_size(title: str) -> str:
    return "large" if len(title) <= ONE_LINE else "medium" if len(title) <= TWO_LINES else "small"


def beat_of(picture: MapPicture, current: int | None, room: float | None = None) -> WideBeat:
    steps = picture.steps
    return wide_beat(
        [step.feeling.feeling for step in steps], [step.in_sight for step in steps], current, room
    )


def cards_of(step: StepPicture) -> Cards:
    worst_first = sorted(step.pains, key=lambda pain: -pain.severity)
    contacts, improvements = step.contacts[:CARDS_AT_MOST], step.improvements[:CARDS_AT_MOST]
    columns = [
        [step.doing.text, step.thinking.text, step.thinking.needs],
        [pain.text for pain in worst_first[:CARDS_AT_MOST]],
        [f"{contact.name} {contact.party_name:>28}" for contact in contacts],  # the party below it
        [improvement.title for improvement in improvements],
    ]
    dense = is_dense(columns, len(step.head.title) > ONE_LINE)
    most = CARDS_WHEN_DENSE if dense else CARDS_AT_MOST
    return Cards(
        contacts=contacts,
        pains=worst_first[:most],
        improvements=improvements[:most],
        more_pains=max(len(step.pains) - most, 0),
        more_improvements=max(len(step.improvements) - most, 0),
        dense=dense,
    )


def is_dense(columns: Sequence[Sequence[str]], long_title: bool) -> bool:
    """Whether the texts of the fullest column don't fit under the title at full size."""
    filled = [[text for text in texts if text] for texts in columns if any(texts)]
    across = LETTERS_ACROSS // max(len(filled), 1)
    lines = [sum(ceil(len(text) / across) + 0.7 for text in texts) for texts in filled]
    return max(lines, default=0) > (LINES_UNDER_TWO if long_title else LINES_UNDER_ONE)


def blind_words(picture: MapPicture) -> str:
    """The figure and its words, in one line; empty where it is not known."""
    number = blind_figure(picture).number
    if number is None:
        return ""
    return ngettext("%(days)s day out of sight", "%(days)s days out of sight", int(number)) % {"days": number}


def _phase_of(picture: MapPicture, step: StepPicture | None) -> PhasePicture | None:
    return next((phase for phase in picture.phases if step in phase.steps), None)


def _marks(picture: MapPicture, current: PhasePicture | None, address: Address) -> list[PhaseMark]:
    phases = [phase for phase in picture.phases if phase.steps]
    now = phases.index(current) if current else -1
    return [
        PhaseMark(phase.name, address(phase.steps[0]), index == now, index < now)
        for index, phase in enumerate(phases)
    ]


def _way(order: Sequence[StepPicture | None], place: int, address: Address) -> Way | None:
    if not 0 <= place < len(order):
        return None
    step = order[place]
    return Way(address(step), step.head.title if step else _("The beginning"))
