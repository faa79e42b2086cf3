"""What lies at a step: encounters, pains and facts are made, changed and deleted in the same way."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from journeys.changes import changing
from journeys.encounter_form import EncounterForm
from journeys.forms import FactForm, PainForm
from journeys.models import Encounter, Fact, Journey, Pain
from journeys.ordering import append, renumber
from journeys.views.editing import Editor, confirmation, edit, map_before, step_cancel
from journeys.views.journey_map import changed
from journeys.views.steps import find_journey, find_step
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest


@dataclass(frozen=True)
class Kind:
    """A kind of card: `name` is that of its URL argument, `path` its word in URLs, `lane` where it lies."""

    model: type[Model]
    make_form: Callable[..., BaseForm]
    name: str
    path: str
    lane: str
    heading: str
    new_heading: str


def _encounter_form(data, instance: Encounter) -> EncounterForm:
    return EncounterForm(data, instance=instance, organisation=instance.organisation)


KINDS = {
    "encounter": Kind(
        Encounter,
        _encounter_form,
        "encounter",
        "ontmoetingen",
        "contacts",
        gettext_lazy("Contact"),
        gettext_lazy("New contact"),
    ),
    "pain": Kind(
        Pain,
        lambda data, instance: PainForm(data, instance=instance),
        "pain",
        "knelpunten",
        "pains",
        gettext_lazy("Pain"),
        gettext_lazy("New pain"),
    ),
    "fact": Kind(
        Fact,
        lambda data, instance: FactForm(data, instance=instance),
        "fact",
        "feiten",
        "facts",
        gettext_lazy("Rule"),
        gettext_lazy("New rule"),
    ),
}


def find_card(journey: Journey, kind: Kind, pk: int) -> Model:
    cards = kind.model.objects.select_related("step__phase", "organisation")
    return get_object_or_404(cards, step__phase__journey=journey, pk=pk)


def editor_of(journey: Journey, kind: Kind, step, heading: str, **more) -> Editor:
    return Editor(
        str(heading),
        f"s{step.pk}-{kind.lane}",
        step_cancel(journey, step, kind.lane),
        _("Saved"),
        **more,
    )


@editor_required
@require_http_methods(["GET", "POST"])
def card_new(request: OrganisationRequest, journey: int, step: int, *, kind: str) -> HttpResponse:
    """A new card at the end of its cell."""
    found, card = find_journey(request, journey), KINDS[kind]
    row = find_step(found, step)

    def make_form(data) -> BaseForm:
        return card.make_form(data, card.model(organisation=found.organisation, step=row))

    def save(form: BaseForm) -> None:
        append(form.instance, card.model.objects.filter(step=row))

    return edit(request, found, editor_of(found, card, row, card.new_heading), make_form, save)


@editor_required
@require_http_methods(["GET", "POST"])
def card_edit(request: OrganisationRequest, journey: int, *, kind: str, **pk: int) -> HttpResponse:
    found, card = find_journey(request, journey), KINDS[kind]
    row = find_card(found, card, pk[card.name])
    editor = editor_of(
        found,
        card,
        row.step,
        card.heading,
        structure="journeys/_card_structure.html",
        structure_context={"delete_url": f"{found.get_absolute_url()}{card.path}/{row.pk}/verwijderen/"},
    )
    return edit(request, found, editor, lambda data: card.make_form(data, find_card(found, card, row.pk)))


@editor_required
@require_http_methods(["GET", "POST"])
def card_delete(request: OrganisationRequest, journey: int, *, kind: str, **pk: int) -> HttpResponse:
    """Asks first, in the cell or on a page."""
    found, card = find_journey(request, journey), KINDS[kind]
    row = find_card(found, card, pk[card.name])
    if request.method == "GET":
        cancel = editor_of(found, card, row.step, card.heading).cancel
        return confirmation(request, found, {"what": str(row), "cancel": cancel})
    before = map_before(request, found)
    with changing(found, by=request.user):
        step = row.step
        row.delete()
        renumber(card.model.objects.filter(step=step).order_by("order"))
    announce = _("Deleted at: %(step)s") % {"step": step.title}
    return changed(request, found, before, focus=f"s{step.pk}-{card.lane}", announce=announce)
