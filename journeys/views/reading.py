"""An interview is read beside a journey: what is said there becomes evidence for it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import trigger_client_event

from journeys.changes import changing
from journeys.evidence import link, places_of
from journeys.models import Journey
from journeys.reading import read
from journeys.reading_forms import ReadingForm
from journeys.reverting import Changed, Gone
from journeys.undoing import Elsewhere, Nothing, undo
from journeys.views.history import refusal
from journeys.views.journey_map import picture_of
from journeys.views.steps import find_journey
from organisations.access import editor_required
from organisations.listing import chosen, listing, number_in, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import REFUSED, posted
from personas.models import Interview

TAKE_OVER = "over"  # the button that only puts the chosen lines in the box
TEXT_BOX = "id_text"


@editor_required
@require_http_methods(["GET", "POST"])
def reading(request: OrganisationRequest, interview: int) -> HttpResponse:
    """Choose a journey; with `?klantreis=` the lines of the interview beside the steps of that one."""
    found = find_interview(request, interview)
    number = chosen(request, "klantreis")
    if number is None:
        return choose_journey(request, found)
    journey = find_journey(request, number)
    if request.method != "POST":
        return answer(request, journey, ReadingForm(None, interview=found, journey=journey))
    with changing(journey, by=request.user):
        form = ReadingForm(posted(request), interview=found, journey=journey)
        if TAKE_OVER in request.POST:
            return taken_over(request, form)
        finding = form.save(by=request.user) if form.is_valid() else None
    if finding is None:
        return answer(request, journey, form, focus=TEXT_BOX, status=REFUSED)
    change = journey.changes.by(request.user).newest_first().first()
    return written(request, form, _("Finding kept: %(finding)s") % {"finding": finding}, change=change)


@editor_required
@require_POST
def reading_unlink(request: OrganisationRequest, interview: int) -> HttpResponse:
    """A finding is no longer about a step or pain of `?klantreis=`; `los` says both: `12:step-3`."""
    found, journey = find_interview(request, interview), journey_asked(request)
    number, _colon, where = request.POST.get("los", "").partition(":")
    finding = get_object_or_404(found.findings, pk=number_in(number))
    if where in places_of(finding, journey):  # a colleague may have been first
        link(finding, journey, add=[], remove=[where], by=request.user)
    change = journey.changes.by(request.user).newest_first().first()
    form = ReadingForm(None, interview=found, journey=journey)
    return written(request, form, _("The finding is unlinked."), change=change, at=finding.passages.first())


@editor_required
@require_POST
def reading_undo(request: OrganisationRequest, interview: int) -> HttpResponse:
    """Take back the user's change with number `wijziging`, if it is still their last."""
    found, journey = find_interview(request, interview), journey_asked(request)
    number = number_in(request.POST.get("wijziging", ""))
    if number is None:
        raise Http404
    try:
        undo(journey, request.user, number)
        said = _("Undone. The finding itself still stands with the interview.")
    except (Nothing, Changed, Gone, Elsewhere) as problem:
        said = refusal(problem)
    return written(request, ReadingForm(None, interview=found, journey=journey), said)


def find_interview(request: OrganisationRequest, number: int) -> Interview:
    return get_object_or_404(request.organisation.interviews, pk=number)


def journey_asked(request: OrganisationRequest) -> Journey:
    return get_object_or_404(request.organisation.journeys, pk=chosen(request, "klantreis"))


def choose_journey(request: OrganisationRequest, interview: Interview) -> HttpResponse:
    """Those that rest on this interview already come first."""
    words = searched(request)
    journeys = request.organisation.journeys.resting_on_first(interview).with_subject()
    context = listing(request, journeys.matching(words) if words else journeys)
    return render(request, "journeys/reading_choose.html", context | {"interview": interview})


def taken_over(request: OrganisationRequest, form: ReadingForm) -> HttpResponse:
    """Nothing is written yet: the lines stand in the box, to be shortened there."""
    text = " ".join(line.text for line in form.lines)
    fresh = ReadingForm(None, interview=form.interview, journey=form.journey, initial={"text": text})
    fresh.lines = form.lines
    return answer(request, form.journey, fresh, focus=TEXT_BOX)


def written(
    request: OrganisationRequest, form: ReadingForm, said: str, *, change: Any = None, at: Any = None
) -> HttpResponse:
    """The page anew with an empty box, and the focus at the line that was chosen."""
    mark = at.mark if at else next(iter(form.marks), "")
    focus = f"regel-{mark}" if mark else TEXT_BOX
    if not request.htmx:
        messages.success(request, said)
        page = reverse("journeys:reading", args=[form.interview.pk])
        return redirect(f"{page}?klantreis={form.journey.pk}#{focus}")
    fresh = ReadingForm(None, interview=form.interview, journey=form.journey)
    response = answer(request, form.journey, fresh, focus=focus, said=said, change=change)
    return trigger_client_event(response, "announce", {"value": said})


def answer(
    request: OrganisationRequest,
    journey: Journey,
    form: ReadingForm,
    *,
    focus: str = "",
    status: int = 200,
    **told: Any,
) -> HttpResponse:
    """The page, or for htmx what changes in it."""
    whole, picture = picture_of(journey, [])
    context = {
        "interview": form.interview,
        "journey": whole,
        "picture": picture,
        "reading": read(form.interview, whole, picture),
        "form": form,
        "asked": f"?klantreis={journey.pk}",
        **told,
    }
    template = "journeys/reading_changed.html" if request.htmx else "journeys/reading.html"
    response = render(request, template, context, status=status)
    response.headers["Vary"] = "HX-Request"
    return trigger_client_event(response, "focusOn", {"value": focus}) if request.htmx else response
