"""Two to five journeys under each other on one axis of time."""

from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from journeys.comparing.choosing import JOURNEY, LIFE_EVENT, MOST, address, loaded, offer
from journeys.comparing.picture import compared
from journeys.models import Situation
from journeys.views.journey_map import chosen_situations
from organisations.access import member_required
from organisations.listing import chosen, number_in, searched
from organisations.middleware import OrganisationRequest

PAGE = "journeys/comparison.html"
FIRST = 3  # of a life event, where none is chosen yet
Rows = list[tuple[int, int, int]]


@member_required
@require_safe
def comparison(request: OrganisationRequest) -> HttpResponse:
    """`?reis=` names each journey, in order; `?levensgebeurtenis=` where to choose from; `?situatie=`."""
    life_event = chosen_life_event(request)
    rows = found_journeys(request, asked_for(request, life_event))
    situations, picked = situations_of(rows), chosen_situations(request)
    if rows and not set(picked) <= set(situations):
        raise Http404(f"unknown situation: {picked}")
    context = choice_of(request, life_event, rows) | switch_of(rows, situations, picked)
    if context["too_many"]:
        return render(request, PAGE, context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    context["drawing"] = drawn(request, rows, picked) if rows else ""
    return render(request, PAGE, context)


def choice_of(request: OrganisationRequest, life_event: int | None, rows: Rows) -> dict[str, Any]:
    """What the form to choose with shows: the journeys of one life event, and those that are chosen."""
    life_events = list(request.organisation.life_events.all())
    numbers, words = [pk for pk, _version, _event in rows], searched(request)
    events = [life_event] if life_event else [event for _pk, _version, event in rows]
    events += [one.pk for one in life_events if len(life_events) == 1]
    event = next((one for one in life_events if one.pk in events[:1]), None)
    return {
        "offer": offer(request.organisation, event and event.pk, numbers, words),
        "life_events": life_events,
        "event": event,
        "query": words,
        "count": len(numbers),
        "most": MOST,
        "too_many": len(numbers) > MOST,
        "open": not 2 <= len(numbers) <= MOST or bool(words),
    }


def switch_of(rows: Rows, situations: list[str], picked: list[str]) -> dict[str, Any]:
    """The situations that one can choose, each with the address that does so."""
    numbers = [pk for pk, _version, _event in rows]
    addresses = [(name, address(numbers, [name])) for name in situations]
    return {"situations": addresses, "chosen": picked, "everyone": address(numbers)}


def chosen_life_event(request: OrganisationRequest) -> int | None:
    """404 for one of someone else."""
    number = chosen(request, LIFE_EVENT)
    if number is not None and not request.organisation.life_events.filter(pk=number).exists():
        raise Http404
    return number


def asked_for(request: OrganisationRequest, life_event: int | None) -> list[int]:
    """The numbers in the address; a life event alone stands for its first few current journeys."""
    texts = request.GET.getlist(JOURNEY)
    numbers = [number for text in texts if (number := number_in(text)) is not None]
    if numbers or life_event is None:
        return list(dict.fromkeys(numbers))
    as_is = request.organisation.journeys.as_is().filter(life_event=life_event)
    return list(as_is.order_by("pk").values_list("pk", flat=True)[:FIRST])


def found_journeys(request: OrganisationRequest, numbers: list[int]) -> Rows:
    """(number, version, life event) of each, in order; 404 where one isn't there."""
    fields = ("pk", "version", "life_event_id")
    rows = {row[0]: row for row in request.organisation.journeys.filter(pk__in=numbers).values_list(*fields)}
    if len(rows) < len(numbers):
        raise Http404
    return [rows[number] for number in numbers]


def situations_of(rows: Rows) -> list[str]:
    """The names of all situations of these life events."""
    events = {event for _pk, _version, event in rows}
    names = Situation.objects.filter(life_event__in=events).order_by("life_event_id", "order")
    return list(dict.fromkeys(names.values_list("name", flat=True)))


def drawn(request: OrganisationRequest, rows: Rows, situations: list[str]) -> str:
    """From the cache, if nothing on it has changed."""
    shown = (rows, request.organisation.version, situations, get_language(), request.membership.can_edit)
    key = f"comparison/{sha256(repr(shown).encode()).hexdigest()}"
    html = cache.get(key)
    if html is None:
        numbers = [pk for pk, _version, _event in rows]
        journeys = loaded(request.organisation, numbers, situations)
        without = [address([other for other in numbers if other != pk], situations) for pk in numbers]
        context = {"comparison": compared(journeys, without), "can_edit": request.membership.can_edit}
        html = render_to_string("journeys/_comparison.html", context)
        cache.set(key, html)
    return html
