"""What happens in someone's life, and what makes the route differ."""

from collections.abc import Sequence

import pghistory
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from journeys.querysets import LifeEventQuerySet
from organisations.models import Content, one_of, ordered, within_organisation
from organisations.triggers import raises_catalogue_version


@pghistory.track()
class LifeEvent(Content):
    """An event that people go through; days are counted from its anchor moment."""

    class Motive(models.TextChoices):
        ACHIEVE = "achieve", _("wants to achieve something")
        TROUBLED = "troubled", _("is troubled by something")
        IDEA = "idea", _("carries out an idea")

    name = models.CharField(_("name"), max_length=300)
    motive = models.CharField(  # noqa: DJ001 NULL is not known, as for every choice
        _("motive"), max_length=20, choices=Motive, null=True, blank=True
    )
    anchor = models.CharField(
        _("anchor moment"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("The moment from which days are counted, for example 'birth'."),
    )

    objects = LifeEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("life event")
        verbose_name_plural = _("life events")
        ordering = ["name"]
        default_related_name = "life_events"
        constraints = [
            *within_organisation("life_event"),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="life_event_name_once",
                violation_error_message=_("There is already a life event with this name."),
            ),
            one_of("life_event", "motive", "achieve", "troubled", "idea"),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("journeys:life-event-page", args=[self.pk])

    def situation_names(self) -> list[str]:
        return list(self.situations.values_list("name", flat=True))

    def used_situations(self) -> list[str]:
        """The situations that steps are only for."""
        used = self.situations.filter(step_situations__isnull=False).distinct()
        return list(used.values_list("name", flat=True))

    @transaction.atomic
    def arrange_situations(self, names: Sequence[str]) -> None:
        """Have exactly these situations, in this order; those that stay keep their steps."""
        self.situations.exclude(name__in=names).delete()
        known = {situation.name: situation for situation in self.situations.all()}
        for order, name in enumerate(names):
            situation = known.get(name) or Situation(
                organisation_id=self.organisation_id, life_event=self, name=name
            )
            if situation.order != order:
                situation.order = order
                situation.save()


@pghistory.track()
class Situation(Content):
    """What makes the route of some people differ, for example 'unmarried'."""

    life_event = models.ForeignKey(LifeEvent, models.CASCADE, verbose_name=_("life event"))
    name = models.CharField(_("name"), max_length=300)
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
        ordering = ["order"]
        default_related_name = "situations"
        constraints = [
            *within_organisation("situation", "life_event"),
            ordered("situation", "life_event"),
            models.UniqueConstraint(
                fields=["life_event", "name"],
                name="situation_name_once",
                violation_error_message=_("This life event already has a situation with this name."),
            ),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.name
