"""What happens in someone's life, and what makes the route differ."""

import pghistory
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from journeys.ordering import append, renumber
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

    @transaction.atomic
    def add_situation(self, situation: "Situation") -> None:
        """As the last one; with this row locked, so that two colleagues never take one place."""
        LifeEvent.objects.select_for_update(no_key=True).get(pk=self.pk)
        situation.life_event = self
        append(situation, self.situations.all())

    @transaction.atomic
    def move_situation(self, situation: "Situation", direction: int) -> None:
        """One place up (-1) or down (+1); at an end it stays where it is."""
        LifeEvent.objects.select_for_update(no_key=True).get(pk=self.pk)
        situations = list(self.situations.all())
        place = situations.index(situation)
        if 0 <= place + direction < len(situations):
            situations.insert(place + direction, situations.pop(place))
        renumber(situations)


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
