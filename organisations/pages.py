"""Pages that every kind of content has: a form, a question before deleting, a no with its reasons."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.forms import BaseForm, ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

REFUSED, IN_USE = 422, 409


def posted(request: HttpRequest) -> QueryDict | None:
    """What was typed; None where nothing was sent, so that a form starts without errors."""
    return request.POST if request.method == "POST" else None


def form_page(request: HttpRequest, form: BaseForm, **words: Any) -> HttpResponse:
    """`words`: heading, action (on the button), back (where Cancel goes) and intro."""
    status = REFUSED if form.is_bound else 200
    return render(request, "form_page.html", {"form": form, **words}, status=status)


def confirm_page(request: HttpRequest, **words: Any) -> HttpResponse:
    """`words`: heading, text, action (on the button) and back (where Cancel goes)."""
    return render(request, "confirm_page.html", {"danger": True, **words})


def in_use_page(request: HttpRequest, uses: Sequence[Mapping[str, str]], **words: Any) -> HttpResponse:
    """What can't be deleted yet, and why. `uses`: label and url of each; `words`: heading, text and back."""
    status = IN_USE if request.method == "POST" else 200
    return render(request, "in_use_page.html", {"uses": uses, **words}, status=status)


def edit_page(
    request: HttpRequest,
    form: ModelForm,
    *,
    saved: str,
    heading: str = "",
    save: Callable[[], Any] | None = None,
    **words: Any,
) -> HttpResponse:
    """The form of a row, or back to its page once it is saved, which `saved` tells."""
    back = form.instance.get_absolute_url()
    heading = heading or _("Edit %(name)s") % {"name": form.instance}
    if not form.is_valid():
        return form_page(request, form, heading=heading, action=_("Save"), back=back, **words)
    with transaction.atomic():
        (save or form.save)()
    messages.success(request, saved)
    return redirect(back)


def delete_page(
    request: HttpRequest,
    row: Model,
    *,
    question: str,
    deleted: str,
    after: str,
    heading: str = "",
    uses: Sequence[Mapping[str, str]] = (),
    refusal: str = "",
) -> HttpResponse:
    """Refuses while there are `uses`, asks with `question`, and goes on to the list named `after`."""
    heading = heading or _("Delete %(name)s?") % {"name": row}
    back = row.get_absolute_url()
    if uses:
        return in_use_page(request, uses, heading=heading, text=refusal, back=back)
    if request.method != "POST":
        return confirm_page(request, heading=heading, text=question, action=_("Delete"), back=back)
    row.delete()
    messages.success(request, deleted)
    return redirect(after)


def use(thing: Model) -> dict[str, str]:
    """Something that still uses what is to be deleted."""
    return {"label": str(thing), "url": thing.get_absolute_url()}
