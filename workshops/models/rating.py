"""How someone feels about a step."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journeys.models import Feeling
from organisations.models import Content, in_range, within_organisation
from workshops.querysets import RatingQuerySet
from workshops.triggers import OF_PARTICIPANT, raises_workshop_version


class Rating(Content):
    """The feeling of one participant at one step; it can be changed as long as the session lasts."""

    participant = models.ForeignKey("workshops.Participant", models.CASCADE, verbose_name=_("participant"))
    step = models.ForeignKey("journeys.Step", models.CASCADE, verbose_name=_("step"))
    # The round in which it was given; it is shown to all when that is.
    round = models.ForeignKey("workshops.Round", models.CASCADE, null=True, verbose_name=_("round"))
    value = models.SmallIntegerField(_("feeling"), choices=Feeling)
    given_at = models.DateTimeField(_("given"), default=timezone.now, editable=False)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("feeling of a participant")
        verbose_name_plural = _("feelings of participants")
        ordering = ["pk"]
        default_related_name = "ratings"
        constraints = [
            *within_organisation("rating", "participant", "step", "round"),
            in_range("rating", "value", -2, 2),
            models.UniqueConstraint(fields=["participant", "step"], name="rating_once_a_step"),
        ]
        triggers = [raises_workshop_version(OF_PARTICIPANT)]

    def __str__(self) -> str:
        return str(self.get_value_display())
