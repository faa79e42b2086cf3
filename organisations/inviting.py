"""Sends the link of an invitation; where no mail goes out, who invites gets it to hand over."""

from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from organisations.models import Invitation

# These backends show or drop a message: nobody gets it.
NOWHERE = {
    "django.core.mail.backends.console.EmailBackend",
    "django.core.mail.backends.dummy.EmailBackend",
    "django.core.mail.backends.filebased.EmailBackend",
}


def send(request: HttpRequest, invitation: Invitation, token: str) -> str | None:
    """None when the message is on its way; otherwise the link, which is shown this once."""
    link = request.build_absolute_uri(reverse("organisations:invitation", args=[token]))
    context = {"invitation": invitation, "organisation": invitation.organisation, "link": link}
    try:
        with request_context(request):
            get_adapter().send_invitation(invitation, context)
    except OSError:
        return link
    return link if settings.EMAIL_BACKEND in NOWHERE else None
