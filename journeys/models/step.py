"""One moment of the journey."""

from uuid import uuid4

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils.translation import gettext_lazy as _

from journeys.arranging import Place, remove_steps, shift_steps
from journeys.copying import duplicate_steps
from journeys.ordering import insert
from journeys.triggers import journeys_of_phases, raises_journey_version, raises_version_of_step
from organisations.models import Content, in_range, ordered, within_organisation


class Feeling(models.IntegerChoices):
    """How someone feels, from -2 to +2."""

    VERY_GOOD = 2, _("very good")
    GOOD = 1, _("good")
    NEUTRAL = 0, _("neutral")
    BAD = -1, _("bad")
    VERY_BAD = -2, _("very bad")


@pghistory.track()
class Step(Content):
    """What the person does, thinks, needs and feels at one moment."""

    phase = models.ForeignKey("journeys.Phase", models.CASCADE, verbose_name=_("phase"))
    title = models.CharField(_("title"), max_length=300)
    doing = models.TextField(_("doing"), blank=True, default="", max_length=10_000)
    thinking = models.TextField(_("thinking"), blank=True, default="", max_length=10_000)
    needs = models.TextField(_("needs"), blank=True, default="", max_length=10_000)
    designed = models.TextField(
        _("as designed"),
        blank=True,
        default="",
        max_length=10_000,
        help_text=_("How the organisation meant it to go."),
    )
    feeling = models.SmallIntegerField(_("feeling"), choices=Feeling, null=True, blank=True)
    # From the anchor moment, negative is before; NULL is not known: placed between its neighbours.
    offset_days = models.IntegerField(_("days from the anchor moment"), null=True, blank=True)
    duration_days = models.PositiveIntegerField(_("duration in days"), null=True, blank=True)
    order = models.PositiveIntegerField(_("order"))
    # Steps of a journey and of the desired one made from it are twins where this is the same.
    origin = models.UUIDField(default=uuid4, db_default=RandomUUID(), editable=False)
    only_for = models.ManyToManyField(
        "journeys.Situation", through="journeys.StepSituation", verbose_name=_("only for"), blank=True
    )

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["order"]
        default_related_name = "steps"
        constraints = [
            *within_organisation("step", "phase"),
            ordered("step", "phase"),
            in_range("step", "feeling", -2, 2),
        ]
        triggers = [raises_journey_version(journeys_of_phases("SELECT ROW.phase_id"))]

    def __str__(self) -> str:
        return self.title

    def place_after(self, other: "Step | None") -> None:
        """Save this new or moved step behind `other`, or as the first of its phase."""
        insert(self, self.phase.steps.all(), after=other)

    def neighbour_phase(self, direction: int) -> "models.Model | None":
        """The phase before (-1) or after (+1) that of this step."""
        phases = list(self.phase.journey.phases.all())
        place = phases.index(self.phase) + direction
        return phases[place] if 0 <= place < len(phases) else None

    def place_beside(self, direction: int) -> Place | None:
        """One place to the left (-1) or right (+1), also over the edge of a phase; None at an end."""
        siblings = list(self.phase.steps.all())
        place = siblings.index(self) + direction
        if 0 <= place < len(siblings):
            before = place if direction > 0 else place - 1
            return Place(self.phase, siblings[before] if before >= 0 else None)
        phase = self.neighbour_phase(direction)
        return phase and Place(phase, phase.steps.last() if direction < 0 else None)

    def can_move(self, direction: int) -> bool:
        """Whether there is a place to go to: within the phase, or over its edge if it keeps a step."""
        beside = self.place_beside(direction)
        return beside is not None and (beside.phase == self.phase or self.phase.steps.count() > 1)

    def move(self, direction: int) -> None:
        """One place to the left (-1) or right (+1), also into another phase; raises as `shift_steps`."""
        [moved] = shift_steps([self], self.phase.journey, direction)
        self.phase_id, self.order = moved.phase_id, moved.order

    def duplicate(self) -> "Step":
        """A copy behind it, with all that lies at it (see journeys/copying.py)."""
        return duplicate_steps([self])[0]

    def remove(self) -> None:
        """Delete the step, and its phase too where it was the only one. Raises `Stays` for the last step."""
        remove_steps([self], self.phase.journey)


@pghistory.track()
class StepSituation(Content):
    """A step that only some situations pass."""

    step = models.ForeignKey(Step, models.CASCADE, verbose_name=_("step"))
    situation = models.ForeignKey("journeys.Situation", models.CASCADE, verbose_name=_("situation"))

    class Meta:
        verbose_name = _("situation of a step")
        verbose_name_plural = _("situations of steps")
        ordering = ["id"]
        default_related_name = "step_situations"
        constraints = [
            *within_organisation("step_situation", "step", "situation"),
            models.UniqueConstraint(fields=["step", "situation"], name="step_situation_once"),
        ]
        triggers = [raises_version_of_step()]

    def __str__(self) -> str:
        return f"{self.step} · {self.situation}"
