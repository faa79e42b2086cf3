"""What was done to a journey: undo it, do it again, look at how it was, and bring that back."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import groupby

from django.contrib import messages
from django.db import transaction
from django.forms import ModelForm, TextInput
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from journeys.journal import Written
from journeys.models import Change, Journey
from journeys.reverting import Changed, Gone, Stuck, revert
from journeys.story import Teller, Told, cell_of, point
from journeys.undoing import Elsewhere, Nothing, TakenBack, redo, restore, rows_since, stacks, undo
from journeys.views.editing import map_before
from journeys.views.journey_map import changed, context_of
from journeys.views.steps import find_journey
from organisations.access import editor_required, member_required
from organisations.guarded import Guarded
from organisations.listing import ROWS, listing, number_in
from organisations.middleware import OrganisationRequest
from organisations.pages import form_page, posted


class NameForm(Guarded, ModelForm):
    class Meta:
        model = Change
        fields = ["name"]
        widgets = {"name": TextInput(attrs={"autofocus": True})}


def find_change(journey: Journey, change: int) -> Change:
    return get_object_or_404(journey.changes.told(), pk=change)


@editor_required
@require_POST
def journey_undo(request: OrganisationRequest, journey: int) -> HttpResponse:
    """The user's last change; with `wijziging` only if that is the one, with `voor` the one before that."""
    number, before = asked(request, "wijziging"), asked(request, "voor")
    found = find_journey(request, journey)
    take_back = partial(undo, found, request.user, number, before=before)
    return taken_back(request, found, take_back, _("Undone: %(deed)s"), past=before)


def asked(request: OrganisationRequest, name: str) -> int | None:
    """The number of a change that a form names."""
    return number_in(request.POST.get(name, ""))


@editor_required
@require_POST
def journey_redo(request: OrganisationRequest, journey: int) -> HttpResponse:
    """What the user undid last."""
    found = find_journey(request, journey)
    return taken_back(request, found, lambda: redo(found, request.user), _("Done again: %(deed)s"))


def taken_back(
    request: OrganisationRequest,
    journey: Journey,
    take_back: Callable[[], TakenBack],
    words: str,
    past: int | None = None,
) -> HttpResponse:
    """The map as it is now, or with the reason why nothing was done.

    What is stuck is told once: whoever undoes again passes it by (`past`), until they do something else.
    """
    before, focus = map_before(request, journey), "map"
    try:
        change, rows, left = take_back()
    except (Nothing, Stuck) as problem:
        past = getattr(problem, "number", past)
        announce = refusal(problem)
        if past in stacks(journey, request.user).done[1:]:
            announce += " " + _("Undo once more to undo what you did before that.")
    else:
        focus = cell_of(rows)
        first, known = change.undoes if change.takes_back else change, {change.context: rows}
        deed = Teller(journey).told([first], known)[0].words
        announce = " ".join([words % {"deed": deed}, *left_away(left)])
    if not request.htmx:
        messages.info(request, announce)
    return changed(request, journey, before, focus=focus, announce=announce, past=past)


def left_away(left: list[Written]) -> list[str]:
    """What did not come back, in words: nothing where all did."""
    kinds = Counter(str(written.model._meta.verbose_name) for written in left)
    what = ", ".join(f"{kind} ({count})" for kind, count in kinds.items())
    return [_("Not back, because it was deleted since: %(what)s.") % {"what": what}] if left else []


def refusal(problem: Exception) -> str:
    """Why something can't be undone, in words."""
    return {
        Nothing: _("There is nothing more to undo or to do again."),
        Changed: _("This can't be undone: someone has worked on it since. The history shows who."),
        Gone: _("This can't be undone: something that it needs was deleted since."),
        Elsewhere: _("This can't be undone here: the change was made in several journeys at once."),
    }[type(problem)]


@member_required
@require_safe
def history(request: OrganisationRequest, journey: int) -> HttpResponse:
    """All changes in words, the newest first."""
    found = find_journey(request, journey)
    context = listing(request, found.changes.told().newest_first())
    told = Teller(found).told(context["page"].object_list)
    context |= {"journey": found, "days": by_day(told)}
    return render(request, "journeys/history.html", context | {"can_edit": request.membership.can_edit})


def by_day(told: list[Told]) -> list[tuple[date, list[Told]]]:
    days = groupby(told, key=lambda one: localtime(one.change.made_at).date())
    return [(day, list(changes)) for day, changes in days]


@member_required
@require_safe
def history_point(request: OrganisationRequest, journey: int, change: int) -> HttpResponse:
    """The map as it was right after a change; nothing can be edited there."""
    found = find_journey(request, journey)
    at = find_change(found, change)
    context = {"journey": found, "change": at, "point": point(at), "can_edit": request.membership.can_edit}
    try:
        context["content"] = drawn_as_it_was(request, found, at)
    except Gone:
        context["gone"] = True
    return render(request, "journeys/history_point.html", context)


def drawn_as_it_was(request: OrganisationRequest, journey: Journey, change: Change) -> str:
    """Bring it back, draw it, and leave it at that: what is shown is what a restore would give."""
    with transaction.atomic():
        revert(rows_since(journey, change), strictly=False)
        context = context_of(request, journey, []) | {"can_edit": False, "look": None}
        html = render_to_string("journeys/_journey.html", context)
        transaction.set_rollback(True)
    return html


@editor_required
@require_POST
def history_restore(request: OrganisationRequest, journey: int, change: int) -> HttpResponse:
    """Bring it back as a new change: what came after stays in the history, and this can be undone too."""
    found = find_journey(request, journey)
    at = find_change(found, change)
    try:
        restore(found, at, request.user)
    except Gone:
        messages.error(request, _("This can't be brought back: something that it needs was deleted since."))
        return redirect("journeys:history", found.pk)
    messages.success(request, _("The journey is again as it was: %(point)s.") % {"point": point(at)})
    return redirect(found)


@editor_required
@require_http_methods(["GET", "POST"])
def history_name(request: OrganisationRequest, journey: int, change: int) -> HttpResponse:
    """Give the journey as it was right after a change a name, to find it again."""
    found = find_journey(request, journey)
    form = NameForm(posted(request), instance=find_change(found, change))
    back = in_the_list(found, form.instance)
    if form.is_valid():
        form.save()
        messages.success(request, _("The name is saved."))
        return redirect(back)
    intro = _("For example “After the session with midwives”. Leave it empty to take the name away.")
    words = {"heading": _("Name this point"), "action": _("Save"), "back": back, "intro": intro}
    return form_page(request, form, **words)


def in_the_list(journey: Journey, change: Change) -> str:
    """The address of its line in the history, on the page where it stands."""
    newer = journey.changes.after(change).count()
    page = newer // ROWS + 1
    return f"{reverse('journeys:history', args=[journey.pk])}?pagina={page}#wijziging-{change.pk}"
