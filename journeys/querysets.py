"""Every question that is asked of the journeys."""

from django.core.cache import cache
from django.db import models
from django.db.models import Prefetch, Q

from journeys.slim_documents import slim_documents
from journeys.small import SmallJourney, in_small


class JourneyQuerySet(models.QuerySet):
    """Journeys, in the words of the domain."""

    def as_is(self) -> "JourneyQuerySet":
        return self.filter(kind="as_is")

    def with_subject(self) -> "JourneyQuerySet":
        """Journeys with their persona and life event, in the same query."""
        return self.select_related("persona", "life_event")

    def matching(self, words: str) -> "JourneyQuerySet":
        """Journeys with these words in their title, or in the name of their persona or life event."""
        fields = ("title", "persona__name", "life_event__name")
        return self.filter(Q.create([(f"{field}__icontains", words) for field in fields], Q.OR))

    def in_small(self, catalogue: int) -> list[SmallJourney]:
        """These journeys in small, in order; only those that changed since they were last seen are loaded.

        `catalogue` is the version of their organisation: names and parties show on every journey.
        """
        keys = {pk: f"small/{pk}/{version}/{catalogue}" for pk, version in self.values_list("pk", "version")}
        remembered = cache.get_many(keys.values())
        missing = [pk for pk, key in keys.items() if key not in remembered]
        if missing:
            documents = slim_documents(self.model.objects.filter(pk__in=missing))
            made = {keys[document["id"]]: in_small(document) for document in documents}
            cache.set_many(made)
            remembered.update(made)
        return [remembered[key] for key in keys.values() if key in remembered]

    def whole(self) -> "JourneyQuerySet":
        """Journeys with everything that their documents, figures and maps hold.

        The number of queries does not depend on how much that is.
        """
        from django.apps import apps

        get = apps.get_model
        step = "phases__steps"
        return self.select_related("persona", "life_event", "based_on").prefetch_related(
            "life_event__situations",
            "phases",
            step,
            Prefetch(
                f"{step}__step_situations", get("journeys.StepSituation").objects.select_related("situation")
            ),
            f"{step}__facts",
            Prefetch(
                f"{step}__encounters",
                get("journeys.Encounter").objects.select_related("touchpoint__party", "touchpoint__product"),
            ),
            f"{step}__pains",
            f"{step}__process_steps",
            Prefetch("evidence", get("journeys.Evidence").objects.select_related("finding")),
            "evidence__evidence_about",
            "improvements__addressed_pains",
            Prefetch(
                "improvements__landings",
                get("improvements.Landing").objects.select_related(
                    "touchpoint__party", "touchpoint__product"
                ),
            ),
        )


class LifeEventQuerySet(models.QuerySet):
    """Life events, in the words of the domain."""

    def matching(self, words: str) -> "LifeEventQuerySet":
        return self.filter(name__icontains=words)

    def with_counts(self) -> "LifeEventQuerySet":
        """With the number of current journeys, and the situations; a count drops the model's own order."""
        current = models.Count("journeys", filter=Q(journeys__kind="as_is"))
        counted = self.annotate(journey_count=current).order_by(*self.model._meta.ordering)
        return counted.prefetch_related("situations")
