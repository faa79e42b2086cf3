"""The situations of a life event: a new name keeps the steps; what steps use goes after a question."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from journeys.models import LifeEvent, Situation, Step
from journeys.moving import remove_situation
from journeys.subject_forms import SituationForm
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest
from organisations.moving import MoveForm
from organisations.pages import confirm_page, form_page, in_use_page, posted


def find_life_event(request: OrganisationRequest, pk: int) -> LifeEvent:
    return get_object_or_404(request.organisation.life_events, pk=pk)


def find_situation(request: OrganisationRequest, life_event: int, situation: int) -> Situation:
    return get_object_or_404(find_life_event(request, life_event).situations, pk=situation)


@editor_required
@require_http_methods(["GET", "POST"])
def situation_new(request: OrganisationRequest, life_event: int) -> HttpResponse:
    life_event = find_life_event(request, life_event)
    form = SituationForm(posted(request), organisation=request.organisation, life_event=life_event)
    if form.is_valid():
        life_event.add_situation(form.save(commit=False))
        return redirect(life_event)
    intro = _("What makes the route of some people differ? For example: unmarried, no DigiD.")
    back = life_event.get_absolute_url()
    return form_page(request, form, heading=_("New situation"), action=_("Save"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def situation_edit(request: OrganisationRequest, life_event: int, situation: int) -> HttpResponse:
    row = find_situation(request, life_event, situation)
    name, back = row.name, row.life_event.get_absolute_url()
    form = SituationForm(
        posted(request), instance=row, organisation=request.organisation, life_event=row.life_event
    )
    if form.is_valid():
        form.save()
        messages.success(request, _("The situation is saved. Its steps keep it."))
        return redirect(back)
    heading = _("Rename %(name)s") % {"name": name}
    return form_page(request, form, heading=heading, action=_("Save"), back=back)


@editor_required
@require_POST
def situation_place(request: OrganisationRequest, life_event: int, situation: int) -> HttpResponse:
    """One place up or down; at an end it stays where it is."""
    row = find_situation(request, life_event, situation)
    row.life_event.move_situation(row, -1 if request.POST.get("richting") == "omhoog" else 1)
    return redirect(f"{row.life_event.get_absolute_url()}#situatie-{row.pk}")


@editor_required
@require_http_methods(["GET", "POST"])
def situation_delete(request: OrganisationRequest, life_event: int, situation: int) -> HttpResponse:
    """With `naar` (another situation, or nothing: for everyone) where steps use it."""
    row = find_situation(request, life_event, situation)
    name, page = row.name, row.life_event.get_absolute_url()
    heading = _("Delete %(name)s?") % {"name": name}
    steps = Step.objects.filter(step_situations__situation=row).select_related("phase__journey")
    form = move_situation_form(row, request.POST if "to" in request.POST else None)
    if steps and not form.is_valid():
        words = {"heading": heading, "text": _("These steps are only for this situation."), "back": page}
        uses = [use(step) for step in steps.order_by("phase__journey_id", "phase__order", "order")]
        return in_use_page(request, uses, move=form, **words)
    if request.method != "POST":
        text = _("No step is only for this situation.")
        return confirm_page(request, heading=heading, text=text, action=_("Delete"), back=page)
    told = remove_situation(row, form.target() if form.is_bound else None, by=request.user)
    messages.success(request, " ".join([_("%(name)s is deleted.") % {"name": name}, *told]))
    return redirect(page)


def move_situation_form(situation: Situation, data: QueryDict | None) -> MoveForm:
    life_event = situation.life_event
    address = reverse("journeys:situation-delete", args=[life_event.pk, situation.pk])
    sisters, everyone = life_event.situations.all(), _("everyone: the situation is no longer named there")
    return MoveForm(data, row=situation, sisters=sisters, address=address, without=everyone)


def use(step: Step) -> dict[str, str]:
    journey = step.phase.journey
    return {"label": f"{journey}: {step}", "url": f"{journey.get_absolute_url()}#stap-{step.pk}"}
