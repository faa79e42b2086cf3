"""What machines ask: whether this server works, and what they may read."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


def plain(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return plain("ok")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The process can work: its database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return plain("no database", status=503)
    return plain("ok")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return plain("User-agent: *\nDisallow: /")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness: RFC 9116 asks for a contact and a day after which to ask again."""
    if not settings.SECURITY_TXT_CONTACT:
        raise Http404
    expires = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=180)
    lines = [
        f"Contact: {settings.SECURITY_TXT_CONTACT}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: nl, en",
    ]
    return plain("\n".join(lines))
