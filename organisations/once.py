"""A change that is sent twice, because its answer got lost on the way, is made once."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.contrib import messages
from django.db import OperationalError, transaction
from django.db.models import Model
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django_htmx.http import trigger_client_event
from psycopg2.errors import DeadlockDetected

from organisations.middleware import OrganisationRequest
from organisations.models import Sent

FIELD = "once"  # each form carries a random token, and so does each request of a module
LONGEST = 500  # of an address
COOKIE = "saved"  # tells the browser, after a redirect, which form it may forget

View = Callable[..., HttpResponse]


def written_once(view: View) -> View:
    """Whatever a request writes is written whole or not at all, and a repeat of it not again."""

    @wraps(view)
    def guarded(request: OrganisationRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        try:
            return once(view, request, *args, **kwargs)
        except OperationalError as error:
            if not isinstance(error.__cause__, DeadlockDetected):
                raise
            # Two changes waited for each other. The database took this one back, so the other is done by now.
            return once(view, request, *args, **kwargs)

    return guarded


@transaction.atomic
def once(view: View, request: OrganisationRequest, *args, **kwargs) -> HttpResponse:
    key = key_of(request)
    if key and not Sent.is_first(request.user.pk, key):
        return repeated(request, key)
    response = view(request, *args, **kwargs)
    if response.status_code >= 400:
        transaction.set_rollback(True)
    elif key:
        remember(request, key, response)
    return response


def key_of(request: OrganisationRequest) -> str:
    """Of all that was sent: the same form with another text in it is another change."""
    if not request.POST.get(FIELD):
        return ""
    fields = sorted((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    return sha256(repr((request.get_full_path(), fields)).encode()).hexdigest()


def made_before(request: OrganisationRequest) -> str:
    """Where the row is that this very form made; empty for one that made none, which from now on has."""
    token = request.POST.get(FIELD)
    if not token or Sent.is_first(request.user.pk, key_of_form(request)):
        return ""
    return Sent.objects.get(user=request.user, key=key_of_form(request)).location


def tell_made(request: OrganisationRequest, row: Model) -> None:
    location = row.get_absolute_url()[:LONGEST]
    Sent.objects.filter(user=request.user, key=key_of_form(request)).update(location=location)


def key_of_form(request: OrganisationRequest) -> str:
    """Of the form itself, whatever was typed in it."""
    return sha256(repr((request.path, request.POST.get(FIELD))).encode()).hexdigest()


def remember(request: OrganisationRequest, key: str, response: HttpResponse) -> None:
    location = response.headers.get("Location", "")
    if location:
        Sent.objects.filter(user=request.user, key=key).update(location=location[:LONGEST])
        tell_saved(request, response)


def repeated(request: OrganisationRequest, key: str) -> HttpResponse:
    """Lead where the first answer led; a page that asked for a part has to look anew."""
    location = Sent.objects.get(user=request.user, key=key).location
    if request.htmx:
        return trigger_client_event(HttpResponse(status=204), "stale")
    messages.info(request, _("This was saved already. Nothing was saved twice."))
    return tell_saved(request, HttpResponseRedirect(location or request.get_full_path()))


def tell_saved(request: OrganisationRequest, response: HttpResponse) -> HttpResponse:
    secure = request.is_secure()
    response.set_cookie(COOKIE, request.POST[FIELD], max_age=3600, secure=secure, samesite="Lax")
    return response
