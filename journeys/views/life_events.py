"""Life events: what happens to people, and the journeys through it."""

from hashlib import sha256

from django.core.cache import cache
from django.db.models import Count
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from journeys.documents import document_of
from journeys.drawing_small import shared_axis
from journeys.figures import life_event_figures
from journeys.models import LifeEvent
from journeys.subject_forms import LifeEventForm
from organisations.access import editor_required, member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.moving import MoveForm
from organisations.pages import delete_page, edit_page, new_page, posted, use


@member_required
@require_safe
def life_event_list(request: OrganisationRequest) -> HttpResponse:
    life_events = request.organisation.life_events.matching(searched(request)).with_counts()
    return render(request, "journeys/life_event_list.html", listing(request, life_events))


@member_required
@require_safe
def life_event_page(request: OrganisationRequest, life_event: int) -> HttpResponse:
    life_event = get_object_or_404(request.organisation.life_events, pk=life_event)
    context = listing(request, life_event.journeys.values_list("pk", flat=True))
    shown = life_event.journeys.filter(pk__in=list(context["page"].object_list))
    journeys = shown.in_small(request.organisation.version)
    new = f"{reverse('journeys:journey-new')}?levensgebeurtenis={life_event.pk}"
    context |= {
        "life_event": life_event,
        "situations": life_event.situations.annotate(step_count=Count("step_situations")).order_by("order"),
        "journeys": journeys,
        "axis": shared_axis(journeys),
        "places": places_of(request, life_event),
        "new_journey": new * request.membership.can_edit,
    }
    return render(request, "journeys/life_event.html", context)


def places_of(request: OrganisationRequest, life_event: LifeEvent) -> list[dict]:
    """Where people already are, each with its touchpoint; computed again when a journey changed."""
    seen = repr(list(life_event.journeys.values_list("pk", "version")))
    digest = sha256(seen.encode()).hexdigest()
    key = f"places/{life_event.pk}/{request.organisation.version}/{digest}"
    places = cache.get_or_set(key, lambda: computed_places(life_event))
    names = {place["name"] for place in places}
    touchpoints = {
        (touchpoint.name, touchpoint.party.name, touchpoint.channel): touchpoint
        for touchpoint in request.organisation.touchpoints.with_place().filter(name__in=names)
    }
    return [
        {**place, "touchpoint": touchpoints.get((place["name"], place["party"], place["channel"]))}
        for place in places
    ]


def computed_places(life_event: LifeEvent) -> list[dict]:
    documents = [document_of(journey) for journey in life_event.journeys.whole()]
    return life_event_figures(documents)["places"]


@editor_required
@require_http_methods(["GET", "POST"])
def life_event_new(request: OrganisationRequest) -> HttpResponse:
    form = LifeEventForm(posted(request), organisation=request.organisation)
    intro = _("Something that happens to people, not a product of ours: having a child, moving house.")
    back = reverse("journeys:life-event-list")
    return new_page(request, form, heading=_("New life event"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def life_event_edit(request: OrganisationRequest, life_event: int) -> HttpResponse:
    life_event = get_object_or_404(request.organisation.life_events, pk=life_event)
    form = LifeEventForm(posted(request), instance=life_event, organisation=request.organisation)
    return edit_page(request, form, saved=_("The life event is saved."))


@editor_required
@require_http_methods(["GET", "POST"])
def life_event_delete(request: OrganisationRequest, life_event: int) -> HttpResponse:
    life_event = get_object_or_404(request.organisation.life_events, pk=life_event)
    return delete_page(
        request,
        life_event,
        uses=[use(journey) for journey in life_event.journeys.all()],
        refusal=_("These journeys are about this life event."),
        move=move_life_event_form(life_event),
        question=_("There is no journey through this life event. Its situations go with it."),
        deleted=_("The life event is deleted."),
        after="journeys:life-event-list",
    )


def move_life_event_form(life_event: LifeEvent, data: QueryDict | None = None) -> MoveForm:
    return MoveForm(
        data,
        row=life_event,
        sisters=life_event.organisation.life_events.all(),
        address=reverse("journeys:life-event-move", args=[life_event.pk]),
        note=_(
            "Steps keep their situations, by name. Days count from the moment of the one that you choose."
        ),
    )
