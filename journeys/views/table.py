"""The cells of the table: each a form of one field, in its place or on a page of its own."""

from secrets import token_hex

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from journeys.changes import changing
from journeys.lane_choice import hidden_lanes
from journeys.lenses import BY_SLUG
from journeys.looking import Look
from journeys.models import Journey
from journeys.table.columns import BY_KEY, shown_columns
from journeys.table.forms import cell_form, heading_of
from journeys.table.paste_form import WRITE, PasteForm, Pasting, pasting_of
from journeys.table.rows import Row
from journeys.table.view import view_of
from journeys.views.choice import chosen_numbers
from journeys.views.editing import Editor, edit
from journeys.views.journey_map import chosen_situations, picture_of
from journeys.views.steps import find_journey, find_step
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest
from organisations.once import FIELD
from organisations.pages import posted


@editor_required
@require_http_methods(["GET", "POST"])
def step_cell(request: OrganisationRequest, journey: int, step: int, column: str) -> HttpResponse:
    """One field of a step, by the key of its column in the table."""
    found = find_journey(request, journey)
    row, known = find_step(found, step), BY_KEY.get(column)
    if known is None or not known.field:
        raise Http404
    table = f"{found.get_absolute_url()}tabel/"
    focus, announce = f"c{step}-{column}", _("Saved: %(column)s") % {"column": known.name}
    heading, hint = heading_of(known, row.title), "journeys/lenses/_table_hint.html"
    editor = Editor(heading, focus, f"{table}#{focus}", announce, hint=hint)
    response = edit(
        request,
        found,
        editor,
        lambda data: cell_form(data, known, step=find_step(found, step), life_event=found.life_event),
    )
    return response if response.status_code != 302 else HttpResponseRedirect(editor.cancel)


@editor_required
@require_http_methods(["GET", "POST"])
def table_paste(request: OrganisationRequest, journey: int) -> HttpResponse:
    """A block of a spreadsheet: what would change is shown first, and then written in one change."""
    found = find_journey(request, journey)
    picture = picture_of(found, chosen_situations(request))[1]
    look = Look(found.get_absolute_url(), BY_SLUG["tabel"], request.GET)
    form = PasteForm(
        posted(request),
        rows=on_screen(request, view_of(look).of(picture)),
        columns=shown_columns(hidden_lanes(request)),
        initial=request.GET,
    )
    if not form.is_valid():
        return paste_page(request, found, form, look)
    with changing(found, by=request.user):
        pasting = pasting_of(form, found, request.POST)
        writes = WRITE in request.POST and pasting.is_ready and pasting.writes
        made = pasting.save() if writes else []
    if not writes:
        return paste_page(request, found, form, look, pasting)
    messages.success(request, told(pasting.changed, len(made)))
    return HttpResponseRedirect(look.address())


def on_screen(request: OrganisationRequest, rows: list[Row]) -> list[Row]:
    """In the order in which they were on screen, whatever was changed since."""
    asked = {number: place for place, number in enumerate(chosen_numbers(request.POST, "rij"))}
    if not asked:
        return rows
    return sorted((row for row in rows if row.id in asked), key=lambda row: asked[row.id])


def paste_page(
    request: OrganisationRequest,
    journey: Journey,
    form: PasteForm,
    look: Look,
    pasting: Pasting | None = None,
) -> HttpResponse:
    """With 422 while nothing was written yet: what was sent is kept."""
    context = {
        "journey": journey,
        "form": form,
        "pasting": pasting,
        "phases": journey.phases.all(),
        "token": request.POST.get(FIELD) or token_hex(16),
        "back": look.address(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "journeys/table_paste.html", context, status=status)


def told(changed: int, made: int) -> str:
    """What was written, in words."""
    cells = ngettext("%(count)s cell changed", "%(count)s cells changed", changed) % {"count": changed}
    steps = ngettext("%(count)s step made", "%(count)s steps made", made) % {"count": made}
    said = ", ".join(words for count, words in ((changed, cells), (made, steps)) if count)
    return _("%(said)s. One ‘Undo’ takes all of it back.") % {"said": said}
