"""Steps: look, change and add."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import push_url, trigger_client_event

from journeys.forms import (
    DoingForm,
    FeelingForm,
    HeadForm,
    NewStepForm,
    SeenForm,
    ThinkingForm,
    feeling_in_words,
)
from journeys.models import Journey, Phase, Step
from journeys.pictures import LANES
from journeys.views.editing import Editor, edit, phase_cancel, step_cancel
from journeys.views.journey_map import (
    chosen_situations,
    context_of,
    drawn,
    map_page,
    situations_on_screen,
)
from journeys.views.panel import FINDINGS, Panel, cell_in, is_in_panel, panel_of
from organisations.access import editor_required, member_required
from organisations.listing import chosen
from organisations.middleware import OrganisationRequest

PANEL = "div#panel"  # as htmx names the place that an answer goes to


def find_journey(request: OrganisationRequest, journey: int) -> Journey:
    return get_object_or_404(request.organisation.journeys.with_subject(), pk=journey)


def find_step(journey: Journey, step: int | None) -> Step:
    """The step, if it is on this journey; through the journey, and so through the organisation."""
    return get_object_or_404(Step.objects.select_related("phase__journey"), phase__journey=journey, pk=step)


@member_required
@require_safe
def step_detail(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    """One step with all that lies at it, beside the map; for htmx the panel alone, or one cell, `?vak=`."""
    found = find_journey(request, journey)
    row = find_step(found, step)
    lane = request.GET.get("vak", "")
    is_cell, is_panel = (
        request.htmx and lane in (*LANES, FINDINGS),
        request.htmx and request.htmx.target == PANEL,
    )
    situations = situations_on_screen(request) if is_cell or is_panel else chosen_situations(request)
    context = context_of(request, found, situations)
    panel = panel_of(context, row.pk)
    if panel is None:
        raise Http404
    if is_cell:
        return cell_restored(request, context, panel, lane)
    if is_panel:
        return panel_opened(request, context, panel)
    known = request.organisation.journeys.with_subject().with_twins().get(pk=found.pk)
    whole = {"journey": known, "content": drawn(request, known, context), "panel": panel}
    return map_page(request, {**context, **whole})


def panel_opened(request: OrganisationRequest, context: dict, panel: Panel) -> HttpResponse:
    """With an address of its own, unless the browser went back to it and so has it already."""
    response = render(request, "journeys/_panel.html", {**context, "panel": panel})
    if not (request.htmx.current_url_abs_path or "").startswith(panel.url):
        push_url(response, panel.url)
    return response


def cell_restored(request: OrganisationRequest, context: dict, panel: Panel, lane: str) -> HttpResponse:
    values = {"step": panel.step, "lane": lane, "in_panel": is_in_panel(request), "panel": panel}
    response = render(request, "journeys/cell_restored.html", {**context, **values})
    cell = cell_in(request, f"s{panel.step.id}-{lane}")
    return trigger_client_event(response, "focusOn", {"value": cell})


def step_editor(
    journey: Journey, step: Step, lane: str, heading: str, *, announce: str = "", **more
) -> Editor:
    focus = f"s{step.pk}-{lane}"
    return Editor(heading, focus, step_cancel(journey, step, lane), announce or _("Saved"), **more)


def edit_lane(
    request: OrganisationRequest, journey: int, step: int, *, lane: str, form: type[SeenForm], heading: str
) -> HttpResponse:
    found = find_journey(request, journey)
    editor = step_editor(found, Step(pk=step), lane, str(heading))

    def make_form(data: Any) -> SeenForm:
        # Not by `find_step`: the form of a lane has no use for the phase and the journey that it loads too.
        return form(data, instance=get_object_or_404(Step, phase__journey=found, pk=step))

    return edit(request, found, editor, make_form)


@editor_required
@require_http_methods(["GET", "POST"])
def step_doing(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    return edit_lane(request, journey, step, lane="doing", form=DoingForm, heading=_("What happens here?"))


@editor_required
@require_http_methods(["GET", "POST"])
def step_thinking(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    heading = _("What goes through someone's mind?")
    return edit_lane(request, journey, step, lane="thinking", form=ThinkingForm, heading=heading)


@editor_required
@require_http_methods(["GET", "POST"])
def step_feeling(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    found = find_journey(request, journey)
    row = find_step(found, step)
    words = {"step": row.title, "feeling": feeling_in_words(request.POST.get("feeling", ""))}
    announce = _("Feeling at “%(step)s”: %(feeling)s") % words
    editor = step_editor(found, row, "feeling", _("Heartbeat"), announce=announce)
    return edit(request, found, editor, lambda data: FeelingForm(data, instance=find_step(found, step)))


@editor_required
@require_http_methods(["GET", "POST"])
def step_head(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    """Title, moment and situations, and from here: a new step beside it, moving, deleting."""
    found = find_journey(request, journey)
    row = find_step(found, step)
    editor = step_editor(
        found,
        row,
        "head",
        _("Step"),
        structure="journeys/_step_structure.html",
        structure_context={"step": row, "left": row.can_move(-1), "right": row.can_move(1)},
    )
    return edit(
        request,
        found,
        editor,
        lambda data: HeadForm(data, instance=find_step(found, step), life_event=found.life_event),
    )


@editor_required
@require_http_methods(["GET", "POST"])
def step_new(request: OrganisationRequest, journey: int) -> HttpResponse:
    """A new step after `?na=`, before `?voor=`, or as the first of `?fase=`."""
    found = find_journey(request, journey)
    phase, _after, beside = _place(request, found)
    cell = f"s{beside.pk}-head" if beside else f"fase-{phase.pk}"
    cancel = step_cancel(found, beside, "head") if beside else phase_cancel(found, phase)
    editor = Editor(_("New step"), cell, cancel, _("Step added"))

    def make_form(data: Any) -> NewStepForm:
        phase, after, _beside = _place(request, found)
        return NewStepForm(data, phase=phase, after=after, life_event=found.life_event)

    return edit(request, found, editor, make_form, lambda form: f"s{form.save().pk}-head")


def _place(request: OrganisationRequest, journey: Journey) -> tuple[Phase, Step | None, Step | None]:
    """The phase, the step to come after (None: first), and the step whose cell the form stands in."""
    if "fase" in request.GET:
        return get_object_or_404(journey.phases.all(), pk=chosen(request, "fase")), None, None
    if "na" in request.GET:
        beside = find_step(journey, chosen(request, "na"))
        return beside.phase, beside, beside
    beside = find_step(journey, chosen(request, "voor"))
    return beside.phase, beside.phase.steps.filter(order__lt=beside.order).last(), beside
