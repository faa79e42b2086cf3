"""The link of an invitation: a name and a password, or one's own account, and one is a member."""

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from organisations.invitation_forms import AcceptForm
from organisations.middleware import SESSION_KEY
from organisations.models import Invitation, User

GONE = 410


@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Anyone may try a link, but not often: there are far too many to guess."""
    if refused := ratelimit.consume_or_429(request, action="invitation", limit_get=True):
        return refused
    found = Invitation.objects.of_token(token)
    if found is None:
        return unusable(request, found, status=404)
    with translation.override(spoken(request, found)):
        if not found.is_open:
            return unusable(request, found, status=GONE)
        return welcome(request, found)


def spoken(request: HttpRequest, found: Invitation) -> str:
    """What was chosen for it, until its reader chooses another."""
    chosen = request.user.is_authenticated or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return translation.get_language() if chosen else found.language


def unusable(request: HttpRequest, found: Invitation | None, status: int) -> HttpResponse:
    """Says in words why this link does nothing."""
    context = {"invitation": found, "state": found.state if found else None}
    return render(request, "organisations/invitation_unusable.html", context, status=status)


def welcome(request: HttpRequest, found: Invitation) -> HttpResponse:
    account = User.objects.filter(email__iexact=found.email).first()
    if request.user.is_authenticated:
        return join(request, found) if request.user == account else other_account(request, found)
    if account:
        context = {"invitation": found, "next": request.path}
        return render(request, "organisations/invitation_sign_in.html", context)
    return begin(request, found)


def join(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Who is signed in with the address that was invited only has to say yes."""
    if request.method != "POST":
        return render(request, "organisations/invitation_join.html", {"invitation": found})
    if not found.accept(request.user):
        return redirect(request.path)
    return arrived(request, found, redirect("home"))


def other_account(request: HttpRequest, found: Invitation) -> HttpResponse:
    return render(request, "organisations/invitation_other.html", {"invitation": found}, status=403)


def begin(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Who is new chooses a name and a password, and is signed in at once."""
    form = AcceptForm(request.POST if request.method == "POST" else None, invitation=found)
    if form.is_valid():
        user = made(form, found)
        if user is None:  # someone was quicker with the same link
            return redirect(request.path)
        response = perform_login(request, user, email_verification="none", redirect_url="/")
        return arrived(request, found, response)
    context = {"invitation": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "organisations/invitation_accept.html", context, status=status)


def made(form: AcceptForm, found: Invitation) -> User | None:
    try:
        with transaction.atomic():
            user = form.save()
            if found.accept(user):
                return user
            transaction.set_rollback(True)
    except IntegrityError:  # the address got an account meanwhile
        pass
    return None


def arrived(request: HttpRequest, found: Invitation, response: HttpResponse) -> HttpResponse:
    request.session[SESSION_KEY] = found.organisation_id
    messages.success(request, _("Welcome at %(organisation)s.") % {"organisation": found.organisation})
    return response
