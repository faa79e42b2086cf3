"""Steps or a lane to another journey: choose the journey, then the place."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from journeys.arranging_forms import CopyLaneForm, CopyStepsForm
from journeys.changes import changing
from journeys.copying_elsewhere import (
    LaneCopy,
    add_situations,
    copy_lane,
    copy_to,
    missing_situations,
    twins_of,
)
from journeys.models import Journey, Stays, Step
from journeys.views.choice import chosen_steps, several
from journeys.views.refusing import refused, words_of
from journeys.views.steps import find_journey
from organisations.access import editor_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import form_page, posted


def steps_asked(request: OrganisationRequest, journey: Journey) -> list[Step]:
    """Those in the address; none where a lane is to be copied."""
    return chosen_steps(request, journey) if "stap" in request.GET else []


@editor_required
@require_safe
def copy_choose(request: OrganisationRequest, journey: int) -> HttpResponse:
    """To which journey?"""
    found = find_journey(request, journey)
    steps = steps_asked(request, found)
    others = request.organisation.journeys.matching(searched(request)).with_subject().exclude(pk=found.pk)
    numbers = urlencode([("stap", step.pk) for step in steps])
    context = {
        "journey": found,
        "steps": steps,
        "several": several(steps) if steps else "",
        "query_of": numbers,
    }
    return render(
        request,
        "journeys/copy_choose.html",
        {**context, **listing(request, others.order_by("title", "pk"))},
    )


@editor_required
@require_http_methods(["GET", "POST"])
def copy_to_journey(request: OrganisationRequest, journey: int, other: int) -> HttpResponse:
    found, target = find_journey(request, journey), find_journey(request, other)
    if found == target:
        raise Http404
    steps = steps_asked(request, found)
    return copy_chosen(request, found, target, steps) if steps else copy_one_lane(request, found, target)


def copy_chosen(
    request: OrganisationRequest, journey: Journey, other: Journey, steps: list[Step]
) -> HttpResponse:
    missing = missing_situations(steps, other)
    form = CopyStepsForm(posted(request), journey=other, missing=missing)
    if not form.is_valid():
        heading = _("Copy %(several)s to “%(journey)s”") % {"several": several(steps), "journey": other}
        return form_page(request, form, **words_for(journey, heading, what_stays(journey, other)))
    try:
        with changing(other, by=request.user):
            if form.cleaned_data.get("add_situations"):
                add_situations(missing, other.life_event)
            copies = copy_to(steps, form.cleaned_data["place"])
    except Stays as stays:
        return refused(request, journey, words_of(stays))
    count = ngettext("%(count)s step copied to", "%(count)s steps copied to", len(copies))
    left = [] if form.cleaned_data.get("add_situations") else missing
    unknown = _("Not known there, so left out: %(situations)s.") % {"situations": ", ".join(left)}
    address = f"{other.get_absolute_url()}#s{copies[0].pk}-head"
    return ended(request, journey, count % {"count": len(copies)}, other, address, unknown if left else "")


def copy_one_lane(request: OrganisationRequest, journey: Journey, other: Journey) -> HttpResponse:
    form = CopyLaneForm(posted(request), journey=other)
    if not form.is_valid():
        heading = _("Copy a lane to “%(journey)s”") % {"journey": other}
        return form_page(request, form, **words_for(journey, heading, how_many_alike(journey, other)))
    try:
        with changing(other, by=request.user):
            result = copy_lane(form.cleaned_data["lane"], journey, other, form.cleaned_data["rest"])
    except Stays as stays:
        return refused(request, journey, words_of(stays))
    count = ngettext("%(count)s card copied to", "%(count)s cards copied to", result.copied)
    words = count % {"count": result.copied}
    return ended(request, journey, words, other, other.get_absolute_url(), remaining(result))


def words_for(journey: Journey, heading: str, intro: str) -> dict[str, str]:
    return {"heading": heading, "intro": intro, "action": _("Copy"), "back": journey.get_absolute_url()}


def what_stays(journey: Journey, other: Journey) -> str:
    words = _(
        "Everything at the step goes along, but findings and improvements stay here: "
        "there it is an assumption."
    )
    if journey.life_event_id == other.life_event_id:
        return words
    return words + " " + _("Moments stay here too, since that journey counts from another moment.")


def how_many_alike(journey: Journey, other: Journey) -> str:
    here, there = twins_of(journey), twins_of(other)
    return _(
        "Each card goes to the step with the same title: %(alike)s of %(count)s steps have one there. "
        "What lies there already is not copied again."
    ) % {"alike": len(here.keys() & there.keys()), "count": len(here)}


def remaining(result: LaneCopy) -> str:
    words = []
    if result.there:
        words.append(_("Already there: %(count)s.") % {"count": result.there})
    if result.left:
        words.append(_("Stayed behind, without a step of that title: %(count)s.") % {"count": result.left})
    return " ".join(words)


def ended(
    request: OrganisationRequest, journey: Journey, words: str, other: Journey, address: str, more: str
) -> HttpResponse:
    """Back on this map, with a link to the other one."""
    said = format_html('{} <a href="{}">{}</a>. {}', words, address, other.title, more)
    messages.success(request, said)
    return HttpResponseRedirect(journey.get_absolute_url())
