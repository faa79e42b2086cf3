"""A way to look at a journey, kept under a name."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, Membership, within_organisation


class SavedViewQuerySet(models.QuerySet):
    """Saved views, in the words of the domain."""

    def visible_to(self, membership: Membership) -> "SavedViewQuerySet":
        """One's own, and those that are shared with everyone of the organisation."""
        return self.filter(models.Q(shared=True) | models.Q(made_by=membership.user_id)).select_related(
            "made_by"
        )


@pghistory.track()
class SavedView(Content):
    """A lens with what its address says: lanes, situation and the lens's own settings.

    It is no part of the journey: no version, undo or export knows of it.
    """

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, verbose_name=_("journey"))
    # NULL: by someone whose account is gone. What was private is nobody's then, and only in the admin.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("made by"),
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=100)
    shared = models.BooleanField(
        _("shared"), default=False, help_text=_("Everyone of the organisation finds it at this journey.")
    )
    # The lens by its place in the address, empty for the map; and what stands behind the question mark.
    lens = models.CharField(_("lens"), max_length=30, blank=True, default="", editable=False)
    query = models.CharField(_("settings"), max_length=4000, blank=True, default="", editable=False)
    # The numbers of the situations in it, by the names that they had: it finds one that got another name.
    situations = models.JSONField(default=dict, blank=True, editable=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        default_related_name = "saved_views"
        constraints = [
            *within_organisation("saved_view", "journey"),
            models.UniqueConstraint(
                fields=["journey", "made_by", "name"],
                name="saved_view_name_once_of_a_person",
                violation_error_message=_("You have a view of this name here already. Choose another name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("journeys:saved-view", args=[self.journey_id, self.pk])

    def may_be_changed_by(self, membership: Membership) -> bool:
        """By who made it; what is shared by an administrator too."""
        return self.made_by_id == membership.user_id or (self.shared and membership.is_administrator)
