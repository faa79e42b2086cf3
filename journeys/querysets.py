"""Every question that is asked of the journeys."""

from django.db import models
from django.db.models import Prefetch


class JourneyQuerySet(models.QuerySet):
    """Journeys, in the words of the domain."""

    def as_is(self) -> "JourneyQuerySet":
        return self.filter(kind="as_is")

    def with_subject(self) -> "JourneyQuerySet":
        """Journeys with their persona and life event, in the same query."""
        return self.select_related("persona", "life_event")

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
