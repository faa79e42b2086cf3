"""Notes that go are gone for good: the history that the database keeps forgets them too."""

import pgtrigger

FORGET = "UPDATE personas_interviewevent SET notes = '' WHERE pgh_obj_id = OLD.id AND notes <> '';"


def forgets_notes() -> pgtrigger.Trigger:
    """When an interview is deleted or its notes are emptied, whichever way that is done.

    Triggers fire by name: this one comes after the `delete_delete` of the history, which copies the notes.
    """
    emptied = "TG_OP = 'DELETE' OR (NEW.notes = '' AND OLD.notes <> '')"
    return pgtrigger.Trigger(
        name="forgets_notes",
        when=pgtrigger.After,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"IF {emptied} THEN {FORGET} END IF; RETURN NULL;",
    )
