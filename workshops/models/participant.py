"""Someone who takes part, without an account."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, User, one_of, within_organisation
from workshops.leading import leading
from workshops.querysets import ParticipantQuerySet
from workshops.triggers import raises_workshop_version

LONGEST_NAME = 30


class Participant(Content):
    """No history is kept of it: name and token go when the session ends, and would stay there."""

    class Kind(models.TextChoices):
        RESIDENT = "resident", _("resident")
        STAFF = "staff", _("colleague")

    workshop = models.ForeignKey("workshops.Workshop", models.CASCADE, verbose_name=_("workshop"))
    nickname = models.CharField(_("name in the session"), max_length=LONGEST_NAME, blank=True, default="")
    kind = models.CharField(_("takes part as"), max_length=10, choices=Kind)
    # Of what their browser holds; NULL once the session has ended or they were removed.
    digest = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 (unique)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    seen_at = models.DateTimeField(_("seen last"), default=timezone.now, editable=False)
    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["joined_at", "pk"]
        default_related_name = "participants"
        constraints = [
            *within_organisation("participant", "workshop"),
            one_of("participant", "kind", "resident", "staff"),
            models.UniqueConstraint(
                fields=["workshop", "nickname"],
                condition=~models.Q(nickname=""),
                name="participant_nickname_once",
            ),
        ]
        # Who is still there is asked often, and changes nothing for others.
        triggers = [raises_workshop_version(unless="OLD.seen_at IS DISTINCT FROM NEW.seen_at")]

    def __str__(self) -> str:
        return self.nickname or str(self.get_kind_display())

    def remove(self, by: User) -> None:
        """Out of the session, and not in again with the same phone; what they wrote stays."""
        with leading(self.workshop, by) as workshop:
            found = workshop.participants.filter(pk=self.pk, removed_at=None)
            found.update(removed_at=timezone.now(), digest=None, nickname="")
        self.refresh_from_db()
