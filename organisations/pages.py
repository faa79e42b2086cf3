"""Pages that every kind of content has: a form, a question before deleting, a no with its reasons."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Model, ProtectedError
from django.forms import BaseForm, ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _

from organisations.models import Sent
from organisations.moving import MoveForm
from organisations.once import made_before, tell_made

REFUSED, IN_USE, MADE = 422, 409, 409
SHOWN = 50  # of what still uses a row


def is_partial(request: HttpRequest) -> bool:
    """Whether a part of the page is asked for, by who has the page around it."""
    return request.headers.get("HX-Request-Type") == "partial"


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
    """What can't be deleted yet, and why. `uses`: label and url; `words`: heading, text, back, move."""
    status = IN_USE if request.method == "POST" else 200
    context = {"uses": uses[:SHOWN], "others": len(uses[SHOWN:]), **words}
    return render(request, "in_use_page.html", context, status=status)


def new_page(
    request: HttpRequest,
    form: ModelForm,
    *,
    save: Callable[[], Model] | None = None,
    to: Callable[[Any], str] = resolve_url,
    **words: Any,
) -> HttpResponse:
    """The form of a new row, then `to` its page. Who comes back to the form makes no second one unasked."""
    words = {"action": _("Save"), **words}
    with transaction.atomic():
        if request.method == "POST" and (made := made_before(request)):
            return render(request, "form_page.html", {"form": form, "made": made, **words}, status=MADE)
        if not form.is_valid():
            return form_page(request, form, **words)
        row = (save or form.save)()
        tell_made(request, row)
    return redirect(to(row))


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
    move: MoveForm | None = None,
) -> HttpResponse:
    """Refuses while there are `uses` (or offers to `move` them), asks with `question`, goes on to `after`."""
    heading = heading or _("Delete %(name)s?") % {"name": row}
    back = row.get_absolute_url()
    if uses:
        offered = move if move and move.can_move else None
        return in_use_page(request, uses, heading=heading, text=refusal, back=back, move=offered, alone=move)
    if request.method != "POST":
        return confirm_page(request, heading=heading, text=question, action=_("Delete"), back=back)
    try:
        row.delete()
        Sent.forget(back)
    except ProtectedError:
        messages.error(request, _("A colleague used it just now, so it is still there. Try again."))
        return redirect(back)
    messages.success(request, deleted)
    return redirect(after)


def use(thing: Model) -> dict[str, str]:
    """Something that still uses what is to be deleted."""
    return {"label": str(thing), "url": thing.get_absolute_url()}
