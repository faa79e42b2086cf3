"""A journey's version is raised by the database when anything on its map is written."""

import pgtrigger

from organisations.triggers import raise_version


def find(column: str, table: str, ids: str) -> str:
    """SQL for a column of the rows whose ids the query `ids` gives.

    An array and no join: a trigger keeps the plan of its first call, and one made while the tables were empty
    may join them row by row in the wrong order, which takes hours once they are full.
    """
    return f"SELECT {column} FROM {table} WHERE id = ANY (ARRAY({ids}))"  # noqa: S608 (our own constants)


def journeys_of_phases(ids: str) -> str:
    return find("journey_id", "journeys_phase", ids)


def journeys_of_steps(ids: str) -> str:
    return journeys_of_phases(find("phase_id", "journeys_step", ids))


def journeys_of_pains(ids: str) -> str:
    return journeys_of_steps(find("step_id", "journeys_pain", ids))


def raises_journey_version(*journeys: str) -> pgtrigger.Trigger:
    """Raise the version of each journey that a written row belongs to.

    `journeys` are SQL queries for journeys' ids in terms of `ROW`, which stands for the row before and after
    the change: a row that moves raises both journeys.
    """
    queries = [journey.replace("ROW", row) for journey in journeys for row in ("OLD", "NEW")]
    update = raise_version("journeys_journey", f"id = ANY (ARRAY({' UNION '.join(queries)}))")
    return pgtrigger.Trigger(
        name="raises_journey_version",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"{update} RETURN NULL;",
    )


def raises_version_of_step() -> pgtrigger.Trigger:
    """Raise the version of the journey of the step that a row lies at."""
    return raises_journey_version(journeys_of_steps("SELECT ROW.step_id"))
