"""Every question that is asked of the journeys."""

from datetime import date

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.core.cache import cache
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, TextField, Value
from django.db.models.functions import Cast, Concat

from journeys.parts import PARTS
from journeys.slim_documents import slim_documents
from journeys.small import SmallJourney, in_small


class JourneyQuerySet(models.QuerySet):
    """Journeys, in the words of the domain."""

    def as_is(self) -> "JourneyQuerySet":
        return self.filter(kind="as_is")

    def with_subject(self) -> "JourneyQuerySet":
        """Journeys with their persona and life event, in the same query."""
        return self.select_related("persona", "life_event")

    def count_personas(self) -> int:
        return self.aggregate(count=Count("persona", distinct=True))["count"]

    def with_twins(self) -> "JourneyQuerySet":
        """Journeys with `twins`: the number and version of each journey whose hartslag shows on their map."""
        related = Q(based_on=OuterRef("pk")) | Q(pk=OuterRef("based_on"))
        versions = (
            self.model.objects.filter(related)
            .order_by("pk")
            .values_list(
                Concat(Cast("pk", TextField()), Value(".", TextField()), Cast("version", TextField()))
            )
        )
        return self.annotate(twins=ArraySubquery(versions))

    def matching(self, words: str) -> "JourneyQuerySet":
        """Journeys with these words in their title, or in the name of their persona or life event."""
        fields = ("title", "persona__name", "life_event__name")
        return self.filter(Q.create([(f"{field}__holds", words) for field in fields], Q.OR))

    def resting_on_first(self, interview: models.Model) -> "JourneyQuerySet":
        """With `rests`: whether they have a finding of this interview already; those first, then by title."""
        known = self.model.objects.filter(pk=OuterRef("pk"), evidence__finding__interview=interview)
        return self.annotate(rests=Exists(known)).order_by("-rests", "title", "pk")

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
        parts = [loaded(part.path, part.rows()) for part in PARTS]
        related = self.select_related("persona", "life_event", "based_on")
        return related.prefetch_related("life_event__situations", loaded(("desired_journeys",)), *parts)


def loaded(path: tuple[str, ...], queryset: models.QuerySet | None = None) -> Prefetch:
    """What is at the end of the path as a plain list, named `loaded_…`.

    Without a list Django makes a queryset for each row that could have some: half of all the time it takes.
    """
    *above, last = path
    return Prefetch(
        "__".join([*(f"loaded_{name}" for name in above), last]), queryset, to_attr=f"loaded_{last}"
    )


class FactQuerySet(models.QuerySet):
    """Rules, in the words of the domain."""

    def with_journey(self) -> "FactQuerySet":
        """Rules with their step and journey, in the same query."""
        return self.select_related("step__phase__journey__persona")

    def matching(self, words: str) -> "FactQuerySet":
        fields = ("text", "source", "step__title", "step__phase__journey__title")
        return self.filter(Q.create([(f"{field}__holds", words) for field in fields], Q.OR))

    def in_state(self, state: str, stale_before: date) -> "FactQuerySet":
        """`verouderd`: checked too long ago or never; `nooit`: never; `actueel`; else all."""
        never, old = Q(checked_on=None), Q(checked_on__lt=stale_before)
        asked = {"verouderd": never | old, "nooit": never, "actueel": Q(checked_on__gte=stale_before)}
        return self.filter(asked[state]) if state in asked else self

    def stale_first(self) -> "FactQuerySet":
        """Never checked, then the longest ago; rules of one day by journey, in the order of their steps."""
        journey = ("step__phase__journey__title", "step__phase__journey")
        place = ("step__phase__order", "step__order", "order")
        return self.order_by(models.F("checked_on").asc(nulls_first=True), *journey, *place)


class PainQuerySet(models.QuerySet):
    """What hurts, in the words of the domain."""

    def with_open(self) -> "PainQuerySet":
        """With `is_open`: no improvement that still stands addresses it."""
        links = apps.get_model("improvements.AddressedPain").objects.filter(pain=OuterRef("pk"))
        return self.annotate(is_open=~Exists(links.exclude(improvement__status="dropped")))

    def worst_first(self) -> "PainQuerySet":
        """Open ones, then the most severe; after `with_open()`."""
        return self.order_by("-is_open", "-severity", "pk")

    def with_place(self) -> "PainQuerySet":
        """With their step, journey and persona, and what addresses them."""
        improvements = Prefetch("addressed_pains__improvement")
        return self.select_related("step__phase__journey__persona").prefetch_related(improvements)


class LifeEventQuerySet(models.QuerySet):
    """Life events, in the words of the domain."""

    def matching(self, words: str) -> "LifeEventQuerySet":
        return self.filter(name__holds=words)

    def with_counts(self) -> "LifeEventQuerySet":
        """With the number of current journeys, and the situations; a count drops the model's own order."""
        current = models.Count("journeys", filter=Q(journeys__kind="as_is"))
        counted = self.annotate(journey_count=current).order_by(*self.model._meta.ordering)
        return counted.prefetch_related("situations")
