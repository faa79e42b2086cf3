"""What lies at a step: rules, meetings and what hurts."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from journeys.arranging import Stays
from journeys.models.step import Feeling
from journeys.ordering import append, renumber
from journeys.querysets import FactQuerySet, PainQuerySet
from journeys.triggers import raises_version_of_step
from organisations.models import Content, in_range, one_of, ordered, within_organisation


class Card(Content):
    """One of the things that lie at a step, in order."""

    step = models.ForeignKey("journeys.Step", models.CASCADE, verbose_name=_("step"))
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        abstract = True

    @classmethod
    def at(cls, step: models.Model) -> models.QuerySet:
        """All of this kind at a step, in order."""
        return cls.objects.filter(step=step).order_by("order")

    @property
    def words(self) -> str:
        """What it says where it lies; in a list that is not of its step it says more."""
        return str(self)

    def place_last(self) -> None:
        """Save this new or moved card behind the others of its step."""
        append(self, type(self).at(self.step).exclude(pk=self.pk))

    def can_move(self, direction: int) -> bool:
        cards = list(type(self).at(self.step))
        return 0 <= cards.index(self) + direction < len(cards)

    def move(self, direction: int) -> None:
        """One place up (-1) or down (+1) within its cell. Raises `Stays` at the end."""
        if not self.can_move(direction):
            raise Stays
        cards = list(type(self).at(self.step))
        place = cards.index(self)
        cards.insert(place + direction, cards.pop(place))
        renumber(cards)

    def move_to(self, step: models.Model) -> None:
        """To the end of the same cell of another step, which leaves no gap behind."""
        left = self.step
        self.step = step
        self.place_last()
        renumber(type(self).at(left))

    def remove(self) -> None:
        step = self.step
        self.delete()
        renumber(type(self).at(step))


@pghistory.track()
class Fact(Card):
    """A rule at a step (a term, a cost, who may), with its source and the date it was checked."""

    text = models.TextField(_("rule"), max_length=10_000)
    source = models.TextField(_("source"), blank=True, default="", max_length=10_000)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["order"]
        default_related_name = "facts"
        constraints = [*within_organisation("fact", "step"), ordered("fact", "step")]
        triggers = [raises_version_of_step()]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class Encounter(Card):
    """A step meets a touchpoint, wanted or not."""

    touchpoint = models.ForeignKey("touchpoints.Touchpoint", models.PROTECT, verbose_name=_("touchpoint"))
    wanted = models.BooleanField(_("wanted"), default=True)
    experience = models.SmallIntegerField(_("experience"), choices=Feeling, null=True, blank=True)
    note = models.TextField(_("because"), blank=True, default="", max_length=10_000)

    class Meta:
        verbose_name = _("encounter")
        verbose_name_plural = _("encounters")
        ordering = ["order"]
        default_related_name = "encounters"
        constraints = [
            *within_organisation("encounter", "step", "touchpoint"),
            ordered("encounter", "step"),
            in_range("encounter", "experience", -2, 2),
        ]
        triggers = [raises_version_of_step()]

    def __str__(self) -> str:
        return f"{self.touchpoint} · {self.step}"

    @property
    def words(self) -> str:
        return str(self.touchpoint)


@pghistory.track()
class Pain(Card):
    """What hurts at a step, how much, and how far our influence goes."""

    class Severity(models.IntegerChoices):
        LIGHT = 1, _("light")
        CLEAR = 2, _("clear")
        SEVERE = 3, _("severe")

    class Influence(models.TextChoices):
        OURS = "ours", _("ours")
        WITH_PARTNERS = "with_partners", _("with partners")
        NOT_OURS = "not_ours", _("not ours")

    text = models.TextField(_("what hurts"), max_length=10_000)
    severity = models.PositiveSmallIntegerField(_("severity"), choices=Severity, default=Severity.CLEAR)
    influence = models.CharField(  # noqa: DJ001 NULL is not known, as for every choice
        _("influence"), max_length=20, choices=Influence, null=True, blank=True
    )
    # Where it comes from behind the counter; NULL: nowhere there, or not known.
    process_step = models.ForeignKey(
        "processes.ProcessStep", models.SET_NULL, null=True, blank=True, verbose_name=_("process step")
    )

    objects = PainQuerySet.as_manager()

    class Meta:
        verbose_name = _("pain")
        verbose_name_plural = _("pains")
        ordering = ["order"]
        default_related_name = "pains"
        constraints = [
            *within_organisation("pain", "step", "process_step"),
            ordered("pain", "step"),
            in_range("pain", "severity", 1, 3),
            one_of("pain", "influence", "ours", "with_partners", "not_ours"),
        ]
        triggers = [raises_version_of_step()]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """What it comes from is behind a step of the same journey."""
        there = self.process_step
        if there and self.step_id and there.step.phase.journey_id != self.step.phase.journey_id:
            raise ValidationError({"process_step": _("Choose a process step of the same journey.")})
