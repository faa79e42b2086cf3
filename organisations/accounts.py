"""How accounts come about and are kept: through an administrator, never by signing up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from axes.utils import reset
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from organisations.models import Invitation, User


class AccountAdapter(DefaultAccountAdapter):
    """allauth without open registration, in the words of this product and the language of who reads."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This address and this password do not belong together."),
        "too_many_login_attempts": _("That was too often. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("organisations:account")

    def set_password(self, user: User, password: str) -> None:
        """Whoever has the mailbox of a locked account gets in again with the new password."""
        super().set_password(user, password)
        reset(username=user.email.lower())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context.get("user")
        with translation.override(user.language if user else translation.get_language()):
            super().send_mail(template_prefix, email, context)

    def send_invitation(self, invitation: Invitation, context: dict[str, Any]) -> None:
        """In the language that was chosen for it: who is invited may have no account yet."""
        with translation.override(invitation.language):
            super().send_mail("account/email/invitation", invitation.email, context)
