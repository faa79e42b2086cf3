"""Versions are raised by the database itself, whichever way a row is written."""

import pgtrigger

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
