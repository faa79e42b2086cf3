"""Steps and phases get another place, or a copy beside them, by whatever hand it is done."""

from collections.abc import Callable, Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from journeys.arranging import Stays, move_steps
from journeys.arranging_forms import PhasePlaceForm, PlaceForm, find_place
from journeys.changes import changing
from journeys.models import Journey, Phase, Step
from journeys.views.editing import Editor, map_before, opened, phase_cancel, step_cancel
from journeys.views.journey_map import changed
from journeys.views.refusing import refused, words_of
from journeys.views.steps import find_journey, find_step
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest

DIRECTIONS = {"links": -1, "rechts": 1}
Verb = Callable[[], Sequence[Step] | Phase]


def find_phase(journey: Journey, phase: int) -> Phase:
    return get_object_or_404(Phase.objects.select_related("journey"), journey=journey, pk=phase)


@editor_required
@require_http_methods(["GET", "POST"])
def step_move(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    """`richting=links` or `rechts`; a `place` from the list; or `naar`, the place where it was dropped."""
    found = find_journey(request, journey)
    row = find_step(found, step)
    direction = DIRECTIONS.get(request.POST.get("richting", ""))
    if direction:
        return arrange(request, found, lambda: moved(find_step(found, step), direction), _("Moved"))
    if "naar" in request.POST:
        place = find_place(found, request.POST["naar"])
        return arrange(request, found, lambda: move_steps([row], place), _("Moved"))
    form = PlaceForm(request.POST or None, journey=found, steps=[row])
    if form.is_valid():
        return arrange(request, found, lambda: move_steps([row], form.cleaned_data["place"]), _("Moved"))
    cancel = step_cancel(found, row, "head")
    editor = Editor(_("Move step"), f"s{row.pk}-head", cancel, "", action=_("Move"))
    return choose(request, found, editor, form)


def moved(row: Step | Phase, direction: int) -> list[Step] | Phase:
    row.move(direction)
    return row if isinstance(row, Phase) else [row]


@editor_required
@require_http_methods(["GET", "POST"])
def phase_move(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    """With all its steps: `richting=links` or `rechts`, or behind another phase (`after`)."""
    found = find_journey(request, journey)
    row = find_phase(found, phase)
    direction = DIRECTIONS.get(request.POST.get("richting", ""))
    if direction:
        return arrange(request, found, lambda: moved(find_phase(found, phase), direction), _("Moved"))
    form = PhasePlaceForm(request.POST if "after" in request.POST else None, phase=row)
    if form.is_valid():
        return arrange(request, found, lambda: form.save(find_phase(found, phase)), _("Moved"))
    cancel = phase_cancel(found, row)
    editor = Editor(_("Move phase"), f"fase-{row.pk}", cancel, "", action=_("Move"))
    return choose(request, found, editor, form)


@editor_required
@require_POST
def step_copy(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    found = find_journey(request, journey)
    find_step(found, step)
    return arrange(request, found, lambda: [find_step(found, step).duplicate()], _("Duplicated"))


@editor_required
@require_POST
def phase_copy(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    found = find_journey(request, journey)
    find_phase(found, phase)
    return arrange(request, found, lambda: find_phase(found, phase).duplicate(), _("Duplicated"))


def choose(request: OrganisationRequest, journey: Journey, editor: Editor, form) -> HttpResponse:
    """The list of places, in the cell or on a page."""
    status = 422 if request.method == "POST" else 200
    return opened(request, journey, editor, form, status)


def arrange(request: OrganisationRequest, journey: Journey, verb: Verb, done: str) -> HttpResponse:
    """Do it under the lock; what was moved or made gets the focus, and its place is told in words."""
    before = map_before(request, journey)
    try:
        with changing(journey, by=request.user):
            rows = verb()
    except Stays as stays:
        return refused(request, journey, words_of(stays))
    focus, words = told(journey, rows)
    return changed(request, journey, before, focus=focus, announce=f"{done}: {words}")


def told(journey: Journey, rows: Sequence[Step] | Phase) -> tuple[str, str]:
    """What gets the focus, and where it stands: “step 5 of 14, phase Birth”."""
    if isinstance(rows, Phase):
        return f"fase-{rows.pk}", where_phase_is(journey, rows)
    words = where_step_is(journey, rows[0])
    if len(rows) > 1:
        several = ngettext("%(count)s step", "%(count)s steps", len(rows)) % {"count": len(rows)}
        words = _("%(several)s, from %(place)s") % {"several": several, "place": words}
    return f"s{rows[0].pk}-head", words


def where_step_is(journey: Journey, step: Step) -> str:
    steps = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")
    rows = list(steps.values_list("pk", "phase__name"))
    number = [pk for pk, _name in rows].index(step.pk)
    return _("step %(number)s of %(count)s, phase %(phase)s") % {
        "number": number + 1,
        "count": len(rows),
        "phase": rows[number][1],
    }


def where_phase_is(journey: Journey, phase: Phase) -> str:
    numbers = list(journey.phases.values_list("pk", flat=True))
    return _("phase %(phase)s, number %(number)s of %(count)s") % {
        "phase": phase.name,
        "number": numbers.index(phase.pk) + 1,
        "count": len(numbers),
    }
