"""What each request knows of who asks: the organisation, the role and the language."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from organisations.models import Membership, Organisation

SESSION_KEY = "organisation"
Handler = Callable[[HttpRequest], HttpResponse]


class OrganisationRequest(HttpRequest):
    """A request as the views get it; both are None for someone who is signed out or has no organisation."""

    organisation: Organisation | None
    membership: Membership | None


class OrganisationMiddleware:
    """Puts the organisation that the user chose, and the membership of it, on the request."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: OrganisationRequest) -> HttpResponse:
        request.membership = current_membership(request)
        request.organisation = request.membership.organisation if request.membership else None
        return self.get_response(request)


def current_membership(request: HttpRequest) -> Membership | None:
    """The membership of the chosen organisation, or else the oldest: a newer one can't take its place."""
    if not request.user.is_authenticated:
        return None
    memberships = list(request.user.memberships.select_related("organisation").order_by("pk"))
    chosen = request.session.get(SESSION_KEY)
    return next(
        (membership for membership in memberships if membership.organisation_id == chosen),
        memberships[0] if memberships else None,
    )


class LanguageMiddleware:
    """Speaks the language of the user, or of the cookie where no one is signed in; Dutch otherwise.

    The browser's language is left out on purpose: many workplaces have an English browser and Dutch users.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def language_of(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return request.user.language
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
