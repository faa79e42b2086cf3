"""What every request goes through, whoever asks."""

import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django_structlog.middlewares import RequestMiddleware
from structlog.contextvars import bind_contextvars

from config.errors import is_partial, refusal
from organisations.lock_out import client_address

Handler = Callable[[HttpRequest], HttpResponse]
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
SECRET = re.compile(r"(/wachtwoord/nieuw/(?=[^/]*-)|/uitnodiging/)[^/]+/")


class PlainAddressMiddleware:
    """Refuses an address with characters that nobody types; PostgreSQL knows no NUL in a text."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        parts = [request.path_info]
        for name, values in request.GET.lists():
            parts += [name, *values]
        if any(CONTROL_CHARACTER.search(part) for part in parts):
            raise BadRequest("Control characters in the address")
        return self.get_response(request)


class SignedOutMiddleware:
    """Answers 401 to a part of a page where someone is no longer signed in: a page fits nowhere."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        leads_in = response.headers.get("Location", "").startswith(reverse(settings.LOGIN_URL))
        if leads_in and is_partial(request) and not request.user.is_authenticated:
            return refusal(request, 401)
        return response


class RequestLogMiddleware(RequestMiddleware):
    """Logs each request with who, what, from where and how it ended; never what people type or a secret."""

    @classmethod
    def bind_ip(cls, request: HttpRequest) -> None:
        bind_contextvars(ip=client_address(request))

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {without_key(request.path)}"


def without_key(path: str) -> str:
    """A link to choose a password, or an invitation, lets in whoever reads it in a log."""
    return SECRET.sub(r"\1…/", path)
