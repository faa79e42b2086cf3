"""Saved views of a journey: the menu beside the lenses, and a page for the same without JavaScript."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from journeys.lane_choice import hidden_lanes
from journeys.looking import SITUATION, Look
from journeys.models import Journey, SavedView
from journeys.saved_view_form import SavedViewForm
from journeys.saved_views import (
    in_words,
    kept,
    look_of_address,
    numbers_of,
    opened,
    situations_by_number,
    view_in_words,
)
from journeys.views.steps import find_journey
from organisations.access import member_required
from organisations.middleware import OrganisationRequest
from organisations.once import written_once
from organisations.pages import delete_page, edit_page, is_partial, posted

HERE = "hier"  # the address that someone looks at, to keep


def find_view(request: OrganisationRequest, journey: Journey, saved_view: int) -> SavedView:
    """One that this person may see; what is private is there for nobody else."""
    return get_object_or_404(journey.saved_views.visible_to(request.membership), pk=saved_view)


def find_own(request: OrganisationRequest, journey: Journey, saved_view: int) -> SavedView:
    found = find_view(request, journey, saved_view)
    if not found.may_be_changed_by(request.membership):
        raise PermissionDenied
    return found


def here(request: OrganisationRequest, journey: Journey) -> Look:
    """How its user looks at the journey: as the page says that asks, or the form that was sent."""
    said = request.POST.get(HERE) or request.GET.get(HERE) or ""
    on_screen = request.htmx.current_url_abs_path if request.htmx else ""
    return look_of_address(journey, said or on_screen or "")


def kept_now(request: OrganisationRequest, journey: Journey, look: Look) -> dict[str, Any]:
    lens, query = kept(look, hidden_lanes(request, look.said))
    situations = numbers_of(look.said.getlist(SITUATION), journey)
    return {"lens": lens, "query": query, "situations": situations}


@member_required
@require_http_methods(["GET", "POST"])
@written_once
def saved_view_list(request: OrganisationRequest, journey: int) -> HttpResponse:
    """Those that its user may open, and a form to keep how the journey is looked at now."""
    found = find_journey(request, journey)
    look = here(request, found)
    new = SavedView(journey=found, made_by=request.user, **kept_now(request, found, look))
    form = SavedViewForm(
        posted(request),
        instance=new,
        organisation=request.organisation,
        may_share=request.membership.can_edit,
        auto_id="saved-view-%s",
    )
    if form.is_valid():
        form.save()
        messages.success(request, _("View “%(name)s” is saved.") % {"name": new.name})
        return HttpResponseRedirect(look.address())
    known = situations_by_number(found)
    context = {
        "journey": found,
        "look": look,
        "form": form,
        "now": in_words(new.lens, QueryDict(new.query)),
        "saved_views": [
            (view, view_in_words(view, known), view.may_be_changed_by(request.membership))
            for view in found.saved_views.visible_to(request.membership)
        ],
    }
    template = "journeys/saved_views/_menu.html" if is_partial(request) else "journeys/saved_views/page.html"
    return render(request, template, context, status=422 if form.is_bound else 200)


@member_required
@require_safe
def saved_view(request: OrganisationRequest, journey: int, saved_view: int) -> HttpResponse:
    """Leads to what it shows; what is no longer there is told."""
    found = find_journey(request, journey)
    leads = opened(find_view(request, found, saved_view), found)
    for words in leads.missing:
        messages.warning(request, words)
    return HttpResponseRedirect(leads.address)


@member_required
@require_http_methods(["GET", "POST"])
@written_once
def saved_view_edit(request: OrganisationRequest, journey: int, saved_view: int) -> HttpResponse:
    """Another name; shared or not any more."""
    found = find_journey(request, journey)
    view = find_own(request, found, saved_view)
    form = SavedViewForm(
        posted(request),
        instance=view,
        organisation=request.organisation,
        may_share=request.membership.can_edit,
    )
    return edit_page(
        request,
        form,
        saved=_("The view is saved."),
        delete=f"{view.get_absolute_url()}verwijderen/",
        intro=view_in_words(view, situations_by_number(found)),
    )


@member_required
@require_POST
@written_once
def saved_view_renew(request: OrganisationRequest, journey: int, saved_view: int) -> HttpResponse:
    """From now on it shows what is on screen."""
    found = find_journey(request, journey)
    view, look = find_own(request, found, saved_view), here(request, found)
    for field, value in kept_now(request, found, look).items():
        setattr(view, field, value)
    view.save(update_fields=["lens", "query", "situations"])
    messages.success(request, _("View “%(name)s” now shows this.") % {"name": view.name})
    return redirect(look.address())


@member_required
@require_http_methods(["GET", "POST"])
@written_once
def saved_view_delete(request: OrganisationRequest, journey: int, saved_view: int) -> HttpResponse:
    found = find_journey(request, journey)
    view = find_own(request, found, saved_view)
    question = _("Only this way of looking goes. The journey stays as it is.")
    if view.shared:
        question = _("Colleagues find it no more either. The journey stays as it is.")
    return delete_page(
        request,
        view,
        question=question,
        deleted=_("View “%(name)s” is deleted.") % {"name": view.name},
        after=found.get_absolute_url(),
    )
