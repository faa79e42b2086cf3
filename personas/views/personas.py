"""The personas of an organisation."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest
from organisations.moving import MoveForm
from organisations.pages import delete_page, edit_page, new_page, posted, use
from personas.forms import PersonaForm
from personas.models import Persona


@member_required
@require_safe
def persona_list(request: OrganisationRequest) -> HttpResponse:
    personas = request.organisation.personas.matching(searched(request)).with_counts()
    return render(request, "personas/persona_list.html", listing(request, personas))


@member_required
@require_safe
def persona_page(request: OrganisationRequest, persona: int) -> HttpResponse:
    persona = get_object_or_404(request.organisation.personas, pk=persona)
    new = f"{reverse('journeys:journey-new')}?persona={persona.pk}"
    context = {
        "persona": persona,
        "journeys": persona.journeys.in_small(request.organisation.version),
        "new_journey": new * request.membership.can_edit,
    }
    return render(request, "personas/persona.html", context)


@member_required
@require_safe
def persona_wall(request: OrganisationRequest, persona: int) -> HttpResponse:
    """The persona on one sheet of paper, to hang where people work."""
    persona = get_object_or_404(request.organisation.personas, pk=persona)
    journeys = persona.journeys.in_small(request.organisation.version)
    return render(request, "personas/persona_wall.html", {"persona": persona, "journeys": journeys})


@editor_required
@require_http_methods(["GET", "POST"])
def persona_new(request: OrganisationRequest) -> HttpResponse:
    """From nothing, or with `?kopie=` from another persona: all but its name."""
    example = request.organisation.personas.filter(pk=chosen(request, "kopie")).first()
    initial = example.begins_copy() if example else {}
    form = PersonaForm(posted(request), organisation=request.organisation, initial=initial)
    intro = _("A persona stands for many people. It is made up out of research, and never a real person.")
    heading = _("Copy of %(name)s") % {"name": example} if example else _("New persona")
    back = example.get_absolute_url() if example else reverse("personas:persona-list")
    return new_page(request, form, heading=heading, back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def persona_edit(request: OrganisationRequest, persona: int) -> HttpResponse:
    persona = get_object_or_404(request.organisation.personas, pk=persona)
    form = PersonaForm(posted(request), instance=persona, organisation=request.organisation)
    return edit_page(request, form, saved=_("The persona is saved."))


@editor_required
@require_http_methods(["GET", "POST"])
def persona_delete(request: OrganisationRequest, persona: int) -> HttpResponse:
    persona = get_object_or_404(request.organisation.personas, pk=persona)
    return delete_page(
        request,
        persona,
        uses=[use(journey) for journey in persona.journeys.all()],
        refusal=_("These journeys are about this persona."),
        move=move_persona_form(persona),
        question=_("The persona is not used in any journey."),
        deleted=_("The persona is deleted."),
        after="personas:persona-list",
    )


def move_persona_form(persona: Persona, data: QueryDict | None = None) -> MoveForm:
    return MoveForm(
        data,
        row=persona,
        sisters=persona.organisation.personas.all(),
        address=reverse("journeys:persona-move", args=[persona.pk]),
        note=_("The journeys keep their titles and all that is on their maps."),
    )
