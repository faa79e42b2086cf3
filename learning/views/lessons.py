"""The route, its lessons, and the journey that one learns beside."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from learning.lessons import BY_NAME, Lesson, beside
from learning.models import Learner
from learning.papers import BY_NAME as PAPER_BY_NAME
from learning.papers import PAPERS
from learning.practice import practise
from learning.progress import done_by, progress_of, questions_of
from organisations.access import editor_required, member_required
from organisations.listing import number_in
from organisations.middleware import OrganisationRequest
from organisations.once import written_once

FIELD = "klantreis"
HERE = "les"  # the lesson that someone chooses from


def find_lesson(name: str) -> Lesson:
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]


def learner_of(request: OrganisationRequest) -> Learner:
    return Learner.objects.of(request.membership)


def choice(request: OrganisationRequest, learner: Learner) -> dict:
    """What the fragment needs that lets someone choose a journey."""
    return {
        "journeys": list(request.organisation.journeys.order_by("title", "pk").values_list("pk", "title")),
        "journey": learner.journey,
        "can_edit": request.membership.can_edit,
    }


@member_required
@require_safe
def route(request: OrganisationRequest) -> HttpResponse:
    learner = learner_of(request)
    context = {
        "progress": progress_of(learner, request.organisation),
        "can_lead": request.membership.can_facilitate,
        "papers": PAPERS,
        **choice(request, learner),
    }
    return render(request, "learning/route.html", context)


@member_required
@require_safe
def lesson_page(request: OrganisationRequest, lesson: str) -> HttpResponse:
    found, learner = find_lesson(lesson), learner_of(request)
    learner.opens(found.slug)
    before, after = beside(found)
    context = {
        "lesson": found,
        "questions": questions_of(found, learner.journey),
        "done": found.slug in done_by(learner),
        "before": before,
        "after": after,
        "papers": [PAPER_BY_NAME[name] for name in found.papers],
        **choice(request, learner),
    }
    return render(request, "learning/lesson.html", context)


@member_required
@require_POST
@written_once
def lesson_finish(request: OrganisationRequest, lesson: str) -> HttpResponse:
    """On to the next lesson, or after the last one back to the route."""
    found = find_lesson(lesson)
    learner_of(request).finishes(found.slug)
    after = beside(found)[1]
    messages.success(request, _("Lesson %(number)s is done.") % {"number": found.number})
    return redirect("learning:lesson", after.slug) if after else redirect("learning:route")


@member_required
@require_POST
@written_once
def lesson_again(request: OrganisationRequest, lesson: str) -> HttpResponse:
    found = find_lesson(lesson)
    learner_of(request).takes_up_again(found.slug)
    return redirect("learning:lesson", found.slug)


@member_required
@require_POST
@written_once
def journey_choose(request: OrganisationRequest) -> HttpResponse:
    """The journey to learn beside; without one, none."""
    number = request.POST.get(FIELD, "")
    found = None
    if number:
        found = get_object_or_404(request.organisation.journeys, pk=number_in(number))
    learner_of(request).learns_beside(found)
    return back(request)


@editor_required
@require_POST
def journey_practise(request: OrganisationRequest) -> HttpResponse:
    journey = practise(request.organisation, request.user)
    learner_of(request).learns_beside(journey)
    messages.success(
        request,
        _("“%(name)s” is there for you to try things out. It is a journey like any other.")
        % {"name": journey},
    )
    return back(request)


def back(request: OrganisationRequest) -> HttpResponse:
    """To where someone chose: a lesson or the route."""
    lesson = BY_NAME.get(request.POST.get(HERE, ""))
    return redirect("learning:lesson", lesson.slug) if lesson else redirect("learning:route")
