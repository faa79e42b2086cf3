"""How far someone is in the leerroute, and which questions they put aside.

It is about one person and no work of the organisation: it keeps no history, and no journey knows of it.
"""

from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, Membership, within_organisation


class LearnerQuerySet(models.QuerySet):
    """Learners, in the words of the domain."""

    def of(self, membership: Membership) -> "Learner":
        """This person in this organisation, with the journey to learn beside."""
        found, _made = self.select_related("journey").get_or_create(
            organisation=membership.organisation, person_id=membership.user_id
        )
        return found


class Learner(Content):
    """Someone who follows the leerroute in one organisation, beside one journey."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # NULL: not chosen yet, or deleted since.
    journey = models.ForeignKey("journeys.Journey", models.SET_NULL, null=True, related_name="learners")
    # The lesson that was opened last; empty before the first.
    lesson = models.CharField(max_length=30, blank=True, default="")

    objects = LearnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("learner")
        verbose_name_plural = _("learners")
        ordering = ["pk"]
        default_related_name = "learners"
        constraints = [
            *within_organisation("learner", "journey"),
            models.UniqueConstraint(fields=["organisation", "person"], name="learner_once"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    def opens(self, lesson: str) -> None:
        """Remember where to go on."""
        self._keep(lesson=lesson)

    def learns_beside(self, journey: models.Model | None) -> None:
        self._keep(journey=journey)

    def finishes(self, lesson: str) -> None:
        self.lessons_done.get_or_create(lesson=lesson, defaults={"organisation_id": self.organisation_id})

    def takes_up_again(self, lesson: str) -> None:
        self.lessons_done.filter(lesson=lesson).delete()

    def _keep(self, **values: object) -> None:
        if any(getattr(self, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(self, name, value)
            self.save(update_fields=list(values))


class LessonDone(Content):
    """A lesson that someone says to have done."""

    learner = models.ForeignKey(Learner, models.CASCADE)
    lesson = models.CharField(max_length=30)
    done_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("lesson done")
        verbose_name_plural = _("lessons done")
        ordering = ["pk"]
        default_related_name = "lessons_done"
        constraints = [
            *within_organisation("lesson_done", "learner"),
            models.UniqueConstraint(fields=["learner", "lesson"], name="lesson_done_once"),
        ]

    def __str__(self) -> str:
        return self.lesson


class SetAsideQuerySet(models.QuerySet):
    """Questions that were put aside, in the words of the domain."""

    def of(self, person: int, journey: models.Model) -> Collection[str]:
        return set(self.filter(person=person, journey=journey).values_list("question", flat=True))


class SetAside(Content):
    """A question about a journey that one person doesn't want to see there any more."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    journey = models.ForeignKey("journeys.Journey", models.CASCADE)
    question = models.CharField(max_length=30)

    objects = SetAsideQuerySet.as_manager()

    class Meta:
        verbose_name = _("question put aside")
        verbose_name_plural = _("questions put aside")
        ordering = ["pk"]
        default_related_name = "set_aside"
        constraints = [
            *within_organisation("set_aside", "journey"),
            models.UniqueConstraint(fields=["journey", "person", "question"], name="set_aside_once"),
        ]

    def __str__(self) -> str:
        return self.question

    @classmethod
    def put(cls, journey: models.Model, person: int, question: str) -> Self:
        found, _made = cls.objects.get_or_create(
            journey=journey,
            person_id=person,
            question=question,
            defaults={"organisation_id": journey.organisation_id},
        )
        return found
