"""What lies at a step: every kind of card is made, changed, moved and deleted in the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from journeys.card_forms import CardForm, FactForm, PainForm
from journeys.changes import changing
from journeys.encounter_form import EncounterForm
from journeys.lenses import look_of
from journeys.models import Card, Encounter, Fact, Journey, Pain, Stays, Step
from journeys.views.editing import Editor, confirmation, edit, map_before, step_cancel
from journeys.views.journey_map import changed
from journeys.views.panel import is_in_panel
from journeys.views.steps import find_journey, find_step
from organisations.access import editor_required
from organisations.listing import number_in
from organisations.middleware import OrganisationRequest

DIRECTIONS = {"omhoog": -1, "omlaag": 1}


@dataclass(frozen=True)
class Kind:
    """A kind of card: `name` is that of its URL argument, `path` its word in URLs, `lane` where it lies.

    `begin`: what a new one at a step starts with, by what its address says.
    """

    model: type[Card]
    form: Callable[..., CardForm]
    name: str
    path: str
    lane: str
    heading: str
    new_heading: str
    begin: Callable[[Step, QueryDict], dict[str, Any]] = lambda _step, _said: {}

    def address(self, journey: Journey, card: Card) -> str:
        return f"{journey.get_absolute_url()}{self.path}/{card.pk}/"


ENCOUNTER = Kind(
    Encounter,
    EncounterForm,
    "encounter",
    "ontmoetingen",
    "contacts",
    gettext_lazy("Contact"),
    gettext_lazy("New contact"),
)


def from_process_step(step: Step, said: QueryDict) -> dict[str, Any]:
    """`?processtap=`: the process step behind this step that it comes from."""
    number = number_in(said.get("processtap", ""))
    return {"process_step": step.process_steps.filter(pk=number).first()}


PAIN = Kind(
    Pain,
    PainForm,
    "pain",
    "knelpunten",
    "pains",
    gettext_lazy("Pain"),
    gettext_lazy("New pain"),
    from_process_step,
)
FACT = Kind(Fact, FactForm, "fact", "feiten", "facts", gettext_lazy("Rule"), gettext_lazy("New rule"))


def card_paths(kind: Kind) -> list[URLPattern]:
    """The addresses of a kind of card, under that of its journey."""
    one, name, known = f"{kind.path}/<int:{kind.name}>/", kind.name.replace("_", "-"), {"kind": kind}
    return [
        path(f"stappen/<int:step>/{kind.path}/nieuw/", card_new, known, name=f"{name}-new"),
        path(one, card_edit, known, name=f"{name}-edit"),
        path(f"{one}plaats/", card_move, known, name=f"{name}-move"),
        path(f"{one}verwijderen/", card_delete, known, name=f"{name}-delete"),
    ]


def find_card(journey: Journey, kind: Kind, pk: int) -> Card:
    cards = kind.model.objects.select_related("step__phase__journey", "organisation")
    return get_object_or_404(cards, step__phase__journey=journey, pk=pk)


def editor_of(journey: Journey, kind: Kind, step: Step, heading: str, cell: str, **more: Any) -> Editor:
    cancel = step_cancel(journey, step, kind.lane)
    return Editor(str(heading), cell, cancel, _("Saved"), **more)


def cell_of(request: OrganisationRequest, journey: Journey, kind: Kind, card: Card) -> str:
    """Where a card lies on screen: in the cell of its step, or in one of its own."""
    apart = look_of(request, journey).lens.apart
    if apart and not is_in_panel(request):
        # What comes from behind the counter lies on the card of its process step there.
        number, lane = (card.pk, kind.lane) if kind.lane in apart else (_behind(card), "processes")
        if number:
            return f"k{number}-{lane}"
    return f"s{card.step_id}-{kind.lane}"


def _behind(card: Card) -> int | None:
    return getattr(card, "process_step_id", None)


def save_in(request: OrganisationRequest, journey: Journey, kind: Kind) -> Callable[[CardForm], str]:
    """Saves a card; the focus goes to the cell where it lies now."""

    def save(form: CardForm) -> str:
        return cell_of(request, journey, kind, form.save())

    return save


@editor_required
@require_http_methods(["GET", "POST"])
def card_new(request: OrganisationRequest, journey: int, step: int, *, kind: Kind) -> HttpResponse:
    """A new card at the end of its cell."""
    found = find_journey(request, journey)
    row = find_step(found, step)

    def make_form(data: Any) -> CardForm:
        at = find_step(found, step)
        begun = kind.begin(at, request.GET)
        return kind.form(data, instance=kind.model(organisation=found.organisation, step=at, **begun))

    begun = kind.model(step=row, **kind.begin(row, request.GET))
    editor = editor_of(found, kind, row, kind.new_heading, cell_of(request, found, kind, begun))
    return edit(request, found, editor, make_form, save_in(request, found, kind))


@editor_required
@require_http_methods(["GET", "POST"])
def card_edit(request: OrganisationRequest, journey: int, *, kind: Kind, **pk: int) -> HttpResponse:
    """The card, and from here: another place, or away with it."""
    found = find_journey(request, journey)
    row = find_card(found, kind, pk[kind.name])
    places = {"up": row.can_move(-1), "down": row.can_move(1), "address": kind.address(found, row)}
    if kind is PAIN:
        at = reverse("journeys:step-findings", args=[found.pk, row.step_id])
        step = reverse("journeys:step-detail", args=[found.pk, row.step_id])
        places |= {"evidence": at, "number": row.pk, "rests_on": step}
    structure = {"structure": "journeys/_card_structure.html", "structure_context": places}
    cell = cell_of(request, found, kind, row)
    editor = editor_of(found, kind, row.step, kind.heading, cell, **structure)

    def make_form(data: Any) -> CardForm:
        return kind.form(data, instance=find_card(found, kind, row.pk))

    return edit(request, found, editor, make_form, save_in(request, found, kind))


@editor_required
@require_POST
def card_move(request: OrganisationRequest, journey: int, *, kind: Kind, **pk: int) -> HttpResponse:
    """One place up or down in its cell, `richting=omhoog` or `omlaag`."""
    found = find_journey(request, journey)
    row = find_card(found, kind, pk[kind.name])
    if request.POST.get("richting") not in DIRECTIONS:
        raise Http404
    before = map_before(request, found)
    announce = _("Moved: %(card)s") % {"card": row.words}
    with changing(found, by=request.user):
        try:
            find_card(found, kind, row.pk).move(DIRECTIONS[request.POST["richting"]])
        except Stays:
            announce = _("This card can't move further.")
    cell = cell_of(request, found, kind, row)
    return changed(request, found, before, focus=cell, announce=announce)


@editor_required
@require_http_methods(["GET", "POST"])
def card_delete(request: OrganisationRequest, journey: int, *, kind: Kind, **pk: int) -> HttpResponse:
    """Asks first, in the cell or on a page."""
    found = find_journey(request, journey)
    row = find_card(found, kind, pk[kind.name])
    if request.method == "GET":
        cancel = step_cancel(found, row.step, kind.lane)
        return confirmation(request, found, {"what": row.words, "cancel": cancel})
    before = map_before(request, found)
    step = row.step
    with changing(found, by=request.user):
        find_card(found, kind, row.pk).remove()
    announce = _("Deleted at: %(step)s") % {"step": step.title}
    return changed(request, found, before, focus=f"s{step.pk}-{kind.lane}", announce=announce)
