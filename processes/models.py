"""What happens behind the counter."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from journeys.models import Card, Step
from journeys.triggers import raises_version_of_step
from organisations.models import Content, ordered, within_organisation
from organisations.triggers import raises_catalogue_version
from processes.querysets import ProcessQuerySet


@pghistory.track()
class Process(Content):
    """A process that serves several journeys: what is changed in it, is changed for all of them."""

    name = models.CharField(_("name"), max_length=300)
    description = models.TextField(_("description"), blank=True, default="", max_length=10_000)

    objects = ProcessQuerySet.as_manager()

    class Meta:
        verbose_name = _("shared process")
        verbose_name_plural = _("shared processes")
        ordering = ["name"]
        default_related_name = "processes"
        constraints = [
            *within_organisation("process"),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="process_name_once",
                violation_error_message=_("There is already a shared process with this name."),
            ),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("shared-processes:process-page", args=[self.pk])


@pghistory.track()
class ProcessStep(Card):
    """What a department does for a step of the resident, which starts it; in order."""

    title = models.CharField(_("title"), max_length=300)
    department = models.CharField(_("department"), max_length=300, blank=True, default="")
    system = models.CharField(_("system"), max_length=300, blank=True, default="")
    work_minutes = models.PositiveIntegerField(_("work in minutes"), null=True, blank=True)
    wait_days = models.PositiveIntegerField(_("waiting in days"), null=True, blank=True)
    seen = models.BooleanField(_("the resident sees this"), default=False)
    # Both are steps of the same journey; NULL: none, or not known.
    awaited_by = models.ForeignKey(
        "journeys.Step",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="awaits",
        verbose_name=_("step that waits for it"),
    )
    needed_by = models.ForeignKey(
        "journeys.Step",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="needs_done",
        verbose_name=_("later step that depends on it"),
    )
    part_of = models.ForeignKey(
        Process, models.PROTECT, null=True, blank=True, verbose_name=_("shared process")
    )

    class Meta:
        verbose_name = _("process step")
        verbose_name_plural = _("process steps")
        ordering = ["order"]
        default_related_name = "process_steps"
        constraints = [
            *within_organisation("process_step", "step", "awaited_by", "needed_by", "part_of"),
            ordered("process_step", "step"),
        ]
        triggers = [raises_version_of_step()]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """What waits for it or depends on it is a step of the same journey."""
        if self.step_id is None:
            return
        journey = self.step.phase.journey_id
        for name in ("awaited_by", "needed_by"):
            other: Step | None = getattr(self, name)
            if other is not None and other.phase.journey_id != journey:
                raise ValidationError({name: _("Choose a step of the same journey.")})
