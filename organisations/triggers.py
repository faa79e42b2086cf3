"""Versions are raised by the database itself, whichever way a row is written."""

import pgtrigger

# Of PostgreSQL's NOTIFY; the payloads are {"organisation": number} and {"user": number}.
CATALOGUE_CHANGED, ACCESS_CHANGED = "catalogue_changed", "access_changed"
ONCE_A_TRANSACTION = "version_transaction IS DISTINCT FROM txid_current()"


def raise_version(table: str, rows: str) -> str:
    """SQL that raises `version` of the rows of `table` that match `rows`, once in a transaction.

    Once is enough for caches and clients; a bulk import would otherwise rewrite one row thousands of times.
    """
    raised = "version = version + 1, version_transaction = txid_current()"
    return f"UPDATE {table} SET {raised} WHERE {ONCE_A_TRANSACTION} AND {rows};"  # noqa: S608 (our own constants)


def raises_catalogue_version() -> pgtrigger.Trigger:
    """Raise the organisation's catalogue version when a row that many maps may show is written.

    Before the row itself, so that all take the organisation's lock first and no two wait for each other.
    """
    update = raise_version(
        "organisations_organisation", "id = COALESCE(NEW.organisation_id, OLD.organisation_id)"
    )
    return pgtrigger.Trigger(
        name="raises_catalogue_version",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"{update} IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
    )


def tells(
    channel: str,
    told: dict[str, str],
    operation: pgtrigger.Operation,
    condition: pgtrigger.Condition | None = None,
    name: str = "tells_listeners",
) -> pgtrigger.Trigger:
    """Say at commit what was written, to every process that listens; `told`: JSON keys with their SQL."""
    pairs = ", ".join(f"'{key}', {value}" for key, value in told.items())
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        condition=condition,
        func=f"PERFORM pg_notify('{channel}', json_build_object({pairs})::text); RETURN NULL;",
    )


def tells_of_access(user: str, condition: pgtrigger.Condition) -> pgtrigger.Trigger:
    """Say whose rights changed, as SQL in terms of `OLD`: what is open for them is looked at again."""
    return tells(ACCESS_CHANGED, {"user": user}, pgtrigger.Update, condition)
