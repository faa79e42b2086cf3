"""The addresses of one journey's map: under /klantreizen/<number>/."""

from django.urls import path

from journeys.lenses import LENSES, MAP
from journeys.views import (
    arranging,
    cards,
    choice,
    copying,
    evidence,
    history,
    journey_map,
    lens,
    phases,
    steps,
)

urlpatterns = [
    path(MAP.path, journey_map.journey_map, name=MAP.name),
    *[path(one.path, lens.lens_page, {"lens": one}, one.name) for one in LENSES if one is not MAP],
    path("ongedaan/", history.journey_undo, name="journey-undo"),
    path("opnieuw/", history.journey_redo, name="journey-redo"),
    path("geschiedenis/", history.history, name="history"),
    path("geschiedenis/<int:change>/", history.history_point, name="history-point"),
    path("geschiedenis/<int:change>/terug/", history.history_restore, name="history-restore"),
    path("geschiedenis/<int:change>/naam/", history.history_name, name="history-name"),
    path("stappen/nieuw/", steps.step_new, name="step-new"),
    path("stappen/<int:step>/", steps.step_detail, name="step-detail"),
    path("stappen/<int:step>/kop/", steps.step_head, name="step-head"),
    path("stappen/<int:step>/doen/", steps.step_doing, name="step-doing"),
    path("stappen/<int:step>/denken/", steps.step_thinking, name="step-thinking"),
    path("stappen/<int:step>/gevoel/", steps.step_feeling, name="step-feeling"),
    path("stappen/<int:step>/plaats/", arranging.step_move, name="step-move"),
    path("stappen/<int:step>/kopie/", arranging.step_copy, name="step-copy"),
    path("stappen/<int:step>/verwijderen/", steps.step_delete, name="step-delete"),
    path("stappen/<int:step>/bevindingen/", evidence.step_findings, name="step-findings"),
    path("stappen/<int:step>/bevindingen/nieuw/", evidence.step_finding_new, name="step-finding-new"),
    path("stappen/<int:step>/bevindingen/koppelen/", evidence.step_finding_link, name="step-finding-link"),
    path(
        "stappen/<int:step>/bevindingen/<int:finding>/loskoppelen/",
        evidence.step_finding_unlink,
        name="step-finding-unlink",
    ),
    path("keuze/", choice.choice, name="choice"),
    path("keuze/plaats/", choice.choice_move, name="choice-move"),
    path("keuze/verwijderen/", choice.choice_delete, name="choice-delete"),
    path("keuze/andere-klantreis/", copying.copy_choose, name="copy-choose"),
    path("keuze/andere-klantreis/<int:other>/", copying.copy_to_journey, name="copy-to"),
    path("fasen/nieuw/", phases.phase_new, name="phase-new"),
    path("fasen/<int:phase>/", phases.phase_edit, name="phase-edit"),
    path("fasen/<int:phase>/plaats/", arranging.phase_move, name="phase-move"),
    path("fasen/<int:phase>/kopie/", arranging.phase_copy, name="phase-copy"),
    path("fasen/<int:phase>/verwijderen/", phases.phase_delete, name="phase-delete"),
    *cards.card_paths(cards.ENCOUNTER),
    *cards.card_paths(cards.PAIN),
    *cards.card_paths(cards.FACT),
]
