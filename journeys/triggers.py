"""A journey's version is raised by the database when anything on its map is written."""

import pgtrigger

from organisations.triggers import raise_version

OF_PHASE = "SELECT journey_id FROM journeys_phase WHERE id = {}"
OF_STEP = (
    "SELECT p.journey_id FROM journeys_step s JOIN journeys_phase p ON p.id = s.phase_id WHERE s.id = {}"
)
OF_PAIN = OF_STEP.format("(SELECT step_id FROM journeys_pain WHERE id = {})")


def raises_journey_version(*journeys: str) -> pgtrigger.Trigger:
    """Raise the version of each journey that a written row belongs to.

    `journeys` are SQL queries for journeys' ids in terms of `ROW`, which stands for the row before and after
    the change: a row that moves raises both journeys.
    """
    queries = [journey.replace("ROW", row) for journey in journeys for row in ("OLD", "NEW")]
    # An array, and no OR of subqueries, so that the planner goes through the index.
    update = raise_version("journeys_journey", f"id = ANY (ARRAY({' UNION '.join(queries)}))")
    return pgtrigger.Trigger(
        name="raises_journey_version",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"{update} RETURN NULL;",
    )


def raises_version_of_step() -> pgtrigger.Trigger:
    """Raise the version of the journey of the step that a row lies at."""
    return raises_journey_version(OF_STEP.format("ROW.step_id"))
