"""A named stretch of steps."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from journeys.triggers import raises_journey_version
from organisations.models import Content, ordered, within_organisation


@pghistory.track()
class Phase(Content):
    """A stretch of steps that belong together."""

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, verbose_name=_("journey"))
    name = models.CharField(_("name"), max_length=300)
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        ordering = ["order"]
        default_related_name = "phases"
        constraints = [*within_organisation("phase", "journey"), ordered("phase", "journey")]
        triggers = [raises_journey_version("SELECT ROW.journey_id")]

    def __str__(self) -> str:
        return self.name
