"""A workshop's version is raised by the database when anything of it is written, and told to who listens."""

import pgtrigger

from organisations.triggers import ONCE_A_TRANSACTION, raise_version

# Of PostgreSQL's NOTIFY; its payload is {"workshop": number, "version": number}.
CHANNEL = "workshop_changed"
OF_PARTICIPANT = "SELECT workshop_id FROM workshops_participant WHERE id = ROW.participant_id"


def raises_own_version() -> pgtrigger.Trigger:
    """Raise the version along with a change of the workshop's own fields."""
    return pgtrigger.Trigger(
        name="raises_own_version",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(exclude=["version", "version_transaction"]),
        func=(
            f"IF NEW.{ONCE_A_TRANSACTION} THEN NEW.version = OLD.version + 1; "
            "NEW.version_transaction = txid_current(); END IF; RETURN NEW;"
        ),
    )


def tells_listeners() -> pgtrigger.Trigger:
    """Say at commit that there is a newer version, to every process that listens, whoever wrote it."""
    return pgtrigger.Trigger(
        name="tells_listeners",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("version"),
        func=(
            f"PERFORM pg_notify('{CHANNEL}', "
            "json_build_object('workshop', NEW.id, 'version', NEW.version)::text); RETURN NULL;"
        ),
    )


def raises_workshop_version(
    workshop: str = "SELECT ROW.workshop_id", unless: str = "FALSE"
) -> pgtrigger.Trigger:
    """Raise the version of the workshop that a written row belongs to.

    `workshop` is an SQL query for its id in terms of `ROW`, which stands for the row before and after;
    `unless`: an SQL condition on an update that nobody needs to hear of.
    """
    queries = " UNION ".join(workshop.replace("ROW", row) for row in ("OLD", "NEW"))
    update = raise_version("workshops_workshop", f"id = ANY (ARRAY({queries}))")
    return pgtrigger.Trigger(
        name="raises_workshop_version",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"IF TG_OP = 'UPDATE' AND {unless} THEN RETURN NULL; END IF; {update} RETURN NULL;",
    )
