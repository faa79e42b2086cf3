"""An invitation by e-mail to work for an organisation."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

import pghistory
from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models.content import Content
from organisations.models.membership import Membership
from organisations.models.user import User

OPEN_FOR = timedelta(days=14)


def a_while() -> datetime:
    return timezone.now() + OPEN_FOR


def digest(token: str) -> str:
    """All that is kept of a token: who reads the database can't open a link."""
    return sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet):
    """Invitations, in the words of the domain."""

    def of_token(self, token: str) -> "Invitation | None":
        return self.select_related("organisation").filter(digest=digest(token)).first()

    def undecided(self) -> "InvitationQuerySet":
        """Neither accepted nor withdrawn; it may have expired."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def in_state(self, state: str) -> "InvitationQuerySet":
        now = timezone.now()
        wanted = {
            Invitation.State.ACCEPTED: models.Q(accepted_at__isnull=False),
            Invitation.State.WITHDRAWN: models.Q(withdrawn_at__isnull=False),
            Invitation.State.EXPIRED: models.Q(accepted_at=None, withdrawn_at=None, expires_at__lte=now),
            Invitation.State.OPEN: models.Q(accepted_at=None, withdrawn_at=None, expires_at__gt=now),
        }
        return self.filter(wanted[Invitation.State(state)])


@pghistory.track(exclude=["digest"])
class Invitation(Content):
    """Whoever has the link, and so the mailbox, becomes a member with this role; once."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        EXPIRED = "expired", _("expired")
        WITHDRAWN = "withdrawn", _("withdrawn")

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=20, choices=Membership.Role, default=Membership.Role.EDITOR)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        User, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("invited by")
    )
    sent_at = models.DateTimeField(_("sent on"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("valid until"), default=a_while, editable=False)
    accepted_at = models.DateTimeField(_("accepted on"), null=True, editable=False)
    accepted_by = models.ForeignKey(
        User, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("accepted by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn on"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at"]
        default_related_name = "invitations"
        constraints = [
            *Content._meta.constraints,
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="invitation_undecided_once",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["viewer", "editor", "facilitator", "administrator"]),
                name="invitation_role_known",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def state(self) -> "Invitation.State":
        if self.accepted_at:
            return self.State.ACCEPTED
        if self.withdrawn_at:
            return self.State.WITHDRAWN
        return self.State.EXPIRED if self.expires_at <= timezone.now() else self.State.OPEN

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_undecided(self) -> bool:
        return not self.accepted_at and not self.withdrawn_at

    def renew(self, *, by: User) -> str:
        """The token of a new link, for another two weeks; links sent before no longer work. Saves."""
        token = secrets.token_urlsafe(32)
        self.digest = digest(token)
        self.invited_by = by
        self.sent_at = timezone.now()
        self.expires_at = a_while()
        self.save()
        return token

    def withdraw(self) -> None:
        self.withdrawn_at = timezone.now()
        self.save(update_fields=["withdrawn_at"])

    @transaction.atomic
    def accept(self, user: User) -> bool:
        """Make someone a member; False where it was decided or withdrawn meanwhile.

        Who is a member already keeps that role: an old link makes nobody less.
        """
        locked = Invitation.objects.select_for_update().get(pk=self.pk)
        if not locked.is_open:
            return False
        with pghistory.context(user=user.pk):
            locked.organisation.memberships.get_or_create(user=user, defaults={"role": locked.role})
            locked.accepted_at, locked.accepted_by = timezone.now(), user
            locked.save(update_fields=["accepted_at", "accepted_by"])
        return True
