"""What every edit on the map has in common: a form that opens in its cell, or on a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from journeys.changes import changing
from journeys.models import Journey, Phase, Step
from journeys.redrawing import Seen
from journeys.remembered import state_of
from journeys.views.journey_map import changed, picture_of, situations_on_screen
from journeys.views.panel import cell_at_work, cell_in
from organisations.middleware import OrganisationRequest


@dataclass(frozen=True, slots=True)
class Editor:
    """An open form: `focus` is its cell, which gets the focus back; `cancel` draws that cell again.

    `structure`: what else can be done here (move, delete), as a template and its context.
    `action`: what its button says, where that is not that it saves. `hint`: which keys it has.
    """

    heading: str
    focus: str
    cancel: str
    announce: str
    structure: str = ""
    structure_context: dict | None = None
    action: str = ""
    hint: str = "journeys/_editor_hint.html"


def step_cancel(journey: Journey, step: Step, lane: str) -> str:
    """Draws the cell of a step again, as it was before an edit."""
    return f"{journey.get_absolute_url()}stappen/{step.pk}/?vak={lane}"


def phase_cancel(journey: Journey, phase: Phase) -> str:
    """Draws the head of a phase again, as it was before an edit."""
    return f"{journey.get_absolute_url()}fasen/{phase.pk}/?vak=kop"


def save_form(form: BaseForm) -> None:
    """Save, and leave the focus where the editor was."""
    form.save()


def edit(
    request: OrganisationRequest,
    journey: Journey,
    editor: Editor,
    make_form: Callable[..., BaseForm],
    save: Callable[[BaseForm], str | None] = save_form,
) -> HttpResponse:
    """Show the form, or save what was posted; `make_form` is called under the lock, and so reads anew.

    `save` may return the id of what gets the focus, where that is something new.
    """
    if request.method != "POST":
        return opened(request, journey, editor, make_form(None))
    before, focus = map_before(request, journey), None
    with changing(journey, by=request.user, savepoint=False):
        form = make_form(request.POST)
        if form.is_valid():
            focus = save(form)
    if form.errors:
        return opened(request, journey, editor, form, status=422)
    return changed(request, journey, before, focus=focus or editor.focus, announce=editor.announce)


def map_before(request: OrganisationRequest, journey: Journey) -> Seen | None:
    """What the user sees now, to tell what has to be drawn again; a full page needs no such thing."""
    if not request.htmx:
        return None
    state = state_of(journey, request.organisation)
    return Seen(*picture_of(journey, situations_on_screen(request), state))


def opened(
    request: OrganisationRequest, journey: Journey, editor: Editor, form: BaseForm, status: int = 200
) -> HttpResponse:
    """The form alone in its cell, or on a page: one template, whole or in part."""
    template = "journeys/_editor.html" if request.htmx else "journeys/editor_page.html"
    if not request.htmx:
        begin_at_first_field(form)
    context = {"journey": journey, "editor": editor, "form": form, "in_cell": bool(request.htmx)}
    context["cell"] = cell_in(request, editor.focus)
    context |= editor.structure_context or {}
    response = render(request, template, context, status=status)
    response.headers["Vary"] = "HX-Request"
    return response


def begin_at_first_field(form: BaseForm) -> None:
    """The page has the focus there, or at the first that was refused; a group of choices can't have it."""
    fields = [field for field in form.visible_fields() if not field.use_fieldset]
    first = next((field for field in fields if field.errors), fields[0] if fields else None)
    if first:
        first.field.widget.attrs["autofocus"] = True


def confirmation(
    request: OrganisationRequest, journey: Journey, context: dict, status: int = 200
) -> HttpResponse:
    """Ask before deleting `what`; `note` says what goes along, `refused` why it can't be done."""
    template = "journeys/_confirm.html" if request.htmx else "journeys/confirm_page.html"
    response = render(
        request,
        template,
        {"journey": journey, "in_cell": bool(request.htmx), "cell": cell_at_work(request), **context},
        status=status,
    )
    response.headers["Vary"] = "HX-Request"
    return response
