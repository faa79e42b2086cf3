"""Every term with what it means."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learning.glossary import by_theme
from organisations.access import member_required
from organisations.middleware import OrganisationRequest


@member_required
@require_safe
def glossary(request: OrganisationRequest) -> HttpResponse:
    return render(request, "learning/glossary.html", {"themes": by_theme()})
