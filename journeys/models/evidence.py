"""What is known about a journey, and what it is about."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from journeys.ordering import renumber
from journeys.triggers import find, raises_journey_version
from organisations.models import Content, ordered, within_organisation


@pghistory.track()
class Evidence(Content):
    """A finding that a journey rests on; it may be about no step or pain yet."""

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, verbose_name=_("journey"))
    finding = models.ForeignKey("personas.Finding", models.CASCADE, verbose_name=_("finding"))
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["order"]
        default_related_name = "evidence"
        constraints = [
            *within_organisation("evidence", "journey", "finding"),
            ordered("evidence", "journey"),
            models.UniqueConstraint(fields=["journey", "finding"], name="evidence_once"),
        ]
        triggers = [raises_journey_version("SELECT ROW.journey_id")]

    def __str__(self) -> str:
        return str(self.finding)

    def remove(self) -> None:
        journey = self.journey
        self.delete()
        renumber(journey.evidence.all())


@pghistory.track()
class EvidenceAbout(Content):
    """The step or the pain that a finding is about."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, verbose_name=_("evidence"))
    step = models.ForeignKey("journeys.Step", models.CASCADE, null=True, blank=True, verbose_name=_("step"))
    pain = models.ForeignKey("journeys.Pain", models.CASCADE, null=True, blank=True, verbose_name=_("pain"))
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        verbose_name = _("what evidence is about")
        verbose_name_plural = _("what evidence is about")
        ordering = ["order"]
        default_related_name = "evidence_about"
        constraints = [
            *within_organisation("evidence_about", "evidence", "step", "pain"),
            ordered("evidence_about", "evidence"),
            models.CheckConstraint(
                condition=models.Q(step=None, pain__isnull=False) | models.Q(step__isnull=False, pain=None),
                name="evidence_about_a_step_or_a_pain",
            ),
            models.UniqueConstraint(fields=["evidence", "step"], name="evidence_about_step_once"),
            models.UniqueConstraint(fields=["evidence", "pain"], name="evidence_about_pain_once"),
        ]
        triggers = [raises_journey_version(find("journey_id", "journeys_evidence", "SELECT ROW.evidence_id"))]

    def __str__(self) -> str:
        return str(self.step or self.pain)
