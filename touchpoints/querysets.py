"""Every question that is asked of the touchpoints."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from touchpoints.spread import Met


class NamedQuerySet(models.QuerySet):
    """Parties or products, in the words of the domain."""

    def matching(self, words: str) -> "NamedQuerySet":
        return self.filter(name__holds=words)

    def with_counts(self) -> "NamedQuerySet":
        """With the number of their touchpoints; a count drops the order that the model has by itself."""
        return self.annotate(touchpoint_count=Count("touchpoints")).order_by(*self.model._meta.ordering)


class TouchpointQuerySet(models.QuerySet):
    """Touchpoints, in the words of the domain."""

    def matching(self, words: str) -> "TouchpointQuerySet":
        fields = ("name", "party__name", "product__name")
        return self.filter(Q.create([(f"{field}__holds", words) for field in fields], Q.OR))

    def with_place(self) -> "TouchpointQuerySet":
        """Touchpoints with their party and product, in the same query."""
        return self.select_related("party", "product")

    def with_counts(self) -> "TouchpointQuerySet":
        """With the number of journeys that pass; a count drops the order that the model has by itself."""
        passing = Count("encounters__step__phase__journey", distinct=True)
        return self.annotate(journey_count=passing).order_by(*self.model._meta.ordering)


def passing(touchpoint: models.Model) -> models.QuerySet:
    """The encounters at a touchpoint with step and journey, by journey and in the order of the steps."""
    return (
        touchpoint.encounters.select_related("step__phase__journey__persona")
        .prefetch_related("step__pains")
        .order_by(
            "step__phase__journey__title", "step__phase__journey_id", "step__phase__order", "step__order"
        )
    )


def met_at(touchpoint: models.Model) -> list[Met]:
    """Every encounter at a touchpoint, with where it lies and who it is about."""
    journey = "step__phase__journey"
    fields = ("wanted", "experience", "step", journey, f"{journey}__kind", f"{journey}__title")
    whom = (f"{journey}__persona", f"{journey}__persona__name")
    return [Met(*row) for row in touchpoint.encounters.values_list(*fields, *whom)]


def pains_at(touchpoint: models.Model) -> models.QuerySet:
    """What hurts at the steps that pass, each once."""
    at = touchpoint.encounters.values("step")
    return touchpoint.organisation.pains.filter(step__in=at).with_open().worst_first().with_place()


def helping_at(touchpoint: models.Model) -> models.QuerySet:
    """The improvements that land at a touchpoint (`lands_here`), or address a pain at a step that passes."""
    lands = Exists(touchpoint.landings.filter(improvement=OuterRef("pk")))
    at = touchpoint.encounters.values("step")
    links = touchpoint.organisation.addressed_pains.filter(improvement=OuterRef("pk"), pain__step__in=at)
    rows = touchpoint.organisation.improvements.annotate(lands_here=lands, dropped=Q(status="dropped"))
    rows = rows.filter(lands | Exists(links)).select_related("journey")
    return rows.order_by("dropped", "-lands_here", "title", "pk")


def landing(touchpoint: models.Model) -> models.QuerySet:
    """The improvements that land at a touchpoint, with their journey."""
    return touchpoint.landings.select_related("improvement__journey").order_by("improvement__title")
