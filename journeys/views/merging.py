"""Two touchpoints become one: choose the other, see what moves, choose which stays."""

from django import forms
from django.contrib import messages
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from journeys.merging import Side, merge_touchpoints
from organisations.access import editor_required
from organisations.listing import chosen
from organisations.middleware import OrganisationRequest
from organisations.models import Sent
from organisations.moving import Sisters
from organisations.pages import posted
from touchpoints.doubles import doubles_in, doubles_of
from touchpoints.models import Touchpoint
from touchpoints.querysets import landing, passing


class StaysForm(forms.Form):
    """Which of the two stays."""

    stays = Sisters(
        label=gettext_lazy("Which one stays?"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, data, *, pair: tuple[Touchpoint, Touchpoint]) -> None:
        super().__init__(data)
        rows = Touchpoint.objects.filter(pk__in=[one.pk for one in pair]).with_place()
        self.fields["stays"].queryset = rows
        self.fields["stays"].error_messages["required"] = _("Choose which one stays.")


@editor_required
@require_http_methods(["GET", "POST"])
def touchpoint_merge(request: OrganisationRequest, touchpoint: int) -> HttpResponse:
    """With `?met=` the other one; without it, the choice of one."""
    rows = request.organisation.touchpoints.with_place()
    one = get_object_or_404(rows, pk=touchpoint)
    number = chosen(request, "met")
    if number is None or number == one.pk:
        return choose_other(request, one)
    other = get_object_or_404(rows, pk=number)
    form = StaysForm(posted(request), pair=(one, other))
    if not form.is_valid():
        return ask(request, one, other, form)
    kept = form.cleaned_data["stays"]
    return merged(request, other if kept == one else one, kept)


def choose_other(request: OrganisationRequest, one: Touchpoint) -> HttpResponse:
    numbers = doubles_of(one.pk, doubles_in(request.organisation))
    others = request.organisation.touchpoints.with_place().exclude(pk=one.pk)
    context = {
        "touchpoint": one,
        "likely": others.filter(pk__in=numbers),
        "others": others.exclude(pk__in=numbers),
    }
    return render(request, "journeys/touchpoint_merge_choose.html", context)


def ask(request: OrganisationRequest, one: Touchpoint, other: Touchpoint, form: StaysForm) -> HttpResponse:
    sides = [
        Side(row, list(passing(row)), [place.improvement for place in landing(row)]) for row in (one, other)
    ]
    context = {"sides": sides, "form": form, "touchpoint": one}
    return render(request, "journeys/touchpoint_merge.html", context, status=422 if form.is_bound else 200)


def merged(request: OrganisationRequest, old: Touchpoint, kept: Touchpoint) -> HttpResponse:
    name, page = old.name_in_full, old.get_absolute_url()
    try:
        told = merge_touchpoints(old, kept, by=request.user)
        Sent.forget(page)
    except (ProtectedError, IntegrityError):
        messages.error(request, _("A colleague used it just now, so it is still there. Try again."))
        return redirect(page)
    messages.success(request, " ".join([_("Merged: %(name)s is gone.") % {"name": name}, *told]))
    return redirect(kept)
