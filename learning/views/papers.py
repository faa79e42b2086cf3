"""Papers to take along: on screen to print, and as a file to fill in."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from journeys.remembered import drawn_lately
from learning.papers import BY_NAME, Paper, filled_in
from organisations.access import member_required
from organisations.middleware import OrganisationRequest


def find(request: OrganisationRequest, journey: int, paper: str) -> tuple[Paper, dict]:
    """The paper, and all that it is filled in with."""
    if paper not in BY_NAME:
        raise Http404
    found = get_object_or_404(request.organisation.journeys, pk=journey)
    whole, picture = drawn_lately(found.pk, ())
    return BY_NAME[paper], filled_in(whole, picture.analysis, request.organisation)


@member_required
@require_safe
def paper_page(request: OrganisationRequest, journey: int, paper: str) -> HttpResponse:
    found, context = find(request, journey, paper)
    return render(request, "learning/paper.html", {"paper": found, **context})


@member_required
@require_safe
def paper_file(request: OrganisationRequest, journey: int, paper: str) -> HttpResponse:
    """One HTML file by itself, which every word processor opens."""
    found, context = find(request, journey, paper)
    html = render_to_string("learning/paper_file.html", {"paper": found, **context})
    name = slugify(f"{found.title} {context['journey'].title}")[:100]
    headers = {"Content-Disposition": f'attachment; filename="{name}.html"'}
    return HttpResponse(html, headers=headers)
