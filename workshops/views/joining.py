"""The door: a code, a made-up name, and one is in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from organisations.lock_out import client_address
from workshops.admission import participant_in
from workshops.joining import find_workshop, friendly_name, join
from workshops.models import Workshop
from workshops.phone_forms import CodeForm, JoinForm
from workshops.refusals import Refused, TooManyTries
from workshops.ticket import hand_out

# One sentence for a code that is wrong, old or behind a closed door: who guesses learns nothing from it.
CLOSED = _(
    "This code doesn't open a session now. Check the six characters on the wall. Are they right? Then the "
    "door may be closed: ask who leads the session."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_page(request: HttpRequest) -> HttpResponse:
    """Ask for the code; whoever is in a session already goes there."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.cleaned_data["code"]:
        return HttpResponseRedirect(reverse("workshops:join-code", args=[form.cleaned_data["code"]]))
    if request.method != "POST" and taking_part_in(request):
        return HttpResponseRedirect(reverse("workshops:phone"))
    context = {"form": form, "error": CLOSED if request.method == "POST" else ""}
    return render(request, "workshops/join.html", context, status=422 if context["error"] else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_with_code(request: HttpRequest, code: str) -> HttpResponse:
    """As the QR code leads to it."""
    try:
        workshop = find_workshop(code, client_address(request))
    except TooManyTries as refused:
        return refusal(request, code, str(refused), 429)
    except Refused:
        mine = taking_part_in(request)
        known = mine and mine.code == "".join(code.upper().split())
        if known:
            return HttpResponseRedirect(reverse("workshops:phone"))
        return refusal(request, code, CLOSED, 404)
    if taking_part_in(request) == workshop:
        return HttpResponseRedirect(reverse("workshops:phone"))
    form = JoinForm(request.POST or None, initial={"nickname": friendly_name(workshop)})
    if request.method == "POST" and form.is_valid():
        return admit(request, workshop, form)
    context = {"form": form, "workshop": workshop}
    return render(request, "workshops/join_as.html", context, status=422 if form.errors else 200)


def admit(request: HttpRequest, workshop: Workshop, form: JoinForm) -> HttpResponse:
    try:
        participant, token = join(workshop, **form.cleaned_data)
    except Refused:  # the door was closed while the name was typed
        return refusal(request, workshop.code, CLOSED, 404)
    response = HttpResponseRedirect(reverse("workshops:phone"))
    hand_out(request, response, participant, token)
    return response


def taking_part_in(request: HttpRequest) -> Workshop | None:
    found = participant_in(request)
    return found and found.workshop


def refusal(request: HttpRequest, code: str, error: str, status: int) -> HttpResponse:
    form = CodeForm(initial={"code": CodeForm.shown(code)})
    return render(request, "workshops/join.html", {"form": form, "error": error}, status=status)
