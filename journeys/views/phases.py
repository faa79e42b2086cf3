"""Phases: name, add, move and delete."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import trigger_client_event

from journeys.changes import changing
from journeys.forms import NewPhaseForm, PhaseForm
from journeys.models import Journey, Phase, Stays
from journeys.views.editing import Editor, confirmation, edit, map_before, phase_cancel
from journeys.views.journey_map import changed, context_of, situations_on_screen
from journeys.views.steps import DIRECTIONS, find_journey
from organisations.access import editor_required
from organisations.listing import chosen
from organisations.middleware import OrganisationRequest


def find_phase(journey: Journey, phase: int) -> Phase:
    return get_object_or_404(Phase.objects.select_related("journey"), journey=journey, pk=phase)


@editor_required
@require_http_methods(["GET", "POST"])
def phase_edit(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    """The name, and from here: a new phase behind it, moving, deleting."""
    found = find_journey(request, journey)
    row = find_phase(found, phase)
    if request.htmx and request.GET.get("vak"):
        return phase_restored(request, found, row)
    editor = Editor(
        _("Phase"),
        f"fase-{row.pk}",
        phase_cancel(found, row),
        _("Saved"),
        structure="journeys/_phase_structure.html",
        structure_context={"phase": row, "left": row.can_move(-1), "right": row.can_move(1)},
    )
    return edit(request, found, editor, lambda data: PhaseForm(data, instance=find_phase(found, phase)))


def phase_restored(request: OrganisationRequest, journey: Journey, phase: Phase) -> HttpResponse:
    context = context_of(request, journey, situations_on_screen(request))
    picture = next(picture for picture in context["picture"].phases if picture.id == phase.pk)
    response = render(request, "journeys/phase_restored.html", {**context, "phase": picture})
    return trigger_client_event(response, "focusOn", {"value": f"fase-{phase.pk}"})


@editor_required
@require_http_methods(["GET", "POST"])
def phase_new(request: OrganisationRequest, journey: int) -> HttpResponse:
    """A new phase with its first step, behind `?na=` or at the end."""
    found = find_journey(request, journey)
    number = chosen(request, "na")
    after = found.phases.last() if number is None else find_phase(found, number)
    focus = f"fase-{after.pk}" if after else "map"
    cancel = phase_cancel(found, after) if after else found.get_absolute_url()
    editor = Editor(_("New phase"), focus, cancel, _("Phase added"))
    make_form = partial(NewPhaseForm, journey=found, after=after)
    return edit(request, found, editor, make_form, lambda form: f"fase-{form.save().pk}")


@editor_required
@require_POST
def phase_move(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    """With all its steps one place to the left or the right."""
    found = find_journey(request, journey)
    row = find_phase(found, phase)
    if request.POST.get("richting") not in DIRECTIONS:
        raise Http404
    before = map_before(request, found)
    announce = _("Moved: %(phase)s") % {"phase": row.name}
    with changing(found, by=request.user):
        try:
            find_phase(found, phase).move(DIRECTIONS[request.POST["richting"]])
        except Stays:
            announce = _("This phase can't move further.")
    return changed(request, found, before, focus=f"fase-{row.pk}", announce=announce)


@editor_required
@require_http_methods(["GET", "POST"])
def phase_delete(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    """Asks first and says how many steps go along; a journey keeps one phase."""
    found = find_journey(request, journey)
    row = find_phase(found, phase)
    last = found.phases.count() == 1
    if request.method == "GET" or last:
        steps = row.steps.count()
        note = ngettext("Its %(steps)s step goes too.", "Its %(steps)s steps go too.", steps) % {
            "steps": steps
        }
        refused = _("This is the only phase of the journey, so it stays.") if last else ""
        context = {"what": row.name, "note": note, "refused": refused, "cancel": phase_cancel(found, row)}
        return confirmation(request, found, context, status=422 if request.method == "POST" else 200)
    before = map_before(request, found)
    numbers = list(found.phases.values_list("pk", flat=True))
    place = numbers.index(row.pk)
    beside = numbers[place - 1 if place else 1]
    with changing(found, by=request.user):
        find_phase(found, phase).remove()
    announce = _("Phase deleted: %(phase)s") % {"phase": row.name}
    return changed(request, found, before, focus=f"fase-{beside}", announce=announce)
