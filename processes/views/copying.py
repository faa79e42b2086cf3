"""Take over what happens behind the counter of another journey."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from journeys.changes import changing
from journeys.copying_elsewhere import LaneCopy, copy_lane
from journeys.models import Stays
from journeys.views.copying import remaining
from journeys.views.refusing import refused, words_of
from journeys.views.steps import find_journey
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest
from organisations.pages import form_page, posted
from processes.copying import TakeOverForm


@editor_required
@require_http_methods(["GET", "POST"])
def take_over(request: OrganisationRequest, journey: int) -> HttpResponse:
    """Each process step goes to the step of the same title."""
    found = find_journey(request, journey)
    back = reverse("journeys:behind-the-counter", args=[found.pk])
    form = TakeOverForm(posted(request), journey=found)
    if not form.has_choice:
        return render(request, "processes/nothing_to_take_over.html", {"journey": found, "back": back})
    if not form.is_valid():
        words = {"heading": _("Take over from another journey"), "action": _("Take over"), "back": back}
        intro = _(
            "Each process step goes to the step with the same title. "
            "What lies there already is not copied again."
        )
        return form_page(request, form, intro=intro, **words)
    try:
        with changing(found, by=request.user):
            result = copy_lane("processes", form.cleaned_data["other"], found, form.cleaned_data["rest"])
    except Stays as stays:
        return refused(request, found, words_of(stays))
    messages.success(request, told(result))
    return redirect(back)


def told(result: LaneCopy) -> str:
    count = ngettext(
        "%(count)s process step taken over.", "%(count)s process steps taken over.", result.copied
    )
    return f"{count % {'count': result.copied}} {remaining(result)}".strip()
