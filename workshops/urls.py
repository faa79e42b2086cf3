"""The addresses of live sessions: for who leads them. Those of the room stand in room_urls.py."""

from django.urls import path

from workshops import room_urls
from workshops.views import console, harvest, notes, people, report, rounds, workshops

app_name = "workshops"
ONE = "werksessies/<int:workshop>/"
ROUND = f"{ONE}rondes/<int:round>/"
NOTE = f"{ONE}briefjes/<int:note>/"
urlpatterns = [
    path("werksessies/", workshops.workshop_list, name="workshop-list"),
    path("werksessies/nieuw/", workshops.workshop_new, name="workshop-new"),
    path(ONE, console.workshop_console, name="workshop-console"),
    path(f"{ONE}bewerken/", workshops.workshop_edit, name="workshop-edit"),
    path(f"{ONE}verwijderen/", workshops.workshop_delete, name="workshop-delete"),
    path(f"{ONE}live/", console.console_stream, name="console-stream"),
    path(f"{ONE}staat/", console.workshop_state, name="workshop-state"),
    path(f"{ONE}einde/", console.workshop_end, name="workshop-end"),
    path(f"{ONE}deur/", console.workshop_door, name="workshop-door"),
    path(f"{ONE}volgen/", console.workshop_control, name="workshop-control"),
    path(f"{ONE}stap/", console.workshop_step, name="workshop-step"),
    path(f"{ONE}lanen/", console.workshop_lanes, name="workshop-lanes"),
    path(f"{ONE}deelnemers/<int:participant>/weg/", people.participant_remove, name="participant-remove"),
    path(f"{ONE}rondes/nieuw/", rounds.round_new, name="round-new"),
    path(ROUND, rounds.round_edit, name="round-edit"),
    path(f"{ROUND}klok/", rounds.round_clock, name="round-clock"),
    path(f"{ROUND}tonen/", rounds.round_reveal, name="round-reveal"),
    path(f"{ROUND}plaats/", rounds.round_move, name="round-move"),
    path(f"{ROUND}verwijderen/", rounds.round_delete, name="round-delete"),
    path(f"{ONE}briefjes/nieuw/", notes.note_write, name="note-write"),
    path(f"{NOTE}weg/", notes.note_remove, name="note-remove"),
    path(f"{NOTE}groep/", notes.note_group, name="note-group"),
    path(f"{NOTE}oogst/", harvest.note_harvest, name="note-harvest"),
    path(f"{ONE}oogst/", harvest.workshop_harvest, name="workshop-harvest"),
    path(f"{ONE}oogst/<int:step>/gevoel/", harvest.step_feeling, name="step-feeling"),
    path(f"{ONE}oogst/<int:step>/volgorde/", harvest.step_order, name="step-order"),
    path(f"{ONE}verslag/", report.workshop_report, name="workshop-report"),
    *room_urls.urlpatterns,
]
