"""Every question that is asked of personas, interviews and findings."""

from datetime import date

from django.db import models
from django.db.models import Count, Q


class PersonaQuerySet(models.QuerySet):
    """Personas, in the words of the domain."""

    def matching(self, words: str) -> "PersonaQuerySet":
        return self.filter(Q(name__holds=words) | Q(situation__holds=words))

    def with_counts(self) -> "PersonaQuerySet":
        """With the number of their journeys; a count drops the order that the model has by itself."""
        return self.annotate(journey_count=Count("journeys")).order_by(*self.model._meta.ordering)


class InterviewQuerySet(models.QuerySet):
    """Interviews, in the words of the domain."""

    def matching(self, words: str) -> "InterviewQuerySet":
        return self.filter(Q(code__holds=words) | Q(notes__holds=words))

    def past_end(self, today: date) -> "InterviewQuerySet":
        """Interviews that should have been removed by now."""
        return self.filter(keep_until__lt=today)

    def with_counts(self) -> "InterviewQuerySet":
        """With the number of their findings; a count drops the order that the model has by itself."""
        return self.annotate(finding_count=Count("findings")).order_by(*self.model._meta.ordering)


class FindingQuerySet(models.QuerySet):
    """Findings, in the words of the domain."""

    def matching(self, words: str) -> "FindingQuerySet":
        fields = ("text", "source", "interview__code")
        return self.filter(Q.create([(f"{field}__holds", words) for field in fields], Q.OR))

    def of_kind(self, kind: str) -> "FindingQuerySet":
        """Of one kind, or of all where none is asked for."""
        return self.filter(kind=kind) if kind else self

    def with_counts(self) -> "FindingQuerySet":
        """With their interview, and the number of journeys that rest on them; newest first."""
        newest = (models.F("found_on").desc(nulls_last=True), "-pk")
        counted = self.annotate(journey_count=Count("evidence"))
        return counted.select_related("interview").order_by(*newest)


class PassageQuerySet(models.QuerySet):
    """Lines that became findings, in the words of the domain."""

    def with_places(self) -> "PassageQuerySet":
        """Each with its finding, and the steps and pains that this is about in whatever journey."""
        about = "finding__evidence__evidence_about"
        loaded = ("finding__evidence__journey", f"{about}__step", f"{about}__pain")
        return self.select_related("finding").prefetch_related(*loaded)


def evidence_of(finding: models.Model) -> models.QuerySet:
    """The journeys that rest on a finding, each with the steps and pains that it is about."""
    evidence = finding.evidence.select_related("journey__persona").order_by("journey__title", "pk")
    return evidence.prefetch_related("evidence_about__step", "evidence_about__pain__step")
