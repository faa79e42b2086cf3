"""Which journeys are compared, and which could be, by what the address says."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from journeys.comparing.travelled import Travelled, told_apart, travelled
from journeys.documents import document_of
from journeys.looking import SITUATION
from journeys.models import Journey
from organisations.models import Organisation

JOURNEY, LIFE_EVENT = "reis", "levensgebeurtenis"
MOST = 5
OFFERED = 100  # more than can be ticked from: search


def address(journeys: list[int], situations: list[str] = ()) -> str:
    """Of the comparison of these journeys, in this order."""
    query = QueryDict(mutable=True)
    query.setlist(JOURNEY, journeys)
    query.setlist(SITUATION, situations)
    asked = query.urlencode()
    return f"{reverse('journeys:comparison')}{'?' if asked else ''}{asked}"


def loaded(organisation: Organisation, numbers: list[int], situations: list[str]) -> list[Travelled]:
    """In the order of the numbers; those that are not there are left out."""
    whole = {journey.pk: journey for journey in organisation.journeys.filter(pk__in=numbers).whole()}
    return told_apart([_travelled(whole[number], situations) for number in numbers if number in whole])


def _travelled(journey: Journey, situations: list[str]) -> Travelled:
    rows = [[step.pk for step in phase.loaded_steps] for phase in journey.loaded_phases]
    document, event = document_of(journey), journey.life_event_id
    return travelled(journey.pk, document, rows, event, situations, taken_from=journey.taken_from)


@dataclass(frozen=True, slots=True)
class Offered:
    """A journey that one can tick."""

    id: int
    title: str
    kind: str
    persona: str
    life_event: str
    taken_from: str
    ticked: bool

    @property
    def is_desired(self) -> bool:
        return self.kind == Journey.Kind.TO_BE


@dataclass(frozen=True, slots=True)
class Offer:
    """`left_out`: how many more there are than are shown; words make them fewer."""

    journeys: tuple[Offered, ...]
    left_out: int


def offer(organisation: Organisation, life_event: int | None, ticked: list[int], words: str = "") -> Offer:
    """The journeys of a life event, current ones first; what is ticked is always among them."""
    fields = ("pk", "title", "kind", "persona__name", "life_event__name", "taken_from")
    rows = organisation.journeys.order_by("kind", "title", "pk")
    chosen = list(rows.filter(pk__in=ticked).values_list(*fields))
    others = rows.exclude(pk__in=ticked)
    if life_event is not None:
        others = others.filter(life_event=life_event)
    if words:
        others = others.matching(words)
    found = list(others.values_list(*fields)) if life_event is not None or words else []
    shown = [Offered(*row, ticked=True) for row in chosen]
    shown += [Offered(*row, ticked=False) for row in found[:OFFERED]]
    return Offer(tuple(shown), max(len(found) - OFFERED, 0))
