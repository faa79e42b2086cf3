"""Every question that is asked of the personas."""

from django.db import models
from django.db.models import Count, Q


class PersonaQuerySet(models.QuerySet):
    """Personas, in the words of the domain."""

    def matching(self, words: str) -> "PersonaQuerySet":
        return self.filter(Q(name__icontains=words) | Q(situation__icontains=words))

    def with_counts(self) -> "PersonaQuerySet":
        """With the number of their journeys; a count drops the order that the model has by itself."""
        return self.annotate(journey_count=Count("journeys")).order_by(*self.model._meta.ordering)
