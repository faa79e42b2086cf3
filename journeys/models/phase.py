"""A named stretch of steps."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from journeys.arranging import Stays, Vanished
from journeys.copying import copy_phase
from journeys.ordering import insert, renumber
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

    def place_after(self, other: "Phase | None") -> None:
        """Save this new or moved phase behind `other`, or as the first of the journey. Raises `Vanished`."""
        siblings = self.journey.phases.all()
        if other and other not in siblings:
            raise Vanished
        insert(self, siblings, after=other)

    def duplicate(self) -> "Phase":
        """A copy behind it, with its steps and all that lies at them."""
        return copy_phase(self)

    def can_move(self, direction: int) -> bool:
        phases = list(self.journey.phases.all())
        return 0 <= phases.index(self) + direction < len(phases)

    def move(self, direction: int) -> None:
        """One place to the left (-1) or right (+1), with all its steps. Raises `Stays` at the end."""
        if not self.can_move(direction):
            raise Stays
        phases = list(self.journey.phases.all())
        place = phases.index(self)
        phases.insert(place + direction, phases.pop(place))
        renumber(phases)

    def remove(self) -> None:
        """Delete the phase with its steps. Raises `Stays` for the only one of the journey."""
        journey = self.journey
        if journey.phases.count() == 1:
            raise Stays
        self.delete()
        renumber(journey.phases.all())
