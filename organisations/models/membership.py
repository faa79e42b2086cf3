"""What a user may do in an organisation."""

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.triggers import ACCESS_CHANGED, tells, tells_of_access


@pghistory.track(exclude=["lens"])
class Membership(models.Model):
    """One user in one organisation, with one role; each role may do what the one before it may."""

    class Role(models.TextChoices):
        VIEWER = "viewer", _("viewer")
        EDITOR = "editor", _("editor")
        FACILITATOR = "facilitator", _("facilitator")
        ADMINISTRATOR = "administrator", _("administrator")

    user = models.ForeignKey(
        "organisations.User", models.CASCADE, related_name="memberships", verbose_name=_("user")
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.VIEWER)
    # The lens that a journey was looked at through last, by its place in the address; empty is the map.
    lens = models.CharField(max_length=30, blank=True, default="", editable=False)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organisation__name"]
        triggers = [
            tells_of_access("OLD.user_id", pgtrigger.AnyChange("role", "user", "organisation")),
            tells(ACCESS_CHANGED, {"user": "OLD.user_id"}, pgtrigger.Delete, name="tells_that_it_ended"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=["viewer", "editor", "facilitator", "administrator"]),
                name="membership_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"

    def looks_through(self, lens: str) -> None:
        """Remember it for the next journey; no history is kept of it."""
        if self.lens != lens:
            self.lens = lens
            self.save(update_fields=["lens"])

    @property
    def can_edit(self) -> bool:
        return self.role != self.Role.VIEWER

    @property
    def can_facilitate(self) -> bool:
        return self.role in (self.Role.FACILITATOR, self.Role.ADMINISTRATOR)

    @property
    def is_administrator(self) -> bool:
        return self.role == self.Role.ADMINISTRATOR
