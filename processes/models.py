"""What happens behind the counter."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from journeys.models import Card
from journeys.triggers import raises_version_of_step
from organisations.models import ordered, within_organisation


@pghistory.track()
class ProcessStep(Card):
    """What a department does for a step of the resident, in order."""

    title = models.CharField(_("title"), max_length=300)
    department = models.CharField(_("department"), max_length=300, blank=True, default="")
    system = models.CharField(_("system"), max_length=300, blank=True, default="")
    work_minutes = models.PositiveIntegerField(_("work in minutes"), null=True, blank=True)
    wait_days = models.PositiveIntegerField(_("waiting in days"), null=True, blank=True)

    class Meta:
        verbose_name = _("process step")
        verbose_name_plural = _("process steps")
        ordering = ["order"]
        default_related_name = "process_steps"
        constraints = [*within_organisation("process_step", "step"), ordered("process_step", "step")]
        triggers = [raises_version_of_step()]

    def __str__(self) -> str:
        return self.title
