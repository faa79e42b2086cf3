"""What came of notes and feelings: something on the journey."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, one_of, within_organisation
from workshops.querysets import HarvestQuerySet
from workshops.triggers import raises_workshop_version


@pghistory.track()
class Harvest(Content):
    """One step, need, pain, improvement or feeling that a session put on a journey.

    It points at the row by number only: undoing takes the row away and doing it again brings it back, and
    neither may be refused because the session knows of it. What is not there any more can be harvested anew.
    """

    class Kind(models.TextChoices):
        STEP = "step", _("step")
        NEED = "need", _("need")
        PAIN = "pain", _("pain")
        IMPROVEMENT = "improvement", _("improvement")
        FEELING = "feeling", _("feeling")
        ORDER = "order", _("order")

    workshop = models.ForeignKey("workshops.Workshop", models.CASCADE, verbose_name=_("workshop"))
    journey = models.ForeignKey("journeys.Journey", models.CASCADE, verbose_name=_("journey"))
    kind = models.CharField(_("became"), max_length=20, choices=Kind)
    text = models.TextField(_("text"), max_length=10_000)
    # The step, pain or improvement that was made; of a need and a feeling the step that it was written at.
    row = models.PositiveBigIntegerField(editable=False)
    findings = ArrayField(models.PositiveBigIntegerField(), default=list, editable=False)
    people = models.PositiveIntegerField(_("number of people"), default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("moment"), default=timezone.now, editable=False)

    objects = HarvestQuerySet.as_manager()

    class Meta:
        verbose_name = _("harvest")
        verbose_name_plural = _("harvests")
        ordering = ["pk"]
        default_related_name = "harvests"
        constraints = [
            *within_organisation("harvest", "workshop", "journey"),
            one_of("harvest", "kind", "step", "need", "pain", "improvement", "feeling", "order"),
        ]
        triggers = [raises_workshop_version()]

    def __str__(self) -> str:
        return self.text
