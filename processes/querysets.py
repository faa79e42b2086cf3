"""Every question that is asked of shared processes."""

from django.db import models
from django.db.models import Count


class ProcessQuerySet(models.QuerySet):
    """Shared processes, in the words of the domain."""

    def matching(self, words: str) -> "ProcessQuerySet":
        return self.filter(name__icontains=words)

    def with_counts(self) -> "ProcessQuerySet":
        """With the number of process steps and of journeys; a count drops the model's own order."""
        journeys = Count("process_steps__step__phase__journey", distinct=True)
        steps = Count("process_steps", distinct=True)
        return self.annotate(journey_count=journeys, step_count=steps).order_by(*self.model._meta.ordering)
