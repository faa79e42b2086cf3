"""One page, and one list that opens anywhere, to find everything and go everywhere."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from django_htmx.http import trigger_client_event

from organisations.access import member_required
from organisations.listing import ROWS, searched
from organisations.middleware import OrganisationRequest
from searching.going import ACTIONS, DESTINATIONS, FURTHER, ways
from searching.search import Found, search
from searching.sources import BY_KIND


@member_required
@require_safe
def find(request: OrganisationRequest) -> HttpResponse:
    """`?zoek=` words, `?soort=` only rows of that kind, `?pagina=` of those; for htmx the list alone."""
    text, source = searched(request), BY_KIND.get(request.GET.get("soort", ""))
    number = page_number(request) if source else 1
    if source:
        after = (number - 1) * ROWS
        found = search(request.organisation, text, sources=[source], rows=ROWS, after=after)
    else:
        found = search(request.organisation, text)
    context = {"query": text, "found": found, "source": source, **pages(found, number)}
    actions = ACTIONS if request.membership.can_edit and not source else ()
    destinations = () if source else DESTINATIONS + FURTHER
    context |= {"ways": ways(text, destinations), "actions": ways(text, actions)}
    if not request.htmx:
        return render(request, "searching/search_page.html", context)
    response = render(request, "searching/_results.html", context)
    return trigger_client_event(response, "announce", {"value": in_words(text, context)})


def page_number(request: OrganisationRequest) -> int:
    text = request.GET.get("pagina", "")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def pages(found: list[Found], number: int) -> dict:
    """The pages before and after this one of one kind."""
    last = -(-found[0].count // ROWS) if found else number
    return {
        "earlier": number - 1 if number > 1 else None,
        "later": number + 1 if number < last else None,
    }


def in_words(text: str, context: dict) -> str:
    count = sum(one.count for one in context["found"]) + len(context["ways"]) + len(context["actions"])
    if not text:
        return _("Type what you are looking for")
    return ngettext("%(count)s result", "%(count)s results", count) % {"count": count}
