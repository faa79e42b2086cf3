"""Who travels, and what is known about them."""

from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, in_range, one_of, within_organisation
from organisations.triggers import raises_catalogue_version
from personas.forgetting import forgets_notes
from personas.querysets import FindingQuerySet, InterviewQuerySet, PassageQuerySet, PersonaQuerySet

SCALE = [(number, str(number)) for number in range(1, 6)]


@pghistory.track()
class Persona(Content):
    """An archetype built on research; never a real person."""

    name = models.CharField(_("name"), max_length=300)
    situation = models.TextField(_("situation"), blank=True, default="", max_length=10_000)
    quote = models.TextField(_("quote"), blank=True, default="", max_length=10_000)
    needs = ArrayField(models.TextField(max_length=10_000), verbose_name=_("needs"), blank=True, default=list)
    worries = ArrayField(
        models.TextField(max_length=10_000), verbose_name=_("worries"), blank=True, default=list
    )
    digital_skill = models.PositiveSmallIntegerField(
        _("digital skill"), choices=SCALE, null=True, blank=True, help_text=_("1 is low, 5 is high.")
    )
    capacity_to_act = models.PositiveSmallIntegerField(
        _("capacity to act"),
        choices=SCALE,
        null=True,
        blank=True,
        help_text=_("How well someone can arrange things now: 1 is low, 5 is high."),
    )
    # NULL: it isn't known, or doesn't matter for this persona.
    lives_here = models.BooleanField(_("lives in the municipality"), null=True, blank=True)

    objects = PersonaQuerySet.as_manager()

    class Meta:
        verbose_name = _("persona")
        verbose_name_plural = _("personas")
        ordering = ["name"]
        default_related_name = "personas"
        constraints = [
            *within_organisation("persona"),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="persona_name_once",
                violation_error_message=_("There is already a persona with this name."),
            ),
            in_range("persona", "digital_skill", 1, 5),
            in_range("persona", "capacity_to_act", 1, 5),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("personas:persona-page", args=[self.pk])

    def begins_copy(self) -> dict[str, Any]:
        """All that a copy begins with: everything but the name."""
        copied = ("situation", "quote", "needs", "worries", "digital_skill", "capacity_to_act", "lives_here")
        return {name: getattr(self, name) for name in copied}

    @property
    def initials(self) -> str:
        """Two letters to stand for the persona."""
        return "".join(letter for letter in self.name if letter.isalnum())[:2].upper()


@pghistory.track()
class Interview(Content):
    """A talk with residents or staff; holds no names, addresses or recordings."""

    class Kind(models.TextChoices):
        RESIDENT = "resident", _("residents")
        STAFF = "staff", _("staff")

    code = models.CharField(_("code"), max_length=50, help_text=_("A code of your own, never a name."))
    kind = models.CharField(_("with"), max_length=20, choices=Kind)
    held_on = models.DateField(_("date"))
    people = models.PositiveIntegerField(_("number of people"), default=1)
    consent = models.BooleanField(_("consent was given"), default=False)
    keep_until = models.DateField(
        _("keep until"), help_text=_("After that the interview is removed; its findings stay.")
    )
    notes = models.TextField(_("notes"), blank=True, default="", max_length=100_000)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        ordering = ["-held_on", "code"]
        default_related_name = "interviews"
        constraints = [
            *within_organisation("interview"),
            models.UniqueConstraint(
                fields=["organisation", "code"],
                name="interview_code_once",
                violation_error_message=_("There is already an interview with this code."),
            ),
            one_of("interview", "kind", "resident", "staff"),
            models.CheckConstraint(
                condition=models.Q(keep_until__gte=models.F("held_on")),
                name="interview_kept_after_it_was_held",
            ),
        ]
        triggers = [forgets_notes()]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("personas:interview-page", args=[self.pk])

    @property
    def kept_too_long(self) -> bool:
        """Whether it should have been removed by now."""
        return timezone.localdate() > self.keep_until

    def begins_finding(self) -> dict[str, Any]:
        """What is known of a finding that is drawn from this interview."""
        return {"interview": self, "kind": self.kind, "people": self.people, "found_on": self.held_on}


@pghistory.track()
class Finding(Content):
    """What was said, measured or read, in one sentence; evidence unless it is desk research."""

    class Kind(models.TextChoices):
        RESIDENT = "resident", _("residents")
        STAFF = "staff", _("staff")
        MEASURED = "measured", _("measured")
        DESK = "desk", _("desk research")

    text = models.TextField(_("text"), max_length=10_000)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.DESK)
    interview = models.ForeignKey(
        Interview, models.SET_NULL, null=True, blank=True, verbose_name=_("interview")
    )
    source = models.TextField(_("source"), blank=True, default="", max_length=10_000)
    people = models.PositiveIntegerField(_("number of people"), null=True, blank=True)
    found_on = models.DateField(_("date"), null=True, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["-found_on", "id"]
        default_related_name = "findings"
        constraints = [
            *within_organisation("finding", "interview"),
            one_of("finding", "kind", "resident", "staff", "measured", "desk"),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("personas:finding-page", args=[self.pk])


class Passage(Content):
    """A line of an interview from which a finding was drawn.

    It holds no word of the notes, and goes with the interview: so it has no history either.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, verbose_name=_("interview"))
    finding = models.ForeignKey(Finding, models.CASCADE, verbose_name=_("finding"))
    mark = models.CharField(_("line"), max_length=64)

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["pk"]
        default_related_name = "passages"
        constraints = [
            *within_organisation("passage", "interview", "finding"),
            models.UniqueConstraint(fields=["interview", "mark", "finding"], name="passage_once"),
        ]

    def __str__(self) -> str:
        return str(self.finding)
