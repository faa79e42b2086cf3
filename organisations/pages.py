"""Pages that every kind of content has: a form, a question before deleting, a no with its reasons."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

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


def use(thing: Model) -> dict[str, str]:
    """Something that still uses what is to be deleted."""
    return {"label": str(thing), "url": thing.get_absolute_url()}
