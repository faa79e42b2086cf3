"""Every question that is asked of the improvements."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

OVER = ("done", "dropped")
#: What costs little and brings much.
LITTLE, MUCH = 2, 4
QUICK = Q(effort__lte=LITTLE, effect__gte=MUCH)
LATE_FIRST, QUICK_FIRST, LATER, LAST = range(4)


class ImprovementQuerySet(models.QuerySet):
    """Improvements, in the words of the domain."""

    def for_journey(self, journey: models.Model) -> "ImprovementQuerySet":
        """Its own, and those of other journeys that address one of its pains."""
        helps = self.model.addresses.through.objects.filter(
            improvement=OuterRef("pk"), pain__step__phase__journey=journey
        )
        return self.filter(Q(journey=journey) | Exists(helps))

    def with_owner(self) -> "ImprovementQuerySet":
        return self.select_related("owner_party", "owner_person", "journey", "process_step")

    def with_pain_count(self) -> "ImprovementQuerySet":
        links = self.model.addresses.through.objects.filter(improvement=OuterRef("pk")).order_by()
        count = links.values("improvement").annotate(count=models.Count("pk")).values("count")
        return self.annotate(pain_count=Coalesce(models.Subquery(count), 0))

    def still_to_do(self) -> "ImprovementQuerySet":
        return self.exclude(status__in=OVER)

    def late(self, today: date) -> "ImprovementQuerySet":
        """Still to be done, and to be looked at again before today."""
        return self.still_to_do().filter(follow_up__lt=today)

    def matching(self, words: str) -> "ImprovementQuerySet":
        fields = ("title", "description", "owner", "owner_party__name")
        return self.filter(Q.create([(f"{field}__holds", words) for field in fields], Q.OR))

    def numbered(self, numbers: Iterable[int]) -> "ImprovementQuerySet":
        return self.filter(pk__in=list(numbers))

    def most_urgent_first(self, today: date) -> "ImprovementQuerySet":
        """Late ones, quick wins, the rest of the plan, and what is over; each by the day to look back."""
        urgency = Case(
            When(status__in=OVER, then=Value(LAST)),
            When(follow_up__lt=today, then=Value(LATE_FIRST)),
            When(QUICK, then=Value(QUICK_FIRST)),
            default=Value(LATER),
        )
        return self.annotate(urgency=urgency).order_by(
            "urgency", F("follow_up").asc(nulls_last=True), "title", "pk"
        )
