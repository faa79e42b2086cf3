"""Rules over all journeys, the longest unchecked first; checked today in one action, here and on the map."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from journeys.cards import STALE_AFTER
from journeys.facts import check_today, take_back
from journeys.views.cards import FACT, find_card
from journeys.views.choice import chosen_numbers
from journeys.views.editing import map_before
from journeys.views.journey_map import changed
from journeys.views.steps import find_journey
from organisations.access import editor_required, member_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest

STATES = {
    "verouderd": gettext_lazy("To be checked"),
    "nooit": gettext_lazy("Never checked"),
    "actueel": gettext_lazy("Checked within a year"),
}
LAST = "facts_checked"  # in the session: what was checked last, and can be taken back


@member_required
@require_safe
def fact_list(request: OrganisationRequest) -> HttpResponse:
    """`?staat=` by state, `?klantreis=` of one journey, `?zoek=` for words."""
    stale_before = timezone.localdate() - STALE_AFTER
    facts, journey = request.organisation.facts, chosen(request, "klantreis")
    state = request.GET.get("staat", "")
    found = facts.matching(searched(request)).in_state(state, stale_before)
    if journey is not None:
        found = found.filter(step__phase__journey=journey)
    context = listing(request, found.with_journey().stale_first())
    context |= {
        "state": state if state in STATES else "",
        "states": STATES.items(),
        "journey": request.organisation.journeys.filter(pk=journey).first() if journey else None,
        "stale": facts.in_state("verouderd", stale_before).count(),
        "stale_before": stale_before,
        "filtered": state in STATES or context["page"].object_list,
        "can_take_back": bool(request.session.get(LAST)) and request.membership.can_edit,
    }
    return render(request, "journeys/fact_list.html", context)


@editor_required
@require_POST
def facts_check(request: OrganisationRequest) -> HttpResponse:
    """`een`: the rule of that row alone; else all that are ticked (`feit`)."""
    numbers = chosen_numbers(request.POST, "een") or chosen_numbers(request.POST, "feit")
    before = check_today(request.organisation, numbers, by=request.user)
    request.session[LAST] = {str(pk): day.isoformat() if day else "" for pk, day in before.items()}
    if numbers:
        count = len(before)
        words = ngettext("%(count)s rule is checked today.", "%(count)s rules are checked today.", count)
        messages.success(request, words % {"count": count})
    else:
        messages.warning(request, _("Choose at least one rule."))
    return back_to_list(request)


@editor_required
@require_POST
def facts_take_back(request: OrganisationRequest) -> HttpResponse:
    """What was checked last has its earlier day again."""
    last = request.session.pop(LAST, {})
    before = {int(pk): date.fromisoformat(day) if day else None for pk, day in last.items()}
    count = take_back(request.organisation, before, by=request.user)
    words = ngettext("Undone: %(count)s rule.", "Undone: %(count)s rules.", count)
    messages.success(request, words % {"count": count})
    return back_to_list(request)


def back_to_list(request: HttpRequest) -> HttpResponse:
    """As it was filtered and paged."""
    asked = QueryDict(request.POST.get("vraag", "")).urlencode()
    return redirect(f"{reverse('journeys:fact-list')}{'?' if asked else ''}{asked}")


@editor_required
@require_POST
def fact_check(request: OrganisationRequest, journey: int, fact: int) -> HttpResponse:
    """From the map, or from the panel (`vak` is the cell there)."""
    found = find_journey(request, journey)
    row = find_card(found, FACT, fact)
    before = map_before(request, found)
    check_today(request.organisation, [row.pk], by=request.user)
    cell = "p" if request.POST.get("vak") == "p" else "s"
    focus = f"{cell}{row.step_id}-{FACT.lane}" if request.htmx else f"s{row.step_id}-{FACT.lane}"
    return changed(request, found, before, focus=focus, announce=_("Checked today: %(card)s") % {"card": row})
