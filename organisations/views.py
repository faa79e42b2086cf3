"""One's own account: the organisation at hand, the name, the language."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisations.account_forms import AccountForm
from organisations.listing import number_in
from organisations.middleware import SESSION_KEY, OrganisationRequest


@login_required
@require_http_methods(["GET", "POST"])
def switch(request: HttpRequest) -> HttpResponse:
    """Choose which of one's own organisations to work for."""
    memberships = request.user.memberships.select_related("organisation")
    if request.method == "POST":
        chosen = get_object_or_404(memberships, organisation=number(request.POST.get("organisation")))
        request.session[SESSION_KEY] = chosen.organisation_id
        return redirect("home")
    return render(request, "organisations/switch.html", {"memberships": memberships})


@login_required
@never_cache
@require_safe
def session(request: OrganisationRequest) -> JsonResponse:
    """Who is signed in now, and a fresh token, for a page that was open for long."""
    organisation = request.organisation.pk if request.organisation else ""
    return JsonResponse({"person": f"{request.user.pk}-{organisation}", "token": get_token(request)})


def number(text: str | None) -> int:
    found = number_in(text or "")
    if found is None:
        raise Http404
    return found


@login_required
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        user = form.save()
        with translation.override(user.language):
            messages.success(request, _("Saved."))
        return speaking(redirect("organisations:account"), user.language)
    status = 422 if request.method == "POST" else 200
    return render(request, "organisations/account.html", {"form": form}, status=status)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language, also to someone who is signed out."""
    chosen = request.POST.get("language")
    if chosen not in dict(settings.LANGUAGES):
        raise Http404
    if request.user.is_authenticated:
        request.user.language = chosen
        request.user.save(update_fields=["language"])
    return speaking(redirect(way_back(request)), chosen)


def way_back(request: HttpRequest) -> str:
    url = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if safe else reverse("home")


def speaking(response: HttpResponse, language: str) -> HttpResponse:
    """Remember the language in the browser, so that the page to sign in speaks it too."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return response
