"""The pages of live sessions."""

from collections.abc import Callable

from django.urls import reverse

from shots.session_world import BUSY, FRESH, OVER
from shots.states import send
from shots.where import Page, row, url
from workshops.worked_example import HELD, PREPARED

WORKSHOP = "workshops.Workshop"


def of(name: str, title: str = BUSY) -> Callable[[], str]:
    return lambda: reverse(f"workshops:{name}", args=[row(WORKSHOP, title=title).pk])


def changing(query: str = "") -> Callable[[], str]:
    """The form of a note on its way to the journey."""

    def path() -> str:
        note = row("workshops.Note", workshop__title=BUSY, kind="idea")
        return f"{reverse('workshops:note-harvest', args=[note.workshop_id, note.pk])}{query}"

    return path


SESSIONS = [
    Page("workshops", url("workshops:workshop-list"), who="facilitator"),
    Page("workshops-as-viewer", url("workshops:workshop-list"), who="viewer"),
    Page("workshops-empty", url("workshops:workshop-list"), who="newcomer"),
    Page("workshop-new", url("workshops:workshop-new"), who="facilitator"),
    Page("workshop-new-refused", url("workshops:workshop-new"), who="facilitator", state=send),
    Page("console", of("workshop-console"), who="facilitator"),
    Page("console-prepared", of("workshop-console", FRESH), who="facilitator"),
    Page("console-over", of("workshop-console", OVER), who="facilitator"),
    Page("console-as-viewer", of("workshop-console"), who="viewer"),
    Page("workshop-end", of("workshop-end"), who="facilitator"),
    Page("round-new", of("round-new"), who="facilitator"),
    Page("harvest", of("workshop-harvest"), who="facilitator"),
    Page("harvest-over", of("workshop-harvest", OVER), who="facilitator"),
    Page("harvest-change", changing("?als=improvement"), who="facilitator"),
    Page("harvest-change-pain", changing("?als=pain"), who="facilitator"),
    Page("report", of("workshop-report", OVER), who="viewer"),
    Page("console-example", of("workshop-console", PREPARED), who="facilitator"),
    Page("report-example", of("workshop-report", HELD), who="viewer"),
    Page("report-busy", of("workshop-report"), who="facilitator"),
]
