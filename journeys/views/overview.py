"""The home page."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from journeys.first_use import first_use
from journeys.lenses import last_used
from journeys.marks import mark_of_all
from journeys.models import LifeEvent
from journeys.overview import Listed, headline, whole
from journeys.overview_filters import ORDERS, Asked, Overview, filters, ways_out
from journeys.overview_rows import CARDS, ROWS, Entry, Row, drawn, entries, folded, rows
from journeys.small_cards import drawn_cards
from organisations.access import member_required
from organisations.listing import listing
from organisations.middleware import OrganisationRequest

SUGGESTED = 3


@member_required
@require_safe
def home(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    life_events = list(organisation.life_events.all())
    if not life_events:
        return render(request, "journeys/welcome.html")
    asked, journeys = Asked.of(request), Listed.of(organisation)
    computed = whole(organisation, journeys)
    overview = Overview(entries(life_events, journeys, computed.lines), asked, matching(request, asked))
    found = overview.found()
    context = one_page(request, rows(found, asked.order), asked)
    shown = [entry for row in context["rows"] for entry in row.entries]
    lens = last_used(request.membership.lens).path
    cards = drawn_cards(organisation, shown, computed.axes, lens)
    context |= {
        "mark": mark_of_all(organisation, len(journeys), sum(one.version for one in journeys)),
        "rows": drawn(context["rows"], cards),
        "headline": headline([one.journey for one in found if one.journey], computed.lines),
        "suggested": suggested(request, shown),
        "first_use": first_use(journeys, computed.lines) if request.membership.can_edit else None,
        **words_of(overview, found, life_events),
    }
    return render(request, "journeys/home.html", context)


def matching(request: OrganisationRequest, asked: Asked) -> frozenset[int]:
    if not asked.words:
        return frozenset()
    return frozenset(request.organisation.journeys.matching(asked.words).values_list("pk", flat=True))


def one_page(request: OrganisationRequest, found: list[Row], asked: Asked) -> dict:
    """Some of the rows, each folded to what leaves room for the others; a life event by itself is paged."""
    if asked.life_event and found:
        (row,) = found
        context = listing(request, row.entries, CARDS)
        return context | {"rows": [replace(row, entries=tuple(context["page"].object_list))]}
    context = listing(request, found, ROWS)
    shown = folded(context["page"].object_list)
    return context | {"rows": [replace(row, query=alone(row, asked)) for row in shown]}


def alone(row: Row, asked: Asked) -> str:
    return replace(asked, life_event=str(row.life_event.pk)).query()


def words_of(overview: Overview, found: list[Entry], life_events: list[LifeEvent]) -> dict:
    """What there is to choose from, and what to do where nothing is found."""
    asked, shown = overview.asked, filters(overview, life_events)
    return {
        "asked": asked,
        "filters": shown,
        "orders": [(label, word, replace(asked, order=word).query()) for word, label in ORDERS.items()],
        "journey_count": sum(entry.journey is not None for entry in found),
        "all_count": sum(entry.journey is not None for entry in overview.entries),
        "ways_out": [] if found else ways_out(overview, shown),
    }


def suggested(request: OrganisationRequest, shown: list[Entry]) -> list[tuple[int, str]]:
    """Whom one could follow through a life event that nobody went through yet."""
    if all(entry.journey for entry in shown):
        return []
    return list(request.organisation.personas.values_list("pk", "name")[:SUGGESTED])
